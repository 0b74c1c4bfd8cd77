package worldmap

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"dossier/generator/draw/geo"
)

// drawing is a map without words: what all editions share of it.
type drawing struct {
	frame   geo.Frame
	land    string // what is not named, as path data
	inland  bool   // all of it is land
	borders string // in that land, where it is all land
	claims  string // what is disputed
	areas   []drawnArea
	dots    []drawnDot
	shown   map[string]bool

	world  *drawing    // of which it is a copy, with things marked; nil for none
	around sync.Once   // makes near
	near   []drawnArea // what a small map may name beside what it marks
}

type drawnArea struct {
	sight
	area      geo.Area
	path      string // of a neighbour none
	low, high geo.Pixel
	rooms     []geo.Room // those of what many maps name; else none as yet
}

type drawnDot struct {
	sight
	x, y int
}

// What is drawn of an area, in units of the picture: of other land, of a named
// country, the size below which a country is a dot, and that of a disputed area
// which can be told from its hatching.
const (
	leastLand  = 20
	leastArea  = 8
	dotBelow   = 40
	leastClaim = 40
)

// maxDots is how many places a map shows; the others are in the list beside it.
const maxDots = 150

// draw draws the sights that lie in a frame. What is known from a larger map
// needs no dot.
func draw(frame geo.Frame, sights []sight, known map[string]bool) *drawing {
	d := &drawing{frame: frame, shown: map[string]bool{}}
	named := map[*territory]bool{}
	for _, s := range sights {
		if s.land != nil {
			named[s.land] = true
			d.addArea(s, known)
		} else if !known[s.ID] {
			d.addDot(s)
		}
	}
	var land strings.Builder
	all := territories().all
	for i := range all {
		if !named[&all[i]] {
			land.WriteString(frame.Draw(&all[i].shape, leastLand).Path())
		}
	}
	d.land = land.String()
	// What lies in another country's outline is drawn over it.
	slices.SortStableFunc(d.areas, func(a, b drawnArea) int { return cmp.Compare(b.land.shape.Radius, a.land.shape.Radius) })
	d.claims = claims(&frame)
	return d
}

// claims draws the disputed areas that can be seen in a frame.
func claims(frame *geo.Frame) string {
	var all strings.Builder
	disputed := territories().disputed
	for i := range disputed {
		if a := frame.Draw(&disputed[i].shape, leastArea); a.Size() >= leastClaim {
			all.WriteString(a.Path())
		}
	}
	return all.String()
}

func (d *drawing) addArea(s sight, known map[string]bool) {
	area := d.frame.Draw(&s.land.shape, leastArea)
	switch {
	case area.Size() < dotBelow && !known[s.ID]:
		d.addDot(s)
	case area != nil:
		d.areas = append(d.areas, newArea(s, area, area.Path()))
		_, _, d.shown[s.ID] = d.frame.At(s.at) // of what only reaches into the frame another map says more
	}
}

func newArea(s sight, area geo.Area, path string) drawnArea {
	a := drawnArea{sight: s, area: area, path: path}
	a.low, a.high = area.Bounds()
	return a
}

func (d *drawing) addDot(s sight) {
	if x, y, ok := d.frame.At(s.at); ok && len(d.dots) < maxDots {
		d.dots = append(d.dots, drawnDot{s, x, y})
		d.shown[s.ID] = true
	}
}
