package view

import (
	"cmp"
	"slices"
	"strings"

	"dossier/generator/draw/worldmap"
	"dossier/generator/drawn"
	"dossier/generator/layout"
	"dossier/generator/mapkey"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// mapPage is the map and, in words, what it shows.
func mapPage(p *page) layout.Map {
	maps := p.site.maps.Atlas()
	about, settings := p.Say("map.about"), &p.site.model().Settings
	if settings.Map != nil {
		about = mapkey.About(p.Voice, p.lists.Lists, p.site.maps, shortName(p, p.lists.Entity(settings.Map.To.Key)))
	}
	out := layout.Map{Page: p.frame(about)}
	list := p.lists.Places()
	out.Parts = p.pager(list.Name, p.Words("map.list"))
	mapList(p, &out, onThisPage(p, list))
	if p.Of != nil {
		return out
	}
	stance := cmp.Or(p.SayIn(settings.MapNote), p.Say("map.stance"))
	out.Legend, out.Stance, out.StanceIn = maps.Legend(), stance.Text, stance.Lang
	if settings.Map != nil {
		out.Subject = p.Apart(shortName(p, p.lists.Entity(settings.Map.To.Key)))
		mapkey.Standings(p.Voice, p.lists.Lists, p.site.maps, &out)
	}
	if out.Main = maps.Main(p.mapLink, p.Lang); out.Main != nil {
		entitle(out.Main, p.Say("map.figure"))
	}
	for _, x := range maps.Insets(p.mapLink, p.Lang) {
		out.Insets = append(out.Insets, layout.MapInset{Map: x.Map, Names: strings.Join(x.Names, p.Words("list.comma")), Narrow: x.Narrow})
	}
	if out.World = maps.World(p.mapLink, p.Lang); out.World != nil {
		entitle(out.World, p.Say("map.world"))
	}
	mapkey.Signs(p.Voice, p.site.model(), &out)
	return out
}

func entitle(m *worldmap.Map, title voice.Said) { m.Title, m.TitleIn = title.Text, title.Lang }

// mapList says in words what the map shows, and what it does not, as far as
// the page has room for it: the countries by standing and name, each with its places,
// and what lies elsewhere. A country that goes on on the page is named again.
func mapList(p *page, out *layout.Map, entities []*model.Entity) {
	var last *model.Entity
	var groups [drawn.Outside + 1]layout.MapGroup
	for _, e := range entities {
		in := e
		if e.Key.Kind() != model.Countries {
			if e.Country == nil {
				mapOther(p, out, e)
				continue
			}
			in = p.lists.Entity(e.Country.Key)
		}
		group := &groups[p.site.maps.Rank(in)]
		if in != last {
			last = in
			group.Countries = append(group.Countries, layout.MapCountry{Item: mapItem(p, in)})
		}
		if in != e {
			c := &group.Countries[len(group.Countries)-1]
			c.Places = append(c.Places, mapItem(p, e))
		}
	}
	out.Countries = mapkey.Headed(p.Voice, p.lists.Lists, groups[:])
}

// mapOther lists what lies in no country of the dossier.
func mapOther(p *page, out *layout.Map, e *model.Entity) {
	i := mapItem(p, e)
	if !p.site.maps.Atlas().OnMain(string(e.Key)) {
		out.Others = append(out.Others, i)
		return
	}
	kind := p.KindName(e.Key.Kind())
	at := slices.IndexFunc(out.Shown, func(g layout.Group) bool { return g.Heading.Text == kind.Text })
	if at < 0 {
		at = len(out.Shown)
		out.Shown = append(out.Shown, layout.Group{Heading: layout.Link{Text: kind.Text, Lang: kind.Lang}})
	}
	out.Shown[at].Items = append(out.Shown[at].Items, &i)
}

// mapItem presents an entity in the list beside the map, with whatever the map
// cannot show as it is.
func mapItem(p *page, e *model.Entity) layout.Item {
	maps := p.site.maps.Atlas()
	i, at := p.entityItem(e), p.site.maps.Place(e)
	var notes []voice.Said
	if n := p.Sections(at.Weight); n.Text != "" && p.site.model().Settings.Map == nil { // else the map does not show it
		notes = append(notes, n)
	}
	if at.Approximate() {
		notes = append(notes, p.Say("approximate"))
	}
	switch {
	case maps.OnMain(at.ID):
	case maps.OnWorld(at.ID) && (at.Country && p.site.maps.Rank(e) == drawn.Outside || e.Country != nil && maps.OnWorld(string(e.Country.Key)) && !maps.OnMain(string(e.Country.Key))):
		// as the heading of its group says
	case maps.OnWorld(at.ID):
		notes = append(notes, p.Say("map.outside"))
	case at.Located():
		notes = append(notes, p.Say("map.listed"))
	default:
		notes = append(notes, p.Say("map.nowhere"))
	}
	note := voice.Join(notes, " · ")
	i.Note, i.NoteIn = note.Text, note.Lang
	return i
}
