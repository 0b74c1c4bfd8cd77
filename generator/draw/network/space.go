package network

import (
	"cmp"
	"slices"
)

// separate pushes boxes apart until none overlap.
func separate(boxes []box) {
	for moved, pass := true, 0; moved && pass < 200; pass++ {
		moved = false
		for i := range boxes {
			for j := range i {
				if a, b := &boxes[j], &boxes[i]; a.overlaps(*b) {
					moved = true
					push(a, b)
				}
			}
		}
	}
	// What pushing could not solve is moved down, which always ends.
	order := make([]int, len(boxes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(boxes[i].Y, boxes[j].Y), cmp.Compare(boxes[i].X, boxes[j].X))
	})
	for n, i := range order {
		for again := true; again; {
			again = false
			for _, j := range order[:n] {
				if boxes[i].overlaps(boxes[j]) {
					boxes[i].Y = boxes[j].Y + (boxes[i].H+boxes[j].H)/2 + gapY + 1
					again = true
				}
			}
		}
	}
}

// push parts two boxes along the axis on which they overlap less.
func push(a, b *box) {
	dx := (a.W+b.W)/2 + gapX - abs(a.X-b.X) + 1
	dy := (a.H+b.H)/2 + gapY - abs(a.Y-b.Y) + 1
	if dy <= dx {
		if a.Y > b.Y {
			a, b = b, a
		}
		a.Y, b.Y = a.Y-(dy+1)/2, b.Y+(dy+1)/2
		return
	}
	if a.X > b.X {
		a, b = b, a
	}
	a.X, b.X = a.X-(dx+1)/2, b.X+(dx+1)/2
}
