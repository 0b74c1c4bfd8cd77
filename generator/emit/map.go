package emit

import (
	"slices"
	"strings"

	"dossier/generator/draw/worldmap"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

func (v *view) mapPage() layout.Map {
	maps := v.shared.maps.atlas()
	out := layout.Map{Page: v.chrome(v.words("map"), v.words("map.about"))}
	out.Parts = v.parts(plan.Main, v.words("map.list"))
	v.mapList(&out, maps)
	if v.page.Of != nil {
		return out
	}
	out.Legend, out.Stance = maps.Legend(), v.words("map.stance")
	if note := v.plan.Site.Settings.MapNote; note.In(v.lang, v.fallback()) != "" {
		out.Stance = note.In(v.lang, v.fallback())
		if note[v.lang] == "" {
			out.StanceIn = v.fallback()
		}
	}
	if out.Main = maps.Main(v.mapLink); out.Main != nil {
		out.Main.Title, out.Main.Description = v.words("map.figure"), v.words("map.twin")
	}
	if out.World = maps.World(v.mapLink); out.World != nil {
		out.World.Title, out.World.Description = v.words("map.world"), v.words("map.window")
	}
	for _, m := range []*worldmap.Map{out.Main, out.World} {
		if m != nil {
			for _, d := range m.Dots {
				out.Dots = out.Dots || !d.Country
				out.Guesses = out.Guesses || d.Approximate
				out.Specks = out.Specks || d.Country
			}
		}
	}
	return out
}

// mapList says in words what the map shows, and what it does not, as far as
// the page has room for it: the countries by name, each with its places, and
// what lies elsewhere. A country that goes on on the page is named again.
func (v *view) mapList(out *layout.Map, maps *worldmap.Atlas) {
	var last *model.Entity
	for _, e := range shown(v, plan.Main, once(v, "map", func() []*model.Entity { return v.gazetteer() })) {
		in := e
		if e.Key.Kind() != model.Countries {
			if e.Country == nil {
				out.Others = append(out.Others, v.mapItem(maps, e))
				continue
			}
			in = v.shared.entity(e.Country.Key)
		}
		if in != last {
			last = in
			out.Countries = append(out.Countries, layout.MapCountry{Item: v.mapItem(maps, in)})
		}
		if in != e {
			c := &out.Countries[len(out.Countries)-1]
			c.Places = append(c.Places, v.mapItem(maps, e))
		}
	}
}

// gazetteer is the order of the list: countries, each before its places, then
// what lies in none.
func (v *view) gazetteer() []*model.Entity {
	places := map[model.Key][]*model.Entity{}
	var others []*model.Entity
	for _, e := range v.plan.Site.Entities {
		switch {
		case e.Key.Kind() == model.Countries || !placeOf(v.plan.Site, e).Located():
		case e.Country != nil:
			places[e.Country.Key] = append(places[e.Country.Key], e)
		default:
			others = append(others, e)
		}
	}
	countries := slices.Clone(v.shared.ofKind[model.Countries])
	v.byName(countries)
	var all []*model.Entity
	for _, c := range countries {
		v.byName(places[c.Key])
		all = append(append(all, c), places[c.Key]...)
	}
	v.byName(others)
	return append(all, others...)
}

// mapItem presents an entity in the list beside the map, with whatever the map
// cannot show as it is.
func (v *view) mapItem(maps *worldmap.Atlas, e *model.Entity) layout.Item {
	i, p := v.entityItem(e), placeOf(v.plan.Site, e)
	var notes []string
	if n := v.count(p.Weight); n != "" {
		notes = append(notes, n)
	}
	if p.Approximate() {
		notes = append(notes, v.words("approximate"))
	}
	switch {
	case maps.OnMain(p.ID):
	case maps.OnWorld(p.ID):
		notes = append(notes, v.words("map.outside"))
	case p.Located():
		notes = append(notes, v.words("map.listed"))
	default:
		notes = append(notes, v.words("map.nowhere"))
	}
	i.Note = strings.Join(notes, " · ")
	return i
}
