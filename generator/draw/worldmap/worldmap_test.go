package worldmap

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"dossier/generator/draw/extent"
	"dossier/generator/draw/geo"
	"dossier/generator/draw/textwidth"
)

// noNames are the neighbours of locators that name none.
func noNames() []Place { return nil }

// placesOf makes places of "RU:11" (a country and its weight) and "40,69:1" (a
// point).
func placesOf(text string) []Place {
	var out []Place
	for _, f := range strings.Fields(text) {
		what, n, _ := strings.Cut(f, ":")
		p := Place{ID: what, Country: true, ISO: what}
		if lat, lon, ok := strings.Cut(what, ","); ok {
			p.ISO, p.Country, p.Position = "", false, &Position{}
			p.Position.Lat, _ = strconv.ParseFloat(lat, 64)
			p.Position.Lon, _ = strconv.ParseFloat(lon, 64)
		}
		p.Weight, _ = strconv.Atoi(n)
		out = append(out, p)
	}
	return out
}

// seen makes sights of such places.
func seen(t testing.TB, text string) []sight {
	t.Helper()
	var out []sight
	for _, p := range placesOf(text) {
		s, ok := sightOf(p)
		if !ok {
			t.Fatalf("%s is nowhere", p.ID)
		}
		out = append(out, s)
	}
	return out
}

func names(sights []sight) string {
	var out []string
	for _, s := range sights {
		out = append(out, s.ID)
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// Every country of the dossier about the CSTO can be shown.
func TestOurCountriesAreSeen(t *testing.T) {
	seen(t, "AF AM BY GE KZ KG NR NI RU SY TJ TM TV US UZ VE")
	if _, ok := sightOf(Place{}); ok {
		t.Error("what has neither code nor position is somewhere")
	}
}

func TestRegion(t *testing.T) {
	for _, tt := range []struct{ name, sights, inside string }{
		{"one country", "KG:1", "KG"},
		{"one place", "42,74:1", "42,74"},
		{"neighbours", "KG:3 KZ:1 40,69:1", "40,69 KG KZ"},
		{"a bulk, and some far away", "RU:9 KZ:3 KG:3 TJ:3 UZ:2 AF:2 US:1 VE:1 NR:1", "AF KG KZ RU TJ UZ"},
		{"weight decides", "DE:1 FR:1 PL:1 AU:30 NZ:9", "AU NZ"},
		{"the world", "US:3 CN:3 BR:3 ZA:3 AU:3 FR:3", ""},
		{"across the antimeridian", "FJ:1 WS:1 TO:1 TV:1", "FJ TO TV WS"},
		{"around the pole", "CA:1 RU:1 NO:1 GL:1", "CA GL NO RU"},
	} {
		sights := seen(t, tt.sights)
		numbers, points := extent.Region(things(sights))
		var inside []sight
		for _, i := range numbers {
			inside = append(inside, sights[i])
		}
		if got := names(inside); got != tt.inside {
			t.Errorf("%s: %q is inside, want %q", tt.name, got, tt.inside)
		}
		if len(inside) == 0 {
			continue
		}
		d := draw(geo.Region(points, mapSizes), inside, nil)
		d.show(inside)
		for _, s := range inside {
			if !d.shown[s.ID] {
				t.Errorf("%s: the picture does not show %s", tt.name, s.ID)
			}
		}
	}
}

// A country far larger than the others does not make them small.
func TestLargeCountriesAreTrimmed(t *testing.T) {
	d := NewAtlas(placesOf("RU:11 EE:3 LV:3 LT:3 55,37:1")).main
	for _, a := range d.areas {
		if a.ISO == "EE" && a.Area.Size() < 200 {
			t.Errorf("Estonia covers %d units of %d", a.Area.Size(), d.frame.Width*d.frame.Height)
		}
	}
	if !d.shown["RU"] {
		t.Error("Russia is not shown")
	}
}

// What is named is on one of the two maps, unless it is nowhere.
func TestAtlasShowsEverything(t *testing.T) {
	for _, sights := range []string{
		"RU:11 KZ:1 KG:1 TJ:3 UZ:3 AF:2 SY:2 US:1 VE:1 NI:1 NR:1 TV:1 42,74:2",
		"US CN BR ZA AU FR MC SG AQ FJ", "FJ:1", "VA:1 IT:2", "KI:1", "0,-179:1 0,179:1",
	} {
		all := placesOf(sights)
		a := NewAtlas(all)
		for _, p := range all {
			if !a.OnMain(p.ID) && !a.OnWorld(p.ID) {
				t.Errorf("%s: %s is on no map", sights, p.ID)
			}
		}
	}
}

func TestAtlasIsBounded(t *testing.T) {
	var all []Place
	for i := range 3000 {
		all = append(all, placesOf(fmt.Sprintf("%d.%d,%d.%d", i%60, i%7, i%90, i%11))...)
	}
	if n := len(NewAtlas(all).main.dots); n != maxDots {
		t.Errorf("%d places are drawn, want %d", n, maxDots)
	}
}

func TestLevels(t *testing.T) {
	for _, tt := range []struct {
		sights string
		want   map[int]int
		legend string
	}{
		{"KG:0", map[int]int{}, ""},
		{"KG:1 KZ:1", map[int]int{1: 1}, "1:1-1"},
		{"KG:1 KZ:2 RU:11 40,69:5", map[int]int{1: 1, 2: 2, 11: 3}, "1:1-1 2:2-2 3:11-11"},
		{"KG:1 KZ:2 TJ:3 UZ:4 RU:9 AM:12 BY:20 GE:21", map[int]int{1: 1, 2: 1, 3: 2, 4: 2, 9: 3, 12: 3, 20: 4, 21: 4}, "1:1-2 2:3-4 3:9-12 4:20-21"},
	} {
		sights := seen(t, tt.sights)
		got := levels(sights)
		if !maps.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.sights, got, tt.want)
		}
		var legend []string
		for _, c := range (&Atlas{levels: got}).Legend() {
			legend = append(legend, fmt.Sprintf("%s:%d-%d", strings.TrimPrefix(c.Class, "tint-"), c.From, c.To))
		}
		if l := strings.Join(legend, " "); l != tt.legend {
			t.Errorf("%s: the legend is %q, want %q", tt.sights, l, tt.legend)
		}
	}
}

// extentOf is where a label's text stands.
func extentOf(m Label, size int) box {
	w := textwidth.Pixels(m.Text, size)
	left := m.X
	switch m.Anchor {
	case "middle":
		left -= w / 2
	case "end":
		left -= w
	}
	return box{left: left, top: m.Y - size*3/4, right: left + w, bottom: m.Y + size/4}
}

// Names never overlap one another or a dot, and stay in the picture; what has
// none has a number.
func TestEverythingIsNamedOrNumbered(t *testing.T) {
	for _, sights := range []string{
		"RU:11 KZ:1 KG:1 TJ:3 UZ:3 AF:2 SY:2 GE:1 AM:1 AZ:1 TM:1 UA:1 BY:1 43,41:1 42.2,44:1 40.8,43.8:1 36,62:1 35,63:1",
		"BE:1 NL:1 LU:1 DE:1 FR:1 CH:1 AT:1 LI:1 IT:1 SI:1 HR:1", "US:3 CN:3 BR:3 ZA:3 AU:3 FR:3", "FJ:1 WS:1 TO:1 TV:1",
	} {
		all := placesOf(sights)
		a := NewAtlas(all)
		wide, few := named(t, a.Main(byID, "en"), labelSize, fewSize)
		for _, x := range a.Insets(byID, "en") {
			more, fewMore := named(t, x.Map, insetSize, insetFewSize)
			maps.Copy(wide, more)
			maps.Copy(few, fewMore)
		}
		for _, p := range all {
			if !wide[p.ID] || !few[p.ID] {
				t.Errorf("%s: %s has neither name nor number", sights, p.ID)
			}
		}
	}
}

// named gives what a map names or numbers on wide screens and on narrow ones.
func named(t *testing.T, m *Map, size, fewSize int) (wide, few map[string]bool) {
	t.Helper()
	of := func(labels []Label, size int, numbered func(Number) bool) map[string]bool {
		known := map[string]bool{}
		for i, a := range labels {
			known[a.Text] = true
			b := extentOf(a, size)
			if b.top < 0 || b.bottom > m.Height || cut(m, a, size) {
				t.Errorf("%q stands at %v of %d, %d", a.Text, b, m.Width, m.Height)
			}
			for _, other := range labels[:i] {
				if b.meets(extentOf(other, size)) {
					t.Errorf("%q and %q overlap", a.Text, other.Text)
				}
			}
		}
		for _, n := range m.Numbers {
			if numbered(n) && !known[strconv.Itoa(n.N)] {
				t.Errorf("the number %d of %s is not on the map", n.N, n.Name)
			}
			known[n.Name] = known[n.Name] || numbered(n)
		}
		return known
	}
	return of(m.Labels, size, func(n Number) bool { return n.Wide }), of(m.Few, fewSize, func(n Number) bool { return n.Few })
}

// alliance is what the dossier about the CSTO has on its map; the first six are members.
func alliance() []Place {
	places := placesOf("RU:11 KZ:1 KG:1 TJ:3 AM:1 BY:2 UZ:3 AF:2 SY:2 GE:1 AZ:1 TM:1 UA:1 43,41:1 42.2,44:1 36,62:1 35,63:1 55.75,37.6:2 42.9,74.6:2 38.5,68:1")
	for i, at := range []Position{{Lat: 43, Lon: 41}, {Lat: 42.3, Lon: 44}} {
		places = append(places, Place{ID: fmt.Sprint("self ", i), Country: true, Position: &at})
	}
	for i := range places {
		if places[i].Standing = Other; i < 6 {
			places[i].Standing = Member
		}
	}
	return places
}

// Where countries and places lie close together, an inset shows them larger, and
// an upright window on the main map where that is; elsewhere there is none.
func TestInsets(t *testing.T) {
	for _, tt := range []struct {
		places       []Place
		want, narrow string
		windows      int
	}{
		{alliance(), "AM AZ GE self 0 self 1", "UZ AF KG TJ", 1},
		{append(alliance(), placesOf("37,71:1")...), "AM AZ GE self 0 self 1", "UZ AF KG TJ", 1},
		{placesOf("RU:3 KZ:1 KG:1"), "", "", 0}, {placesOf("US:3 CN:3 BR:3 ZA:3 AU:3 FR:3"), "", "", 0}, {placesOf("FJ:1 WS:1 TO:1 TV:1"), "", "", 0},
		{placesOf("US:3 CN:3 BR:3 ZA:3 AU:3 89,0:1 88,20:1 87,0:1 86,9:1 -89,0:1 -88,20:1 -87,0:1 -86,9:1"), "", "", 1}, // the north is on no map
		{placesOf("US:3 CN:3 BR:3 ZA:3 AU:3 0,-168:1 1,-168:1 0,-167:1 1,-167:1"), "", "", 1},                           // at the edge of the world
	} {
		a := NewAtlas(tt.places)
		var got, narrow []string
		for _, x := range a.Insets(byID, "en") {
			if x.Narrow && x.Labels != nil {
				t.Errorf("an inset of %q for narrow screens has the names %v for others", x.Names, x.Labels)
			}
			if x.Narrow {
				narrow = append(narrow, x.Names...)
			} else {
				got = append(got, x.Names...)
			}
		}
		slices.Sort(got)
		if strings.Join(got, " ") != tt.want || strings.Join(narrow, " ") != tt.narrow {
			t.Errorf("insets show %q and, on narrow screens, %q, want %q and %q", got, narrow, tt.want, tt.narrow)
		}
		m := a.Main(byID, "en")
		windows := regexp.MustCompile(`M(\d+) \d+v-\d+h\d+M\d+ \d+h\d+v\d+M(\d+) \d+v\d+h-\d+M\d+ \d+h-\d+v-\d+`).FindAllStringSubmatch(m.Window, -1)
		if len(windows) != tt.windows || tt.windows == 0 && m.Window != "" {
			t.Errorf("insets show %q: the windows are %q", got, m.Window)
		}
		for i, x := range m.Dots { // what narrow screens have an inset of is on their main map, too, unless it would hide another
			in := slices.ContainsFunc(a.insets, func(c crop) bool { return c.few && c.shown[a.main.dots[i].ID] })
			covers := slices.ContainsFunc(m.Dots[:i], func(o Dot) bool {
				return !o.Wide && math.Hypot(float64(o.X-x.X), float64(o.Y-x.Y)) < leastBetween
			})
			if x.Wide != (in && !x.Country && covers) {
				t.Errorf("insets show %q and, on narrow screens, %q: %s is for wide ones: %t", got, narrow, a.main.dots[i].ID, x.Wide)
			}
		}
		for _, w := range windows {
			if right, _ := strconv.Atoi(w[2]); right > m.Width {
				t.Errorf("the window %s is cut", w[0])
			}
		}
	}
}

// A country that is larger than several others together is cut where none of them
// lies, also one that the map is about; a neighbour of one is not.
func TestLargeCountriesAreCut(t *testing.T) {
	a := NewAtlas(alliance())
	for _, at := range []struct {
		geo.Point
		on bool
	}{{geo.Point{160, 66}, false}, {geo.Point{60, 75}, false}, {geo.Point{37.6, 55.75}, true}, {geo.Point{60, 54}, true}} {
		if _, _, ok := a.main.frame.At(geo.At(at.Point)); ok != at.on {
			t.Errorf("%v is on the map: %v", at.Point, ok)
		}
	}
	if !a.OnMain("RU") || a.OnWorld("RU") && a.World(byID, "en") != nil && strings.Contains(labelled(a.World(byID, "en")), "RU") {
		t.Error("Russia is not on the main map")
	}
	if frame := NewAtlas(placesOf("AU:30 NZ:9")).main.frame; frame.Width > 0 {
		if _, _, ok := frame.At(geo.At(geo.Point{115, -30})); !ok {
			t.Error("Australia is cut for New Zealand")
		}
	}
}

// A name stands in its country, or beside it in the sea, or has a line to it: nobody
// takes it for that of another one. Lines do not cross. Members come first.
func TestNamesAreTrue(t *testing.T) {
	long := func(p Place) Link { return Link{Name: "The country of " + p.ID} }
	for _, word := range []func(Place) Link{byID, long} {
		a := NewAtlas(alliance())
		main, members := a.Main(word, "en"), a.Members(func(p Place) string { return word(p).Name }, "en")
		for _, tt := range []struct {
			name   string
			d      *drawing
			labels []Label
			leads  string
			size   int
		}{
			{"wide", a.main, main.Labels, main.Leads, labelSize}, {"narrow", a.main, main.Few, main.FewLeads, fewSize},
			{"members", a.emblem, members.Labels, members.Leads, locatorText},
		} {
			lines := linesOf(tt.leads)
			for i, l := range lines {
				for _, other := range lines[:i] {
					if meet(l, other) {
						t.Errorf("%s: the lines %v and %v cross", tt.name, l, other)
					}
				}
			}
			for _, label := range tt.labels {
				at := spot{label.Anchor, label.X, label.Y - tt.size*35/100}
				i := slices.IndexFunc(tt.d.areas, func(x drawnArea) bool { return word(x.Place).Name == label.Text })
				l := newLabeller(tt.d, tt.size, 0)
				if i < 0 || slices.ContainsFunc(lines, l.text(at, textwidth.Bold(label.Text, tt.size)).led) {
					continue
				}
				own := tt.d.areas[i].Area.Rows().Hold(geo.Pixel{at.x, at.y})
				if !own && l.stands(i, l.text(at, textwidth.Bold(label.Text, tt.size)), true) {
					t.Errorf("%s: %q stands on another country", tt.name, label.Text)
				}
			}
		}
		for _, id := range strings.Fields("RU KZ KG TJ AM BY") {
			for name, m := range map[string]*Map{"main": main, "members": members} {
				is := func(n Number) bool { return n.Name == word(Place{ID: id}).Name && (n.Few || name == "members") }
				labels := m.Few
				if name == "members" {
					labels = m.Labels
				}
				numbers := slices.Clone(m.Numbers)
				if name == "main" { // insets follow at once, on narrow screens
					for _, x := range a.Insets(word, "en") {
						labels, numbers = append(labels, x.Few...), append(numbers, x.Numbers...)
					}
				}
				if !slices.ContainsFunc(numbers, is) && !slices.ContainsFunc(labels, func(l Label) bool { return l.Text == word(Place{ID: id}).Name }) {
					t.Errorf("%s: the member %s has neither name nor number", name, id)
				}
			}
		}
		for _, l := range members.Labels {
			if l.Text == word(Place{ID: "UZ"}).Name {
				t.Error("the map of the members names another country")
			}
		}
	}
}

// The map of the members is filled and hatched as the large one is, and tells nobody else apart. Of many it
// names none.
func TestMembers(t *testing.T) {
	m := NewAtlas(alliance()).Members(nameOf, "en")
	if len(m.Areas) != 1 || m.Areas[0].Tint != Member.Tint() || m.Areas[0].Href != "" || m.Disputed == "" {
		t.Errorf("%d areas, the first %v; hatched %q", len(m.Areas), m.Areas[0].Tint, m.Disputed)
	}
	if NewAtlas(placesOf("RU:1 KZ:1")).Members(nameOf, "en") != nil {
		t.Error("a map about nobody has members")
	}
	union := placesOf("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE NR US")
	for i := range union {
		union[i].Standing = Member
	}
	if m := NewAtlas(union).Members(nameOf, "en"); len(m.Labels)+len(m.Numbers) > 0 || len(m.Dots) == 0 {
		t.Errorf("of many members %d are named and %d numbered, %d dots", len(m.Labels), len(m.Numbers), len(m.Dots))
	}
}

// A small map hatches what is disputed of the countries that it marks, or at their
// borders, and nothing else.
func TestLocatorsHatchTheirOwn(t *testing.T) {
	l := NewLocators(0, noNames)
	for code, want := range map[string]bool{"TJ": false, "KG": false, "TR": false, "GE": true, "IN": true, "UA": true, "SE": false} {
		if m := l.Map(nil, placesOf(code)); (m.Disputed != "") != want {
			t.Errorf("%s is hatched: %v", code, m.Disputed != "")
		}
	}
}

// A map about an entity tells countries apart by how they stand to it, each in
// a look of its own.
func TestStandings(t *testing.T) {
	places := placesOf("KZ:1 UZ:1 AF:1 TM:1")
	for i := range places {
		places[i].Standing = Member - Standing(i)
	}
	looks := map[Tint]bool{}
	for _, a := range NewAtlas(places).Main(byID, "en").Areas {
		looks[a.Tint] = true
		if want := places[slices.IndexFunc(places, func(p Place) bool { return p.ID+".html" == a.Href })].Standing.Tint(); a.Tint != want {
			t.Errorf("%s looks like %v, want %v", a.Href, a.Tint, want)
		}
	}
	if len(looks) != 4 {
		t.Errorf("the looks are %v", looks)
	}
}

// Small maps have the looks of the large one: what they mark has an outline, or on maps
// of places only its name, not a look of its own, and what stands otherwise is filled
// as well.
func TestSmallMapsHaveTheLooksOfTheLargeOne(t *testing.T) {
	standing := map[string]Standing{"KG": Member, "KZ": Member, "UZ": Former, "TJ": Tied, "AF": Other}
	all := placesOf("KG KZ UZ TJ AF")
	for i := range all {
		all[i].Standing = standing[all[i].ID]
	}
	named := func() []Place { return all }
	tints := func(m *Map) (out []Tint) {
		for _, a := range m.Areas {
			out = append(out, a.Tint)
		}
		return out
	}
	for name, m := range map[string]*Map{
		"alone":  NewLocators(0, named).Map(nil, all[:1]),
		"world":  NewLocators(mostGroups+1, named).Map(nil, []Place{all[0], all[1]}),
		"places": NewSpots(setsOf("42.87,74.59 40,69"), named).Map(placesOf("42.87,74.59 40,69"), all[:1], nameOf, "en"),
	} {
		got := tints(m)
		member := Tint{Class: Member.Tint().Class + marked}
		if name == "places" {
			member = Member.Tint()
		}
		if n := len(got); n < 3 || got[n-1] != member || !slices.Contains(got, Former.Tint()) || !slices.Contains(m.Patterns, "map_former") || !slices.Contains(m.Patterns, "map_tied") {
			t.Errorf("%s: the looks are %v, the patterns %v", name, got, m.Patterns)
		}
		if name != "world" && !slices.Contains(got, Member.Tint()) {
			t.Errorf("%s: a member that is not marked has none of the looks %v", name, got)
		}
		if m.Borders != "" {
			t.Errorf("%s: borders are drawn twice", name)
		}
	}
}

// A line ends bare in an area, and at the edge of a dot.
func TestLeads(t *testing.T) {
	l := &labeller{size: labelSize, lines: [][2]spot{{{x: 100, y: 100}, {x: 150, y: 100}}, {{x: 100, y: 100}, {x: 130, y: 140}}}, starts: []int{0, 10}}
	if got, want := l.leads(), "M100 100L150 100M106 108L130 140"; got != want {
		t.Errorf("the lines are %s, want %s", got, want)
	}
}

// What is disputed between countries that the dossier does not name is left out, though
// it touches one at a corner. Whoever claims an area has it hatched, in whosever outline it lies.
func TestForeignDisputesAreLeftOut(t *testing.T) {
	m := NewAtlas(placesOf("AF TJ UZ TM KZ")).Main(byID, "en")
	if m.Disputed != "" {
		t.Errorf("hatched are %q", m.Disputed)
	}
	if m := NewAtlas(placesOf("IN PK")).Main(byID, "en"); m.Disputed == "" {
		t.Error("Kashmir is nobody's")
	}
	for _, of := range []string{"UA", "RU GE"} {
		if m := NewAtlas(placesOf(of)).Main(byID, "en"); !slices.Contains(m.Claims, Claim{Name: "Crimea"}) || slices.Contains(m.Claims, Claim{Name: "Transnistria"}) {
			t.Errorf("on a map of %s, what is disputed is %v", of, m.Claims)
		}
	}
}

// Disputed areas are hatched, and one that governs itself is a country's
// outline when the country lies in it and has no code.
func TestDisputedAreas(t *testing.T) {
	self := Place{ID: "self", Country: true, Position: &Position{Lat: 43, Lon: 41, Approximate: true}}
	if s, _ := sightOf(self); s.land == nil || self.Approximate() {
		t.Error("an unrecognised state has no outline")
	}
	for name, p := range map[string]Place{
		"a place there":                {Position: self.Position},
		"a country elsewhere":          {Country: true, Position: &Position{Lat: 43, Lon: 35}},
		"a country in what is claimed": {Country: true, Position: &Position{Lat: 45, Lon: 34}},
	} {
		if s, _ := sightOf(p); s.land != nil {
			t.Errorf("%s has an outline", name)
		}
	}
	for lang, want := range map[string]string{
		"en": "[{Transnistria } {Crimea } {Donbas } {self } {South Ossetia }] Crimea Donbas South Ossetia Transnistria",
		"kk": "[{Transnistria en} {Қырым } {Донбасс } {self } {Оңтүстік Осетия }] Transnistria (en) Донбасс Оңтүстік Осетия Қырым",
	} {
		m := NewAtlas(append(placesOf("UA:1 RU:1 GE:1 MD:1"), self)).Main(byID, lang)
		var names []string
		for _, l := range m.Labels {
			if name := l.Text; l.Class == "claim" {
				if l.In != "" {
					name += " (" + l.In + ")"
				}
				names = append(names, name)
			}
		}
		slices.Sort(names)
		if got := fmt.Sprint(m.Claims, " ", strings.Join(names, " ")); m.Disputed == "" || got != want {
			t.Errorf("hatched about the Black Sea, in %s: %s, want %s", lang, got, want)
		}
	}
	if m := NewAtlas(placesOf("SE:1")).Main(byID, "en"); m.Disputed != "" {
		t.Error("Sweden is hatched")
	}
}

func TestLocator(t *testing.T) {
	c := NewLocators(0, noNames)
	bishkek, kyrgyzstan := seen(t, "42.87,74.59"), seen(t, "KG")
	d := c.drawing(&bishkek[0], kyrgyzstan)
	if x, y, ok := d.frame.At(bishkek[0].at); !ok || x < 60 || y < 60 {
		t.Errorf("Bishkek is at %d, %d", x, y)
	}
	if other := seen(t, "40.5,72.8"); c.drawing(&other[0], kyrgyzstan) != d {
		t.Error("a second place in the country makes a second drawing")
	}
	if outside := seen(t, "-34,151"); c.drawing(&outside[0], kyrgyzstan) == d {
		t.Error("a place outside the country's map is not shown")
	}
	lone := seen(t, "41,69.1 42.9,70.9 -89,170")
	if c.drawing(&lone[0], nil) == c.drawing(&lone[2], nil) {
		t.Error("places far apart share a map")
	}
	for _, s := range lone {
		if _, _, ok := c.drawing(&s, nil).frame.At(s.at); !ok {
			t.Errorf("%s is not on its own map", s.ID)
		}
	}
	for _, code := range strings.Fields("RU US KG NR TV FJ MC AQ NZ CL") {
		sights := seen(t, code)
		d := c.drawing(nil, sights)
		if !d.shown[sights[0].ID] {
			t.Errorf("%s is not on its own map", code)
		}
		if d.land == "" {
			t.Errorf("%s has no surroundings", code)
		}
		if n := len(d.land); n > 14_000 {
			t.Errorf("%s: %d bytes of land", code, n)
		}
	}
}

// Pages are made side by side.
func TestLocatorsAreShared(t *testing.T) {
	c := NewLocators(0, noNames)
	sights := seen(t, "AM")
	var got [8]*drawing
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() { got[i] = c.drawing(nil, sights) })
	}
	wg.Wait()
	for _, d := range got {
		if d != got[0] {
			t.Fatal("a drawing is made twice")
		}
	}
}

func BenchmarkLocator(b *testing.B) {
	c := NewLocators(0, noNames)
	var sights [][]sight
	for _, code := range strings.Fields("AF AM BY GE KZ KG NR NI RU SY TJ TM TV US UZ VE FR DE") {
		sights = append(sights, seen(b, code))
	}
	b.Run("first", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s := sights[i%len(sights)]
			surroundings(s, s, nil, leastOwn)
		}
	})
	b.Run("again", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c.drawing(nil, sights[i%len(sights)])
		}
	})
	b.Run("atlas", func(b *testing.B) {
		var all []Place
		for _, s := range sights {
			all = append(all, s[0].Place)
		}
		for b.Loop() {
			NewAtlas(all)
		}
	})
}

// byID words places by their IDs.
func byID(p Place) Link { return Link{Name: p.ID, Text: "what " + p.ID + " is", Href: p.ID + ".html"} }

// labelled are the names on a map, for wide screens.
func labelled(m *Map) string {
	var out []string
	for _, l := range m.Labels {
		out = append(out, l.Class+" "+l.Text)
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestAtlasMaps(t *testing.T) {
	places := placesOf("RU:9 KZ:3 KG:3 TJ:3 UZ:2 AF:2 US:1 42,74:2 NR:1 -75,0:1")
	places[7].Position.Approximate = true
	places = append(places, Place{ID: "nowhere"})
	a := NewAtlas(places)
	m, w := a.Main(byID, "en"), a.World(byID, "en")
	if m.Width != mapWidth || m.Land == "" || m.Window != "" || w.Width != insetWidth || w.Window == "" {
		t.Errorf("main %d wide, window %q; world %d wide, window %q", m.Width, m.Window, w.Width, w.Window)
	}
	if got, want := labelled(m), "country AF, country KG, country KZ, country RU, country TJ, country UZ, place 42,74"; got != want {
		t.Errorf("the main map names %s, want %s", got, want)
	}
	if got, want := labelled(w), "country NR, country US, place -75,0"; got != want {
		t.Errorf("the map of the world names %s, want %s", got, want)
	}
	if len(m.Dots) != 1 || m.Dots[0].Href != "42,74.html" || m.Dots[0].Text != "what 42,74 is" || !m.Dots[0].Approximate || m.Dots[0].Country {
		t.Errorf("dots %+v", m.Dots)
	}
	for _, d := range w.Dots {
		if d.Text == "what NR is" && (!d.Country || d.Class != "tint-1" || d.Href != "") {
			t.Errorf("Nauru is drawn as %+v", d)
		}
	}
	for _, x := range m.Areas {
		if x.Text == "what RU is" && (x.Class != "tint-4" || x.Href != "RU.html" || x.Path == "") {
			t.Errorf("Russia is of the class %s, leads to %s and has a path of %d bytes", x.Class, x.Href, len(x.Path))
		}
	}
	if a.OnMain("nowhere") || a.OnWorld("nowhere") || places[len(places)-1].Located() || !places[7].Located() {
		t.Error("what lies nowhere is shown")
	}
	if one := NewAtlas(placesOf("KG:1")); one.World(byID, "en") != nil || one.OnWorld("KG") {
		t.Error("one country has a map of the world")
	}
	if none := NewAtlas(nil); none.Main(byID, "en") != nil {
		t.Error("a map of nothing is drawn")
	}
}

func TestLocatorMaps(t *testing.T) {
	l := NewLocators(0, noNames)
	guess := placesOf("42.87,74.59")[0]
	guess.Position.Approximate = true
	if m := l.Map(&guess, placesOf("KG")); len(m.Areas) != 1 || len(m.Dots) != 1 || !m.Dots[0].Approximate || m.Dots[0].Country || m.Land == "" {
		t.Errorf("a point in a country: %d areas, dots %+v", len(m.Areas), m.Dots)
	}
	if m := l.Map(nil, placesOf("RU KZ NR")); len(m.Areas) != 1 || strings.Count(m.Areas[0].Path, "M") < 2 || len(m.Dots) != 1 || !m.Dots[0].Country || m.Width != locatorWidth {
		t.Errorf("three countries, one of them small: %d areas, dots %+v", len(m.Areas), m.Dots)
	}
	nowhere := Place{ID: "nowhere"}
	if l.Map(nil, nil) != nil || l.Map(&nowhere, []Place{nowhere}) != nil {
		t.Error("what lies nowhere has a map")
	}
}

// A locator names what it marks, and neighbours that have room.
func TestLocatorNames(t *testing.T) {
	l := NewLocators(0, func() []Place { return placesOf("KG KZ UZ TJ US") })
	point := placesOf("42.87,74.59")[0]
	m := l.Map(&point, placesOf("KG"))
	l.Label(m, nil, nil, func(p Place) string { return p.ID }, "en")
	if got, want := labelled(m), "country KG, place 42.87,74.59, place KZ, place TJ, place UZ"; got != want {
		t.Errorf("the labels are %s, want %s", got, want)
	}
}

// Where a locator has no room for the name of what it marks, there is a line to it, or
// a number.
func TestLocatorsNameAllTheyMark(t *testing.T) {
	l := NewLocators(0, noNames)
	m := l.Map(nil, placesOf("AM BY KZ KG RU TJ"))
	l.Label(m, nil, nil, func(p Place) string { return "the Republic " + p.ID }, "en")
	named := map[string]bool{}
	for _, x := range m.Labels {
		named[x.Text] = true
	}
	for i, n := range m.Numbers {
		if n.N != i+1 || !named[strconv.Itoa(n.N)] {
			t.Errorf("%+v is the number %d, and the labels are %s", n, i+1, labelled(m))
		}
		named[n.Name] = true
	}
	for _, id := range strings.Fields("AM BY KZ KG RU TJ") {
		if !named["the Republic "+id] {
			t.Errorf("%s has neither name nor number: %s", id, labelled(m))
		}
	}
	if m.Leads == "" {
		t.Error("names stand apart from what they are of, without a line")
	}
}

// Of very many groups of countries there is no drawing each.
func TestManyGroupsShareTheWorld(t *testing.T) {
	few, many := NewLocators(mostGroups, noNames), NewLocators(mostGroups+1, noNames)
	group := placesOf("RU KZ NR")
	if a, b := few.Map(nil, group), many.Map(nil, group); a.Land == b.Land || b.Land != many.world().land || len(b.Areas) != 1 || len(b.Dots) != 1 {
		t.Errorf("many groups: %d areas and %d dots, on a map of their own or not the world", len(b.Areas), len(b.Dots))
	}
	if a, b := few.Map(nil, group[:1]), many.Map(nil, group[:1]); a.Land != b.Land {
		t.Error("a country alone has other surroundings when there are many groups")
	}
}
