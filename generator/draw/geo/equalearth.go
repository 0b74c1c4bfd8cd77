package geo

import "math"

// equalEarth is the projection of Šavrič, Patterson and Jenny (2018) about a
// central meridian, in degrees.
type equalEarth struct{ meridian float64 }

// The projection's polynomial.
const (
	ee1 = 1.340264
	ee2 = -0.081106
	ee3 = 0.000893
	ee4 = 0.003796
)

var root3 = math.Sqrt(3)

// rows gives what a latitude (as the projection's parameter, a function of it)
// makes of the plane: y, and dy/dθ.
func rows(theta float64) (y, slope float64) {
	t2 := float64(theta * theta)
	t6 := float64(float64(t2*t2) * t2)
	y = theta * (ee1 + float64(ee2*t2) + float64(t6*(ee3+float64(ee4*t2))))
	slope = ee1 + float64(3*ee2*t2) + float64(t6*(7*ee3+float64(9*ee4*t2)))
	return y, slope
}

// at projects a longitude counted from the central meridian, and a latitude.
func (e equalEarth) at(lon, lat float64) xy {
	theta := math.Asin(root3 / 2 * math.Sin(lat*math.Pi/180))
	y, slope := rows(theta)
	return xy{2 * root3 * (lon * math.Pi / 180) * math.Cos(theta) / (3 * slope), y}
}

func (e equalEarth) point(v Vec) xy {
	p := v.Point()
	return e.at(eastward(e.meridian, p[0]), p[1])
}

// ring cuts a ring where the map ends, half a turn from the central meridian. It is the
// same on all maps of the world, and made once.
func (e equalEarth) ring(r *Ring, _ *[]xy) [][]xy {
	if e.meridian == worldMeridian {
		return r.world()
	}
	return e.cut(r)
}

func (e equalEarth) cut(r *Ring) [][]xy {
	line := make([]Point, len(r.points), len(r.points)+3)
	first, last := r.points[0], r.points[len(r.points)-1]
	shift := eastward(e.meridian, first[0]) - first[0]
	for i, p := range r.points {
		line[i] = Point{p[0] + shift, p[1]}
	}
	if turn := last[0] + eastward(last[0], first[0]) - first[0]; math.Abs(turn) > 180 { // it runs round a pole
		end, pole := first[0]+shift+turn, math.Copysign(90, first[1])
		line = append(line, Point{end, first[1]}, Point{end, pole}, Point{end - turn, pole})
	}
	west, east := math.Inf(1), math.Inf(-1)
	for _, p := range line {
		west, east = min(west, p[0]), max(east, p[0])
	}
	var out [][]xy
	for turn := -360.0; turn <= 360; turn += 360 {
		if west+turn >= 180 || east+turn <= -180 {
			continue
		}
		part := between(line, turn)
		plane := make([]xy, len(part))
		for i, p := range part {
			plane[i] = e.at(p[0], p[1])
		}
		out = append(out, plane)
	}
	return out
}

// between gives the part of a closed line, moved by a number of degrees, that
// lies between the longitudes -180 and 180.
func between(line []Point, move float64) []Point {
	moved := make([]Point, len(line))
	for i, p := range line {
		moved[i] = Point{p[0] + move, p[1]}
	}
	for _, side := range []float64{-1, 1} {
		var kept []Point
		for i, p := range moved {
			q := moved[(i+1)%len(moved)]
			inP, inQ := p[0]*side <= 180, q[0]*side <= 180
			if inP {
				kept = append(kept, p)
			}
			if inP != inQ {
				t := (180*side - p[0]) / (q[0] - p[0])
				kept = append(kept, edge(side, p[1]+float64((q[1]-p[1])*t), kept)...)
			}
		}
		moved = kept
	}
	return moved
}

// edge goes to a latitude of the map's edge, which is a curve: along it from
// the last point when that lies on it.
func edge(side, lat float64, kept []Point) []Point {
	var points []Point
	if n := len(kept); n > 0 && kept[n-1][0] == 180*side {
		from := kept[n-1][1]
		steps := math.Ceil(math.Abs(lat-from) / maxStep)
		for i := 1.0; i < steps; i++ {
			points = append(points, Point{180 * side, from + float64((lat-from)*i/steps)})
		}
	}
	return append(points, Point{180 * side, lat})
}

func (e equalEarth) globe(p xy) Vec {
	theta := p.y / ee1
	for range 12 { // Newton's method
		y, slope := rows(theta)
		theta -= (y - p.y) / slope
	}
	_, slope := rows(theta)
	lat := math.Asin(max(-1, min(1, 2*math.Sin(theta)/root3)))
	lon := 3 * p.x * slope / (2 * root3 * math.Cos(theta))
	return At(Point{e.meridian + lon*180/math.Pi, lat * 180 / math.Pi})
}
