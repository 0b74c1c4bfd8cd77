package chart

import (
	"cmp"
	"math/bits"
	"slices"

	"dossier/generator/edtf"
)

// Time on a chart is counted in half days since the beginning of 0001-01-01,
// so that noon, where a day's dot stands, is a whole number. All arithmetic is
// in integers: the same bytes everywhere.

// period is a part of time; to is not in it.
type period struct{ from, to int }

// axis is a scale of time. It is the same all along; stretches in which no
// event begins or ends may be cut out of it.
type axis struct {
	parts []period // what is shown, with some room around each
	cores []period // the same without that room
	shown int      // their sum
	cut   int      // length of the gap drawn for a cut
	width int      // of the narrowest chart that has it, in pixels
	asOf  *int     // the moment at which the dossier's date ends; nil for none
}

// A stretch in which no event begins or ends is cut when it is longer than all
// that is then left, provided that at least eventsPerPart events stand for each
// part left, on average. One that is more than farAway times as long is cut
// wherever some event has company: it would leave no room for anything else; and so
// is one that is more than wellOver times as long and that an event lasts through, as
// its bar goes on across the cut. Of two events the lengths are what there is to see.
// There are at most maxCuts.
const (
	eventsPerPart = 2
	farAway       = 8
	wellOver      = 3
	maxCuts       = 4
)

// newAxis makes the scale for the given spans, on charts of a width or more. cut gives the length of
// the gap that stands for a stretch left out, between the parts that are shown. A dot, or the tip of
// what goes on, has room at either end.
func newAxis(spans []span, w Words, width int, cut func(axis) int) axis {
	a := axis{asOf: dated(spans, w.AsOf), width: width}
	edge := placeOf(tipSize, width)
	a.cores = shownParts(spans, a.asOf, eventsPerPart)
	a.cut, a.shown = cut(a), sum(a.cores)
	pad, more := a.shown/40+2, a.shown/16
	for _, p := range a.cores {
		a.parts = append(a.parts, period{p.from - pad, p.to + pad})
	}
	first, last := &a.parts[0], &a.parts[len(a.parts)-1]
	if slices.ContainsFunc(spans, func(s span) bool { return s.start == open }) {
		first.from -= more
	}
	if slices.ContainsFunc(spans, func(s span) bool { return s.end == open && (a.asOf == nil || a.ahead(s)) }) {
		last.to += more
	}
	a.shown = sum(a.parts)
	if need := muldiv(edge, a.shown, whole-a.cut*(len(a.parts)-1)-2*edge) - pad; need > 0 {
		first.from, last.to = first.from-need, last.to+need
	}
	a.shown = sum(a.parts)
	return a
}

func sum(parts []period) (length int) {
	for _, p := range parts {
		length += p.to - p.from
	}
	return length
}

// dated is the end of the dossier's date, if a chart has to show it: when some
// event lasts longer, or is without an end. Else all that is drawn lies before.
func dated(spans []span, asOf edtf.Date) *int {
	_, last := asOf.Bounds()
	if asOf.IsZero() || last == edtf.MaxDay {
		return nil
	}
	at := 2*last.Ordinal() + 2
	if !slices.ContainsFunc(spans, func(s span) bool { return s.to > at || s.end == open }) {
		return nil
	}
	return &at
}

// ahead reports whether some of an event lies after the dossier's date.
func (a axis) ahead(s span) bool { return a.asOf != nil && s.to > *a.asOf }

// shownParts is the time between the first and the last end of an event and the
// dossier's date, less the cuts. An event ends at noon of its last day: the day
// after is not shown for its sake. perPart is eventsPerPart, or more where only what is
// far away is to be cut off.
func shownParts(spans []span, asOf *int, perPart int) []period {
	var ends []int
	for _, s := range spans {
		ends = append(ends, s.from, s.to-1)
	}
	if asOf != nil {
		ends = append(ends, *asOf)
	}
	slices.Sort(ends)
	var gaps []period
	for i := 1; i < len(ends); i++ {
		gaps = append(gaps, period{ends[i-1], ends[i]})
	}
	slices.SortStableFunc(gaps, func(a, b period) int { return cmp.Compare(b.to-b.from, a.to-a.from) })
	rest := ends[len(ends)-1] - ends[0]
	cuts := 0
	for k := 1; k <= min(maxCuts, len(gaps)); k++ {
		size := gaps[k-1].to - gaps[k-1].from
		rest -= size
		company := len(spans) > k+1
		lasts := slices.ContainsFunc(spans, func(s span) bool { return s.from <= gaps[k-1].from && s.to > gaps[k-1].to })
		if size > rest && len(spans) >= perPart*(k+1) || company && (size/farAway > rest || lasts && size/wellOver > rest) {
			cuts = k
		}
	}
	gaps = gaps[:cuts]
	slices.SortFunc(gaps, func(a, b period) int { return cmp.Compare(a.from, b.from) })
	parts := []period{{from: ends[0]}}
	for _, g := range gaps {
		parts[len(parts)-1].to = g.from
		parts = append(parts, period{from: g.to})
	}
	parts[len(parts)-1].to = ends[len(ends)-1]
	return parts
}

// at is the place of a moment on the axis. What lies in a cut or beyond the
// axis is where the axis breaks off or ends.
func (a axis) at(t int) int {
	room := whole - a.cut*(len(a.parts)-1)
	before := 0
	for i, p := range a.parts {
		if t < p.to || i == len(a.parts)-1 || t < a.parts[i+1].from {
			t = min(max(t, p.from), p.to)
			return i*a.cut + muldiv(before+t-p.from, room, a.shown)
		}
		before += p.to - p.from
	}
	return whole
}

// gaps are the places of the cuts.
func (a axis) gaps() []period {
	var out []period
	for i := 1; i < len(a.parts); i++ {
		from := a.at(a.parts[i-1].to)
		out = append(out, period{from, from + a.cut})
	}
	return out
}

// muldiv is x*y/z for 0 ≤ x ≤ z and y ≥ 0, without overflow on the way.
func muldiv(x, y, z int) int {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	q, _ := bits.Div64(hi, lo, uint64(z))
	return int(q)
}
