package worldmap

import (
	"cmp"
	"math"
	"slices"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/order"
)

// maxNumbers is how many names that have no room on a map get a number there;
// the list beside the map has all.
const maxNumbers = 60

// need is whether a map has to name something.
type need int

const (
	unnamed need = iota // another map does
	rather              // if it has room: an inset names it, too
	must                // or else it gives it a number
)

// need says whether a drawing has to name a place on wide screens or on narrow ones. Only
// what no larger map shows gets a name on the map of the world. Of what an inset names, the
// main map names countries, on narrow screens of an inset that all screens have members and those
// that were, as far as these have room; not places.
func (a *Atlas) need(d *drawing, p Place, narrow bool) need {
	in := func(c crop) bool { return c.shown[p.ID] && (narrow || !c.few) }
	bystander := func(c crop) bool { return in(c) && !c.few && narrow && p.Standing < Former }
	switch {
	case !d.shown[p.ID], d == a.world && a.main.shown[p.ID]:
		return unnamed
	case d != a.main:
		if !narrow && a.few(d) {
			return unnamed
		}
		return must
	case !slices.ContainsFunc(a.insets, in):
		return must
	case !p.Country, slices.ContainsFunc(a.insets, bystander):
		return unnamed
	}
	return rather
}

// few reports whether a drawing is for narrow screens alone.
func (a *Atlas) few(d *drawing) bool {
	return slices.ContainsFunc(a.insets, func(c crop) bool { return c.drawing == d && c.few })
}

// picture words a drawing. Nothing on the map of the world or on an inset is a link: the
// main map and the list beside it have them.
func (a *Atlas) picture(d *drawing, id string, size, few int, link func(Place) Link, lang string) *Map {
	m := &Map{ID: id, Width: d.frame.Width, Height: d.frame.Height, Land: d.land, Disputed: d.claims}
	links := make([]Link, 0, len(d.areas)+len(d.dots))
	for _, x := range d.areas {
		l := link(x.Place)
		links = append(links, l)
		m.add(Area{Tint: a.tint(x.Place), Href: l.Href, Text: l.Text, Path: x.path}, d == a.main)
	}
	for _, dot := range d.dots {
		l := link(dot.Place)
		links = append(links, l)
		x := Dot{Href: l.Href, Text: l.Text, X: dot.x, Y: dot.y, Country: dot.Country, Approximate: dot.Approximate(), Sort: dot.Sort, Wide: dot.wide}
		if dot.Country {
			x.Tint = a.tint(dot.Place)
		}
		if d != a.main {
			x.Href = ""
		}
		m.Dots = append(m.Dots, x)
	}
	wide, narrow := a.wording(d, links, size, dotRadius, false), a.wording(d, links, few, fewRadius, true)
	for i, x := range d.areas {
		if d != a.world && !d.shown[x.ID] { // what only reaches into the picture
			narrow.room(links[i].Name, "around", i)
			if !a.few(d) {
				wide.room(links[i].Name, "around", i)
			}
		}
	}
	m.number(wide, narrow, links)
	if d != a.world {
		outside := d.outside.of(d, nil, size, func(x geo.Area) []geo.Room { return x.Rooms(&d.frame) })
		name := func(p Place) string { return link(p).Name }
		nameBeyond(wide.labeller, outside, mostBeyond, name)
		nameBeyond(narrow.labeller, outside, mostBeyondFew, name)
	}
	a.claims(m, wide.labeller, narrow.labeller, links, lang)
	m.Labels, m.Few = wide.labels, narrow.labels
	m.Leads, m.FewLeads = wide.leads(), narrow.leads()
	return m
}

// wording is a way to name what a drawing has to, on wide screens or on narrow ones.
type wording struct {
	*labeller
	left    []int // what has no room
	missing []int // of that, what must be told
	cost    int
}

// What it costs that something has no name, and that it is a member or was one; and a line,
// beside its length in lines of text, and one into an area, which may have room for the name; and a
// name that stands partly on areas of others, and that of a dot that stands on other land or
// on what is hatched.
const (
	costMissing = 40
	costMember  = 60
	costLine    = 8
	costInto    = 8
	costSpilled = 20
	costFault   = 20
)

// How many lines apart a name may stand that an inset has, too: on wide screens and on narrow
// ones, where the inset follows at once.
const (
	farthestInset    = 10
	farthestInsetFew = 4
)

// wording names what a drawing has to, in the order that costs least.
func (a *Atlas) wording(d *drawing, links []Link, size, radius int, narrow bool) (best *wording) {
	needs := make([]need, len(links))
	for i := range needs {
		needs[i] = a.need(d, d.place(i), narrow)
	}
	least := math.MaxInt
	var tried order.Tried
	for _, next := range d.orders() {
		for range retries {
			if tried.Have(next) {
				break
			}
			w := &wording{labeller: newLabeller(d, size, radius)}
			for _, c := range a.insets {
				if d == a.main && (narrow || !c.few) {
					w.corners = append(w.corners, c.window.corners()...)
				}
			}
			if w.try(next, needs, links, radius, narrow, least); w.cost < least {
				best, least = w, w.cost
			}
			next = order.First(next, w.left...)
		}
	}
	return best
}

// try names owners in an order, as far as there is room, and until that costs as much as
// the best so far.
func (w *wording) try(order []int, needs []need, links []Link, radius int, narrow bool, least int) {
	missing := 0
	for _, owner := range order {
		w.cost = missing + w.spilled*costSpilled + w.costOfLines()
		if w.cost >= least {
			return
		}
		w.keen, w.modest = needs[owner] == rather && !narrow, needs[owner] == rather && narrow
		if needs[owner] == unnamed || w.name(links[owner].Name, owner, radius, far(needs[owner], narrow)) {
			continue
		}
		w.left = append(w.left, owner)
		if needs[owner] == must {
			w.missing = append(w.missing, owner)
		}
		missing += costMissing
		if w.drawing.place(owner).Standing >= Former {
			missing += costMember
		}
	}
	w.cost = missing + w.spilled*costSpilled + w.costOfLines()
}

// costOfLines is what the lines to names cost.
func (l *labeller) costOfLines() int {
	cost := 0
	for i, x := range l.lines {
		if l.starts[i] == 0 {
			cost += costInto
		}
		cost += costLine + int(math.Hypot(float64(x[1].x-x[0].x), float64(x[1].y-x[0].y)))/l.size
	}
	return cost
}

// far is how many lines apart the name of something may stand.
func far(n need, narrow bool) int {
	switch {
	case n == rather && narrow:
		return farthestInsetFew
	case n == rather:
		return farthestInset
	case narrow:
		return farthestFew
	}
	return farthest
}

// name places a name, so many lines apart at most.
func (w *wording) name(text string, owner, radius, far int) bool {
	w.far = far
	d := w.drawing
	if owner < len(d.areas) {
		return w.area(text, owner)
	}
	dot := &d.dots[owner-len(d.areas)]
	class := "place"
	if dot.Country {
		class = "country"
	}
	return w.dot(text, class, dot.x, dot.y, radius)
}

// place is the place of an owner.
func (d *drawing) place(owner int) Place {
	if owner < len(d.areas) {
		return d.areas[owner].Place
	}
	return d.dots[owner-len(d.areas)].Place
}

// orders are those in which areas and dots get their names: members first, of these the
// smaller ones, which have fewer places for theirs; of others the larger or the smaller ones,
// and dots last, before these or first.
func (d *drawing) orders() [][]int {
	areas := make([]int, len(d.areas))
	for i := range areas {
		areas[i] = i
	}
	size := func(i int) float64 { return d.areas[i].land.Shape.Radius }
	member := func(i int) bool { return d.areas[i].Standing == Member }
	slices.SortStableFunc(areas, func(a, b int) int {
		if member(a) && member(b) {
			return cmp.Compare(size(a), size(b))
		}
		return cmp.Compare(d.areas[b].Standing, d.areas[a].Standing)
	})
	small := slices.Clone(areas)
	slices.SortStableFunc(small, func(a, b int) int { return cmp.Compare(size(a), size(b)) })
	var dots, back []int
	for i := range d.dots {
		dots = append(dots, len(areas)+i)
	}
	back = slices.Clone(dots)
	slices.Reverse(back)
	members, rest := []int{}, []int{}
	for _, i := range small {
		if member(i) {
			members = append(members, i)
		} else {
			rest = append(rest, i)
		}
	}
	return [][]int{
		slices.Concat(areas, dots),
		slices.Concat(members, rest, dots),
		slices.Concat(members, dots, rest),
		slices.Concat(members, rest, back),
		slices.Concat(small, dots),
		slices.Concat(dots, small),
	}
}

// number gives numbers to what has no name on a map, from west to east: first what
// has none on wide screens, so that no number is left out there.
func (m *Map) number(wide, narrow *wording, links []Link) {
	d := wide.drawing
	for owner, l := range links {
		n := Number{N: owner, Href: l.Href, Name: l.Name, Wide: slices.Contains(wide.missing, owner), Few: slices.Contains(narrow.missing, owner)}
		if n.Wide || n.Few {
			m.Numbers = append(m.Numbers, n)
		}
	}
	first := func(n Number) int {
		if n.Wide {
			return 0
		}
		return 1
	}
	m.Numbers = m.Numbers[:min(len(m.Numbers), maxNumbers)]
	slices.SortStableFunc(m.Numbers, func(a, b Number) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(d.west(a.N), d.west(b.N)))
	})
	for i := range m.Numbers {
		n := &m.Numbers[i]
		if n.Few {
			narrow.labeller.number(i+1, n.N, fewRadius)
		}
		if n.Wide {
			wide.labeller.number(i+1, n.N, dotRadius)
		}
		n.N = i + 1
	}
}

// west is how far from the left an area or a dot lies.
func (d *drawing) west(owner int) int {
	if owner >= len(d.areas) {
		return d.dots[owner-len(d.areas)].x
	}
	b := d.areas[owner].box(owner)
	return (b.left + b.right) / 2
}
