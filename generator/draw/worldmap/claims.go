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
				putClaim(l, c, o, false)
			}
		}
	}
}

// farthestClaim is how many lines apart the name of what is hatched may stand.
const farthestClaim = 5

// claims names what is hatched on a small map, is no country of the dossier, extends as far as a
// line of text is high and is not cut by the frame, where the names of all others leave room.
func (n *naming) claims(l *labeller) {
	unit, f := max(1, n.drawing.hatchUnit), &n.drawing.frame
	for _, o := range n.drawing.hatched {
		if min(o.Low[0], o.Low[1]) <= 0 || (o.High[0]+1)*unit >= f.Width || (o.High[1]+1)*unit >= f.Height || max(o.High[0]-o.Low[0], o.High[1]-o.Low[1])*unit < locatorText || slices.ContainsFunc(n.drawing.areas, func(x drawnArea) bool { return x.land == o.Of }) {
			continue
		}
		name, in := o.Of.Claim.In(n.lang)
		putClaim(l, Claim{name, in}, o, true)
	}
}

// putClaim places the name of something hatched beside it, in the sea or where no other country
// has a name; or else apart with a line to it, rather there, too; or else, on a large map, beside
// it anywhere. The key of that has it, too.
func putClaim(l *labeller, c Claim, o naturalearth.Drawn, small bool) {
	w, unit := width(c.Name, "claim", l.size), max(1, l.drawing.hatchUnit)
	plain := func(at spot) bool { return l.drawing.plain(l.text(at, w)) }
	sea := func(at spot) bool { return plain(at) && !l.stands(nobody, l.text(at, w), true) }
	alone := func(at spot) bool {
		on := func(o *naturalearth.Drawn) bool { return under(o, l.text(at, w)) }
		return plain(at) && !l.stands(nobody, l.text(at, w), false) && !slices.ContainsFunc(l.foreign, on)
	}
	large := func(at spot) bool { return plain(at) && l.onLarge(nobody, l.text(at, w)) }
	beside := func(may func(spot) bool) bool {
		return slices.ContainsFunc(sides(l, box{o.Low[0] * unit, o.Low[1] * unit, o.High[0] * unit, o.High[1] * unit, nobody}), func(at spot) bool {
			return may(at) && l.put(c.Name, "claim", nobody, at, false)
		})
	}
	start := min(l.size, (o.High[0]-o.Low[0])*unit, (o.High[1]-o.Low[1])*unit) / 2 // a line would hide what is small
	led := func(may func(spot) bool) bool {
		return slices.ContainsFunc(o.Area.Rooms(&l.drawing.frame), func(r geo.Room) bool {
			from := spot{"middle", r.At[0] * unit, r.At[1] * unit}
			return l.apart(c.Name, "claim", from, start, func(at, end spot) bool { return may(at) && l.crossed(nobody, from, end) == 0 })
		})
	}
	l.far = farthestClaim
	if beside(sea) || beside(alone) || led(alone) || led(large) || !small && beside(plain) {
		l.labels[len(l.labels)-1].In = c.In
	}
}

// sides are the places around a box: at its right, its left, above and below.
func sides(l *labeller, b box) []spot {
	gap, line, x, y := l.size/3, l.size*3/4, (b.left+b.right)/2, (b.top+b.bottom)/2
	return []spot{{"start", b.right + gap, y}, {"end", b.left - gap, y}, {"middle", x, b.top - line}, {"middle", x, b.bottom + line}}
}
