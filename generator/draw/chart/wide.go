package chart

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// Measures of wide charts, in pixels.
const (
	wideWidth = 640 // narrowest: a printed A4 page
	textWidth = 576 // of one in a column of text, as the style sheet has it
	wideGap   = 20  // between the words of two ticks
	leastCut  = 40  // what stands for a stretch left out, at least
	wideMost  = 80  // events
	headLine  = 18  // of the words above the axis
)

// Wide draws events along an axis, with a row for each of a few; more share lanes, in which their
// names stand beside their shapes. It is nil for too few.
func Wide(events []Event, w Words) *Chart {
	spans := spansOf(events, 2, wideMost)
	if len(spans) <= sideMost {
		return design{kind: "wide", least: 2, most: sideMost, names: sideNames, width: wideWidth - sideNames, lane: rowLeast}.draw(events, w)
	}
	c := newChart("wide", spans, w)
	a := newAxis(spans, w, wideWidth, w.wideCut)
	top := c.head(a, w, wideWidth, 0)
	bottom := c.shared(a, spans, w, top+space)
	c.cutBoxes(a, top, bottom)
	ticks, texts := a.words(w, wideWidth, 0, wideGap, 14)
	c.scale(a, ticks, texts, top, bottom)
	c.asOfLine(a, top, bottom)
	c.Height = px(bottom)
	return c.keyed(spans, a, w).turned(w).noted(events, w)
}

// head says above an axis of a width, or in some room before it, what is left out of it and of which
// date the dossier speaks, and gives the height at which the axis then stands.
func (c *Chart) head(a axis, w Words, width, room int) (top int) {
	top = headLine + 6
	if len(a.parts) > 1 {
		top += headLine
	}
	taken := c.cutWords(a, w, width, top-space)
	if a.asOf != nil {
		top = c.headAsOf(a, w, taken, width, room, top)
	}
	return top
}

// wideLane is the height of a lane that events share.
const wideLane = 22

// shared draws events in lanes that they share, from y on, and gives the height at which these end.
// Dates have the room that is then left.
func (c *Chart) shared(a axis, spans []span, w Words, y int) (bottom int) {
	type placing struct {
		mark       Mark
		name       Text
		lane, over int
		date       block
	}
	room, places := lanes{most: 2 * wideMost}, make([]placing, len(spans))
	for i, s := range spans {
		m, at := a.wideMark(s, w)
		name, blocks := among(nameOf(s.event, a.width), at, a.width)
		n, _ := room.place(blocks...)
		places[i] = placing{m, name, n, len(blocks), dateAmong(s.event, name, blocks, a.width)}
	}
	for i, s := range spans {
		p := &places[i]
		if p.over == 1 && p.date != (block{}) && room.free(p.lane, []block{p.date}) {
			room.taken[p.lane] = append(room.taken[p.lane], p.date)
			p.name = p.name.dated(s.event)
		}
		c.Marks = append(c.Marks, a.placed(p.mark, s, w, p.name, y+p.lane*wideLane, p.over))
	}
	return y + len(room.taken)*wideLane
}

// wideCut is the room for a stretch left out of an axis: that for its words, when it
// is not too much for all of them.
func (w Words) wideCut(a axis) int {
	cuts, size := len(a.cores)-1, leastCut
	for i := range cuts {
		size = max(size, textwidth.Pixels(w.cut(a, i, Text{}).Text, tickSize)+space)
	}
	if size*cuts > a.width/3 {
		size = leastCut
	}
	return placeOf(size, a.width)
}

// headAsOf names the line at the dossier's date on an axis of a width with some room before it, in
// the line of text that ends at a height if there is room beside what is taken, else in one more; and
// gives the height at which the axis then stands.
func (c *Chart) headAsOf(a axis, w Words, taken []block, width, room, top int) int {
	at := a.at(*a.asOf)
	middle := pixels(at, width)
	text := Text{Class: "asof", Lang: w.AsOfIs.Lang, X: pct(at), Text: textwidth.Cut(w.asOf(), (room+width)*10/11, tickSize)}
	size := textwidth.Bold(text.Text, tickSize)
	places := []struct {
		anchor string
		from   int
	}{{"middle", middle - size/2}, {"end", middle - size}, {"start", middle}, {"middle", max(-room, min(middle-size/2, width-size))}}
	for _, more := range []bool{len(taken) == 0, true} {
		for _, p := range places {
			own := block{p.from - space/2, p.from + size + space/2}
			if text.Anchor == "" && p.from >= -room && p.from+size <= width && (more || !slices.ContainsFunc(taken, own.meets)) {
				text.Anchor = p.anchor
				if by := p.from + size/2 - middle; p.anchor == "middle" && by != 0 {
					text.DX = px(by)
				}
				if more {
					top += headLine
				}
			}
		}
	}
	text.Y = px(top - space)
	c.Texts = append(c.Texts, text)
	return top
}

// wideMark starts the mark of an event, and says where its shape is.
func (a axis) wideMark(s span, w Words) (Mark, shape) {
	from, to := a.wideEnds(s)
	at := shape{from: from, to: to}
	switch {
	case s.day():
		at.before, at.after = dotSize, dotSize
	case w.kind(s) > 0 && a.footed(s, from, to, a.width):
		at = shape{(from + to) / 2, (from + to) / 2, dotSize, dotSize}
	case s.start == open:
		at.before = tipSize
	case s.end == open:
		at.after = tipSize
	}
	return w.mark(s), at
}

func (a axis) wideEnds(s span) (from, to int) {
	return a.ends(s, placeOf(6*space, a.width), placeOf(4, a.width))
}

// placed draws an event with its name in one lane from y on, or in two, the name above.
func (a axis) placed(m Mark, s span, w Words, name Text, y, over int) Mark {
	y += wideLane / 2
	name.Y = px(y + nameSize/3)
	if over > 1 {
		y += wideLane - 4 // below what hangs from a shape beside the name
	}
	m.Texts = append(m.Texts, name)
	from, to := a.wideEnds(s)
	a.across(&m, s, from, to, y, placeOf(8*space, a.width))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a, from, to, a.width, y)
	}
	return m
}
