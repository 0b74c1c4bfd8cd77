package network

import "math"

// strand is the lines between two boxes: their indices, and how many there are.
type strand struct {
	a, b, lines int
	main        bool // one of the boxes is what the drawing is about
}

// knot is a part of a network while it is being laid out.
type knot struct {
	boxes   []box
	strands []strand
	of      [][]int // of each box, its strands
	spans   []span  // of each strand
	near    []sides // of each box, what comes near it
}

// span is where a strand runs, and the rectangle about it.
type span struct {
	a, b point
	sides
}

// sides are those of a rectangle.
type sides struct{ left, right, top, bottom int }

func newKnot(boxes []box, strands []strand) *knot {
	k := &knot{boxes, strands, make([][]int, len(boxes)), make([]span, len(strands)), make([]sides, len(boxes))}
	for n, s := range strands {
		k.of[s.a] = append(k.of[s.a], n)
		k.of[s.b] = append(k.of[s.b], n)
	}
	return k
}

// follow takes note of where a box lies and its strands run.
func (k *knot) follow(i int) {
	c := &k.boxes[i]
	w, h := c.W/2+clear, c.H/2+clear
	k.near[i] = sides{c.X - w, c.X + w, c.Y - h, c.Y + h}
	for _, n := range k.of[i] {
		a, b := &k.boxes[k.strands[n].a], &k.boxes[k.strands[n].b]
		k.spans[n] = span{point{a.X, a.Y}, point{b.X, b.Y}, sides{min(a.X, b.X), max(a.X, b.X), min(a.Y, b.Y), max(a.Y, b.Y)}}
	}
}

// What makes a drawing hard to read, against each other. A line of 35 pixels
// counts 1, one of what the drawing is about 2.
const (
	costThrough = 90 // a line that touches a box which is not its end, or nearly
	costCross   = 80 // two lines that cross; a line through a box is led around it, a crossing stays
	costNarrow  = 50 // two lines from a box that can hardly be told apart
	costAcute   = 2  // two lines from a box at less than about 60 degrees
	costCramped = 16 // a line too short for its words
	lengthUnit  = 35 * unit
)

// all is the cost of a layout, whose strands it follows.
func (k *knot) all() int {
	sum := 0
	for i := range k.boxes {
		k.follow(i)
	}
	for n, s := range k.strands {
		sum += k.alone(s)
		for i := range k.boxes {
			sum += k.meets(n, i)
		}
		for m := range n {
			sum += k.together(n, m)
		}
	}
	return sum
}

// around is what of the cost a box and its lines have part in, or so much of it
// that it is more than a limit. Most places that are tried are worse, and most lines lie
// beside each other, so both are looked at first: the network was a sixth of what the
// dossier of a few hundred pages takes.
func (k *knot) around(i, limit int) int {
	sum := 0
	for _, n := range k.of[i] {
		sum += k.alone(k.strands[n])
	}
	for n := range k.spans {
		if sum > limit {
			return sum
		}
		if !k.spans[n].apart(&k.near[i]) {
			sum += k.meets(n, i)
		}
	}
	for _, n := range k.of[i] {
		r := &k.spans[n]
		for j := range k.boxes {
			if !r.apart(&k.near[j]) {
				sum += k.meets(n, j)
			}
		}
		if sum > limit {
			return sum
		}
		for m := range k.spans {
			if !r.apart(&k.spans[m].sides) && m != n && (m > n || k.strands[m].a != i && k.strands[m].b != i) {
				if sum += k.together(n, m); sum > limit {
					return sum
				}
			}
		}
	}
	return sum
}

// apart reports that two rectangles do not meet.
func (r *sides) apart(o *sides) bool {
	return r.right < o.left || o.right < r.left || r.bottom < o.top || o.bottom < r.top
}

// alone is what a strand costs by its length.
func (k *knot) alone(s strand) int {
	a, b := &k.boxes[s.a], &k.boxes[s.b]
	dx, dy := abs(a.X-b.X), abs(a.Y-b.Y)
	cost := (max(dx, dy) + min(dx, dy)/2) / lengthUnit
	if s.main {
		cost *= 2
	}
	if dx-(a.W+b.W)/2 < s.lines*wordsWide && dy-(a.H+b.H)/2 < s.lines*wordsHigh {
		cost += costCramped * s.lines * s.lines
	}
	return cost
}

// meets is what it costs that a strand touches a box.
func (k *knot) meets(n, i int) int {
	r, s, c := &k.spans[n], &k.strands[n], &k.boxes[i]
	if i == s.a || i == s.b || r.apart(&k.near[i]) {
		return 0
	}
	w, h := c.W/2+clear, c.H/2+clear
	if s.lines > 1 {
		w, h = w+bend/2, h+bend/2
	}
	if hits(r.a, r.b, c, w, h) {
		return costThrough
	}
	return 0
}

// together is what two strands cost that cross, or leave a box side by side.
func (k *knot) together(n, m int) int {
	r, o := &k.spans[n], &k.spans[m]
	if r.apart(&o.sides) {
		return 0
	}
	s, t := &k.strands[n], &k.strands[m]
	from, p, q := r.a, r.b, o.b
	switch {
	case s.a == t.a:
	case s.a == t.b:
		q = o.a
	case s.b == t.a:
		from, p = r.b, r.a
	case s.b == t.b:
		from, p, q = r.b, r.a, o.a
	default:
		if crossing(r.a, r.b, o.a, o.b) {
			return costCross
		}
		return 0
	}
	x, y, z, w := p.x-from.x, p.y-from.y, q.x-from.x, q.y-from.y
	apart := 5
	if s.lines+t.lines > 2 {
		apart = 2 // they bend
	}
	switch dot, turn := x*z+y*w, abs(x*w-y*z); {
	case apart*turn < dot:
		return costNarrow
	case turn < 2*dot:
		return costAcute
	}
	return 0
}

// improve moves single boxes of a layout whose strands have been followed, by steps and now and
// then by a leap to anywhere, which no row of steps past other lines would lead to: at
// first also a little for the worse, then only for the better, within a width.
func (k *knot) improve(width int, seed uint64) {
	_, top, _, bottom := centres(k.boxes)
	left := k.boxes[0].X - k.boxes[0].W/2
	for _, b := range k.boxes {
		left = min(left, b.X-b.W/2)
	}
	grow := max((bottom-top)*growth/100, growLeast)
	top, bottom = top-grow, bottom+grow
	draw := func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed >> 40 % uint64(n))
	}
	passes := min(mostPasses, 20*len(k.boxes), passWork/max(1, len(k.strands)*len(k.strands)*len(k.strands)))
	worse := min(mostWorse, worsePerLine*len(k.strands))
	for pass := range passes {
		rest := passes - pass
		for i := range k.boxes {
			b, before := &k.boxes[i], k.around(i, math.MaxInt)
			reach := hop/4 + 2*hop*rest/passes
			for range turns {
				from := *b
				if draw(leaps) == 0 {
					b.X, b.Y = left+draw(width), top+draw(bottom-top+1)
				} else {
					b.X += draw(2*reach+1) - reach
					b.Y += draw(2*reach+1) - reach
				}
				inside := b.X-b.W/2 >= left && b.X+b.W/2 <= left+width && b.Y >= top && b.Y <= bottom
				if inside && free(k.boxes, i) {
					k.follow(i)
					limit := before + draw(1+worse*rest/passes)
					if after := k.around(i, limit); after <= limit {
						before = after
						continue
					}
				}
				*b = from
			}
			k.follow(i)
		}
	}
}

// free reports whether a box overlaps no other.
func free(boxes []box, i int) bool {
	for j := range boxes {
		if i != j && boxes[i].overlaps(boxes[j]) {
			return false
		}
	}
	return true
}

// crossing reports whether the lines a-b and c-d meet.
func crossing(a, b, c, d point) bool {
	if max(a.x, b.x) < min(c.x, d.x) || max(c.x, d.x) < min(a.x, b.x) || max(a.y, b.y) < min(c.y, d.y) || max(c.y, d.y) < min(a.y, b.y) {
		return false
	}
	side := func(a, b, p point) bool { return (b.x-a.x)*(p.y-a.y) < (b.y-a.y)*(p.x-a.x) }
	return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

// hits reports whether the line a-b comes nearer to the middle of a box than w
// sideways and h up or down.
func hits(a, b point, c *box, w, h int) bool {
	if max(a.x, b.x) < c.X-w || min(a.x, b.x) > c.X+w || max(a.y, b.y) < c.Y-h || min(a.y, b.y) > c.Y+h {
		return false
	}
	dx, dy := b.x-a.x, b.y-a.y
	// All corners lie on one side if the middle is further from the line than any of them.
	return abs(dx*(c.Y-a.y)-dy*(c.X-a.x)) <= abs(dx)*h+abs(dy)*w
}
