package geo

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

const degree = math.Pi / 180

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

// Every point that a projection shows is found again where it was drawn.
func TestProjectionsRoundTrip(t *testing.T) {
	for name, p := range map[string]projection{
		"azimuthal":           newAzimuthal(At(Point{60, 45}), maxHorizon),
		"azimuthal, pole":     newAzimuthal(At(Point{0, 90}), maxHorizon),
		"azimuthal, 180":      newAzimuthal(At(Point{180, -17}), maxHorizon),
		"Equal Earth":         equalEarth{worldMeridian},
		"Equal Earth, at 180": equalEarth{180},
	} {
		for lon := -179.5; lon < 180; lon += 11.3 {
			for lat := -89.0; lat < 90; lat += 7.9 {
				v := At(Point{lon, lat})
				if a, ok := p.(azimuthal); ok && dot(v, a.centre) < a.cosHorizon {
					continue
				}
				if got := p.globe(p.point(v)); Angle(got, v) > 1e-6 {
					t.Fatalf("%s: %v comes back as %v", name, Point{lon, lat}, got.Point())
				}
			}
		}
	}
}

// Equal areas of the globe are equal on the map.
func TestProjectionsKeepAreas(t *testing.T) {
	for name, p := range map[string]projection{
		"azimuthal": newAzimuthal(At(Point{60, 45}), maxHorizon), "Equal Earth": equalEarth{worldMeridian},
	} {
		for _, c := range []Point{{60, 45}, {20, 10}, {100, 70}, {30, -5}} {
			const d = 0.1
			a, b, e := p.point(At(c)), p.point(At(Point{c[0] + d, c[1]})), p.point(At(Point{c[0], c[1] + d}))
			got := math.Abs((b.x-a.x)*(e.y-a.y) - (e.x-a.x)*(b.y-a.y))
			want := d * degree * math.Cos(c[1]*degree) * d * degree
			if !near(got/want, 1, 0.01) {
				t.Errorf("%s: about %v an area is drawn %.3f times as large", name, c, got/want)
			}
		}
	}
}

func square(lon, lat, half float64) Shape {
	return NewShape([][]Point{{{lon - half, lat - half}, {lon - half, lat + half}, {lon + half, lat + half}, {lon + half, lat - half}}})
}

func frameAbout(points ...Point) Frame {
	var vecs []Vec
	for _, p := range points {
		vecs = append(vecs, At(p))
	}
	return Region(vecs, Sizes{Width: 400, Low: 0.5, High: 1, Margin: 1.1, Least: 3 * degree})
}

func extent(a Area) (low, high Pixel) {
	low, high = Pixel{1 << 30, 1 << 30}, Pixel{-1 << 30, -1 << 30}
	for _, line := range a {
		for _, p := range line {
			for k := range p {
				low[k], high[k] = min(low[k], p[k]), max(high[k], p[k])
			}
		}
	}
	return low, high
}

func TestRegionHoldsItsPoints(t *testing.T) {
	for _, points := range [][]Point{
		{{74.6, 42.9}},
		{{74.6, 42.9}, {37.6, 55.8}, {62.9, 35.9}},
		{{178.4, -18.1}, {-179.9, -16.8}, {179.9, -19}},
		{{170, 65}, {-170, 60}, {-150, 70}},
		{{0, 89}, {120, 80}, {-120, 82}},
		{{-70, -55}, {-60, 12}},
		{{10, 0}, {100, 0}},
	} {
		f := frameAbout(points...)
		if f.Height < f.Width/2 || f.Height > f.Width {
			t.Errorf("%v: the picture is %d by %d", points, f.Width, f.Height)
		}
		for _, p := range points {
			x, y, ok := f.At(At(p))
			if !ok {
				t.Errorf("%v: %v is not in the picture, but at %d, %d", points, p, x, y)
			}
			if back := f.Globe(float64(x), float64(y)); Angle(back, At(p)) > 1.5/f.scale {
				t.Errorf("%v: %d, %d shows %v, not %v", points, x, y, back.Point(), p)
			}
		}
	}
}

// An area across the antimeridian is one piece in a region, and two at the
// edges of a map of the world cut there.
func TestAntimeridian(t *testing.T) {
	s := square(180, -17, 2)
	f := frameAbout(Point{177, -19}, Point{-177, -15})
	area := f.Draw(&s, 1)
	low, high := extent(area)
	if len(area) != 1 || high[0]-low[0] > f.Width || low[0] < 0 || high[0] > f.Width {
		t.Errorf("in a region: %v", area)
	}
	world := Frame{Width: 400, Height: 200, proj: equalEarth{0}, reach: math.Pi, scale: 70, x: 200, y: 100, centre: At(Point{0, 0})}
	area = world.Draw(&s, 1)
	if len(area) != 2 {
		t.Fatalf("on the world: %v", area)
	}
	for _, piece := range area {
		if low, high := extent(Area{piece}); high[0]-low[0] > 10 {
			t.Errorf("a piece is drawn across the world: %v", piece)
		}
	}
}

// An area round a pole is filled towards the pole, in both projections.
func TestPoles(t *testing.T) {
	var ring []Point
	for lon := -180.0; lon < 180; lon += 10 {
		ring = append(ring, Point{lon, -70})
	}
	s := NewShape([][]Point{ring})
	world := World(400, 0, []Vec{At(Point{0, -90})})
	_, high := extent(world.Draw(&s, 1))
	if low, _ := extent(world.Draw(&s, 1)); low[0] > 100 || high[0] < 300 || high[1] < world.Height-1 {
		t.Errorf("on the world it reaches to %v of %d, %d", high, world.Width, world.Height)
	}
	f := frameAbout(Point{0, -60}, Point{120, -60}, Point{-120, -60})
	area := f.Draw(&s, 1)
	x, y, _ := f.At(At(Point{0, -90}))
	if len(area) != 1 || !contains(area, Pixel{x, y}) {
		t.Errorf("the pole at %d, %d is not in %v", x, y, area)
	}
}

// contains reports whether a pixel is inside an area.
func contains(a Area, p Pixel) bool {
	pieces, _ := a.stretches(nil, nil, 1, p[1], 1<<30)
	for _, span := range pieces {
		if span[0] <= p[0] && p[0] <= span[1] {
			return true
		}
	}
	return false
}

// What is far from a region, at its antipode or all about it, does not spill
// into the picture.
func TestBeyondTheHorizon(t *testing.T) {
	f := frameAbout(Point{60, 40}, Point{70, 50})
	far := square(-115, -45, 15) // about the antipode
	if area := f.Draw(&far, 1); area != nil {
		t.Errorf("an area at the antipode is drawn: %v", area)
	}
	around := NewShape([][]Point{{{-60, 0}, {0, 70}, {120, 70}, {170, 0}, {120, -60}, {0, -60}}})
	if area := f.Draw(&around, 1); len(area) == 1 && contains(area, Pixel{f.Width / 2, f.Height / 2}) != contains(area, Pixel{1, 1}) {
		t.Errorf("a far border runs through the picture: %v", area)
	}
}

func TestClip(t *testing.T) {
	w, h := 100, 50
	for _, tt := range []struct {
		name     string
		in, want []Pixel
	}{
		{"inside", []Pixel{{10, 10}, {20, 10}, {20, 20}}, []Pixel{{10, 10}, {20, 10}, {20, 20}}},
		{"outside", []Pixel{{200, 10}, {220, 10}, {220, 20}}, nil},
		{"around", []Pixel{{-90, -90}, {190, -90}, {190, 190}, {-90, 190}}, []Pixel{{104, -4}, {104, 54}, {-4, 54}, {-4, -4}}},
		{"across", []Pixel{{-50, 10}, {150, 10}, {150, 20}, {-50, 20}}, []Pixel{{104, 10}, {104, 20}, {-4, 20}, {-4, 10}}},
	} {
		got := new(workplace).clip(tt.in, w, h)
		slices.SortFunc(got, func(a, b Pixel) int { return slices.Compare(a[:], b[:]) })
		slices.SortFunc(tt.want, func(a, b Pixel) int { return slices.Compare(a[:], b[:]) })
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Neighbours cut and thin their border alike, whichever way they run along it.
func TestBordersAreDrawnAlike(t *testing.T) {
	var border []Pixel
	for i := range 60 {
		border = append(border, Pixel{-20 + 3*i, 25 + (i*i*7)%9})
	}
	for i, p := range border[1:] {
		for _, axis := range []int{0, 1} {
			q := border[i]
			if at := (p[axis] + q[axis]) / 2; p[axis] != q[axis] && cut(p, q, axis, at) != cut(q, p, axis, at) {
				t.Errorf("the line %v %v is cut differently backwards", p, q)
			}
		}
	}
	north := append(slices.Clone(border), Pixel{200, 0}, Pixel{-60, 0})
	back := slices.Clone(border)
	slices.Reverse(back)
	south := append(back, Pixel{-60, 50}, Pixel{200, 50})
	along := func(line []Pixel) []Pixel {
		var out []Pixel
		for _, p := range new(workplace).thin(line, 8, false) {
			if p[0] > 10 && p[0] < 130 && p[1] > 0 && p[1] < 50 { // away from the ends
				out = append(out, p)
			}
		}
		slices.SortFunc(out, func(a, b Pixel) int { return a[0] - b[0] })
		return out
	}
	a, b := along(north), along(south)
	if !slices.Equal(a, b) || len(a) == 0 || len(a) > 40 {
		t.Errorf("north of the border: %v\nsouth of it: %v", a, b)
	}
}

func TestTidy(t *testing.T) {
	for _, tt := range []struct{ in, want []Pixel }{
		{[]Pixel{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}, []Pixel{{0, 0}, {10, 0}, {10, 10}, {0, 10}}},
		{[]Pixel{{0, 0}, {10, 0}, {10, 10}, {10, 20}, {10, 10}, {0, 10}}, []Pixel{{0, 0}, {10, 0}, {10, 10}, {0, 10}}},
		{[]Pixel{{5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, []Pixel{{10, 0}, {10, 10}, {0, 10}, {0, 0}}},
		{[]Pixel{{0, 0}, {10, 0}, {0, 0}}, []Pixel{{0, 0}}},
	} {
		if got := tidy(slices.Clone(tt.in)); !slices.Equal(got, tt.want) {
			t.Errorf("tidy(%v) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestPath(t *testing.T) {
	a := Area{{{10, 20}, {15, 18}, {15, 30}}, {{-4, 0}, {3, 0}, {3, -1}}}
	if got, want := a.Path(), "M10 20l5-2 0 12zM-4 0l7 0 0-1z"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if strings.ContainsAny(a.Path(), ".,e") {
		t.Error("a path has more than whole numbers")
	}
}

// The roomiest place of an L is in its thick leg.
func TestRooms(t *testing.T) {
	f := &Frame{Width: 200, Height: 100}
	a := Area{{{0, 0}, {200, 0}, {200, 60}, {40, 60}, {40, 100}, {0, 100}}}
	rooms := a.Rooms(f)
	if len(rooms) == 0 {
		t.Fatal("no room")
	}
	if p := rooms[0].At; p[1] < 15 || p[1] > 45 || p[0] < 60 {
		t.Errorf("the name goes to %v", p)
	}
	for _, r := range rooms {
		if !contains(a, r.At) || !a.Rows().Hold(r.At) {
			t.Errorf("%v is not in the area", r.At)
		}
	}
}

func TestBorderOfAFrame(t *testing.T) {
	f := frameAbout(Point{60, 40}, Point{70, 50})
	border := f.Border()
	world := World(800, 0, nil)
	area := world.Draw(&border, 1)
	x, y, _ := world.At(At(Point{65, 45}))
	if len(area) != 1 || !contains(area, Pixel{x, y}) {
		t.Errorf("the border on the world: %v", area)
	}
}

// TestRows asks for every pixel about areas of random lines, and counts the lines to its right.
func TestRows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		var a Area
		for range 1 + r.IntN(3) {
			var line []Pixel
			for range 3 + r.IntN(8) {
				line = append(line, Pixel{r.IntN(30) - 5, r.IntN(30) - 5})
			}
			a = append(a, line)
		}
		rows := a.Rows()
		for y := -8; y < 28; y++ {
			for x := -8; x < 28; x++ {
				in := false
				for _, line := range a {
					for i, p := range line {
						q := line[(i+1)%len(line)]
						if (p[1] > y) != (q[1] > y) && x < cut(p, q, 1, y)[0] {
							in = !in
						}
					}
				}
				if rows.Hold(Pixel{x, y}) != in {
					t.Fatalf("%v: whether %d, %d lies in it is not %v", a, x, y, in)
				}
				if any := rows.Hold(Pixel{x - 4, y}) || rows.Hold(Pixel{x - 2, y}) || rows.Hold(Pixel{x + 1, y}) || rows.Hold(Pixel{x + 4, y}); rows.HoldAny(y, x-4, x+4, 3) != any {
					t.Fatalf("%v: whether any of four about %d, %d lies in it is not %v", a, x, y, any)
				}
			}
		}
	}
}
