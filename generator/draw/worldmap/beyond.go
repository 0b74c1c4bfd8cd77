package worldmap

import (
	"cmp"
	"slices"
	"sync"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// Countries that the dossier does not have are named where the names of others leave room:
// whoever looks at a map finds where it lies by those that he knows. Their places have a code
// and no ID.

const (
	mostBeyond    = 12 // of these are named on wide screens at most
	mostBeyondFew = 4  // … on narrow ones
	berthsBeyond  = 8  // rooms are tried for each
	leastBeyond   = 3  // times the text's size they are wide at least
	leastOutside  = 2  // may be named on a small map, however many others it names
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
		seen := map[*naturalearth.Land]int{}
		for _, o := range d.others {
			if wide := min(o.High[0], d.frame.Width) - max(o.Low[0], 0); o.Of.ISO != "" && !known[o.Of] && wide >= leastBeyond*size {
				seen[o.Of] = o.Seen(&d.frame)
				b.all = append(b.all, drawnArea{sight: sight{Place: Place{Country: true, ISO: o.Of.ISO}, land: o.Of}, Drawn: o})
			}
		}
		slices.SortStableFunc(b.all, func(x, y drawnArea) int { return cmp.Compare(seen[y.land], seen[x.land]) })
		b.all = slices.Clone(b.all[:min(len(b.all), mostBeyond)])
		for i := range b.all {
			all := rooms(b.all[i].Area)
			b.all[i].rooms = slices.Clone(all[:min(len(all), berthsBeyond)])
		}
	})
	return b.all
}

// nameBeyond names countries in their land, so many at most, that have a name.
func nameBeyond(l *labeller, of []drawnArea, most int, name func(Place) string) {
	for i, a := range of {
		text := name(a.Place)
		w := width(text, "beyond", l.size)
		if most > 0 && text != "" && slices.ContainsFunc(a.rooms, func(r geo.Room) bool {
			at := spot{"middle", r.At[0], r.At[1]}
			b := l.text(at, w)
			return w <= r.Width && l.drawing.plain(b) && !l.stands(nobody, b, false) && l.put(text, "beyond", nobody, at, false)
		}) {
			l.foreign, most = append(l.foreign, &of[i].Drawn), most-1
		}
	}
}
