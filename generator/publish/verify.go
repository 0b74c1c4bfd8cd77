package publish

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"
)

// Difference is a file in which an output folder is not what Write would make of it.
type Difference struct {
	Path string // slash-separated, inside the output folder
	What string // "differs", "missing" or "left over"
}

// Verify renders outputs as Write does and compares them with what is in dir, sorted by path, and writes nothing. Files
// that are not ours are left out, but for those that stand where the site has a file. The errors are those of Write, but
// nothing is in the way.
func Verify(ctx context.Context, fs afero.Fs, dir string, outputs []Output, jobs int) ([]Difference, error) {
	p, err := survey(tree{fs: fs, dir: filepath.Clean(dir)}, newSite(outputs))
	if err != nil {
		return nil, err
	}
	all, err := p.render(ctx, jobs, func(string, []byte) error { return nil })
	if err != nil {
		return nil, err
	}
	var found []Difference
	for i, e := range all.entries {
		switch all.disk[i] {
		case same:
		case missing:
			found = append(found, Difference{e.path, "missing"})
		default:
			found = append(found, Difference{e.path, "differs"})
		}
	}
	for _, r := range p.removals {
		found = append(found, Difference{r.path, "left over"})
	}
	if p.leftover {
		found = append(found, Difference{stageName, "left over"})
	}
	found = append(found, p.verifyRecords(all.entries)...)
	slices.SortFunc(found, func(a, b Difference) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.What, b.What))
	})
	return found, nil
}

func (p *publication) verifyRecords(next []entry) (found []Difference) {
	for name, r := range map[string]record{manifestName: p.records.manifest, copyName: p.records.copy} {
		switch {
		case !r.found:
			found = append(found, Difference{name, "missing"})
		case !r.intact || !slices.Equal(r.entries, next):
			found = append(found, Difference{name, "differs"})
		}
	}
	if p.unfinished {
		found = append(found, Difference{journalName, "left over"})
	}
	return found
}
