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
	fine       = 6 // bends left out
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
	world  *drawing // nil when the main map shows everything
	window string   // the main map's frame on the world
}

// Link is what a map says of a place: its name as written on the map, what is
// to be known of it in words, and where it leads.
type Link struct{ Name, Text, Href string }

// NewAtlas draws all places of which it is known where they lie.
func NewAtlas(places []Place) *Atlas {
	var sights []sight
	for _, p := range places {
		if s, ok := sightOf(p); ok {
			sights = append(sights, s)
		}
	}
	slices.SortStableFunc(sights, func(a, b sight) int { return cmp.Compare(b.Weight, a.Weight) })
	a := &Atlas{levels: levels(sights)}
	inside, points := region(sights)
	if len(inside) == 0 {
		a.main = draw(geo.World(mapWidth, fine, middles(sights)), sights, nil)
		return a
	}
	frame := geo.Region(points, mapSizes)
	a.main = draw(frame, sights, nil)
	if len(inside) < len(sights) {
		world := geo.World(insetWidth, coarse, middles(sights))
		a.world = draw(world, sights, a.main.shown)
		border := frame.Border()
		a.window = world.Draw(&border, leastLand).Path()
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
	return a.picture(a.main, "map_main", labelSize, fewSize, link)
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

// picture words a drawing. Only what no larger map shows gets a name on the
// map of the world.
func (a *Atlas) picture(d *drawing, id string, size, few int, link func(Place) Link) *Map {
	m := &Map{ID: id, Width: d.frame.Width, Height: d.frame.Height, Land: d.land}
	wide := labeller{width: m.Width, height: m.Height, size: size}
	narrow := labeller{width: m.Width, height: m.Height, size: few}
	for _, dot := range d.dots {
		wide.block(dot.x, dot.y, dotRadius)
		narrow.block(dot.x, dot.y, fewRadius)
		l := link(dot.Place)
		m.Dots = append(m.Dots, Dot{
			Href: l.Href, Text: l.Text, X: dot.x, Y: dot.y, Country: dot.Country,
			Level: a.levels[dot.Weight], Approximate: dot.Approximate(),
		})
	}
	named := func(id string) bool { return d == a.main || !a.main.shown[id] }
	for _, x := range d.areas {
		l := link(x.Place)
		m.Areas = append(m.Areas, Area{Href: l.Href, Text: l.Text, Path: x.path, Level: a.levels[x.Weight]})
		if named(x.ID) {
			rooms := x.area.Rooms(&d.frame)
			wide.area(l.Name, rooms)
			narrow.area(l.Name, rooms)
		}
	}
	for _, dot := range d.dots {
		if !named(dot.ID) {
			continue
		}
		class, name := "place", link(dot.Place).Name
		if dot.Country {
			class = "country"
		}
		wide.dot(name, class, dot.x, dot.y, dotRadius)
		narrow.dot(name, class, dot.x, dot.y, fewRadius)
	}
	m.Labels, m.Few = wide.labels, narrow.labels
	return m
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
	for level := 1; level <= classes; level++ {
		if from[level] > 0 {
			out = append(out, Class{Level: level, From: from[level], To: to[level]})
		}
	}
	return out
}
