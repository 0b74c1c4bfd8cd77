// Package worldmap draws maps of the countries and places that it is given:
// one of the region where most of them lie, with a small one of the world when
// some lie elsewhere, and little ones that show where one of them is.
//
// A Map is plain data: paths, dots and names with their places in whole units.
// What of it depends on no language is drawn once and shared. Everything here
// is safe for concurrent use.
package worldmap

// Class is a tint of the map: countries of the weights From to To.
type Class struct{ Level, From, To int }

// Map is a drawn map. Paths are data of SVG paths, filled by the even-odd rule;
// the upper left corner is (0, 0).
type Map struct {
	ID            string // begins the ids on the map
	Title         string
	Description   string
	TitleIn       string // language of the title when it is not the page's
	DescriptionIn string // the same of the description
	Href          string // where a click anywhere leads; only of a locator
	Width, Height int
	Land          string // areas that the dossier does not name
	Areas         []Area
	Window        string // what the main map shows, on the map of the world
	Dots          []Dot
	Labels        []Label // for wide screens
	Few           []Label // for narrow ones: larger
}

// Area is a named country: a path that is a link. Level is its tint, from 0.
type Area struct {
	Href, Text string
	Path       string
	Level      int
}

// Dot is a point that is a link.
type Dot struct {
	Href, Text  string
	X, Y        int
	Country     bool // stands for a country; else for a place
	Level       int  // a country's tint
	Approximate bool
}

// Label is a name on a map; Anchor is SVG's text-anchor, Y the text's
// baseline. Class is "country" or "place".
type Label struct {
	Text   string
	Class  string
	Anchor string
	X, Y   int
}
