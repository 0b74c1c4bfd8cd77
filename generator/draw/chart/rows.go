package chart

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// Measures of charts that have a row for each event, in pixels.
const (
	narrowest = 284 // a screen of 320
	marginal  = 240 // the margin column
	rowLine   = 18
	rowLines  = 4
	rowLeast  = 26 // a finger's target, and a little
	rowGap    = 8  // between the words of two ticks
	rowCut    = 14
)

// rowAxis is the part of the chart that the axis takes, as in whole.
const rowAxis = 4200

// How many events charts with rows have: fewer than six a list says as well.
const (
	tallMost   = 80
	stripLeast = 6
	stripMost  = 20
	smallMost  = 8
)

// Tall is Wide for narrow screens: a row for each event, its shape beside its
// name; nil for too few.
func Tall(events []Event, w Words) *Chart { return rows("tall", events, 2, tallMost, narrowest, w) }

// Strip draws the events of an article or an entity, if they are many enough for
// a drawing to say more than the list beside it; else it is nil.
func Strip(events []Event, w Words) *Chart {
	return rows("strip", events, stripLeast, stripMost, narrowest, w)
}

// Small draws the few events of a section in its margin, with no more than their
// names and the colours of their sorts: the list below it has their dates, and is all that who cannot see is told.
// It is nil when they lie at fewer than two times.
func Small(events []Event, w Words) *Chart {
	w.plain = true
	spans := spansOf(events, 2, smallMost)
	if spans == nil || !slices.ContainsFunc(spans, func(s span) bool { return s.from != spans[0].from || s.to != spans[0].to }) {
		return nil
	}
	c := rows("small", events, 2, smallMost, marginal, w)
	c.Key, c.Label = nil, ""
	for i := range c.Marks {
		c.Marks[i].Title = ""
	}
	return c
}

// rows draws events in rows one below the other.
func rows(kind string, events []Event, least, most, width int, w Words) *Chart {
	spans := spansOf(events, least, most)
	if spans == nil {
		return nil
	}
	c := newChart(kind, spans, w)
	a := newAxis(spans, w, rowAxis, placeOf(tipSize, width), func(axis) int { return placeOf(rowCut, width) })
	top := headLine + 6
	if len(a.parts) > 1 {
		top += headLine
	}
	c.cutWords(a, w, width, top-space)
	y := top + space/2
	said := a.asOf == nil
	for _, s := range spans {
		if !said && s.from >= *a.asOf {
			said, y = true, c.rowAsOf(a, w, width, y)
		}
		m, height := a.row(s, w, width)
		m.Y = px(y)
		c.Marks = append(c.Marks, m)
		y += height
	}
	if !said {
		y = c.rowAsOf(a, w, width, y)
	}
	c.cutBoxes(a, top, y)
	c.scale(a, w, width, rowGap, 14, top, y)
	c.Height = px(y)
	return c.keyed(spans, a, w).turned(w).noted(events, w)
}

// row is an event's row.
func (a axis) row(s span, w Words, width int) (m Mark, height int) {
	m = w.mark(s)
	sort := w.room(s)
	lines := textwidth.Wrap(s.event.Name, rowText(width)-sort, nameSize, rowLines)
	height = max(rowLeast, len(lines)*rowLine+space)
	from, to := a.ends(s, placeOf(2*space, width), placeOf(4, width))
	m.Boxes = append(m.Boxes, Box{Class: "hit", X: "0%", Y: "0", W: "100%", H: px(height)})
	a.across(&m, s, from, to, rowLeast/2, placeOf(2*space, width))
	if k := w.kind(s); k > 0 && !w.plain {
		m.Dots = append(m.Dots, kindDot(k, pct(rowAxis), px(rowLeast/2), rowName+6))
	}
	for i, line := range lines {
		m.Texts = append(m.Texts, Text{X: pct(rowAxis), DX: px(rowName + sort), Y: px(rowLeast/2 + nameSize/3 + i*rowLine), Anchor: "start", Text: line})
	}
	return m, height
}

// rowName is where names begin, behind the axis: a day at its end has room.
const rowName = 10

// rowText is the room for names.
func rowText(width int) int { return width - pixels(rowAxis, width) - rowName }

// rowAsOf names the line at the dossier's date in a row of its own, and gives where
// the next one begins.
func (c *Chart) rowAsOf(a axis, w Words, width, y int) int {
	middle := px(y + rowLeast/2)
	c.Lines = append(c.Lines, Line{Class: "asof", X1: pct(a.at(*a.asOf)), Y1: middle, X2: pct(rowAxis + placeOf(rowName-6, width)), Y2: middle})
	lines := textwidth.Wrap(w.asOf(), rowText(width)*10/11, tickSize, rowLines)
	for i, line := range lines {
		c.Texts = append(c.Texts, Text{Class: "asof", Lang: w.AsOfIs.Lang, X: pct(rowAxis), DX: px(rowName), Y: px(y + rowLeast/2 + tickSize/3 + i*rowLine), Anchor: "start", Text: line})
	}
	return y + max(rowLeast, len(lines)*rowLine+space)
}
