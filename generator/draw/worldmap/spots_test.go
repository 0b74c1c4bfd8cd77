package worldmap

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/draw/extent"
	"dossier/generator/draw/geo"
)

func setsOf(sets ...string) iter.Seq[[]Place] {
	return func(yield func([]Place) bool) {
		for _, s := range sets {
			if !yield(placesOf(s)) {
				return
			}
		}
	}
}

func countriesOf(text string) func() []Place { return func() []Place { return placesOf(text) } }

// nameOf names what the dossier has.
func nameOf(p Place) string {
	if p.ID == "" {
		return ""
	}
	return "in " + p.ID
}

// Each place has a dot in the picture, and a name or a number that is named.
func TestSpots(t *testing.T) {
	for _, tt := range []struct {
		places, around string
		inland         bool
	}{
		{"36.03,62.7 37.22,67.42 35.17,63.77 38.5,68.7", "in AF in TJ in TM in UZ", true},
		{"60,100 61,101", "in RU", true}, // in one country
		{"42.87,74.59 55.75,37.62", "in KZ in RU in UZ", false},
		{"-18,179 -17,-179", "", false}, // across the antimeridian
		{"-77,166 -90,0", "", false},
		{"40,-74 -34,151 51,0 35,139", "in RU", false}, // the world
		{"48.8,2.3 48.81,2.31 48.82,2.29 48.79,2.32 48.83,2.33 48.78,2.28 48.84,2.35 48.77,2.27 48.8,2.36 48.85,2.3 48.76,2.3 48.8,2.25", "in FR", false},
	} {
		c := NewSpots(setsOf(tt.places), countriesOf("AF TJ TM UZ RU KZ FR ES NZ"))
		places := placesOf(tt.places)
		m := c.Map(places, nil, nameOf, "en")
		if len(m.Dots) != len(places) {
			t.Errorf("%s: %d dots", tt.places, len(m.Dots))
		}
		named := map[string]bool{}
		var around []string
		for _, l := range m.Labels {
			if l.Class == "around" {
				around = append(around, l.Text)
			}
			named[l.Text] = true
		}
		for i, n := range m.Numbers {
			if named[strconv.Itoa(i+1)] && n.N == i+1 {
				named[n.Name] = true
			}
		}
		for _, p := range places {
			if !named[nameOf(p)] {
				t.Errorf("%s: %s has no name", tt.places, p.ID)
			}
		}
		slices.Sort(around)
		if got := strings.Join(around, " "); got != tt.around {
			t.Errorf("%s: around are %q, want %q", tt.places, got, tt.around)
		}
		if m.Inland != tt.inland || m.Inland && m.Land != "" {
			t.Errorf("%s: inland: %v, land: %s", tt.places, m.Inland, m.Land)
		}
		if n := len(m.Land) + len(m.Borders); n > spotBytes {
			t.Errorf("%s: %d bytes of land", tt.places, n)
		}
	}
}

// Countries that are named with the places are marked, and all of them named, before
// others are; what is disputed of them is hatched; places have the sort of their events.
func TestSpotsMarkCountries(t *testing.T) {
	c := NewSpots(setsOf("43,41 42.2,44"), countriesOf("GE RU AM AZ TR"))
	places := placesOf("43,41 42.2,44")
	places[0].Sort = 2
	self := Place{ID: "self", Country: true, Position: &Position{Lat: 43, Lon: 41}}
	m := c.Map(places, append(placesOf("GE RU NR"), self), nameOf, "en")
	if len(m.Areas) != 2 || m.Areas[0].Tint != (Tint{Class: "here"}) || m.Lines == "" || m.Borders != "" || m.Disputed == "" || m.Dots[0].Sort != 2 {
		t.Errorf("%d areas, borders %q, hatched %q, dots %v", len(m.Areas), m.Borders, m.Disputed, m.Dots)
	}
	if n := len(m.Areas[0].Path); n > spotBytes {
		t.Errorf("%d bytes of countries", n)
	}
	named := map[string]bool{}
	for _, l := range m.Labels {
		named[l.Text] = true
	}
	for _, n := range m.Numbers {
		named[n.Name] = named[strconv.Itoa(n.N)]
	}
	for _, id := range []string{"GE", "RU", "self", "43,41", "42.2,44"} {
		if !named["in "+id] {
			t.Errorf("%s has neither name nor number", id)
		}
	}
	if m := NewSpots(setsOf("51,0 60,100"), noNames).Map(placesOf("60,30 60,100"), placesOf("RU CN"), nameOf, "en"); m.Areas == nil {
		t.Error("large countries are not marked")
	}
}

func TestSpotsOfNothing(t *testing.T) {
	if m := NewSpots(setsOf(), noNames).Map([]Place{{ID: "x"}}, nil, nameOf, "en"); m != nil {
		t.Error("a map of what lies nowhere")
	}
}

// However many sets of places there are, few maps are drawn, and each holds all
// of its points.
func TestManySetsShareMaps(t *testing.T) {
	var sets []string
	for i := range 900 {
		lat, lon := i*7%120-59, i*31%360-180
		set := fmt.Sprintf("%d,%d", lat, lon)
		if i%3 > 0 {
			set += fmt.Sprintf(" %d,%d", lat+i%5, (lon+i%11+180)%360-180)
		}
		if i%30 == 0 {
			set += " 10,10"
		}
		sets = append(sets, set)
	}
	sets = append(sets, "84,0", "-90,0 -88,170", "83,-179 80,1", "0,180 0,-179")
	for _, n := range []int{10, mostSets, 100, len(sets)} {
		some := sets[len(sets)-n:]
		least := leastTile(setsOf(some...), nil)
		if (least == 0) != (n <= mostSets) {
			t.Errorf("%d sets: the least tile is %g", n, least)
		}
		drawn := map[string]geo.Frame{}
		for _, s := range some {
			points := middles(seen(t, s))
			key, frame := extent.Tiled(points, nil, least, spotSizes, leastMoved)
			f, ok := drawn[key]
			if !ok {
				f = frame()
				drawn[key] = f
			}
			for _, p := range points {
				if _, _, ok := f.At(p); !ok {
					t.Errorf("%d sets: the map %q lacks a point of %s", n, key, s)
				}
			}
		}
		if len(drawn) > 90 {
			t.Errorf("%d sets: %d maps", n, len(drawn))
		}
	}
}

// What is disputed of countries that a map of places fills is hatched, though nothing says
// that the places have to do with them.
func TestSpotsHatchWhatTheyFill(t *testing.T) {
	for _, tt := range []struct {
		named string
		as    Standing
		want  bool
	}{{"UA RU RO", Other, true}, {"RO BG", Other, false}, {"UA RU RO", Unasked, false}} {
		m := NewSpots(setsOf("44.4,26.1 46.5,30.7"), standing(tt.as, tt.named)).Map(placesOf("44.4,26.1 46.5,30.7"), nil, nameOf, "en")
		if (m.Disputed != "") != tt.want {
			t.Errorf("a map that names %s is hatched: %t", tt.named, m.Disputed != "")
		}
	}
}

// However few bytes a map of far places takes, no country that is told apart is missing from it.
func TestSpotsLoseNoCountry(t *testing.T) {
	named := standing(Member, "RU BY KZ KG TJ AM")
	m := NewSpots(setsOf("42.87,74.59 55.75,37.62"), named).Map(placesOf("42.87,74.59 55.75,37.62"), named(), nameOf, "en")
	for _, p := range named() {
		if d := m.drawing; !d.pen.Shows(d.groups[p.ID]) {
			t.Errorf("%s is not drawn", p.ID)
		}
	}
}
