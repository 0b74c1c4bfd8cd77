package geo

import "slices"

// Mesh is groups of shapes and the lines that bound them, every line once: half of what
// an outline of each takes. It is for one goroutine.
type Mesh struct {
	points   []Pixel
	at       map[Pixel]int  // the number of a point
	segments []segment      // in the order in which they came
	between  map[[2]int]int // the number of a segment between points, the lesser first
	of       [][]int        // the segments of each point that are drawn
	clipped  [2]Pixel       // the corners to which shapes were cut
}

// Mesh gives what a frame shows of shapes, of which no two overlap, in units that
// are as large as a number of the frame's. group says to which group each belongs.
func (f *Frame) Mesh(shapes []*Shape, unit int, group func(shape int) int) *Mesh {
	g := *f
	g.Width, g.Height = f.Width/unit, f.Height/unit
	g.scale, g.x, g.y = f.scale/float64(unit), f.x/float64(unit), f.y/float64(unit)
	m := &Mesh{at: map[Pixel]int{}, between: map[[2]int]int{}, clipped: [2]Pixel{{-bleed, -bleed}, {g.Width + bleed, g.Height + bleed}}}
	w := workplace{}
	for i, s := range shapes {
		g.lines(s, &w, func(line []Pixel) {
			for j, p := range line {
				if q := line[(j+1)%len(line)]; p != q { // cut lines may stop and go on
					m.join(group(i), p, q)
				}
			}
		})
	}
	return m
}

// segment is the line between two points.
type segment struct {
	ends  [2]int
	sides []int // the groups that it bounds: those of which an odd number of lines run along it
	done  bool
}

func (m *Mesh) point(p Pixel) int {
	n, ok := m.at[p]
	if !ok {
		n = len(m.points)
		m.at[p], m.points = n, append(m.points, p)
	}
	return n
}

func (m *Mesh) join(group int, p, q Pixel) {
	a, b := m.point(p), m.point(q)
	ends := [2]int{min(a, b), max(a, b)}
	n, ok := m.between[ends]
	if !ok {
		n = len(m.segments)
		m.between[ends], m.segments = n, append(m.segments, segment{ends: ends})
	}
	e := &m.segments[n]
	if i := slices.Index(e.sides, group); i >= 0 {
		e.sides = slices.Delete(e.sides, i, i+1)
	} else {
		e.sides = append(e.sides, group)
	}
}

// tie notes at each point which segments bound a group.
func (m *Mesh) tie() {
	m.of = make([][]int, len(m.points))
	for n := range m.segments {
		e := &m.segments[n]
		if e.done = len(e.sides) == 0; !e.done {
			for _, p := range e.ends {
				m.of[p] = append(m.of[p], n)
			}
		}
	}
}

// cut reports whether a line runs where shapes were cut, which nobody sees.
func (m *Mesh) cut(line []Pixel) bool {
	for axis := range 2 {
		for _, corner := range m.clipped {
			if !slices.ContainsFunc(line, func(p Pixel) bool { return p[axis] != corner[axis] }) {
				return true
			}
		}
	}
	return false
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
