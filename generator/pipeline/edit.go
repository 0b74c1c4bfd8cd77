package pipeline

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/foreign"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/rename"
	"dossier/generator/rewrite"
	"dossier/generator/staged"
)

// RefusedError says why something is not renamed.
type RefusedError = rename.RefusedError

// Renaming says what a renaming changed, or would.
type Renaming struct {
	Old, New   string
	Moves      []rename.Move
	Edited     []string // files below the content folder, where they are afterwards
	References int
}

// Rename gives something of the content another id; trial changes nothing. When there are
// faults nothing was changed: the content had errors before, or would have them. The
// error is a *rename.RefusedError, or the environment's.
func Rename(ctx context.Context, cfg Config, old, now string, trial bool) (Renaming, diag.List, error) {
	p, texts, faults, err := planned(ctx, cfg.rooted(), old, now)
	if err != nil || len(faults) > 0 {
		return Renaming{}, faults, err
	}
	res := Renaming{Old: string(p.Old), New: string(p.New), Moves: p.Moves, Edited: slices.Sorted(maps.Keys(p.Edited)), References: p.References}
	if trial {
		return res, nil, nil
	}
	moves := make([]staged.Move, len(p.Moves))
	for i, m := range p.Moves {
		moves[i] = staged.Move(m)
	}
	return res, nil, staged.Apply(cfg.Source, cfg.Content, moves, texts)
}

// planned is what Rename would change, and what edited files hold before and after.
func planned(ctx context.Context, cfg Config, old, now string) (*rename.Plan, []staged.Text, diag.List, error) {
	cfg.Drafts = true
	before, site, faults, err := linked(ctx, cfg)
	if err != nil || faults.HasErrors() {
		return nil, nil, within(cfg.Content, faults.Errors()).Sorted(), err
	}
	reader := func(source afero.Fs) func(string) ([]byte, error) {
		return func(file string) ([]byte, error) {
			return afero.ReadFile(source, filepath.Join(cfg.Content, filepath.FromSlash(file)))
		}
	}
	read := reader(cfg.Source)
	p, err := rename.New(before, site, read, old, now)
	if err != nil {
		return nil, nil, nil, err
	}
	tried := cfg
	if tried.Source, err = copied(cfg.Source, cfg.Content, p); err != nil {
		return nil, nil, nil, err
	}
	after, _, faults, err := linked(ctx, tried)
	if err != nil || faults.HasErrors() {
		return nil, nil, within(cfg.Content, faults.Errors()).Sorted(), err
	}
	if err := record(rename.Records(before, after, p.Now), p.Edited, reader(tried.Source)); err != nil {
		return nil, nil, nil, err
	}
	all, err := texts(p.Edited, func(file string) ([]byte, error) { return read(p.Origin(file)) })
	return p, all, nil, err
}

// record renews what translations record of originals whose references were edited.
func record(records []rename.Record, edited map[string][]byte, read func(string) ([]byte, error)) error {
	for _, x := range records {
		src, ok := edited[x.File]
		if !ok {
			var err error
			if src, err = read(x.File); err != nil {
				return err
			}
		}
		if out := rewrite.Words(src, x.Pos, x.Instead); !bytes.Equal(out, src) {
			edited[x.File] = out
		}
	}
	return nil
}

// texts joins what files hold afterwards with what they hold now.
func texts(edited map[string][]byte, read func(string) ([]byte, error)) ([]staged.Text, error) {
	var all []staged.Text
	for _, file := range slices.Sorted(maps.Keys(edited)) {
		before, err := read(file)
		if err != nil {
			return nil, err
		}
		all = append(all, staged.Text{File: file, Before: before, After: edited[file]})
	}
	return all, nil
}

// copied is the content folder in memory as it is after a renaming.
func copied(source afero.Fs, content string, p *rename.Plan) (afero.Fs, error) {
	out := afero.NewMemMapFs()
	err := afero.Walk(source, content, func(name string, info fs.FileInfo, err error) error {
		rel, relErr := filepath.Rel(content, name)
		switch {
		case err != nil:
			return err
		case relErr != nil:
			return relErr
		case rel != "." && foreign.Is(info.Name()):
			if info.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case info.IsDir():
			return nil
		}
		file := p.Moved(filepath.ToSlash(rel))
		body, ok := p.Edited[file]
		if !ok {
			if body, err = afero.ReadFile(source, name); err != nil {
				return err
			}
		}
		at := filepath.Join(content, filepath.FromSlash(file))
		if err := out.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return err
		}
		return afero.WriteFile(out, at, body, 0o644)
	})
	return out, err
}

// linked reads the content as far as its links and the addresses of its pages.
func linked(ctx context.Context, cfg Config) (*model.Corpus, *model.Site, diag.List, error) {
	corpus, faults, err := once(cfg).corpus(ctx, nil)
	if err != nil {
		return nil, nil, nil, err
	}
	site, found := link.Resolve(corpus)
	faults = append(faults, found...)
	_, found = plan.New(site)
	return corpus, site, append(faults, found...), nil
}
