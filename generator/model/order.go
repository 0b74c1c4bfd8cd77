package model

import (
	"cmp"

	"dossier/generator/edtf"
)

// InYears orders dates by the years under which they are listed, then in time;
// what has no year comes last. Unlike edtf.Compare it never parts the dates of
// a year: ../1999 is the first of 1999, not of all.
func InYears(a, b edtf.Date) int {
	x, ok := a.Listing()
	y, too := b.Listing()
	return cmp.Or(lastUnless(ok, too), x.Compare(y), edtf.Compare(a, b))
}

// NewestFirst is InYears the other way round, with what has no year last all
// the same.
func NewestFirst(a, b edtf.Date) int {
	x, ok := a.Listing()
	y, too := b.Listing()
	return cmp.Or(lastUnless(ok, too), y.Compare(x), edtf.Compare(b, a))
}

func lastUnless(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
