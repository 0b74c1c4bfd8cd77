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
	large      = 1.5                // times the usual size makes a country a large one
	trim       = 5 * math.Pi / 180  // of a large country, this much beyond the bulk shows
)

// region chooses what a map shows in large: everything, if it fits into one
// region; else the bulk of it by weight, if that lies close together; else
// nothing, and the map is one of the world. The points are those that the
// picture must hold; a country much larger than the others is trimmed, unless the
// map is about it.
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
		reach = min(best*stretch+trim, geo.MaxRegion)
	}
	var radii []float64
	for _, s := range sights {
		if geo.Angle(centre, s.at) <= reach {
			inside = append(inside, s)
			if s.land != nil {
				radii = append(radii, s.land.shape.Radius)
			}
		}
	}
	slices.Sort(radii)
	usual := 0.0
	if len(radii) > 0 {
		usual = radii[len(radii)/2]
	}
	bound := max(best, usual) + trim
	for _, s := range inside {
		points = append(points, s.at)
		for _, v := range s.extent() {
			if s.land == nil || s.Standing == Member || s.land.shape.Radius <= large*usual || geo.Angle(centre, v) <= bound {
				points = append(points, v)
			}
		}
	}
	return inside, points
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
