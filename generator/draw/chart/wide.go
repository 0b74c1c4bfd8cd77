package chart

import "dossier/generator/draw/textwidth"

// Wide draws events with their names along a horizontal axis; nil for too few.
func Wide(events []Event, w Words) *Chart {
	spans := spansOf(events)
	if spans == nil {
		return nil
	}
	c := newChart("wide", spans, w)
	a := newAxis(spans, whole, placeOf(12*space, wideWidth), roomyRatio)
	top := 24
	if len(a.parts) > 1 {
		top += 18
	}
	room := lanes{most: 2 * maxDrawn}
	for _, s := range spans {
		c.Marks = append(c.Marks, wideMark(a, s, w, &room, top+space))
	}
	bottom := top + space + len(room.taken)*wideLane
	for i, g := range a.gaps() {
		c.Boxes = append(c.Boxes, Box{Class: "cut", X: pct(g.from), Y: px(top), W: pct(g.to - g.from), H: px(bottom - top)})
		c.Texts = append(c.Texts, w.cut(a, i, Text{X: pct((g.from + g.to) / 2), Y: px(top - space), Anchor: "middle"}))
	}
	c.scale(a, w, wideWidth, top, 14, top, bottom)
	c.Height = px(bottom)
	return c.turned(w).note(len(events), w)
}

// wideMark places an event's name after its shape, else before it, else
// above it.
func wideMark(a axis, s span, w Words, room *lanes, top int) Mark {
	from, to := a.ends(s, placeOf(6*space, wideWidth), placeOf(4, wideWidth))
	if s.day() {
		from, to = from+(to-from)/2, from+(to-from)/2
	}
	x0, x1 := pixels(from, wideWidth), pixels(to, wideWidth)
	if s.day() {
		x0, x1 = x0-dotSize, x1+dotSize
	}
	m := w.mark(s)
	name := textwidth.Cut(s.event.Name, wideWidth-4*space, nameSize)
	size := textwidth.Pixels(name, nameSize)
	text := Text{Text: name}
	var blocks []block
	switch {
	case x1+space+size <= wideWidth:
		text.X, text.DX, text.Anchor = pct(to), px(x1-pixels(to, wideWidth)+space), "start"
		blocks = []block{{x0, x1 + space + size + 2*space}}
	case x0-space-size >= 0:
		text.X, text.DX, text.Anchor = pct(from), px(x0-pixels(from, wideWidth)-space), "end"
		blocks = []block{{x0 - space - size, x1 + 2*space}}
	default:
		at := max(0, min(x0, wideWidth-size))
		text.X, text.Anchor = pct(placeOf(at, wideWidth)), "start"
		blocks = []block{{at, at + size + 2*space}, {x0, x1 + 2*space}}
	}
	lane, _ := room.place(blocks...)
	y := top + lane*wideLane + wideLane/2
	text.Y = px(y + nameSize/3)
	across(&m, s, from, to, y+(len(blocks)-1)*(wideLane-4), placeOf(8*space, wideWidth))
	m.Texts = append(m.Texts, text)
	return m
}
