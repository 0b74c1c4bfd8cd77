package worldmap

import (
	"fmt"
	"slices"
	"strconv"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/textwidth"
)

// box is a rectangle of a picture; what is of the owner may lie on it.
type box struct{ left, top, right, bottom, owner int }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func (b box) holds(x, y int) bool { return b.left < x && x < b.right && b.top < y && y < b.bottom }

// labeller puts names into a picture where no two overlap: each in turn takes
// the first of its places that is free, or none. Then what has no name gets a
// number. Owners are the areas and then the dots of the drawing.
type labeller struct {
	drawing *drawing
	size    int // of the text
	taken   []box
	labels  []Label
	leads   string // lines to what is named, as path data
}

// nobody owns a box that nothing else may lie on.
const nobody = -1

// Extents of areas, in lines of text: a small one's own place is kept free of
// other names, which would hide it; a middling one may have its name apart.
const (
	small    = 3
	middling = 8
)

// newLabeller keeps labels off dots and small areas.
func newLabeller(d *drawing, size, radius int) *labeller {
	l := &labeller{drawing: d, size: size}
	for i, a := range d.areas {
		if a.within(small * size) {
			l.taken = append(l.taken, a.box(i))
		}
	}
	for _, dot := range d.dots {
		l.taken = append(l.taken, box{dot.x - radius, dot.y - radius, dot.x + radius, dot.y + radius, nobody})
	}
	return l
}

// box is what an area takes up in its picture.
func (a *drawnArea) box(owner int) box {
	return box{a.low[0], a.low[1], a.high[0], a.high[1], owner}
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

// put tries to place a name. A forced one is placed wherever it stands.
func (l *labeller) put(text, class string, owner int, at spot, forced bool) bool {
	w := textwidth.Pixels(text, l.size)
	if class == "country" { // style.css makes these bold
		w = textwidth.Bold(text, l.size)
	}
	left := at.x
	switch at.anchor {
	case "middle":
		left -= w / 2
	case "end":
		left -= w
	}
	b := box{left - l.size/5, at.y - l.size*6/10, left + w + l.size/5, at.y + l.size*6/10, nobody}
	if !forced {
		f := &l.drawing.frame
		if b.left < 2 || b.top < 2 || b.right > f.Width-2 || b.bottom > f.Height-2 {
			return false
		}
		for _, other := range l.taken {
			if b.meets(other) && (other.owner == nobody || other.owner != owner) {
				return false
			}
		}
	}
	l.taken = append(l.taken, b)
	l.labels = append(l.labels, Label{Text: text, Class: class, Anchor: at.anchor, X: at.x, Y: at.y + l.size*35/100})
	return true
}

// area places the name of an area in one of its rooms; that of a small one else
// beside it, or apart with a line to it, where no other country would seem to
// bear it.
func (l *labeller) area(text string, i int) bool {
	if l.room(text, "country", i) {
		return true
	}
	a := &l.drawing.areas[i]
	w := textwidth.Bold(text, l.size)
	spots := l.beside(a)
	free := func(at spot) bool { return !l.onOther(i, at, w) }
	if slices.ContainsFunc(spots, func(at spot) bool { return free(at) && l.put(text, "country", i, at, false) }) {
		return true
	}
	b := a.box(i)
	middle := spot{"middle", (b.left + b.right) / 2, (b.top + b.bottom) / 2}
	if rooms := l.roomsOf(a); len(rooms) > 0 {
		middle.x, middle.y = rooms[0].At[0], rooms[0].At[1]
	}
	return a.within(middling*l.size) && l.apart(text, "country", middle, free)
}

// roomsOf are the places for a name in an area, the roomiest first.
func (l *labeller) roomsOf(a *drawnArea) []geo.Room {
	if a.rooms != nil {
		return a.rooms
	}
	return a.area.Rooms(&l.drawing.frame)
}

// room places a name in an area. It may stick out, if it does not hide the area
// or stand on another.
func (l *labeller) room(text, class string, i int) bool {
	w := textwidth.Bold(text, l.size)
	return slices.ContainsFunc(l.roomsOf(&l.drawing.areas[i]), func(r geo.Room) bool {
		at := spot{"middle", r.At[0], r.At[1]}
		return (w <= r.Width*4/3 || w <= r.Width*3 && !l.onOther(i, at, w)) && l.put(text, class, i, at, false)
	})
}

// beside are the places around a small area.
func (l *labeller) beside(a *drawnArea) []spot {
	b := a.box(nobody)
	x, y := (b.left+b.right)/2, (b.top+b.bottom)/2
	if !a.within(small * l.size) {
		return nil
	}
	gap, line := l.size/3, l.size*3/4
	return []spot{{"start", b.right + gap, y}, {"end", b.left - gap, y}, {"middle", x, b.top - line}, {"middle", x, b.bottom + line}}
}

// onOther reports whether a text of a width would stand on another area.
func (l *labeller) onOther(i int, at spot, w int) bool {
	left := at.x
	switch at.anchor {
	case "middle":
		left -= w / 2
	case "end":
		left -= w
	}
	for j := range l.drawing.areas {
		b := l.drawing.areas[j].box(j)
		if i == j || !b.meets(box{left, at.y - 1, left + w, at.y + 1, nobody}) {
			continue
		}
		for k := range 5 {
			if l.drawing.areas[j].area.Holds(geo.Pixel{left + w*k/4, at.y}) {
				return true
			}
		}
	}
	return false
}

// dot places the name of a dot beside it, above it or below it, or apart.
func (l *labeller) dot(text, class string, x, y, radius int) bool {
	w := textwidth.Bold(text, l.size)
	return slices.ContainsFunc(l.about(x, y, radius)[:4], func(at spot) bool { return l.put(text, class, nobody, at, false) }) ||
		l.apart(text, class, spot{"middle", x, y}, func(at spot) bool { return !l.onOther(nobody, at, w) })
}

// about are the places around a point, the nearest first.
func (l *labeller) about(x, y, radius int) []spot {
	gap, line := radius+l.size/3, radius+l.size*3/4
	out := []spot{{"start", x + gap, y}, {"end", x - gap, y}, {"middle", x, y - line}, {"middle", x, y + line}}
	for _, dy := range []int{-line, line} {
		out = append(out, spot{"start", x + gap/2, y + dy}, spot{"end", x - gap/2, y + dy})
	}
	return out
}

// ways are the directions in which a label may stand apart, in tenths.
var ways = [][2]int{{10, 0}, {-10, 0}, {0, -10}, {0, 10}, {7, -7}, {-7, -7}, {7, 7}, {-7, 7}, {9, -4}, {-9, -4}, {9, 4}, {-9, 4}}

// farthest is how many lines apart a label may stand.
const farthest = 5

// apart places a label some lines from a point, with a line to it.
func (l *labeller) apart(text, class string, from spot, may func(spot) bool) bool {
	for lines := 2; lines <= farthest; lines++ {
		for _, way := range ways {
			at := spot{"middle", from.x + way[0]*lines*l.size/10, from.y + way[1]*lines*l.size/10}
			switch {
			case way[0] > 0:
				at.anchor = "start"
			case way[0] < 0:
				at.anchor = "end"
			}
			if may(at) && l.clear(from, at) && l.put(text, class, nobody, at, false) {
				l.leads += fmt.Sprintf("M%d %dL%d %d", from.x, from.y, at.x, at.y)
				return true
			}
		}
	}
	return false
}

// clear reports whether a line from a point to a label runs over nothing that is
// nobody's: neither another's name nor a dot.
func (l *labeller) clear(from, to spot) bool {
	const steps = 16
	for _, b := range l.taken {
		if b.owner != nobody || b.holds(from.x, from.y) {
			continue
		}
		for i := 1; i <= steps; i++ {
			if b.holds(from.x+(to.x-from.x)*i/steps, from.y+(to.y-from.y)*i/steps) {
				return false
			}
		}
	}
	return true
}

// number places the number of an area or a dot: in it, beside it, or apart with
// a line to it. It must stand somewhere.
func (l *labeller) number(n, owner, radius int) {
	var spots []spot
	d, text := l.drawing, strconv.Itoa(n)
	if owner < len(d.areas) {
		for _, r := range l.roomsOf(&d.areas[owner]) {
			spots = append(spots, spot{"middle", r.At[0], r.At[1]})
		}
		spots = append(spots, l.beside(&d.areas[owner])...)
	} else {
		dot := d.dots[owner-len(d.areas)]
		spots = l.about(dot.x, dot.y, radius)
	}
	if len(spots) == 0 || slices.ContainsFunc(spots, func(at spot) bool { return l.put(text, "country", owner, at, false) }) {
		return
	}
	from := spots[0]
	if owner >= len(d.areas) {
		from.x, from.y = d.dots[owner-len(d.areas)].x, d.dots[owner-len(d.areas)].y
	}
	if !l.apart(text, "country", from, func(spot) bool { return true }) {
		l.put(text, "country", owner, from, true)
	}
}
