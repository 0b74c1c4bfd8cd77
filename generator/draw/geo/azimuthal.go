package geo

import (
	"math"
	"slices"
)

// xy is a point of a projection's plane, y to the north; the globe's radius is
// its unit.
type xy struct{ x, y float64 }

// projection maps the globe onto a plane.
type projection interface {
	point(Vec) xy
	// ring gives the closed lines that a ring becomes; they may lie in what room points to,
	// which is set to their memory then.
	ring(r *Ring, room *[]xy) [][]xy
	// globe gives the point of the globe that a point of the plane shows.
	globe(xy) Vec
}

// azimuthal is Lambert's azimuthal equal-area projection. What lies beyond the
// horizon is drawn on it, in its own direction from the centre: a ring then
// still runs round everything it ran round. The horizon must lie outside the
// frame, by a twentieth at least, and no ring may have the centre's antipode in
// it and also come within the horizon: with maxHorizon no country does.
type azimuthal struct {
	centre, east, north Vec
	horizon             float64 // distance from the centre in the plane
	cosHorizon          float64
}

// maxHorizon is the farthest horizon, in radians: 100°.
const maxHorizon = 100 * math.Pi / 180

func newAzimuthal(centre Vec, horizon float64) azimuthal {
	horizon = min(horizon, maxHorizon)
	east := unit(Vec{-centre[1], centre[0], 0}, Vec{0, 1, 0})
	return azimuthal{
		centre: centre, east: east, north: cross(centre, east),
		horizon: 2 * math.Sin(horizon/2), cosHorizon: math.Cos(horizon),
	}
}

func (a azimuthal) point(v Vec) xy {
	p, _ := a.at(v)
	return p
}

// at also reports whether the point is within the horizon.
func (a azimuthal) at(v Vec) (p xy, within bool) {
	x, y, d := dot(v, a.east), dot(v, a.north), dot(v, a.centre)
	k := 0.0
	if within = d >= a.cosHorizon; within {
		k = math.Sqrt(2 / (1 + d))
	} else if n := math.Sqrt(float64(x*x) + float64(y*y)); n > 0 {
		k = a.horizon / n
	}
	return xy{float64(x * k), float64(y * k)}, within
}

func (a azimuthal) ring(r *Ring, room *[]xy) [][]xy {
	line := slices.Grow((*room)[:0], len(r.vecs))
	any := false
	last, lastWithin := a.at(r.vecs[len(r.vecs)-1])
	for _, v := range r.vecs {
		p, within := a.at(v)
		if !within && !lastWithin {
			line = a.along(line, last, p)
		}
		line = append(line, p)
		any = any || within
		last, lastWithin = p, within
	}
	*room = line
	if !any && !aroundCentre(line) {
		return nil
	}
	return [][]xy{line}
}

// aroundCentre reports whether a closed line runs round the centre: all that a
// frame shows may lie within a country.
func aroundCentre(line []xy) bool {
	turn := 0.0
	for i, p := range line {
		q := line[(i+1)%len(line)]
		turn += math.Atan2(float64(p.x*q.y)-float64(p.y*q.x), float64(p.x*q.x)+float64(p.y*q.y))
	}
	return math.Abs(turn) > math.Pi
}

// along adds points of the horizon between two points on it, where a straight
// line would cut through the picture.
func (a azimuthal) along(line []xy, p, q xy) []xy {
	cos := float64(p.x*q.x) + float64(p.y*q.y)
	if cos > 0.87*a.horizon*a.horizon { // less than the step below
		return line
	}
	turn := math.Atan2(float64(p.x*q.y)-float64(p.y*q.x), cos)
	n := int(math.Ceil(math.Abs(turn) / (math.Pi / 6)))
	from := math.Atan2(p.y, p.x)
	for i := 1; i < n; i++ {
		sin, cos := math.Sincos(from + float64(turn*float64(i)/float64(n)))
		line = append(line, xy{a.horizon * cos, a.horizon * sin})
	}
	return line
}

func (a azimuthal) globe(p xy) Vec {
	r := math.Sqrt(float64(p.x*p.x) + float64(p.y*p.y))
	if r == 0 {
		return a.centre
	}
	sin, cos := math.Sincos(2 * math.Asin(min(1, r/2)))
	return sum(a.centre, cos, sum(a.east, p.x/r, a.north, p.y/r), sin)
}
