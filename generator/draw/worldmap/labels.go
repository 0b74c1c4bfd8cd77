package worldmap

import (
	"slices"
	"strconv"

	"dossier/generator/draw/bands"
	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
	"dossier/generator/draw/textwidth"
)

// box is a rectangle of a picture; what is of the owner may lie on it.
type box struct{ left, top, right, bottom, owner int }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// widened is a box with the room beside a text that is the text's.
func (b box) widened(by int) box { return box{b.left - by, b.top, b.right + by, b.bottom, b.owner} }

func (b box) holds(x, y int) bool { return b.left < x && x < b.right && b.top < y && y < b.bottom }

// labeller puts names into a picture where no two overlap: each in turn takes
// the first of its places that is free, or none. Then what has no name gets a
// number. Owners are the areas and then the dots of the drawing.
type labeller struct {
	drawing *drawing
	size    int   // of the text
	leading int   // above and below a name, on which no other stands
	far     int   // how many lines apart a label may stand
	corners []box // of what insets show, on which nothing stands
	taken   bands.Bands[box]
	labels  []Label
	tried   tried
	rings   map[[3]int][]clearing // by the point and how many lines from it
	found   []clearing            // on these
	lines   [][2]spot             // from what is named to labels that stand apart
	starts  []int                 // how far from what is named they begin: a dot's radius, or 0 in an area
	abroads bool                  // names of dots may stand on other land
	spilled int                   // names that stand partly on areas of others
	shy     bool                  // nothing may stand on what is hatched
	keen    bool                  // what is named now is named by all means, on large areas of others
	faults  int                   // those that may
	modest  bool                  // what is named now is named in its land, or close by with a line, or not
	strict  bool                  // names stand in what they are of, in the sea, or apart; as on small maps
	sparing bool                  // names rather do not hide what they are of
	bare    bool                  // what is named now hides less than half of what it is of
	foreign []*naturalearth.Drawn // what is named that the dossier does not have
}

// nobody owns a box that nothing else may lie on.
const nobody = -1

// Extents of areas, in lines of text: a small one's own place is kept free of
// other names, which would hide it; a middling one may have its name apart.
const (
	small    = 3
	middling = 12
)

// newLabeller keeps labels off dots and small areas.
func newLabeller(d *drawing, size, radius int) *labeller {
	l := &labeller{drawing: d, size: size, far: farthest}
	for i, a := range d.areas {
		if a.within(small * size) {
			take(l, a.box(i))
		}
	}
	for _, dot := range d.dots {
		if !dot.wide || radius != fewRadius {
			take(l, dot.box(radius))
		}
	}
	return l
}

// take takes a box of the picture.
func take(l *labeller, b box) { l.taken.Add(b.top, b.bottom, b) }

// box is what an area takes up in its picture.
func (a *drawnArea) box(owner int) box {
	return box{a.Low[0], a.Low[1], a.High[0], a.High[1], owner}
}

// box is what a dot of a radius takes up.
func (d *drawnDot) box(radius int) box {
	return box{d.x - radius, d.y - radius, d.x + radius, d.y + radius, nobody}
}

// within reports whether an area extends less than an extent.
func (a *drawnArea) within(extent int) bool {
	b := a.box(nobody)
	return b.right-b.left < extent && b.bottom-b.top < extent
}

// spot is a place where a label may go: its anchor and the middle of its line.
type spot struct {
	anchor string
	x, y   int
}

// text is where a text of a width stands at a spot.
func (l *labeller) text(at spot, w int) box {
	left := at.x
	switch at.anchor {
	case "middle":
		left -= w / 2
	case "end":
		left -= w
	}
	return box{left, at.y - l.size*6/10, left + w, at.y + l.size*6/10, nobody}
}

// width is how long a name is.
func width(text, class string, size int) int {
	if class == "country" { // style.css makes these bold
		return textwidth.Bold(text, size)
	}
	return textwidth.Pixels(text, size)
}

// vacant reports whether a text may stand in the picture: whole, and where nothing is taken
// but by its owner.
func vacant(l *labeller, b box, owner int) bool {
	f := &l.drawing.frame
	if b.left < edge || b.top < edge || b.right > f.Width-edge || b.bottom > f.Height-edge || slices.ContainsFunc(l.corners, b.meets) {
		return false
	}
	taken := func(x box) bool { return b.meets(x) && (x.owner == nobody || x.owner != owner) }
	return !l.taken.Any(b.top, b.bottom, taken) && !b.struck(l.lines)
}

// put tries to place a name. A forced one is placed wherever it stands.
func (l *labeller) put(text, class string, owner int, at spot, forced bool) bool {
	w := width(text, class, l.size)
	b := l.text(at, w).widened(l.size / 5)
	if !forced && (!whole(l, at, w) || !vacant(l, b, owner) || l.shy && !l.drawing.plain(b) || l.bare && l.drawing.hides(b, owner)) {
		return false
	}
	b.top, b.bottom = b.top-l.leading, b.bottom+l.leading
	take(l, b)
	l.labels = append(l.labels, Label{Text: text, Class: class, Anchor: at.anchor, X: at.x, Y: at.y + l.size*35/100})
	return true
}

// area places the name of an area, rather on nothing hatched, where it would not be read
// so well.
func (l *labeller) area(text string, i int) bool {
	hatched := len(l.drawing.hatched) > 0
	defer func() { l.shy, l.bare = false, false }()
	for _, l.bare = range [...]bool{true, false} {
		for _, l.shy = range [...]bool{true, false} {
			if (hatched || !l.shy) && (l.sparing || !l.bare) && l.any(text, i) {
				if l.sparing && l.drawing.hides(l.taken.Last(), i) {
					l.faults++
				}
				return true
			}
		}
	}
	return false
}

// any places the name of an area: in one of its rooms, beside a small one in the
// sea, or apart with a line to it. Whoever reads it there knows what it is of.
func (l *labeller) any(text string, i int) bool {
	if l.room(text, "country", i) {
		return true
	}
	a := &l.drawing.areas[i]
	w := textwidth.Bold(text, l.size)
	if l.bare && slices.ContainsFunc(l.beside(a), func(at spot) bool { return !l.stands(i, l.text(at, w), true) && l.put(text, "country", i, at, false) }) {
		return true
	}
	if l.modest || l.bare {
		from := l.starting(a)[0]
		return slices.ContainsFunc(l.roomsOf(a), func(r geo.Room) bool {
			at := spot{"middle", r.At[0], r.At[1]}
			return w*10 <= r.Width*(10+farOverhang) && !l.drawing.hidden(a, r.At) && l.put(text, "country", i, at, false)
		}) || l.apart(text, "country", from, 0, func(at, end spot) bool { return !l.stands(i, l.text(at, w), false) && l.crossed(i, from, end) == 0 }) ||
			l.modest && a.Standing >= Former && mostlyAtHome(l, text, "country", i, 0)
	}
	if l.strict && l.berth(text, "country", w, i, overhang) {
		return true
	}
	if !l.strict && l.over(text, w, i, false) {
		return true
	}
	free := func(at spot) bool { return !l.stands(i, l.text(at, w), true) }
	if slices.ContainsFunc(l.beside(a), func(at spot) bool { return free(at) && l.put(text, "country", i, at, false) }) {
		return true
	}
	if !l.strict && !a.within(middling*l.size) {
		return l.over(text, w, i, true)
	}
	starts := l.starting(a)
	led := slices.ContainsFunc(starts, func(from spot) bool { return l.led(text, w, i, from) })
	if l.strict {
		return led || l.berth(text, "country", w, i, farOverhang) || a.Standing == Former && mostlyAtHome(l, text, "country", i, 0) ||
			slices.ContainsFunc(starts, func(from spot) bool {
				return ledPartly(l, text, "country", i, from) || ledInside(l, text, "country", i, from) ||
					a.Standing >= Former && l.farApart(text, w, i, from)
			})
	}
	return led ||
		l.keen && slices.ContainsFunc(starts, func(from spot) bool { return l.ledOver(text, w, i, from) }) ||
		l.over(text, w, i, true)
}

// hidden reports whether a smaller area lies over a pixel of an area.
func (d *drawing) hidden(a *drawnArea, at geo.Pixel) bool {
	for i := range d.areas {
		if b := &d.areas[i]; b.land.Shape.Radius < a.land.Shape.Radius && b.Holds(at) {
			return true
		}
	}
	return false
}

// roomsOf are the places for a name in an area, the roomiest first.
func (l *labeller) roomsOf(a *drawnArea) []geo.Room {
	switch {
	case a.rooms != nil:
		return a.rooms
	case l.strict:
		return a.Area.Berths(&l.drawing.frame, berth)
	}
	return a.Area.Rooms(&l.drawing.frame)
}

// How many tenths of a berth the name of what a map marks may be longer: at first, and
// rather than be a number.
const (
	overhang    = 4
	farOverhang = 8
)

// slack is how many tenths longer than its land is there a name on a large map may be.
const slack = 3

// berth is how high the letters of a name on a small map are.
const berth = locatorText * 4 / 5

// room places a name in an area. It may stick out into the sea, not into another
// area.
func (l *labeller) room(text, class string, i int) bool {
	w := textwidth.Bold(text, l.size)
	if l.strict {
		if l.berth(text, class, w, i, 0) {
			return true
		}
		if class != "country" {
			return false
		}
	}
	return slices.ContainsFunc(l.roomsOf(&l.drawing.areas[i]), func(r geo.Room) bool {
		at := spot{"middle", r.At[0], r.At[1]}
		return !l.drawing.hidden(&l.drawing.areas[i], r.At) && (!l.strict && w*10 <= r.Width*(10+slack) || w <= r.Width*3 && !l.stands(i, l.text(at, w), true)) && l.put(text, class, i, at, false)
	})
}

// berth places a name in an area: in the middle of one of its berths or at an end. It
// may be longer than the berth by so many tenths.
func (l *labeller) berth(text, class string, w, i, more int) bool {
	return slices.ContainsFunc(l.roomsOf(&l.drawing.areas[i]), func(r geo.Room) bool {
		if w*10 > r.Width*(10+more) {
			return false
		}
		aside := max(0, r.Width-w-l.size/2) / 2
		for _, x := range []int{r.At[0], r.At[0] - aside, r.At[0] + aside} {
			at := spot{"middle", x, r.At[1]}
			if !l.drawing.overlaid(i, l.text(at, w)) && l.put(text, class, i, at, false) {
				return true
			}
		}
		return false
	})
}

// overlaid reports whether a text stands on an area that lies over its own.
func (d *drawing) overlaid(i int, text box) bool {
	a := &d.areas[i]
	return slices.ContainsFunc(d.areas, func(b drawnArea) bool {
		return b.ID != a.ID && b.land.Shape.Radius < a.land.Shape.Radius && a.Holds(b.Area[0][0]) && under(&b.Drawn, text)
	})
}

// beside are the places around a small area.
func (l *labeller) beside(a *drawnArea) []spot {
	if !a.within(small * l.size) {
		return nil
	}
	return sides(l, a.box(nobody))
}

// stands reports whether a text would stand on an area other than its own: on one
// that the drawing names, or, if any land counts, on any.
func (l *labeller) stands(own int, text box, any bool) bool {
	for j := range l.drawing.areas {
		if j != own && under(&l.drawing.areas[j].Drawn, text) {
			return true
		}
	}
	if !any {
		return false
	}
	var land *naturalearth.Land
	if own != nobody {
		land = l.drawing.areas[own].land
	}
	for j := range l.drawing.others {
		if o := &l.drawing.others[j]; (land == nil || o.Of != land) && under(o, text) {
			return true
		}
	}
	return false
}

// abroad reports whether a text would stand on land other than that of a point.
func (d *drawing) abroad(x, y int, text box) bool {
	on := func(o *naturalearth.Drawn) bool { return under(o, text) && !o.Holds(geo.Pixel{x, y}) }
	for i := range d.areas {
		if on(&d.areas[i].Drawn) {
			return true
		}
	}
	for i := range d.others {
		if on(&d.others[i]) {
			return true
		}
	}
	return false
}

// within reports whether a text stands on no named area but its own and those around
// it, in which the point lies that it is of.
func (d *drawing) within(own int, from spot, text box) bool {
	for j := range d.areas {
		if o := &d.areas[j].Drawn; j != own && under(o, text) && !o.Holds(geo.Pixel{from.x, from.y}) {
			return false
		}
	}
	return true
}

// under reports whether what is drawn lies under a text.
func under(o *naturalearth.Drawn, text box) bool {
	return o.Under(text.left, text.top, text.right, text.bottom)
}

// crossed is how much of a line, of its steps, would run over named areas other than its
// own and those in which it begins.
func (l *labeller) crossed(own int, from, to spot) int {
	most, way := 0, lineBox(from, to)
	for j := range l.drawing.areas {
		o, n := &l.drawing.areas[j].Drawn, 0
		if j == own || !way.meets(box{o.Low[0], o.Low[1], o.High[0], o.High[1], nobody}) || o.Holds(geo.Pixel{from.x, from.y}) {
			continue
		}
		for i := 1; i <= steps; i++ {
			if o.Holds(geo.Pixel{from.x + (to.x-from.x)*i/steps, from.y + (to.y-from.y)*i/steps}) {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

// steps are the points at which a line is looked at.
const steps = 16

// number places the number of an area or a dot: in it, beside it, or apart with
// a line to it. It must stand somewhere.
func (l *labeller) number(n, owner, radius int) {
	var spots []spot
	d, text := l.drawing, strconv.Itoa(n)
	if owner < len(d.areas) {
		for _, r := range l.roomsOf(&d.areas[owner]) {
			spots = append(spots, spot{"middle", r.At[0], r.At[1]})
		}
		spots = append(spots, l.starting(&d.areas[owner])[0])
	} else {
		dot := d.dots[owner-len(d.areas)]
		spots = l.about(dot.x, dot.y, radius)
	}
	if slices.ContainsFunc(spots, func(at spot) bool { return l.put(text, "country", owner, at, false) }) {
		return
	}
	from, start := spots[0], 0
	if owner >= len(d.areas) {
		start = radius
		from.x, from.y = d.dots[owner-len(d.areas)].x, d.dots[owner-len(d.areas)].y
	}
	if !l.apart(text, "country", from, start, func(_, _ spot) bool { return true }) {
		l.put(text, "country", owner, from, true)
	}
}
