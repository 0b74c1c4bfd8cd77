package main

import (
	"cmp"
	"math"
	"slices"
)

// What is left out, in square degrees at the equator (12,300 km² each): bends
// of a border whose triangle is smaller than bend, and islands smaller than
// island when they are less than share of their country's largest part.
const (
	bend   = 0.0035
	island = 0.02
	share  = 0.02
)

// simplify removes bends from an arc, the smallest first (Visvalingam and
// Whyatt). Its ends stay.
func simplify(arc []point) []point {
	arc = slices.CompactFunc(slices.Clone(arc), func(a, b point) bool { return a == b })
	least := 3
	if arc[0] == arc[len(arc)-1] {
		least = 5 // a ring on its own
	}
	for len(arc) >= least {
		smallest, at := bend, 0
		for i := 1; i+1 < len(arc); i++ {
			if a := triangle(arc[i-1], arc[i], arc[i+1]); a < smallest {
				smallest, at = a, i
			}
		}
		if at == 0 {
			break
		}
		arc = slices.Delete(arc, at, at+1)
	}
	return arc
}

// triangle is the area of a triangle as it is on the globe.
func triangle(a, b, c point) float64 {
	twice := eastward(a[0], b[0])*(c[1]-a[1]) - eastward(a[0], c[0])*(b[1]-a[1])
	return math.Abs(float64(twice)) / 2 / (grid * grid) * shrink(b[1])
}

// shrink is how much shorter a degree of longitude is at a latitude.
func shrink(lat int) float64 { return math.Cos(float64(lat) / grid * math.Pi / 180) }

// area of a ring, roughly. It may cross the antimeridian.
func area(ring []point) float64 {
	twice, low, high := 0, ring[0][1], ring[0][1]
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		twice += eastward(p[0], q[0]) * (p[1] + q[1])
		low, high = min(low, p[1]), max(high, p[1])
	}
	return math.Abs(float64(twice)) / 2 / (grid * grid) * shrink((low+high)/2)
}

// eastward is the way from one longitude to another, the shorter one.
func eastward(from, to int) int {
	switch d := to - from; {
	case d > 180*grid:
		return d - 360*grid
	case d < -180*grid:
		return d + 360*grid
	default:
		return d
	}
}

// keepVisible leaves out rings too small to see, the largest excepted, and
// orders the others by size. A country smaller than the grid becomes a speck.
func keepVisible(rings [][]point) [][]point {
	speck := rings[0][0]
	rings = slices.DeleteFunc(rings, func(r []point) bool { return len(r) < 3 })
	if len(rings) == 0 {
		return [][]point{{speck, {speck[0] + 1, speck[1]}, {speck[0], speck[1] + 1}}}
	}
	slices.SortStableFunc(rings, func(a, b []point) int { return cmp.Compare(area(b), area(a)) })
	for i, r := range rings {
		if a := area(r); i > 0 && a < island && a < share*area(rings[0]) {
			return rings[:i]
		}
	}
	return rings
}
