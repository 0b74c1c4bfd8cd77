package worldmap

import "slices"

// naming is what a small map names: areas, of which the first are marked and have a
// name or a number, and dots, which have one, too.
type naming struct {
	drawing *drawing
	marked  int
	class   string     // of the names of dots
	around  string     // of those of areas that are not marked
	most    int        // how many of these have one
	beside  []drawnDot // like these, where there is no land around
	name    func(Place) string
	loose   bool // names may stand on other land, as on large maps
}

// orders are those in which names are tried: dots first, areas first, small areas
// first. Each of some maps finds room for all in one of them.
var orders = []func(n *naming) []int{
	func(n *naming) []int { return append(n.dots(), n.areas()...) },
	func(n *naming) []int { return append(n.areas(), n.dots()...) },
	func(n *naming) []int {
		areas := n.areas()
		large := slices.IndexFunc(areas, func(i int) bool { return !n.drawing.areas[i].within(middling * locatorText) })
		if large < 0 {
			large = len(areas)
		}
		return slices.Concat(areas[:large], n.dots(), areas[large:])
	},
	func(n *naming) []int {
		areas := n.areas()
		slices.Reverse(areas)
		return append(areas, n.dots()...)
	},
}

// areas are the marked ones, the smallest first.
func (n *naming) areas() []int {
	out := make([]int, n.marked)
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int { return n.drawing.areas[a].area.Size() - n.drawing.areas[b].area.Size() })
	return out
}

// dots are the owners that stand for them.
func (n *naming) dots() []int {
	out := make([]int, len(n.drawing.dots))
	for i := range out {
		out[i] = len(n.drawing.areas) + i
	}
	return out
}

// write puts names on a map, in the order in which the fewest have no room.
func (m *Map) write(n *naming) {
	var best *labeller
	var numbers []Number
	var least int
	for i := range 2 * len(orders) {
		again := len(n.drawing.dots) == 0 && slices.Contains([]int{1, 2}, i%len(orders)) || n.marked == 0 && i%len(orders) > 0
		if again || i >= len(orders) && (n.loose || len(n.drawing.dots) == 0) {
			continue // it is the same order again
		}
		l := newLabeller(n.drawing, locatorText, dotRadius)
		l.strict, l.far, l.abroads = !n.loose, farthestOwn, i >= len(orders)
		var missing []Number
		for _, owner := range orders[i%len(orders)](n) {
			if text, ok := n.put(l, owner); !ok {
				missing = append(missing, Number{N: owner, Name: text, Wide: true, Few: true})
			}
		}
		cost := 8*len(missing) + 2*l.faults + 3*len(l.lines)
		if best == nil || cost < least {
			best, numbers, least = l, missing, cost
		}
		if least == 0 {
			break
		}
	}
	m.Numbers = numbers
	m.countNumbers(best)
	most := len(best.labels) + n.most
	for i, a := range n.drawing.areas[n.marked:] {
		if len(best.labels) < most {
			best.room(n.name(a.Place), n.around, n.marked+i)
		}
	}
	for _, d := range n.beside {
		if len(best.labels) < most && isle(best, n.name(d.Place), n.around, d.x, d.y) {
			m.Dots = append(m.Dots, Dot{Tint: d.Standing.Tint(), X: d.x, Y: d.y, Country: true, Approximate: d.Approximate()})
		}
	}
	m.Labels, m.Leads = best.labels, best.leads()
}

// put names an owner, if there is room.
func (n *naming) put(l *labeller, owner int) (text string, ok bool) {
	if i := owner - len(n.drawing.areas); i >= 0 {
		d := n.drawing.dots[i]
		text = n.name(d.Place)
		return text, l.dot(text, n.class, d.x, d.y, dotRadius)
	}
	text = n.name(n.drawing.areas[owner].Place)
	return text, l.area(text, owner)
}
