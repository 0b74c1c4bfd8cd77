// Package extent chooses what a map shows: which of the things that lie on the earth, and the
// points that its picture must hold. Points are unit vectors, angles are in radians.
package extent

import (
	"cmp"
	"math"
	"slices"

	"dossier/generator/draw/geo"
)

// What the rule for a map's extent counts with.
const (
	candidates = 100                // heaviest sights, one of which is the middle of the region
	voters     = 1000               // heaviest sights that choose it
	bulk       = 0.75               // of the weight that a region must hold
	compact    = 42 * math.Pi / 180 // radius within which the bulk must lie
	stretch    = 1.3                // a region takes in what lies this much farther than its bulk
	margin     = 5 * math.Pi / 180  // and this much more
	trim       = 8 * math.Pi / 180  // of a country that is cut, this much about its point nearest to the others shows
	others     = 3                  // countries at least, for which a larger one is cut
)

// Thing is what a map may show.
type Thing struct {
	At     geo.Vec          // it, or its middle
	Radius float64          // of land; 0 for a point
	Weight int              // how much it counts, at least 1
	Points func() []geo.Vec // what must be in the picture so that it shows the thing
}

// Region chooses what a map shows in large: everything, if it fits into one
// region; else the bulk of it by weight, if that lies close together; else
// nothing, and the map is one of the world. Inside are the numbers of what it shows; the points are those that the
// picture must hold; a country that is larger than several others together is cut
// off where none of these lies.
func Region(things []Thing) (inside []int, points []geo.Vec) {
	heavy := slices.Clone(things)
	slices.SortStableFunc(heavy, func(a, b Thing) int { return cmp.Compare(b.Weight, a.Weight) })
	heavy = heavy[:min(voters, len(heavy))]
	var centre geo.Vec
	best, all := math.Inf(1), math.Inf(1)
	for _, s := range heavy[:min(candidates, len(heavy))] {
		near, far := spread(s.At, heavy)
		if near < best-1e-9 {
			best, all, centre = near, far, s.At
		}
	}
	reach := all
	if all > geo.MaxRegion {
		if best > compact {
			return nil, nil
		}
		reach = min(best*stretch+margin, geo.MaxRegion)
	}
	var shown []Thing
	for i, s := range things {
		if geo.Angle(centre, s.At) <= reach {
			inside, shown = append(inside, i), append(shown, s)
		}
	}
	return inside, Held(shown)
}

// Whole are the points that show things whole.
func Whole(things []Thing) []geo.Vec {
	var out []geo.Vec
	for _, s := range things {
		out = append(append(out, s.At), s.Points()...)
	}
	return out
}

// Held are the points that the picture of some things must hold.
func Held(things []Thing) []geo.Vec {
	large := slices.Clone(things)
	slices.SortStableFunc(large, func(a, b Thing) int { return cmp.Compare(b.Radius, a.Radius) })
	var middle geo.Vec
	cut := 0
	for len(large)-cut > others && large[cut+others].Radius > 0 {
		about, far := Around(Whole(large[cut+1:]))
		if large[cut].Radius <= far {
			break
		}
		middle, cut = about, cut+1
	}
	points := Whole(large[cut:])
	for _, s := range large[:cut] {
		of := s.Points()
		nearest := slices.MinFunc(of, func(p, q geo.Vec) int { return cmp.Compare(geo.Angle(middle, p), geo.Angle(middle, q)) })
		for _, p := range of {
			if geo.Angle(nearest, p) <= trim {
				points = append(points, p)
			}
		}
	}
	return points
}

// spread is how far from a point the bulk of the things and all of them lie.
func spread(from geo.Vec, things []Thing) (near, far float64) {
	type distant struct {
		angle  float64
		weight int
	}
	list, total := make([]distant, len(things)), 0
	for i, s := range things {
		list[i] = distant{geo.Angle(from, s.At), s.Weight}
		total += s.Weight
	}
	slices.SortStableFunc(list, func(a, b distant) int { return cmp.Compare(a.angle, b.angle) })
	sum := 0
	for _, d := range list {
		if sum += d.weight; float64(sum) >= bulk*float64(total) {
			return d.angle, list[len(list)-1].angle
		}
	}
	return 0, 0
}
