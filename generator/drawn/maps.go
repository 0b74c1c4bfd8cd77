// Package drawn has what the drawings of all pages of a site share: maps without
// words, those of sections with them, where the network has its entities, and what
// charts say. Each is made once.
package drawn

import (
	"slices"
	"sync"

	"dossier/generator/draw/worldmap"
	"dossier/generator/lists"
	"dossier/generator/model"
)

// Maps is what the maps of all pages share: drawings without words, each
// made when a page first asks for it.
type Maps struct {
	lists     *lists.Lists
	Standings func() map[model.Key]lists.Standing
	Atlas     func() *worldmap.Atlas
	Locators  *worldmap.Locators
	Spots     *worldmap.Spots
	sections  sync.Map // of func() *worldmap.Map, by language and key: what one of two pages has drawn
}

// NewMaps prepares the maps of a site.
func NewMaps(l *lists.Lists) *Maps {
	m := &Maps{lists: l, Standings: sync.OnceValue(func() map[model.Key]lists.Standing { return lists.Standings(l) })}
	places := func(keep func(*model.Entity) bool) []worldmap.Place {
		var out []worldmap.Place
		for _, e := range l.Site.Entities {
			if keep(e) {
				out = append(out, m.Place(e))
			}
		}
		return out
	}
	m.Atlas = sync.OnceValue(func() *worldmap.Atlas { return worldmap.NewAtlas(places(func(*model.Entity) bool { return true })) })
	countries := sync.OnceValue(func() []worldmap.Place {
		return places(func(e *model.Entity) bool { return e.Key.Kind() == model.Countries })
	})
	m.Locators = worldmap.NewLocators(lists.Groups(l.Site), countries)
	m.Spots = worldmap.NewSpots(func(yield func([]worldmap.Place) bool) {
		for _, tags := range l.Tags {
			if !yield(m.Places(append(lists.Spots(l, tags, m.Located), lists.Lands(l, tags)...))) {
				return
			}
		}
	}, countries)
	return m
}

// Places are entities as maps have them.
func (m *Maps) Places(of []*model.Entity) []worldmap.Place {
	out := make([]worldmap.Place, len(of))
	for i, e := range of {
		out[i] = m.Place(e)
	}
	return out
}

// OfSection is the small map of a section's places, for the caller to go on with, and these places;
// nil when there is none to show. Two pages have it, that of the section and that of its article,
// mostly soon after each other: the first leaves what it drew to the second. Maps of sections are a
// sixth of what building a small dossier takes.
func (m *Maps) OfSection(s *model.Section, name func(worldmap.Place) string, lang string) (*worldmap.Map, []*model.Entity) {
	tags := m.lists.Tags[m.lists.Reading(s)]
	shown := lists.Spots(m.lists, tags, m.Located)
	if len(shown) == 0 {
		return nil, nil
	}
	draw := sync.OnceValue(func() *worldmap.Map {
		return m.Spots.Map(m.told(shown, lists.Told(m.lists, s)), m.Places(lists.Lands(m.lists, tags)), name, lang)
	})
	key := [2]string{lang, string(s.Key)}
	if left, again := m.sections.LoadOrStore(key, draw); again {
		m.sections.Delete(key)
		draw = left.(func() *worldmap.Map)
	}
	own := draw()
	if own != nil {
		own = new(*own)
		own.Dots, own.Patterns = slices.Clone(own.Dots), slices.Clone(own.Patterns)
	}
	return own, shown
}

// told are places as the map of a text has them: a sign is that of events of which it tells.
func (m *Maps) told(of, events []*model.Entity) []worldmap.Place {
	out := m.Places(of)
	for i, e := range of {
		out[i].Sort = m.sort(e, events)
	}
	return out
}

// Place is an entity as maps have it; it weighs as much as sections are tagged
// with it.
func (m *Maps) Place(e *model.Entity) worldmap.Place {
	p := worldmap.Place{ID: string(e.Key), Country: e.Key.Kind() == model.Countries, ISO: e.ISO, Position: (*worldmap.Position)(e.Position)}
	if b := m.lists.Site.Backlinks.Of(e.Key); b != nil {
		p.Weight = len(b.Sections)
		if !p.Country {
			p.Sort = m.sort(e, b.Events)
		}
	}
	if of := m.Standings(); p.Country && of != nil {
		p.Standing = worldmap.Standing(max(of[e.Key], lists.Otherwise)) // both have the same order
	}
	return p
}

// Members are countries that maps show as members of what they are about, as many as a small
// map names.
func (m *Maps) Members() []*model.Entity {
	var members []*model.Entity
	for _, e := range m.lists.OfKind(model.Countries) {
		if len(members) < lists.MaxLocated && m.Standings()[e.Key] == lists.Member && m.Located(e) {
			members = append(members, e)
		}
	}
	return members
}

// Outside is the rank of what only the map of the world shows, and no heading by its
// standing: the last one.
const Outside = int(lists.Member) + 1

// Rank is the place of a country among those beside the map: who stands closest to what
// this is about comes first.
func (m *Maps) Rank(country *model.Entity) int {
	at, atlas := m.Place(country), m.Atlas()
	if at.Standing < worldmap.Standing(lists.Former) && !atlas.OnMain(at.ID) && atlas.OnWorld(at.ID) {
		return Outside
	}
	return int(lists.Member) - int(at.Standing)
}

// sort is the number of the sort of event, from 1, that took place somewhere, given
// some events; 0 for none, or several sorts. It is negative where all are still to come.
func (m *Maps) sort(place *model.Entity, events []*model.Entity) int {
	sort, ahead := 0, true
	for _, e := range events {
		of := m.lists.Site.Settings.EventType(e.Type)
		switch {
		case of == 0 || e.Place == nil || e.Place.Key != place.Key:
		case sort == 0 || sort == of:
			sort, ahead = of, ahead && lists.After(e.Date, m.lists.Site.Date())
		default:
			return 0
		}
	}
	if ahead {
		return -sort
	}
	return sort
}

// Located reports whether maps know where an entity is.
func (m *Maps) Located(e *model.Entity) bool { return m.Place(e).Located() }
