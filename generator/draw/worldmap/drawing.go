package worldmap

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// drawing is a map without words: what all editions share of it.
type drawing struct {
	frame     geo.Frame
	land      string               // what is not named, as path data
	inland    bool                 // all of it is land
	borders   string               // in that land, where it is all land
	claims    string               // what is disputed
	hatched   []naturalearth.Drawn // the same, for names that would not be read there
	hatchUnit int                  // of these, in the picture's units; 0 for one
	areas     []drawnArea
	others    []naturalearth.Drawn // what is not named, for names that must not stand on it
	dots      []drawnDot
	shown     map[string]bool
	drawn     map[*naturalearth.Land]geo.Area // of the land that is not marked, what the frame shows

	world   *drawing    // of which it is a copy, with things marked; nil for none
	around  sync.Once   // makes near
	near    []drawnArea // what a small map may name beside what it marks
	filling sync.Once   // makes ground
	ground  []drawnArea // what is filled there that the map does not mark; without outlines
	outside beyond      // what lies there that the dossier does not have
	spare               // of a small map of places
}

type drawnArea struct {
	sight
	naturalearth.Drawn
	path  string     // of a neighbour none
	rooms []geo.Room // those of what many maps name; else none as yet
}

type drawnDot struct {
	sight
	x, y int
	wide bool // on wide screens alone; see insets
}

// What is drawn of an area, in units of the picture: of other land, of a named
// country, the size below which a country is a dot, and that of a disputed area
// which can be seen, on large maps and on all small ones alike.
const (
	leastLand  = 20
	leastArea  = 8
	dotBelow   = 40
	leastClaim = 40
	leastSmall = 12 // what is not hatched would be taken for one side's
)

// maxDots is how many places a map shows; the others are in the list beside it.
const maxDots = 150

// draw draws the sights that lie in a frame. What is known from a larger map
// needs no dot.
func draw(frame geo.Frame, sights []sight, known map[string]bool) *drawing {
	d := &drawing{frame: frame, shown: map[string]bool{}, drawn: map[*naturalearth.Land]geo.Area{}}
	named := map[*naturalearth.Land]bool{}
	for _, s := range sights {
		if s.land != nil {
			named[s.land] = true
			d.addArea(s, known)
		} else if !known[s.ID] {
			d.addDot(s)
		}
	}
	var land strings.Builder
	all := naturalearth.Lands().Countries
	for i := range all {
		if !named[&all[i]] {
			whole := frame.Draw(&all[i].Shape, leastArea)
			if whole != nil {
				d.drawn[&all[i]] = whole
			}
			if a := whole.Larger(leastLand); a != nil {
				land.WriteString(a.Path())
				d.others = append(d.others, naturalearth.Draw(&all[i], a))
			}
		}
	}
	d.land = land.String()
	// What lies in another country's outline is drawn over it.
	slices.SortStableFunc(d.areas, func(a, b drawnArea) int { return cmp.Compare(b.land.Shape.Radius, a.land.Shape.Radius) })
	return d
}

// outline is what the frame shows of a country, which draw may have drawn already: a third
// of all outlines of small maps were drawn twice. What it shows nothing of is soon looked through.
func (d *drawing) outline(of *naturalearth.Land) geo.Area {
	if a, ok := d.drawn[of]; ok {
		return a
	}
	return d.frame.Draw(&of.Shape, leastArea)
}

// large draws a map with what is disputed of its countries and of some more, and with the rooms for
// names, which many orders and editions try.
func large(frame geo.Frame, sights []sight, known map[string]bool, least int, of ...*naturalearth.Land) *drawing {
	d := draw(frame, sights, known)
	d.hatch(least, of...)
	for i := range d.areas {
		d.areas[i].rooms = d.areas[i].Area.Rooms(&d.frame)
	}
	return d
}

// lands are the countries that are drawn as areas.
func (d *drawing) lands() []*naturalearth.Land {
	out := make([]*naturalearth.Land, len(d.areas))
	for i := range d.areas {
		out[i] = d.areas[i].land
	}
	return out
}

// hatch draws what is disputed of the countries of a drawing and of some more, if it has a
// size.
func (d *drawing) hatch(least int, of ...*naturalearth.Land) {
	d.hatched = append(d.hatched, naturalearth.Claims(&d.frame, leastArea, least, append(of, d.lands()...))...)
	for _, a := range d.hatched {
		d.claims += a.Area.Path()
	}
}

func (d *drawing) addArea(s sight, known map[string]bool) {
	area := d.frame.Draw(&s.land.Shape, leastArea)
	switch {
	case area.Size() < dotBelow && !known[s.ID]:
		d.addDot(s)
	case area != nil:
		d.areas = append(d.areas, newArea(s, area, area.Path()))
		_, _, d.shown[s.ID] = d.frame.At(s.at) // of what only reaches into the frame another map says more
	}
}

func newArea(s sight, area geo.Area, path string) drawnArea {
	return drawnArea{sight: s, Drawn: naturalearth.Draw(nil, area), path: path}
}

func (d *drawing) addDot(s sight) {
	if x, y, ok := d.frame.At(s.at); ok && len(d.dots) < maxDots {
		d.dots = append(d.dots, drawnDot{sight: s, x: x, y: y})
		d.shown[s.ID] = true
	}
}
