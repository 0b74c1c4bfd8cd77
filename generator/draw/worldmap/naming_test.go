package worldmap

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
	"dossier/generator/draw/textwidth"
)

// words name countries in short words and in long ones, and places.
var words = map[string][2]string{
	"AF": {"Afghanistan", "Афганистан"}, "AM": {"Armenia", "Армения"}, "AZ": {"Azerbaijan", "Азербайджан"}, "BY": {"Belarus", "Беларусь"},
	"EG": {"Egypt", "Египет"}, "FR": {"France", "Франция"}, "GB": {"United Kingdom", "Великобритания"}, "GE": {"Georgia", "Грузия"},
	"KG": {"Kyrgyzstan", "Кыргызстан"}, "KZ": {"Kazakhstan", "Казахстан"}, "RU": {"Russia", "Россия"}, "SY": {"Syria", "Сирия"},
	"TJ": {"Tajikistan", "Таджикистан"}, "TM": {"Turkmenistan", "Туркменистан"}, "UA": {"Ukraine", "Украина"}, "UZ": {"Uzbekistan", "Узбекистан"},
	"36.03,62.7": {"Tagtabazar", "Тагтабазар"}, "37.22,67.42": {"Hairatan", "Хайратон"}, "35.17,63.77": {"Badghis Province", "Провинция Бадгис"},
	"38.5,68.7": {"Ishkobod", "Ишкобод"}, "42.87,74.59": {"Bishkek", "Бишкек"}, "55.75,37.62": {"Moscow", "Москва"},
	"43.1,40.63": {"7th Military Base", "7-я военная база"}, "42.23,43.97": {"4th Military Base", "4-я военная база"},
	"31.26,32.3": {"Port Said", "Порт-Саид"}, "30.46,32.35": {"Suez Canal", "Суэцкий канал"},
}

const countries = "AF AM AZ BY EG FR GB GE KG KZ RU SY TJ TM UA UZ"

// A name on a small map stands on its land or in the sea, more than half of it, or has a line to what it is of; no two touch, none is cut
// off, and what is marked and has no name has a number.
func TestNamesOnSmallMaps(t *testing.T) {
	var sets [][2]string // places; countries
	for id := range strings.FieldsSeq(countries) {
		sets = append(sets, [2]string{"", id})
	}
	sets = append(sets,
		[2]string{"36.03,62.7 37.22,67.42 35.17,63.77 38.5,68.7", "AF TJ TM UZ"}, [2]string{"43.1,40.63 42.23,43.97", "GE RU"},
		[2]string{"42.87,74.59 55.75,37.62", "AM AZ BY GE KZ KG RU TJ"}, [2]string{"42.87,74.59", "KZ"}, [2]string{"55.75,37.62", "RU"},
		[2]string{"31.26,32.3 30.46,32.35", ""}, [2]string{"31.26,32.3", "EG"})
	for id := range words {
		if strings.Contains(id, ",") {
			sets = append(sets, [2]string{id, ""})
		}
	}
	for long := range 2 {
		word := func(p Place) string { return words[p.ID][long] }
		for _, set := range sets {
			of, about := placesOf(set[0]), placesOf(set[1])
			var m *Map
			if len(of) == 0 {
				c := NewLocators(1, countriesOf(countries))
				m = c.Map(nil, about)
				c.Label(m, nil, nil, word, "en")
			} else {
				m = NewSpots(setsOf(set[0]), countriesOf(countries)).Map(of, about, word, "en")
			}
			checkNames(t, fmt.Sprint(set, long), m, word, append(of, about...))
		}
	}
}

func checkNames(t *testing.T, name string, m *Map, word func(Place) string, marked []Place) {
	t.Helper()
	written := map[string]bool{}
	var boxes []box
	for _, l := range m.Labels {
		w := textwidth.Pixels(l.Text, locatorText)
		b := (&labeller{size: locatorText}).text(spot{l.Anchor, l.X, l.Y - locatorText*35/100}, w)
		if b.top < 0 || b.bottom > m.Height || cut(m, l, locatorText) {
			t.Errorf("%s: %s is cut off", name, l.Text)
		}
		for _, other := range boxes {
			if b.meets(other) {
				t.Errorf("%s: %s lies on another name", name, l.Text)
			}
		}
		lines := linesOf(m.Leads)
		for _, line := range lines {
			if !b.led(line) && b.struck([][2]spot{line}) {
				t.Errorf("%s: the line %v runs over %s", name, line, l.Text)
			}
		}
		boxes, written[l.Text] = append(boxes, b), true
		least := 70
		if l.Class == "country" {
			least = 50
		}
		for _, p := range placesOf(countries) {
			if word(p) == l.Text && !slices.ContainsFunc(lines, b.led) && home(m, p, b) < least {
				t.Errorf("%s: %d %% of %s stand on its land", name, home(m, p, b), l.Text)
			}
		}
	}
	for _, n := range m.Numbers {
		written[n.Name] = written[fmt.Sprint(n.N)]
	}
	for _, p := range marked {
		if !written[word(p)] {
			t.Errorf("%s: %s has neither name nor number", name, word(p))
		}
	}
}

// cut reports whether a name leaves its picture in a font in which it is a tenth wider than reckoned.
func cut(m *Map, l Label, size int) bool {
	b := (&labeller{size: size}).text(spot{l.Anchor, l.X, l.Y}, width(l.Text, l.Class, size)*11/10)
	return b.left < 0 || b.right > m.Width
}

// linesOf are those of path data.
func linesOf(leads string) (lines [][2]spot) {
	for _, x := range regexp.MustCompile(`M(\d+) (\d+)L(\d+) (\d+)`).FindAllStringSubmatch(leads, -1) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(x[i+1])
		}
		lines = append(lines, [2]spot{{x: n[0], y: n[1]}, {x: n[2], y: n[3]}})
	}
	return lines
}

// led reports whether a line leads to a text.
func (text box) led(line [2]spot) bool {
	return text.left <= line[1].x && line[1].x <= text.right && line[1].y == (text.top+text.bottom)/2
}

// home is how much of a text's middle stands on a country's land or in the sea, in per
// cent.
func home(m *Map, p Place, b box) int {
	f := &m.drawing.frame
	land := map[*naturalearth.Land]*geo.Rows{}
	all := naturalearth.Lands().Countries
	for i := range all {
		if a := f.Draw(&all[i].Shape, leastArea); a != nil {
			land[&all[i]] = a.Rows()
		}
	}
	s, _ := sightOf(p)
	good, n := 0, 0
	for x := b.left; x <= b.right; x++ {
		at, abroad := geo.Pixel{x, (b.top + b.bottom) / 2}, false
		for t, a := range land {
			abroad = abroad || t != s.land && a.Hold(at)
		}
		if n++; !abroad {
			good++
		}
	}
	return good * 100 / n
}
