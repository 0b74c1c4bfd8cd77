package network

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// Measures of the words on lines, in pixels.
const (
	labelSize   = 13
	labelHeight = 18
	searches    = 3
	labelRather = 15 // where there is so much room: on tablets the drawing is smaller and the words are not
)

// bundles parts ties into those that share words: of one type, from or to the
// node of the two that has more of them; one that lies beside another has words
// of its own. It gives each tie the number of its bundle, from 0.
func bundles(ties []Tie) (of []int, n int) {
	type end struct{ kind, node, beside int }
	degree, numbers, beside := map[end]int{}, map[end]int{}, map[[2]int]int{}
	for _, t := range ties {
		degree[end{t.Type, t.From, 0}]++
		degree[end{t.Type, t.To, 0}]++
		beside[t.pair()]++
	}
	for i, t := range ties {
		hub := end{t.Type, t.To, 0}
		if from := (end{t.Type, t.From, 0}); degree[from] > degree[hub] {
			hub = from
		}
		if beside[t.pair()] > 1 {
			hub = end{beside: i + 1}
		}
		number, ok := numbers[hub]
		if !ok {
			number = len(numbers)
			numbers[hub] = number
		}
		of = append(of, number)
	}
	return of, len(numbers)
}

// placeLabels finds places for words on lines, in a drawing of a size, away from boxes, the heads of
// arrows and other words, where fewest other lines run: for each bundle on one of its lines, rather on
// one that holds than on one that is pale. Words that do not stand free are moved when all others have
// their places, and left out where they would still hide lines or heads and another bundle
// of their type has words, on a line that holds if theirs does. A bundle without words has nil: the key has it.
func placeLabels(ties []Tie, of []int, n int, ways []way, boxes []box, size point, words func(kind int) string) []*label {
	on := make([]*label, n)
	var heads []point
	for i, t := range ties {
		if t.Arrow {
			heads = append(heads, ways[i].end(true))
		}
	}
	// Bundles of few lines have the least choice.
	many, order := make([]int, n), make([]int, n)
	for _, b := range of {
		many[b]++
	}
	for b := range order {
		order[b] = b
	}
	slices.SortStableFunc(order, func(a, b int) int { return many[a] - many[b] })
	best := func(b, letters int) (best *label) {
		taken := slices.Clone(boxes)
		for other, l := range on {
			if l != nil && other != b {
				taken = append(taken, l.box)
			}
		}
		for i, t := range ties {
			if of[i] != b {
				continue
			}
			l := findRoom(i, ways, heads, taken, size, words(t.Type), letters)
			if l != nil && t.Pale {
				l.cost += crossingCost
			}
			if l != nil && (best == nil || l.cost < best.cost) {
				best = l
			}
		}
		return best
	}
	for range searches {
		for _, b := range order {
			if on[b] != nil && on[b].cost < besideCost {
				continue
			}
			if on[b] = best(b, labelRather); on[b] == nil {
				on[b] = best(b, labelSize)
			}
		}
	}
	for b, l := range on {
		if l != nil && l.hides >= crossingCost && slices.ContainsFunc(on, func(o *label) bool {
			return o != nil && o != l && ties[o.tie].Type == ties[l.tie].Type && (ties[l.tie].Pale || !ties[o.tie].Pale)
		}) {
			on[b] = nil
		}
	}
	return on
}

// label is the room of words on the line of a tie, and how bad it is: hides is what of the
// cost is due to other lines and to heads.
type label struct {
	box
	cost, hides, tie int
}

// labelBox is the room that words take in letters of a size, at no place yet.
func labelBox(words string, letters int) box {
	return box{W: (textwidth.Of(words)*letters + 8*textwidth.Em) * unit / textwidth.Em, H: labelHeight * unit}
}

// What it costs words to stand on another line, what if one runs along all of them, on it or
// close by, and to stand beside their own, in places along the line; and how far beside it they stand.
const (
	crossingCost = 40
	headCost     = 50
	alongCost    = 60
	besideCost   = 15
	wordsGap     = 2 * unit
	closeBy      = 6 * unit // within which another line seems to be that of words
)

// findRoom finds the best place for words on a line or right beside it; nil if there is
// none.
func findRoom(i int, ways []way, heads []point, taken []box, size point, words string, letters int) *label {
	const places = 47
	b := labelBox(words, letters)
	var best *label
	along := ways[i].places(places)
	covered := func() int {
		n := 0
		for _, p := range along {
			if b.holds(p) {
				n++
			}
		}
		return n
	}
	for n, p := range along {
		for _, aside := range []point{{0, 0}, {b.W/2 + wordsGap, 0}, {-b.W/2 - wordsGap, 0}, {0, b.H/2 + wordsGap}, {0, -b.H/2 - wordsGap}} {
			b.X, b.Y = p.x+aside.x, p.y+aside.y
			if b.X < b.W/2 || b.X > size.x-b.W/2 || b.Y < b.H/2 || b.Y > size.y-b.H/2 || !b.clearOf(taken) {
				continue
			}
			// Away from the middle, beside the line, or where little of it is seen beside the words.
			cost := abs(n-places/2) / 2
			if aside == (point{}) {
				cost += 60 * max(0, covered()-places*2/3) / places
			} else if cost += besideCost; ways[i].touches(&b, 0) {
				continue
			}
			if best != nil && cost >= best.cost {
				continue
			}
			hides := b.onOthers(ways, i) + b.onHeads(heads)
			if best == nil || cost+hides < best.cost {
				best = &label{b, cost + hides, hides, i}
			}
		}
	}
	return best
}

// clearOf reports whether a box touches none of others.
func (b box) clearOf(others []box) bool {
	for i := range others {
		c := &others[i]
		if 2*abs(b.X-c.X) < b.W+c.W+8*unit && 2*abs(b.Y-c.Y) < b.H+c.H+4*unit {
			return false
		}
	}
	return true
}

// holds reports whether a point lies in a box.
func (b box) holds(p point) bool { return 2*abs(p.x-b.X) < b.W && 2*abs(p.y-b.Y) < b.H }

// onHeads is what it costs that a box of words hides the heads of arrows.
func (b box) onHeads(heads []point) (cost int) {
	b.W, b.H = b.W+2*tipLength, b.H+2*tipLength
	for _, h := range heads {
		if b.holds(h) {
			cost += headCost
		}
	}
	return cost
}

// onOthers is what it costs that other ways than one touch a box of words or run close to
// it: the more the further they run along the words, which then seem to be theirs.
func (b box) onOthers(ways []way, except int) (cost int) {
	const places = 60
	near := box{X: b.X, Y: b.Y, W: b.W, H: b.H + 2*closeBy}
	for i := range ways {
		if i == except || !ways[i].touches(&near, 0) {
			continue
		}
		if ways[i].touches(&b, 0) {
			cost += crossingCost
		}
		along := ways[i].places(places)
		for n := 1; n < len(along); n++ {
			if p, q := along[n-1], along[n]; near.holds(p) && near.holds(q) {
				cost += alongCost * abs(q.x-p.x) / b.W
			}
		}
	}
	return cost
}
