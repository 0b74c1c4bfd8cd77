package lists

import (
	"cmp"
	"maps"
	"slices"

	"dossier/generator/edtf"
)

// Beginning is when the first relation of a type begins.
type Beginning struct {
	Type int // index of the relation type
	Date edtf.Date
}

// Earliest tells from when on a dossier speaks of relations: for each type of some ties
// the date on which the first begins, in order of time. A type of which one has held ever
// since, or of which no beginning is known, is left out.
func Earliest(ties []Tie) []Beginning {
	type first struct {
		Beginning
		day int
	}
	of, ever := map[int]first{}, map[int]bool{}
	for _, t := range ties {
		for _, x := range t.Tenures {
			at, ok := of[t.Type]
			switch {
			case x.Start.Date.IsZero():
				ever[t.Type] = true
			case !ok || x.Possible.From < at.day:
				of[t.Type] = first{Beginning{t.Type, x.Start.Date}, x.Possible.From}
			}
		}
	}
	maps.DeleteFunc(of, func(kind int, _ first) bool { return ever[kind] })
	var out []Beginning
	for _, f := range slices.SortedFunc(maps.Values(of), func(a, b first) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.Type, b.Type)) }) {
		out = append(out, f.Beginning)
	}
	return out
}
