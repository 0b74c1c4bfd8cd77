package worldmap

import (
	"fmt"
	"math"
	"slices"
	"strings"

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
func (l *labeller) apart(text, class string, from spot, start int, may func(spot) bool) bool {
	w, drawn := textwidth.Bold(text, l.size), width(text, class, l.size)
	for lines := 2; lines <= l.far; lines++ {
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
			if !b.holds(from.x, from.y) && vacant(l, l.text(at, drawn).widened(l.size/5), nobody) && l.clear(from, to) && may(at) {
				l.lines, l.starts = append(l.lines, [2]spot{from, to}), append(l.starts, start)
				return l.put(text, class, nobody, at, true)
			}
		}
	}
	return false
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
		for i := range steps + 1 {
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
	way, taken := lineBox(from, to), slices.Clone(l.taken)
	for _, w := range l.windows {
		taken = append(taken, w.corners()...)
	}
	for _, b := range taken {
		b.top, b.bottom = b.top-l.size/4, b.bottom+l.size/4 // a line close by would touch the letters
		if b.owner != nobody || !b.meets(way) || b.holds(from.x, from.y) {
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
