package chart

// Strip draws events without names, small, along a horizontal axis with the
// lanes above it; nil for too few.
func Strip(events []Event, w Words) *Chart {
	spans := spansOf(events)
	if spans == nil {
		return nil
	}
	c := newChart("strip", spans, w)
	a := newAxis(spans, whole, placeOf(3*space, stripWidth), narrowRatio)
	room := lanes{most: stripLanes}
	type placed struct {
		span
		from, to, lane int
	}
	list := make([]placed, 0, len(spans))
	for _, s := range spans {
		from, to := a.ends(s, placeOf(2*space, stripWidth), placeOf(4, stripWidth))
		x0, x1 := target(from, to)
		if lane, ok := room.place(block{x0, x1}); ok {
			list = append(list, placed{s, from, to, lane})
		}
	}
	bottom := len(room.taken)*stripLane + space
	c.Marks = make([]Mark, 0, len(list))
	for _, p := range list {
		m := w.mark(p.span)
		x0, x1 := target(p.from, p.to)
		y := bottom - space - (p.lane+1)*stripLane
		m.Boxes = append(m.Boxes, Box{Class: "hit", X: pct(max(0, placeOf(x0, stripWidth))), Y: px(y), W: pct(placeOf(x1-x0, stripWidth)), H: px(stripLane)})
		across(&m, p.span, p.from, p.to, y+stripLane/2, placeOf(2*space, stripWidth))
		c.Marks = append(c.Marks, m)
	}
	for _, g := range a.gaps() {
		c.Texts = append(c.Texts, Text{Class: "gap", X: pct((g.from + g.to) / 2), Y: px(bottom + tickSize/3), Anchor: "middle", Text: "⋯"})
	}
	c.scale(a, w, stripWidth, bottom, bottom+18, bottom, bottom+4)
	c.Height = px(bottom + 24)
	return c.turned(w).note(len(events), w)
}

// target is what can be pointed at for a bar of a strip, in pixels, within
// the strip.
func target(from, to int) (x0, x1 int) {
	x0, x1 = pixels(from, stripWidth), min(pixels(to, stripWidth)+1, stripWidth)
	if missing := stripLane - (x1 - x0); missing > 0 {
		x0 = min(max(0, x0-missing/2), stripWidth-stripLane)
		x1 = x0 + stripLane
	}
	return x0, x1
}
