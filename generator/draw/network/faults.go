package network

// drawingFaults counts what makes a drawing hard to read: lines that cross,
// and, thrice, lines that run through a box.
func drawingFaults(boxes []box, edges [][2]int) int {
	faults := 0
	for n, e := range edges {
		a, b := &boxes[e[0]], &boxes[e[1]]
		for i := range boxes {
			if i != e[0] && i != e[1] && through(a, b, &boxes[i]) {
				faults += 3
			}
		}
		for _, f := range edges[:n] {
			if cross(a, b, &boxes[f[0]], &boxes[f[1]]) && apart(e, f) {
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
		a, b := &boxes[e[0]], &boxes[e[1]]
		if e[0] != i && e[1] != i {
			if through(a, b, &boxes[i]) {
				faults += 3
			}
			continue
		}
		for j := range boxes {
			if j != e[0] && j != e[1] && through(a, b, &boxes[j]) {
				faults += 3
			}
		}
		for m, f := range edges {
			if m != n && cross(a, b, &boxes[f[0]], &boxes[f[1]]) && apart(e, f) {
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
func side(a, b *box, x, y int) int {
	switch turn := (b.X-a.X)*(y-a.Y) - (b.Y-a.Y)*(x-a.X); {
	case turn < 0:
		return -1
	case turn > 0:
		return 1
	}
	return 0
}

// cross reports whether the lines a-b and c-d meet. Most lie beside each other, so that is
// looked at first.
func cross(a, b, c, d *box) bool {
	if max(a.X, b.X) < min(c.X, d.X) || max(c.X, d.X) < min(a.X, b.X) || max(a.Y, b.Y) < min(c.Y, d.Y) || max(c.Y, d.Y) < min(a.Y, b.Y) {
		return false
	}
	return side(a, b, c.X, c.Y) != side(a, b, d.X, d.Y) && side(c, d, a.X, a.Y) != side(c, d, b.X, b.Y)
}

// through reports whether the line a-b touches the box c, or nearly.
func through(a, b, c *box) bool {
	w, h := (c.W+2*clear)/2, (c.H+2*clear)/2
	left, right, top, bottom := c.X-w, c.X+w, c.Y-h, c.Y+h
	if max(a.X, b.X) < left || min(a.X, b.X) > right || max(a.Y, b.Y) < top || min(a.Y, b.Y) > bottom {
		return false
	}
	first := side(a, b, left, top)
	return first != side(a, b, right, top) || first != side(a, b, left, bottom) || first != side(a, b, right, bottom)
}
