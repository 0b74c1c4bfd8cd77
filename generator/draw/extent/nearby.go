package extent

import (
	"cmp"
	"slices"

	"dossier/generator/draw/geo"
)

// Around gives the middle of points, and how far they lie from it at most.
func Around(points []geo.Vec) (middle geo.Vec, far float64) {
	middle = geo.Middle(points)
	for _, p := range points {
		far = max(far, geo.Angle(middle, p))
	}
	return middle, far
}

// Far reports whether no map of a region shows some things whole.
func Far(things []Thing) bool {
	_, far := Around(Whole(things))
	return far > geo.MaxRegion
}

// A small map that nearly shows the middle of a country that has a name is cropped so that
// it does, and so that there is room for the name: it shows less of the land that has none.
const mostReached = 6 // countries, the nearest

// Reached are the nearest of some middles of countries, as far as they lie less than a
// reach from a point.
func Reached(from geo.Vec, reach float64, middles []geo.Vec) []geo.Vec {
	type far struct {
		at    geo.Vec
		angle float64
	}
	var near []far
	for _, at := range middles {
		if angle := geo.Angle(from, at); angle < reach {
			near = append(near, far{at, angle})
		}
	}
	slices.SortStableFunc(near, func(a, b far) int { return cmp.Compare(a.angle, b.angle) })
	var out []geo.Vec
	for _, n := range near[:min(len(near), mostReached)] {
		out = append(out, n.at)
	}
	return out
}

// Roomy frames points, and with them what is near: in a picture that is so many times as large
// as all these, and shows at least so many radians.
func Roomy(points, near []geo.Vec, sizes geo.Sizes, margin, least float64) geo.Frame {
	all := slices.Concat(points, near)
	if _, far := Around(all); len(near) == 0 || far > geo.MaxRegion {
		return geo.Region(points, sizes)
	}
	sizes.Margin, sizes.Least = margin, least/margin
	return geo.Region(all, sizes)
}

// Crowds parts points of a picture into those of which each lies no farther than a distance
// from another one of them, by their numbers.
func Crowds(at [][2]int, close int) (crowds [][]int) {
	of := make([]int, len(at))
	for i, a := range at {
		of[i] = i
		for j, b := range at[:i] {
			if dx, dy := a[0]-b[0], a[1]-b[1]; dx*dx+dy*dy <= close*close {
				from, to := of[i], of[j]
				for k := range of[:i+1] {
					if of[k] == from {
						of[k] = to
					}
				}
			}
		}
	}
	crowds = make([][]int, len(at))
	for i, c := range of {
		crowds[c] = append(crowds[c], i)
	}
	return slices.DeleteFunc(crowds, func(c []int) bool { return c == nil })
}

// Levels divides weights into so many classes from 1, as equal as they can be in how many
// different weights they hold.
func Levels(weights []int, classes int) map[int]int {
	weights = slices.Compact(slices.Sorted(slices.Values(weights)))
	of := map[int]int{}
	for i, n := range weights {
		of[n] = 1 + i*classes/max(classes, len(weights))
	}
	return of
}

// Ranges are the least weight and the most of each class, 0 of one that there is not.
func Ranges(of map[int]int, classes int) [][2]int {
	out := make([][2]int, classes+1)
	for n, class := range of {
		x := &out[class]
		if x[0] == 0 || n < x[0] {
			x[0] = n
		}
		x[1] = max(x[1], n)
	}
	return out
}
