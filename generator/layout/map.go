package layout

import "dossier/generator/draw/worldmap"

// Map shows where the countries and places of the dossier lie, drawn and as a
// list.
type Map struct {
	Page
	Paged
	Main      *worldmap.Map // nil when nothing can be drawn
	World     *worldmap.Map // what lies outside the main map; nil when nothing does
	Legend    []worldmap.Class
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
