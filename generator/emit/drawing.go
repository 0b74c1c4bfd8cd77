package emit

import (
	"math"
	"slices"
	"strings"

	"dossier/generator/draw/geo"
	"dossier/generator/layout"
	"dossier/generator/model"
)

// drawing is a map without words: what all editions share of it.
type drawing struct {
	frame geo.Frame
	land  string // what is not named, as path data
	areas []drawnArea
	dots  []drawnDot
	shown map[model.Key]bool
}

type drawnArea struct {
	sight
	area geo.Area
	path string
}

type drawnDot struct {
	sight
	x, y int
}

// What is drawn of an area, in units of the picture: of other land, of a named
// country, and the size below which a country is a dot.
const (
	leastLand = 20
	leastArea = 8
	dotBelow  = 40
)

// maxDots is how many places a map shows; the others are in the list beside it.
const maxDots = 150

// draw draws the sights that lie in a frame. What is known from a larger map
// needs no dot.
func draw(frame geo.Frame, sights []sight, known map[model.Key]bool) *drawing {
	d := &drawing{frame: frame, shown: map[model.Key]bool{}}
	named := map[*territory]bool{}
	for _, s := range sights {
		if s.land != nil {
			named[s.land] = true
			d.addArea(s, known)
		} else if !known[s.entity.Key] {
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
	return d
}

func (d *drawing) addArea(s sight, known map[model.Key]bool) {
	area := d.frame.Draw(&s.land.shape, leastArea)
	switch {
	case area.Size() < dotBelow && !known[s.entity.Key]:
		d.addDot(s)
	case area != nil:
		d.areas = append(d.areas, drawnArea{s, area, area.Path()})
		d.shown[s.entity.Key] = true
	}
}

func (d *drawing) addDot(s sight) {
	if x, y, ok := d.frame.At(s.at); ok && len(d.dots) < maxDots {
		d.dots = append(d.dots, drawnDot{s, x, y})
		d.shown[s.entity.Key] = true
	}
}

// Sizes of pictures, in units.
const (
	mapWidth   = 960
	insetWidth = 480
	fine       = 6 // bends left out
	coarse     = 5
)

var mapSizes = geo.Sizes{Width: mapWidth, Bend: fine, Low: 0.56, High: 0.75, Margin: 1.08, Least: 5 * math.Pi / 180}

// atlas is the dossier's map: one picture of its region or of the world, or a
// region and what lies outside it on a small map of the world.
type atlas struct {
	sights []sight // heaviest first
	levels map[int]int
	main   *drawing
	world  *drawing // nil when the main map shows everything
	window string   // the main map's frame on the world
}

func newAtlas(sights []sight) *atlas {
	a := &atlas{sights: sights, levels: levels(sights)}
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

func middles(sights []sight) []geo.Vec {
	out := make([]geo.Vec, len(sights))
	for i, s := range sights {
		out[i] = s.at
	}
	return out
}

// classes is how many tints tell numbers of sections apart.
const classes = 4

// levels divides the numbers of sections that countries have into classes from
// 1, as equal as they can be in how many different numbers they hold. No
// sections are class 0.
func levels(sights []sight) map[int]int {
	var counts []int
	for _, s := range sights {
		if s.land != nil && s.sections > 0 {
			counts = append(counts, s.sections)
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

// legend words the classes, from the fewest sections.
func (a *atlas) legend() []layout.MapClass {
	var out []layout.MapClass
	from, to := [classes + 1]int{}, [classes + 1]int{}
	for n, level := range a.levels {
		if from[level] == 0 || n < from[level] {
			from[level] = n
		}
		to[level] = max(to[level], n)
	}
	for level := 1; level <= classes; level++ {
		if from[level] > 0 {
			out = append(out, layout.MapClass{Level: level, From: from[level], To: to[level]})
		}
	}
	return out
}
