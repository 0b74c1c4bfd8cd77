package chart

import (
	"slices"
	"strings"

	"dossier/generator/draw/textwidth"
)

// Measures of a wide chart, in pixels.
const (
	wideWidth = 640 // narrowest: a printed A4 page
	wideLane  = 26
	wideGap   = 20 // between the words of two ticks
	leastCut  = 40 // what stands for a stretch left out, at least
	wideMost  = 80 // events
	headLine  = 18 // of the words above the axis
	wideRows  = 20 // so many events have a row each
	wideLines = 2  // of a name above its shape
)

// Wide draws events with their names along an axis; nil for too few.
func Wide(events []Event, w Words) *Chart { return wide(events, 2, wideMost, w) }

// WideStrip is Strip for wide screens: names stand beside their shapes.
func WideStrip(events []Event, w Words) *Chart { return wide(events, stripLeast, stripMost, w) }

// wide draws so many events at most; nil for fewer than the least.
func wide(events []Event, least, most int, w Words) *Chart {
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
		top = c.wideAsOf(a, w, taken, top)
	}
	room := lanes{most: 2 * wideMost, alone: len(spans) <= wideRows}
	for _, s := range spans {
		c.Marks = append(c.Marks, wideMark(a, s, w, &room, top+space))
	}
	bottom := top + space + len(room.taken)*wideLane
	c.cutBoxes(a, top, bottom)
	ticks, texts := a.words(w, wideWidth, 0, wideGap, 14)
	c.scale(a, ticks, texts, top, bottom)
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

// wideAsOf names the line at the dossier's date, in the line of text that ends at
// a height if there is room beside what is taken, else in one more; and gives the
// height at which the axis then stands.
func (c *Chart) wideAsOf(a axis, w Words, taken []block, top int) int {
	at := a.at(*a.asOf)
	middle := pixels(at, wideWidth)
	text := Text{Class: "asof", Lang: w.AsOfIs.Lang, X: pct(at), Text: textwidth.Cut(w.asOf(), max(middle, wideWidth-middle), tickSize)}
	size := textwidth.Bold(text.Text, tickSize)
	places := []struct {
		anchor string
		from   int
	}{{"middle", middle - size/2}, {"end", middle - size}, {"start", middle}}
	for _, more := range []bool{len(taken) == 0, true} {
		for _, p := range places {
			own := block{p.from - space/2, p.from + size + space/2}
			if text.Anchor == "" && p.from >= 0 && p.from+size <= wideWidth && (more || !slices.ContainsFunc(taken, own.meets)) {
				text.Anchor = p.anchor
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

// sides are where the name of an event stands, in pixels: on the side of the line at the
// dossier's date that its time is on, for a name would make a hole in that line.
func (a axis) sides(from, to int) block {
	all := block{0, wideWidth}
	if a.asOf == nil {
		return all
	}
	switch at := a.at(*a.asOf); {
	case to <= at:
		all.to = pixels(at, wideWidth) - space/2
	case from >= at:
		all.from = pixels(at, wideWidth) + space/2
	}
	return all
}

// wideMark places an event's name after its shape, else before it, else above it: on its
// side of the line at the dossier's date, where it has room there, above it in two lines.
func wideMark(a axis, s span, w Words, room *lanes, top int) Mark {
	from, to := a.ends(s, placeOf(6*space, wideWidth), placeOf(4, wideWidth))
	x0, x1 := pixels(from, wideWidth), pixels(to, wideWidth)
	switch {
	case s.day():
		x0, x1 = x0-dotSize, x1+dotSize
	case s.start == open:
		x0 -= tipSize
	case s.end == open:
		x1 += tipSize
	}
	m := w.mark(s)
	name := textwidth.Cut(s.event.Name, wideWidth-4*space, nameSize)
	size := textwidth.Pixels(name, nameSize)
	lines, text := []string{name}, Text{}
	var blocks []block
	for _, within := range []block{a.sides(from, to), {0, wideWidth}} {
		switch wrapped := textwidth.Wrap(name, within.to-within.from, nameSize, wideLines); {
		case x1+space >= within.from && x1+space+size <= within.to:
			text = Text{X: pct(to), DX: px(x1 - pixels(to, wideWidth) + space), Anchor: "start"}
			blocks = []block{{x0, x1 + space + size + 2*space}}
		case x0-space-size >= within.from && x0-space <= within.to:
			text = Text{X: pct(from), DX: px(x0 - pixels(from, wideWidth) - space), Anchor: "end"}
			blocks = []block{{x0 - space - size, x1 + 2*space}}
		case strings.Join(wrapped, " ") == name:
			lines, size = wrapped, 0
			for _, line := range lines {
				size = max(size, textwidth.Pixels(line, nameSize))
			}
			at := max(within.from, x0)
			text = Text{X: pct(placeOf(at, wideWidth)), DX: "0", Anchor: "start"}
			if at+size > within.to {
				at = within.to - size
				text.X, text.Anchor = pct(placeOf(within.to, wideWidth)), "end"
			}
			blocks = append(slices.Repeat([]block{{at, at + size + 2*space}}, len(lines)), block{x0, x1 + 2*space})
		}
		if blocks != nil {
			break
		}
	}
	lane, _ := room.place(blocks...)
	y := top + lane*wideLane + wideLane/2
	for i, line := range lines {
		text.Text, text.Y = line, px(y+i*rowLine+nameSize/3)
		m.Texts = append(m.Texts, text)
	}
	if len(blocks) > 1 {
		y += (len(lines)-1)*rowLine + wideLane - 4
	}
	a.across(&m, s, from, to, y, placeOf(8*space, wideWidth))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a.ahead(s) && from >= a.at(*a.asOf), from, to, wideWidth, px(y))
	}
	return m
}
