package worldmap

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"dossier/generator/draw/extent"
	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// Small maps of several places are drawn in few bytes, as they stand beside texts:
// with as many details as take no more than spotBytes, or else the fewest.
const (
	spotUnit   = 2 // of their land, in the picture's
	spotBend   = 12
	leastHatch = leastSmall / (spotUnit * spotUnit)
	spotBytes  = 640
)

var details = [...]struct {
	bend, least int // bends and islands left out, in the land's units
	borders     bool
}{{8, 8, true}, {12, 8, true}, {20, 12, true}, {30, 16, true}, {60, 24, true}, {30, 24, false}}

// A map of places is flat: on a phone it is as wide as the screen, and the text below it
// begins there, too.
const spotLow, spotHigh = 0.58, 0.66

var spotSizes = geo.Sizes{Width: locatorWidth, Low: spotLow, High: spotHigh, Margin: 1.4, Least: leastAround}

// mostSets is how many different sets of places have a map that fits them, which
// takes a millisecond each. When there are more, sets that lie about alike share
// one: that of a square of a grid, whose squares are as large as it takes to be no
// more than so many, or the largest there are, some 80.
const mostSets = 40

// Spots draws small maps of places that are named together. It remembers what it
// drew.
type Spots struct {
	drawn   sync.Map // key → func() *drawing
	least   func() float64
	named   func() []sight // countries that may be named
	members func() []sight // of these
}

// NewSpots makes a drawer; sets gives all sets of places that it will be asked
// for, each with the countries that they are named with, and named those that it may
// name.
func NewSpots(sets iter.Seq[[]Place], named func() []Place) *Spots {
	c := &Spots{named: lands(named)}
	c.members = sync.OnceValue(func() []sight {
		return slices.DeleteFunc(slices.Clone(c.named()), func(s sight) bool { return s.Standing != Member })
	})
	c.least = sync.OnceValue(func() float64 { return leastTile(sets, c.members()) })
	return c
}

// Map draws places, marks the countries that they are named with, and names them and
// countries around; name words a place, in a language. What has no room for its name has a number.
// It is nil when nothing is known of where the places lie.
func (c *Spots) Map(places, countries []Place, name func(Place) string, lang string) *Map {
	points := sightsOf(places)
	if len(points) == 0 {
		return nil
	}
	about := sightsOf(countries)
	slices.SortStableFunc(about, func(a, b sight) int { return cmp.Compare(b.Standing, a.Standing) }) // not all may be marked
	held, reached := framed(append(points, about...), c.members())
	key, frame := extent.Tiled(held, reached, c.least(), spotSizes, leastMoved)
	shared, _ := c.drawn.LoadOrStore(key, sync.OnceValue(func() *drawing { return c.spareDrawing(frame()) }))
	d := shared.(func() *drawing)()
	m := &Map{ID: "locator", Width: d.frame.Width, Height: d.frame.Height, Land: d.land, Inland: d.inland, Unit: spotUnit, drawing: d}
	own := &drawing{frame: d.frame, shown: map[string]bool{}}
	for _, s := range points {
		own.addDot(s)
	}
	c.mark(key, own, about)
	marked := len(own.areas)
	d.lay(m, own.areas)
	own.hatched, own.hatchUnit = d.hatched, d.hatchUnit // of all that it fills, or else marks
	if !d.apart && marked > 0 {
		own.hatched, own.hatchUnit = naturalearth.Claims(sparePart(&d.frame), leastArea, leastHatch, own.lands()), spotUnit
	}
	m.Hatched = len(own.hatched) > 0
	for _, a := range own.hatched {
		m.Disputed += a.Area.Path()
	}
	for _, dot := range own.dots {
		m.Dots = append(m.Dots, Dot{X: dot.x, Y: dot.y, Approximate: dot.Approximate(), Sort: dot.Sort})
	}
	near, concerns := foremost(slices.DeleteFunc(slices.Clone(d.neighbours(c.named)), own.marks), func(a *drawnArea) bool {
		return slices.ContainsFunc(own.dots, func(x drawnDot) bool { return a.Holds(geo.Pixel{x.x, x.y}) })
	})
	own.areas = append(own.areas, near...)
	own.others = d.others
	m.write(&naming{drawing: own, marked: marked, class: "place", around: "around", concerns: concerns, most: mostAround, leading: spotLeading, name: name, lang: lang, outside: d.strangers(c.named)})
	return m
}

// framed are the points that a map of places and countries must hold; and near these are
// the middles of the countries, and of members, that it nearly shows.
func framed(all, members []sight) (points, near []geo.Vec) {
	var countries []sight
	for _, s := range all {
		if s.Country {
			countries = append(countries, s)
		} else {
			points = append(points, s.at)
		}
	}
	return extent.Places(points, middles(countries), middles(members), spotSizes)
}

// mostMarked is how many countries a small map of places marks.
const mostMarked = 8

// mark gives a drawing the countries that a map of a key marks.
func (c *Spots) mark(key string, own *drawing, countries []sight) {
	for _, s := range countries {
		if x := c.country(key, &own.frame, s); x != nil && len(own.areas) < mostMarked {
			own.areas = append(own.areas, *x)
		}
	}
}

// country draws a country on the map of a key, in few bytes; nil where the map shows nothing of it.
func (c *Spots) country(key string, frame *geo.Frame, s sight) *drawnArea {
	if s.land == nil {
		return nil
	}
	shared, _ := c.drawn.LoadOrStore(key+" "+s.ID, sync.OnceValue(func() *drawnArea {
		part := sparePart(frame)
		whole, rough := frame.Draw(&s.land.Shape, leastArea), part.Draw(&s.land.Shape, leastArea)
		if whole == nil || rough == nil {
			return nil
		}
		area := newArea(s, whole, rough.Path())
		area.rooms = whole.Berths(frame, berth) // many pages name it
		return &area
	}))
	return shared.(func() *drawnArea)()
}

// sparePart is the picture of a small map of places in the units of its land.
func sparePart(f *geo.Frame) *geo.Frame {
	part := f.Part(0, 0, f.Width, f.Height, f.Width/spotUnit, spotBend)
	return &part
}

// mostAround is how many countries a small map of places names.
const mostAround = 6

// spotLeading is how much room names have between them there: the letters of places and
// of the country that they lie in would run into each other's halos.
const spotLeading = 2

// leastTile is the least size of tiles with which there are few maps; 0 when each
// set can have a map that fits it.
func leastTile(sets iter.Seq[[]Place], members []sight) float64 {
	few := func(least float64) bool {
		keys := map[string]bool{}
		for set := range sets {
			if points, near := framed(sightsOf(set), members); len(points) > 0 {
				key, _ := extent.Tiled(points, near, least, spotSizes, leastMoved)
				if keys[key] = true; len(keys) > mostSets {
					return false
				}
			}
		}
		return true
	}
	return extent.LeastTile(few)
}

// sightsOf are the places of which it is known where they lie.
func sightsOf(places []Place) []sight {
	out := make([]sight, 0, len(places))
	for _, p := range places {
		if s, ok := sightOf(p); ok {
			out = append(out, s)
		}
	}
	return out
}

// lands are the places that have an outline, found when they are first asked for.
func lands(places func() []Place) func() []sight {
	return sync.OnceValue(func() []sight {
		return slices.DeleteFunc(sightsOf(places()), func(s sight) bool { return s.land == nil })
	})
}
