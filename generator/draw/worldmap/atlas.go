package worldmap

import (
	"cmp"
	"math"
	"slices"

	"dossier/generator/draw/geo"
)

// Sizes of pictures, in units.
const (
	mapWidth   = 960
	insetWidth = 480
	fine       = 10 // bends left out
	coarse     = 5
)

var mapSizes = geo.Sizes{Width: mapWidth, Bend: fine, Low: 0.56, High: 0.75, Margin: 1.08, Least: 5 * math.Pi / 180}

// Sizes of text, in units: on wide screens and on narrow ones, where the
// picture is about two fifths as large; and of dots. layouts/assets/style.css
// has the same.
const (
	labelSize    = 15
	fewSize      = 31
	insetSize    = 12
	insetFewSize = 18
	dotRadius    = 6
	fewRadius    = 12
)

// Atlas is a map of all places: one picture of their region or of the world,
// or a region and what lies outside it on a small map of the world.
type Atlas struct {
	levels map[int]int
	main   *drawing
	insets []*drawing // of the main map, where it is crowded
	frames string     // theirs on the main map
	world  *drawing   // nil when the main map shows everything
	emblem *drawing   // the members alone; nil when there is none
	window string     // the main map's frame on the world
}

// Link is what a map says of a place: its name as written on the map, what is
// to be known of it in words, and where it leads.
type Link struct{ Name, Text, Href string }

// NewAtlas draws all places of which it is known where they lie.
func NewAtlas(places []Place) *Atlas {
	sights := sightsOf(places)
	slices.SortStableFunc(sights, func(a, b sight) int {
		return cmp.Or(cmp.Compare(b.Standing, a.Standing), cmp.Compare(b.Weight, a.Weight))
	})
	a := &Atlas{levels: levels(sights)}
	a.emblem = emblem(sights)
	inside, points := region(sights)
	if len(inside) == 0 {
		a.main = draw(geo.World(mapWidth, fine, middles(sights)), sights, nil)
		a.main.hatch(leastClaim)
		a.insets, a.frames = insets(a.main, sights)
		return a
	}
	frame := geo.Region(points, mapSizes)
	a.main = draw(frame, sights, nil)
	a.main.hatch(leastClaim)
	a.main.show(inside)
	a.insets, a.frames = insets(a.main, sights)
	if len(inside) < len(sights) {
		world := geo.World(insetWidth, coarse, middles(sights))
		a.world = draw(world, sights, a.main.shown)
		a.world.hatch(leastClaim)
		border := frame.Border()
		if window := world.Draw(&border, leastLand); len(window) == 1 { // else the map's edge cuts it
			a.window = window.Path()
		}
	}
	return a
}

// OnMain reports whether the main map shows the place of an ID.
func (a *Atlas) OnMain(id string) bool { return a.main.shown[id] }

// OnWorld reports whether the map of the world beside the main map does.
func (a *Atlas) OnWorld(id string) bool { return a.world != nil && a.world.shown[id] }

// Main gives the main map; nil when it shows no place. Its ids begin with
// "map_main".
func (a *Atlas) Main(link func(Place) Link) *Map {
	if len(a.main.shown) == 0 {
		return nil
	}
	m := a.picture(a.main, "map_main", labelSize, fewSize, link)
	m.Window = a.frames
	return m
}

// Insets give the crowded parts of the main map larger, each with the names of the
// countries in its middle; none where nothing is crowded.
func (a *Atlas) Insets(link func(Place) Link) []Inset {
	var out []Inset
	for _, d := range a.insets {
		x := Inset{Map: a.picture(d, "map_inset", insetSize, insetFewSize, link)}
		for i := range d.areas {
			if d.shown[d.areas[i].ID] {
				x.Names = append(x.Names, link(d.areas[i].Place).Name)
			}
		}
		out = append(out, x)
	}
	return out
}

// World gives the map of the world; nil when the main map shows everything.
// Its ids begin with "map_world".
func (a *Atlas) World(link func(Place) Link) *Map {
	if a.world == nil {
		return nil
	}
	m := a.picture(a.world, "map_world", insetSize, insetFewSize, link)
	m.Window = a.window
	return m
}

// maxNumbers is how many names that have no room on a map get a number there;
// the list beside the map has all.
const maxNumbers = 60

// inset reports whether an inset of a map shows a place.
func (a *Atlas) inset(of *drawing, id string) bool {
	return of == a.main && slices.ContainsFunc(a.insets, func(d *drawing) bool { return d.shown[id] })
}

// picture words a drawing. Only what no larger map shows gets a name on the
// map of the world, and nothing there or on an inset is a link: the main map and
// the list beside it have them. Of what an inset names, the main map names members,
// other countries where there is room, and on narrow screens nothing else. Members
// come first.
func (a *Atlas) picture(d *drawing, id string, size, few int, link func(Place) Link) *Map {
	m := &Map{ID: id, Width: d.frame.Width, Height: d.frame.Height, Land: d.land, Disputed: d.claims}
	wide, narrow := newLabeller(d, size, dotRadius), newLabeller(d, few, fewRadius)
	narrow.far = farthestFew
	var missing []Number // N is the owner as yet
	named := func(owner int, p Place, l Link, put func(*labeller, int) bool) {
		if d == a.world && a.main.shown[p.ID] || !d.shown[p.ID] {
			return
		}
		inset := p.Standing != Member && a.inset(d, p.ID)
		onWide := inset && owner >= len(d.areas) || put(wide, dotRadius) || inset
		onNarrow := inset || put(narrow, fewRadius)
		if !(onWide && onNarrow) && len(missing) < maxNumbers {
			missing = append(missing, Number{N: owner, Href: l.Href, Name: l.Name, Wide: !onWide, Few: !onNarrow})
		}
	}
	links := make([]Link, len(d.areas))
	for i, x := range d.areas {
		links[i] = link(x.Place)
		m.add(Area{Tint: a.tint(x.Place), Href: links[i].Href, Text: links[i].Text, Path: x.path}, d == a.main)
	}
	for _, i := range d.membersFirst() {
		named(i, d.areas[i].Place, links[i], func(by *labeller, _ int) bool { return by.area(links[i].Name, i) })
	}
	for i, dot := range d.dots {
		l := link(dot.Place)
		x := Dot{Href: l.Href, Text: l.Text, X: dot.x, Y: dot.y, Country: dot.Country, Approximate: dot.Approximate(), Sort: dot.Sort}
		class := "place"
		if dot.Country {
			x.Tint, class = a.tint(dot.Place), "country"
		}
		if d != a.main {
			x.Href = ""
		}
		m.Dots = append(m.Dots, x)
		named(len(d.areas)+i, dot.Place, l, func(by *labeller, radius int) bool { return by.dot(l.Name, class, dot.x, dot.y, radius) })
	}
	for i, x := range d.areas {
		if d != a.world && !d.shown[x.ID] { // what only reaches into the picture
			wide.room(links[i].Name, "around", i)
			narrow.room(links[i].Name, "around", i)
		}
	}
	m.number(wide, narrow, missing)
	m.Labels, m.Few = wide.labels, narrow.labels
	m.Leads, m.FewLeads = wide.leads(), narrow.leads()
	return m
}

// add adds an area; one that is no link joins those of its look.
func (m *Map) add(x Area, link bool) {
	if !link {
		x.Href, x.Text = "", ""
		for i := range m.Areas {
			if m.Areas[i].Tint == x.Tint {
				m.Areas[i].Path += x.Path
				return
			}
		}
	}
	m.lay(x)
}

// lay puts an area on top of the others.
func (m *Map) lay(x Area) {
	m.Areas = append(m.Areas, x)
	if x.Pattern != "" && !slices.Contains(m.Patterns, x.Pattern) {
		m.Patterns = append(m.Patterns, x.Pattern)
	}
}

// number gives numbers to what has no name on a map, from west to east: first what
// has none on wide screens, so that no number is left out there.
func (m *Map) number(wide, narrow *labeller, missing []Number) {
	d := wide.drawing
	first := func(n Number) int {
		if n.Wide {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(missing, func(a, b Number) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(d.west(a.N), d.west(b.N)))
	})
	for i := range missing {
		n := &missing[i]
		if n.Few {
			narrow.number(i+1, n.N, fewRadius)
		}
		if n.Wide {
			wide.number(i+1, n.N, dotRadius)
		}
		n.N = i + 1
	}
	m.Numbers = missing
}

// west is how far from the left an area or a dot lies.
func (d *drawing) west(owner int) int {
	if owner >= len(d.areas) {
		return d.dots[owner-len(d.areas)].x
	}
	b := d.areas[owner].box(owner)
	return (b.left + b.right) / 2
}

// membersFirst are the areas in the order in which they get their names: of the members
// the smaller ones have fewer places for theirs.
func (d *drawing) membersFirst() []int {
	order := make([]int, len(d.areas))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &d.areas[a], &d.areas[b]
		if x.Standing == Member && y.Standing == Member {
			return cmp.Compare(x.land.shape.Radius, y.land.shape.Radius)
		}
		return cmp.Compare(y.Standing, x.Standing)
	})
	return order
}

// show notes that a drawing shows sights of which it has any land, though their
// middle may lie outside the picture.
func (d *drawing) show(sights []sight) {
	for i := range d.areas {
		if slices.ContainsFunc(sights, func(s sight) bool { return s.ID == d.areas[i].ID }) {
			d.shown[d.areas[i].ID] = true
		}
	}
}

// tint is the look of a country.
func (a *Atlas) tint(p Place) Tint {
	if p.Standing != Unasked {
		return p.Standing.Tint()
	}
	return level(a.levels[p.Weight])
}

func middles(sights []sight) []geo.Vec {
	out := make([]geo.Vec, len(sights))
	for i, s := range sights {
		out[i] = s.at
	}
	return out
}

// classes is how many tints tell weights apart.
const classes = 4

// levels divides the weights of countries into classes from 1, as equal as they
// can be in how many different weights they hold. No weight is class 0.
func levels(sights []sight) map[int]int {
	var counts []int
	for _, s := range sights {
		if s.land != nil && s.Weight > 0 {
			counts = append(counts, s.Weight)
		}
	}
	slices.Sort(counts)
	counts = slices.Compact(counts)
	of := map[int]int{}
	for i, n := range counts {
		of[n] = 1 + i*classes/max(classes, len(counts))
	}
	return of
}

// Legend gives the classes, from the least weight.
func (a *Atlas) Legend() []Class {
	var out []Class
	from, to := [classes + 1]int{}, [classes + 1]int{}
	for n, level := range a.levels {
		if from[level] == 0 || n < from[level] {
			from[level] = n
		}
		to[level] = max(to[level], n)
	}
	for n := 1; n <= classes; n++ {
		if from[n] > 0 {
			out = append(out, Class{Tint: level(n), From: from[n], To: to[n]})
		}
	}
	return out
}
