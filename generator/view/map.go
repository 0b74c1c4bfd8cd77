package view

import (
	"cmp"
	"strings"

	"dossier/generator/draw/chart"
	"dossier/generator/draw/worldmap"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// mapPage is the map and, in words, what it shows.
func mapPage(p *page) layout.Map {
	maps := p.site.maps.Atlas()
	out := layout.Map{Page: p.frame(p.Say("map.about"))}
	list := p.lists.Places()
	out.Parts = p.pager(list.Name, p.Words("map.list"))
	mapList(p, &out, onThisPage(p, list))
	out.OutsideIs = voice.Capital(p.Words("map.outside"), p.Lang)
	if p.Of != nil {
		return out
	}
	stance := p.Say("map.stance")
	if note := p.SayIn(p.site.model().Settings.MapNote); note.Text != "" {
		stance = note
	}
	out.Legend, out.Stance, out.StanceIn = maps.Legend(), stance.Text, stance.Lang
	standings(p, &out)
	if out.Main = maps.Main(p.mapLink); out.Main != nil {
		entitle(out.Main, p.Say("map.figure"))
	}
	for _, x := range maps.Insets(p.mapLink) {
		out.Insets = append(out.Insets, layout.MapInset{Map: x.Map, Names: strings.Join(x.Names, p.Words("list.comma"))})
	}
	if out.World = maps.World(p.mapLink); out.World != nil {
		entitle(out.World, p.Say("map.world"))
	}
	key(p, &out)
	return out
}

// key says what the signs on the maps are, as far as there are any, and shapes the
// places where events of a sort took place.
func key(p *page, out *layout.Map) {
	drawn := []*worldmap.Map{out.Main, out.World}
	for _, x := range out.Insets {
		drawn = append(drawn, x.Map)
	}
	sorts := map[int]worldmap.Dot{}
	for _, m := range drawn {
		if m == nil {
			continue
		}
		shaped(m)
		out.Disputed = out.Disputed || m.Disputed != ""
		for i, d := range m.Dots {
			switch {
			case d.Country && out.Speck == nil:
				out.Speck = &m.Dots[i].Tint
			case d.Shape != "":
				sorts[d.Sort] = worldmap.Dot{Tint: d.Tint, Shape: d.Shape, X: keyWidth / 2, Y: keyHeight / 2}
			case !d.Country:
				out.Dots = true
			}
			out.Guesses = out.Guesses || d.Approximate
		}
	}
	for i, t := range p.site.model().Settings.EventTypes {
		if dot, ok := sorts[i+1]; ok {
			said := p.SayIn(t.Name)
			out.Sorts = append(out.Sorts, layout.MapSort{Dot: dot, Text: said.Text, In: said.Lang})
		}
	}
}

// Size of a sign in the key, in pixels: layouts/partials/map.html has the same.
const (
	keyWidth  = 16
	keyHeight = 16
)

// shaped gives places where events of one sort took place the shape and the colour
// that this has in charts.
func shaped(m *worldmap.Map) {
	for i := range m.Dots {
		if d := &m.Dots[i]; d.Sort > 0 {
			d.Shape, d.Class = chart.Shape(d.Sort)
		}
	}
}

func entitle(m *worldmap.Map, title voice.Said) { m.Title, m.TitleIn = title.Text, title.Lang }

// standings keys the map that tells countries apart by how they stand to an
// entity: what of that there is, in the words of the relation.
func standings(p *page, out *layout.Map) {
	about, of := p.site.model().Settings.Map, p.site.maps.Standings()
	if about == nil {
		return
	}
	out.Legend = nil
	there := map[lists.Standing]bool{}
	for _, e := range p.lists.Site.Entities {
		if e.Key.Kind() == model.Countries && p.site.maps.Located(e) {
			there[max(of[e.Key], lists.Otherwise)] = true
		}
	}
	out.Subject = p.Apart(p.title(&p.lists.Entity(about.To.Key).Doc))
	out.AsOf = mapDay(p).Text
	members := p.SayIn(mapRelation(p).Inverse)
	for _, s := range []lists.Standing{lists.Member, lists.Former, lists.Tied, lists.Otherwise} {
		words := map[lists.Standing]voice.Said{
			lists.Member: members, lists.Former: p.Say("map.former", members.Text), lists.Tied: tied(p), lists.Otherwise: p.Say("map.rest"),
		}[s]
		if there[s] {
			out.Standings = append(out.Standings, layout.MapStanding{Tint: worldmap.Standing(s).Tint(), Text: voice.Capital(words.Text, cmp.Or(words.Lang, p.Lang)), In: words.Lang})
		}
	}
}

// mostKinds is how many kinds of relations a key names.
const mostKinds = 2

// tied says which other relations countries have to what the map is about, when they
// are few.
func tied(p *page) voice.Said {
	said, settings := p.Say("map.tied"), p.site.model().Settings
	var names []string
	for _, t := range lists.OtherTies(p.lists.Lists) {
		name := settings.Relations[t.Type].Name
		if !t.Inverse { // seen from the subject
			name = settings.Relations[t.Type].Inverse
		}
		names = append(names, p.SayIn(name).Text)
	}
	if len(names) <= mostKinds {
		said.Text += p.Words("colon") + strings.Join(names, p.Words("list.comma"))
	}
	return said
}

// mapRelation is the type of relation that the map is about.
func mapRelation(p *page) *model.RelationType {
	s := p.site.model().Settings
	return &s.Relations[s.MapRelation()]
}

// mapDay is the day of what the map tells of relations.
func mapDay(p *page) voice.Said { return p.Say("map.asof", p.DateInText(p.lists.Site.Date())) }

// members names, as a heading does, those to whom the map's relation leads.
func members(p *page) voice.Said {
	said := p.SayIn(mapRelation(p).Inverse)
	said.Text = voice.Capital(said.Text, cmp.Or(said.Lang, p.Lang))
	return said
}

// mapList says in words what the map shows, and what it does not, as far as
// the page has room for it: the countries by name, each with its places, and
// what lies elsewhere. A country that goes on on the page is named again.
func mapList(p *page, out *layout.Map, entities []*model.Entity) {
	var last *model.Entity
	for _, e := range entities {
		in := e
		if e.Key.Kind() != model.Countries {
			if e.Country == nil {
				out.Others = append(out.Others, mapItem(p, e))
				continue
			}
			in = p.lists.Entity(e.Country.Key)
		}
		group := &out.Countries
		if id, atlas := string(in.Key), p.site.maps.Atlas(); !atlas.OnMain(id) && atlas.OnWorld(id) {
			group = &out.Outside
		}
		if in != last {
			last = in
			*group = append(*group, layout.MapCountry{Item: mapItem(p, in)})
		}
		if in != e {
			c := &(*group)[len(*group)-1]
			c.Places = append(c.Places, mapItem(p, e))
		}
	}
}

// mapItem presents an entity in the list beside the map, with whatever the map
// cannot show as it is.
func mapItem(p *page, e *model.Entity) layout.Item {
	maps := p.site.maps.Atlas()
	i, at := p.entityItem(e), p.site.maps.Place(e)
	var notes []voice.Said
	if n := p.Sections(at.Weight); n.Text != "" {
		notes = append(notes, n)
	}
	if at.Approximate() {
		notes = append(notes, p.Say("approximate"))
	}
	switch {
	case maps.OnMain(at.ID):
	case maps.OnWorld(at.ID) && (at.Country || e.Country != nil && maps.OnWorld(string(e.Country.Key)) && !maps.OnMain(string(e.Country.Key))):
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
