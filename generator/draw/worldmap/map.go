// Package worldmap draws maps of the countries and places that it is given:
// one of the region where most of them lie, with a small one of the world when
// some lie elsewhere, and little ones that show where one of them is.
//
// A Map is plain data: paths, dots and names with their places in whole units.
// What of it depends on no language is drawn once and shared. Everything here
// is safe for concurrent use.
package worldmap

import (
	"slices"
	"strconv"
)

// Class is a look of the map: countries of the weights From to To.
type Class struct {
	Tint
	From, To int
}

// Standing is how a country stands to what a map is about. A map tells
// countries apart by it, or else by their weight.
type Standing int

// Standings, from the one that is least of the subject.
const (
	Unasked Standing = iota // the map tells weights apart
	Other
	Tied
	Former
	Member
)

// Tint is how an area is filled: a class, and the id of a pattern, or "" where
// the class fills it.
type Tint struct{ Class, Pattern string }

// Tint gives the look of a standing: told apart without colour, too.
func (s Standing) Tint() Tint {
	return [...]Tint{{"tint-1", ""}, {"tint-0", ""}, {"patterned", "map_tied"}, {"patterned", "map_former"}, {"tint-4", ""}}[s]
}

// level gives the look of a class of weights.
func level(n int) Tint { return Tint{Class: "tint-" + strconv.Itoa(n)} }

// Map is a drawn map. Paths are data of SVG paths, filled by the even-odd rule;
// the upper left corner is (0, 0).
type Map struct {
	ID            string // begins the ids on the map
	Title         string
	TitleIn       string // language of the title when it is not the page's
	Href          string // where a click anywhere leads; only of a locator
	Width, Height int
	Land          string // areas that the dossier does not name
	Inland        bool   // everything is land, and has no path; only on a map of places alone
	Borders       string // lines in it, likewise
	Unit          int    // of the land and all that is drawn in it, in the picture's units; 0 for one
	Areas         []Area
	Lines         string   // between areas of one look, on a small map
	Patterns      []string // of areas, on a small map: those that it brings along
	Disputed      string   // areas on which more than one claim is made
	Claims        []Claim  // their names, on a large map
	Hatched       bool     // these are large enough to be seen on a small map
	Window        string   // what the main map shows, on the map of the world; what insets show, on the main one
	FewWindow     string   // what insets show that are for narrow screens alone
	Dots          []Dot
	Labels        []Label // for wide screens
	Few           []Label // for narrow ones: larger
	Leads         string  // lines from labels that stand apart to what they are of
	FewLeads      string
	Numbers       []Number
	Signs         []Sign   // on a small map, what shapes mean
	Guesses       []Sign   // likewise, of places whose position is not sure
	Looks         []Look   // likewise, what areas are filled with
	Inside        []string // likewise, the IDs of places that it shows in the country that it is of

	drawing *drawing // of a small map, for its labels
	marked  *sight   // the point that it marks
}

// Inset is a part of a map, larger, and the countries in it.
type Inset struct {
	*Map
	Names  []string
	Narrow bool // for narrow screens alone
}

// Area is a named country: a path that is a link, or, without an address, all
// countries of one look.
type Area struct {
	Tint
	Href, Text string
	Path       string
}

// Dot is a point that is a link, if it has an address.
type Dot struct {
	Tint        // of a country
	Href, Text  string
	X, Y        int
	Country     bool   // stands for a country; else for a place
	Sort        int    // of the events at a place; see Place
	Shape       string // of that sort, as path data about (0, 0); "" for a circle
	Approximate bool
	Wide        bool // on wide screens alone: on narrow ones it would hide another, and an inset has it
}

// Sign is what a shape on a map means, with the language when it is not the page's.
type Sign struct {
	Dot
	Text, In string
}

// Look is what a look of areas means, with the language when it is not the page's.
type Look struct {
	Tint
	Text, In string
}

// Has reports whether areas of a small map have the look of a standing, marked or not.
func (m *Map) Has(s Standing) bool {
	look := s.Tint()
	return slices.ContainsFunc(m.Areas, func(x Area) bool {
		return x.Pattern == look.Pattern && (x.Class == look.Class || x.Class == look.Class+marked)
	})
}

// marked is added to the class of what a small map is about.
const marked = " marked"

// Label is a name on a map, or the number of one; Anchor is SVG's text-anchor,
// Y the text's baseline. Class is "country", "place" or "claim", of a disputed area.
type Label struct {
	Text   string
	In     string // its language when it is not the page's
	Class  string
	Anchor string
	X, Y   int
}

// Number is what a number on the map stands for: a name that has no room there
// on wide screens, on narrow ones, or on both.
type Number struct {
	N          int
	Href, Name string
	Wide, Few  bool
}
