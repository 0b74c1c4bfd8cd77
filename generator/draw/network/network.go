// Package network draws small networks: it picks what to show, lays out boxes
// and draws the lines between them, all from plain data. It computes in whole
// numbers (fixed point, 64 steps to the pixel), because floating point may be
// fused, and so round differently, from one processor to another: the same
// network has the same places everywhere. The boxes of an arrangement never
// overlap.
//
// Each connected part is laid out by stress majorisation (Gansner, Koren,
// North 2004) with Gauss-Seidel steps: places are sought whose distances come
// near to the number of steps from box to box. Several starts are tried, the
// best are improved box by box (threshold accepting: Dueck, Scheuer 1990), and
// the one with the fewest faults is kept; the parts are then set beside and below
// each other. No line touches a box that is not its end: one that would is bent,
// or led around the boxes in its way, for which the gaps between them have room.
package network

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// unit is how many fixed-point steps a pixel has.
const unit = 64

const (
	hop       = 140 * unit
	starts    = 24 // of a part with at most manyLines lines
	fewStarts = 6  // of one with more, which takes longer
	manyLines = 50
	rounds    = 40
	improved  = 2 // of the starts

	mostPasses   = 250       // over the boxes of a part, to improve it
	passWork     = 25e6      // fewer of a part with many lines, of which each pass takes the longer: divided by their cube
	turns        = 24        // of each box in a pass
	leaps        = 8         // of so many of these one is a leap
	mostWorse    = 200       // by how much a layout may become worse at first: by more than a crossing
	worsePerLine = 5         // … at most, of a part with few lines, which seldom cross
	growth       = 5         // in height meanwhile, to either side, in percent
	growLeast    = 30 * unit // … and at least, so that a small part has room above and below its lines

	maxWidth  = 980 * unit // of one part and of a row of parts
	gapX      = 30 * unit  // between boxes
	gapY      = 26 * unit
	clear     = 10 * unit  // between a line and a box that it passes, as sought
	near      = 6 * unit   // … and at least
	wordsWide = 120 * unit // room for words on a line between boxes beside each other
	wordsHigh = 52 * unit  // … above each other
	gapParts  = 40 * unit
)

// box is a node of a network: its size and, once laid out, its centre, in
// fixed point.
type box struct{ W, H, X, Y int }

func (b box) middle() point { return point{b.X, b.Y} }

// overlaps reports whether two boxes come closer than the gaps allow.
func (b box) overlaps(c box) bool {
	return 2*abs(b.X-c.X) < b.W+c.W+2*gapX && 2*abs(b.Y-c.Y) < b.H+c.H+2*gapY
}

// arrange places the boxes of a network, whose lines are pairs of indices, as
// often as there are lines between the two, and returns the size of the
// drawing. The boxes lie within it. Lines of the centre are kept short; -1 is
// no centre.
func arrange(boxes []box, lines [][2]int, centre int) (width, height int) {
	next := make([][]int, len(boxes))
	for _, e := range lines {
		if e[0] != e[1] {
			next[e[0]] = append(next[e[0]], e[1])
			next[e[1]] = append(next[e[1]], e[0])
		}
	}
	var parts [][]int
	seen := make([]bool, len(boxes))
	for i := range boxes {
		if seen[i] {
			continue
		}
		var part []int
		for at, d := range distances(next, i) {
			if d >= 0 {
				seen[at] = true
				part = append(part, at)
			}
		}
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return cmp.Compare(len(b), len(a)) })
	rowTop, rowLeft, rowHeight := 0, 0, 0
	for _, part := range parts {
		w, h := arrangePart(boxes, part, next, centre)
		if rowLeft > 0 && rowLeft+w > maxWidth {
			rowTop, rowLeft, rowHeight = rowTop+rowHeight+gapParts, 0, 0
		}
		for _, i := range part {
			boxes[i].X += rowLeft
			boxes[i].Y += rowTop
		}
		width, height = max(width, rowLeft+w), max(height, rowTop+h)
		rowLeft, rowHeight = rowLeft+w+gapParts, max(rowHeight, h)
	}
	return width, height
}

// distances counts the steps from one node to each other one; -1 where there
// is no way.
func distances(next [][]int, from int) []int {
	d := make([]int, len(next))
	for i := range d {
		d[i] = -1
	}
	d[from] = 0
	for queue := []int{from}; len(queue) > 0; queue = queue[1:] {
		for _, to := range next[queue[0]] {
			if d[to] < 0 {
				d[to] = d[queue[0]] + 1
				queue = append(queue, to)
			}
		}
	}
	return d
}

// arrangePart places one connected part with its top left corner at 0, 0.
func arrangePart(boxes []box, part []int, next [][]int, centre int) (width, height int) {
	steps, lines := measure(part, next, centre)
	n := len(part)
	partWidth := min(maxWidth, (180+120*(n-1))*unit)
	tries := starts
	if len(lines) > manyLines {
		tries = fewStarts
	}
	var trials []trial
	for start := range tries {
		t := trial{knot: newKnot(make([]box, n), lines)}
		for i, node := range part {
			t.boxes[i] = boxes[node]
		}
		scatter(t.boxes, uint64(start)+1)
		for range rounds {
			relax(t.boxes, steps)
		}
		fit(t.boxes, partWidth, (66+13*(n-1))*unit)
		separate(t.boxes)
		widen(t.boxes, partWidth)
		t.faults = t.all()
		trials = append(trials, t)
	}
	byFaults := func(a, b trial) int { return cmp.Compare(a.faults, b.faults) }
	slices.SortStableFunc(trials, byFaults)
	trials = trials[:min(len(trials), improved)]
	var all sync.WaitGroup // side by side: else one processor is at the network when the other has made all else
	for i := range trials {
		all.Go(func() {
			trials[i].improve(partWidth, uint64(i)+1)
			trials[i].faults = trials[i].all()
		})
	}
	all.Wait()
	best := slices.MinFunc(trials, byFaults).boxes
	width, height = toOrigin(best)
	for i, node := range part {
		boxes[node] = best[i]
	}
	return width, height
}

// trial is one way to place a part.
type trial struct {
	*knot
	faults int
}

// measure gives the steps between all boxes of a part, and its lines, those of
// the same two boxes as one, by place in the part.
func measure(part []int, next [][]int, centre int) (steps [][]int, lines []strand) {
	at := map[int]int{}
	for i, node := range part {
		at[node] = i
	}
	steps = make([][]int, len(part))
	for i, node := range part {
		all, found := distances(next, node), map[int]int{}
		for _, other := range part {
			steps[i] = append(steps[i], all[other])
		}
		for _, to := range next[node] {
			if node > to {
				continue
			}
			if n, ok := found[to]; ok {
				lines[n].lines++
				continue
			}
			found[to] = len(lines)
			lines = append(lines, strand{i, at[to], 1, node == centre || to == centre})
		}
	}
	return steps, lines
}

// scatter puts boxes at places that only look random.
func scatter(boxes []box, seed uint64) {
	draw := func() int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed >> 40 % 4096)
	}
	for i := range boxes {
		boxes[i].X, boxes[i].Y = draw()*hop/1024, draw()*hop/1024
	}
}

// relax moves each box once to where its distances to all others fit best.
func relax(boxes []box, steps [][]int) {
	for i := range boxes {
		sum, x, y := 0, 0, 0
		for j := range boxes {
			if i == j {
				continue
			}
			d := steps[i][j]
			weight := 3600 / (d * d)
			dx, dy := boxes[i].X-boxes[j].X, boxes[i].Y-boxes[j].Y
			if dx == 0 && dy == 0 {
				dx = unit
			}
			length := root(dx*dx + dy*dy)
			sum += weight
			x += weight * (boxes[j].X + dx*d*hop/length)
			y += weight * (boxes[j].Y + dy*d*hop/length)
		}
		if sum > 0 {
			boxes[i].X, boxes[i].Y = x/sum, y/sum
		}
	}
}

// fit stretches the places to a width and a height. The longer side of what
// there is becomes the width.
func fit(boxes []box, width, height int) {
	left, top, right, bottom := centres(boxes)
	if bottom-top > right-left {
		for i := range boxes {
			boxes[i].X, boxes[i].Y = boxes[i].Y, boxes[i].X
		}
		left, top, right, bottom = top, left, bottom, right
	}
	widest := 0
	for _, b := range boxes {
		widest = max(widest, b.W)
	}
	stretch := func(v, from, to, size int) int { return (v - from) * size / max(1, to-from) }
	for i := range boxes {
		boxes[i].X = stretch(boxes[i].X, left, right, max(width-widest, widest))
		boxes[i].Y = stretch(boxes[i].Y, top, bottom, min(height, max(1, bottom-top)*3/2))
	}
}

func centres(boxes []box) (left, top, right, bottom int) {
	left, top, right, bottom = math.MaxInt, math.MaxInt, math.MinInt, math.MinInt
	for _, b := range boxes {
		left, right = min(left, b.X), max(right, b.X)
		top, bottom = min(top, b.Y), max(bottom, b.Y)
	}
	return left, top, right, bottom
}

// widen draws boxes apart to fill a width. Where none overlapped, none do.
func widen(boxes []box, width int) {
	left, _, right, _ := centres(boxes)
	start, end := math.MaxInt, math.MinInt
	for _, b := range boxes {
		start, end = min(start, b.X-b.W/2), max(end, b.X+b.W/2)
	}
	if right == left || end-start >= width {
		return
	}
	for i := range boxes {
		boxes[i].X += (boxes[i].X - left) * (width - (end - start)) / (right - left)
	}
}

// toOrigin moves the boxes so that they fill a drawing from 0, 0, and returns
// its size.
func toOrigin(boxes []box) (width, height int) {
	left, top := math.MaxInt, math.MaxInt
	for _, b := range boxes {
		left, top = min(left, b.X-b.W/2), min(top, b.Y-b.H/2)
	}
	for i := range boxes {
		b := &boxes[i]
		b.X, b.Y = b.X-left, b.Y-top
		width, height = max(width, b.X+b.W/2), max(height, b.Y+b.H/2)
	}
	return width, height
}

// root is the square root of n, at least 1, rounded down.
func root(n int) int {
	r := int(math.Sqrt(float64(n)))
	for r*r > n {
		r--
	}
	for (r+1)*(r+1) <= n {
		r++
	}
	return max(r, 1)
}

func abs(n int) int { return max(n, -n) }
