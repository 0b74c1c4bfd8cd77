package extent

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"dossier/generator/draw/geo"
)

// degree in radians.
const degree = math.Pi / 180

// place is a thing without an extent.
func place(lat, lon float64, weight int) Thing {
	at := geo.At(geo.Point{lon, lat})
	return Thing{At: at, Weight: weight, Points: func() []geo.Vec { return []geo.Vec{at} }}
}

// land is a thing whose corners lie so many degrees from its middle.
func land(lat, lon, far float64) Thing {
	t := place(lat, lon, 1)
	t.Radius = far * degree
	t.Points = func() []geo.Vec {
		return []geo.Vec{geo.At(geo.Point{lon - far, lat}), geo.At(geo.Point{lon + far, lat})}
	}
	return t
}

func TestRegion(t *testing.T) {
	for _, tt := range []struct {
		name   string
		things []Thing
		inside []int
	}{
		{"all that lies together", []Thing{place(40, 70, 1), place(42, 74, 3)}, []int{0, 1}},
		{"the bulk", []Thing{place(40, 70, 5), place(42, 74, 5), place(-15, -70, 1)}, []int{0, 1}},
		{"by weight", []Thing{place(40, 70, 1), place(-30, 150, 20), place(-40, 170, 20)}, []int{1, 2}},
		{"nothing of what lies all over the world", []Thing{place(0, 0, 1), place(0, 90, 1), place(0, 180, 1), place(0, -90, 1)}, nil},
	} {
		inside, points := Region(tt.things)
		if !slices.Equal(inside, tt.inside) {
			t.Errorf("%s: %v is inside, want %v", tt.name, inside, tt.inside)
		}
		for _, i := range inside {
			if !slices.Contains(points, tt.things[i].At) {
				t.Errorf("%s: the points lack the thing %d", tt.name, i)
			}
		}
	}
}

// Of land larger than all others together only what lies near these must be in the picture.
func TestHeldIsTrimmed(t *testing.T) {
	small := []Thing{land(59, 25, 1), land(57, 25, 1), land(55, 24, 1), place(55, 37, 1)}
	points := Held(append(small, land(60, 90, 60)))
	if slices.Contains(points, geo.At(geo.Point{150, 60})) {
		t.Error("the far end of a large country is in the picture")
	}
	if !slices.Contains(points, geo.At(geo.Point{30, 60})) {
		t.Error("the near end of it is not")
	}
}

func TestReached(t *testing.T) {
	from, at := geo.At(geo.Point{0, 0}), func(lon float64) geo.Vec { return geo.At(geo.Point{lon, 0}) }
	if got, want := Reached(from, 10*degree, []geo.Vec{at(9), at(3), at(11)}), []geo.Vec{at(3), at(9)}; !slices.Equal(got, want) {
		t.Errorf("the nearest are %v, want %v", got, want)
	}
	var many []geo.Vec
	for i := range 2 * mostReached {
		many = append(many, at(float64(i)/10))
	}
	if got := Reached(from, 10*degree, many); len(got) != mostReached {
		t.Errorf("%d are reached", len(got))
	}
}

// What is near widens the picture, unless it would be too wide for a region.
func TestRoomy(t *testing.T) {
	sizes := geo.Sizes{Width: 320, Low: .6, High: .6, Margin: 1.2, Least: 2 * degree}
	from := []geo.Vec{geo.At(geo.Point{70, 40})}
	alone := Roomy(from, nil, sizes, 1.1, 3*degree)
	near := geo.At(geo.Point{76, 42})
	if _, _, in := alone.At(near); in {
		t.Fatal("what is near is in the picture anyway")
	}
	wider := Roomy(from, []geo.Vec{near}, sizes, 1.1, 3*degree)
	if _, _, in := wider.At(near); !in {
		t.Error("what is near is not in the picture")
	}
	far := Roomy(from, []geo.Vec{geo.At(geo.Point{-110, -40})}, sizes, 1.1, 3*degree)
	if far != alone {
		t.Error("the other side of the world changes the picture")
	}
}

func TestCrowds(t *testing.T) {
	at := [][2]int{{0, 0}, {100, 0}, {0, 30}, {50, 0}, {10, 0}, {200, 200}}
	if got, want := fmt.Sprint(Crowds(at, 50)), "[[0 1 2 3 4] [5]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := Crowds(nil, 50); len(got) != 0 {
		t.Errorf("of no points: %v", got)
	}
}

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		weights []int
		want    string
	}{
		{nil, "map[]"}, {[]int{3, 1, 3, 9}, "map[1:1 3:2 9:3]"}, {[]int{1, 2, 3, 4, 5, 6, 7, 8}, "map[1:1 2:1 3:2 4:2 5:3 6:3 7:4 8:4]"},
	} {
		if got := fmt.Sprint(Levels(tt.weights, 4)); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.weights, got, tt.want)
		}
	}
}

// Points that lie about alike share a tile, those all over the world its map; without a least size
// each set has a map that fits it.
func TestTiled(t *testing.T) {
	at := func(lat, lon float64) []geo.Vec {
		return []geo.Vec{geo.At(geo.Point{lon, lat}), geo.At(geo.Point{lon + 1, lat})}
	}
	sizes := geo.Sizes{Width: 320, Low: .6, High: .6, Margin: 1.2, Least: 2 * degree}
	key := func(points []geo.Vec, least float64) string {
		k, frame := Tiled(points, nil, least, sizes, .9)
		f := frame()
		for _, p := range points {
			if _, _, in := f.At(p); !in {
				t.Errorf("a tile of %v degrees leaves out %v", least, p.Point())
			}
		}
		return k
	}
	one, near, far := at(40, 70), at(40.3, 70.2), at(-30, 150)
	if key(one, 0) == key(near, 0) || key(one, 12) != key(near, 12) || key(one, 12) == key(far, 12) {
		t.Error("tiles are shared where they should not, or are not where they should")
	}
	if all := slices.Concat(one, far); key(all, 0) != key(all, 12) {
		t.Error("the world has two maps")
	}
	for few, want := range map[float64]float64{0: 0, 3: 3, 10: 12, 1000: 48} {
		if got := LeastTile(func(least float64) bool { return least >= few }); got != want {
			t.Errorf("with few maps from %v degrees on, tiles have %v, want %v", few, got, want)
		}
	}
}

// A map of places far apart shows whole the countries that lie not much farther off; one of places
// close together those that it nearly shows.
func TestPlaces(t *testing.T) {
	sizes := geo.Sizes{Width: 320, Low: .6, High: .6, Margin: 1.4, Least: 4 * degree}
	at := func(lat, lon float64) geo.Vec { return geo.At(geo.Point{lon, lat}) }
	if held, near := Places(nil, nil, nil, sizes); held != nil || near != nil {
		t.Errorf("of no places: %v, %v", held, near)
	}
	for _, tt := range []struct {
		name       string
		places     []geo.Vec
		held, near int
	}{
		{"far apart", []geo.Vec{at(40, 60), at(40, 90)}, 3, 2},
		{"close together", []geo.Vec{at(40, 74), at(40, 75)}, 2, 2},
	} {
		held, near := Places(tt.places, []geo.Vec{at(44, 75), at(-40, -75)}, []geo.Vec{at(42, 75)}, sizes)
		if len(held) != tt.held || len(near) != tt.near {
			t.Errorf("%s: %d are held and %d near, want %d and %d", tt.name, len(held), len(near), tt.held, tt.near)
		}
		f := Frame(held, near, sizes, .85)
		for _, p := range slices.Concat(held, near) {
			if _, _, in := f.At(p); !in {
				t.Errorf("%s: %v is not in the picture", tt.name, p.Point())
			}
		}
	}
}

// A window holds its points, lies in the picture, and is no part of a picture of which it would show most.
func TestWindow(t *testing.T) {
	frame := geo.Region([]geo.Vec{geo.At(geo.Point{40, 40}), geo.At(geo.Point{80, 50})}, geo.Sizes{Width: 960, Low: .5, High: .75, Margin: 1.1})
	for _, tt := range []struct {
		points [][2]float64
		share  int
		ok     bool
	}{
		{[][2]float64{{60, 45}, {61, 46}}, 3, true}, {[][2]float64{{40, 40}}, 3, true}, {[][2]float64{{50, 40}, {60, 45}}, 3, true},
		{[][2]float64{{50, 40}, {60, 45}}, 6, false}, {[][2]float64{{40, 40}, {80, 50}}, 1, false},
	} {
		var points []geo.Vec
		for _, p := range tt.points {
			points = append(points, geo.At(geo.Point{p[0], p[1]}))
		}
		left, top, w, h, ok := Window(&frame, points, tt.share, 2)
		if ok != tt.ok {
			t.Errorf("%v, a share of %d: a window: %t", tt.points, tt.share, ok)
		}
		if !ok {
			continue
		}
		if left < 2 || top < 2 || left+w > frame.Width-2 || top+h > frame.Height-2 || w*tt.share >= frame.Width {
			t.Errorf("%v: the window is %d, %d, %d wide and %d high", tt.points, left, top, w, h)
		}
		for _, p := range points {
			if x, y, _ := frame.At(p); x < left || x > left+w || y < top || y > top+h {
				t.Errorf("%v: the window lacks a point", tt.points)
			}
		}
	}
}

func TestRanges(t *testing.T) {
	if got, want := fmt.Sprint(Ranges(map[int]int{1: 1, 3: 1, 4: 2, 9: 2, 6: 2}, 3)), "[[0 0] [1 3] [4 9] [0 0]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// What is marked of a window are its corners, of a small one no more than half of a side.
func TestCorners(t *testing.T) {
	for _, tt := range []struct {
		part Part
		want int
	}{{Part{100, 50, 260, 170}, 15}, {Part{0, 0, 40, 40}, 10}, {Part{0, 0, 16, 40}, 8}} {
		corners := tt.part.Corners()
		for i, c := range corners {
			if c.Right-c.Left != tt.want || c.Bottom-c.Top != tt.want || c.Left < tt.part.Left || c.Bottom > tt.part.Bottom {
				t.Errorf("%v: corner %d is %v", tt.part, i, c)
			}
		}
	}
	if got, want := (Part{100, 50, 260, 170}).Path(), "M100 65v-15h15M245 50h15v15M260 155v15h-15M115 170h-15v-15"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A point that is left out covers no other.
func TestCovered(t *testing.T) {
	xs := []int{0, 5, 12, 40, 41, 41}
	at := func(i int) (x, y int) { return xs[i], 0 }
	if got, want := fmt.Sprint(Covered(len(xs), at, 10, func(i int) bool { return i != 4 })), "[false true false false false true]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
