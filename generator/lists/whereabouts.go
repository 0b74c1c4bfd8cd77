package lists

import (
	"strings"

	"dossier/generator/model"
)

// MaxLocated is how many countries a small map marks.
const MaxLocated = 8

// Whereabouts are the point where an entity lies, if any, and the countries to
// mark on a small map of it: an event's own where no place is known. Only what
// a map can show is given; located says what that is.
func Whereabouts(l *Lists, e *model.Entity, located func(*model.Entity) bool) (point *model.Entity, countries []*model.Entity) {
	country := func(key model.Key) {
		if c := l.Entity(key); len(countries) < MaxLocated && located(c) {
			countries = append(countries, c)
		}
	}
	switch e.Key.Kind() {
	case model.Actors:
		return nil, nil
	case model.Countries:
		country(e.Key)
		return nil, countries
	}
	at := e
	if e.Place != nil {
		at = l.Entity(e.Place.Key)
	}
	if located(at) {
		point = at
	}
	if at.Country != nil {
		country(at.Country.Key)
	} else if point == nil && e.Key.Kind() == model.Events {
		for _, t := range e.Tags {
			if t.Key.Kind() == model.Countries {
				country(t.Key)
			}
		}
	}
	return point, countries
}

// Groups is how many different groups of countries events name that have no
// place.
func Groups(site *model.Site) int {
	groups := map[string]bool{}
	for _, e := range site.Entities {
		if e.Key.Kind() != model.Events || e.Place != nil {
			continue
		}
		var key strings.Builder
		for _, t := range e.Tags {
			if t.Key.Kind() == model.Countries {
				key.WriteString(string(t.Key) + " ")
			}
		}
		groups[key.String()] = true
	}
	return len(groups)
}
