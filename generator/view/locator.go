package view

import (
	"strings"

	"dossier/generator/draw/worldmap"
	"dossier/generator/drawn"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/mapkey"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// mapLink says of a place on a map what is to be known of it in words.
func (p *page) mapLink(at worldmap.Place) worldmap.Link {
	if at.ID == "" {
		return worldmap.Link{Name: mapkey.Beyond(p.Voice, at)}
	}
	c := p.card(&p.lists.Entity(model.Key(at.ID)).Doc)
	l := worldmap.Link{Name: c.title, Text: p.onMap(c.title, at), Href: p.hrefOf(c)}
	if n := p.Sections(at.Weight); n.Text != "" {
		l.Text += p.Words("comma") + n.Text
	}
	return l
}

// onMap is a place's name in words that say what a map shows.
func (e *edition) onMap(name string, at worldmap.Place) string {
	if !at.Approximate() {
		return e.Apart(name)
	}
	return e.Apart(name) + e.Words("bracket.open") + e.Words("approximate") + e.Words("bracket.close")
}

// locator is the small map beside an entity's facts: a country in its
// surroundings; an event or place as a point in its country, or, when only
// countries are known, these; nil when nothing is.
func (p entityPage) locator() *worldmap.Map {
	if !p.site.plan.Has(p.Lang, plan.MapKey) {
		return nil
	}
	point, countries := lists.Whereabouts(p.lists.Lists, p.of, p.site.maps.Located)
	return mapOf(p.page, point, countries, lists.Concerned(p.lists.Lists, p.of), lists.Inside(p.lists.Lists, p.of, p.site.maps.Located))
}

// spots is the small map of the places of a section; nil when there is none to show.
func spots(p *page, s *model.Section) *worldmap.Map {
	if !p.site.plan.Has(p.Lang, plan.MapKey) {
		return nil
	}
	m, shown := p.site.maps.OfSection(s, placeNames(p), p.Lang)
	return toLarge(p, m, shown)
}

// mapOf is a small map of a point, or else of countries and what lies inside, that leads to the
// large one, and names of the countries around rather some.
func mapOf(p *page, point *model.Entity, countries, around, inside []*model.Entity) *worldmap.Map {
	maps, shown := p.site.maps, countries
	var at *worldmap.Place
	if point != nil {
		place := maps.Place(point)
		at, shown = &place, append([]*model.Entity{point}, countries...)
	}
	m := maps.Locators.Map(at, maps.Places(countries))
	if m != nil {
		maps.Locators.Label(m, maps.Places(around), maps.Places(inside), placeNames(p), p.Lang)
		for _, id := range m.Inside {
			shown = append(shown, p.lists.Entity(model.Key(id)))
		}
	}
	return toLarge(p, m, shown)
}

func placeNames(p *page) func(worldmap.Place) string {
	return func(of worldmap.Place) string {
		if of.ID == "" {
			return mapkey.Beyond(p.Voice, of)
		}
		return p.title(&p.lists.Entity(model.Key(of.ID)).Doc)
	}
}

// toLarge makes a small map, if there is one, lead to the large one, and say what it shows.
func toLarge(p *page, m *worldmap.Map, shown []*model.Entity) *worldmap.Map {
	if m == nil {
		return nil
	}
	names := make([]string, len(shown))
	for i, e := range shown {
		names[i] = p.onMap(p.title(&e.Doc), p.site.maps.Place(e))
	}
	m.Href, m.Title = p.hrefTo(plan.MapKey), strings.Replace(p.Words("map.locator"), "{}", strings.Join(names, p.Words("list.comma")), 1)
	m.TitleIn = p.Say("map.locator").Lang
	mapkey.Small(p.Voice, p.lists.Lists, m)
	return m
}

// overview is a small map of the members of what the map is about, or else of the
// countries that most sections name, with what it shows in words, and of which day; nil when
// there is none to show, or no page with a map to lead to.
func overview(p *page) (*worldmap.Map, layout.Link) {
	if !p.site.plan.Has(p.Lang, plan.MapKey) {
		return nil, layout.Link{}
	}
	words := p.Say("home.map")
	var m *worldmap.Map
	if about := p.site.model().Settings.Map; about != nil {
		words = mapkey.Members(p.Voice, p.lists.Lists, shortName(p, p.lists.Entity(about.To.Key)))
		m = toLarge(p, p.site.maps.Atlas().Members(placeNames(p), p.Lang), p.site.maps.Members())
	} else {
		m = mapOf(p, nil, lists.MostNamed(p.lists.Lists, model.Countries, lists.MaxLocated, p.site.maps.Located), nil, nil)
	}
	return m, layout.Link{Text: words.Text, Lang: words.Lang, Href: p.hrefTo(plan.MapKey)}
}

// shortName is what fits into narrow places of an entity's names, else its whole name.
func shortName(p *page, e *model.Entity) string {
	return drawn.ShortName(e, p.Lang, p.site.model().Settings.Default(), p.title(&e.Doc))
}

// shortItem presents an entity by its short name, for narrow columns.
func shortItem(p *page, e *model.Entity) layout.Item {
	i := p.entityItem(e)
	if name := shortName(p, e); name != i.Text {
		i.Text, i.HTML = name, ""
	}
	return i
}
