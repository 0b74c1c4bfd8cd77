// Package grouped says into which groups an index divides what it lists, and in one
// sentence what it is: countries by how they stand to what the map is about and by what
// else ties them, events by their types.
package grouped

import (
	"cmp"
	"slices"
	"strconv"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/mapkey"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// Of divides all that the index of a kind lists, of which the items tell; no groups
// where only letters or years divide it.
func Of(v *voice.Voice, l *lists.Lists, kind *model.Kind, all []*model.Entity, items []*layout.Item) []layout.Group {
	switch {
	case kind.ID == model.Events:
		return events(v, &l.Site.Settings, all, items)
	case kind.ID == model.Countries && len(all) < layout.AlphabetThreshold:
		return countries(v, l, all, items)
	}
	return nil
}

// Countries divides countries, given by number, of which the items tell, as their index
// does; where nothing divides them they are one group without a heading.
func Countries(v *voice.Voice, l *lists.Lists, numbers []int32, items []*layout.Item) []layout.Group {
	if len(numbers) == 0 {
		return nil
	}
	all := make([]*model.Entity, len(numbers))
	for i, n := range numbers {
		all[i] = l.Entities[n]
	}
	if len(all) < layout.AlphabetThreshold {
		if groups := countries(v, l, all, items); groups != nil {
			return groups
		}
	}
	return []layout.Group{{Items: items}}
}

// countries divides countries, of which the items tell: by how they stand to the entity
// that the map is about, if it is about one; the others by what ties them. Where nothing
// divides them there are no groups.
func countries(v *voice.Voice, l *lists.Lists, all []*model.Entity, items []*layout.Item) []layout.Group {
	var groups []layout.Group
	others := make([]int, 0, len(all))
	standing := lists.Standings(l)
	if standing == nil {
		for i := range all {
			others = append(others, i)
		}
	} else {
		for _, name := range mapkey.Names(v, l) {
			var of []int
			for i, c := range all {
				if max(standing[c.Key], lists.Otherwise) == name.Standing {
					of = append(of, i)
				}
			}
			if name.Standing == lists.Otherwise {
				others = of
			} else {
				groups = with(groups, name.Said, of, items)
			}
		}
	}
	left := make([]*model.Entity, len(others))
	for i, n := range others {
		left[i] = all[n]
	}
	numbers := func(of []int) []int {
		for i := range of {
			of[i] = others[of[i]]
		}
		return of
	}
	bonds, rest := lists.Bonds(l, left)
	for _, b := range bonds {
		said, short := bond(v, l, b)
		groups = with(groups, said, numbers(b.Of), items)
		groups[len(groups)-1].Short = short.Link()
	}
	if len(groups) == 0 {
		return nil
	}
	return with(groups, v.Say("index.rest"), numbers(rest), items)
}

// with adds a group of some items, if there are any.
func with(groups []layout.Group, heading voice.Said, of []int, items []*layout.Item) []layout.Group {
	if len(of) == 0 {
		return groups
	}
	g := layout.Group{Heading: heading.Link(), ID: "group_" + strconv.Itoa(len(groups)+1)}
	for _, i := range of {
		g.Items = append(g.Items, items[i])
	}
	return append(groups, g)
}

// mostNamed is how many entities a heading names.
const mostNamed = 3

// bond words what ties some entities, as the editor calls them or by the relation and to
// whom, and that it has ended for all or for some; short is without what is added.
func bond(v *voice.Voice, l *lists.Lists, b lists.Bond) (said, short voice.Said) {
	relation := &l.Site.Settings.Relations[b.Type]
	group := relation.Group
	if b.Inverse {
		group = relation.InverseGroup
	}
	said = v.SayIn(group)
	if said.Text == "" {
		said = v.SayIn(b.Words(relation))
		said.Text = voice.Capital(said.Text, cmp.Or(said.Lang, v.Lang))
		if short = said; len(b.To) <= mostNamed {
			for i, e := range b.To {
				said.Text += v.Words(map[bool]string{true: "colon", false: "list.comma"}[i == 0]) + v.Apart(v.Name(e))
			}
		}
	}
	if short.Text == "" {
		short = said
	}
	if b.Ended > 0 {
		ended := v.Words("relation.once")
		if b.Now == 0 {
			ended = v.Words("relation.ended")
		}
		said.Text += v.Words("bracket.open") + ended + v.Words("bracket.close")
	}
	return said, short
}

// events divides events by their types, in the order in which these are declared; no
// groups where one would have them all.
func events(v *voice.Voice, s *model.Settings, all []*model.Entity, items []*layout.Item) []layout.Group {
	of := make([][]int, len(s.EventTypes)+1) // those without a type come last
	for i, e := range all {
		at := len(s.EventTypes)
		if e.Type != "" {
			at = s.EventType(e.Type) - 1
		}
		of[at] = append(of[at], i)
	}
	var groups []layout.Group
	for i, t := range s.EventTypes {
		groups = with(groups, v.SayIn(t.Heading()), of[i], items)
	}
	if groups = with(groups, v.Say("index.rest"), of[len(of)-1], items); len(groups) == 1 {
		return nil
	}
	return groups
}

// Year begins a group for a date, unless the last one has its heading.
func Year(v *voice.Voice, groups []layout.Group, d edtf.Date) []layout.Group {
	years, dated := d.Listing()
	heading := v.Years(years, dated).Link()
	heading.Text = voice.Capital(heading.Text, cmp.Or(heading.Lang, v.Lang))
	if n := len(groups); n > 0 && groups[n-1].Heading.Text == heading.Text {
		return groups
	}
	return append(groups, layout.Group{Heading: heading, ID: "year_" + strconv.Itoa(len(groups)+1)})
}

// About says how many an index has, all in all, and of countries that Of divides by how
// they stand to what the map is about, that it does, and when they stood so.
func About(v *voice.Voice, l *lists.Lists, kind *model.Kind, all int) voice.Said {
	count := v.Count("part.count", all)
	switch kind.ID {
	case model.Countries:
		if !slices.ContainsFunc(l.OfKind(kind.ID), func(e *model.Entity) bool { return len(e.Role) > 0 }) { // else some are called otherwise
			count = v.Count("countries.count", all)
		}
	case model.Events:
		count = v.Count("events.count", all)
	case model.Actors:
		count = v.Count("actors.count", all)
	}
	if kind.ID != model.Countries || l.Site.Settings.Map == nil || all < 2 || all >= layout.AlphabetThreshold {
		return v.Say("index.about", count.Text)
	}
	return v.Say("index.standing", count.Text, v.DateInText(l.Site.Date()))
}
