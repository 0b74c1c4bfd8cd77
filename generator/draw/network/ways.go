package network

import "strings"

// way is where a line runs: straight from corner to corner, with corners that
// are rounded from so far before them to so far behind.
type way struct {
	corners []point
	round   int
	flat    []point // the same as a broken line

	least, most point // the corners of the rectangle about it
}

// rounding is how many steps a corner of a broken line has.
const rounding = 8

// newWay makes the way along some corners.
func newWay(round int, corners ...point) way {
	w := way{corners: corners, round: round, flat: corners[:1:1]}
	for i := 1; i < len(corners)-1; i++ {
		before, behind := w.turn(i)
		for t := range rounding + 1 {
			w.flat = append(w.flat, onCurve(before, corners[i], behind, t))
		}
	}
	w.flat = append(w.flat, corners[len(corners)-1])
	w.least, w.most = w.flat[0], w.flat[0]
	for _, p := range w.flat {
		w.least = point{min(w.least.x, p.x), min(w.least.y, p.y)}
		w.most = point{max(w.most.x, p.x), max(w.most.y, p.y)}
	}
	return w
}

// onCurve is a point of a curve of three points, so many eighths along it.
func onCurve(a, b, c point, t int) point {
	s := rounding - t
	return point{(s*s*a.x + 2*s*t*b.x + t*t*c.x) / (rounding * rounding), (s*s*a.y + 2*s*t*b.y + t*t*c.y) / (rounding * rounding)}
}

// turn is where the rounding of a corner begins and ends: at the next corners
// or half way to them, if these are round, too.
func (w *way) turn(i int) (before, behind point) {
	toward := func(other int) point {
		from, to := w.corners[i], w.corners[other]
		length := distance(from, to)
		far := length
		if other > 0 && other < len(w.corners)-1 {
			far /= 2
		}
		if far = min(far, w.round); far == length {
			return to
		}
		return along(from, to, far)
	}
	return toward(i - 1), toward(i + 1)
}

// path is the way as SVG path data.
func (w *way) path() string {
	var b strings.Builder
	last := w.corners[0]
	b.WriteString("M" + at(last))
	line := func(to point) {
		if to != last {
			b.WriteString("L" + at(to))
		}
	}
	for i := 1; i < len(w.corners)-1; i++ {
		before, behind := w.turn(i)
		line(before)
		b.WriteString("Q" + at(w.corners[i]) + " " + at(behind))
		last = behind
	}
	line(w.corners[len(w.corners)-1])
	return b.String()
}

// shortened is the way up to another end.
func (w *way) shortened(end point) way {
	corners := append([]point(nil), w.corners...)
	corners[len(corners)-1] = end
	return newWay(w.round, corners...)
}

// places are so many points along the way, at equal distances from each other
// and from the ends.
func (w *way) places(n int) []point {
	whole := 0
	for i, p := range w.flat[1:] {
		whole += distance(w.flat[i], p)
	}
	var out []point
	gone := 0
	for i, p := range w.flat[1:] {
		from := w.flat[i]
		length := distance(from, p)
		for len(out) < n && (len(out)+1)*whole <= (gone+length)*(n+1) {
			out = append(out, along(from, p, (len(out)+1)*whole/(n+1)-gone))
		}
		gone += length
	}
	for len(out) < n {
		out = append(out, w.flat[len(w.flat)-1])
	}
	return out
}

// touches reports whether a way comes nearer to a box than so much.
func (w *way) touches(c *box, gap int) bool {
	width, height := c.W/2+gap, c.H/2+gap
	if w.most.x < c.X-width || w.least.x > c.X+width || w.most.y < c.Y-height || w.least.y > c.Y+height {
		return false
	}
	for i, p := range w.flat[1:] {
		if hits(w.flat[i], p, c, width, height) {
			return true
		}
	}
	return false
}

// crosses counts how often two ways cross.
func (w *way) crosses(o *way) int {
	if w.most.x < o.least.x || w.least.x > o.most.x || w.most.y < o.least.y || w.least.y > o.most.y {
		return 0
	}
	n := 0
	for i, p := range w.flat[1:] {
		for j, q := range o.flat[1:] {
			if crossing(w.flat[i], p, o.flat[j], q) {
				n++
			}
		}
	}
	return n
}

// end is where the way begins, or where it ends.
func (w *way) end(last bool) point {
	if last {
		return w.flat[len(w.flat)-1]
	}
	return w.flat[0]
}

// distance is how far two points are from each other, at least 1.
func distance(a, b point) int {
	return root((b.x-a.x)*(b.x-a.x) + (b.y-a.y)*(b.y-a.y))
}

// along is the point so far from a in the direction of b.
func along(a, b point, far int) point {
	length := distance(a, b)
	return point{a.x + (b.x-a.x)*far/length, a.y + (b.y-a.y)*far/length}
}
