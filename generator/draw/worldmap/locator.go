package worldmap

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"dossier/generator/draw/geo"
)

// locatorWidth is in units, four to three pixels of the margin column.
const locatorWidth = 320

// mostGroups is how many different groups of countries are drawn in
// surroundings of their own, which takes some milliseconds each. When there
// are more, groups are marked on one map of the world.
const mostGroups = 40

// Locators draws little maps that show where something lies. It remembers what
// it drew.
type Locators struct {
	drawn   sync.Map // key → func() *drawing
	crowded bool     // too many groups of countries for a drawing each
	world   func() *drawing
}

// NewLocators makes a drawer; groups is how many different groups of countries
// it will be asked for.
func NewLocators(groups int) *Locators {
	return &Locators{crowded: groups > mostGroups, world: sync.OnceValue(func() *drawing {
		return draw(geo.World(locatorWidth, coarse, nil), nil, nil)
	})}
}

// Map draws a point in its countries, or, when point is nil, the countries in
// their surroundings. It is nil when nothing is known of where these lie. The
// map has no words.
func (c *Locators) Map(point *Place, countries []Place) *Map {
	var marked []sight
	for _, p := range countries {
		if s, ok := sightOf(p); ok {
			marked = append(marked, s)
		}
	}
	var at *sight
	if point != nil {
		if s, ok := sightOf(*point); ok {
			at = &s
		}
	}
	if at == nil && len(marked) == 0 {
		return nil
	}
	d := c.drawing(at, marked)
	m := &Map{ID: "locator", Width: d.frame.Width, Height: d.frame.Height, Land: d.land}
	if at == nil {
		for _, dot := range d.dots {
			m.Dots = append(m.Dots, Dot{X: dot.x, Y: dot.y, Country: true, Approximate: dot.Approximate()})
		}
	} else if x, y, ok := d.frame.At(at.at); ok {
		m.Dots = append(m.Dots, Dot{X: x, Y: y, Approximate: at.Approximate()})
	}
	for _, x := range d.areas {
		m.Areas = append(m.Areas, Area{Path: x.path})
	}
	return m
}

// cell is how many degrees the points lie apart that maps of points without a
// country are drawn about: less than such a map shows.
const cell = 4

// drawing gives the drawing of some countries, or of the surroundings of a
// point: the same for all points in the same countries.
func (c *Locators) drawing(point *sight, countries []sight) *drawing {
	if len(countries) > 0 {
		var key strings.Builder
		for _, s := range countries {
			key.WriteString(s.ID + " ")
		}
		d := c.once(key.String(), func() *drawing {
			if c.crowded && point == nil && len(countries) > 1 {
				return c.onWorld(countries)
			}
			return surroundings(countries, countries)
		})
		if point == nil {
			return d
		}
		if _, _, ok := d.frame.At(point.at); ok {
			return d
		}
	}
	p, about := point.Position, *point
	if len(countries) == 0 { // points close to each other share a map
		lat, lon := math.Round(p.Lat/cell)*cell, math.Round(p.Lon/cell)*cell
		p, about.at = &Position{Lat: lat, Lon: lon}, geo.At(geo.Point{lon, lat})
	}
	key := fmt.Sprint(p.Lat, " ", p.Lon)
	for _, s := range countries {
		key += " " + s.ID
	}
	return c.once(key, func() *drawing { return surroundings(append([]sight{about}, countries...), countries) })
}

func (c *Locators) once(key string, make func() *drawing) *drawing {
	f, _ := c.drawn.LoadOrStore(key, sync.OnceValue(make))
	return f.(func() *drawing)()
}

// onWorld marks countries on the shared map of the world.
func (c *Locators) onWorld(countries []sight) *drawing {
	d := *c.world()
	for _, s := range countries {
		one := c.once("world "+s.ID, func() *drawing {
			alone := &drawing{frame: d.frame, shown: map[string]bool{}}
			if s.land != nil {
				alone.addArea(s, nil)
			} else {
				alone.addDot(s)
			}
			return alone
		})
		d.areas, d.dots = append(d.areas, one.areas...), append(d.dots, one.dots...)
	}
	return &d
}

// What surrounds a thing on its locator: much of a small country's, little of a
// large one's; and for islands enough to come to some other land.
const (
	leastAround = 4 * math.Pi / 180
	oceanAround = 24 * math.Pi / 180
)

// surroundings draws some countries in a frame about sights.
func surroundings(sights, countries []sight) *drawing {
	var points []geo.Vec
	for _, s := range sights {
		points = append(points, s.extent()...)
	}
	middle, far := geo.Middle(points), 0.0
	for _, p := range points {
		far = max(far, geo.Angle(middle, p))
	}
	if far > geo.MaxRegion {
		return draw(geo.World(locatorWidth, coarse, middles(sights)), countries, nil)
	}
	sizes := geo.Sizes{Width: locatorWidth, Bend: coarse, Low: 0.75, High: 0.75, Margin: 1.15 + max(0, 0.9-far), Least: leastAround}
	d := draw(geo.Region(points, sizes), countries, nil)
	if d.land == "" {
		sizes.Least = oceanAround
		d = draw(geo.Region(points, sizes), countries, nil)
	}
	return d
}
