package layout

// Map shows where the countries and places of the dossier lie, drawn and as a
// list.
type Map struct {
	Page
	Paged
	Main      *MapView // nil when nothing can be drawn
	World     *MapView // what lies outside the main map; nil when nothing does
	Legend    []MapClass
	Dots      bool // some place is drawn as a point
	Guesses   bool // some point is approximate
	Specks    bool // some country is drawn as a point
	Countries []MapCountry
	Others    []Item // places in no country of the dossier
	Stance    string // what the borders drawn do and do not mean
	StanceIn  string // its language when it is not the page's
}

// MapCountry is a country of the list with its places.
type MapCountry struct {
	Item
	Places []Item
}

// MapClass is a tint of the map: countries with From to To sections.
type MapClass struct{ Level, From, To int }

// MapView is a map. Paths are data of SVG paths, filled by the even-odd rule;
// the upper left corner is (0, 0).
type MapView struct {
	ID            string // begins the ids on the map
	Title         string
	Description   string
	Href          string // where a click anywhere leads; only of a locator
	Width, Height int
	Land          string // areas that the dossier does not name
	Areas         []MapArea
	Window        string // what the main map shows, on the map of the world
	Dots          []MapDot
	Labels        []MapLabel // for wide screens
	Few           []MapLabel // for narrow ones: larger
}

// MapArea is a named country: a path that is a link. Level is its tint, from 0.
type MapArea struct {
	Link
	Path  string
	Level int
}

// MapDot is a point that is a link.
type MapDot struct {
	Link
	X, Y        int
	Country     bool // stands for a country; else for a place
	Level       int  // a country's tint
	Approximate bool
}

// MapLabel is a name on a map; Anchor is SVG's text-anchor, Y the text's
// baseline. Class is "country" or "place".
type MapLabel struct {
	Text   string
	Class  string
	Anchor string
	X, Y   int
}
