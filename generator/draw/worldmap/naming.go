package worldmap

import (
	"slices"

	"dossier/generator/draw/order"
)

// naming is what a small map names: areas, of which the first are marked and have a
// name or a number, and dots, which have one, too.
type naming struct {
	drawing  *drawing
	marked   int
	class    string      // of what it is of: "country" or "place"
	around   string      // of those of areas that are not marked
	concerns []concern   // of these
	most     int         // how many of these have one
	beside   []drawnDot  // like these, where there is no land around
	outside  []drawnArea // of which the dossier has nothing, named last
	name     func(Place) string
	lang     string
	leading  int  // between lines of different names
	loose    bool // names may stand on other land, as on large maps
}

// waysToName are the orders in which names are tried: dots first, areas first, small areas
// first. Each of some maps finds room for all in one of them.
var waysToName = []func(n *naming) []int{
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
	slices.SortStableFunc(out, func(a, b int) int { return n.drawing.areas[a].Area.Size() - n.drawing.areas[b].Area.Size() })
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

// retries is how often an order is tried, each time with what had no room first, or only
// a bad place.
const retries = 3

// write puts names on a map, in the order in which the fewest have no room.
func (m *Map) write(n *naming) {
	var best *labeller
	var unnamed []int
	var least int
	var tried [2]order.Tried // with care, and with less
	for i := range 2 * len(waysToName) {
		if best != nil && least == 0 || i >= len(waysToName) && (n.loose || len(n.drawing.dots) == 0 || len(unnamed)+best.faults == 0) {
			break // nothing is better, or need be tried with less care
		}
		next := waysToName[i%len(waysToName)](n)
		for range retries {
			if tried[i/len(waysToName)].Have(next) {
				break
			}
			l := newLabeller(n.drawing, locatorText, dotRadius)
			l.strict, l.far, l.abroads, l.leading, l.sparing = !n.loose, farthestOwn, i >= len(waysToName), n.leading, true
			var left, poor []int
			worse := func() bool { return best != nil && n.costOf(left, l.faults)+l.costOfLines() >= least }
			for _, owner := range next {
				if worse() {
					break
				}
				faults := l.faults
				switch {
				case !n.put(l, owner):
					left = append(left, owner)
				case l.faults > faults:
					poor = append(poor, owner)
				}
			}
			if cost := n.costOf(left, l.faults) + l.costOfLines(); best == nil || !worse() && cost < least {
				best, unnamed, least = l, left, cost
			}
			next = order.First(next, slices.Concat(left, poor)...)
		}
	}
	for _, owner := range unnamed {
		if n.numbered(owner) {
			m.Numbers = append(m.Numbers, Number{N: owner, Name: n.name(n.drawing.place(owner)), Wide: true, Few: true})
		}
	}
	m.countNumbers(best)
	for i, d := range n.drawing.dots {
		if owner := len(n.drawing.areas) + i; n.optional(owner) && !slices.Contains(unnamed, owner) {
			m.Inside = append(m.Inside, d.ID)
			m.Dots = append(m.Dots, Dot{X: d.x, Y: d.y, Approximate: d.Approximate(), Sort: d.Sort})
		}
	}
	most := len(best.labels) + n.most
	var poor []int
	for i, a := range n.drawing.areas[n.marked:] {
		if len(best.labels) < most && !aside(best, n.name(a.Place), n.around, n.marked+i, n.concerns[i]) && n.concerns[i] == subject {
			poor = append(poor, n.marked+i)
		}
	}
	for _, i := range poor { // beside those of others
		mostlyAtHome(best, n.name(n.drawing.areas[i].Place), n.around, i, 0, 1, -1)
	}
	for _, d := range n.beside {
		if len(best.labels) < most && isle(best, n.name(d.Place), n.around, d.x, d.y) {
			m.Dots = append(m.Dots, Dot{Tint: d.Standing.Tint(), X: d.x, Y: d.y, Country: true, Approximate: d.Approximate()})
		}
	}
	nameBeyond(best, n.outside, max(leastOutside, most-len(best.labels)), n.name)
	n.claims(best)
	m.Labels, m.Leads = best.labels, best.leads()
}

// costOf is what it costs that some things on a small map have no name, and so many faults.
func (n *naming) costOf(left []int, faults int) int {
	cost := costFault * faults
	for _, owner := range left {
		if cost += costMissing; !n.optional(owner) {
			cost += 2 * costMissing
		}
	}
	return cost
}

// optional reports whether something is a place in what the map is of, which has a name or is not
// shown.
func (n *naming) optional(owner int) bool {
	i := owner - len(n.drawing.areas)
	return i >= 0 && n.class == "country" && !n.drawing.dots[i].Country
}

// numbered reports whether something has a number rather than no name: all but countries that
// are neither what the map is of nor members of what it is about, nor were.
func (n *naming) numbered(owner int) bool {
	if owner >= len(n.drawing.areas) || n.class == "country" {
		return !n.optional(owner)
	}
	s := n.drawing.areas[owner].Standing
	return s == Unasked || s >= Former
}

// put names an owner, if there is room.
func (n *naming) put(l *labeller, owner int) bool {
	text := n.name(n.drawing.place(owner))
	if i := owner - len(n.drawing.areas); i >= 0 {
		class := "place"
		if n.drawing.dots[i].Country {
			class = "country"
		}
		return l.dot(text, class, n.drawing.dots[i].x, n.drawing.dots[i].y, dotRadius)
	}
	return l.area(text, owner)
}
