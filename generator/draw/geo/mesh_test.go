package geo

import (
	"regexp"
	"strconv"
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

// What outlines hold is filled, the enclave too, and the hole is not; the lines
// between are drawn once, and what is small is left out.
func TestLayers(t *testing.T) {
	f := frameAbout(Point{-4, -4}, Point{32, 20})
	m := f.Mesh(shapesOf(), 2, alone)
	every := func(int) bool { return true }
	for _, bend := range []int{0, 4} {
		land := areaOf(t, fill(m.Layers(bend, 0).Pen(), every)).Rows()
		for _, tt := range []struct {
			at   Point
			land bool
		}{
			{Point{2, 5}, true}, {Point{5, 5}, true}, {Point{15, 5}, true}, {Point{15, 13}, true}, {Point{9.5, 13}, false},
			{Point{26, 4}, true}, {Point{22, 4}, false}, {Point{5, -2}, false},
		} {
			x, y, _ := f.At(At(tt.at))
			if got := land.Hold(Pixel{x / 2, y / 2}); got != tt.land {
				t.Errorf("bend %d: %v is land: %v", bend, tt.at, got)
			}
		}
		pen := m.Layers(bend, 40).Pen()
		path := fill(pen, every)
		if n := strings.Count(path, "M"); n != 3 || strings.Count(path, "z") != n {
			t.Errorf("bend %d: land in %d pieces: %s", bend, n, path)
		}
		// Three meet between the first, its neighbour and the one in the north; the
		// enclave's border runs round.
		borders := pen.Lines(func(_, b int) bool { return b >= 0 })
		if n := strings.Count(borders, "M"); n > 4 || n < 2 || strings.Contains(borders, "z") {
			t.Errorf("bend %d: %d borders: %s", bend, n, borders)
		}
	}
}

func fill(p *Pen, wanted func(int) bool) string {
	path, _ := p.Fill(wanted)
	return path
}

// areaOf reads path data.
func areaOf(t *testing.T, path string) (area Area) {
	t.Helper()
	for _, piece := range strings.Split(strings.TrimPrefix(path, "M"), "M") {
		var line []Pixel
		numbers := regexp.MustCompile(`-?\d+`).FindAllString(piece, -1)
		for i := 0; i+1 < len(numbers); i += 2 {
			x, _ := strconv.Atoi(numbers[i])
			y, _ := strconv.Atoi(numbers[i+1])
			if i > 0 {
				x, y = x+line[len(line)-1][0], y+line[len(line)-1][1]
			}
			line = append(line, Pixel{x, y})
		}
		area = append(area, line)
	}
	return area
}

// What two groups share is written in the same direction for both, and again by a pen
// that goes on where another one stopped.
func TestSharedLinesAreWrittenAlike(t *testing.T) {
	f := frameAbout(Point{-4, -4}, Point{32, 20})
	group := func(shape int) int { return min(shape, 3) }
	for _, bend := range []int{0, 4} {
		layers := f.Mesh(shapesOf(), 1, group).Layers(bend, 0)
		pen := layers.Pen()
		first, all := pen.Fill(func(g int) bool { return g == 0 })
		if all {
			t.Errorf("a country is all of the picture: %s", first)
		}
		neighbour := fill(pen, func(g int) bool { return g == 2 })
		shared := pen.Again().Lines(func(a, b int) bool { return a == 0 && b == 2 || a == 2 && b == 0 })
		moves := regexp.MustCompile(`l(-?\d+[ -]\d+[ -]\d+[ -]\d+)`).FindStringSubmatch(shared)[1]
		if !strings.Contains(first, moves) || !strings.Contains(neighbour, moves) {
			t.Errorf("bend %d: %s is not in %s and %s", bend, moves, first, neighbour)
		}
		if a, b := fill(layers.Pen(), alike(1)), fill(layers.Pen(), alike(1)); a != b {
			t.Errorf("paths differ from one time to the next: %s, %s", a, b)
		}
	}
}

func alike(group int) func(int) bool { return func(g int) bool { return g == group } }

// Where one group is all of a picture, that is known.
func TestFillIsAllOfThePicture(t *testing.T) {
	f := frameAbout(Point{1, 1}, Point{3, 3})
	wide := NewShape([][]Point{rectangle(-40, -40, 40, 40)})
	if path, all := f.Mesh([]*Shape{&wide}, 1, alone).Layers(4, 0).Pen().Fill(alike(0)); !all {
		t.Errorf("it is %s", path)
	}
}

// A border that runs round comes back to where it began; round what is smaller than
// what is left out there is none.
func TestLayersOfAnEnclave(t *testing.T) {
	f := frameAbout(Point{3, 3}, Point{7, 7})
	m := f.Mesh(shapesOf(), 1, alone)
	for least, want := range map[int]int{4: 1, f.Width * f.Height: 0} {
		if borders := m.Layers(0, least).Pen().Lines(func(_, b int) bool { return b >= 0 }); strings.Count(borders, "M") != want {
			t.Errorf("borders of %d units: %s", least, borders)
		}
	}
}

// Where a frame cuts countries, no border runs along its edge.
func TestLayersAtTheEdge(t *testing.T) {
	f := frameAbout(Point{3, 3}, Point{15, 9})
	l := f.Mesh(shapesOf(), 1, alone).Layers(0, 0)
	for _, a := range l.arcs {
		if a.cut || len(a.sides) < 2 {
			continue
		}
		for i, p := range a.line[1:] {
			q := a.line[i]
			for axis, end := range []int{f.Width, f.Height} {
				if p[axis] == q[axis] && (p[axis] <= -bleed || p[axis] >= end+bleed) {
					t.Errorf("a border along the edge: %v", a.line)
				}
			}
		}
	}
}

// alone makes a group of each shape.
func alone(shape int) int { return shape }
