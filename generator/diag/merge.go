package diag

import (
	"cmp"
	"slices"
)

// order is that of Sorted.
func order(a, b *Diagnostic) int {
	return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
}

// equal reports faults of which one is enough: they differ in their fix at most.
func equal(a, b Diagnostic) bool {
	a.Fix = b.Fix
	return a == b
}

// Is reports whether two lists are one and the same, not only equal: then nothing can have
// changed.
func (l List) Is(m List) bool { return len(l) == len(m) && (len(l) == 0 || &l[0] == &m[0]) }

// Merged is what sorted lists are together, as Sorted gives it. When only one of them has
// anything it is that list.
func Merged(lists ...List) List {
	lists = slices.DeleteFunc(lists, func(l List) bool { return len(l) == 0 })
	switch len(lists) {
	case 0:
		return nil
	case 1:
		return lists[0]
	}
	n := 0
	for _, l := range lists {
		n += len(l)
	}
	out := make(List, 0, n)
	for len(lists) > 0 {
		first := 0
		for i := range lists {
			if order(&lists[i][0], &lists[first][0]) < 0 {
				first = i
			}
		}
		if d := lists[first][0]; len(out) == 0 || !equal(out[len(out)-1], d) {
			out = append(out, d)
		}
		if lists[first] = lists[first][1:]; len(lists[first]) == 0 {
			lists = slices.Delete(lists, first, first+1)
		}
	}
	return out
}

// Replaced is a sorted list with others, sorted too, in place of the faults of some
// files. It is the list itself when these are the same.
func (l List) Replaced(files map[string]bool, with List) List {
	var was, rest List
	first := slices.IndexFunc(l, func(d Diagnostic) bool { return files[d.File] })
	if first < 0 {
		return Merged(l, with)
	}
	for _, d := range l[first:] {
		if files[d.File] {
			was = append(was, d)
		}
	}
	if slices.Equal(was, with) {
		return l
	}
	rest = append(make(List, 0, len(l)), l[:first]...)
	for _, d := range l[first:] {
		if !files[d.File] {
			rest = append(rest, d)
		}
	}
	return Merged(rest, with)
}

// Since is what a sorted list has and an older one, sorted too, had not in the same file;
// where it stood in that file does not matter.
func (l List) Since(old List) List {
	var out List
	if l.Is(old) {
		return nil
	}
	for len(l) > 0 {
		file := l[0].File
		var before List
		for len(old) > 0 && old[0].File <= file {
			if old[0].File == file {
				before = append(before, old[0])
			}
			old = old[1:]
		}
		n := slices.IndexFunc(l, func(d Diagnostic) bool { return d.File != file })
		if n < 0 {
			n = len(l)
		}
		for _, d := range l[:n] {
			at := slices.IndexFunc(before, func(b Diagnostic) bool { return b.Code == d.Code && b.Message == d.Message })
			if at < 0 {
				out = append(out, d)
			} else {
				before = slices.Delete(before, at, at+1)
			}
		}
		l = l[n:]
	}
	return out
}
