package chart

import (
	"slices"
	"strconv"
	"strings"

	"dossier/generator/draw/textwidth"
)

// Measures of charts that have a row for each event, in pixels.
const (
	narrowest  = 284 // a screen of 320
	marginal   = 240 // half of a screen of 560: what stands in the margin of wider ones is below the text there
	roomy      = 348 // a screen of 385
	stripNames = 148 // for names, before the axis: the style sheet leaves them free
	sideNames  = 270 // likewise, on wide screens
	rowLine    = 18
	rowLines   = 4
	rowLeast   = 26 // a finger's target, and a little
	lowLane    = 20 // at the head of a text
	rowGap     = 8  // between the words of two ticks
	rowCut     = 14
)

// How many events charts with rows have: fewer than six a list says as well.
const (
	tallMost   = 80
	sideMost   = 20
	stripLeast = 6
	stripMost  = 20
	smallMost  = 8
)

// design is how a chart with rows is made.
type design struct {
	kind        string
	least, most int // events
	names       int // room for names before the axis; 0 where they stand above their shapes
	width       int // of the axis, at least
	lane        int // height of a row, at least
	undated     bool
}

// Tall is Wide for narrow screens: a row for each event, its shape below its
// name and beside its date; nil for too few.
func Tall(events []Event, w Words) *Chart {
	return design{kind: "tall", least: 2, most: tallMost, width: narrowest, lane: rowLeast}.draw(events, w)
}

// Strip draws the events of an article or of the dossier, if they are many enough for
// a drawing to say more than the list beside it; else it is nil.
func Strip(events []Event, w Words) *Chart { return stripDesign.draw(events, w) }

var stripDesign = design{kind: "strip", least: stripLeast, most: stripMost, names: stripNames, width: narrowest - stripNames, lane: rowLeast, undated: true}

// Low is WideStrip with as little height as can be, for the head of an article.
func Low(events []Event, w Words) *Chart { return inText(lowLane).draw(events, w) }

// WideStrip draws the events of an entity on wide screens, from as many on as Strip; on narrow ones
// the list beside it is shorter.
func WideStrip(events []Event, w Words) *Chart { return inText(rowLeast).draw(events, w) }

// inText is a chart in a column of text.
func inText(lane int) design {
	return design{kind: "wide", least: stripLeast, most: stripMost, names: sideNames, width: textWidth - sideNames, lane: lane}
}

// Small draws the few events of a section beside its text, with no more than their
// names, the dates that have room beside these or their shapes and a key: the list of what the section
// names has all dates, and is all that who cannot see is told. It is nil when they lie at fewer than two times.
func Small(events []Event, w Words) *Chart {
	spans := spansOf(events, 2, smallMost)
	if spans == nil || !slices.ContainsFunc(spans, func(s span) bool { return s.from != spans[0].from || s.to != spans[0].to }) {
		return nil
	}
	c := design{kind: "small", least: 2, most: smallMost, width: marginal, lane: rowLeast, undated: true}.draw(events, w)
	c.Label = ""
	for i := range c.Marks {
		c.Marks[i].Title = ""
	}
	return c
}

// draw draws events in rows one below the other, along an axis.
func (d design) draw(events []Event, w Words) *Chart {
	spans := spansOf(events, d.least, d.most)
	if spans == nil {
		return nil
	}
	c := newChart(d.kind, spans, w)
	c.Side = d.names > 0
	cut := func(axis) int { return placeOf(rowCut, d.width) }
	if d.kind == "wide" {
		cut = w.wideCut
	}
	a := newAxis(spans, w, d.width, cut)
	top := c.head(a, w, d.width, d.names)
	y := top + space/2
	var over []block
	for _, s := range spans {
		m, height, dates := d.row(a, s, w)
		m.Y = px(y)
		c.Marks = append(c.Marks, m)
		if d.kind != "wide" { // where the line crosses at most a date or two, and only on the narrowest screens
			over = append(over, a.struck(dates, d.width, y)...)
		}
		y += height
	}
	c.cutBoxes(a, top, y)
	ticks, texts := a.words(w, d.width, d.names, rowGap, 14)
	if d.kind == "tall" || d.kind == "strip" {
		if more, roomier := a.words(w, roomy-d.names, d.names, rowGap, 14); len(roomier) > len(texts) {
			ticks, texts = more, append(classed(texts, "less"), classed(roomier, "more")...)
		}
	}
	c.scale(a, ticks, texts, top, y)
	c.asOfLine(a, top, y, over...)
	c.Height = px(y)
	return c.keyed(spans, a, w).turned(w).noted(events, w)
}

// classed are texts of one more class.
func classed(texts []Text, class string) []Text {
	for i := range texts {
		texts[i].Class = strings.TrimSpace(texts[i].Class + " " + class)
	}
	return texts
}

// row is an event's row: its shape, with its date beside that, if it is to be dated; and its name
// before the axis, or else above the shape, then with the date behind it where that need not stand
// and has room there alone. What may stand where the line at the dossier's date runs is given, too.
func (d design) row(a axis, s span, w Words) (m Mark, height int, within []Text) {
	m = w.mark(s)
	from, to := a.ends(s, placeOf(2*space, d.width), placeOf(4, d.width))
	at, name := (d.lane-footSize)/2, Text{X: pct(0), Anchor: "start"}
	first, room := at+nameSize/3, d.width
	if d.names > 0 {
		name.DX, room = px(-d.names), d.names-nameGap
	}
	lines := textwidth.Wrap(s.event.Name, room, nameSize, rowLines)
	height = d.lane + (len(lines)-1)*rowLine
	if d.names == 0 {
		first, at = rowLine-2, at+len(lines)*rowLine
		height = at + d.lane/2
	}
	for i, line := range lines {
		name.Y, name.Text = px(first+i*rowLine), line
		m.Texts = append(m.Texts, name)
	}
	if d.names == 0 {
		within = m.Texts
	}
	if when, below := a.dateBeside(s, from, to, at, d.width); !d.undated || d.names == 0 && below == 0 {
		within = append(within, when...)
		m.Texts, height = append(m.Texts, when...), max(height, at+d.lane/2+below)
	} else if last := &m.Texts[len(m.Texts)-1]; d.names == 0 && last.dated(s.event).width() <= d.width {
		*last = last.dated(s.event)
	}
	a.across(&m, s, from, to, at, placeOf(2*space, d.width))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a, from, to, d.width, at)
	}
	m.Boxes = append([]Box{{Class: "hit", H: px(height)}}, m.Boxes...)
	return m, height, within
}

// besideShape is how far from a shape its date stands.
const besideShape = 10

// dateBeside is the date of an event beside its shape, which is at a height, rather on the same side of
// the line at the dossier's date, or where that does not run; or else below it, from where it begins if
// there is room; and how much it takes there.
func (a axis) dateBeside(s span, from, to, at, width int) (texts []Text, below int) {
	when := Text{Class: "when", Lang: s.event.WhenIn, Y: px(at + nameSize/3), Text: s.event.When}
	size := textwidth.Pixels(when.Text, tickSize)
	after, before := when, when
	after.X, after.DX, after.Anchor = pct(to), px(besideShape), "start"
	before.X, before.DX, before.Anchor = pct(from), px(-besideShape), "end"
	first, last := 0, width
	if a.asOf != nil {
		switch line := a.at(*a.asOf); {
		case to <= line:
			last = pixels(line, width)
		case from >= line:
			first = pixels(line, width)
		}
	}
	behind, ahead := pixels(to, width)+besideShape+size, pixels(from, width)-besideShape-size
	switch {
	case behind <= last:
		return []Text{after}, 0
	case ahead >= first:
		return []Text{before}, 0
	case ahead >= 0 && len(a.struck([]Text{before}, width, 0)) == 0:
		return []Text{before}, 0
	case behind <= width:
		return []Text{after}, 0
	case ahead >= 0:
		return []Text{before}, 0
	}
	when.X, when.Anchor = pct(whole), "end"
	if pixels(from, width)+size <= width {
		when.X, when.Anchor = pct(from), "start"
	}
	for i, line := range textwidth.Wrap(s.event.When, width, tickSize, rowLines) {
		when.Y, when.Text = px(at+rowLeast/2+rowLine*i+nameSize-space/2), line
		texts = append(texts, when)
	}
	return texts, len(texts) * rowLine
}

// nameGap is what parts a name from the axis: a day at its beginning has room.
const nameGap = 10

// struck are the heights of those texts of a row at y on which the line at the dossier's date
// would run on some screen: the wider it is the farther the line is from what a text stands at.
func (a axis) struck(texts []Text, width, y int) (out []block) {
	if a.asOf == nil {
		return nil
	}
	for _, t := range texts {
		way, aside, size := a.at(*a.asOf)-hundredths(t.X), 0, t.width()
		if t.Class == "when" {
			size = textwidth.Pixels(t.Text, tickSize)
		}
		if t.DX != "" {
			aside = besideShape
		}
		if t.Anchor == "end" {
			way = -way
		}
		if way > 0 && pixels(way, width) < aside+size+space/2 {
			base, _ := strconv.Atoi(t.Y)
			out = append(out, block{y + base - nameSize, y + base + space/2})
		}
	}
	return out
}
