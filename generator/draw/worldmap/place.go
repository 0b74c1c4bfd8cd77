package worldmap

import (
	"dossier/generator/draw/extent"
	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// Place is what a map can show: a country, or a place in one.
type Place struct {
	ID       string // tells places apart
	Country  bool
	ISO      string    // a country's code, ISO 3166-1 alpha-2; "" when there is none
	Position *Position // of what has no outline; nil when it is not known
	Weight   int       // how much there is to say of it
	Standing Standing  // a country's, when the map is about one
	Sort     int       // the number of the sort of event that took place there, negative if it is to; 0 for none, or several
}

// Position is a point of the globe in degrees.
type Position struct {
	Lat, Lon    float64
	Approximate bool
}

// sight is a place where a map shows it.
type sight struct {
	Place
	land *naturalearth.Land // nil for a point
	at   geo.Vec            // the point, or the middle of the land
}

// landOf finds a country's outline: by its code; or, of a country without one,
// the disputed area about its position that governs itself. Else it is nil.
func landOf(p Place) *naturalearth.Land {
	if t := naturalearth.Lands().Of(p.ISO); t != nil || !p.Country || p.ISO != "" || p.Position == nil {
		return t
	}
	return naturalearth.Lands().Governing(geo.Point{p.Position.Lon, p.Position.Lat})
}

// sightOf says where a place lies, if that is known: what has an outline in
// it, anything else at its position.
func sightOf(p Place) (sight, bool) {
	if t := landOf(p); t != nil {
		return sight{Place: p, land: t, at: t.Shape.Centre}, true
	}
	if x := p.Position; x != nil {
		return sight{Place: p, at: geo.At(geo.Point{x.Lon, x.Lat})}, true
	}
	return sight{}, false
}

// Located reports whether it is known where the place lies.
func (p Place) Located() bool {
	_, ok := sightOf(p)
	return ok
}

// Approximate reports whether the place is a point that is not sure.
func (p Place) Approximate() bool {
	return p.Position != nil && p.Position.Approximate && landOf(p) == nil
}

// weight is how much a sight counts when a map's extent is chosen.
func (s sight) weight() int { return max(1, s.Weight) }

// extent are the points that a map must have in it to show the sight.
func (s sight) extent() []geo.Vec {
	if s.land == nil {
		return []geo.Vec{s.at}
	}
	return s.land.Main()
}

// things are sights as the choice of what a map shows knows them.
func things(sights []sight) []extent.Thing {
	out := make([]extent.Thing, len(sights))
	for i, s := range sights {
		out[i] = extent.Thing{At: s.at, Weight: s.weight(), Points: s.extent}
		if s.land != nil {
			out[i].Radius = s.land.Shape.Radius
		}
	}
	return out
}
