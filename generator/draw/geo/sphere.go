// Package geo draws parts of the globe on a plane of whole pixels.
//
// A Shape (an outline in degrees, made ready once) goes through a projection,
// is clipped to a Frame and rounded to whole units of the drawing; from there
// on everything is integers. Two shapes that share a border share its points,
// and rounding keeps them shared, so neighbours fit at every scale.
//
// Regions use Lambert's azimuthal equal-area projection about their own middle,
// which has no seam at the antimeridian and none at the poles; the world uses
// Equal Earth. Products are rounded before they are added (float64(a*b)), since
// a machine that fuses the two would give other digits.
//
// All values are constants once made and safe for concurrent use.
package geo

import (
	"math"
	"sync"
)

// Point is a longitude and a latitude in degrees.
type Point = [2]float64

// Vec is a point of the globe as a unit vector: x to longitude 0, y to
// longitude 90° E, z to the north pole.
type Vec [3]float64

// At gives the vector of a point.
func At(p Point) Vec {
	sinLon, cosLon := math.Sincos(p[0] * math.Pi / 180)
	sinLat, cosLat := math.Sincos(p[1] * math.Pi / 180)
	return Vec{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// Point gives the longitude and latitude of a vector.
func (v Vec) Point() Point {
	lat := math.Atan2(v[2], math.Sqrt(float64(v[0]*v[0])+float64(v[1]*v[1])))
	return Point{math.Atan2(v[1], v[0]) * 180 / math.Pi, lat * 180 / math.Pi}
}

func dot(a, b Vec) float64 {
	return float64(a[0]*b[0]) + float64(a[1]*b[1]) + float64(a[2]*b[2])
}

func cross(a, b Vec) Vec {
	return Vec{
		float64(a[1]*b[2]) - float64(a[2]*b[1]),
		float64(a[2]*b[0]) - float64(a[0]*b[2]),
		float64(a[0]*b[1]) - float64(a[1]*b[0]),
	}
}

// sum adds vectors, each times a number.
func sum(a Vec, x float64, b Vec, y float64) Vec {
	var out Vec
	for i := range out {
		out[i] = float64(a[i]*x) + float64(b[i]*y)
	}
	return out
}

// unit gives the direction of v, or otherwise when v has none.
func unit(v, otherwise Vec) Vec {
	n := math.Sqrt(dot(v, v))
	if n < 1e-9 {
		return otherwise
	}
	return Vec{v[0] / n, v[1] / n, v[2] / n}
}

// Angle is the distance of two points of the globe, in radians.
func Angle(a, b Vec) float64 {
	c := cross(a, b)
	return math.Atan2(math.Sqrt(dot(c, c)), dot(a, b))
}

// Middle is the middle direction of some points; the first of them when they
// have none. There must be one.
func Middle(points []Vec) Vec {
	var total Vec
	for _, p := range points {
		total = sum(total, 1, p, 1)
	}
	return unit(total, points[0])
}

// Shape is an area of the globe.
type Shape struct {
	Rings  []Ring
	Centre Vec     // of the largest ring
	Radius float64 // of the largest ring about the centre, in radians
}

// Ring is a closed line.
type Ring struct {
	points []Point // the longitude runs on, past 180° or -180° if it must
	vecs   []Vec
	centre Vec
	radius float64
	world  func() [][]xy // the lines that it becomes on maps of the world; nobody changes them
}

// Vecs are the ring's points. The slice is shared and must not be changed.
func (r *Ring) Vecs() []Vec { return r.vecs }

// maxStep is the longest piece of a ring that may be drawn as a straight line,
// in degrees of longitude or latitude.
const maxStep = 2

// NewShape makes a shape of closed rings, the largest first. Between two points
// a ring takes the shorter way round the globe, along a straight line in
// degrees. A point is inside the shape when it is inside an odd number of rings.
func NewShape(rings [][]Point) Shape {
	s := Shape{Rings: make([]Ring, 0, len(rings))}
	for _, points := range rings {
		s.Rings = append(s.Rings, newRing(points))
	}
	if len(s.Rings) > 0 {
		s.Centre, s.Radius = s.Rings[0].centre, s.Rings[0].radius
	}
	return s
}

func newRing(points []Point) Ring {
	r := Ring{points: make([]Point, 0, len(points)), vecs: make([]Vec, 0, len(points))}
	lon := points[0][0]
	for i, p := range points {
		q := points[(i+1)%len(points)]
		dx, dy := eastward(p[0], q[0]), q[1]-p[1]
		n := int(math.Ceil(max(math.Abs(dx), math.Abs(dy), 1e-9) / maxStep))
		for j := range n {
			t := float64(j) / float64(n)
			at := Point{lon + float64(dx*t), p[1] + float64(dy*t)}
			r.points = append(r.points, at)
			r.vecs = append(r.vecs, At(at))
		}
		lon += dx
	}
	r.centre = Middle(r.vecs)
	farthest := 0
	for i, v := range r.vecs {
		if dot(r.centre, v) < dot(r.centre, r.vecs[farthest]) {
			farthest = i
		}
	}
	r.radius = Angle(r.centre, r.vecs[farthest])
	r.world = sync.OnceValue(func() [][]xy { return equalEarth{worldMeridian}.cut(&r) })
	return r
}

// eastward is the way from one longitude to another, the shorter one: from
// -180 to 180 degrees.
func eastward(from, to float64) float64 {
	d := math.Mod(to-from, 360)
	switch {
	case d > 180:
		return d - 360
	case d < -180:
		return d + 360
	}
	return d
}

// Cap gives the middle of the ring and how far it reaches from it, in radians.
func (r *Ring) Cap() (centre Vec, radius float64) { return r.centre, r.radius }

// Holds reports whether a point lies in the shape, which may not cross the
// antimeridian.
func (s *Shape) Holds(p Point) bool {
	in := false
	for i := range s.Rings {
		points := s.Rings[i].points
		for j, a := range points {
			b := points[(j+1)%len(points)]
			if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+float64((b[0]-a[0])*(p[1]-a[1]))/(b[1]-a[1]) {
				in = !in
			}
		}
	}
	return in
}
