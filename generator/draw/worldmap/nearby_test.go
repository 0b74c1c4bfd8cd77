package worldmap

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/draw/textwidth"
)

// No name of a country, short or long, stands mainly on the land of another one that has a
// name, though a line leads from it: it would be read as that one's.
func TestNamesStandOnNoOther(t *testing.T) {
	named := csto()
	for i := range named {
		if named[i].ISO == "UZ" {
			named[i].Standing = Former
		}
	}
	lands := slices.DeleteFunc(slices.Clone(named), func(p Place) bool { return !p.Country })
	pick := func(ids string) (out []Place) {
		for _, p := range lands {
			if slices.Contains(strings.Fields(ids), p.ID) {
				out = append(out, p)
			}
		}
		return out
	}
	all := func() []Place { return lands }
	for _, letters := range []int{5, 9, 11, 12, 14} {
		name := func(p Place) string {
			if p.ID == "" {
				return ""
			}
			return strings.Repeat("n", letters-3) + p.ID[:2] + fmt.Sprint(len(p.ID))
		}
		maps := map[string]*Map{
			"attacks": NewSpots(setsOf("36.03,62.7 37.22,67.42 35.17,63.77 38.5,68.7"), all).Map(placesOf("36.03,62.7 37.22,67.42 35.17,63.77 38.5,68.7"), pick("AF TJ TM UZ"), name, "en"),
			"summit":  NewSpots(setsOf("42.87,74.59 55.75,37.62"), all).Map(placesOf("42.87,74.59 55.75,37.62"), pick("AM AZ BY GE KZ KG RU TJ"), name, "en"),
		}
		for _, p := range pick("AF AM AZ BY GE KG KZ TJ TM UA UZ") {
			c := NewLocators(1, all)
			maps[p.ID] = c.Map(nil, []Place{p})
			c.Label(maps[p.ID], nil, nil, name, "en")
		}
		for at, m := range maps {
			own := &drawing{frame: m.drawing.frame}
			for _, s := range sightsOf(lands) {
				if a := own.frame.Draw(&s.land.Shape, leastArea); a != nil {
					own.areas = append(own.areas, newArea(s, a, ""))
				}
			}
			for _, l := range m.Labels {
				i := slices.IndexFunc(own.areas, func(a drawnArea) bool { return name(a.Place) == l.Text })
				if i < 0 || own.areas[i].ISO == "" { // in another one's outline
					continue
				}
				b := (&labeller{size: locatorText}).text(spot{l.Anchor, l.X, l.Y - locatorText*35/100}, textwidth.Pixels(l.Text, locatorText))
				if !own.mostlyFree(i, b) {
					t.Errorf("%d letters, the map of %s: the name of %s stands on other land", letters, at, own.areas[i].ID)
				}
			}
		}
	}
}

// A small map takes in the nearest of the countries that have a name, and names first those
// that its page names, then members.
func TestCountriesAround(t *testing.T) {
	all := func() []Place { return slices.DeleteFunc(csto(), func(p Place) bool { return !p.Country }) }
	c := NewLocators(1, all)
	m := c.Map(nil, placesOf("AF"))
	for _, s := range sightsOf(placesOf("UZ TM TJ")) {
		if _, _, ok := m.drawing.frame.At(s.at); !ok {
			t.Errorf("the map of Afghanistan does not reach to the middle of %s", s.ID)
		}
	}
	areas := c.Map(nil, placesOf("AF")).drawing.neighbours(c.named)
	got, concerns := foremost(areas, func(a *drawnArea) bool { return a.ISO == "UZ" })
	if got[0].ID != "UZ" || concerns[0] != subject || concerns[1] != member || !slices.IsSorted(concerns) {
		t.Errorf("around are %v in this order, first %s", concerns, got[0].ID)
	}
	c.Label(m, placesOf("UZ"), nil, nameOf, "en")
	if !slices.ContainsFunc(m.Labels, func(l Label) bool { return l.Text == nameOf(placesOf("UZ")[0]) }) {
		t.Errorf("the page names Uzbekistan, the map only %v", m.Labels)
	}
	places := placesOf("43.1,40.63 42.23,43.97")
	spots := NewSpots(setsOf("43.1,40.63 42.23,43.97"), all).Map(places, placesOf("GE RU"), nameOf, "en")
	if !slices.ContainsFunc(spots.Labels, func(l Label) bool { return l.Text == nameOf(placesOf("AM")[0]) }) {
		t.Errorf("Armenia, a member, has no name: %v", spots.Labels)
	}
}

// A line to a name is longer than a line of text is high, or the name stands elsewhere.
func TestNoStubs(t *testing.T) {
	at := box{10, 10, 60, 24, nobody}
	for p, close := range map[spot]bool{{x: 30, y: 28}: true, {x: 65, y: 17}: true, {x: 30, y: 36}: false, {x: 80, y: 17}: false} {
		if at.closeTo(p, locatorText) != close {
			t.Errorf("%v: close to the text: %v", p, !close)
		}
	}
}

// The names of small countries stand outside of them, with a line that runs over no other
// member; what is hatched has a name.
func TestNamesDoNotHide(t *testing.T) {
	english := map[string]string{"AM": "Armenia", "BY": "Belarus", "KZ": "Kazakhstan", "KG": "Kyrgyzstan", "RU": "Russia", "TJ": "Tajikistan", "UZ": "Uzbekistan"}
	name := func(p Place) string { return english[p.ID] }
	named := csto()
	named[slices.IndexFunc(named, func(p Place) bool { return p.ID == "UZ" })].Standing = Former
	a := NewAtlas(named)
	m := a.Members(name, "en")
	for _, l := range m.Labels {
		i := slices.IndexFunc(a.emblem.areas, func(x drawnArea) bool { return name(x.Place) == l.Text })
		at := spot{l.Anchor, l.X, l.Y - locatorText*35/100}
		own := &labeller{drawing: a.emblem, size: locatorText}
		if i >= 0 && a.emblem.hides(own.text(at, width(l.Text, l.Class, locatorText)), i) {
			t.Errorf("%s is hidden by its name", l.Text)
		}
	}
	for _, line := range linesOf(m.Leads) {
		l := &labeller{drawing: a.emblem}
		if n := l.crossed(nobody, line[0], line[1]); n > 0 {
			t.Errorf("the line %v runs over another member", line)
		}
	}
	if !strings.Contains(labelled(m), "Crimea") {
		t.Errorf("what is hatched is not among the names %s", labelled(m))
	}

	lands := slices.DeleteFunc(named, func(p Place) bool { return !p.Country })
	for _, about := range []string{"RU", "AM AZ BY GE KZ KG RU TJ UZ"} {
		countries := slices.DeleteFunc(slices.Clone(lands), func(p Place) bool { return p.ISO == "" || !strings.Contains(about, p.ISO) })
		m := NewSpots(setsOf("42.87,74.59 55.75,37.62"), func() []Place { return lands }).Map(placesOf("42.87,74.59 55.75,37.62"), countries, name, "en")
		if !strings.Contains(labelled(m), "Uzbekistan") || len(m.Numbers) > 0 {
			t.Errorf("the map of the places in %s has the names %s and the numbers %v", about, labelled(m), m.Numbers)
		}
	}
}

// What the large map and its insets hatch is listed, all of it.
func TestHatchedIsListed(t *testing.T) {
	a := NewAtlas(csto())
	main := a.Main(byID, "en")
	listed := map[string]bool{}
	for _, c := range main.Claims {
		listed[c.Name] = true
	}
	for _, o := range a.main.hatched {
		own := slices.IndexFunc(a.main.areas, func(x drawnArea) bool { return x.land == o.Of })
		if name, _ := o.Of.Claim.In("en"); own < 0 && !listed[name] {
			t.Errorf("%s is hatched and not listed", name)
		}
	}
	if !listed["Golan Heights"] {
		t.Errorf("the map of Syria lists %v", main.Claims)
	}
}
