package geo

import (
	"strings"
	"testing"
)

// rectangle is an area of the globe between some degrees, with points along it.
func rectangle(west, south, east, north float64) []Point {
	var ring []Point
	for x := west; x < east; x++ {
		ring = append(ring, Point{x, south})
	}
	for y := south; y < north; y++ {
		ring = append(ring, Point{east, y})
	}
	for x := east; x > west; x-- {
		ring = append(ring, Point{x, north})
	}
	for y := north; y > south; y-- {
		ring = append(ring, Point{west, y})
	}
	return ring
}

// shapesOf are a country with an enclave, its neighbours, of which one has a
// country around itself, and an island.
func shapesOf() []*Shape {
	var out []*Shape
	for _, rings := range [][][]Point{
		{rectangle(0, 0, 10, 10), rectangle(4, 4, 6, 6)},
		{rectangle(4, 4, 6, 6)},
		{rectangle(10, 0, 20, 10)},
		{rectangle(0, 10, 20, 16), rectangle(8, 12, 11, 14)},
		{rectangle(24, 2, 28, 6)},
		{rectangle(26, 10, 26.2, 10.2)},
	} {
		s := NewShape(rings)
		out = append(out, &s)
	}
	return out
}

// What outlines hold is land, the enclave too, and the hole is not; the lines
// between are drawn once, and what is small is left out.
func TestMesh(t *testing.T) {
	f := frameAbout(Point{-4, -4}, Point{32, 20})
	shapes := shapesOf()
	m := f.Mesh(shapes, 2, alone)
	for _, bend := range []int{0, 4} {
		m.tie(true)
		land := Area(m.loops(m.arcs(bend, func(s *segment) bool { return s.odd })))
		for _, tt := range []struct {
			at   Point
			land bool
		}{
			{Point{2, 5}, true}, {Point{5, 5}, true}, {Point{15, 5}, true}, {Point{15, 13}, true}, {Point{9.5, 13}, false},
			{Point{26, 4}, true}, {Point{22, 4}, false}, {Point{5, -2}, false},
		} {
			x, y, _ := f.At(At(tt.at))
			if got := land.Holds(Pixel{x / 2, y / 2}); got != tt.land {
				t.Errorf("bend %d: %v is land: %v", bend, tt.at, got)
			}
		}
		path, borders, _ := m.Paths(bend, 40, true)
		if n := strings.Count(path, "M"); n != 3 || strings.Count(path, "z") != n {
			t.Errorf("bend %d: land in %d pieces: %s", bend, n, path)
		}
		// Three meet between the first, its neighbour and the one in the north; the
		// enclave's border runs round.
		if n := strings.Count(borders, "M"); n != 4 || strings.Contains(borders, "z") {
			t.Errorf("bend %d: %d borders: %s", bend, n, borders)
		}
		if _, none, _ := m.Paths(bend, 40, false); none != "" {
			t.Errorf("borders that are not wanted: %s", none)
		}
	}
	_, fine, _ := m.Paths(0, 0, true)
	if _, again, _ := m.Paths(0, 0, true); fine != again {
		t.Error("paths differ from one time to the next")
	}
}

// A border that runs round comes back to where it began; round what is smaller than
// what is left out there is none.
func TestMeshOfAnEnclave(t *testing.T) {
	f := frameAbout(Point{3, 3}, Point{7, 7})
	m := f.Mesh(shapesOf(), 1, alone)
	m.tie(true)
	lines := m.arcs(0, func(s *segment) bool { return !s.odd })
	if _, borders, _ := m.Paths(0, 4, true); len(lines) != 1 || lines[0][0] != lines[0][len(lines[0])-1] || borders != path(lines, false) {
		t.Errorf("borders are %v: %s", lines, borders)
	}
	if _, borders, _ := m.Paths(0, f.Width*f.Height, true); borders != "" {
		t.Errorf("of what is too small there is %s", borders)
	}
}

// Where a frame cuts countries, no border runs along its edge.
func TestMeshAtTheEdge(t *testing.T) {
	f := frameAbout(Point{3, 3}, Point{15, 9})
	m := f.Mesh(shapesOf(), 1, alone)
	m.tie(true)
	for _, line := range m.arcs(0, func(s *segment) bool { return !s.odd }) {
		for i, p := range line[1:] {
			q := line[i]
			for axis, end := range []int{f.Width, f.Height} {
				if p[axis] == q[axis] && (p[axis] <= -bleed || p[axis] >= end+bleed) {
					t.Errorf("a border along the edge: %v", line)
				}
			}
		}
	}
}

// alone makes a group of each shape.
func alone(shape int) int { return shape }
