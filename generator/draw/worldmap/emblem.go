package worldmap

import (
	"cmp"
	"slices"

	"dossier/generator/draw/extent"
	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// mostMembers is how many members a small map names.
const mostMembers = 12

var emblemSizes = geo.Sizes{Width: locatorWidth, Bend: rough, Low: 0.75, High: 0.8, Margin: 1.15, Least: leastAround}

// emblem draws the members of what a map is about, as the large map does, and nobody else: it has no key.
// It is nil when there is none.
func emblem(sights []sight) *drawing {
	var members []sight
	for _, s := range sights {
		if s.Standing == Member {
			members = append(members, s)
		}
	}
	if len(members) == 0 {
		return nil
	}
	frame := geo.World(locatorWidth, rough, middles(members))
	if _, far := extent.Around(middles(members)); far <= geo.MaxRegion {
		frame = geo.Region(extent.Held(things(members)), emblemSizes)
	}
	all := make([]*naturalearth.Land, len(sights))
	for i, s := range sights {
		all[i] = s.land
	}
	d := large(frame, members, nil, leastSmall, all...)
	d.show(members)
	return d
}

// Members gives a small map of the members of what the map is about, with their names
// or, where these have no room, numbers; without names when there are many. It is nil
// when there are no members. Name words a place, in a language.
func (a *Atlas) Members(name func(Place) string, lang string) *Map {
	d := a.emblem
	if d == nil {
		return nil
	}
	m := &Map{ID: "locator", Width: d.frame.Width, Height: d.frame.Height, Land: d.land, Disputed: d.claims, Hatched: len(d.hatched) > 0}
	m.fill(d, d.ground)
	for _, x := range d.areas {
		m.add(Area{Tint: a.tint(x.Place), Path: x.path}, false)
	}
	for _, dot := range d.dots {
		m.Dots = append(m.Dots, Dot{Tint: a.tint(dot.Place), X: dot.x, Y: dot.y, Country: true, Approximate: dot.Approximate()})
	}
	if len(d.areas)+len(d.dots) <= mostMembers {
		m.write(&naming{drawing: d, marked: len(d.areas), class: "country", name: name, lang: lang, loose: true})
	}
	return m
}

// countNumbers puts the numbers of a small map into it, from west to east.
func (m *Map) countNumbers(l *labeller) {
	slices.SortStableFunc(m.Numbers, func(a, b Number) int { return cmp.Compare(l.drawing.west(a.N), l.drawing.west(b.N)) })
	for i := range m.Numbers {
		n := &m.Numbers[i]
		l.number(i+1, n.N, dotRadius)
		n.N = i + 1
	}
}
