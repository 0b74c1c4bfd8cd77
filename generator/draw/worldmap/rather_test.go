package worldmap

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"dossier/generator/draw/textwidth"
)

// csto is what the first dossier maps: members, other countries, places and bases.
func csto() []Place {
	places := placesOf("RU:13 KZ:2 BY:3 AM:1 KG:2 TJ:3 UZ:4 TM:3 AF:2 GE:2 AZ:1 SY:2 UA:1 US:1 NI:1 VE:1 NR:1 TV:1 VU:1 " +
		"36.03,62.7 37.22,67.42 35.17,63.77 38.5,68.7 42.87,74.59 55.75,37.62 43.1,40.63 42.23,43.97 43.0,41.0 42.3,44.0")
	for i := range places {
		if i >= len(places)-2 {
			places[i].Country = true // with a position in place of a code
		}
		switch {
		case i < 6:
			places[i].Standing = Member
		case places[i].Country:
			places[i].Standing = Other
		}
	}
	return places
}

// Members have their names on all maps, wide and narrow, in short words and long ones:
// nobody has to look up a number for what a map is about, or an inset.
func TestMembersAreNamed(t *testing.T) {
	a := NewAtlas(csto())
	for long := range 2 {
		word := func(p Place) string { return cmp.Or(words[p.ID][long], p.ID) }
		main, emblem := a.Main(func(p Place) Link { return Link{Name: word(p)} }, "en"), a.Members(word, "en")
		for name, labels := range map[string][]Label{"wide": main.Labels, "narrow": main.Few, "members": emblem.Labels} {
			all := ""
			for _, l := range labels {
				all += l.Text + "\n"
			}
			for _, p := range csto()[:6] {
				if !strings.Contains(all, word(p)+"\n") {
					t.Errorf("%s: %s has no name", name, word(p))
				}
			}
		}
		if len(emblem.Numbers) > 0 {
			t.Errorf("numbers on the map of the members: %v", emblem.Numbers)
		}
	}
}

// The large map names every country that it shows, in short words and long ones, though an
// inset shows it larger; on narrow screens none of these has a number.
func TestCountriesAreNamed(t *testing.T) {
	a := NewAtlas(csto())
	for long := range 2 {
		main := a.Main(func(p Place) Link { return Link{Name: cmp.Or(words[p.ID][long], p.ID)} }, "en")
		for _, p := range csto() {
			name := cmp.Or(words[p.ID][long], p.ID)
			if p.Country && a.OnMain(p.ID) && !slices.ContainsFunc(main.Labels, func(l Label) bool { return l.Text == name }) {
				t.Errorf("%s has no name", name)
			}
		}
		if len(main.Numbers) > 0 {
			t.Errorf("the map has the numbers %v", main.Numbers)
		}
	}
}

// On a small map of places no country has a number that is neither a member nor was one.
func TestBystandersHaveNoNumbers(t *testing.T) {
	named := csto()
	countries := slices.DeleteFunc(csto(), func(p Place) bool { return !p.Country })
	word := func(p Place) string { return "The country of " + cmp.Or(words[p.ID][0], p.ID) }
	m := NewSpots(setsOf("42.87,74.59 55.75,37.62"), func() []Place { return countries }).Map(placesOf("42.87,74.59 55.75,37.62"), countries, word, "en")
	if len(m.Numbers) == 0 {
		t.Error("all names have room: the map tells nothing")
	}
	for _, n := range m.Numbers {
		if i := slices.IndexFunc(named, func(p Place) bool { return word(p) == n.Name }); named[i].Country && named[i].Standing < Former {
			t.Errorf("%s has a number", n.Name)
		}
	}
}

// A name lies on no corner of what an inset shows, that of a place on nothing that
// is hatched, where signs and lines would be taken for letters.
func TestNamesKeepOffLines(t *testing.T) {
	a := NewAtlas(csto())
	if len(a.main.hatched) == 0 || len(a.insets) == 0 || len(a.insets[0].hatched) == 0 {
		t.Fatalf("%d insets: the places tell nothing", len(a.insets))
	}
	for long := range 2 {
		link := func(p Place) Link { return Link{Name: cmp.Or(words[p.ID][long], p.ID)} }
		check := func(d *drawing, corners []box, labels []Label, size int) {
			for _, x := range labels {
				w := textwidth.Pixels(x.Text, size)
				b := (&labeller{size: size}).text(spot{x.Anchor, x.X, x.Y - size*35/100}, w)
				if slices.ContainsFunc(corners, b.meets) {
					t.Errorf("%s lies on a corner of an inset's", x.Text)
				}
				if x.Class == "place" && !d.plain(b) {
					t.Errorf("%s lies on what is hatched", x.Text)
				}
			}
		}
		var wide, narrow []box
		for i, inset := range a.Insets(link, "en") {
			c := a.insets[i]
			if narrow = append(narrow, c.window.corners()...); !c.few {
				wide = append(wide, c.window.corners()...)
			}
			check(c.drawing, nil, inset.Labels, insetSize)
			check(c.drawing, nil, inset.Few, insetFewSize)
		}
		main := a.Main(link, "en")
		check(a.main, wide, main.Labels, labelSize)
		check(a.main, narrow, main.Few, fewSize)
	}
}
