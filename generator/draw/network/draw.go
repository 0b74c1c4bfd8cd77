package network

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Edge is a relation to draw between two boxes, by their indices.
type Edge struct {
	From, To int
	Arrow    bool
}

// pair is the two boxes of an edge.
func (e Edge) pair() [2]int { return [2]int{min(e.From, e.To), max(e.From, e.To)} }

// Line is a drawn edge: SVG path data in pixels.
type Line struct {
	Path, Tip string // Tip is the arrow's head; "" without an arrow
}

const (
	tipLength = 9 * unit
	tipWidth  = 4 * unit // from the line to either side
)

// point is a place in fixed point.
type point struct{ x, y int }

// drawLines draws the edges of arranged boxes from outline to outline.
func drawLines(boxes []box, edges []Edge) ([]Line, []way) {
	ways := route(boxes, edges)
	var lines []Line
	for i, e := range edges {
		l := Line{}
		if e.Arrow {
			var end point
			last := len(ways[i].corners) - 1
			l.Tip, end = tip(ways[i].corners[last-1], ways[i].corners[last])
			ways[i] = ways[i].shortened(end)
		}
		l.Path = ways[i].path()
		lines = append(lines, l)
	}
	return lines, ways
}

// halfway is the point between two boxes, off to one side.
func halfway(a, b box, off int) point {
	dx, dy := b.X-a.X, b.Y-a.Y
	length := root(dx*dx + dy*dy)
	return point{(a.X+b.X)/2 - dy*off/length, (a.Y+b.Y)/2 + dx*off/length}
}

// edgeOf is where the line from the middle of a box to a place leaves it.
func edgeOf(b box, to point) point { return leaves(b, b.middle(), to) }

// leaves is where the line from a place in a box to another place leaves the box.
func leaves(b box, from, to point) point {
	dx, dy := to.x-from.x, to.y-from.y
	w, h := b.W/2+2*unit-sign(dx)*(from.x-b.X), b.H/2+2*unit-sign(dy)*(from.y-b.Y)
	if dx == 0 && dy == 0 {
		return from
	}
	if abs(dx)*h < abs(dy)*w {
		return point{from.x + dx*h/abs(dy), from.y + sign(dy)*h}
	}
	return point{from.x + sign(dx)*w, from.y + dy*w/abs(dx)}
}

func sign(n int) int { return cmp.Compare(n, 0) }

// tip draws the arrow's head at a place, coming from another, and gives where
// the line should end.
func tip(from, at point) (path string, end point) {
	dx, dy := at.x-from.x, at.y-from.y
	length := root(dx*dx + dy*dy)
	end = point{at.x - dx*tipLength/length, at.y - dy*tipLength/length}
	px, py := -dy*tipWidth/length, dx*tipWidth/length
	return fmt.Sprintf("M%s %sL%s %sL%s %sZ", dec(at.x), dec(at.y),
		dec(end.x+px), dec(end.y+py), dec(end.x-px), dec(end.y-py)), end
}

// shapes is how many outlines there are to tell kinds apart.
const shapes = 6

// outline draws a box as the shape of a number from 0; numbers beyond the last
// shape begin again. The shapes are a pill, a rectangle, a hexagon, a rectangle with cut
// corners, one with a folded corner, and one with a double start.
func outline(b box, shape int) string {
	l, t, r, d := b.X-b.W/2, b.Y-b.H/2, b.X+b.W/2, b.Y+b.H/2
	half, cut := b.H/2, b.H/4
	switch shape % shapes {
	case 0:
		return fmt.Sprintf("M%s %sH%sA%s %s 0 0 1 %s %sH%sA%s %s 0 0 1 %s %sZ", dec(l+half), dec(t), dec(r-half), dec(half), dec(half), dec(r-half), dec(d),
			dec(l+half), dec(half), dec(half), dec(l+half), dec(t))
	case 2:
		return polygon(l, b.Y, l+half, t, r-half, t, r, b.Y, r-half, d, l+half, d)
	case 3:
		return polygon(l+cut, t, r-cut, t, r, t+cut, r, d-cut, r-cut, d, l+cut, d, l, d-cut, l, t+cut)
	case 4:
		return polygon(l, t, r-half, t, r, t+half, r, d, l, d) + polygon(r-half, t, r-half, t+half, r, t+half)
	case 5:
		return polygon(l, t, r, t, r, d, l, d) + polygon(l+4*unit, t, l+4*unit, d)
	}
	return polygon(l, t, r, t, r, d, l, d)
}

func polygon(at ...int) string {
	var b strings.Builder
	for i := 0; i < len(at); i += 2 {
		b.WriteString(string("ML"[min(i, 1)]) + dec(at[i]) + " " + dec(at[i+1]))
	}
	return b.String() + "Z"
}

// pixel rounds a length in fixed point to whole pixels.
func pixel(v int) int { return floor(v+unit/2, unit) }

// at writes a place.
func at(p point) string { return dec(p.x) + " " + dec(p.y) }

// dec writes a length in fixed point as pixels to one decimal.
func dec(v int) string {
	tenths := floor(v*10+unit/2, unit)
	s := strconv.Itoa(abs(tenths) / 10)
	if r := abs(tenths) % 10; r != 0 {
		s += "." + strconv.Itoa(r)
	}
	if tenths < 0 {
		return "-" + s
	}
	return s
}

// floor divides, rounding down; d is positive.
func floor(v, d int) int {
	if v < 0 {
		return -((-v + d - 1) / d)
	}
	return v / d
}
