package chart

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// Measures of a wide chart, in pixels.
const (
	wideWidth = 640 // narrowest: a printed A4 page
	textWidth = 576 // of one in a column of text, as the style sheet has it
	wideLane  = 22
	lowLane   = 18 // at the head of a text, where names stand beside their shapes
	wideGap   = 20 // between the words of two ticks
	leastCut  = 40 // what stands for a stretch left out, at least
	wideMost  = 80 // events
	headLine  = 18 // of the words above the axis
	wideRows  = 20 // so many events have a row each
)

// The widths on which names are placed: of a chart that is as wide as its page on paper, on a screen
// from 816 and on one from 1024 on, which the style sheet of the timeline knows; and of one in text.
var (
	ofPage = []int{wideWidth, 750, 920}
	ofText = []int{textWidth}
)

// screens are the classes of what is for the first of the widths of a page alone, and so on.
var screens = [...]string{"less", "more", "most"}

// Wide draws events with their names along an axis; nil for too few.
func Wide(events []Event, w Words) *Chart { return wide(events, 2, wideMost, wideLane, ofPage, w) }

// Low is Wide with as little height as can be, for the head of an article: of as
// many events as Strip, whose names stand beside their shapes.
func Low(events []Event, w Words) *Chart {
	return wide(events, stripLeast, stripMost, lowLane, ofText, w)
}

// WideStrip draws the events of an entity on wide screens, from as many on as Strip; on narrow ones
// the list beside it is shorter.
func WideStrip(events []Event, w Words) *Chart {
	return wide(events, stripLeast, stripMost, wideLane, ofText, w)
}

// wide draws so many events at most, in lanes of a height; nil for fewer than the least. Names above
// their shapes have from each of the widths on the room that there is then. In low lanes, and of
// many events, they stand beside them.
func wide(events []Event, least, most, lane int, widths []int, w Words) *Chart {
	spans := spansOf(events, least, most)
	if spans == nil {
		return nil
	}
	c := newChart("wide", spans, w)
	width := widths[0]
	a := newAxis(spans, w, width, w.wideCut)
	top := headLine + 6
	if len(a.parts) > 1 {
		top += headLine
	}
	taken := c.cutWords(a, w, width, top-space)
	if a.asOf != nil {
		top = c.headAsOf(a, w, taken, width, 0, top)
	}
	bottom := top + space
	if len(spans) > wideRows {
		bottom = c.shared(a, spans, w, bottom, lane)
	} else {
		bottom = c.apart(a, spans, w, bottom, lane, widths)
	}
	c.cutBoxes(a, top, bottom)
	ticks, texts := a.words(w, width, 0, wideGap, 14)
	c.scale(a, ticks, texts, top, bottom)
	c.asOfLine(a, top, bottom)
	c.Height = px(bottom)
	return c.keyed(spans, a, w).turned(w).noted(events, w)
}

// apart draws events in rows of their own, of one lane or two, from y on, and gives the height at which
// these end.
func (c *Chart) apart(a axis, spans []span, w Words, y, lane int, widths []int) (bottom int) {
	for _, s := range spans {
		m, at := a.wideMark(s, w)
		names, over := onScreens(s.event, at, widths), 2
		if lane == lowLane {
			if n, ok := beside(s.event, at, a.width); ok {
				names, over = []naming{n}, 1
			}
		}
		c.Marks = append(c.Marks, a.placed(m, s, w, names, y, lane, over))
		y += over * lane
	}
	return y + (wideLane-lane)/2
}

// shared draws events in lanes of a height, which they share, from y on, and gives the height at
// which these end. Dates have the room that is then left.
func (c *Chart) shared(a axis, spans []span, w Words, y, lane int) (bottom int) {
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
		c.Marks = append(c.Marks, a.placed(p.mark, s, w, []naming{{name: p.name}}, y+p.lane*lane, lane, p.over))
	}
	return y + len(room.taken)*lane + (wideLane-lane)/2
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

// onScreens are the places of an event's name on charts of some widths: one where it is the same on
// all, else each with the classes of the screens that have it.
func onScreens(e *Event, at shape, widths []int) (out []naming) {
	var on []string
	for i, width := range widths {
		n := above(e, at, width)
		if last := len(out) - 1; last >= 0 && out[last] == n {
			on[last] += " " + screens[i]
			continue
		}
		out, on = append(out, n), append(on, screens[i])
	}
	if len(out) > 1 {
		for i := range out {
			n := &out[i]
			n.name.Class, n.date.Class = on[i], n.date.Class+" "+on[i]
		}
	}
	return out
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

// placed draws an event with its name, which is given for each screen if it differs there, in one lane
// from y on, or in two, the name above.
func (a axis) placed(m Mark, s span, w Words, names []naming, y, lane, over int) Mark {
	y += lane / 2
	base := y + nameSize/3
	if over > 1 {
		y += min(lane-2, wideLane-4) // below what hangs from a shape beside the name
	}
	for _, n := range names {
		n.name.Y, n.date.Y = px(base), px(y+nameSize/3)
		m.Texts = append(m.Texts, n.name)
		if n.date.Text != "" {
			m.Texts = append(m.Texts, n.date)
		}
	}
	from, to := a.wideEnds(s)
	a.across(&m, s, from, to, y, placeOf(8*space, a.width))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a, from, to, a.width, y)
	}
	return m
}
