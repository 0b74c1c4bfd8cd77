package chart

import (
	"slices"
	"strconv"
	"strings"

	"dossier/generator/draw/textwidth"
)

// Measures of charts that have a row for each event, in pixels.
const (
	narrowest = 284 // a screen of 320
	marginal  = 240 // half of a screen of 560: what stands in the margin of wider ones is below the text there
	roomy     = 348 // a screen of 385
	rowNames  = 156 // of them for names, behind the axis: the style sheet leaves them free
	rowLine   = 18
	rowLines  = 4
	rowLeast  = 26 // a finger's target, and a little
	rowGap    = 8  // between the words of two ticks
	rowCut    = 14
)

// How many events charts with rows have: fewer than six a list says as well.
const (
	tallMost   = 80
	stripLeast = 6
	stripMost  = 20
	smallMost  = 8
)

// Tall is Wide for narrow screens: a row for each event, its shape below its
// name and date; nil for too few.
func Tall(events []Event, w Words) *Chart { return rows("tall", events, 2, tallMost, 0, narrowest, w) }

// Strip draws the events of an article or of the dossier, if they are many enough for
// a drawing to say more than the list beside it; else it is nil.
func Strip(events []Event, w Words) *Chart {
	return rows("strip", events, stripLeast, stripMost, rowNames, narrowest-rowNames, w)
}

// Small draws the few events of a section beside its text, with no more than their
// names, the dates that have room beside these or their shapes and a key: the list of what the section
// names has all dates, and is all that who cannot see is told. It is nil when they lie at fewer than two times.
func Small(events []Event, w Words) *Chart {
	spans := spansOf(events, 2, smallMost)
	if spans == nil || !slices.ContainsFunc(spans, func(s span) bool { return s.from != spans[0].from || s.to != spans[0].to }) {
		return nil
	}
	c := rows("small", events, 2, smallMost, 0, marginal, w)
	c.Label = ""
	for i := range c.Marks {
		c.Marks[i].Title = ""
	}
	return c
}

// rows draws events in rows one below the other, along an axis of some width; behind it
// names have theirs, which is the same on every screen, or stand above their shapes.
func rows(kind string, events []Event, least, most, names, width int, w Words) *Chart {
	spans := spansOf(events, least, most)
	if spans == nil {
		return nil
	}
	c := newChart(kind, spans, w)
	a := newAxis(spans, w, width, func(axis) int { return placeOf(rowCut, width) })
	top := headLine + 6
	if len(a.parts) > 1 {
		top += headLine
	}
	taken := c.cutWords(a, w, width, top-space)
	if a.asOf != nil {
		top = c.headAsOf(a, w, taken, width, names, top)
	}
	y := top + space/2
	var over []block
	for _, s := range spans {
		m, height := a.row(s, w, names, width, kind != "small")
		m.Y = px(y)
		c.Marks = append(c.Marks, m)
		over = append(over, a.struck(m.Texts, names, width, y)...)
		y += height
	}
	c.cutBoxes(a, top, y)
	ticks, texts := a.words(w, width, names, rowGap, 14)
	if kind != "small" {
		if more, roomier := a.words(w, roomy-names, names, rowGap, 14); len(roomier) > len(texts) {
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

// row is an event's row: its shape, and its name behind the axis, or else above the shape,
// then with its date beside that, if it is to be dated, else behind the name, or
// beside the shape, if there is room.
func (a axis) row(s span, w Words, names, width int, dated bool) (m Mark, height int) {
	m = w.mark(s)
	from, to := a.ends(s, placeOf(2*space, width), placeOf(4, width))
	at, name := rowLeast/2, Text{X: pct(whole), DX: px(rowName), Anchor: "start"}
	lines := textwidth.Wrap(s.event.Name, names-rowName, nameSize, rowLines)
	first := at + nameSize/3
	if names == 0 {
		name.X, name.DX = pct(0), ""
		lines, first = textwidth.Wrap(s.event.Name, width, nameSize, rowLines), rowLine-2
		at += len(lines) * rowLine
	}
	height = max(rowLeast, len(lines)*rowLine+space)
	var texts []Text
	for i, line := range lines {
		name.Y, name.Text = px(first+i*rowLine), line
		texts = append(texts, name)
	}
	if names == 0 {
		height = at + rowLeast/2
	}
	if names == 0 {
		last := &texts[len(texts)-1]
		when, below := a.dateBeside(s, from, to, at, width)
		switch {
		case dated:
			texts, height = append(texts, when...), height+below
		case last.dated(s.event).width() <= width:
			*last = last.dated(s.event)
		case below == 0:
			texts = append(texts, when...)
		}
	}
	a.across(&m, s, from, to, at, placeOf(2*space, width))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a, from, to, width, at)
	}
	m.Boxes = append([]Box{{Class: "hit", H: px(height)}}, m.Boxes...)
	m.Texts = texts
	return m, height
}

// besideShape is how far from a shape its date stands.
const besideShape = 10

// dateBeside is the date of an event beside its shape, which is at a height, rather where the
// line at the dossier's date does not run; or else below it, from where it begins if there is room; and
// how much it takes there.
func (a axis) dateBeside(s span, from, to, at, width int) (texts []Text, below int) {
	when := Text{Class: "when", Lang: s.event.WhenIn, Y: px(at + nameSize/3), Text: s.event.When}
	size := textwidth.Pixels(when.Text, tickSize)
	after, before := when, when
	after.X, after.DX, after.Anchor = pct(to), px(besideShape), "start"
	before.X, before.DX, before.Anchor = pct(from), px(-besideShape), "end"
	var free []Text
	if pixels(to, width)+besideShape+size <= width {
		free = append(free, after)
	}
	if pixels(from, width)-besideShape-size >= 0 {
		free = append(free, before)
	}
	for _, t := range free {
		if len(a.struck([]Text{t}, 0, width, 0)) == 0 {
			return []Text{t}, 0
		}
	}
	if len(free) > 0 {
		return free[:1], 0
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

// rowName is where names begin, behind the axis: a day at its end has room.
const rowName = 10

// struck are the heights of those texts of a row at y on which the line at the dossier's date
// would run on some screen: the wider it is the farther the line is from what a text stands at.
// There are none where names have room of their own.
func (a axis) struck(texts []Text, names, width, y int) (out []block) {
	if a.asOf == nil || names > 0 {
		return nil
	}
	for _, t := range texts {
		way, aside := a.at(*a.asOf)-hundredths(t.X), 0
		if t.DX != "" {
			aside = besideShape
		}
		if t.Anchor == "end" {
			way = -way
		}
		if way > 0 && pixels(way, width) < aside+t.width()+space/2 {
			base, _ := strconv.Atoi(t.Y)
			out = append(out, block{y + base - nameSize, y + base + space/2})
		}
	}
	return out
}
