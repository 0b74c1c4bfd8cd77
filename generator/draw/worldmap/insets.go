package worldmap

import (
	"cmp"
	"slices"

	"dossier/generator/draw/extent"
)

// Where a map is crowded, an inset shows it larger.
const (
	crowd     = 4 // things close together at least, of which an inset is made
	maxInsets = 2 // of those for all screens, and of those for narrow ones
)

// crowding is what makes a crowd, in units: how large its countries are at most, and how
// far it is from one thing to the next. An inset of it shows less than one part of so many
// of the map's width.
type crowding struct{ extent, close, share int }

// What is crowded on all screens, and on narrow ones.
var (
	onAll    = crowding{small * fewSize, 2 * fewSize, 3}
	onNarrow = crowding{6 * fewSize, 4 * fewSize, 2}
)

// crop is an inset, and what it shows of the map.
type crop struct {
	*drawing
	window box
	few    bool // for narrow screens alone
}

// insets draws the crowds of a map larger, the largest first, and takes their places off the
// map; then those of narrow screens among what is left, which take off there only signs that
// would hide others. That with the most events comes first. They are parts of the same picture,
// so that windows are upright and an inset looks like what it is of.
func insets(main *drawing, sights []sight) (out []crop) {
	for _, few := range []bool{false, true} {
		by, most := onAll, maxInsets
		if few {
			by, most = onNarrow, len(out)+maxInsets
		}
		crowds := main.crowds(by, func(s sight) bool {
			return slices.ContainsFunc(out, func(c crop) bool { return c.shown[s.ID] })
		})
		slices.SortStableFunc(crowds, func(a, b []sight) int { return cmp.Compare(len(b), len(a)) })
		for _, c := range crowds {
			left, top, wide, high, ok := extent.Window(&main.frame, extent.Whole(things(c)), by.share, edge)
			part := box{left, top, left + wide, top + high, nobody}
			if !ok || len(out) == most || slices.ContainsFunc(out, func(c crop) bool { return c.window.meets(part) }) {
				continue
			}
			d := large(main.frame.Part(left, top, wide, high, insetWidth, 3*coarse), sights, nil, leastClaim)
			out = append(out, crop{d, part, few})
		}
		if !few { // their signs would hide small countries
			main.dots = slices.DeleteFunc(main.dots, func(x drawnDot) bool {
				return !x.Country && slices.ContainsFunc(out, func(c crop) bool { return c.shown[x.ID] })
			})
		}
	}
	at := func(i int) (x, y int) { return main.dots[i].x, main.dots[i].y }
	for i, covered := range extent.Covered(len(main.dots), at, leastBetween, func(i int) bool {
		return !main.dots[i].Country && slices.ContainsFunc(out, func(c crop) bool { return c.few && c.shown[main.dots[i].ID] })
	}) {
		main.dots[i].wide = covered
	}
	slices.SortStableFunc(out, func(a, b crop) int { return cmp.Compare(eventsOn(b.drawing), eventsOn(a.drawing)) })
	return out
}

// eventsOn is how many signs of events a drawing has.
func eventsOn(d *drawing) (n int) {
	for _, x := range d.dots {
		n += min(max(x.Sort, -x.Sort), 1)
	}
	return n
}

// corners are those of a box.
func (b box) corners() (out []box) {
	for _, p := range b.part().Corners() {
		out = append(out, box{p.Left, p.Top, p.Right, p.Bottom, nobody})
	}
	return out
}

func (b box) part() extent.Part {
	return extent.Part{Left: b.left, Top: b.top, Right: b.right, Bottom: b.bottom}
}

// edge is how far from the edge of a picture windows and labels stay, in units.
const edge = 2

// crowds are the dots and small countries of a drawing of which each lies close to
// another one, but for those that are known.
func (d *drawing) crowds(by crowding, known func(sight) bool) (out [][]sight) {
	var things []sight
	var at [][2]int
	for i := range d.areas {
		if a := &d.areas[i]; d.shown[a.ID] && a.within(by.extent) && !known(a.sight) {
			things, at = append(things, a.sight), append(at, [2]int{(a.Low[0] + a.High[0]) / 2, (a.Low[1] + a.High[1]) / 2})
		}
	}
	for _, dot := range d.dots {
		if !known(dot.sight) {
			things, at = append(things, dot.sight), append(at, [2]int{dot.x, dot.y})
		}
	}
	for _, c := range extent.Crowds(at, by.close) {
		if len(c) >= crowd {
			var of []sight
			for _, i := range c {
				of = append(of, things[i])
			}
			out = append(out, of)
		}
	}
	return out
}
