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
	if len(part) != 3 || part[1].Class != "bar" || part[2].Class != "ahead" { // behind the row
		t.Errorf("what the date lies in is drawn as %+v", part)
	}
}

// TestLongTimesDoNotSqueezeTheRest: the axis breaks at every width where nothing
// begins or ends for long, and says when it begins, all but on the smallest screens.
func TestLongTimesDoNotSqueezeTheRest(t *testing.T) {
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, draw := range []func([]Event, Words) *Chart{Wide, Tall, Strip} {
		c := draw(eventsOf(t, article...), w)
		gaps, years := "", ""
		for _, x := range forScreens(c)[1].Texts {
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
// shape, its name and its date in it. Beside an axis names begin at one place.
func TestRowsStandOneBelowTheOther(t *testing.T) {
	events := eventsOf(t, article...)
	w := wordsIn("en")
	w.AsOf = day(t, "2019-12-10")
	for _, c := range []*Chart{Tall(events, w), Wide(events, w), Low(events, w)} {
		free, begin := 0, map[string]bool{}
		for i, m := range c.Marks {
			y, _ := strconv.Atoi(m.Y)
			h, _ := strconv.Atoi(m.Boxes[0].H)
			at, _ := strconv.Atoi(m.Texts[0].Y)
			if m.Href != events[i].Href || m.Boxes[0].Class != "hit" || y < free || at < 0 || at > h || h < lowLane {
				t.Errorf("%s: row %d is %+v", c.Kind, i, m)
			}
			var dates []string
			for _, x := range m.Texts {
				if below, _ := strconv.Atoi(x.Y); x.Class == "when" && below <= h {
					dates = append(dates, x.Text)
				} else if c.Side {
					begin[x.X+" "+x.DX+" "+x.Anchor] = true
				}
			}
			if got := strings.Join(dates, " "); got != events[i].When {
				t.Errorf("%s: row %d says the date %q, want %q", c.Kind, i, got, events[i].When)
			}
			free = y + h
		}
		if c.Side && fmt.Sprint(begin) != "map[0% -270 start:true]" {
			t.Errorf("%s: names begin at %v", c.Kind, begin)
		}
	}
}

// A name that is long has several lines, and its row is as high as these.
func TestLongNames(t *testing.T) {
	dates := strings.Split(strings.Repeat("2019-0%d A name that is so long that no line of the room beside the axis holds it,", stripLeast), ",")[:stripLeast]
	for i := range dates {
		dates[i] = fmt.Sprintf(dates[i], i+1)
	}
	c := Low(eventsOf(t, dates...), wordsIn("en"))
	for _, m := range c.Marks {
		lines := 0
		for _, x := range m.Texts {
			if x.Class == "" {
				lines++
			}
		}
		if lines < 2 || m.Boxes[0].H != px(lines*rowLine+lowLane-rowLine) {
			t.Errorf("%d lines in a row of %s pixels", lines, m.Boxes[0].H)
		}
	}
	checkChart(t, c, textWidth-sideNames, nameSize, dates)
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
	if a, b := c.Key[0], c.Marks[1]; a.Class != "k1" || b.Class != "k1" || a.Lang != "en" || a.Dots[0].Path != kinds[0] || b.Dots[len(b.Dots)-1].Path != kinds[0] || c.Marks[0].Class != "k0" {
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

// TestShortTimes: a time too short for the shape of its sort is a line below that.
func TestShortTimes(t *testing.T) {
	w := wordsIn("en")
	w.AsOf, w.Types = day(t, "2019-12-10"), []Said{{Text: "attack"}}
	events := eventsOf(t, "2010-01-01 First", "2019-11-01/2019-11-09 Shortly before", "2022-01-01 Later")
	events[1].Type = 1
	c := Wide(events, w)
	if m := c.Marks[1]; len(m.Boxes) != 2 || m.Boxes[1].Class != foot || len(m.Dots) != 1 || m.Dots[0].Path != kinds[0] {
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
	events := eventsOf(t, "2018-06/2018-12 Months", "2019-05-09 Day", "2020-01-02 To come", "2020-03/2020-12 Long")
	for i := range events {
		events[i].Type = i%2 + 1
	}
	w := wordsIn("en")
	w.AsOf, w.Types = eventsOf(t, "2019-12-10")[0].Date, []Said{{Text: "Attack"}, {Text: "Meeting"}}
	c := Wide(events, w)
	want := []struct {
		boxes int
		dot   Dot
	}{{2, Dot{Class: "kind in", Path: cuts[0]}}, {1, Dot{Class: "kind", Path: kinds[1]}}, {1, Dot{Class: "kind ahead", Path: kinds[0]}}, {2, Dot{Class: "kind", Path: kinds[1]}}} // a row is a box
	rows := map[string]bool{}
	for i, m := range c.Marks {
		if len(m.Boxes) != want[i].boxes || len(m.Dots) != 1 || m.Dots[0].Class != want[i].dot.Class || m.Dots[0].Path != want[i].dot.Path {
			t.Errorf("%s: %+v %+v", events[i].Name, m.Boxes, m.Dots)
		}
		rows[m.Y] = true
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
		{Wide, "June 2018 2019 2020 end of 2025"},
		{bare.draw, "June 2018 2019 2020 2021 end of 2025"},
		{func(e []Event, w Words) *Chart { return forScreens(Tall(e, w))[0].Chart }, "June 2018 2019 2020 end of 2025"},
		{func(e []Event, w Words) *Chart { return forScreens(Tall(e, w))[1].Chart }, "June 2018 2019 2020 end of 2025"},
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
	w, events := wordsIn("en"), eventsOf(t, "2018-06/2018-12 Months", "2019-05-09 Day", "2020-01-02 To come", "2020-03/2020-12 Long")
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

// TestSmallChartsHaveDates: beside their shapes, or else behind the names that leave room for them.
func TestSmallChartsHaveDates(t *testing.T) {
	events := eventsOf(t, "2018-06/2019-03 Siege", "2018-06 Attack near a town", "2019-03 Seizure of part of some province")
	events[0].When = "nine months"
	c := Small(events, wordsIn("en"))
	for i, want := range []string{"", "start June 2018", "end March 2019"} {
		texts := c.Marks[i].Texts
		if got := texts[len(texts)-1]; want != "" && (texts[0].When != "" || got.Class != "when" || got.Anchor+" "+got.Text != want) || want == "" && (len(texts) != 1 || got.When == "") {
			t.Errorf("%d: %+v, want %s", i, texts, want)
		}
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
	for i := range sideMost + 4 {
		dates = append(dates, fmt.Sprintf("%d-%02d Event of some months", 2015+i/4, 1+i%4*3))
	}
	events, w := eventsOf(t, dates...), wordsIn("en")
	draw := func() *Chart { return Wide(events, w) }
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
	checkChart(t, c, wideWidth, nameSize, nil)
}
