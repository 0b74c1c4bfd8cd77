package geo

import (
	"cmp"
	"slices"
)

// roomLines is how many lines across an area are tried for room.
const roomLines = 16

// Rooms gives the middles of the roomiest stretches of an area inside its
// picture, the roomiest first: places for its name.
func (a Area) Rooms(f *Frame) []Pixel {
	low, high := f.Height, 0
	for _, line := range a {
		for _, p := range line {
			low, high = min(low, p[1]), max(high, p[1])
		}
	}
	low, high = max(low, 0), min(high, f.Height)
	type room struct {
		at   Pixel
		size int
	}
	var rooms []room
	for i := range roomLines {
		y := low + (high-low)*(2*i+1)/(2*roomLines)
		for _, across := range a.stretches(1, y, f.Width) {
			x := (across[0] + across[1]) / 2
			size := across[1] - across[0]
			for _, down := range a.stretches(0, x, f.Height) {
				if down[0] <= y && y <= down[1] {
					rooms = append(rooms, room{Pixel{x, y}, min(size, 5*min(y-down[0], down[1]-y))})
				}
			}
		}
	}
	slices.SortStableFunc(rooms, func(p, q room) int { return cmp.Compare(q.size, p.size) })
	out := make([]Pixel, len(rooms))
	for i, r := range rooms {
		out[i] = r.at
	}
	return out
}

// stretches are the pieces of a line across the picture that lie in the area;
// the line is where the coordinate of an axis is at.
func (a Area) stretches(axis, at, end int) [][2]int {
	var cuts []int
	for _, line := range a {
		for i, p := range line {
			q := line[(i+1)%len(line)]
			if (p[axis] > at) != (q[axis] > at) {
				cuts = append(cuts, cut(p, q, axis, at)[1-axis])
			}
		}
	}
	slices.Sort(cuts)
	var out [][2]int
	for i := 0; i+1 < len(cuts); i += 2 {
		if from, to := max(cuts[i], 0), min(cuts[i+1], end); from < to {
			out = append(out, [2]int{from, to})
		}
	}
	return out
}
