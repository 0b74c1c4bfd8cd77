package geo

import "math"

// Frame is a map's picture: a projection, and the part of its plane that shows.
// Its units are whole; (0, 0) is the upper left corner.
type Frame struct {
	Width, Height int
	Bend          int // how many units a bend of a line covers that is left out
	proj          projection
	scale         float64 // units to the globe's radius
	x, y          float64 // where the plane's origin is
	centre        Vec
	reach         float64 // of the farthest point that shows from the centre, in radians
}

// Sizes say what a region's picture may be like.
type Sizes struct {
	Width     int
	Low, High float64 // limits of height divided by width
	Bend      int     // as in Frame
	Margin    float64 // the whole picture, times what the points take
	Least     float64 // radians that half the picture covers at least
}

// MaxRegion is how far the points of a region may lie from its middle, in
// radians: 60°. What is wider is the world.
const MaxRegion = 60 * math.Pi / 180

// Region frames points of the globe, at least one, that lie no farther apart
// than a region can be.
func Region(points []Vec, s Sizes) Frame {
	centre := Middle(points)
	var low, high xy
	for range 3 { // each time the middle is nearer to that of the picture
		a := newAzimuthal(centre, maxHorizon)
		low, high = box(a, points)
		centre = unit(a.globe(xy{(low.x + high.x) / 2, (low.y + high.y) / 2}), centre)
	}
	low, high = box(newAzimuthal(centre, maxHorizon), points)
	least := 2 * math.Sin(s.Least/2)
	w := max(-low.x, high.x, least) * s.Margin
	h := max(-low.y, high.y, least*s.Low) * s.Margin
	h = max(h, w*s.Low)
	w = max(w, h/s.High)
	f := Frame{Width: s.Width, Bend: s.Bend, Height: 2 * round(float64(s.Width)*h/w/2), centre: centre}
	f.scale = float64(f.Width) / 2 / w
	f.x, f.y = float64(f.Width)/2, float64(f.Height)/2
	corner := math.Sqrt(float64(w*w) + float64(h*h))
	f.reach = 2 * math.Asin(min(1, corner/2))
	f.proj = newAzimuthal(centre, f.reach*1.25)
	return f
}

func box(p projection, points []Vec) (low, high xy) {
	low, high = xy{math.Inf(1), math.Inf(1)}, xy{math.Inf(-1), math.Inf(-1)}
	for _, v := range points {
		q := p.point(v)
		low = xy{min(low.x, q.x), min(low.y, q.y)}
		high = xy{max(high.x, q.x), max(high.y, q.y)}
	}
	return low, high
}

// The world's picture: its central meridian leaves Eurasia in one piece, and
// it ends in the south where only Antarctica would follow, unless that is
// wanted.
const (
	worldMeridian = 11
	worldNorth    = 84
	worldSouth    = -58
)

// World frames the inhabited world, and the rest of it when it has one of the
// points.
func World(width, bend int, points []Vec) Frame {
	e := equalEarth{worldMeridian}
	half, top, bottom := e.at(180, 0).x, e.at(0, worldNorth).y, e.at(0, worldSouth).y
	for _, v := range points {
		if v.Point()[1] < worldSouth {
			bottom = e.at(0, -90).y
		}
	}
	f := Frame{Width: width, Bend: bend, proj: e, reach: math.Pi, centre: At(Point{worldMeridian, 0})}
	f.scale = float64(width) / (2 * half)
	f.Height = round((top - bottom) * f.scale)
	f.x, f.y = float64(width)/2, top*f.scale
	return f
}

// At gives the place of a point of the globe in the picture, and whether it is
// in it.
func (f *Frame) At(v Vec) (x, y int, ok bool) {
	q := f.pixel(f.proj.point(v))
	ok = Angle(v, f.centre) <= f.reach && q[0] >= 0 && q[0] <= f.Width && q[1] >= 0 && q[1] <= f.Height
	return q[0], q[1], ok
}

// Globe gives the point of the globe that a place of the picture shows.
func (f *Frame) Globe(x, y float64) Vec {
	return f.proj.globe(xy{(x - f.x) / f.scale, (f.y - y) / f.scale})
}

// Part gives a rectangle of the picture as a picture of its own, so many units wide.
func (f *Frame) Part(left, top, width, height, wide, bend int) Frame {
	g, times := *f, float64(wide)/float64(width)
	g.Width, g.Height, g.Bend = wide, round(float64(float64(height)*times)), bend
	g.scale, g.x, g.y = f.scale*times, float64(f.x-float64(left))*times, float64(f.y-float64(top))*times
	return g
}

// Across is how many units a stretch of the globe takes up, in radians, about the
// middle of the picture.
func (f *Frame) Across(angle float64) int { return round(f.scale * 2 * math.Sin(angle/2)) }

func (f *Frame) pixel(p xy) Pixel {
	return Pixel{round(f.x + float64(p.x*f.scale)), round(f.y - float64(p.y*f.scale))}
}

func round(x float64) int { return int(math.Floor(x + 0.5)) }

// Border is the outline of what the frame shows, for a map of a larger area.
func (f *Frame) Border() Shape {
	const n = 12
	w, h := float64(f.Width), float64(f.Height)
	var ring []Point
	side := func(x, y, dx, dy float64) {
		for i := range n {
			t := float64(i) / n
			ring = append(ring, f.Globe(x+float64(dx*t), y+float64(dy*t)).Point())
		}
	}
	side(0, 0, w, 0)
	side(w, 0, 0, h)
	side(w, h, -w, 0)
	side(0, h, 0, -h)
	return NewShape([][]Point{ring})
}
