package geo

import (
	"math"
	"slices"
	"strconv"
	"sync"
)

// Pixel is a place in a picture: x to the right, y downwards.
type Pixel [2]int

// Area is an area of a picture: closed lines, of which a point lies inside an
// odd number.
type Area [][]Pixel

// bleed is how far an area runs on outside the picture, in units, so that the
// line along its edge does not show.
const bleed = 4

// Draw gives the part of a shape that the frame shows, less the rings that
// cover fewer units than least; nil when nothing does.
func (f *Frame) Draw(s *Shape, least int) Area {
	var area Area
	w := workplaces.Get().(*workplace)
	defer workplaces.Put(w)
	f.lines(s, w, func(line []Pixel) {
		line = tidy(w.thin(line, f.Bend, false))
		if len(line) > 2 && abs(twice(line)) >= 2*least {
			area = append(area, slices.Clone(line))
		}
	})
	return area
}

// workplace is memory for lines in the making, of which only what thinning leaves is kept: it was
// a sixth of all that a dossier of a few hundred pages allocates.
type workplace struct {
	plane   []xy
	picture []Pixel // the line, as far as it is cut
	cut     []Pixel // for what is left of it at a side
	thinner []Pixel // for what thinning leaves
	sizes   []int   // of its bends
}

var workplaces = sync.Pool{New: func() any { return new(workplace) }}

// lines gives the closed lines of a shape that the frame shows, in all detail, each in a
// workplace.
func (f *Frame) lines(s *Shape, w *workplace, each func([]Pixel)) {
	for i := range s.Rings {
		r := &s.Rings[i]
		if r.radius+f.reach < math.Pi && dot(r.centre, f.centre) < math.Cos(r.radius+f.reach) {
			continue
		}
		for _, plane := range f.proj.ring(r, &w.plane) {
			line := slices.Grow(w.picture[:0], len(plane))
			for _, p := range plane {
				if q := f.pixel(p); len(line) == 0 || line[len(line)-1] != q {
					line = append(line, q)
				}
			}
			w.picture = line
			each(w.clip(line, f.Width, f.Height))
		}
	}
}

// clip cuts a closed line to the picture, side by side (Sutherland and Hodgman). The line may
// be overwritten.
func (w *workplace) clip(line []Pixel, width, height int) []Pixel {
	for _, side := range [4]struct{ axis, sign, limit int }{
		{0, -1, bleed}, {0, 1, width + bleed}, {1, -1, bleed}, {1, 1, height + bleed},
	} {
		inside := func(p Pixel) bool { return p[side.axis]*side.sign <= side.limit }
		out := 0
		for _, p := range line {
			if !inside(p) {
				out++
			}
		}
		if out == 0 {
			continue
		}
		if out == len(line) {
			return nil
		}
		kept := slices.Grow(w.cut[:0], len(line))
		for i, p := range line {
			q := next(line, i)
			if inside(p) {
				kept = append(kept, p)
			}
			if inside(p) != inside(q) {
				kept = append(kept, cut(p, q, side.axis, side.sign*side.limit))
			}
		}
		line, w.picture, w.cut = kept, kept, line
	}
	return line
}

// next is the point of a closed line after one. (A remainder takes longer than all else
// that is done with a point.)
func next(line []Pixel, i int) Pixel {
	if i+1 == len(line) {
		return line[0]
	}
	return line[i+1]
}

// thin leaves out the slightest bends of a closed line, or of an open one, whose
// ends stay: those whose triangle covers bend units or fewer. Whether a point
// stays depends on the points about it alone, not on where the line begins or
// which way it runs, so a border comes out the same for both neighbours. The line may be
// overwritten.
func (w *workplace) thin(line []Pixel, bend int, open bool) []Pixel {
	most := 8 // what has no more points stays as it is
	if open {
		most = 2
	}
	w.sizes, w.thinner = slices.Grow(w.sizes[:0], len(line)), slices.Grow(w.thinner[:0], len(line))
	size, spare := w.sizes[:len(line)], w.thinner
	for n := 0; len(line) != n && len(line) > most; {
		n = len(line)
		before, p := line[n-1], line[0]
		for i := range line {
			after := next(line, i)
			size[i] = abs(turn(before, p, after))
			before, p = p, after
		}
		if open {
			size[0], size[n-1] = math.MaxInt, math.MaxInt
		}
		kept := spare[:0]
		for i, p := range line {
			if size[i] > 2*bend {
				kept = append(kept, p)
				continue
			}
			before, after := (i+n-1)%n, (i+1)%n
			if !slighter(size[i], p, size[before], line[before]) || !slighter(size[i], p, size[after], line[after]) {
				kept = append(kept, p)
			}
		}
		line, spare = kept, line
	}
	return line
}

// slighter orders the bends at p and q by size, then by place.
func slighter(sizeP int, p Pixel, sizeQ int, q Pixel) bool {
	switch {
	case sizeP != sizeQ:
		return sizeP < sizeQ
	case p[0] != q[0]:
		return p[0] < q[0]
	}
	return p[1] < q[1]
}

// cut is where the line from p to q has the given coordinate on an axis. Both
// directions give the same.
func cut(p, q Pixel, axis, at int) Pixel {
	if p[axis] > q[axis] {
		p, q = q, p
	}
	other := 1 - axis
	var c Pixel
	c[axis] = at
	c[other] = p[other] + divide((q[other]-p[other])*(at-p[axis]), q[axis]-p[axis])
	return c
}

// divide rounds half up; b is above 0.
func divide(a, b int) int {
	n := 2*a + b
	if n < 0 {
		return -((-n + 2*b - 1) / (2 * b))
	}
	return n / (2 * b)
}

// tidy drops points that add nothing: repeated ones, ones on a straight line
// between their neighbours, and spikes.
func tidy(line []Pixel) []Pixel {
	out := line[:0]
	for _, p := range line {
		for len(out) > 0 {
			last := out[len(out)-1]
			if last != p && (len(out) < 2 || turn(out[len(out)-2], last, p) != 0) {
				break
			}
			out = out[:len(out)-1]
		}
		out = append(out, p)
	}
	for len(out) > 2 && turn(out[len(out)-2], out[len(out)-1], out[0]) == 0 {
		out = out[:len(out)-1]
	}
	for len(out) > 2 && turn(out[len(out)-1], out[0], out[1]) == 0 {
		out = out[1:]
	}
	return out
}

// turn is twice the area of a triangle, with the sign of its direction.
func turn(a, b, c Pixel) int {
	return (b[0]-a[0])*(c[1]-a[1]) - (c[0]-a[0])*(b[1]-a[1])
}

// twice is twice the area inside a line, with the sign of its direction.
func twice(line []Pixel) int {
	total, p := 0, line[len(line)-1]
	for _, q := range line {
		total += p[0]*q[1] - q[0]*p[1]
		p = q
	}
	return total
}

func abs(n int) int { return max(n, -n) }

// Size is how many units the largest line of an area covers.
func (a Area) Size() int {
	size := 0
	for _, line := range a {
		size = max(size, abs(twice(line))/2)
	}
	return size
}

// Larger is the area as Draw gives it for a larger least.
func (a Area) Larger(least int) Area {
	var kept Area
	for _, line := range a {
		if abs(twice(line)) >= 2*least {
			kept = append(kept, line)
		}
	}
	return kept
}

// Path writes an area as the data of an SVG path; to be filled by the even-odd
// rule.
func (a Area) Path() string { return path(a, true) }

// path writes lines as the data of an SVG path.
func path(lines [][]Pixel, closed bool) string {
	var b []byte
	number := func(n int, first bool) {
		if !first && n >= 0 {
			b = append(b, ' ')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	for _, line := range lines {
		for i, p := range line {
			switch i {
			case 0:
				b = append(b, 'M')
				number(p[0], true)
				number(p[1], false)
				continue
			case 1:
				b = append(b, 'l')
			}
			number(p[0]-line[i-1][0], i == 1)
			number(p[1]-line[i-1][1], false)
		}
		if closed {
			b = append(b, 'z')
		}
	}
	return string(b)
}
