package chart

import (
	"slices"
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

// Tall is Wide for narrow screens: a row for each event, its shape beside its
// name; nil for too few.
func Tall(events []Event, w Words) *Chart {
	return rows("tall", events, 2, tallMost, narrowest-rowNames, w)
}

// Strip draws the events of an article or of the dossier, if they are many enough for
// a drawing to say more than the list beside it; else it is nil.
func Strip(events []Event, w Words) *Chart {
	return rows("strip", events, stripLeast, stripMost, narrowest-rowNames, w)
}

// Small draws the few events of a section beside its text, with no more than their
// names and a key: the list of what the section names has their dates, and is all
// that who cannot see is told. It is nil when they lie at fewer than two times.
func Small(events []Event, w Words) *Chart {
	spans := spansOf(events, 2, smallMost)
	if spans == nil || !slices.ContainsFunc(spans, func(s span) bool { return s.from != spans[0].from || s.to != spans[0].to }) {
		return nil
	}
	c := rows("small", events, 2, smallMost, marginal-rowNames, w)
	c.Label = ""
	for i := range c.Marks {
		c.Marks[i].Title = ""
	}
	return c
}

// rows draws events in rows one below the other, along an axis of some width; behind it
// names have theirs, which is the same on every screen.
func rows(kind string, events []Event, least, most, width int, w Words) *Chart {
	spans := spansOf(events, least, most)
	if spans == nil {
		return nil
	}
	c := newChart(kind, spans, w)
	a := newAxis(spans, w, whole, placeOf(tipSize, width), func(axis) int { return placeOf(rowCut, width) })
	top := headLine + 6
	if len(a.parts) > 1 {
		top += headLine
	}
	c.cutWords(a, w, width, top-space)
	y := top + space/2
	said := a.asOf == nil
	for _, s := range spans {
		if !said && s.from >= *a.asOf {
			said, y = true, c.rowAsOf(a, w, y)
		}
		m, height := a.row(s, w, width)
		m.Y = px(y)
		c.Marks = append(c.Marks, m)
		y += height
	}
	if !said {
		y = c.rowAsOf(a, w, y)
	}
	c.cutBoxes(a, top, y)
	ticks, texts := a.words(w, width, rowNames, rowGap, 14)
	if kind != "small" {
		if more, roomier := a.words(w, roomy-rowNames, rowNames, rowGap, 14); len(roomier) > len(texts) {
			ticks, texts = more, append(classed(texts, "less"), classed(roomier, "more")...)
		}
	}
	c.scale(a, ticks, texts, top, y)
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

// row is an event's row.
func (a axis) row(s span, w Words, width int) (m Mark, height int) {
	m = w.mark(s)
	lines := textwidth.Wrap(s.event.Name, rowNames-rowName, nameSize, rowLines)
	height = max(rowLeast, len(lines)*rowLine+space)
	from, to := a.ends(s, placeOf(2*space, width), placeOf(4, width))
	a.across(&m, s, from, to, rowLeast/2, placeOf(2*space, width))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a, from, to, width, rowLeast/2)
	}
	m.Boxes = append([]Box{{Class: "hit", H: px(height)}}, m.Boxes...)
	for i, line := range lines {
		m.Texts = append(m.Texts, Text{X: pct(whole), DX: px(rowName), Y: px(rowLeast/2 + nameSize/3 + i*rowLine), Anchor: "start", Text: line})
	}
	return m, height
}

// rowName is where names begin, behind the axis: a day at its end has room.
const rowName = 10

// rowAsOf names the line at the dossier's date in a row of its own, and gives where
// the next one begins.
func (c *Chart) rowAsOf(a axis, w Words, y int) int {
	middle := px(y + rowLeast/2)
	c.Lines = append(c.Lines, Line{Class: "asof", X1: pct(a.at(*a.asOf)), Y1: middle, X2: pct(whole), Y2: middle})
	lines := textwidth.Wrap(w.asOf(), (rowNames-rowName)*10/11, tickSize, rowLines)
	for i, line := range lines {
		c.Texts = append(c.Texts, Text{Class: "asof", Lang: w.AsOfIs.Lang, X: pct(whole), DX: px(rowName), Y: px(y + rowLeast/2 + tickSize/3 + i*rowLine), Anchor: "start", Text: line})
	}
	return y + max(rowLeast, len(lines)*rowLine+space)
}
