package pipeline

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"dossier/generator/content"
	"dossier/generator/diag"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/pipeline/overlay"
	"dossier/generator/rename"
)

// Desk is a session for a program in which somebody edits: texts that are not saved
// yet stand in place of the files, and no page is made. What it finds is what a
// check finds, but for faults that a layout shows only when a page is made with it.
// It is for one goroutine.
type Desk struct {
	phases *phases
	laid   *overlay.FS
	missed bool // as in Session

	lines      map[line]string // that the faults of the last reading speak of
	all, shown diag.List       // these faults, with the hidden warnings; and without, with their lines
}

// NewDesk begins a session of editing. Of the configuration Source, Content,
// Layouts, BaseURL, Drafts and Hidden are used.
func NewDesk(cfg Config) *Desk {
	laid := overlay.New(cfg.rooted().Source)
	cfg.Source = laid
	reader := content.NewReader(folder(laid, cfg.Content))
	return &Desk{laid: laid, phases: &phases{cfg: cfg, read: reader.Read, resolver: link.NewResolver(), again: true}}
}

// Lay makes a text stand in place of a file, named as Content and Layouts are. The
// text must not be changed any more. The file is then one of the changed ones.
func (d *Desk) Lay(file string, text []byte) { d.laid.Lay(file, text) }

// Lift takes away what Lay put in a file's place.
func (d *Desk) Lift(file string) { d.laid.Lift(file) }

// Reading is what a dossier says at one moment. It is never changed.
type Reading struct {
	Site   *model.Site
	Words  *layout.Set
	Faults diag.List // sorted, with addresses that begin with Content or Layouts, and the lines that they speak of
}

// Read reads the dossier anew, given what changed as for Session.Build. The error is
// the environment's.
func (d *Desk) Read(ctx context.Context, changed []string) (*Reading, error) {
	if d.missed {
		changed = nil
	}
	p, faults, err := d.phases.run(ctx, changed)
	if d.missed = err != nil; d.missed {
		return nil, err
	}
	if changed == nil || !d.all.Is(faults) || anyIn(d.shown, changed) {
		d.all, d.shown = faults, slices.Clone(d.phases.cfg.shown(faults))
		d.excerpts(d.shown, changed)
	}
	return &Reading{Site: p.Site, Words: d.phases.layouts.set, Faults: d.shown}, nil
}

// anyIn reports whether any of sorted faults is in one of some files and folders.
func anyIn(faults diag.List, paths []string) bool {
	for _, p := range paths {
		name := filepath.ToSlash(p)
		for _, from := range []string{name, name + "/"} {
			at, _ := slices.BinarySearchFunc(faults, from, func(d diag.Diagnostic, file string) int { return strings.Compare(d.File, file) })
			if at < len(faults) && (faults[at].File == name || strings.HasPrefix(faults[at].File, name+"/")) {
				return true
			}
		}
	}
	return false
}

// line is a line of a file.
type line struct {
	file   string
	number int
}

// under reports whether a file, or a folder that it is in, is among some paths.
func under(paths map[string]bool, file string) bool {
	for ; !paths[file]; file = path.Dir(file) {
		if file == path.Dir(file) {
			return false
		}
	}
	return true
}

// excerpts is excerpts, but that it reads only files that may have changed, or have
// faults in other lines than before.
func (d *Desk) excerpts(faults diag.List, changed []string) {
	known := make(map[line]string, len(faults))
	touched := map[string]bool{}
	for _, name := range changed {
		touched[filepath.ToSlash(name)] = true
	}
	var unknown diag.List
	var at []int
	for i, f := range faults {
		l := line{f.File, f.Line}
		text, ok := d.lines[l]
		if !ok || changed == nil || under(touched, f.File) {
			unknown, at = append(unknown, f), append(at, i)
			continue
		}
		faults[i].Excerpt, known[l] = text, text
	}
	excerpts(d.phases.cfg.Source, unknown)
	for n, f := range unknown {
		faults[at[n]].Excerpt, known[line{f.File, f.Line}] = f.Excerpt, f.Excerpt
	}
	d.lines = known
}

// Move is a file, or an article's folder, that has another path afterwards; both are
// below the content folder.
type Move = rename.Move

// Edit is what a file holds before and after; File is where it is before.
type Edit struct {
	File          string
	Before, After []byte
}

// Rename is what the function Rename would change, with the texts that are not saved, and
// changes nothing.
func (d *Desk) Rename(ctx context.Context, old, now string) ([]Edit, []Move, diag.List, error) {
	p, texts, faults, err := planned(ctx, d.phases.cfg, old, now)
	if err != nil || len(faults) > 0 {
		return nil, nil, faults, err
	}
	edits := make([]Edit, len(texts))
	for i, t := range texts {
		edits[i] = Edit{p.Origin(t.File), t.Before, t.After}
	}
	return edits, p.Moves, nil, nil
}
