package emit

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"dossier/generator/draw/geo"
	"dossier/generator/layout"
	"dossier/generator/model"
)

// seen makes sights of "RU:11" (a country and its sections) and "40,69:1" (a
// point).
func seen(t testing.TB, text string) []sight {
	t.Helper()
	var out []sight
	for _, f := range strings.Fields(text) {
		what, n, _ := strings.Cut(f, ":")
		e := &model.Entity{Doc: model.Doc{Key: model.Key("countries/" + what)}, ISO: what}
		if lat, lon, ok := strings.Cut(what, ","); ok {
			e.ISO, e.Key, e.Position = "", model.Key("places/"+what), &model.Position{}
			e.Position.Lat, _ = strconv.ParseFloat(lat, 64)
			e.Position.Lon, _ = strconv.ParseFloat(lon, 64)
		}
		s, ok := sightOf(e)
		if !ok {
			t.Fatalf("%s is nowhere", what)
		}
		s.sections, _ = strconv.Atoi(n)
		out = append(out, s)
	}
	return out
}

func names(sights []sight) string {
	var out []string
	for _, s := range sights {
		out = append(out, s.entity.Key.ID())
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// Every country of the dossier about the CSTO can be shown.
func TestOurCountriesAreSeen(t *testing.T) {
	seen(t, "AF AM BY GE KZ KG NR NI RU SY TJ TM TV US UZ VE")
	if _, ok := sightOf(&model.Entity{}); ok {
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
		inside, points := region(seen(t, tt.sights))
		if got := names(inside); got != tt.inside {
			t.Errorf("%s: %q is inside, want %q", tt.name, got, tt.inside)
		}
		if len(inside) == 0 {
			continue
		}
		frame := geo.Region(points, mapSizes)
		for _, s := range inside {
			if _, _, ok := frame.At(s.at); !ok {
				t.Errorf("%s: the middle of %s is not in the picture", tt.name, s.entity.Key)
			}
		}
	}
}

// A country far larger than the others does not make them small.
func TestLargeCountriesAreTrimmed(t *testing.T) {
	d := newAtlas(seen(t, "RU:11 EE:3 LV:3 LT:3 55,37:1")).main
	for _, a := range d.areas {
		if a.sight.entity.ISO == "EE" && a.area.Size() < 200 {
			t.Errorf("Estonia covers %d units of %d", a.area.Size(), d.frame.Width*d.frame.Height)
		}
	}
	if !d.shown["countries/RU"] {
		t.Error("Russia is not shown")
	}
}

// What is named is on one of the two maps, unless it is nowhere.
func TestAtlasShowsEverything(t *testing.T) {
	for _, sights := range []string{
		"RU:11 KZ:1 KG:1 TJ:3 UZ:3 AF:2 SY:2 US:1 VE:1 NI:1 NR:1 TV:1 42,74:2",
		"US CN BR ZA AU FR MC SG AQ FJ", "FJ:1", "VA:1 IT:2", "KI:1", "0,-179:1 0,179:1",
	} {
		all := seen(t, sights)
		a := newAtlas(all)
		for _, s := range all {
			if key := s.entity.Key; !a.main.shown[key] && (a.world == nil || !a.world.shown[key]) {
				t.Errorf("%s: %s is on no map", sights, key)
			}
		}
	}
}

func TestAtlasIsBounded(t *testing.T) {
	var all []sight
	for i := range 3000 {
		all = append(all, seen(t, fmt.Sprintf("%d.%d,%d.%d", i%60, i%7, i%90, i%11))...)
	}
	if n := len(newAtlas(all).main.dots); n != maxDots {
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
		for _, c := range (&atlas{levels: got}).legend() {
			legend = append(legend, fmt.Sprintf("%d:%d-%d", c.Level, c.From, c.To))
		}
		if l := strings.Join(legend, " "); l != tt.legend {
			t.Errorf("%s: the legend is %q, want %q", tt.sights, l, tt.legend)
		}
	}
}

// Names never overlap one another or a dot, and stay in the picture.
func TestLabels(t *testing.T) {
	l := labeller{width: 300, height: 200, size: 15}
	for i := range 40 {
		x, y := 20+(i*53)%260, 20+(i*29)%160
		l.block(x, y, dotRadius)
		l.dot(fmt.Sprintf("Place %d", i), "place", x, y, dotRadius)
	}
	if len(l.labels) < 5 || len(l.labels) > 30 {
		t.Errorf("%d of 40 names are placed", len(l.labels))
	}
	box := func(m layout.MapLabel) (left, right int) {
		w := textWidth(m.Text, 15)
		switch m.Anchor {
		case "middle":
			return m.X - w/2, m.X + w/2
		case "end":
			return m.X - w, m.X
		}
		return m.X, m.X + w
	}
	for i, a := range l.labels {
		al, ar := box(a)
		if al < 0 || ar > l.width || a.Y < 10 || a.Y > l.height {
			t.Errorf("%q is at %d to %d, %d", a.Text, al, ar, a.Y)
		}
		for _, b := range l.labels[:i] {
			if bl, br := box(b); al < br && bl < ar && a.Y-b.Y < 15 && b.Y-a.Y < 15 {
				t.Errorf("%q and %q overlap", a.Text, b.Text)
			}
		}
	}
}

func TestLocator(t *testing.T) {
	c := newCartography(&model.Site{Corpus: &model.Corpus{}})
	bishkek, kyrgyzstan := seen(t, "42.87,74.59"), seen(t, "KG")
	d := c.locator(&bishkek[0], kyrgyzstan)
	if x, y, ok := d.frame.At(bishkek[0].at); !ok || x < 60 || y < 60 {
		t.Errorf("Bishkek is at %d, %d", x, y)
	}
	if other := seen(t, "40.5,72.8"); c.locator(&other[0], kyrgyzstan) != d {
		t.Error("a second place in the country makes a second drawing")
	}
	if outside := seen(t, "-34,151"); c.locator(&outside[0], kyrgyzstan) == d {
		t.Error("a place outside the country's map is not shown")
	}
	lone := seen(t, "41,69.1 42.9,70.9 -89,170")
	if c.locator(&lone[0], nil) == c.locator(&lone[2], nil) {
		t.Error("places far apart share a map")
	}
	for _, s := range lone {
		if _, _, ok := c.locator(&s, nil).frame.At(s.at); !ok {
			t.Errorf("%s is not on its own map", s.entity.Key)
		}
	}
	for _, code := range strings.Fields("RU US KG NR TV FJ MC AQ NZ CL") {
		sights := seen(t, code)
		d := c.locator(nil, sights)
		if !d.shown[sights[0].entity.Key] {
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
	c := newCartography(&model.Site{Corpus: &model.Corpus{}})
	sights := seen(t, "AM")
	var got [8]*drawing
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() { got[i] = c.locator(nil, sights) })
	}
	wg.Wait()
	for _, d := range got {
		if d != got[0] {
			t.Fatal("a drawing is made twice")
		}
	}
}

func BenchmarkLocator(b *testing.B) {
	c := newCartography(&model.Site{Corpus: &model.Corpus{}})
	var sights [][]sight
	for _, code := range strings.Fields("AF AM BY GE KZ KG NR NI RU SY TJ TM TV US UZ VE FR DE") {
		sights = append(sights, seen(b, code))
	}
	b.Run("first", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			s := sights[i%len(sights)]
			surroundings(s, s)
		}
	})
	b.Run("again", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			c.locator(nil, sights[i%len(sights)])
		}
	})
	b.Run("atlas", func(b *testing.B) {
		all := slices.Concat(sights...)
		for b.Loop() {
			newAtlas(all)
		}
	})
	b.Run("outlines", func(b *testing.B) {
		for b.Loop() {
			readTerritories()
		}
	})
}
