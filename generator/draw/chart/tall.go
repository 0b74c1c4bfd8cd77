package chart

import (
	"cmp"
	"slices"

	"dossier/generator/draw/textwidth"
)

// Measures of a chart whose time runs down, in pixels.
const (
	tallWidth  = 300 // narrowest: a screen of 320 with a little of its margin
	tallName   = 14
	tallLine   = 18
	tallLane   = 12
	tallBar    = 8
	tallCut    = 36
	leastName  = 120 // room for a name
	nameLines  = 3
	leastLanes = 4
	gutter     = 18 // between lanes and names
	mostTick   = 72
	tallLeast  = 260
	tallMargin = 12 // above and below the axis
)

// tallMark is an event on its way onto a tall chart.
type tallMark struct {
	span
	from, to int // of its shape
	anchor   int // where its name would best stand
	lane     int
	lines    []string
}

// Tall draws events with their names along a vertical axis; nil for too few.
func Tall(events []Event, w Words) *Chart {
	spans := spansOf(events)
	if spans == nil {
		return nil
	}
	c := newChart("tall", spans, w)
	length := 0
	for _, s := range spans {
		length += len(textwidth.Wrap(s.event.Name, leastName, tallName, nameLines))*tallLine + space
	}
	a := newAxis(spans, max(length, tallLeast), tallCut, narrowRatio)
	column, bottom := c.tallScale(a, w)
	marks, used := tallPlaces(a, spans, max(leastLanes, (tallWidth-column-space-tallLane-gutter-leastName)/tallLane))
	x := column + space + tallLane
	c.Height = px(max(bottom, c.tallMarks(marks, w, x, x+used*tallLane+gutter)) + tallMargin)
	return c.turned(w).note(len(events), w)
}

// tallPlaces gives each event its shape's place and lane, without those that
// have no lane, in the order in which their names will stand. used is how many
// lanes there are.
func tallPlaces(a axis, spans []span, most int) (marks []tallMark, used int) {
	room := lanes{most: most}
	for _, s := range spans {
		m := tallMark{span: s}
		m.from, m.to = a.ends(s, 2*space, 4)
		m.anchor = min(m.from+tallBar/2, (m.from+m.to)/2)
		taken := block{m.from, m.to + 3}
		if s.day() {
			middle := (m.from + m.to) / 2
			m.from, m.to, m.anchor = middle, middle, middle
			taken = block{middle - dotSize, middle + dotSize + 2}
		}
		if s.start == open || s.start == unknown {
			m.anchor = m.to - tallBar/2
		}
		var ok bool
		if m.lane, ok = room.place(taken); ok {
			marks = append(marks, m)
		}
	}
	slices.SortStableFunc(marks, func(a, b tallMark) int { return cmp.Compare(a.anchor, b.anchor) })
	return marks, len(room.taken)
}

// tallMarks draws the marks with their lanes from x on and their names from
// nameX on, and gives the height that they need.
func (c *Chart) tallMarks(marks []tallMark, w Words, x, nameX int) int {
	var wish, height []int
	for i := range marks {
		m := &marks[i]
		m.lines = textwidth.Wrap(m.event.Name, tallWidth-nameX, tallName, nameLines)
		h := len(m.lines)*tallLine + space
		wish, height = append(wish, tallMargin+m.anchor-h/2), append(height, h)
	}
	tops, bottom := apart(wish, height), 0
	for i, p := range marks {
		m := w.mark(p.span)
		at, top := x+p.lane*tallLane, tops[i]+space/2
		if p.day() {
			m.Dots = append(m.Dots, Dot{Class: dotClass(p.span), X: px(at), Y: px(tallMargin + p.from)})
		} else {
			for _, q := range pieces(p.span, p.from, p.to, 3*space) {
				m.Boxes = append(m.Boxes, Box{Class: q.class, X: px(at - tallBar/2), Y: px(tallMargin + q.from), W: px(tallBar), H: px(q.to - q.from)})
			}
		}
		y, bend := px(tallMargin+p.anchor), px(nameX-gutter)
		c.Lines = append(c.Lines, Line{Class: "leader", X1: px(at), Y1: y, X2: bend, Y2: y},
			Line{Class: "leader", X1: bend, Y1: y, X2: px(nameX - 4), Y2: px(top + tallLine/2)})
		for n, line := range p.lines {
			m.Texts = append(m.Texts, Text{X: px(nameX), Y: px(top + n*tallLine + tallLine - 5), Anchor: "start", Text: line})
		}
		bottom = max(bottom, tops[i]+height[i])
		c.Marks = append(c.Marks, m)
	}
	return bottom
}

// tallScale draws the axis, and gives the width of the column of its words
// and where it ends.
func (c *Chart) tallScale(a axis, w Words) (column, bottom int) {
	var words [][]string
	ticks := a.ticks(w, func(ticks []tick) bool {
		words = nil
		free := 0
		for _, t := range ticks {
			if t.at < free {
				return false
			}
			lines := textwidth.Wrap(t.text, mostTick, tickSize, 2)
			words, free = append(words, lines), t.at+len(lines)*(tickSize+2)+6
		}
		return true
	})
	for i, lines := range words {
		for _, line := range lines {
			column = max(column, ticks[i].width(line))
		}
	}
	for i := range a.gaps() {
		column = max(column, textwidth.Pixels(w.cut(a, i, Text{}).Text, tickSize))
	}
	for i, t := range ticks {
		y := tallMargin + t.at
		if !t.loose {
			c.Lines = append(c.Lines, Line{Class: "tick", X1: px(column + 4), Y1: px(y), X2: px(column + space), Y2: px(y)})
		}
		for n, line := range words[i] {
			text := Text{X: px(column), Y: px(y + tickSize/3 + n*(tickSize+2)), Anchor: "end", Text: line}
			if t.year {
				text.Class = "year"
			}
			c.Texts = append(c.Texts, text)
		}
	}
	begin := 0
	for i, g := range append(a.gaps(), period{a.length, a.length}) {
		c.Lines = append(c.Lines, Line{Class: "axis", X1: px(column + space), Y1: px(tallMargin + begin), X2: px(column + space), Y2: px(tallMargin + g.from)})
		if begin = g.to; g.to > g.from {
			c.Boxes = append(c.Boxes, Box{Class: "cut", X: "0", Y: px(tallMargin + g.from), W: px(column + space), H: px(a.cut)})
			c.Texts = append(c.Texts, w.cut(a, i, Text{X: px(column), Y: px(tallMargin + (g.from+g.to)/2 + tickSize/3), Anchor: "end"}))
		}
	}
	return column, tallMargin + a.length
}
