package geo

import "slices"

// Mesh is land and the borders in it, every line once: half of what an outline of
// each country takes. It is for one goroutine.
type Mesh struct {
	points   []Pixel
	at       map[Pixel]int  // the number of a point
	segments []segment      // in the order in which they came
	between  map[[2]int]int // the number of a segment between points, the lesser first
	of       [][]int        // the segments of each point that are drawn
	clipped  [2]Pixel       // the corners to which shapes were cut
}

// Mesh gives what a frame shows of shapes, of which no two overlap, in units that
// are as large as a number of the frame's.
func (f *Frame) Mesh(shapes []*Shape, unit int) *Mesh {
	g := *f
	g.Width, g.Height = f.Width/unit, f.Height/unit
	g.scale, g.x, g.y = f.scale/float64(unit), f.x/float64(unit), f.y/float64(unit)
	m := &Mesh{at: map[Pixel]int{}, between: map[[2]int]int{}, clipped: [2]Pixel{{-bleed, -bleed}, {g.Width + bleed, g.Height + bleed}}}
	for i, s := range shapes {
		g.lines(s, func(line []Pixel) {
			for j, p := range line {
				if q := line[(j+1)%len(line)]; p != q { // cut lines may stop and go on
					m.join(i, p, q)
				}
			}
		})
	}
	return m
}

// Paths are path data of the land, closed lines to be filled by the even-odd rule,
// and of the borders, if they are wanted: open lines. Left out are bends that cover
// so many units or fewer, islands, lakes and enclaves that cover less than least, and
// borders no longer than a unit.
//
// All the frame may be land: inland, without a path.
func (m *Mesh) Paths(bend, least int, wanted bool) (land, borders string, inland bool) {
	m.tie(wanted)
	small := func(line []Pixel) bool { return abs(twice(line)) < 2*least }
	lines := slices.DeleteFunc(m.arcs(bend, func(s *segment) bool { return !s.odd }), func(line []Pixel) bool {
		p, q := line[0], line[len(line)-1]
		return p == q && small(line) || len(line) == 2 && abs(p[0]-q[0])+abs(p[1]-q[1]) == 1
	})
	lines = slices.CompactFunc(lines, slices.Equal) // two that went about something small
	coasts := slices.DeleteFunc(m.loops(m.arcs(bend, func(s *segment) bool { return s.odd })), small)
	if len(coasts) == 1 && len(coasts[0]) == 4 {
		from, to := m.clipped[0], m.clipped[1]
		inland = abs(twice(coasts[0])) == 2*(to[0]-from[0])*(to[1]-from[1])
	}
	if inland {
		coasts = nil
	}
	return path(coasts, true), path(lines, false), inland
}

// segment is the line between two points. It is a coast when an odd number of lines
// run along it, and a border when lines of several shapes do otherwise. A shape
// that runs along it and back is as narrow there as a line, and not drawn.
type segment struct {
	ends              [2]int
	shape             int // the first that runs along it
	odd, shared, done bool
}

func (m *Mesh) point(p Pixel) int {
	n, ok := m.at[p]
	if !ok {
		n = len(m.points)
		m.at[p], m.points = n, append(m.points, p)
	}
	return n
}

func (m *Mesh) join(shape int, p, q Pixel) {
	a, b := m.point(p), m.point(q)
	ends := [2]int{min(a, b), max(a, b)}
	n, ok := m.between[ends]
	if !ok {
		n = len(m.segments)
		m.between[ends], m.segments = n, append(m.segments, segment{ends: ends, shape: shape})
	}
	e := &m.segments[n]
	e.odd, e.shared = !e.odd, e.shared || e.shape != shape
}

// tie notes at each point which segments are drawn: coasts, and borders if they
// are wanted.
func (m *Mesh) tie(borders bool) {
	m.of = make([][]int, len(m.points))
	for n := range m.segments {
		e := &m.segments[n]
		if e.done = false; e.odd || e.shared && borders && !m.cut(e) {
			for _, p := range e.ends {
				m.of[p] = append(m.of[p], n)
			}
		}
	}
}

// cut reports whether a segment is no line of a shape, but where shapes were cut,
// which nobody sees.
func (m *Mesh) cut(e *segment) bool {
	p, q := m.points[e.ends[0]], m.points[e.ends[1]]
	for axis := range p {
		if at := p[axis]; at == q[axis] && (at == m.clipped[0][axis] || at == m.clipped[1][axis]) {
			return true
		}
	}
	return false
}

// arcs are the lines of segments of a sort, from one point where lines meet to the
// next, or round. Such a point stays, so that what meets there still does.
func (m *Mesh) arcs(bend int, sort func(*segment) bool) [][]Pixel {
	var out [][]Pixel
	for _, meeting := range []bool{true, false} { // what is left then runs round
		for p := range m.points {
			if meeting != (len(m.of[p]) != 2) {
				continue
			}
			for _, n := range m.of[p] {
				if e := &m.segments[n]; !e.done && sort(e) {
					line := thin(m.walk(p, n), bend, meeting)
					if !meeting {
						line = append(line, line[0])
					}
					out = append(out, line)
				}
			}
		}
	}
	return out
}

// walk gives the points from one along a segment until lines meet; without the
// last where it is the first, of a line that meets none.
func (m *Mesh) walk(from, n int) []Pixel {
	line := []Pixel{m.points[from]}
	for at := from; ; {
		e := &m.segments[n]
		e.done = true
		at = e.ends[0] + e.ends[1] - at
		if at == from && len(m.of[at]) == 2 {
			return line
		}
		line = append(line, m.points[at])
		if len(m.of[at]) != 2 {
			return line
		}
		n = m.of[at][0] + m.of[at][1] - n
	}
}

// loops joins coasts to closed lines: at each point an even number of them end.
func (m *Mesh) loops(arcs [][]Pixel) [][]Pixel {
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
		for at := a[len(a)-1]; at != a[0] && m.meets(at); {
			line, at = m.follow(line[:len(line):len(line)], arcs, ends[at], done)
		}
		if line = tidy(line); len(line) > 2 {
			out = append(out, line)
		}
	}
	return out
}

func (m *Mesh) meets(p Pixel) bool { return len(m.of[m.at[p]]) != 2 }

// follow adds to a line an arc that goes on where it ends.
func (m *Mesh) follow(line []Pixel, arcs [][]Pixel, candidates []int, done []bool) ([]Pixel, Pixel) {
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
