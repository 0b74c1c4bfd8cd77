package network

import "cmp"

// drawingFaults counts what makes a drawing hard to read: lines that cross,
// and, thrice, lines that run through a box.
func drawingFaults(boxes []box, edges [][2]int) int {
	faults := 0
	for n, e := range edges {
		a, b := boxes[e[0]], boxes[e[1]]
		for i, c := range boxes {
			if i != e[0] && i != e[1] && through(a, b, c) {
				faults += 3
			}
		}
		for _, f := range edges[:n] {
			if apart(e, f) && cross(a, b, boxes[f[0]], boxes[f[1]]) {
				faults++
			}
		}
	}
	return faults
}

// improve moves single boxes while that mends faults, or, where there are
// some, shortens lines.
func improve(boxes []box, edges [][2]int) {
	left, top, right, bottom := centres(boxes)
	for range improvements {
		moved := false
		for i := range boxes {
			best, at := boxFaults(boxes, edges, i), boxes[i]
			if best == 0 {
				continue
			}
			best = best*maxWidth + reach(boxes, edges, i)
			for _, step := range []int{hop / 4, hop / 2, hop, 3 * hop / 2} {
				for _, d := range [][2]int{
					{-2, 0}, {2, 0}, {0, -2}, {0, 2}, {-2, -2}, {2, -2}, {-2, 2}, {2, 2},
					{-2, 1}, {2, 1}, {1, -2}, {1, 2}, {-2, -1}, {2, -1}, {-1, -2}, {-1, 2},
				} {
					from := boxes[i]
					boxes[i].X, boxes[i].Y = at.X+d[0]*step/2, at.Y+d[1]*step/2
					b := boxes[i]
					inside := left <= b.X && b.X <= right && top <= b.Y && b.Y <= bottom
					if inside && free(boxes, i) {
						if f := boxFaults(boxes, edges, i)*maxWidth + reach(boxes, edges, i); f < best {
							best, moved = f, true
							continue
						}
					}
					boxes[i] = from
				}
			}
		}
		if !moved {
			return
		}
	}
}

// reach is the length of a box's lines together.
func reach(boxes []box, edges [][2]int, i int) int {
	sum := 0
	for _, e := range edges {
		if e[0] == i || e[1] == i {
			dx, dy := boxes[e[0]].X-boxes[e[1]].X, boxes[e[0]].Y-boxes[e[1]].Y
			sum += root(dx*dx + dy*dy)
		}
	}
	return sum
}

// free reports whether a box overlaps no other.
func free(boxes []box, i int) bool {
	for j, b := range boxes {
		if i != j && boxes[i].overlaps(b) {
			return false
		}
	}
	return true
}

// boxFaults counts the faults, as drawingFaults does, that a box and its lines
// have part in.
func boxFaults(boxes []box, edges [][2]int, i int) int {
	faults := 0
	for n, e := range edges {
		a, b := boxes[e[0]], boxes[e[1]]
		if e[0] != i && e[1] != i {
			if through(a, b, boxes[i]) {
				faults += 3
			}
			continue
		}
		for j, c := range boxes {
			if j != e[0] && j != e[1] && through(a, b, c) {
				faults += 3
			}
		}
		for m, f := range edges {
			if m != n && apart(e, f) && cross(a, b, boxes[f[0]], boxes[f[1]]) {
				faults++
			}
		}
	}
	return faults
}

// apart reports whether two edges have no box in common.
func apart(e, f [2]int) bool {
	return e[0] != f[0] && e[0] != f[1] && e[1] != f[0] && e[1] != f[1]
}

// side tells on which side of the line through a and b a place lies.
func side(a, b box, x, y int) int {
	return cmp.Compare((b.X-a.X)*(y-a.Y)-(b.Y-a.Y)*(x-a.X), 0)
}

// cross reports whether the lines a-b and c-d meet.
func cross(a, b, c, d box) bool {
	return side(a, b, c.X, c.Y) != side(a, b, d.X, d.Y) && side(c, d, a.X, a.Y) != side(c, d, b.X, b.Y)
}

// through reports whether the line a-b touches the box c, or nearly.
func through(a, b, c box) bool {
	c.W, c.H = c.W+2*clear, c.H+2*clear
	if max(a.X, b.X) < c.X-c.W/2 || min(a.X, b.X) > c.X+c.W/2 || max(a.Y, b.Y) < c.Y-c.H/2 || min(a.Y, b.Y) > c.Y+c.H/2 {
		return false
	}
	first := side(a, b, c.X-c.W/2, c.Y-c.H/2)
	return first != side(a, b, c.X+c.W/2, c.Y-c.H/2) || first != side(a, b, c.X-c.W/2, c.Y+c.H/2) || first != side(a, b, c.X+c.W/2, c.Y+c.H/2)
}
