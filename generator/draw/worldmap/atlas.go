package worldmap

import (
	"cmp"
	"math"
	"slices"

	"dossier/generator/draw/extent"
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
// picture is about two fifths as large; and of dots. layouts/assets has the same.
const (
	labelSize    = 16 // on screens of a middling width; on wider ones a bit less
	fewSize      = 31
	insetSize    = 14
	worldSize    = 12 // of the small map of the world, which is wider on the page
	insetFewSize = 18
	dotRadius    = 6
	fewRadius    = 12
	leastBetween = fewRadius * 3 / 2 // from one sign to the next, on narrow screens
)

// Atlas is a map of all places: one picture of their region or of the world,
// or a region and what lies outside it on a small map of the world.
type Atlas struct {
	levels map[int]int
	main   *drawing
	insets []crop   // of the main map, where it is crowded
	world  *drawing // nil when the main map shows everything
	emblem *drawing // the members alone; nil when there is none
	window string   // the main map's frame on the world
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
	numbers, points := extent.Region(things(sights))
	if len(numbers) == 0 {
		a.main = large(geo.World(mapWidth, fine, middles(sights)), sights, nil, leastClaim)
		a.insets = insets(a.main, sights)
		return a
	}
	frame := geo.Region(points, mapSizes)
	a.main = large(frame, sights, nil, leastClaim)
	for _, i := range numbers {
		a.main.show(sights[i : i+1])
	}
	a.insets = insets(a.main, sights)
	if len(numbers) < len(sights) {
		world := geo.World(insetWidth, coarse, middles(sights))
		a.world = large(world, sights, a.main.shown, leastClaim)
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

// Main gives the main map in a language; nil when it shows no place. Its ids begin with
// "map_main".
func (a *Atlas) Main(link func(Place) Link, lang string) *Map {
	if len(a.main.shown) == 0 {
		return nil
	}
	m := a.picture(a.main, "map_main", labelSize, fewSize, link, lang)
	for _, c := range a.insets {
		if c.few {
			m.FewWindow += c.window.part().Path()
		} else {
			m.Window += c.window.part().Path()
		}
	}
	return m
}

// Insets give the crowded parts of the main map larger, each with the names of the
// countries in its middle; none where nothing is crowded. On narrow screens more is.
func (a *Atlas) Insets(link func(Place) Link, lang string) []Inset {
	var out []Inset
	for _, c := range a.insets {
		d := c.drawing
		x := Inset{Map: a.picture(d, "map_inset", insetSize, insetFewSize, link, lang), Narrow: c.few}
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
func (a *Atlas) World(link func(Place) Link, lang string) *Map {
	if a.world == nil {
		return nil
	}
	m := a.picture(a.world, "map_world", worldSize, insetFewSize, link, lang)
	m.Window = a.window
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

// levels divides the weights of countries into classes, from 1. No weight is class 0.
func levels(sights []sight) map[int]int {
	var counts []int
	for _, s := range sights {
		if s.land != nil && s.Weight > 0 {
			counts = append(counts, s.Weight)
		}
	}
	return extent.Levels(counts, classes)
}

// Legend gives the classes, from the least weight.
func (a *Atlas) Legend() []Class {
	var out []Class
	for n, x := range extent.Ranges(a.levels, classes) {
		if x[0] > 0 {
			out = append(out, Class{Tint: level(n), From: x[0], To: x[1]})
		}
	}
	return out
}
