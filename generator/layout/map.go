package layout

import "dossier/generator/draw/worldmap"

// Map shows where the countries and places of the dossier lie, drawn and as a
// list.
type Map struct {
	Page
	Paged
	Main      *worldmap.Map // nil when nothing can be drawn
	Insets    []MapInset    // what of it is crowded, larger
	World     *worldmap.Map // what lies outside the main map; nil when nothing does
	Legend    []worldmap.Class
	Standings []MapStanding    // instead of Legend, on a map that is about an entity
	Subject   string           // the entity
	AsOf      string           // the day of the standings
	Disputed  bool             // some area is hatched
	Claims    []worldmap.Claim // what these are called
	Dots      bool             // some place is drawn as a point
	Guesses   []worldmap.Sign  // how points are drawn that are approximate
	Sorts     []worldmap.Sign  // of the events at places
	Countries []MapGroup       // by standing; last those that only the map of the world shows
	Shown     []Group          // what the main map shows and no country of the dossier has, by kind
	Others    []Item           // other places in no country of the dossier
	Stance    string           // what the borders drawn do and do not mean
	StanceIn  string           // its language when it is not the page's
}

// MapInset is a part of the map, with what it shows in words.
type MapInset struct {
	Map    *worldmap.Map
	Names  string
	Narrow bool // for narrow screens alone
}

// MapStanding is how countries of one look stand to what the map is about.
type MapStanding struct {
	worldmap.Tint
	Text, In string
}

// MapGroup is countries of the list that stand alike, under a heading if there are others.
type MapGroup struct {
	Heading   string
	HeadingIn string // its language when it is not the page's
	Countries []MapCountry
}

// MapCountry is a country of the list with its places.
type MapCountry struct {
	Item
	Places []Item
}
