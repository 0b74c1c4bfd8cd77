package worldmap

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"dossier/generator/draw/extent"
	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// locatorWidth is in units, pixels of the margin column; so is the size of text.
const (
	locatorWidth = 320
	locatorText  = 12
	rough        = 8 // bends left out
)

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
	named   func() []sight // countries that may be named as neighbours
}

// NewLocators makes a drawer; groups is how many different groups of countries
// it will be asked for, named gives the countries that it may name.
func NewLocators(groups int, named func() []Place) *Locators {
	return &Locators{crowded: groups > mostGroups, world: sync.OnceValue(func() *drawing {
		return draw(geo.World(locatorWidth, rough, nil), nil, nil)
	}), named: lands(named)}
}

// Map draws a point in its countries, or, when point is nil, the countries in
// their surroundings. It is nil when nothing is known of where these lie, or when they are two
// so far apart that a map of the world would say no more than their names. The map has no words as yet (see Label).
func (c *Locators) Map(point *Place, countries []Place) *Map {
	about := sightsOf(countries)
	var at *sight
	if point != nil {
		if s, ok := sightOf(*point); ok {
			at = &s
		}
	}
	if at == nil && (len(about) == 0 || len(about) == 2 && extent.Far(things(about))) {
		return nil
	}
	d := c.drawing(at, about)
	ground, whole := d.grounds(c.named()), cmp.Or(d.world, d)
	m := &Map{ID: "locator", Width: d.frame.Width, Height: d.frame.Height, Land: d.land, Disputed: whole.claims, Hatched: len(whole.hatched) > 0, drawing: d, marked: at}
	if at == nil {
		for _, dot := range d.dots {
			m.Dots = append(m.Dots, Dot{Tint: markedLook(dot.Place), X: dot.x, Y: dot.y, Country: true, Approximate: dot.Approximate()})
		}
	} else if x, y, ok := d.frame.At(at.at); ok {
		m.Dots = append(m.Dots, Dot{X: x, Y: y, Approximate: at.Approximate(), Sort: at.Sort})
	}
	m.fill(d, ground)
	for _, x := range d.areas {
		m.add(Area{Tint: markedLook(x.Place), Path: x.path}, false)
	}
	return m
}

// fill adds what a drawing has no names of, each area in its look.
func (m *Map) fill(d *drawing, ground []drawnArea) {
	for _, x := range ground {
		if !d.marks(x) {
			m.add(Area{Tint: x.Standing.Tint(), Path: x.path}, false)
		}
	}
}

// markedLook is that of what a small map marks: that which it has on the large one,
// and an outline, where maps tell countries apart by how they stand.
func markedLook(p Place) Tint {
	if p.Standing == Unasked {
		return Tint{Class: "here"}
	}
	t := p.Standing.Tint()
	t.Class += marked
	return t
}

// mostNeighbours is how many countries a locator names beside those it marks.
const mostNeighbours = 5

// Label names on a locator what it marks, or numbers it where there is no room; shows of some places
// inside of that those whose names have room; and names of the neighbours some that have, of these first some;
// name words a place, in a language.
func (c *Locators) Label(m *Map, first, inside []Place, name func(Place) string, lang string) {
	d := m.drawing
	near, concerns := foremost(d.neighbours(c.named), func(a *drawnArea) bool {
		return slices.ContainsFunc(first, func(p Place) bool { return p.ID == a.ID })
	})
	if c := concerns; slices.ContainsFunc(d.areas, func(a drawnArea) bool { return a.vast() }) && m.marked == nil {
		for i := range c {
			c[i] = bystander // small, and many in one corner: lines from these would hide others
		}
	}
	own := &drawing{frame: d.frame, areas: slices.Concat(d.areas, near), others: d.others, dots: slices.Clone(d.dots), hatched: cmp.Or(d.world, d).hatched}
	n := &naming{drawing: own, marked: len(d.areas), class: "country", around: "place", concerns: concerns, most: mostNeighbours, name: name, lang: lang}
	n.outside = d.strangers(c.named)
	if len(near) == 0 && d.world == nil {
		n.beside = d.isles(c.named())
	}
	if at := m.marked; at != nil && len(m.Dots) > 0 {
		own.dots, n.class = []drawnDot{{sight: *at, x: m.Dots[0].X, y: m.Dots[0].Y}}, "place"
	}
	for _, s := range sightsOf(inside) {
		if x, y, ok := d.frame.At(s.at); ok {
			own.dots = append(own.dots, drawnDot{sight: s, x: x, y: y})
		}
	}
	m.write(n)
}

// mostNear is how many neighbours a drawing has: enough, though all that its copies
// mark are among them, and some have no room.
const mostNear = 5 * mostNeighbours

// neighbours are the countries around those that a drawing marks, the roomiest
// first. Copies of the world's share the world's.
func (d *drawing) neighbours(named func() []sight) []drawnArea {
	if d.world != nil {
		return slices.DeleteFunc(slices.Clone(d.world.neighbours(named)), d.marks)
	}
	d.around.Do(func() {
		for _, s := range named() {
			if a := d.outline(s.land); a != nil {
				if near := newArea(s, a, ""); !d.marks(near) {
					if near.rooms = a.Berths(&d.frame, berth); len(near.rooms) > 0 {
						d.near = append(d.near, near)
					}
				}
			}
		}
		slices.SortStableFunc(d.near, func(a, b drawnArea) int { return cmp.Compare(b.rooms[0].Width, a.rooms[0].Width) })
		d.near = slices.Clone(d.near[:min(len(d.near), mostNear)]) // the rest need not stay in memory
	})
	return d.near
}

// strangers are the countries in the picture that the dossier does not have; none on the map of the world.
func (d *drawing) strangers(named func() []sight) []drawnArea {
	if d.world != nil {
		return nil
	}
	return d.outside.of(d, named(), locatorText, func(x geo.Area) []geo.Room { return x.Berths(&d.frame, berth) })
}

// isles are the countries of some in the picture that are no more than points, and not
// marked.
func (d *drawing) isles(named []sight) (out []drawnDot) {
	for _, s := range named {
		x, y, ok := d.frame.At(s.at)
		if ok && !d.marks(drawnArea{sight: s}) && (s.land == nil || d.outline(s.land).Size() < dotBelow) {
			out = append(out, drawnDot{sight: s, x: x, y: y})
		}
	}
	return out
}

// grounds are the countries that a drawing does not mark, the largest first, where maps
// tell countries apart by how they stand. Copies of the world's have those that they
// mark, too. What is disputed of these and of those that it marks is hatched.
func (d *drawing) grounds(named []sight) []drawnArea {
	if d.world != nil {
		return d.world.grounds(named)
	}
	d.filling.Do(func() {
		var filled []*naturalearth.Land
		for _, s := range named {
			if s.land == nil || s.Standing == Unasked || d.marks(drawnArea{sight: s}) {
				continue
			}
			if a := d.outline(s.land); a != nil {
				d.ground, filled = append(d.ground, drawnArea{sight: s, path: a.Path()}), append(filled, s.land)
			}
		}
		d.hatch(leastSmall, filled...)
		slices.SortStableFunc(d.ground, func(a, b drawnArea) int { return cmp.Compare(b.land.Shape.Radius, a.land.Shape.Radius) })
	})
	return d.ground
}

// marks reports whether a drawing marks a country.
func (d *drawing) marks(x drawnArea) bool {
	return d.shown[x.ID] || slices.ContainsFunc(d.areas, func(a drawnArea) bool { return a.ID == x.ID })
}

// cell is how many degrees the points lie apart that maps of points without a
// country are drawn about: less than such a map shows.
const cell = 4

// drawing gives the drawing of some countries, or of the surroundings of a
// point: the same for all points in the same countries.
func (c *Locators) drawing(point *sight, countries []sight) *drawing {
	held := slices.DeleteFunc(slices.Clone(countries), sight.vast)
	vast := point != nil && point.land == nil && len(held) < len(countries)
	if len(countries) > 0 && !vast {
		var key strings.Builder
		for _, s := range countries {
			key.WriteString(s.ID + " ")
		}
		d := c.once(key.String(), func() *drawing {
			if c.crowded && point == nil && len(countries) > 1 {
				return c.onWorld(countries)
			}
			return surroundings(countries, countries, c.named(), leastOwn)
		})
		if point == nil {
			return d
		}
		if _, _, ok := d.frame.At(point.at); ok && !vast {
			return d
		}
	}
	p, about, least := point.Position, *point, leastOwn
	if vast {
		least = leastInside
	}
	if len(countries) == 0 || vast { // points close to each other share a map
		lat, lon := math.Round(p.Lat/cell)*cell, math.Round(p.Lon/cell)*cell
		p, about.at = &Position{Lat: lat, Lon: lon}, geo.At(geo.Point{lon, lat})
	}
	key := fmt.Sprint(p.Lat, " ", p.Lon)
	for _, s := range countries {
		key += " " + s.ID
	}
	return c.once(key, func() *drawing { return surroundings(append([]sight{about}, held...), countries, c.named(), least) })
}

// vast reports whether it is one of the largest countries.
func (s sight) vast() bool { return s.land != nil && s.land.Shape.Radius > vastLand }

func (c *Locators) once(key string, make func() *drawing) *drawing {
	f, ok := c.drawn.Load(key)
	if !ok {
		f, _ = c.drawn.LoadOrStore(key, sync.OnceValue(func() *drawing {
			d := make()
			for i := range d.areas {
				if a := &d.areas[i]; a.rooms == nil {
					a.rooms = a.Area.Berths(&d.frame, berth) // each page names it
				}
			}
			return d
		}))
	}
	return f.(func() *drawing)()
}

// onWorld marks countries on the shared map of the world.
func (c *Locators) onWorld(countries []sight) *drawing {
	world := c.world()
	d := &drawing{frame: world.frame, land: world.land, world: world, shown: map[string]bool{}}
	for _, s := range countries {
		one := c.once("world "+s.ID, func() *drawing {
			alone := &drawing{frame: world.frame, shown: map[string]bool{}}
			if s.land != nil {
				alone.addArea(s, nil)
			} else {
				alone.addDot(s)
			}
			return alone
		})
		d.areas, d.dots = append(d.areas, one.areas...), append(d.dots, one.dots...)
		maps.Copy(d.shown, one.shown)
	}
	return d
}

// What surrounds a thing on its locator: much of a small country's, little of a
// large one's; and for islands enough to come to some other land. Of a vast country a map of
// a place in it shows what lies around the place. What is moved to show
// the countries around shows a part of that at least, and takes in those whose middle lies
// within a part of it.
const (
	leastAround = 4 * math.Pi / 180
	leastOwn    = 2.2 * math.Pi / 180
	oceanAround = 24 * math.Pi / 180
	leastInside = 5.5 * math.Pi / 180
	vastLand    = 18 * math.Pi / 180
	ownMargin   = 1.2
	leastMoved  = 0.85
	within      = 0.75
)

// leastGround is how large some other land on a locator is, in units, that tells where it lies:
// another island does not.
const leastGround = 900

// surroundings draws some countries in a frame about sights that takes in the nearest of
// those that have a name; and as much of an ocean that there is other land in it.
func surroundings(sights, countries, named []sight, least float64) *drawing {
	var points []geo.Vec
	for _, s := range sights {
		points = append(points, s.extent()...)
	}
	middle, far := extent.Around(points)
	if far > geo.MaxRegion {
		return draw(geo.World(locatorWidth, rough, middles(sights)), countries, nil)
	}
	sizes := geo.Sizes{Width: locatorWidth, Bend: rough, Low: 0.75, High: 0.75, Margin: 1.15 + max(0, 0.9-far), Least: least}
	reach := max(far, sizes.Least) * sizes.Margin
	d := draw(extent.Roomy(points, extent.Reached(middle, reach*within, middles(named)), sizes, ownMargin, reach*leastMoved), countries, nil)
	if !slices.ContainsFunc(d.others, func(o naturalearth.Drawn) bool { return o.Seen(&d.frame) >= leastGround }) {
		sizes.Least = oceanAround
		d = draw(geo.Region(points, sizes), countries, nil)
	}
	return d
}
