package network

import "slices"

const (
	edging = (margin - 2) * unit // around the boxes
	bend   = 30 * unit           // at least between the middles of lines of the same two boxes
	track  = 15 * unit           // between such lines that have no room to bend apart
	shift  = 24 * unit           // by which the middle of a line is bent aside at a time
	shifts = 5                   // to either side
	aside  = 12 * unit           // between a box and the corner of a line that is led around it
	beside = 4 * unit            // more of the next line of the same two
	smooth = 26 * unit           // rounding of such corners
)

// router finds the ways of the edges between boxes.
type router struct {
	boxes []box
	edges []Edge
	ways  []way

	least, most point // between which the drawing is
}

// route finds the ways of edges: straight, but several of two boxes bend apart.
// What would touch a box that is not its end is bent, or else led around the
// boxes in its way.
func route(boxes []box, edges []Edge) []way {
	r := router{boxes: boxes, edges: edges, ways: make([]way, len(edges)), least: boxes[0].middle(), most: boxes[0].middle()}
	for _, b := range boxes {
		r.least = point{min(r.least.x, b.X-b.W/2-edging), min(r.least.y, b.Y-b.H/2-edging)}
		r.most = point{max(r.most.x, b.X+b.W/2+edging), max(r.most.y, b.Y+b.H/2+edging)}
	}
	of := map[[2]int][]int{}
	var pairs [][2]int
	for i, e := range edges {
		pair := e.pair()
		if of[pair] == nil {
			pairs = append(pairs, pair)
		}
		of[pair] = append(of[pair], i)
	}
	for _, p := range pairs {
		r.lead(of[p], 0)
	}
	for _, p := range pairs {
		if together := of[p]; (len(together) > 1 || r.touches(together)) && !r.bend(together) && !r.abreast(together) {
			for n, i := range together {
				r.around(i, aside+min(n, 2)*beside)
			}
		}
	}
	return r.ways
}

// abreast leads several edges of two boxes straight, beside each other; false if one of them
// then touches another box, or has no room at its own.
func (r *router) abreast(together []int) bool {
	if len(together) == 1 {
		return false
	}
	e := r.edges[together[0]]
	a, b := r.boxes[min(e.From, e.To)], r.boxes[max(e.From, e.To)]
	dx, dy := b.X-a.X, b.Y-a.Y
	length := distance(a.middle(), b.middle())
	for n, i := range together {
		off := (2*n - len(together) + 1) * track / 2
		by := point{-dy * off / length, dx * off / length}
		from, to := r.boxes[r.edges[i].From], r.boxes[r.edges[i].To]
		for _, c := range []box{from, to} {
			if 2*abs(by.x) > c.W || 2*abs(by.y) > c.H {
				return false
			}
		}
		start, end := point{from.X + by.x, from.Y + by.y}, point{to.X + by.x, to.Y + by.y}
		r.ways[i] = newWay(0, leaves(from, start, end), leaves(to, end, start))
	}
	return !r.touches(together)
}

// lead sets the ways of the edges of two boxes, beside each other, all bent to a
// side by so much.
func (r *router) lead(together []int, off int) {
	e := r.edges[together[0]]
	a, b := r.boxes[min(e.From, e.To)], r.boxes[max(e.From, e.To)]
	apart := max(bend, distance(a.middle(), b.middle())/8)
	for n, i := range together {
		from, to := r.boxes[r.edges[i].From], r.boxes[r.edges[i].To]
		by := off + (2*n-(len(together)-1))*apart
		if by == 0 {
			r.ways[i] = newWay(0, edgeOf(from, to.middle()), edgeOf(to, from.middle()))
			continue
		}
		control := halfway(a, b, by)
		r.ways[i] = newWay(1<<40, edgeOf(from, control), control, edgeOf(to, control))
	}
}

// bend bends the edges of two boxes as little as they need, and crossing as few
// others as possible, to touch no other box; false if that is not possible.
func (r *router) bend(together []int) bool {
	best, least := 0, -1
	for n := range 2*shifts + 1 {
		off := (n + 1) / 2 * shift
		if n%2 == 1 {
			off = -off
		}
		r.lead(together, off)
		if r.touches(together) {
			continue
		}
		if cost := 2*r.clashes(together) + n; least < 0 || cost < least {
			best, least = off, cost
		}
	}
	r.lead(together, best)
	return least >= 0
}

// touches reports whether one of some edges touches a box that is not its end, or
// leaves the drawing.
func (r *router) touches(some []int) bool {
	for _, i := range some {
		e, w := r.edges[i], &r.ways[i]
		for j := range r.boxes {
			if j != e.From && j != e.To && w.touches(&r.boxes[j], near) {
				return true
			}
		}
		if w.least.x < r.least.x || w.least.y < r.least.y || w.most.x > r.most.x || w.most.y > r.most.y {
			return true
		}
	}
	return false
}

// clashes counts how often edges of two boxes cross others, or end where these do.
func (r *router) clashes(some []int) int {
	n := 0
	for _, i := range some {
		e, w := r.edges[i], &r.ways[i]
		for j, f := range r.edges {
			if e.pair() == f.pair() {
				continue
			}
			o := &r.ways[j]
			n += w.crosses(o)
			for _, end := range [2]int{e.From, e.To} {
				if (end == f.From || end == f.To) && distance(w.end(end == e.To), o.end(end == f.To)) < 2*tipWidth+near {
					n++
				}
			}
		}
	}
	return n
}

// around leads an edge around boxes, at a distance, on the shortest way, of which
// each corner counts as a bend more. When there is no way it stays as it is.
func (r *router) around(edge, far int) {
	e := r.edges[edge]
	from, to := r.boxes[e.From].middle(), r.boxes[e.To].middle()
	// Stop 0 is the beginning, 1 the end; then come four for the corners of each box.
	places := []point{from, to}
	for _, b := range r.boxes {
		w, h := b.W/2+far, b.H/2+far
		places = append(places, point{b.X - w, b.Y - h}, point{b.X + w, b.Y - h}, point{b.X - w, b.Y + h}, point{b.X + w, b.Y + h})
	}
	type stop struct {
		after, length int // 0 is not reached yet
		done          bool
	}
	stops := make([]stop, len(places))
	stops[0].length = 1
	for !stops[1].done {
		here, least := -1, 0
		for n, s := range stops {
			if rest := s.length + distance(places[n], to); s.length > 0 && !s.done && (here < 0 || rest < least) {
				here, least = n, rest
			}
		}
		if here < 0 {
			return
		}
		stops[here].done = true
		// Only the corners of boxes that are in the way are of use.
		goals := []int{1}
		looked := make([]bool, len(r.boxes))
		for len(goals) > 0 {
			goal := goals[0]
			goals = goals[1:]
			free := true
			for j := range r.boxes {
				b := &r.boxes[j]
				if j == e.From || j == e.To || !hits(places[here], places[goal], b, b.W/2+near, b.H/2+near) {
					continue
				}
				if free = false; !looked[j] {
					looked[j] = true
					goals = append(goals, 2+4*j, 3+4*j, 4+4*j, 5+4*j)
				}
			}
			if s := &stops[goal]; free && !s.done {
				if length := stops[here].length + distance(places[here], places[goal]) + bend; s.length == 0 || length < s.length {
					s.after, s.length = here, length
				}
			}
		}
	}
	corners := []point{to}
	for n := stops[1].after; n != 0; n = stops[n].after {
		corners = append(corners, places[n])
	}
	corners = append(corners, from)
	slices.Reverse(corners)
	last := len(corners) - 1
	corners[0], corners[last] = edgeOf(r.boxes[e.From], corners[1]), edgeOf(r.boxes[e.To], corners[last-1])
	r.ways[edge] = newWay(smooth, corners...)
}
