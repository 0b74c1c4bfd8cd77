package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dossier/generator/draw/textwidth"
)

// article are events of a year, and what was planned then.
var article = []string{
	"2018-06 First", "2019-01 Second", "2019-02/.. Doubts", "2019-03 Third", "2019-11-28 Summit", "2020 Presidency", "2020-05-09 Feast", "2021/2025 Plan",
}

func markOf(t *testing.T, c *Chart, name string) Mark {
	t.Helper()
	for _, m := range c.Marks {
		if strings.HasSuffix(m.Title, "<"+name+">") {
			return m
		}
	}
	t.Fatalf("%s: no %s", c.Kind, name)
	return Mark{}
}

// TestNothingIsClaimedAfterTheDate: one line stands at the dossier's date, what
// has no end goes on to it, and what lies after it is hollow.
func TestNothingIsClaimedAfterTheDate(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Strip} {
		c := draw(eventsOf(t, article...), w)
		line := ""
		for _, l := range c.Lines {
			if l.Class != "asof" {
				continue
			}
			if line != "" && l.X1 != line || l.X2 != l.X1 {
				t.Errorf("%s: %+v is no part of the line at %s", c.Kind, l, line)
			}
			line = l.X1
		}
		doubts := markOf(t, c, "Doubts")
		body, tip := doubts.Boxes[len(doubts.Boxes)-1], doubts.Dots[0]
		if at := hundredths(body.X) + hundredths(body.W); body.Class != "bar" || pct(at) != line || tip.X != line || tip.Path != arrow {
			t.Errorf("%s: with the line at %s what goes on is %+v, %+v", c.Kind, line, body, tip)
		}
		for _, name := range []string{"Presidency", "Plan"} {
			if b := markOf(t, c, name).Boxes; b[len(b)-1].Class != "ahead" || hundredths(b[len(b)-1].X) <= hundredths(line) {
				t.Errorf("%s: %s is drawn as %+v", c.Kind, name, b)
			}
		}
		if a, b := markOf(t, c, "Feast").Dots[0].Class, markOf(t, c, "Summit").Dots[0].Class; a != "dot ahead" || b != "dot" {
			t.Errorf("%s: days are %q after the date, %q before it", c.Kind, a, b)
		}
		var said []string
		for _, x := range c.Texts {
			if x.Class == "asof" {
				said = append(said, x.Text)
			}
		}
		if got := strings.Join(said, " "); got != "As of 10\u00a0December 2019" {
			t.Errorf("%s: the line is called %q", c.Kind, got)
		}
	}
	all := Wide(eventsOf(t, "2018", "2019-03", "2019-12-10"), w)
	for _, l := range all.Lines {
		if l.Class == "asof" {
			t.Error("there is a line though all that is drawn lies before it")
		}
	}
	if c := Wide(eventsOf(t, article...), wordsIn("en")); strings.Contains(fmt.Sprint(c), "asof") || strings.Contains(fmt.Sprint(c), "ahead") {
		t.Error("a dossier without a date has a line at one")
	}
	part := markOf(t, Wide(eventsOf(t, "2018", "2019 Over"), w), "Over").Boxes
	if len(part) != 2 || part[0].Class != "bar" || part[1].Class != "ahead" {
		t.Errorf("what the date lies in is drawn as %+v", part)
	}
}

// TestLongTimesDoNotSqueezeTheRest: the axis breaks at every width where nothing
// begins or ends for long, and says in which year it begins.
func TestLongTimesDoNotSqueezeTheRest(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Strip} {
		c := draw(eventsOf(t, article...), w)
		gaps, years := "", ""
		for _, x := range forScreens(c, 0)[0].Texts {
			switch x.Class {
			case "gap":
				gaps += x.Text
			case "":
				years += x.Text + " "
			}
		}
		if gaps != "⋯ 5 years" || !strings.HasPrefix(years, "June 2018 ") {
			t.Errorf("%s: cuts %q, words %q", c.Kind, gaps, years)
		}
	}
}

// TestRowsStandOneBelowTheOther: each event has a row, in order of time, with its
// shape, its name and its date in it.
func TestRowsStandOneBelowTheOther(t *testing.T) {
	events, free := eventsOf(t, article...), 0
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for i, m := range Tall(events, w).Marks {
		y, _ := strconv.Atoi(m.Y)
		h, _ := strconv.Atoi(m.Boxes[0].H)
		at, _ := strconv.Atoi(m.Texts[0].Y)
		if m.Href != events[i].Href || m.Boxes[0].Class != "hit" || y < free || at < 0 || at > h || h < 24 {
			t.Errorf("row %d is %+v", i, m)
		}
		var dates []string
		for _, x := range m.Texts {
			if below, _ := strconv.Atoi(x.Y); x.Class == "when" && below <= h {
				dates = append(dates, x.Text)
			}
		}
		if got := strings.Join(dates, " "); got != events[i].When {
			t.Errorf("row %d says the date %q, want %q", i, got, events[i].When)
		}
		free = y + h
	}
}

// TestKey: a chart says what its shapes mean, and no more.
func TestKey(t *testing.T) {
	w := wordsIn("en")
	w.AsOf, w.Types = day(t, "2019-12-10"), []Said{{"attack", "en"}, {Text: "meeting"}, {Text: "unused"}}
	events := eventsOf(t, article...)
	for i := range events {
		events[i].Type = i % 3 // 0 is none
	}
	var got []string
	c := Wide(events, w)
	for _, k := range c.Key {
		got = append(got, k.Text)
	}
	if s := strings.Join(got, "|"); s != "attack|meeting|sign day|sign span|sign open|sign ahead" {
		t.Errorf("the key says %s", s)
	}
	if a, b := c.Key[0], c.Marks[1]; a.Class != "k1" || b.Class != "k1" || a.Lang != "en" || a.Dots[0].Path != kinds[0] || b.Dots[len(b.Dots)-1].Path != cuts[0] || c.Marks[0].Class != "k0" {
		t.Errorf("the key has %+v, its event %+v", a, b)
	}
	if c := Wide(eventsOf(t, "2019~", "2020?"), wordsIn("en")); len(c.Key) != 2 || c.Key[1].Text != "sign vague" {
		t.Errorf("vague dates have the key %+v", c.Key)
	}
	said := func(c *Chart) string {
		var got []string
		for _, k := range c.Key {
			got = append(got, strings.TrimPrefix(k.Text, "sign "))
		}
		return strings.Join(got, "|")
	}
	small := Small(events, w)
	if got := said(small); got != "attack|meeting|day|span|open|ahead" {
		t.Errorf("a section's small chart has the key %s", got)
	} else if m := small.Marks[1]; m.Class != "k1" || len(m.Dots) != 1 || m.Dots[0].Path != kinds[0] {
		t.Errorf("an attack is %+v", m)
	}
	// Each row shows what is drawn of it, and there is none of what is not drawn.
	for _, tt := range []struct {
		dates       []string
		key         string
		boxes, dots string // of the last row
	}{
		{[]string{"2018-06-01", "2019-01-03"}, "attack", "", "kind"},
		{[]string{"2016-06", "2019-01-03"}, "attack|span", "foot", "kind"},
		{[]string{"2010-06", "2019-01-03"}, "attack|span", "foot", "kind"}, // though a month has no room
		{[]string{"2017-06", "2018-07/2019-06"}, "attack|span", "bar foot", "kind"},
		{[]string{"2018-06-01", "2021"}, "attack|ahead", "ahead", ""},
		{[]string{"2018-06-01", "2021-01-01"}, "attack|ahead", "", "kind ahead"},
		{[]string{"2021-05-05", "2021-07/2023"}, "attack|ahead", "ahead", "kind ahead"},
		{[]string{"2018-06-01", "2019-03/.."}, "attack|span|open", "bar", "open"},
		{[]string{"2018-06-01", "2019-03-02~"}, "attack|vague", "", "kind vague"},
	} {
		events := eventsOf(t, tt.dates...)
		for i := range events {
			events[i].Type = 1
		}
		c := Small(events, w)
		if got := said(c); got != tt.key {
			t.Errorf("the key of %v is %s, want %s", tt.dates, got, tt.key)
			continue
		}
		var boxes, dots []string
		for _, b := range c.Key[len(c.Key)-1].Boxes {
			boxes = append(boxes, b.Class)
		}
		for _, d := range c.Key[len(c.Key)-1].Dots {
			dots = append(dots, d.Class)
		}
		if b, d := strings.Join(boxes, " "), strings.Join(dots, " "); b != tt.boxes || d != tt.dots {
			t.Errorf("the key of %v ends with boxes %q and dots %q, want %q and %q", tt.dates, b, d, tt.boxes, tt.dots)
		}
	}
}

// TestCutsOfBars: a time that is much longer than all else is broken off on charts of every size,
// as its bar says that it goes on; one that is not is drawn at its length, as are two events.
func TestCutsOfBars(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Small} {
		for dates, cut := range map[string]bool{"2020|2020-05-09|2021/2025": true, "2019-11-28|2021/2025": false, "1882/1922|1956-10-29/1956-11-07": false, "1869-11-17|1956": false} {
			c := draw(eventsOf(t, strings.Split(dates, "|")...), w)
			if got := slices.ContainsFunc(c.Boxes, func(b Box) bool { return b.Class == "cut" }); got != cut {
				t.Errorf("%s of %s: cut %v", c.Kind, dates, got)
			}
		}
	}
}

// TestShortTimes: a time too short for the shape of its sort is a line below that, and the name
// stands right above.
func TestShortTimes(t *testing.T) {
	w := wordsIn("en")
	w.AsOf, w.Types = day(t, "2019-12-10"), []Said{{Text: "attack"}}
	events := eventsOf(t, "2010-01-01 First", "2019-11-01/2019-11-09 Shortly before", "2022-01-01 Later")
	events[1].Type = 1
	c := Wide(events, w)
	for _, m := range c.Marks {
		text, _ := strconv.Atoi(m.Texts[0].Y)
		if sign, _ := strconv.Atoi(m.Dots[0].Y); sign-text < nameSize || sign-text > wideLane {
			t.Errorf("the name does not stand right above its shape: %+v", m)
		}
	}
	if m := c.Marks[1]; len(m.Boxes) != 1 || m.Boxes[0].Class != foot || len(m.Dots) != 1 || m.Dots[0].Path != kinds[0] || m.Dots[0].X != m.Texts[0].X || m.Texts[0].DX != px(-dotSize) {
		t.Errorf("the event before the day is %+v", m)
	}
}

// TestUndated: what has no year is named, not counted.
func TestUndated(t *testing.T) {
	c := Wide(eventsOf(t, "2018", "2019", "XXXX-12 Winter"), wordsIn("en"))
	if len(c.Notes) != 1 || c.Notes[0].Text != "undated: <Winter>" {
		t.Errorf("notes %v", c.Notes)
	}
}

// An event of a sort has one mark in a wide chart, and few events have a row each.
func TestWideMarks(t *testing.T) {
	events := eventsOf(t, "2018-06 Month", "2019-05-09 Day", "2020-01-02 To come", "2020-03/2020-12 Long")
	for i := range events {
		events[i].Type = i%2 + 1
	}
	w := wordsIn("en")
	w.AsOf, w.Types = eventsOf(t, "2019-12-10")[0].Date, []Said{{Text: "Attack"}, {Text: "Meeting"}}
	c := Wide(events, w)
	want := []struct {
		boxes int
		dot   Dot
	}{{1, Dot{Class: "kind in", Path: cuts[0]}}, {0, Dot{Class: "kind", Path: kinds[1]}}, {0, Dot{Class: "kind ahead", Path: kinds[0]}}, {1, Dot{Class: "kind", Path: kinds[1]}}}
	rows := map[string]bool{}
	for i, m := range c.Marks {
		if len(m.Boxes) != want[i].boxes || len(m.Dots) != 1 || m.Dots[0].Class != want[i].dot.Class || m.Dots[0].Path != want[i].dot.Path {
			t.Errorf("%s: %+v %+v", events[i].Name, m.Boxes, m.Dots)
		}
		rows[m.Dots[0].Y] = true
	}
	if len(rows) != len(events) {
		t.Errorf("%d events in %d rows", len(events), len(rows))
	}
	for _, k := range c.Key {
		if k.Text == "sign "+Day || k.Text == "sign "+Ahead && (len(k.Dots) != 1 || k.Dots[0].Path != kinds[0]) {
			t.Errorf("the key has a mark that the chart has not: %+v", k)
		}
	}
}

// TestLineStrikesNoText: on charts whose names stand above their shapes the line at the dossier's
// date runs over no text, however wide the screen is, and its name is whole and above the axis.
func TestLineStrikesNoText(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, c := range []*Chart{Tall(eventsOf(t, article...), w), Small(eventsOf(t, article[len(article)-6:]...), w)} {
		least := map[string]int{"tall": narrowest, "small": marginal}[c.Kind]
		for width := least; width < 2*least; width += 20 {
			lines := 0
			for _, l := range c.Lines {
				if l.Class != "asof" {
					continue
				}
				lines++
				for _, m := range c.Marks {
					for _, x := range m.Texts {
						from := measure(t, x.X, width)
						if x.DX != "" {
							from += measure(t, x.DX, width)
						}
						size := float64(textwidth.Pixels(x.Text, tickSize))
						if x.Class != "when" {
							size = float64(x.width())
						}
						if x.Anchor == "end" {
							from -= size
						}
						at, base := measure(t, l.X1, width), measure(t, m.Y, 0)+measure(t, x.Y, 0)
						if from < at && at < from+size && measure(t, l.Y1, 0) < base && base-nameSize/2 < measure(t, l.Y2, 0) {
							t.Errorf("%s, %d pixels: the line at %.0f runs over %q", c.Kind, width, at, x.Text)
						}
					}
				}
			}
			if lines == 0 {
				t.Errorf("%s: no line", c.Kind)
			}
		}
		axis := slices.IndexFunc(c.Lines, func(l Line) bool { return l.Class == "axis" })
		named := slices.IndexFunc(c.Texts, func(x Text) bool { return x.Class == "asof" })
		if x := c.Texts[named]; x.Text != "As of 10\u00a0December 2019" || measure(t, x.Y, 0) > measure(t, c.Lines[axis].Y1, 0) {
			t.Errorf("%s: the line is called %+v", c.Kind, x)
		}
	}
}

// TestCutEndsWithAYear: of what is left behind a cut nothing but the end of a year is
// shown, and called so; phones say every year where these have room.
func TestCutEndsWithAYear(t *testing.T) {
	for _, tt := range []struct {
		draw func([]Event, Words) *Chart
		want string
	}{
		{Wide, "June 2018 2019 2020 2021 end of 2025"},
		{func(e []Event, w Words) *Chart { return forScreens(Tall(e, w), 0)[0].Chart }, "June 2018 2019 2020 end of 2025"},
		{func(e []Event, w Words) *Chart { return forScreens(Tall(e, w), 0)[1].Chart }, "June 2018 2019 2020 end of 2025"},
	} {
		w := wordsIn("en")
		w.AsOf = day(t, "2019-12-10")
		c := tt.draw(eventsOf(t, article...), w)
		var said []string
		for _, x := range c.Texts {
			if x.Class == "" || x.Class == "year" {
				said = append(said, x.Text)
			}
		}
		if got := strings.Join(said, " "); got != tt.want {
			t.Errorf("%s: the axis says %q, want %q", c.Kind, got, tt.want)
		}
	}
}

// TestBarsBreakOff: where the axis breaks off so does a bar, held together by a thread.
func TestBarsBreakOff(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Strip} {
		c := draw(eventsOf(t, article...), w)
		boxes := markOf(t, c, "Plan").Boxes
		boxes = boxes[len(boxes)-3:]
		if cut := c.Boxes[0]; boxes[0].Class != "ahead" || boxes[1].Class != "thread" || boxes[2].Class != "ahead" || boxes[1].X != cut.X || boxes[1].W != cut.W {
			t.Errorf("%s: across the cut %+v the bar is %+v", c.Kind, c.Boxes[0], boxes)
		}
	}
}

// TestSignsAreOneSet: an event has the shape of its sort at every width.
func TestSignsAreOneSet(t *testing.T) {
	w, events := wordsIn("en"), eventsOf(t, "2018-06 Month", "2019-05-09 Day", "2020-01-02 To come", "2020-03/2020-12 Long")
	w.AsOf, w.Types = day(t, "2019-12-10"), []Said{{Text: "Attack"}, {Text: "Meeting"}}
	for i := range events {
		events[i].Type = i%2 + 1
	}
	for i, m := range Tall(events, w).Marks {
		d := m.Dots[len(m.Dots)-1]
		if !strings.HasPrefix(d.Class, "kind") || d.Path != kinds[i%2] && d.Path != cuts[i%2] || strings.Contains(d.Class, "ahead") != (i == 2) {
			t.Errorf("%s is drawn as %+v", events[i].Name, m.Dots)
		}
	}
}

// TestNamesBeginAtTheirShapes: each name of few events begins where its shape does, whatever lies
// behind it, or ends with the chart where it would run out of that; its date stands behind it, or
// before the shape where it has no room there, and no row is higher than another.
func TestNamesBeginAtTheirShapes(t *testing.T) {
	dates := []string{
		"2018-06 First", "2019-02/.. Doubts about some treaty", "2019-04 Meeting of some ministers of foreign affairs, and of many others", "2019-11-28 Summit",
		"2020 Presidency of a country in one of its organisations", "2020-08-09 Anniversary of a victory", "2021/2025 Plan of military cooperation until 2025",
	}
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	events := eventsOf(t, dates...)
	events[1].When = "from February 2019"
	type place struct{ name, stands, date string }
	for _, tt := range []struct {
		chart  *Chart
		screen int
		width  int
		want   []place
	}{
		{Wide(events, w), 0, wideWidth, []place{
			{"First", "shape", "June 2018"}, {"Doubts", "shape", "from February 2019"}, {"Meeting", "shape", "| April 2019"}, {"Summit", "shape", "28\u00a0November 2019"},
			{"Presidency", "end", "| 2020"}, {"Anniversary", "shape", "| 9\u00a0August 2020"}, {"Plan", "end", "| 2021–2025"},
		}},
		{Wide(events, w), 1, ofPage[1], []place{
			{"First", "shape", "June 2018"}, {"Doubts", "shape", "from February 2019"}, {"Meeting", "shape", "April 2019"}, {"Summit", "shape", "28\u00a0November 2019"},
			{"Presidency", "shape", "| 2020"}, {"Anniversary", "shape", "| 9\u00a0August 2020"}, {"Plan", "end", "| 2021–2025"},
		}},
		{Wide(events, w), 2, ofPage[2], []place{
			{"First", "shape", "June 2018"}, {"Doubts", "shape", "from February 2019"}, {"Meeting", "shape", "April 2019"}, {"Summit", "shape", "28\u00a0November 2019"},
			{"Presidency", "shape", "2020"}, {"Anniversary", "shape", "9\u00a0August 2020"}, {"Plan", "end", "| 2021–2025"},
		}},
	} {
		c := forScreens(tt.chart, 0)[tt.screen].Chart
		for i, m := range c.Marks {
			if len(m.Texts) > 2 {
				t.Fatalf("%d: %+v has not one name and one date at most", tt.width, tt.chart.Marks[i])
			}
			x := m.Texts[0]
			r, stands := textRect(t, x, tt.width, nameSize), "elsewhere"
			left := float64(tt.width)
			for _, own := range covered(t, &Chart{Marks: []Mark{{Boxes: m.Boxes, Dots: m.Dots}}}, tt.width, nameSize)[0] {
				left = min(left, own.x0)
			}
			switch {
			case r.x0 > left-1 && r.x0 < left+1:
				stands = "shape"
			case r.x1 > float64(tt.width)-.1 && left+float64(textwidth.Pixels(x.Text, nameSize)) > r.x1:
				stands = "end"
			}
			name, _, _ := strings.Cut(x.Text, " ")
			got := place{name, stands, x.When}
			for _, date := range m.Texts[1:] {
				if r := textRect(t, date, tt.width, tickSize); date.Class == "when" && r.x1 < left && r.x0 >= 0 && date.Y > x.Y {
					got.date += "| " + date.Text
				}
			}
			if got != tt.want[i] {
				t.Errorf("%d: %+v, want %+v", tt.width, got, tt.want[i])
			}
		}
		if last := c.Marks[len(c.Marks)-1].Texts[0].Y; last != px(top(t, c)+(len(events)-1)*2*wideLane) {
			t.Errorf("%d: rows are not alike: the last is at %s", tt.width, last)
		}
	}
}

// top is where the first name of a chart stands.
func top(t *testing.T, c *Chart) int { return int(measure(t, c.Marks[0].Texts[0].Y, 0)) }

// TestSmallChartsHaveDates: behind the names that leave room for them, else beside their shapes.
func TestSmallChartsHaveDates(t *testing.T) {
	c := Small(eventsOf(t, "2018-06 Attack near a town", "2019-03 Seizure of part of some province"), wordsIn("en"))
	if a, b := c.Marks[0].Texts, c.Marks[1].Texts; len(a) != 1 || a[0].When != "June 2018" || len(b) != 2 || b[0].When != "" || b[1].Class != "when" || b[1].Text != "March 2019" || b[1].Anchor != "end" {
		t.Errorf("%+v, %+v", a, b)
	}
}

// The word of a tick just behind the dossier's date begins at its own line: in the middle it
// would stand over that of the date.
func TestTicksBesideTheDate(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	c := Small(eventsOf(t, "2020 Presidency", "2020-05-09 Feast", "2021/2025 Plan"), w)
	line := slices.IndexFunc(c.Lines, func(l Line) bool { return l.Class == "asof" })
	year := slices.IndexFunc(c.Texts, func(x Text) bool { return x.Text == "2020" })
	if line < 0 || year < 0 {
		t.Fatalf("the chart has the lines %v and the words %v", c.Lines, c.Texts)
	}
	if x := c.Texts[year]; x.Anchor != "start" || hundredths(x.X) <= hundredths(c.Lines[line].X1) || !slices.ContainsFunc(c.Lines, func(l Line) bool { return l.Class == "tick" && l.X1 == x.X }) {
		t.Errorf("the year is %+v, with the lines %+v", x, c.Lines)
	}
}

// TestDatesAmongOthers: where events share lanes, dates stand behind the names, whichever side of
// their shapes these are on, but for those that would meet the next event or run out of the chart;
// and no lane is there for them.
func TestDatesAmongOthers(t *testing.T) {
	var dates []string
	for i := range wideRows + 4 {
		dates = append(dates, fmt.Sprintf("%d-%02d Event of some months", 2015+i/4, 1+i%4*3))
	}
	events, w := eventsOf(t, dates...), wordsIn("en")
	draw := func() *Chart { return wide(events, stripLeast, wideMost, lowLane, ofText, w) }
	c := draw()
	dated := map[string]int{}
	for _, m := range c.Marks {
		if m.Texts[0].When != "" {
			dated[m.Texts[0].Anchor]++
		}
	}
	if dated["start"] == 0 || dated["end"] == 0 || dated["start"]+dated["end"] == len(events) {
		t.Errorf("so many have their dates: %v", dated)
	}
	for i := range events {
		events[i].When = ""
	}
	if bare := draw(); bare.Height != c.Height {
		t.Errorf("with dates %s pixels, without %s", c.Height, bare.Height)
	}
	checkChart(t, c, textWidth, nameSize, nil)
}

// TestLow: each event of an article has a row, and its name and date stand beside its shape, after it
// where there is room, or above it.
func TestLow(t *testing.T) {
	c := Low(eventsOf(t, "2018-06 First of all", "2018-11 Second", "2019-02 Third event", "2019-05-01 Fourth", "2019-11 The last but one", "2020-12-31 Last of all of them, whose name is so long that no side has room for it, nor for its date"), wordsIn("en"))
	var got []string
	for _, m := range c.Marks {
		got = append(got, m.Texts[0].Y+" "+m.Texts[0].Anchor+" "+m.Texts[0].When)
	}
	if s := strings.Join(got, "|"); s != "45 start June 2018|63 start November 2018|81 start February 2019|99 start 1\u00a0May 2019|117 start November 2019|135 end " {
		t.Errorf("%q", s)
	}
	checkChart(t, c, textWidth, nameSize, nil)
}
