package lists

import (
	"slices"
	"strings"

	"dossier/generator/model"
)

// MaxLocated is how many countries a small map marks.
const MaxLocated = 8

// Whereabouts are the point where an entity lies, if any, and the countries to
// mark on a small map of it: an event's own where no place is known, if they are
// several. Only what a map can show is given; located says what that is.
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
	at := placeOf(l, e)
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
		if len(countries) == 1 {
			return nil, nil // its name says as much
		}
	}
	return point, countries
}

// Concerned are the countries that an entity has to do with: those that it is tagged with, has
// relations with, or that its text names, in the order of the dossier.
func Concerned(l *Lists, e *model.Entity) []*model.Entity {
	named := map[model.Key]bool{}
	for _, t := range e.Tags {
		named[t.Key] = true
	}
	for _, r := range l.Site.Relations[e.Key] {
		named[r.Other] = true
	}
	for _, a := range anchorsOf(l, &e.Doc) {
		named[a.Target] = true
	}
	var out []*model.Entity
	for _, c := range l.ofKind[model.Countries] {
		if named[c.Key] {
			out = append(out, c)
		}
	}
	return out
}

// anchorsOf are the links and names in a doc's own text.
func anchorsOf(l *Lists, d *model.Doc) []model.Anchor {
	return l.Site.Anchors.Of(l.text(d, l.Site.Settings.Default()))
}

// placeOf is where an event was, if that is an entity; of anything else itself.
func placeOf(l *Lists, e *model.Entity) *model.Entity {
	if e.Place != nil {
		return l.Entity(e.Place.Key)
	}
	return e
}

// MaxSpots is how many places a small map of a section shows.
const MaxSpots = 12

// Spots are the places of a section, given the numbers of its tags: those that it
// is tagged with, and those of its events, each once. There are none when a map
// would say nothing: of one place alone, where perhaps no more than a meeting was of
// which the section tells.
func Spots(l *Lists, tags []int32, located func(*model.Entity) bool) []*model.Entity {
	var out []*model.Entity
	for _, n := range tags {
		e := l.Entities[n]
		if kind := e.Key.Kind(); kind == model.Countries || kind == model.Actors {
			continue
		}
		if at := placeOf(l, e); len(out) < MaxSpots && located(at) && !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// Lands are the countries among the tags of a section, given their numbers.
func Lands(l *Lists, tags []int32) []*model.Entity {
	var out []*model.Entity
	for _, n := range tags {
		if e := l.Entities[n]; e.Key.Kind() == model.Countries {
			out = append(out, e)
		}
	}
	return out
}

// Told are the events that a section is tagged with and those that its text names, some twice.
func Told(l *Lists, s *model.Section) (out []*model.Entity) {
	tell := func(k model.Key) {
		if k.Kind() == model.Events {
			out = append(out, l.Entity(k))
		}
	}
	for _, t := range s.Tags {
		tell(t.Key)
	}
	for _, a := range anchorsOf(l, &s.Doc) {
		tell(a.Target)
	}
	return out
}

// Inside are the places in a country that a small map of it may show; of anything else none.
func Inside(l *Lists, country *model.Entity, located func(*model.Entity) bool) (out []*model.Entity) {
	for _, e := range l.inside()[country.Key] {
		if len(out) < MaxSpots && located(e) {
			out = append(out, e)
		}
	}
	return out
}

// byCountry are the entities that say in which country they lie, in the corpus's order.
func byCountry(site *model.Site) map[model.Key][]*model.Entity {
	out := map[model.Key][]*model.Entity{}
	for _, e := range site.Entities {
		if e.Country != nil {
			out[e.Country.Key] = append(out[e.Country.Key], e)
		}
	}
	return out
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
