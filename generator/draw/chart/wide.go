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
)

// Wide draws events with their names along an axis; nil for too few.
func Wide(events []Event, w Words) *Chart {
	spans := spansOf(events, 2, wideMost)
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
	c.scale(a, w, wideWidth, wideGap, 14, top, bottom)
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

// crossed reports whether the line at the dossier's date cuts a name that stands behind
// a time and ends at a pixel, or parts the two where the time goes on up to that line.
func (a axis) crossed(to, end int) bool {
	return a.asOf != nil && to <= a.at(*a.asOf) && pixels(a.at(*a.asOf), wideWidth) < end
}

// wideMark places an event's name after its shape, else before it, else
// above it; before or above it, too, where it would cross the line at the dossier's date.
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
	text := Text{Text: name}
	var blocks []block
	before := x0-space-size >= 0
	upTo := a.asOf != nil && to == a.at(*a.asOf) // the time ends at the line
	most := wideWidth                            // where the name ends at most, above the shape
	if upTo {
		most = pixels(to, wideWidth)
	}
	elsewhere := before || upTo && size <= most
	switch {
	case x1+space+size <= wideWidth && !(elsewhere && a.crossed(to, x1+space+size)):
		text.X, text.DX, text.Anchor = pct(to), px(x1-pixels(to, wideWidth)+space), "start"
		blocks = []block{{x0, x1 + space + size + 2*space}}
	case before:
		text.X, text.DX, text.Anchor = pct(from), px(x0-pixels(from, wideWidth)-space), "end"
		blocks = []block{{x0 - space - size, x1 + 2*space}}
	default:
		at := max(0, min(x0, most-size))
		text.X, text.DX, text.Anchor = pct(placeOf(at, wideWidth)), "0", "start"
		blocks = []block{{at, at + size + 2*space}, {x0, x1 + 2*space}}
	}
	lane, _ := room.place(blocks...)
	y := top + lane*wideLane + wideLane/2
	text.Y = px(y + nameSize/3)
	y += (len(blocks) - 1) * (wideLane - 4)
	a.across(&m, s, from, to, y, placeOf(8*space, wideWidth))
	if k := w.kind(s); k > 0 {
		m.shape(k, s, a.ahead(s) && from >= a.at(*a.asOf), from, to, px(y))
	}
	m.Texts = append(m.Texts, text)
	return m
}

// shape draws an event as its sort: a day is its shape; a longer time has it cut out of its
// bar, where that is sure, or on it where it is hollow. A time that is shorter than its
// shape cannot be told from a day.
func (m *Mark) shape(k int, s span, hollow bool, from, to int, y string) {
	d := kindDot(k, pct(from), y, 0)
	switch half := (to - from) / 2; {
	case s.day():
		d.Class = "kind" + strings.TrimPrefix(m.Dots[0].Class, "dot")
		m.Dots = m.Dots[:0]
	case pixels(half, wideWidth) < 2*space || s.start != sure && s.end != sure:
		d.X = pct(from + half)
	case s.start == sure:
		d.DX = px(space)
	default:
		d.X, d.DX = pct(to), px(-space)
	}
	switch {
	case s.day() || hollow:
	case pixels(to-from, wideWidth) >= barSize:
		d.Class, d.Path = "kind in", cuts[k-1]
	case s.start == sure && s.end == sure:
		m.Boxes = nil // its corners would stick out behind the shape
	}
	m.Dots = append(m.Dots, d)
}
