package worldmap

import (
	"slices"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// Claim is a disputed area that a map hatches: its name in the language of the map, or else
// with its own.
type Claim struct{ Name, In string }

// claims names what is hatched on a map and is no country of the dossier, in a language, where
// the names of all others leave room; and lists all of it, from west to east.
func (a *Atlas) claims(m *Map, wide, narrow *labeller, links []Link, lang string) {
	d := wide.drawing
	hatched := slices.Clone(d.hatched)
	slices.SortStableFunc(hatched, func(a, b naturalearth.Drawn) int { return a.Low[0] + a.High[0] - b.Low[0] - b.High[0] })
	for _, o := range hatched {
		if own := slices.IndexFunc(d.areas, func(x drawnArea) bool { return x.land == o.Of }); own >= 0 {
			m.Claims = append(m.Claims, Claim{Name: links[own].Name})
			continue
		}
		name, in := o.Of.Claim.In(lang)
		c := Claim{name, in}
		if slices.Contains(m.Claims, c) {
			continue
		}
		if m.Claims = append(m.Claims, c); d == a.world {
			continue
		}
		for _, l := range []*labeller{wide, narrow} {
			if elsewhere := func(x crop) bool {
				return (l == narrow || !x.few) && x.window.holds((o.Low[0]+o.High[0])/2, (o.Low[1]+o.High[1])/2)
			}; (l == narrow || !a.few(d)) && (d != a.main || !slices.ContainsFunc(a.insets, elsewhere)) {
				putClaim(l, c, o, d != a.main)
			}
		}
	}
}

// farthestClaim is how many lines apart the name of what is hatched may stand on a small map.
const farthestClaim = 3

// claims names what is hatched on a small map and is no country of the dossier, where the names
// of all others leave room.
func (n *naming) claims(l *labeller) {
	unit := max(1, n.drawing.hatchUnit)
	l.far = farthestClaim
	for _, o := range n.drawing.hatched {
		if slices.ContainsFunc(n.drawing.areas, func(x drawnArea) bool { return x.land == o.Of }) {
			continue
		}
		o.Low, o.High = geo.Pixel{o.Low[0] * unit, o.Low[1] * unit}, geo.Pixel{o.High[0] * unit, o.High[1] * unit}
		name, in := o.Of.Claim.In(n.lang)
		putClaim(l, Claim{name, in}, o, unit == 1)
	}
}

// putClaim places the name of something hatched beside it or, if it may, apart with a line to
// it, where nothing is named; or else beside it anywhere; if there is room. The key has it, too.
func putClaim(l *labeller, c Claim, o naturalearth.Drawn, leads bool) {
	w := width(c.Name, "claim", l.size)
	alone := func(at spot) bool { return l.drawing.plain(l.text(at, w)) && !l.stands(nobody, l.text(at, w), false) }
	put := func(at spot) bool { return l.put(c.Name, "claim", nobody, at, false) }
	spots := sides(l, box{o.Low[0], o.Low[1], o.High[0], o.High[1], nobody})
	led := func(r geo.Room) bool {
		from := spot{"middle", r.At[0], r.At[1]}
		return l.apart(c.Name, "claim", from, 0, func(at, end spot) bool { return alone(at) && l.crossed(nobody, from, end) == 0 })
	}
	if slices.ContainsFunc(spots, func(at spot) bool { return alone(at) && put(at) }) ||
		leads && slices.ContainsFunc(o.Area.Rooms(&l.drawing.frame), led) ||
		slices.ContainsFunc(spots, func(at spot) bool { return l.drawing.plain(l.text(at, w)) && put(at) }) {
		l.labels[len(l.labels)-1].In = c.In
	}
}

// sides are the places around a box: at its right, its left, above and below.
func sides(l *labeller, b box) []spot {
	gap, line, x, y := l.size/3, l.size*3/4, (b.left+b.right)/2, (b.top+b.bottom)/2
	return []spot{{"start", b.right + gap, y}, {"end", b.left - gap, y}, {"middle", x, b.top - line}, {"middle", x, b.bottom + line}}
}
