// Package naturalearth holds the outlines of the world's countries, simplified
// from Natural Earth at 1:50 million.
//
// Natural Earth draws who controls an area, not who is recognised; data/README.md
// says what that means here. Neighbours share their borders point by point.
//
// The tables in data are generated and embedded; each is parsed when it is first
// asked for. A table that cannot be parsed is a bug and panics. Everything here
// is safe for concurrent use.
package naturalearth

//go:generate go run ./gen

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/outlines.tsv
var table string

//go:embed data/disputed.tsv
var disputed string

//go:embed data/names.tsv
var names string

// Point is a longitude and a latitude in degrees.
type Point = [2]float64

// Outline is where a country lies.
type Outline struct {
	ISO string // ISO 3166-1 alpha-2; "" for an area that has no code

	// Rings are closed lines, the largest first; the last point is not the
	// first one repeated. A point lies in the country when it is inside an odd
	// number of them. A line may cross the antimeridian, from a longitude of
	// about 180 to one of about -180, or run round a pole.
	Rings [][]Point
}

// grid is how many steps the table has to a degree.
const grid = 100

// Outlines are all outlines, by code; those without one come first. The value
// is shared: callers must not change it.
func Outlines() []Outline { return outlines() }

var outlines = sync.OnceValue(func() []Outline {
	var all []Outline
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		o := Outline{ISO: cells[0]}
		for _, cell := range cells[1:] {
			o.Rings = append(o.Rings, ring(cell))
		}
		all = append(all, o)
	}
	return all
})

// Area is a part of the world to which more than one claim is made.
type Area struct {
	Name  string    // as Natural Earth has it, which may be short; see In
	Self  bool      // it governs itself, according to Natural Earth
	Of    []string  // ISO 3166-1 alpha-2: who holds it or claims it, according to Natural Earth
	Rings [][]Point // as an Outline's
}

// Disputed are the disputed areas that Natural Earth knows of, the largest
// first. The value is shared: callers must not change it.
func Disputed() []Area { return areas() }

var areas = sync.OnceValue(func() []Area {
	var all []Area
	for line := range strings.Lines(disputed) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		a := Area{Name: cells[0], Self: cells[1] != "", Of: strings.Fields(cells[2])}
		for _, cell := range cells[3:] {
			a.Rings = append(a.Rings, ring(cell))
		}
		all = append(all, a)
	}
	return all
})

// In gives the area's name in a language, a BCP 47 tag; where the table has none in it, the
// nearest one, with its language; else that is "".
func (a Area) In(lang string) (name, in string) {
	all := areaNames()
	base, _, _ := strings.Cut(lang, "-")
	for _, l := range []string{lang, base, all.fallback} {
		if name = all.of[a.Name][l]; name != "" && l != lang {
			return name, l
		} else if name != "" {
			return name, ""
		}
	}
	panic("naturalearth: no name for " + a.Name)
}

// nameTable has the names of disputed areas, by Natural Earth's and by language. Each area has
// one in the first language of the table.
type nameTable struct {
	of       map[string]map[string]string
	fallback string
}

var areaNames = sync.OnceValue(func() nameTable {
	t := nameTable{of: map[string]map[string]string{}}
	var langs []string
	for line := range strings.Lines(names) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if langs == nil {
			langs, t.fallback = cells, cells[1]
			continue
		}
		of := map[string]string{}
		for i, name := range cells[1:] {
			of[langs[i+1]] = name
		}
		t.of[cells[0]] = of
	}
	return t
})

// ring reads a line's points: the first, then the steps to the others.
func ring(cell string) []Point {
	points := make([]Point, 0, (strings.Count(cell, " ")+1)/2)
	var x, y int
	for cell != "" {
		var dx, dy string
		dx, cell, _ = strings.Cut(cell, " ")
		dy, cell, _ = strings.Cut(cell, " ")
		x, y = x+number(dx), y+number(dy)
		points = append(points, Point{float64(x) / grid, float64(y) / grid})
	}
	return points
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}
