package pipeline

import (
	"bytes"
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/rename"
	"dossier/generator/rewrite"
	"dossier/generator/staged"
)

// Mended is an edit that Fix has made, or would make.
type Mended struct {
	File string // from the working directory
	diag.Fix
}

// same reports an edit that is this one but for its column, which others in the line move.
func (m Mended) same(n Mended) bool {
	m.Col = n.Col
	return m == n
}

// Fixing says what Fix has done.
type Fixing struct {
	Made []Mended
	Left diag.List // the faults that there are afterwards
}

// notUnderstood are faults because of which it is not known what all of the content says,
// so that no suggestion can be trusted.
var notUnderstood = []diag.Code{
	diag.FrontMatter, diag.DuplicateKey, diag.DuplicateID, diag.BadEncoding, diag.BadName, diag.Symlink, diag.TooLarge, diag.ConflictMarks,
	diag.MissingFile, diag.Layout,
}

// Fix makes the edits that are certain, as long as they leave fewer faults and no other
// ones; trial changes nothing. Faults in the place of a result are those because of
// which it did nothing. The error is the environment's.
func Fix(ctx context.Context, cfg Config, trial bool) (Fixing, diag.List, error) {
	rooted := cfg.rooted()
	f := &fixer{ctx: ctx, cfg: rooted}
	p, faults, err := f.run(nil)
	if err != nil {
		return Fixing{}, nil, err
	}
	if why := slices.DeleteFunc(slices.Clone(faults), func(d diag.Diagnostic) bool { return !slices.Contains(notUnderstood, d.Code) }); len(why) > 0 {
		return Fixing{}, why.Sorted(), nil
	}
	f.corpus, f.faults = p.Site.Corpus, counted(faults)
	s := state{faults: faults}
	for {
		next, err := f.accept(s, certain(s.faults))
		if err != nil {
			return Fixing{}, nil, err
		}
		if len(next.made) == len(s.made) {
			break
		}
		s = next
	}
	res := Fixing{s.made, s.faults.Sorted()}
	if trial || len(s.made) == 0 {
		return res, nil, nil
	}
	texts, err := texts(s.edited, func(file string) ([]byte, error) { return afero.ReadFile(rooted.Source, filepath.FromSlash(file)) })
	if err != nil {
		return Fixing{}, nil, err
	}
	for i := range texts {
		texts[i].File = strings.TrimPrefix(texts[i].File, fileIn(cfg.Content, ""))
	}
	return res, nil, staged.Apply(cfg.Source, cfg.Content, nil, texts)
}

// state is the content after some edits.
type state struct {
	edited map[string][]byte // files that are not as they were
	made   []Mended
	faults diag.List
}

// fixer tries edits on the content as it was.
type fixer struct {
	ctx    context.Context
	cfg    Config
	corpus *model.Corpus
	faults map[fault]int

	layouts layouts
}

// fault is a sort of fault in a file. What messages say of it depends on what stands
// around it.
type fault struct {
	file string
	code diag.Code
}

func counted(faults diag.List) map[fault]int {
	n := map[fault]int{}
	for _, d := range faults.Sorted() {
		n[fault{d.File, d.Code}]++
	}
	return n
}

// certain are the edits that faults are sure of, in the order of their files.
func certain(faults diag.List) []Mended {
	var all []Mended
	for _, d := range faults.Sorted() {
		if m := (Mended{d.File, d.Fix}); d.Fix.Certain && !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	return all
}

// run checks the content with edited files in the place of others.
func (f *fixer) run(edited map[string][]byte) (*plan.Plan, diag.List, error) {
	over := afero.NewMemMapFs()
	for _, file := range slices.Sorted(maps.Keys(edited)) {
		if err := afero.WriteFile(over, filepath.FromSlash(file), edited[file], 0o644); err != nil {
			return nil, nil, err
		}
	}
	cfg := f.cfg
	cfg.Source = afero.NewCopyOnWriteFs(f.cfg.Source, over)
	ph := once(cfg)
	ph.layouts = f.layouts
	p, faults, err := ph.run(f.ctx, []string{}) // in the layouts nothing changes
	f.layouts = ph.layouts
	return p, faults, err
}

// accept makes as many of the edits as leave fewer faults and no other ones: all of them,
// or what is accepted of one half, and then of the other.
func (f *fixer) accept(s state, edits []Mended) (state, error) {
	if len(edits) == 0 {
		return s, nil
	}
	next, ok, err := f.try(s, edits)
	if ok || err != nil {
		return next, err
	}
	if len(edits) == 1 {
		return s, nil
	}
	half := len(edits) / 2
	if s, err = f.accept(s, edits[:half]); err != nil {
		return s, err
	}
	return f.accept(s, edits[half:])
}

// mostRounds is how often an edit may bring other faults to light that are certain to
// mend.
const mostRounds = 8

// try makes edits, and those that turn out to be certain after them.
func (f *fixer) try(s state, edits []Mended) (next state, ok bool, err error) {
	next = state{maps.Clone(s.edited), slices.Clone(s.made), nil}
	if next.edited == nil {
		next.edited = map[string][]byte{}
	}
	known := certain(s.faults)
	for range mostRounds {
		if err := f.make(&next, edits); err != nil {
			return s, false, err
		}
		p, _, err := f.run(next.edited)
		if err != nil {
			return s, false, err
		}
		if err := record(f.records(p), next.edited, func(file string) ([]byte, error) { return f.text(next, file) }); err != nil {
			return s, false, err
		}
		if _, next.faults, err = f.run(next.edited); err != nil {
			return s, false, err
		}
		edits = slices.DeleteFunc(certain(next.faults), func(m Mended) bool { return slices.ContainsFunc(known, m.same) })
		if len(edits) == 0 {
			break
		}
	}
	for x, n := range counted(next.faults) {
		if n > f.faults[x] {
			return s, false, nil
		}
	}
	return next, len(next.faults.Sorted()) < len(s.faults.Sorted()), nil
}

// make makes edits, file by file.
func (f *fixer) make(s *state, edits []Mended) error {
	byFile := map[string][]diag.Fix{}
	for _, m := range edits {
		byFile[m.File] = append(byFile[m.File], m.Fix)
	}
	for _, file := range slices.Sorted(maps.Keys(byFile)) {
		src, err := f.text(*s, file)
		if err != nil {
			return err
		}
		out, made := rewrite.Fixes(src, byFile[file])
		if bytes.Equal(out, src) {
			continue
		}
		s.edited[file] = out
		for _, fix := range made {
			s.made = append(s.made, Mended{file, fix})
		}
	}
	return nil
}

// text is what a file holds.
func (f *fixer) text(s state, file string) ([]byte, error) {
	if src, ok := s.edited[file]; ok {
		return src, nil
	}
	return afero.ReadFile(f.cfg.Source, filepath.FromSlash(file))
}

// records are what translations have to record now, by files from the working directory.
func (f *fixer) records(p *plan.Plan) []rename.Record {
	all := rename.Records(f.corpus, p.Site.Corpus, func(key model.Key) model.Key { return key })
	for i := range all {
		all[i].File = fileIn(f.cfg.Content, all[i].File)
	}
	return all
}
