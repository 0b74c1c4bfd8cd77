package worldmap

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/textwidth"
)

// ways are the directions in which a label may stand apart, in tenths. One that leads
// upright leads to the label's middle.
var ways = [][2]int{{10, 0}, {-10, 0}, {0, -10}, {0, 10}, {7, -7}, {-7, -7}, {7, 7}, {-7, 7}, {9, -4}, {-9, -4}, {9, 4}, {-9, 4}, {3, 10}, {-3, 10}, {3, -10}, {-3, -10}}

// upright is how much a way leads aside at most that leads upright.
const upright = 3

// How many lines apart a label may stand: at most, on narrow screens, and on small maps,
// there rather less.
const (
	farthest    = 5
	farthestFew = 6
	farthestOwn = 8
	nearOwn     = 4
)

// apart places a label some lines from a point, with a line to it that begins as far
// from the point as start says: at the first place that is free and that it may have.
func (l *labeller) apart(text, class string, from spot, start int, may func(at, end spot) bool) bool {
	for lines := 2; lines <= l.far; lines++ {
		for _, c := range ring(l, text, class, from, lines) {
			if end := (spot{c.at.anchor, c.end, c.at.y}); (c.plain || !l.shy) && may(c.at, end) {
				l.lines, l.starts = append(l.lines, [2]spot{from, end}), append(l.starts, start)
				return l.put(text, class, nobody, c.at, true)
			}
		}
	}
	return false
}

// clearing is a free place of a label, and where the line to it ends.
type clearing struct {
	at    spot
	end   int  // of the line, across
	plain bool // on nothing hatched
}

// tried is what a label was last tried with: a name is tried with one condition after another,
// from one place after another. What was placed since makes it another.
type tried struct {
	text, class  string
	taken, lines int
}

// ring are the clearings for a label so many lines from a point.
func ring(l *labeller, text, class string, from spot, lines int) []clearing {
	if now := (tried{text, class, l.taken.Len(), len(l.lines)}); now != l.tried || l.rings == nil {
		l.tried, l.rings, l.found = now, map[[3]int][]clearing{}, l.found[:0]
	}
	key := [3]int{from.x, from.y, lines}
	if out, ok := l.rings[key]; ok {
		return out
	}
	begin := len(l.found)
	w, drawn := textwidth.Bold(text, l.size), width(text, class, l.size)
	for _, way := range ways {
		at := spot{"middle", from.x + way[0]*lines*l.size/10, from.y + way[1]*lines*l.size/10}
		switch {
		case way[0] > upright:
			at.anchor = "start"
		case way[0] < -upright:
			at.anchor = "end"
		}
		at = l.inside(at, w)
		b, to := l.text(at, w), at
		if at.anchor == "middle" { // as straight as may be
			to.x = max(b.left+l.size/2, min(from.x, b.right-l.size/2))
		}
		if whole := l.text(at, drawn).widened(l.size / 5); !b.closeTo(from, l.size) && vacant(l, whole, nobody) && l.clear(from, to) {
			l.found = append(l.found, clearing{at, to.x, l.drawing.plain(whole)})
		}
	}
	l.rings[key] = l.found[begin:]
	return l.found[begin:]
}

// led places the name of an area apart, with a line that begins at a spot of it.
func (l *labeller) led(text string, w, i int, from spot) bool {
	a := &l.drawing.areas[i]
	free := func(at spot) bool { return !l.stands(i, l.text(at, w), true) }
	apart := func(free func(spot) bool) bool {
		return l.apart(text, "country", from, 0, func(at, end spot) bool { return free(at) && l.crossed(i, from, end) == 0 })
	}
	alone := func(at spot) bool { return !l.stands(i, l.text(at, w), false) }
	if l.strict { // rather near its own land than far off in the sea; never on another's that has a name
		far := l.far
		l.far = nearOwn
		near := apart(free) || apart(alone)
		l.far = far
		return near || apart(alone) // which no land is beneath is among these
	}
	return apart(free) || apart(alone) ||
		a.Standing >= Former && l.farApart(text, w, i, from) || apart(func(at spot) bool { return l.drawing.within(i, from, l.text(at, w)) }) ||
		a.Standing >= Former && apart(func(at spot) bool { return l.onLarge(i, l.text(at, w)) }) ||
		a.Standing >= Former && l.apart(text, "country", from, 0, func(_, _ spot) bool { l.faults++; return true })
}

// In how many places of an area a line is tried to begin to a name that is placed by all
// means, and on a small map.
const (
	mostStarts    = 8
	mostStartsOwn = 2
)

// starting is where a line to an area begins: in the roomiest place of it that is free, and
// not so close to a dot that the line would be taken for the dot's.
func (l *labeller) starting(a *drawnArea) (out []spot) {
	most, rooms := 1, l.roomsOf(a)
	if l.keen {
		most = mostStarts
	} else if l.strict {
		most = mostStartsOwn
	}
	free := func(p geo.Pixel) bool {
		near := box{p[0] - l.size/2, p[1] - l.size/2, p[0] + l.size/2, p[1] + l.size/2, nobody}
		return !l.drawing.hidden(a, p) && !l.taken.Any(near.top, near.bottom, func(b box) bool { return b.owner == nobody && b.meets(near) })
	}
	for _, aside := range []int{0, -1, 1} { // of three
		for _, r := range rooms {
			if p := (geo.Pixel{r.At[0] + aside*r.Width/3, r.At[1]}); len(out) < most && free(p) {
				out = append(out, spot{"middle", p[0], p[1]})
			}
		}
	}
	switch {
	case len(out) > 0:
	case len(rooms) > 0:
		out = append(out, spot{"middle", rooms[0].At[0], rooms[0].At[1]})
	default:
		out = []spot{{"middle", (a.Low[0] + a.High[0]) / 2, (a.Low[1] + a.High[1]) / 2}}
	}
	return out
}

// closeTo reports whether a text stands so close to a point that a line between them would be
// shorter than a line of text is high, and point at nothing.
func (b box) closeTo(p spot, size int) bool {
	return b.left-size < p.x && p.x < b.right+size && b.top-size < p.y && p.y < b.bottom+size
}

// leads are the lines to what is named, as path data. One into an area ends there bare: a
// point would be taken for the sign of a place.
func (l *labeller) leads() string {
	var out strings.Builder
	for i, x := range l.lines {
		from, to := x[0], x[1]
		if start := l.starts[i]; start > 0 {
			dx, dy := float64(to.x-from.x), float64(to.y-from.y)
			part := min(1, float64(start)/math.Hypot(dx, dy))
			from.x, from.y = from.x+int(math.Round(dx*part)), from.y+int(math.Round(dy*part))
		}
		fmt.Fprintf(&out, "M%d %dL%d %d", from.x, from.y, to.x, to.y)
	}
	return out.String()
}

// meet reports whether two lines cross.
func meet(a, b [2]spot) bool {
	side := func(line [2]spot, p spot) bool {
		return (line[1].x-line[0].x)*(p.y-line[0].y) > (line[1].y-line[0].y)*(p.x-line[0].x)
	}
	return side(a, b[0]) != side(a, b[1]) && side(b, a[0]) != side(b, a[1])
}

// struck reports whether a line to another label runs over a text.
func (text box) struck(lines [][2]spot) bool {
	return slices.ContainsFunc(lines, func(x [2]spot) bool {
		near := text.meets(lineBox(x[0], x[1]))
		for i := 0; near && i <= steps; i++ {
			if text.holds(x[0].x+(x[1].x-x[0].x)*i/steps, x[0].y+(x[1].y-x[0].y)*i/steps) {
				return true
			}
		}
		return false
	})
}

// lineBox is what a line takes up.
func lineBox(a, b spot) box {
	return box{min(a.x, b.x), min(a.y, b.y), max(a.x, b.x) + 1, max(a.y, b.y) + 1, nobody}
}

// clear reports whether a line from a point to a label runs over nothing that is
// nobody's: no other's name, no dot and no other line.
func (l *labeller) clear(from, to spot) bool {
	if slices.ContainsFunc(l.lines, func(x [2]spot) bool { return meet(x, [2]spot{from, to}) }) {
		return false
	}
	way := lineBox(from, to)
	over := func(b box) bool {
		b.top, b.bottom = b.top-l.size/4, b.bottom+l.size/4 // a line close by would touch the letters
		if b.owner != nobody || !b.meets(way) || b.holds(from.x, from.y) {
			return false
		}
		for i := 1; i <= steps; i++ {
			if b.holds(from.x+(to.x-from.x)*i/steps, from.y+(to.y-from.y)*i/steps) {
				return true
			}
		}
		return false
	}
	return !l.taken.Any(way.top-l.size/4, way.bottom+l.size/4, over) && !slices.ContainsFunc(l.corners, over)
}
