package emit

import (
	"fmt"
	"math"
	"strings"
	"sync"

	"dossier/generator/draw/geo"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// locatorWidth is in units, four to three pixels of the margin column.
const locatorWidth = 320

// locator is the small map beside an entity's facts: a country in its
// surroundings; an event or place as a point in its country, or, when only
// countries are known, these; nil when nothing is.
func (v *view) locator(e *model.Entity) *layout.MapView {
	if !v.plan.Has(v.lang, plan.MapKey) {
		return nil
	}
	point, countries := v.whereabouts(e)
	if point == nil && len(countries) == 0 {
		return nil
	}
	d := v.shared.maps.locator(point, countries)
	m := &layout.MapView{ID: "locator", Href: v.hrefTo(plan.MapKey), Width: d.frame.Width, Height: d.frame.Height, Land: d.land}
	var names []string
	if point != nil {
		names = append(names, v.apart(v.title(&point.entity.Doc)))
		if point.approximate() {
			names[0] += " (" + v.words("approximate") + ")"
		}
		if x, y, ok := d.frame.At(point.at); ok {
			m.Dots = append(m.Dots, layout.MapDot{X: x, Y: y, Approximate: point.approximate()})
		}
	} else {
		for _, dot := range d.dots {
			m.Dots = append(m.Dots, layout.MapDot{X: dot.x, Y: dot.y, Country: true, Approximate: dot.approximate()})
		}
	}
	for _, x := range d.areas {
		m.Areas = append(m.Areas, layout.MapArea{Path: x.path})
	}
	for _, c := range countries {
		names = append(names, v.apart(v.title(&c.entity.Doc)))
	}
	m.Title = strings.Replace(v.words("map.locator"), "{}", strings.Join(names, ", "), 1)
	return m
}

// maxLocated is how many countries a locator marks.
const maxLocated = 8

// whereabouts are the point where an entity lies, if any, and the countries to
// mark.
func (v *view) whereabouts(e *model.Entity) (point *sight, countries []sight) {
	if e.Key.Kind() == model.Actors {
		return nil, nil
	}
	country := func(key model.Key) {
		if s, ok := sightOf(v.shared.entity(key)); ok && len(countries) < maxLocated {
			countries = append(countries, s)
		}
	}
	if e.Key.Kind() == model.Countries {
		country(e.Key)
		return nil, countries
	}
	at := e
	if e.Place != nil {
		at = v.shared.entity(e.Place.Key)
	}
	if s, ok := sightOf(at); ok {
		point = &s
	}
	if at.Country != nil {
		country(at.Country.Key)
	} else if point == nil && e.Key.Kind() == model.Events {
		for _, t := range e.Tags {
			if t.Key.Kind() == model.Countries {
				country(t.Key)
			}
		}
	}
	return point, countries
}

// cell is how many degrees the points lie apart that maps of points without a
// country are drawn about: less than such a map shows.
const cell = 4

// locator gives the drawing of some countries, or of the surroundings of a
// point: the same for all points in the same countries.
func (c *cartography) locator(point *sight, countries []sight) *drawing {
	if len(countries) > 0 {
		var key strings.Builder
		for _, s := range countries {
			key.WriteString(string(s.entity.Key) + " ")
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
	p, about := point.entity.Position, *point
	if len(countries) == 0 { // points close to each other share a map
		lat, lon := math.Round(p.Lat/cell)*cell, math.Round(p.Lon/cell)*cell
		p, about.at = &model.Position{Lat: lat, Lon: lon}, geo.At(geo.Point{lon, lat})
	}
	key := fmt.Sprint(p.Lat, " ", p.Lon)
	for _, s := range countries {
		key += " " + string(s.entity.Key)
	}
	return c.once(key, func() *drawing { return surroundings(append([]sight{about}, countries...), countries) })
}

func (c *cartography) once(key string, make func() *drawing) *drawing {
	f, _ := c.locators.LoadOrStore(key, sync.OnceValue(make))
	return f.(func() *drawing)()
}

// mostGroups is how many different groups of countries, as events name them,
// are drawn in surroundings of their own, which takes some milliseconds each.
// When there are more, groups are marked on one map of the world.
const mostGroups = 40

// crowded reports whether events name more than mostGroups groups.
func crowded(site *model.Site) bool {
	groups := map[string]bool{}
	for _, e := range site.Entities {
		if e.Key.Kind() != model.Events || e.Place != nil {
			continue
		}
		var key strings.Builder
		for _, t := range e.Tags {
			if t.Key.Kind() == model.Countries {
				key.WriteString(string(t.Key) + " ")
			}
		}
		groups[key.String()] = true
	}
	return len(groups) > mostGroups
}

// onWorld marks countries on the shared map of the world.
func (c *cartography) onWorld(countries []sight) *drawing {
	d := *c.world()
	for _, s := range countries {
		one := c.once("world "+string(s.entity.Key), func() *drawing {
			alone := &drawing{frame: d.frame, shown: map[model.Key]bool{}}
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
