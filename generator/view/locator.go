package view

import (
	"strings"
	"sync"

	"dossier/generator/draw/worldmap"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// cartography is what the maps of all pages share: drawings without words, each
// made when a page first asks for it.
type cartography struct {
	atlas    func() *worldmap.Atlas
	locators *worldmap.Locators
}

func newCartography(site *model.Site) *cartography {
	return &cartography{locators: worldmap.NewLocators(groupsOf(site)), atlas: sync.OnceValue(func() *worldmap.Atlas {
		places := make([]worldmap.Place, len(site.Entities))
		for i, e := range site.Entities {
			places[i] = placeOf(site, e)
		}
		return worldmap.NewAtlas(places)
	})}
}

// groupsOf is how many different groups of countries events name that have no
// place.
func groupsOf(site *model.Site) int {
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

// placeOf is an entity as maps have it; it weighs as much as sections are
// tagged with it.
func placeOf(site *model.Site, e *model.Entity) worldmap.Place {
	p := worldmap.Place{ID: string(e.Key), Country: e.Key.Kind() == model.Countries, ISO: e.ISO, Position: (*worldmap.Position)(e.Position)}
	if b := site.Backlinks[e.Key]; b != nil {
		p.Weight = len(b.Sections)
	}
	return p
}

// mapLink says of a place on a map what is to be known of it in words.
func (p *page) mapLink(at worldmap.Place) worldmap.Link {
	c := p.card(&p.lists.Entity(model.Key(at.ID)).Doc)
	l := worldmap.Link{Name: c.title, Text: p.Apart(c.title), Href: p.hrefOf(c)}
	if at.Approximate() {
		l.Text += p.bracketed("approximate")
	}
	if n := p.Sections(at.Weight); n.Text != "" {
		l.Text += p.Words("comma") + n.Text
	}
	return l
}

// bracketed are interface words in brackets.
func (e *edition) bracketed(key string) string {
	return e.Words("bracket.open") + e.Words(key) + e.Words("bracket.close")
}

// locator is the small map beside an entity's facts: a country in its
// surroundings; an event or place as a point in its country, or, when only
// countries are known, these; nil when nothing is.
func (p entityPage) locator() *worldmap.Map {
	if !p.site.plan.Has(p.Lang, plan.MapKey) {
		return nil
	}
	point, countries := p.whereabouts()
	return mapOf(p.page, point, countries)
}

// mapOf is a small map of a point, or else of countries, that leads to the large one.
func mapOf(p *page, point *model.Entity, countries []*model.Entity) *worldmap.Map {
	var at *worldmap.Place
	var names []string
	if point != nil {
		place := placeOf(p.site.model(), point)
		at, names = &place, append(names, p.Apart(p.title(&point.Doc)))
		if place.Approximate() {
			names[0] += p.bracketed("approximate")
		}
	}
	places := make([]worldmap.Place, len(countries))
	for i, c := range countries {
		places[i] = placeOf(p.site.model(), c)
		names = append(names, p.Apart(p.title(&c.Doc)))
	}
	m := p.site.maps.locators.Map(at, places)
	if m != nil {
		m.Href, m.Title = p.hrefTo(plan.MapKey), strings.Replace(p.Words("map.locator"), "{}", strings.Join(names, p.Words("list.comma")), 1)
		m.TitleIn = p.Say("map.locator").Lang
	}
	return m
}

// overview is a small map of the countries that most sections name; nil when there
// is none to show, or no page with a map to lead to.
func overview(p *page) *worldmap.Map {
	if !p.site.plan.Has(p.Lang, plan.MapKey) {
		return nil
	}
	most := lists.MostNamed(p.lists.Lists, model.Countries, maxLocated, func(e *model.Entity) bool { return placeOf(p.site.model(), e).Located() })
	return mapOf(p, nil, most)
}

// maxLocated is how many countries a locator marks.
const maxLocated = 8

// whereabouts are the point where an entity lies, if any, and the countries to
// mark: only what a map can show.
func (p entityPage) whereabouts() (point *model.Entity, countries []*model.Entity) {
	e := p.of
	if e.Key.Kind() == model.Actors {
		return nil, nil
	}
	country := func(key model.Key) {
		if c := p.lists.Entity(key); len(countries) < maxLocated && placeOf(p.site.model(), c).Located() {
			countries = append(countries, c)
		}
	}
	if e.Key.Kind() == model.Countries {
		country(e.Key)
		return nil, countries
	}
	at := e
	if e.Place != nil {
		at = p.lists.Entity(e.Place.Key)
	}
	if placeOf(p.site.model(), at).Located() {
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
