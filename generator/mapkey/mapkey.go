// Package mapkey says in the words of an edition what the looks and signs of maps
// mean: those that a map has, and no others.
package mapkey

import (
	"cmp"
	"slices"
	"strings"

	"dossier/generator/content/iso3166"
	"dossier/generator/draw/chart"
	"dossier/generator/draw/worldmap"
	"dossier/generator/drawn"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// Signs says what the signs on the maps of a page are, as far as there are any, and
// shapes the places where events of a sort took place. The page's key has those of the main map;
// another map has a key of its own for what is on it alone.
func Signs(v *voice.Voice, site *model.Site, out *layout.Map) {
	maps := []*worldmap.Map{out.Main, out.World}
	for _, x := range out.Insets {
		maps = append(maps, x.Map)
	}
	for _, m := range maps {
		if m == nil {
			continue
		}
		Shape(m)
		out.Disputed = out.Disputed || m.Disputed != ""
		for _, c := range m.Claims {
			if !slices.Contains(out.Claims, c) {
				out.Claims = append(out.Claims, c)
			}
		}
		sorts, guesses, dots := signs(v, site, m)
		if m == out.Main {
			out.Sorts, out.Guesses, out.Dots = sorts, guesses, dots
			continue
		}
		if dots && !out.Dots {
			said := v.Say("map.dot")
			m.Signs = append(m.Signs, worldmap.Sign{Dot: sign(worldmap.Dot{}), Text: said.Text, In: said.Lang})
		}
		for _, x := range append(sorts, guesses...) {
			if !slices.Contains(out.Sorts, x) && !slices.Contains(out.Guesses, x) {
				m.Signs = append(m.Signs, x)
			}
		}
	}
}

// signs are those of a map: of sorts of events, of approximate places, and whether other places are
// points.
func signs(v *voice.Voice, site *model.Site, m *worldmap.Map) (sorts, guesses []worldmap.Sign, dots bool) {
	for _, d := range m.Dots {
		switch {
		case d.Approximate:
			guesses = guessed(v, site, guesses, d)
		case !d.Country && d.Shape == "":
			dots = true
		}
	}
	return sorted(v, site, m), guesses, dots
}

// sorted are the signs of sorts of events on a map, each first where some took place.
func sorted(v *voice.Voice, site *model.Site, m *worldmap.Map) (signs []worldmap.Sign) {
	for i := range site.Settings.EventTypes {
		for _, n := range [...]int{i + 1, -i - 1} {
			at := slices.IndexFunc(m.Dots, func(d worldmap.Dot) bool { return d.Sort == n && d.Shape != "" && !d.Approximate })
			if at >= 0 {
				said := sortName(v, site, n)
				signs = append(signs, worldmap.Sign{Dot: sign(m.Dots[at]), Text: said.Text, In: said.Lang})
			}
		}
	}
	return signs
}

// sortName is what a sort of events is called, by its number as places have it.
func sortName(v *voice.Voice, site *model.Site, n int) voice.Said {
	name := v.SayIn(site.Settings.EventTypes[max(n, -n)-1].Name)
	if ahead := v.Say("relation.ahead"); n < 0 && ahead.Lang == name.Lang {
		name.Text += v.Words("bracket.open") + ahead.Text + v.Words("bracket.close")
	}
	return name
}

// sign is a dot of a place as the key has it.
func sign(d worldmap.Dot) worldmap.Dot {
	return worldmap.Dot{Tint: d.Tint, Shape: d.Shape, X: keyWidth / 2, Y: keyHeight / 2}
}

// Beyond is the name of a country that a map shows and the dossier does not have; "" for a code
// that is none.
func Beyond(v *voice.Voice, at worldmap.Place) string {
	c, _ := iso3166.Lookup(at.ISO)
	return c.Name(v.Lang)
}

// Sort is the sort of an event, as charts and maps show it; nil for none.
func Sort(v *voice.Voice, site *model.Site, event *model.Entity) *layout.Sort {
	n := site.Settings.EventType(event.Type)
	if n == 0 {
		return nil
	}
	name := v.OneOf(event)
	path, class := chart.Shape(n)
	return &layout.Sort{Class: class, Path: path, Text: name.Text, In: name.Lang}
}

// guessed adds how an approximate place is drawn to the signs for these: one for each sort
// of event, and one for all other places.
func guessed(v *voice.Voice, site *model.Site, signs []worldmap.Sign, d worldmap.Dot) []worldmap.Sign {
	if d.Shape == "" {
		d.Sort = 0
	}
	if slices.ContainsFunc(signs, func(x worldmap.Sign) bool { return x.Sort == d.Sort }) {
		return signs
	}
	one := worldmap.Sign{Dot: sign(d)}
	one.Approximate, one.Sort = true, d.Sort
	if d.Country {
		one.Tint = worldmap.Tint{}
	}
	name := v.Say("map.dot")
	if d.Sort != 0 {
		name = sortName(v, site, d.Sort)
	}
	said := v.Say("map.guess", name.Text)
	if said.Lang == name.Lang { // nothing is to be kept apart
		said.Text = strings.Replace(v.Words("map.guess"), "{}", name.Text, 1)
	}
	one.Text, one.In = said.Text, said.Lang
	return append(signs, one)
}

// hatching is the pattern of what is disputed.
const hatching = "map_disputed"

// Small says what the shapes on a small map are, which it gives to places first, and
// what fills its areas.
func Small(v *voice.Voice, l *lists.Lists, m *worldmap.Map) {
	Shape(m)
	if m.Disputed != "" {
		m.Patterns = append(m.Patterns, hatching)
	}
	if m.Signs = append(m.Signs, sorted(v, l.Site, m)...); m.Signs != nil && slices.ContainsFunc(m.Dots, func(d worldmap.Dot) bool { return d.Shape == "" && !d.Country && !d.Approximate }) {
		said := v.Say("map.dot") // which is to be told from these
		m.Signs = append(m.Signs, worldmap.Sign{Dot: sign(worldmap.Dot{}), Text: said.Text, In: said.Lang})
	}
	for _, d := range m.Dots {
		if d.Approximate {
			m.Guesses = guessed(v, l.Site, m.Guesses, d)
		}
	}
	add := func(look worldmap.Tint, said voice.Said) {
		m.Looks = append(m.Looks, worldmap.Look{Tint: look, Text: said.Text, In: said.Lang})
	}
	if l.Site.Settings.Map != nil {
		for _, n := range names(v, l, v.Say("map.tied")) {
			alone := n.Standing == lists.Otherwise && m.Looks == nil // needs to be told from no other
			if s := worldmap.Standing(n.Standing); m.Has(s) && !alone {
				add(s.Tint(), n.Said)
			}
		}
	}
	if m.Hatched {
		add(worldmap.Tint{Class: "disputed", Pattern: hatching}, v.Say("map.disputed"))
	}
}

// Once leaves the patterns that the maps of a page's sections share to the first that has them,
// because an id is on a page once.
func Once(sections []layout.Section) {
	had := map[string]bool{}
	for _, s := range sections {
		if s.Where == nil {
			continue
		}
		s.Where.Patterns = slices.DeleteFunc(s.Where.Patterns, func(id string) bool {
			before := had[id]
			had[id] = true
			return before
		})
	}
}

// Beside leaves out of the key of a chart what that of the map beside it says; either may be nil.
func Beside(c *chart.Chart, m *worldmap.Map) {
	if c == nil || m == nil {
		return
	}
	c.Key = slices.DeleteFunc(c.Key, func(k chart.Key) bool {
		return slices.ContainsFunc(m.Signs, func(s worldmap.Sign) bool { return s.Text == k.Text })
	})
}

// Size of a sign in the key, in pixels: layouts/partials/map.html has the same.
const (
	keyWidth  = 16
	keyHeight = 16
)

// Shape gives places where events of one sort took place, or are to, the shape and the colour
// that this has in charts.
func Shape(m *worldmap.Map) {
	for i := range m.Dots {
		d := &m.Dots[i]
		if d.Sort != 0 {
			d.Shape, d.Class = chart.Shape(max(d.Sort, -d.Sort))
		}
		if d.Sort < 0 {
			d.Class += " ahead"
		}
	}
}

// Standings keys the map that tells countries apart by how they stand to the entity
// that it is about: what of that there is, in the words of the relation.
func Standings(v *voice.Voice, l *lists.Lists, maps *drawn.Maps, out *layout.Map) {
	of := maps.Standings()
	out.Legend = nil
	there := map[lists.Standing]bool{}
	for _, e := range l.Site.Entities {
		if e.Key.Kind() == model.Countries && maps.Located(e) {
			there[max(of[e.Key], lists.Otherwise)] = true
		}
	}
	out.AsOf = day(v, l)
	for _, n := range Names(v, l) {
		if there[n.Standing] {
			out.Standings = append(out.Standings, layout.MapStanding{Tint: worldmap.Standing(n.Standing).Tint(), Text: n.Text, In: n.Lang})
		}
	}
}

// About says what a map shows that is about an entity, which goes by a name: who stands
// how to it, where events took place, and of which day.
func About(v *voice.Voice, l *lists.Lists, maps *drawn.Maps, of string) voice.Said {
	said := v.SayIn(relation(l).Inverse)
	names := []string{said.Text}
	for _, standing := range maps.Standings() {
		if standing == lists.Former {
			names = append(names, v.Fill("map.former", said.Text))
			break
		}
	}
	return v.Say("map.about.of", of, strings.Join(names, v.Words("list.comma")), v.DateInText(l.Site.Date()))
}

// Headed heads groups of countries, which are by drawn.Maps.Rank, as the map's key calls
// them; those without a country are left out.
func Headed(v *voice.Voice, l *lists.Lists, groups []layout.MapGroup) []layout.MapGroup {
	if l.Site.Settings.Map != nil {
		for i, n := range Names(v, l) {
			groups[i].Heading, groups[i].HeadingIn = n.Text, n.Lang
		}
	}
	groups[drawn.Outside].Heading = voice.Capital(v.Words("map.outside"), v.Lang)
	return slices.DeleteFunc(groups, func(g layout.MapGroup) bool { return len(g.Countries) == 0 })
}

// Name is what those are called who stand so.
type Name struct {
	Standing lists.Standing
	voice.Said
}

// Names are those of the standings to the entity that the map is about, from the members on, each as
// at the beginning of a line.
func Names(v *voice.Voice, l *lists.Lists) []Name { return names(v, l, tied(v, l)) }

func names(v *voice.Voice, l *lists.Lists, tied voice.Said) []Name {
	members := v.SayIn(relation(l).Inverse)
	names := []Name{{lists.Member, members}, {lists.Former, v.Say("map.former", members.Text)}, {lists.Tied, tied}, {lists.Otherwise, v.Say("map.rest")}}
	for i := range names {
		names[i].Text = voice.Capital(names[i].Text, cmp.Or(names[i].Lang, v.Lang))
	}
	return names
}

// mostKinds is how many kinds of relations a key names.
const mostKinds = 2

// tied says which other relations countries have to what the map is about, when they
// are few.
func tied(v *voice.Voice, l *lists.Lists) voice.Said {
	said := v.Say("map.tied")
	var names []string
	for _, t := range lists.OtherTies(l) {
		of := l.Site.Settings.Relations[t.Type]
		name := of.Inverse // seen from the entity
		if t.Inverse {
			name = of.Name
		}
		names = append(names, v.SayIn(name).Text)
	}
	if len(names) <= mostKinds {
		said.Text += v.Words("colon") + strings.Join(names, v.Words("list.comma"))
	}
	return said
}

// relation is the type of relation that the map is about.
func relation(l *lists.Lists) *model.RelationType {
	s := l.Site.Settings
	return &s.Relations[s.MapRelation()]
}

// day says which day's relations the map shows.
func day(v *voice.Voice, l *lists.Lists) string {
	return v.Say("map.asof", v.DateInText(l.Site.Date())).Text
}

// Members says below a small map of them whose members it shows, and of which day.
func Members(v *voice.Voice, l *lists.Lists, of string) voice.Said {
	said := v.SayIn(relation(l).Inverse)
	said.Text = v.Fill("map.members", v.Apart(of), v.Apart(said.Text), v.DateInText(l.Site.Date()))
	return said
}
