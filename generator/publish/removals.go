package publish

import (
	"cmp"
	"os"
	"slices"
)

// removal is a file to delete, as it was found.
type removal struct {
	path string
	info os.FileInfo
}

// removals are the files to delete: ours that the site no longer has, and what makes room.
type removals struct {
	all         []removal
	byFold      map[string][]removal // the same, by folded path
	ignoresCase bool                 // the disk takes names that differ in case for one
}

func (r *removals) add(path string, info os.FileInfo) {
	x := removal{path, info}
	r.all = append(r.all, x)
	r.byFold[fold(path)] = append(r.byFold[fold(path)], x)
}

// have reports whether what was found at path is one of the files, under this or, on a disk that
// ignores case, another spelling. Not every such disk gives a file one number under all its
// spellings.
func (r *removals) have(path string, info os.FileInfo) bool {
	return slices.ContainsFunc(r.byFold[fold(path)], func(x removal) bool {
		return x.path == path || r.ignoresCase || os.SameFile(x.info, info)
	})
}

// split tells the files that must go before the site is written from those that may stay until all
// of it is there, so that a publication that fails loses as little of the old site as can be.
func (r *removals) split(s site) (early, late []removal) {
	for _, x := range r.all {
		if s.needsPlaceOf(x.path) {
			early = append(early, x)
		} else {
			late = append(late, x)
		}
	}
	slices.SortStableFunc(late, func(a, b removal) int { return cmp.Compare(turn(b.path), turn(a.path)) })
	return early, late
}
