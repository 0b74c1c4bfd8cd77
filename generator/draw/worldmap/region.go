package worldmap

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

// region chooses what a map shows in large: everything, if it fits into one
// region; else the bulk of it by weight, if that lies close together; else
// nothing, and the map is one of the world. The points are those that the
// picture must hold; a country that is larger than several others together is cut
// off where none of these lies.
func region(sights []sight) (inside []sight, points []geo.Vec) {
	heavy := slices.Clone(sights)
	slices.SortStableFunc(heavy, func(a, b sight) int { return cmp.Compare(b.weight(), a.weight()) })
	heavy = heavy[:min(voters, len(heavy))]
	var centre geo.Vec
	best, all := math.Inf(1), math.Inf(1)
	for _, s := range heavy[:min(candidates, len(heavy))] {
		near, far := spread(s.at, heavy)
		if near < best-1e-9 {
			best, all, centre = near, far, s.at
		}
	}
	reach := all
	if all > geo.MaxRegion {
		if best > compact {
			return nil, nil
		}
		reach = min(best*stretch+margin, geo.MaxRegion)
	}
	for _, s := range sights {
		if geo.Angle(centre, s.at) <= reach {
			inside = append(inside, s)
		}
	}
	return inside, held(inside)
}

// extents are the points that show sights whole.
func extents(sights []sight) []geo.Vec {
	var out []geo.Vec
	for _, s := range sights {
		out = append(append(out, s.at), s.extent()...)
	}
	return out
}

// held are the points that the picture of some sights must hold.
func held(sights []sight) []geo.Vec {
	size := func(s sight) float64 {
		if s.land == nil {
			return 0
		}
		return s.land.shape.Radius
	}
	large := slices.Clone(sights)
	slices.SortStableFunc(large, func(a, b sight) int { return cmp.Compare(size(b), size(a)) })
	var middle geo.Vec
	cut := 0
	for len(large)-cut > others && size(large[cut+others]) > 0 {
		about, far := around(extents(large[cut+1:]))
		if size(large[cut]) <= far {
			break
		}
		middle, cut = about, cut+1
	}
	points := extents(large[cut:])
	for _, s := range large[:cut] {
		of := s.extent()
		nearest := slices.MinFunc(of, func(p, q geo.Vec) int { return cmp.Compare(geo.Angle(middle, p), geo.Angle(middle, q)) })
		for _, p := range of {
			if geo.Angle(nearest, p) <= trim {
				points = append(points, p)
			}
		}
	}
	return points
}

// spread is how far from a point the bulk of the sights and all of them lie.
func spread(from geo.Vec, sights []sight) (near, far float64) {
	type distant struct {
		angle  float64
		weight int
	}
	list, total := make([]distant, len(sights)), 0
	for i, s := range sights {
		list[i] = distant{geo.Angle(from, s.at), s.weight()}
		total += s.weight()
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
