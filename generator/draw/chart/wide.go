package chart

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// Measures of a wide chart, in pixels.
const (
	wideWidth = 640  // narrowest: a printed A4 page
	fullWidth = 1024 // that of a page on a large screen
	wideLane  = 22
	lowLane   = 18 // on paper, where nobody points at names
	wideGap   = 20 // between the words of two ticks
	leastCut  = 40 // what stands for a stretch left out, at least
	wideMost  = 80 // events
	headLine  = 18 // of the words above the axis
	wideRows  = 20 // so many events have a row each
)

// Wide draws events with their names along an axis; nil for too few.
func Wide(events []Event, w Words) *Chart { return wide(events, 2, wideMost, wideLane, wideRows, w) }

// Low is Wide with as little height as can be, for the head of an article: of as
// many events as Strip, whose names stand beside their shapes, several in a lane.
func Low(events []Event, w Words) *Chart { return wide(events, stripLeast, stripMost, lowLane, 0, w) }

// WideStrip draws the events of an entity on wide screens, from as many on as Strip; on narrow ones
// the list beside it is shorter.
func WideStrip(events []Event, w Words) *Chart {
	return wide(events, stripLeast, stripMost, wideLane, wideRows, w)
}

// wide draws so many events at most, in lanes of a height; nil for fewer than the least. Up to
// alone of them have a row each.
func wide(events []Event, least, most, lane, alone int, w Words) *Chart {
	spans := spansOf(events, least, most)
	if spans == nil {
		return nil
	}
	c := newChart("wide", spans, w)
	a := newAxis(spans, w, whole, placeOf(tipSize, wideWidth), w.wideCut)
	top := headLine + 6
	if len(a.parts) > 1 {
		top += headLine
	}
	taken := c.cutWords(a, w, wideWidth, top-space)
	if a.asOf != nil {
		top = c.headAsOf(a, w, taken, wideWidth, 0, top)
	}
	room := lanes{most: 2 * wideMost, height: lane, alone: len(spans) <= alone}
	for _, s := range spans {
		c.Marks = append(c.Marks, wideMark(a, s, w, &room, top+space))
	}
	bottom := top + space + len(room.taken)*lane + (wideLane-lane)/2
	c.cutBoxes(a, top, bottom)
	ticks, texts := a.words(w, wideWidth, 0, wideGap, 14)
	c.scale(a, ticks, texts, top, bottom)
	c.asOfLine(a, top, bottom)
	c.Height = px(bottom)
	return c.keyed(spans, a, w).turned(w).noted(events, w)
}

// wideCut is the room for a stretch left out of an axis: that for its words, when it
// is not too much for all of them.
func (w Words) wideCut(a axis) int {
	cuts, size := len(a.cores)-1, leastCut
	for i := range cuts {
		size = max(size, textwidth.Pixels(w.cut(a, i, Text{}).Text, tickSize)+space)
	}
	if size*cuts > wideWidth/3 {
		size = leastCut
	}
	return placeOf(size, wideWidth)
}

// headAsOf names the line at the dossier's date on an axis of a width, with some room behind
// it, in the line of text that ends at a height if there is room beside what is taken, else in
// one more; and gives the height at which the axis then stands.
func (c *Chart) headAsOf(a axis, w Words, taken []block, width, room, top int) int {
	at := a.at(*a.asOf)
	middle, end := pixels(at, width), width+room
	text := Text{Class: "asof", Lang: w.AsOfIs.Lang, X: pct(at), Text: textwidth.Cut(w.asOf(), end*10/11, tickSize)}
	size := textwidth.Bold(text.Text, tickSize)
	places := []struct {
		anchor string
		from   int
	}{{"middle", middle - size/2}, {"end", middle - size}, {"start", middle}, {"middle", max(0, min(middle-size/2, end-size))}}
	for _, more := range []bool{len(taken) == 0, true} {
		for _, p := range places {
			own := block{p.from - space/2, p.from + size + space/2}
			if text.Anchor == "" && p.from >= 0 && p.from+size <= end && (more || !slices.ContainsFunc(taken, own.meets)) {
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

// wideMark draws an event with its name.
func wideMark(a axis, s span, w Words, room *lanes, top int) Mark {
	from, to := a.ends(s, placeOf(6*space, wideWidth), placeOf(4, wideWidth))
	at := shape{from: from, to: to}
	switch {
	case s.day():
		at.before, at.after = dotSize, dotSize
	case s.start == open:
		at.before = tipSize
	case s.end == open:
		at.after = tipSize
	}
	m, n := w.mark(s), a.naming(s.event.Name, at, room.alone)
	lane, _ := room.place(n.blocks...)
	y := top + lane*room.height + room.height/2
	for i, line := range n.lines {
		n.text.Text, n.text.Y = line, px(y+i*rowLine+nameSize/3)
		m.Texts = append(m.Texts, n.text)
	}
	if len(n.blocks) > 1 {
		y += len(n.lines) * rowLine
	}
	a.across(&m, s, from, to, y, placeOf(8*space, wideWidth))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a, from, to, wideWidth, y)
	}
	return m
}
