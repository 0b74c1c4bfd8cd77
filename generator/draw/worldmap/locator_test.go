package worldmap

import (
	"slices"
	"strconv"
	"testing"
)

// standing makes a list of places that all stand in one way.
func standing(as Standing, text string) func() []Place {
	all := placesOf(text)
	for i := range all {
		all[i].Standing = as
	}
	return func() []Place { return all }
}

// What is disputed of countries that a small map fills is hatched on it, whoever's map it
// is: else it would say whose that is.
func TestLocatorsHatchWhatTheyFill(t *testing.T) {
	for _, tt := range []struct {
		marked, named string
		want          bool
	}{{"RO", "RO RU UA", true}, {"RO", "RO", false}, {"RU", "RU UA", true}, {"AM", "AM GE", true}, {"SE", "SE FI", false}} {
		all := standing(Other, tt.named)
		if m := NewLocators(1, all).Map(nil, all()[:1]); (m.Disputed != "") != tt.want {
			t.Errorf("the map of %s that fills %s is hatched: %t", tt.marked, tt.named, m.Disputed != "")
		}
	}
	if all := standing(Other, "MA DZ"); NewLocators(mostGroups+1, all).Map(nil, all()[:2]).Disputed == "" {
		t.Error("countries that are marked on the map of the world are not hatched")
	}
	alone, filled := standing(Other, "AM"), standing(Other, "AM GE")
	if a, f := NewLocators(1, alone).Map(nil, alone()), NewLocators(1, filled).Map(nil, alone()); len(a.Disputed) >= len(f.Disputed) {
		t.Error("with Georgia filled no more is hatched on Armenia's map")
	}
}

// Where there is no land around, islands around are drawn and named.
func TestIslesBesideIsles(t *testing.T) {
	named := standing(Other, "NR TV VU CH")
	c := NewLocators(1, named)
	m := c.Map(nil, named()[:1])
	c.Label(m, nil, nil, nameOf, "en")
	var labels []string
	for _, l := range m.Labels {
		labels = append(labels, l.Text)
	}
	slices.Sort(labels)
	if want := []string{"in NR", "in TV", "in VU"}; !slices.Equal(labels, want) || len(m.Dots) != len(want) || len(m.Numbers) > 0 {
		t.Errorf("named are %q, with %d dots and the numbers %v", labels, len(m.Dots), m.Numbers)
	}
}

// In a vast country a small map of a place shows what lies around the place, not all of the
// country; the country's own names what has room in its land, and draws no lines to it.
func TestVastCountries(t *testing.T) {
	named := standing(Member, "RU AM BY KG TJ KZ")
	c := NewLocators(1, named)
	place := func(lat, lon float64) *Place { return &Place{ID: "place", Position: &Position{Lat: lat, Lon: lon}} }
	m := c.Map(place(55.75, 37.62), named()[:1])
	c.Label(m, named(), nil, nameOf, "en")
	for _, far := range []*Place{place(56, 160), place(43, 132), place(56, 60)} {
		if s, _ := sightOf(*far); len(m.Dots) == 1 {
			if _, _, ok := m.drawing.frame.At(s.at); ok {
				t.Errorf("the map of a place shows %v", *far.Position)
			}
		}
	}
	var labels []string
	for _, l := range m.Labels {
		labels = append(labels, l.Text)
	}
	for _, want := range []string{"in RU", "in BY"} {
		if !slices.Contains(labels, want) {
			t.Errorf("the map of a place says %q, not %s", labels, want)
		}
	}
	if near := c.Map(place(54.9, 37), named()[:1]); near.drawing != m.drawing {
		t.Error("places close to each other do not share a drawing")
	}
	whole := c.Map(nil, named()[:1])
	if c.Label(whole, named(), nil, nameOf, "en"); whole.Leads != "" || len(whole.Labels) < 2 {
		t.Errorf("the map of a vast country has the names %v and the lines %s", whole.Labels, whole.Leads)
	}
}

// Of two countries so far apart that they have no region in common there is no map: one of the world
// would say no more than their names. Of more, or of neighbours, there is.
func TestCountriesFarApart(t *testing.T) {
	c := NewLocators(1, noNames)
	for set, want := range map[string]bool{"RU US": false, "BR IN": false, "US": true, "RU KZ": true, "FR GB": true, "RU US CN": true, "": false} {
		if m := c.Map(nil, placesOf(set)); (m != nil) != want {
			t.Errorf("%q has a map: %t", set, m != nil)
		}
	}
}

// The map of a country shows the places in it, each with its name and its sign; of many those that have
// room, and none at the cost of a country's name. What it leaves out is not on it at all.
func TestCountriesHoldTheirPlaces(t *testing.T) {
	named := standing(Member, "TJ UZ KG AF CN")
	c := NewLocators(1, named)
	one := Place{ID: "Ishkobod", Position: &Position{Lat: 38.5, Lon: 68.7, Approximate: true}, Sort: 2}
	var many []Place
	for i := range 60 {
		many = append(many, Place{ID: "the place " + strconv.Itoa(i), Position: &Position{Lat: 37 + float64(i/8)/3, Lon: 68 + float64(i%8)*.7}})
	}
	for _, inside := range [][]Place{{one}, many} {
		m := c.Map(nil, named()[:1])
		c.Label(m, nil, inside, func(p Place) string { return p.ID }, "en")
		labels := map[string]bool{}
		for _, l := range m.Labels {
			labels[l.Text] = true
		}
		if len(m.Inside) == 0 || len(m.Inside) != len(m.Dots) || !labels["TJ"] || len(m.Numbers) > 0 {
			t.Errorf("of %d places %d are shown, with %d dots and the numbers %v; names are %v", len(inside), len(m.Inside), len(m.Dots), m.Numbers, m.Labels)
		}
		for _, id := range m.Inside {
			if !labels[id] {
				t.Errorf("%s has no name", id)
			}
		}
		if d := m.Dots[0]; len(inside) == 1 && (!d.Approximate || d.Sort != 2) {
			t.Errorf("it is shown as %v", d)
		}
		if len(inside) > 1 && len(m.Inside) == len(inside) {
			t.Error("all of many places have room")
		}
	}
}
