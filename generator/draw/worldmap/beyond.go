package worldmap

import (
	"cmp"
	"slices"
	"sync"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// Countries that the dossier does not have are named where the names of all others leave room:
// whoever looks at a map finds where it lies by those that he knows. Their places have a code
// and no ID.

// Of these a map names so many at most, large ones, in one of so many rooms: on wide screens, on
// narrow ones, and on a small map with what it names besides.
const (
	mostBeyond    = 12
	mostBeyondFew = 4
	berthsBeyond  = 8
	leastBeyond   = 3 // times the text's size that such a country is wide
)

// beyond finds what a drawing shows of countries that are none of some, the largest first, when
// it is first asked for.
type beyond struct {
	once sync.Once
	all  []drawnArea
}

func (b *beyond) of(d *drawing, named []sight, size int, rooms func(geo.Area) []geo.Room) []drawnArea {
	b.once.Do(func() {
		known := map[*naturalearth.Land]bool{}
		for _, s := range named {
			known[s.land] = true
		}
		others := slices.Clone(d.others)
		slices.SortStableFunc(others, func(x, y outline) int { return cmp.Compare(y.seen(&d.frame), x.seen(&d.frame)) })
		for _, o := range others {
			wide := min(o.high[0], d.frame.Width) - max(o.low[0], 0)
			if o.of.ISO == "" || known[o.of] || wide < leastBeyond*size || len(b.all) == mostBeyond {
				continue
			}
			x := drawnArea{sight: sight{Place: Place{Country: true, ISO: o.of.ISO}, land: o.of}, outline: o}
			x.rooms = rooms(o.area)
			x.rooms = slices.Clone(x.rooms[:min(len(x.rooms), berthsBeyond)])
			b.all = append(b.all, x)
		}
	})
	return b.all
}

// beyond names countries in their land, so many at most, that have a name.
func (l *labeller) beyond(of []drawnArea, most int, name func(Place) string) {
	for _, a := range of {
		text := name(a.Place)
		w := width(text, "beyond", l.size)
		if most > 0 && text != "" && slices.ContainsFunc(a.rooms, func(r geo.Room) bool {
			at := spot{"middle", r.At[0], r.At[1]}
			b := l.text(at, w)
			return w <= r.Width && l.drawing.plain(b) && !l.stands(nobody, b, false) && l.put(text, "beyond", nobody, at, false)
		}) {
			most--
		}
	}
}
