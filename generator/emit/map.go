package emit

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"dossier/generator/draw/geo"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// cartography is what the maps of all pages share: drawings without words, each
// made when a page first asks for it.
type cartography struct {
	atlas    func() *atlas
	locators sync.Map // locator key → func() *drawing
	crowded  bool     // too many groups of countries for a drawing each
	world    func() *drawing
}

func newCartography(site *model.Site) *cartography {
	return &cartography{crowded: crowded(site), world: sync.OnceValue(func() *drawing {
		return draw(geo.World(locatorWidth, coarse, nil), nil, nil)
	}), atlas: sync.OnceValue(func() *atlas {
		var sights []sight
		for _, e := range site.Entities {
			if s, ok := sightOf(e); ok {
				s.sections = sectionsOf(site, e.Key)
				sights = append(sights, s)
			}
		}
		slices.SortStableFunc(sights, func(a, b sight) int { return cmp.Compare(b.sections, a.sections) })
		return newAtlas(sights)
	})}
}

// sectionsOf is how many sections are tagged with an entity.
func sectionsOf(site *model.Site, key model.Key) int {
	if b := site.Backlinks[key]; b != nil {
		return len(b.Sections)
	}
	return 0
}

// Sizes of text on a map, in units of its picture: on wide screens and on
// narrow ones, where the picture is about two fifths as large; and of dots.
// layouts/assets/style.css has the same.
const (
	labelSize    = 15
	fewSize      = 31
	insetSize    = 12
	insetFewSize = 18
	dotRadius    = 6
	fewRadius    = 12
)

func (v *view) mapPage() layout.Map {
	a := v.shared.maps.atlas()
	out := layout.Map{Page: v.chrome(v.words("map"), v.words("map.about"))}
	out.Parts = v.parts(plan.Main, v.words("map.list"))
	v.mapList(&out, a)
	if v.page.Of != nil {
		return out
	}
	out.Legend, out.Stance = a.legend(), v.words("map.stance")
	if note := v.plan.Site.Settings.MapNote; note.In(v.lang, v.fallback()) != "" {
		out.Stance = note.In(v.lang, v.fallback())
		if note[v.lang] == "" {
			out.StanceIn = v.fallback()
		}
	}
	if len(a.main.shown) > 0 {
		out.Main = v.picture(a, a.main, "map_main", labelSize, fewSize)
		out.Main.Title, out.Main.Description = v.words("map.figure"), v.words("map.twin")
	}
	if a.world != nil {
		out.World = v.picture(a, a.world, "map_world", insetSize, insetFewSize)
		out.World.Title, out.World.Description = v.words("map.world"), v.words("map.window")
		out.World.Window = a.window
	}
	for _, m := range []*layout.MapView{out.Main, out.World} {
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

// picture words a drawing. Only what no larger map shows gets a name on the
// map of the world.
func (v *view) picture(a *atlas, d *drawing, id string, size, few int) *layout.MapView {
	m := &layout.MapView{ID: id, Width: d.frame.Width, Height: d.frame.Height, Land: d.land}
	wide := labeller{width: m.Width, height: m.Height, size: size}
	narrow := labeller{width: m.Width, height: m.Height, size: few}
	for _, dot := range d.dots {
		wide.block(dot.x, dot.y, dotRadius)
		narrow.block(dot.x, dot.y, fewRadius)
		m.Dots = append(m.Dots, v.dot(a, dot))
	}
	named := func(key model.Key) bool { return d == a.main || !a.main.shown[key] }
	for _, x := range d.areas {
		m.Areas = append(m.Areas, layout.MapArea{Link: v.mapLink(x.sight), Path: x.path, Level: a.levels[x.sections]})
		if !named(x.entity.Key) {
			continue
		}
		name, rooms := v.title(&x.entity.Doc), x.area.Rooms(&d.frame)
		wide.area(name, rooms)
		narrow.area(name, rooms)
	}
	for _, dot := range d.dots {
		if key := dot.entity.Key; named(key) {
			class := "place"
			if key.Kind() == model.Countries {
				class = "country"
			}
			wide.dot(v.title(&dot.entity.Doc), class, dot.x, dot.y, dotRadius)
			narrow.dot(v.title(&dot.entity.Doc), class, dot.x, dot.y, fewRadius)
		}
	}
	m.Labels, m.Few = wide.labels, narrow.labels
	return m
}

func (v *view) dot(a *atlas, d drawnDot) layout.MapDot {
	return layout.MapDot{
		Link: v.mapLink(d.sight), X: d.x, Y: d.y, Country: d.entity.Key.Kind() == model.Countries,
		Level: a.levels[d.sections], Approximate: d.approximate(),
	}
}

// mapLink links to what a map shows, with what is to be known of it in words.
func (v *view) mapLink(s sight) layout.Link {
	l := v.docLink(&s.entity.Doc)
	l.HTML, l.Text = "", v.apart(l.Text)
	if s.approximate() {
		l.Text += " (" + v.words("approximate") + ")"
	}
	if n := v.count(s.sections); n != "" {
		l.Text += ", " + n
	}
	return l
}

// mapList says in words what the map shows, and what it does not, as far as
// the page has room for it: the countries by name, each with its places, and
// what lies elsewhere. A country that goes on on the page is named again.
func (v *view) mapList(out *layout.Map, a *atlas) {
	sights := map[model.Key]sight{}
	for _, s := range a.sights {
		sights[s.entity.Key] = s
	}
	var last *model.Entity
	for _, e := range shown(v, plan.Main, once(v, "map", func() []*model.Entity { return v.gazetteer(a) })) {
		s, ok := sights[e.Key]
		if !ok {
			s = sight{entity: e, sections: sectionsOf(v.plan.Site, e.Key)}
		}
		in := e
		if e.Key.Kind() != model.Countries {
			if e.Country == nil {
				out.Others = append(out.Others, v.mapItem(a, s))
				continue
			}
			in = v.shared.entity(e.Country.Key)
		}
		if in != last {
			last = in
			of, ok := sights[in.Key]
			if !ok {
				of = sight{entity: in, sections: sectionsOf(v.plan.Site, in.Key)}
			}
			out.Countries = append(out.Countries, layout.MapCountry{Item: v.mapItem(a, of)})
		}
		if in != e {
			c := &out.Countries[len(out.Countries)-1]
			c.Places = append(c.Places, v.mapItem(a, s))
		}
	}
}

// gazetteer is the order of the list: countries, each before its places, then
// what lies in none.
func (v *view) gazetteer(a *atlas) []*model.Entity {
	places := map[model.Key][]*model.Entity{}
	var others []*model.Entity
	for _, s := range a.sights {
		switch e := s.entity; {
		case e.Key.Kind() == model.Countries:
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

// mapItem presents a sight in the list beside the map, with whatever the map
// cannot show as it is.
func (v *view) mapItem(a *atlas, s sight) layout.Item {
	i := v.entityItem(s.entity)
	var notes []string
	if n := v.count(s.sections); n != "" {
		notes = append(notes, n)
	}
	if s.approximate() {
		notes = append(notes, v.words("approximate"))
	}
	switch key := s.entity.Key; {
	case a.main.shown[key]:
	case a.world != nil && a.world.shown[key]:
		notes = append(notes, v.words("map.outside"))
	case s.located():
		notes = append(notes, v.words("map.listed"))
	default:
		notes = append(notes, v.words("map.nowhere"))
	}
	i.Note = strings.Join(notes, " · ")
	return i
}
