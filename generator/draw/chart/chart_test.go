package chart

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/draw/textwidth"
	"dossier/generator/edtf"
	"dossier/generator/worded"
)

// eventsOf are events with these dates, in order; each is named by its place in
// the list unless it is "date name".
func eventsOf(t *testing.T, dates ...string) []Event {
	t.Helper()
	var out []Event
	for i, text := range dates {
		text, name, _ := strings.Cut(text, " ")
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if name == "" {
			name = "Event number " + strconv.Itoa(i)
		}
		out = append(out, Event{Name: name, Href: fmt.Sprintf("e%03d.html", i), When: wording("en").Format(d), Date: d})
	}
	slices.SortStableFunc(out, func(a, b Event) int { return edtf.Compare(a.Date, b.Date) })
	return out
}

// wording words dates by CLDR alone, which is enough for an axis.
func wording(lang string) *worded.Wording {
	return worded.New(lang, func(string) string { return "" })
}

func wordsIn(lang string) Words {
	return Words{
		Label: "from {} to {}", YearEnd: "end of {}", Apart: func(name string) string { return "<" + name + ">" },
		Some:    func(drawn, all int) Said { return Said{fmt.Sprintf("%d of %d", drawn, all), "en"} },
		Undated: func(names []string) Said { return Said{"undated: " + strings.Join(names, ", "), "en"} },
		Gap:     func(years int) Said { return Said{fmt.Sprintf("⋯ %d years", years), "en"} },
		Sign:    func(sign string) Said { return Said{Text: "sign " + sign} },
		Date:    wording(lang).Format, InYear: wording(lang).InYear, AsOfIs: Said{Text: "As of {}"},
	}
}

// TestMarksSayWhatTheyAre looks at what who cannot see a chart is told.
func TestMarksSayWhatTheyAre(t *testing.T) {
	events := eventsOf(t, "../2018-06 Open", "2019-05-09 A day", "2019-02/2020 Long", "2020-01-02 Another", "2018-07", "2018-08")
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Strip} {
		c := draw(events, wordsIn("en"))
		if c.Label != "from June 2018 to 2020" || c.Notes != nil {
			t.Errorf("%s: label %q, notes %v", c.Kind, c.Label, c.Notes)
		}
		if len(c.Marks) != len(events) {
			t.Fatalf("%s: %d marks", c.Kind, len(c.Marks))
		}
		for _, m := range c.Marks {
			if m.Href == "e001.html" && m.Title != "9\u00a0May 2019 · <A day>" {
				t.Errorf("%s: title %q", c.Kind, m.Title)
			}
		}
	}
}

// rect is what something on a chart covers, in pixels at its narrowest.
type rect struct {
	what       string
	x0, x1, y0 float64
	y1         float64
}

func (r rect) meets(o rect) bool {
	const touch = .2 // places are rounded to a hundredth of a per cent
	return r.x0+touch < o.x1 && o.x0+touch < r.x1 && r.y0+touch < o.y1 && o.y0+touch < r.y1
}

func measure(t *testing.T, s string, width int) float64 {
	t.Helper()
	number, percent := strings.CutSuffix(s, "%")
	f, err := strconv.ParseFloat(number, 64)
	if s != "" && err != nil {
		t.Fatal(err)
	}
	if percent {
		f *= float64(width) / 100
	}
	return f
}

func textRect(t *testing.T, x Text, width, size int) rect {
	at := measure(t, x.X, width) + measure(t, x.DX, width)
	w, y := float64(textwidth.Pixels(x.Text, size)), measure(t, x.Y, width)
	if size == nameSize {
		w = float64(x.width())
	}
	switch x.Anchor {
	case "end":
		at -= w
	case "middle":
		at -= w / 2
	}
	return rect{x.Text, at, at + w, y - float64(size)*.8, y + float64(size)*.2}
}

// covered is what each mark covers; the last list is of the axis's words.
func covered(t *testing.T, c *Chart, width, size int) [][]rect {
	var out [][]rect
	for _, m := range c.Marks {
		var own []rect
		for _, b := range m.Boxes {
			if b.W == "" { // the style sheet has the rest
				b.X, b.Y, b.W = "0%", "0", "100%"
			}
			x, y := measure(t, b.X, width), measure(t, b.Y, width)
			own = append(own, rect{m.Title + " " + b.Class, x, x + measure(t, b.W, width), y, y + measure(t, b.H, width)})
		}
		for _, d := range m.Dots {
			x, y := measure(t, d.X, width)+measure(t, d.DX, width), measure(t, d.Y, width)
			r := rect{m.Title, x - dotSize, x + dotSize, y - dotSize, y + dotSize}
			switch d.Path {
			case arrow:
				r.x0, r.x1 = x, x+8
			case worra:
				r.x0, r.x1 = x-8, x
			}
			own = append(own, r)
		}
		for _, x := range m.Texts {
			if x.Class == "when" {
				own = append(own, textRect(t, x, width, tickSize))
				continue
			}
			own = append(own, textRect(t, x, width, size))
		}
		for i := range own {
			own[i].y0, own[i].y1 = own[i].y0+measure(t, m.Y, width), own[i].y1+measure(t, m.Y, width)
		}
		out = append(out, own)
	}
	var words []rect
	for _, x := range c.Texts {
		words = append(words, textRect(t, x, width, tickSize))
	}
	return append(out, words)
}

// names is the room for names beside the axis.
func names(c *Chart) int {
	switch {
	case !c.Side:
		return 0
	case c.Kind == "strip":
		return stripNames
	}
	return sideNames
}

func checkChart(t *testing.T, c *Chart, width, size int, dates []string) {
	t.Helper()
	all := covered(t, c, width, size)
	before, behind := float64(names(c)), 0.
	if len(c.Marks) > 0 && c.Marks[0].Texts[0].Anchor == "end" {
		before, behind = behind, before
	}
	for i, own := range all {
		for _, a := range own {
			if a.x0 < -1-before || a.x1 > float64(width)+1+behind || a.y0 < -.5 || a.y1 > measure(t, c.Height, 0)+.5 {
				t.Errorf("%s: %+v lies outside; %q", c.Kind, a, dates)
			}
			for _, others := range all[i+1:] {
				for _, b := range others {
					if a.meets(b) {
						t.Errorf("%s: %+v and %+v overlap; %q", c.Kind, a, b, dates)
					}
				}
			}
		}
		if i < len(all)-1 && len(own) == 0 {
			t.Errorf("%s: mark %d has no shape; %q", c.Kind, i, dates)
		}
	}
	if !slices.ContainsFunc(c.Texts, func(x Text) bool { return x.Class == "" || x.Class == "year" }) {
		t.Errorf("%s: the axis has no words; %q", c.Kind, dates)
	}
	words := all[len(all)-1]
	for i, a := range words {
		for _, b := range words[i+1:] {
			if a.meets(b) {
				t.Errorf("%s: the words %q and %q of the axis overlap; %q", c.Kind, a.what, b.what, dates)
			}
		}
	}
}

// onScreen is a chart as screens of a width show it.
type onScreen struct {
	*Chart
	width int
}

// screens are the classes of what is for narrow screens alone, and for others.
var screens = [...]string{"less", "more"}

// forScreens is a chart as narrow screens show it, and as wider ones do.
func forScreens(c *Chart) (out []onScreen) {
	widths := []int{narrowest, roomy}
	if c.Kind == "wide" {
		widths = []int{wideWidth, 920}
	}
	for i, width := range widths {
		width -= names(c)
		shown := *c
		shown.Texts, shown.Marks = on(screens[i], c.Texts), slices.Clone(c.Marks)
		for k := range shown.Marks {
			shown.Marks[k].Texts = on(screens[i], shown.Marks[k].Texts)
		}
		out = append(out, onScreen{&shown, width})
	}
	return out
}

// on are the texts that a screen shows, less the classes that say so.
func on(screen string, texts []Text) (out []Text) {
	for _, x := range texts {
		var rest []string
		for class := range strings.FieldsSeq(x.Class) {
			if !slices.Contains(screens[:], class) {
				rest = append(rest, class)
			}
		}
		if has := strings.Fields(x.Class); len(has) == len(rest) || slices.Contains(has, screen) {
			x.Class = strings.Join(rest, " ")
			out = append(out, x)
		}
	}
	return out
}

// checkAll looks at every chart of some events.
func checkAll(t *testing.T, events []Event, w Words, dates []string) {
	t.Helper()
	low, strip := inText(lowLane), stripDesign
	low.least, low.most, strip.least = 2, wideMost, 2
	checkChart(t, low.draw(events, w), textWidth-sideNames, nameSize, dates)
	for _, c := range slices.Concat(forScreens(Wide(events, w)), forScreens(Tall(events, w)), forScreens(strip.draw(events, w))) {
		checkChart(t, c.Chart, c.width, nameSize, dates)
	}
	if c := Small(events, w); c != nil {
		checkChart(t, c, marginal, nameSize, dates)
	}
}

func randomDate(r *rand.Rand) string {
	year := 2019
	switch r.IntN(4) {
	case 0:
		year = 1900 + r.IntN(150)
	case 1:
		year = -900 + r.IntN(2900)
	}
	y := edtf.YearText(year)
	month := fmt.Sprintf("%s-%02d", y, 1+r.IntN(12))
	switch r.IntN(10) {
	case 0:
		return y
	case 1:
		return month
	case 2:
		return y + "/.."
	case 3:
		return "../" + month
	case 4:
		return month + "/"
	case 5:
		return y + "~"
	case 6:
		return month + "-1X"
	case 7:
		return y + "/" + edtf.YearText(year+r.IntN(30))
	case 8:
		return month + fmt.Sprintf("-%02d?", 1+r.IntN(28))
	}
	return month + fmt.Sprintf("-%02d", 1+r.IntN(28))
}

func randomDay(r *rand.Rand) string {
	return fmt.Sprintf("%s-%02d-%02d", edtf.YearText(1900+r.IntN(130)), 1+r.IntN(12), 1+r.IntN(28))
}

func day(t *testing.T, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// languages are some in which the words of an axis are long, or begin with the era.
var languages = []string{"en", "fr", "ru", "uk", "ar", "zh", "hy", "fa", "th"}

// TestLongAxes: the words at the ends of an axis of millennia lie within it.
func TestLongAxes(t *testing.T) {
	for _, dates := range [][]string{
		{"-2499", "-0050", "1956"}, {"-2499/-2400 Old", "1956-05-01 A day", "2019"}, {"Y-3E7", "Y-2E6", "2019"}, {"-0043-03-15", "0014-08-19", "0050"},
	} {
		for _, lang := range languages {
			events, w := eventsOf(t, dates...), wordsIn(lang)
			checkAll(t, events, w, dates)
		}
	}
}

// TestNothingOverlaps draws random events and measures what each covers.
func TestNothingOverlaps(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws hundreds of charts")
	}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		var dates []string
		for range 2 + r.IntN(60) {
			dates = append(dates, randomDate(r)+" "+strings.Repeat("Wide name ", 1+r.IntN(9))+"end")
		}
		events, w := eventsOf(t, dates...), wordsIn(languages[seed%uint64(len(languages))])
		if seed%3 > 0 {
			w.AsOf = day(t, randomDay(r))
		}
		if w.RightToLeft = seed%5 == 4; seed%4 > 1 {
			w.Types = []Said{{Text: "attack"}, {Text: "meeting"}}
			for i := range events {
				events[i].Type = i % 4
			}
		}
		checkAll(t, events, w, dates)
		if n := len(Wide(events, w).Marks); n != len(events) {
			t.Errorf("the wide chart draws %d of %d events", n, len(events))
		}
		if t.Failed() {
			return
		}
	}
}

func TestChartsAreBounded(t *testing.T) {
	var dates []string
	for i := range 500 {
		dates = append(dates, fmt.Sprintf("2019-%02d-%02d", 1+i%12, 1+i%28))
	}
	events := eventsOf(t, dates...)
	c := Wide(events, wordsIn("en"))
	if len(c.Marks) != wideMost || len(c.Notes) != 1 || c.Notes[0].Text != "80 of 500" {
		t.Errorf("%d marks, notes %v", len(c.Marks), c.Notes)
	}
	if n := len(Strip(events, wordsIn("en")).Marks); n != stripMost {
		t.Errorf("a strip has %d marks", n)
	}
	if n := len(WideStrip(events, wordsIn("en")).Marks); n != stripMost {
		t.Errorf("a wide strip has %d marks", n)
	}
	low, high := Low(events, wordsIn("en")), WideStrip(events, wordsIn("en"))
	if len(low.Marks) != stripMost || 5*measure(t, low.Height, 0) > 4*measure(t, high.Height, 0) {
		t.Errorf("of %d events, %s pixels high above a text, and %s beside a list", len(low.Marks), low.Height, high.Height)
	}
	for i := range c.Marks {
		if c.Marks[i].Href != events[i*500/80].Href {
			t.Fatalf("mark %d is %s; of events that weigh the same some stay from all of the time", i, c.Marks[i].Href)
		}
	}
	events[100].Weight, events[490].Weight = 1, 2
	c = Wide(events, wordsIn("en"))
	var stay []int
	for _, m := range c.Marks {
		stay = append(stay, slices.IndexFunc(events, func(e Event) bool { return e.Href == m.Href }))
	}
	if !slices.IsSorted(stay) || len(stay) != wideMost || !slices.Contains(stay, 100) || !slices.Contains(stay, 490) {
		t.Errorf("the heaviest do not stay, by date: %v", stay)
	}
	for _, few := range [][]string{nil, {"2019"}, {"2019", "XXXX-12"}} {
		events, w := eventsOf(t, few...), wordsIn("en")
		if Wide(events, w) != nil || Tall(events, w) != nil || Strip(events, w) != nil || Small(events, w) != nil {
			t.Errorf("%q has a chart", few)
		}
	}
	five := eventsOf(t, "2015", "2016", "2017", "2018", "2019")
	if Low(five, wordsIn("en")) != nil || Strip(five, wordsIn("en")) != nil || WideStrip(five, wordsIn("en")) != nil {
		t.Error("five events have a strip: the list beside it says more")
	}
	if Small(eventsOf(t, "2015-03", "2015-03"), wordsIn("en")) != nil {
		t.Error("two events at one time are drawn in a section's margin")
	}
}

// bare is a chart of which the axis is as wide as that of many events.
var bare = design{kind: "wide", least: 2, most: wideMost, width: wideWidth, lane: rowLeast}

func TestTicks(t *testing.T) {
	tests := []struct{ dates, want string }{
		{"2019-05-01 2019-05-04", "1 May 2019|2 May|3 May|4 May"},
		{"2019-05-01 2019-06-10", "1 May 2019|11 May|21 May|1 June"},
		{"2018-11 2019-03", "November|December|2019|February|March"},
		{"2018 2019", "2018|April|July|October|2019|April|July|October"},
		{"2010 2019", "2010|2011|2012|2013|2014|2015|2016|2017|2018|2019"},
		{"1951 2019", "1955|1960|1965|1970|1975|1980|1985|1990|1995|2000|2005|2010|2015"},
		{"1199 1950", "1200|1250|1300|1350|1400|1450|1500|1550|1600|1650|1700|1750|1800|1850|1900|1950"},
		{"-0299 0301", "300 BC|200 BC|100 BC|1 AD|100|200|300"},
		{"1945-05-08 2019-01 2019-05 2019-09", "May 1945|2019|April|July"},
		{"Y-12000 Y30000", "10,000 BC|5000 BC|1 AD|5000|10,000|15,000|20,000|25,000|30,000"},
	}
	for _, x := range tests {
		var got []string
		for _, text := range bare.draw(eventsOf(t, strings.Fields(x.dates)...), wordsIn("en")).Texts {
			if text.Class != "gap" {
				got = append(got, strings.ReplaceAll(text.Text, "\u00a0", " "))
			}
		}
		if s := strings.Join(got, "|"); s != x.want {
			t.Errorf("%s:\n%s, want\n%s", x.dates, s, x.want)
		}
	}
}

func TestCuts(t *testing.T) {
	tests := []struct {
		dates string
		gaps  string
	}{
		{"1945-05-08 2019-01 2019-05 2019-09", "⋯ 74 years"},
		{"1945 2019", ""},
		{"1900 1930 1960 1990 2020", ""},
		{"1900 1901 1950 1951 2000 2001", "⋯ 48 years|⋯ 48 years"},
		{"1901/2000 2019-01 2019-02 2019-03", "⋯ 100 years|⋯ 18 years"},
		{"-0484 1956 2019", "⋯ 2439 years"},
	}
	for _, x := range tests {
		var got []string
		for _, text := range bare.draw(eventsOf(t, strings.Fields(x.dates)...), wordsIn("en")).Texts {
			if text.Class == "gap" {
				got = append(got, text.Text)
			}
		}
		if s := strings.Join(got, "|"); s != x.gaps {
			t.Errorf("%s: %q, want %q", x.dates, s, x.gaps)
		}
	}
}

// TestSpans keeps what is drawn at the bounds of the date.
func TestSpans(t *testing.T) {
	tests := []struct {
		date       string
		days       int
		start, end end
		day        bool
	}{
		{"2019-11-28", 1, sure, sure, true},
		{"2019-11-28?", 1, vague, vague, true},
		{"2019-11-0X", 9, sure, sure, false},
		{"2019-02", 28, sure, sure, false},
		{"2020~", 366, vague, vague, false},
		{"2019-02/..", 1, sure, open, false},
		{"2019-02-03/..", 1, sure, open, false},
		{"/2019-02-03", 1, unknown, sure, false},
		{"2020/2021~", 366 + 365, sure, vague, false},
		{"201X", 3652, sure, sure, false},
		{"-0043-03-15", 1, sure, sure, true},
	}
	for _, x := range tests {
		d, err := edtf.Parse(x.date)
		if err != nil {
			t.Fatal(err)
		}
		s, ok := spanOf(&Event{Date: d})
		if !ok || (s.to-s.from)/2 != x.days || s.start != x.start || s.end != x.end || s.day() != x.day {
			t.Errorf("%s: %+v, %v, day %v; want %+v", x.date, s, ok, s.day(), x)
		}
	}
}

func TestDayOf(t *testing.T) {
	for ordinal := -800000; ordinal < 800000; ordinal += 97 {
		for _, t2 := range []int{2 * ordinal, 2*ordinal + 1} {
			if d := dayOf(t2); d.Ordinal() != ordinal || d.Month < 1 || d.Month > 12 || d.Day < 1 {
				t.Fatalf("dayOf(%d) = %v", t2, d)
			}
		}
	}
}

// TestRightToLeft: time runs as text does; nothing else changes, and what is
// mirrored twice is as it was.
func TestRightToLeft(t *testing.T) {
	events := eventsOf(t, "../2018-06 Open", "2019-05-09 A day", "2019-02/2020 Long", "2020-01-02 Another", "1850 Old", "1851 Older", "1852", "1853", "2019-03/.. On")
	for i := range events {
		events[i].Type = 1
	}
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Strip} {
		w := wordsIn("en")
		w.AsOf, w.Types = day(t, "2019-12-10"), []Said{{Text: "attack"}}
		plain := draw(events, w)
		w.RightToLeft = true
		c := draw(events, w)
		x := func(c *Chart, name string) int {
			for _, m := range c.Marks {
				if strings.HasSuffix(m.Title, "<"+name+">") {
					at, _, _ := strings.Cut(m.Dots[0].X, "%")
					n, _ := strconv.ParseFloat(at, 64)
					return int(n * 100)
				}
			}
			t.Fatalf("%s: no %s", c.Kind, name)
			return 0
		}
		if a, b := x(c, "A day"), x(c, "Another"); a <= b || a == x(plain, "A day") {
			t.Errorf("%s: the earlier day is at %d, the later at %d", c.Kind, a, b)
		}
		if text := plain.Texts[0]; text.Anchor == "start" && c.Texts[0].Anchor != "end" {
			t.Errorf("%s: %+v becomes %+v", c.Kind, text, c.Texts[0])
		}
		if got := c.turned(w); fmt.Sprint(got) != fmt.Sprint(plain) {
			t.Errorf("%s: mirrored twice it differs", c.Kind)
		}
	}
}

// The words along an axis are those of every year that has room, else of the first
// and the last: one alone does not say how long the axis is. An axis that begins within
// a year says in which month: a year's word stands where its first day is.
func TestYearsAlongAnAxis(t *testing.T) {
	for _, tt := range []struct {
		draw  func([]Event, Words) *Chart
		dates []string
		want  string
	}{
		{Small, []string{"2018-06", "2019-01", "2019-03", "2019-11"}, "June 2018|2019"},
		{Small, []string{"2018-11", "2019-01", "2019-11"}, "2019|April|July|October"},
		{Small, []string{"2017-06", "2018-02", "2018-08", "2019-11"}, "June 2017|2018|2019"},
		{Small, []string{"2017-06", "2018-02", "2018-08", "2019-01-15"}, "June 2017|2018|2019"},
		{Small, []string{"2012", "2015", "2019"}, "2012|2014|2016|2018"},
		{Tall, []string{"Y-12000", "-9999", "-7499", "-2999", "-0399", "0800", "1200", "1999"}, "10,000\u00a0BC|5000\u00a0BC|1\u00a0AD"},
		{ // on the smallest phones, and on others
			Tall, []string{"Y-30000000", "Y-1700000", "-0520/-0484", "-0499", "1850", "1869", "1882", "1956", "2015", "Y170000002"},
			"30,000,001\u00a0BC|1900|2000|" + "30,000,001\u00a0BC|500\u00a0BC|1900|1950|2000",
		},
	} {
		c := tt.draw(eventsOf(t, tt.dates...), wordsIn("en"))
		var got []string
		for _, x := range c.Texts {
			if x.Class != "gap" && !strings.HasPrefix(x.Text, "⋯") {
				got = append(got, x.Text)
			}
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("%s of %v: %s, want %s", c.Kind, tt.dates, s, tt.want)
		}
	}
}
