package chart

import (
	"cmp"
	"math/bits"
	"slices"
)

// Time on a chart is counted in half days since the beginning of 0001-01-01,
// so that noon, where a day's dot stands, is a whole number. All arithmetic is
// in integers: the same bytes everywhere.

// period is a part of time; to is not in it.
type period struct{ from, to int }

// axis is a scale of time. It is the same all along; stretches in which no
// event begins or ends may be cut out of it.
type axis struct {
	parts  []period // what is shown, with some room around each
	cores  []period // the same without that room
	shown  int      // their sum
	cut    int      // length of the gap drawn for a cut
	length int      // of the whole
}

// A stretch in which no event begins or ends is cut when it is more than some
// times as long as all that is then left, twice where there is much room and
// once where there is little, provided that at least eventsPerPart events
// stand for each part left, on average. There are at most maxCuts.
const (
	roomyRatio    = 2
	narrowRatio   = 1
	eventsPerPart = 2
	maxCuts       = 4
)

// newAxis makes the scale for the given spans. cut is the length of the gap
// that stands for a stretch left out, which is more than ratio times as long
// as what is shown.
func newAxis(spans []span, length, cut, ratio int) axis {
	parts := shownParts(spans, ratio)
	a := axis{cores: parts, cut: cut, length: length}
	for _, p := range parts {
		a.shown += p.to - p.from
	}
	pad := a.shown/40 + 2
	for i, p := range parts {
		p.from, p.to = p.from-pad, p.to+pad
		if i == 0 && slices.ContainsFunc(spans, func(s span) bool { return s.start == open }) {
			p.from -= a.shown / 16
		}
		if i == len(parts)-1 && slices.ContainsFunc(spans, func(s span) bool { return s.end == open }) {
			p.to += a.shown / 16
		}
		a.parts = append(a.parts, p)
	}
	a.shown = 0
	for _, p := range a.parts {
		a.shown += p.to - p.from
	}
	return a
}

// shownParts is the time between the first and the last end of an event, less
// the cuts. An event ends at noon of its last day: the day after is not shown
// for its sake.
func shownParts(spans []span, ratio int) []period {
	var ends []int
	for _, s := range spans {
		ends = append(ends, s.from, s.to-1)
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
		if size > ratio*rest && len(spans) >= eventsPerPart*(k+1) {
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
	room := a.length - a.cut*(len(a.parts)-1)
	before := 0
	for i, p := range a.parts {
		if t < p.to || i == len(a.parts)-1 || t < a.parts[i+1].from {
			t = min(max(t, p.from), p.to)
			return i*a.cut + muldiv(before+t-p.from, room, a.shown)
		}
		before += p.to - p.from
	}
	return a.length
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
