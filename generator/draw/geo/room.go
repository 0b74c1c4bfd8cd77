package geo

import (
	"cmp"
	"slices"
)

// roomLines is how many lines across an area are tried for room.
const roomLines = 16

// Room is a place for a name in an area: the middle of a stretch across it.
type Room struct {
	At    Pixel
	Width int // of the text that it has room for, which is less where the area is low
}

// Rooms gives the roomiest places of an area inside its picture, the roomiest
// first.
func (a Area) Rooms(f *Frame) []Room {
	low, high := f.Height, 0
	for _, line := range a {
		for _, p := range line {
			low, high = min(low, p[1]), max(high, p[1])
		}
	}
	low, high = max(low, 0), min(high, f.Height)
	var rooms []Room
	var pieces, crossing [][2]int // used again for each line
	var cuts []int
	for i := range roomLines {
		y := low + (high-low)*(2*i+1)/(2*roomLines)
		pieces, cuts = a.stretches(pieces[:0], cuts, 1, y, f.Width)
		for _, across := range pieces {
			x := (across[0] + across[1]) / 2
			size := across[1] - across[0]
			crossing, cuts = a.stretches(crossing[:0], cuts, 0, x, f.Height)
			for _, down := range crossing {
				if down[0] <= y && y <= down[1] {
					rooms = append(rooms, Room{Pixel{x, y}, min(size, 5*min(y-down[0], down[1]-y))})
				}
			}
		}
	}
	slices.SortStableFunc(rooms, func(p, q Room) int { return cmp.Compare(q.Width, p.Width) })
	return rooms
}

// Berths gives the places of an area inside its picture where a line of text of a
// height has room on both its edges, the roomiest first: long, with much of the area
// above and below.
func (a Area) Berths(f *Frame, height int) []Room {
	low, high := a.Bounds()
	var rooms []Room
	var free []int // how roomy they are
	var cuts []int
	var crossing [][2]int
	edges := [3][][2]int{}
	for y := max(low[1], 0) + height/2; y+height/2 <= min(high[1], f.Height); y += max(1, height/4) {
		for i, at := range []int{y - height/2, y, y + height/2} {
			edges[i], cuts = a.stretches(edges[i][:0], cuts, 1, at, f.Width)
		}
		for _, across := range common(common(edges[0], edges[1]), edges[2]) {
			x, room := (across[0]+across[1])/2, 0
			crossing, cuts = a.stretches(crossing[:0], cuts, 0, x, f.Height)
			for _, down := range crossing {
				if down[0] <= y && y <= down[1] {
					room = min(across[1]-across[0], 5*min(y-down[0], down[1]-y))
				}
			}
			at, _ := slices.BinarySearchFunc(free, room, func(a, b int) int { return cmp.Compare(b, a+1) })
			free = slices.Insert(free, at, room)
			rooms = slices.Insert(rooms, at, Room{Pixel{x, y}, across[1] - across[0]})
		}
	}
	return rooms
}

// common are the pieces that two sorted lists of pieces have in common.
func common(a, b [][2]int) (out [][2]int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if from, to := max(a[i][0], b[j][0]), min(a[i][1], b[j][1]); from < to {
			out = append(out, [2]int{from, to})
		}
		if a[i][1] < b[j][1] {
			i++
		} else {
			j++
		}
	}
	return out
}

// Bounds are the least and the greatest coordinates of the area, which must
// not be empty.
func (a Area) Bounds() (low, high Pixel) {
	low, high = a[0][0], a[0][0]
	for _, line := range a {
		for _, p := range line {
			low = Pixel{min(low[0], p[0]), min(low[1], p[1])}
			high = Pixel{max(high[0], p[0]), max(high[1], p[1])}
		}
	}
	return low, high
}

// stretches adds to out the pieces of a line across the picture that lie in the area;
// the line is where the coordinate of an axis is at. cuts is memory for it to use, which
// it gives back.
func (a Area) stretches(out [][2]int, cuts []int, axis, at, end int) ([][2]int, []int) {
	cuts = cuts[:0]
	for _, line := range a {
		p := line[len(line)-1]
		for _, q := range line {
			if (p[axis] > at) != (q[axis] > at) {
				cuts = append(cuts, cut(p, q, axis, at)[1-axis])
			}
			p = q
		}
	}
	slices.Sort(cuts)
	for i := 0; i+1 < len(cuts); i += 2 {
		if from, to := max(cuts[i], 0), min(cuts[i+1], end); from < to {
			out = append(out, [2]int{from, to})
		}
	}
	return out, cuts
}
