package worldmap

import (
	"slices"
	"testing"

	"dossier/generator/draw/naturalearth"
)

// What is disputed is hatched on every map that shows enough of it to be seen: on that of the
// members, on those of countries and on those of places; as large in each.
func TestClaimsAreHatchedAlike(t *testing.T) {
	all := csto()
	countries := slices.DeleteFunc(slices.Clone(all), func(p Place) bool { return !p.Country })
	named := func() []Place { return countries }
	places := "42.87,74.59 55.75,37.62"
	spots := NewSpots(setsOf(places), named).Map(placesOf(places), countries[:1], nameOf, "en").drawing
	locators := NewLocators(1, named)
	of := func(ids string) *drawing { return locators.Map(nil, standing(Member, ids)()).drawing }
	for name, d := range map[string]*drawing{"members": NewAtlas(all).emblem, "places": spots, "Russia": of("RU"), "Ukraine": of("UA"), "Armenia": of("AM")} {
		disputed, seen := naturalearth.Lands().Disputed, 0
		for i := range disputed {
			name := name + ": " + disputed[i].Claim.Name
			if !slices.Contains([]string{"Crimea", "Donbass", "Abkhazia", "South Ossetia", "Nagorno-Karabakh"}, disputed[i].Claim.Name) {
				continue
			}
			frame, unit := &d.frame, max(1, d.hatchUnit)
			if unit > 1 {
				frame = sparePart(frame)
			}
			area := frame.Draw(&disputed[i].Shape, leastArea)
			if area == nil {
				continue
			}
			drawn := naturalearth.Draw(&disputed[i], area)
			size := drawn.Seen(frame) * unit * unit
			hatched := slices.ContainsFunc(d.hatched, func(o naturalearth.Drawn) bool { return o.Of == &disputed[i] })
			if hatched != (size >= leastSmall) {
				t.Errorf("%s, of which %d units are seen, is hatched: %t", name, size, hatched)
			}
			if hatched {
				seen++
			}
		}
		if seen < 2 {
			t.Errorf("%s: %d are hatched: the map tells nothing", name, seen)
		}
	}
}

// The name of a disputed area that is smaller than a line of text is on no small map, and any
// other has a line to it or stands where no other country has a name.
func TestClaimsStandOnNobodysGround(t *testing.T) {
	named := func() []Place { return slices.DeleteFunc(csto(), func(p Place) bool { return !p.Country }) }
	name := map[string]bool{}
	check := func(of string, d *drawing, labels []Label, leads string, size int) {
		lines := linesOf(leads)
		for _, x := range labels {
			if x.Class != "claim" {
				continue
			}
			name[of] = true
			l := &labeller{drawing: d, size: size}
			b := l.text(spot{x.Anchor, x.X, x.Y - size*35/100}, width(x.Text, x.Class, size))
			if !slices.ContainsFunc(lines, b.led) && l.stands(nobody, b, false) {
				t.Errorf("%s: %q stands on a country that has a name", of, x.Text)
			}
		}
	}
	a := NewAtlas(csto())
	link := func(p Place) Link { return Link{Name: nameOf(p)} }
	main := a.Main(link, "en")
	check("the main map", a.main, main.Labels, main.Leads, labelSize)
	check("the main map on narrow screens", a.main, main.Few, main.FewLeads, fewSize)
	for i, inset := range a.Insets(link, "en") {
		check("an inset", a.insets[i].drawing, inset.Labels, inset.Leads, insetSize)
		check("an inset on narrow screens", a.insets[i].drawing, inset.Few, inset.FewLeads, insetFewSize)
	}
	members := a.Members(func(p Place) string { return nameOf(p) }, "en")
	check("the members", a.emblem, members.Labels, members.Leads, locatorText)
	c := NewLocators(1, named)
	for _, id := range []string{"RU", "UA", "AM", "GE", "BY", "SY"} {
		m := c.Map(nil, placesOf(id))
		c.Label(m, nil, nil, nameOf, "en")
		check(id, m.drawing, m.Labels, m.Leads, locatorText)
	}
	for of, want := range map[string]bool{"RU": false, "UA": true, "SY": true, "the members": true, "the main map": true, "the main map on narrow screens": true} {
		if name[of] != want {
			t.Errorf("%s names what is disputed: %t", of, name[of])
		}
	}
}

// The inset with the most events comes first.
func TestInsetsWithEventsFirst(t *testing.T) {
	first := func(sorts bool) bool {
		places := alliance()
		for i := range places {
			if sorts && !places[i].Country && places[i].Position.Lon > 60 {
				places[i].Sort = 1
			}
		}
		return NewAtlas(places).insets[0].few
	}
	if first(false) || !first(true) {
		t.Errorf("the inset of where things happened is the first: %t; without events: %t", first(true), first(false))
	}
}

// A country in which a named place lies has its name, if there is any room, though the map is
// not about it.
func TestPlacesHaveTheirCountrysName(t *testing.T) {
	named := func() []Place { return slices.DeleteFunc(csto(), func(p Place) bool { return !p.Country }) }
	places := "42.87,74.59 55.75,37.62"
	m := NewSpots(setsOf(places), named).Map(placesOf(places), placesOf("RU"), nameOf, "en")
	if !slices.ContainsFunc(m.Labels, func(l Label) bool { return l.Text == "in KG" }) {
		t.Errorf("a place in Kyrgyzstan is named, and of countries only %v", m.Labels)
	}
}
