package geo

// Mesh gives what a frame shows of shapes, of which no two overlap, as land and
// the borders in it: every line once, half of what an outline of each takes.
// Both are path data, in units that are as large as a number of the frame's:
// land closed lines, to be filled by the even-odd rule, borders open ones. Rings
// that cover less than least are left out, and bends as the frame says, both
// counted in the larger units.
func (f *Frame) Mesh(shapes []*Shape, unit, least int) (land, borders string) {
	g := *f
	g.Width, g.Height = f.Width/unit, f.Height/unit
	g.scale, g.x, g.y = f.scale/float64(unit), f.x/float64(unit), f.y/float64(unit)
	w := web{at: map[Pixel]int{}, between: map[[2]int]int{}}
	for i, s := range shapes {
		g.lines(s, func(line []Pixel) {
			if len(line) > 2 && abs(twice(line)) >= 2*least {
				for j, p := range line {
					w.join(i, p, line[(j+1)%len(line)])
				}
			}
		})
	}
	w.tie()
	lines := w.arcs(f.Bend, func(e *segment) bool { return !e.odd })
	return path(w.loops(w.arcs(f.Bend, func(e *segment) bool { return e.odd })), true), path(lines, false)
}

// web is the segments of all lines, each once.
type web struct {
	points   []Pixel
	at       map[Pixel]int  // the number of a point
	segments []segment      // in the order in which they came
	between  map[[2]int]int // the number of a segment between points, the lesser first
	of       [][]int        // the segments of each point that are drawn
}

// segment is the line between two points. It is a coast when an odd number of lines
// run along it, and a border when lines of several shapes do otherwise. A shape
// that runs along it and back is as narrow there as a line, and not drawn.
type segment struct {
	ends              [2]int
	shape             int // the first that runs along it
	odd, shared, done bool
}

func (w *web) point(p Pixel) int {
	n, ok := w.at[p]
	if !ok {
		n = len(w.points)
		w.at[p], w.points = n, append(w.points, p)
	}
	return n
}

func (w *web) join(shape int, p, q Pixel) {
	a, b := w.point(p), w.point(q)
	ends := [2]int{min(a, b), max(a, b)}
	n, ok := w.between[ends]
	if !ok {
		n = len(w.segments)
		w.between[ends], w.segments = n, append(w.segments, segment{ends: ends, shape: shape})
	}
	e := &w.segments[n]
	e.odd, e.shared = !e.odd, e.shared || e.shape != shape
}

// tie notes at each point which segments are drawn.
func (w *web) tie() {
	w.of = make([][]int, len(w.points))
	for n := range w.segments {
		if e := &w.segments[n]; e.odd || e.shared {
			for _, p := range e.ends {
				w.of[p] = append(w.of[p], n)
			}
		}
	}
}

// arcs are the lines of segments of a sort, from one point where lines meet to the
// next, or round. Such a point stays, so that what meets there still does.
func (w *web) arcs(bend int, sort func(*segment) bool) [][]Pixel {
	var out [][]Pixel
	for _, meeting := range []bool{true, false} { // what is left then runs round
		for p := range w.points {
			if meeting != (len(w.of[p]) != 2) {
				continue
			}
			for _, n := range w.of[p] {
				if e := &w.segments[n]; !e.done && sort(e) {
					out = append(out, thin(w.walk(p, n), bend, meeting))
				}
			}
		}
	}
	return out
}

// walk gives the points from one along a segment until lines meet; without the
// last where it is the first, of a line that meets none.
func (w *web) walk(from, n int) []Pixel {
	line := []Pixel{w.points[from]}
	for at := from; ; {
		e := &w.segments[n]
		e.done = true
		at = e.ends[0] + e.ends[1] - at
		if at == from && len(w.of[at]) == 2 {
			return line
		}
		line = append(line, w.points[at])
		if len(w.of[at]) != 2 {
			return line
		}
		n = w.of[at][0] + w.of[at][1] - n
	}
}

// loops joins coasts to closed lines: at each point an even number of them end.
func (w *web) loops(arcs [][]Pixel) [][]Pixel {
	ends := map[Pixel][]int{}
	for i, a := range arcs {
		ends[a[0]] = append(ends[a[0]], i)
		ends[a[len(a)-1]] = append(ends[a[len(a)-1]], i)
	}
	done := make([]bool, len(arcs))
	var out [][]Pixel
	for i, a := range arcs {
		if done[i] {
			continue
		}
		done[i] = true
		line := a
		for at := a[len(a)-1]; at != a[0] && w.meets(at); {
			line, at = w.follow(line[:len(line):len(line)], arcs, ends[at], done)
		}
		if line = tidy(line); len(line) > 2 {
			out = append(out, line)
		}
	}
	return out
}

func (w *web) meets(p Pixel) bool { return len(w.of[w.at[p]]) != 2 }

// follow adds to a line an arc that goes on where it ends.
func (w *web) follow(line []Pixel, arcs [][]Pixel, candidates []int, done []bool) ([]Pixel, Pixel) {
	end := line[len(line)-1]
	for _, i := range candidates {
		if done[i] {
			continue
		}
		done[i] = true
		a := arcs[i]
		if a[0] == end {
			return append(line, a[1:]...), a[len(a)-1]
		}
		for j := len(a) - 2; j >= 0; j-- {
			line = append(line, a[j])
		}
		return line, a[0]
	}
	panic("a coast ends")
}
