package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// Difference is a file in which an output folder is not what Write would make of it.
type Difference struct {
	Path string // slash-separated, inside the output folder
	What string // "differs", "missing", "left over" or how the disk spells it

	InTheWay bool // something that is not ours has its place: Replace may put it right, and Write does not
}

// Verify renders outputs as Write does and compares them with what is in dir, sorted by path, and
// writes nothing. Files that are not ours are left out, but for those that stand where the site has
// a file. The errors are those of Write, but nothing is in the way.
func Verify(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) ([]Difference, error) {
	p, err := look(patient(ctx, fs, dir), newSite(outputs), false)
	if err != nil {
		return nil, err
	}
	all, err := p.render(ctx, jobs, func(_ string, write func(io.Writer) error) error { return write(io.Discard) })
	if err != nil {
		return nil, err
	}
	if err := p.findStrays(all); err != nil {
		return nil, err
	}
	var found []Difference
	for i, e := range all.entries {
		if all.disk[i] == same {
			continue
		}
		d := Difference{Path: e.Path, What: "differs"}
		if all.disk[i] == missing {
			d.What = "missing"
		}
		if d.InTheWay, err = p.taken(e.Path, all.disk[i]); err != nil {
			return nil, err
		}
		found = append(found, d)
	}
	for _, r := range p.removals.all {
		found = append(found, Difference{Path: r.path, What: "left over"})
	}
	for _, m := range p.misspelt {
		found = append(found, Difference{Path: m.path, What: fmt.Sprintf("is spelled %q on disk", path.Base(m.found))})
	}
	if p.leftover {
		found = append(found, Difference{Path: stageName, What: "left over"})
	}
	found = append(found, p.ledger.verify(all.entries)...)
	slices.SortFunc(found, func(a, b Difference) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.What, b.What))
	})
	return found, nil
}

// taken reports whether something that is not ours stands where the page or one of its folders
// goes.
func (p *publication) taken(path string, disk state) (bool, error) {
	err := p.checkPlace(path, disk)
	for f := range above(path) {
		if err == nil {
			err = p.checkFolder(f)
		}
	}
	var e *InTheWayError
	if errors.As(err, &e) {
		return true, nil
	}
	return false, err
}

// verify compares the records with what they would say of the next site.
func (l *ledger) verify(next []record.Entry) (found []Difference) {
	for name, r := range map[string]record.Record{manifestName: l.records.Manifest, copyName: l.records.Copy} {
		switch {
		case !r.Found:
			found = append(found, Difference{Path: name, What: "missing"})
		case !r.Intact || !slices.Equal(r.Entries, next):
			found = append(found, Difference{Path: name, What: "differs"})
		}
	}
	if l.unfinished() {
		found = append(found, Difference{Path: journalName, What: "left over"})
	}
	return found
}
