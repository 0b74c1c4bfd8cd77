package emit

import (
	"strconv"
	"strings"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// whole is the length of a horizontal axis, in hundredths of a per cent.
const whole = 10000

// Measures in pixels. Sizes of text are those of the style sheet. A
// horizontal chart has room for its names from its narrowest width up.
const (
	wideWidth  = 640 // narrowest: a printed A4 page
	stripWidth = 284 // narrowest: a screen of 320
	nameSize   = 13
	tickSize   = 12
	wideLane   = 26
	stripLane  = 24 // a finger's target
	stripLanes = 4
	dotSize    = 5
	barSize    = 10
	space      = 8 // between a shape and its name, and between neighbours
)

// pct writes a place along a horizontal axis.
func pct(at int) string {
	s := strconv.Itoa(at / 100)
	if f := at % 100; f != 0 {
		s += strings.TrimRight("."+string(rune('0'+f/10))+string(rune('0'+f%10)), "0")
	}
	return s + "%"
}

func px(n int) string { return strconv.Itoa(n) }

// pixels is a place on a horizontal axis at the chart's narrowest.
func pixels(at, width int) int { return at * width / whole }

// placeOf is the inverse of pixels.
func placeOf(pixels, width int) int { return pixels * whole / width }

// piece is a part of an event's bar.
type piece struct {
	class    string
	from, to int
}

// ends are the ends of an event's bar on an axis. What has no end reaches the
// end of the axis, what has an unknown one fades within stub. A bar is never
// shorter than least, or it could not be seen.
func (a axis) ends(s span, stub, least int) (from, to int) {
	from, to = a.at(s.from), a.at(s.to)
	switch s.start {
	case open:
		from = 0
	case unknown:
		from = max(0, from-stub)
	}
	switch s.end {
	case open:
		to = a.length
	case unknown:
		to = min(a.length, to+stub)
	}
	if to-from < least {
		from = max(0, min(from, a.length-least))
		to = from + least
	}
	return from, to
}

// pieces divides a bar into its parts: three steps fade each end that is not
// sure.
func pieces(s span, from, to, fade int) []piece {
	fade = min(fade, (to-from)/3)
	body := piece{"bar", from, to}
	var before, after []piece
	if s.start != sure {
		body.from += fade
		for i := range 3 {
			before = append(before, piece{"fade-" + px(3-i), from + fade*i/3, from + fade*(i+1)/3})
		}
	}
	if s.end != sure {
		body.to -= fade
		for i := range 3 {
			after = append(after, piece{"fade-" + px(i+1), body.to + fade*i/3, body.to + fade*(i+1)/3})
		}
	}
	return append(append(before, body), after...)
}

// across draws an event on a horizontal axis, centred on y.
func across(m *layout.ChartMark, s span, from, to, y, fade int) {
	if s.day() {
		m.Dots = append(m.Dots, layout.ChartDot{Class: dotClass(s), X: pct((from + to) / 2), Y: px(y)})
		return
	}
	for _, p := range pieces(s, from, to, fade) {
		m.Boxes = append(m.Boxes, layout.ChartBox{Class: p.class, X: pct(p.from), Y: px(y - barSize/2), W: pct(p.to - p.from), H: px(barSize)})
	}
}

func dotClass(s span) string {
	if s.start == vague {
		return "dot vague"
	}
	return "dot"
}

// row words ticks along a horizontal axis; false when they do not fit.
func row(ticks []tick, width, y int) (texts []layout.ChartText, ok bool) {
	free := 0
	for _, t := range ticks {
		w := reckonWidth(t.text, tickSize)
		text := layout.ChartText{X: pct(t.at), Y: px(y), Anchor: "middle", Text: t.text}
		from := pixels(t.at, width) - w/2
		switch {
		case from < 0:
			from, text.Anchor = pixels(t.at, width), "start"
		case from+w > width:
			from, text.Anchor = pixels(t.at, width)-w, "end"
		}
		if from < free {
			return nil, false
		}
		if t.year {
			text.Class = "year"
		}
		free = from + w + 3*space
		texts = append(texts, text)
	}
	return texts, true
}

// scale draws a horizontal axis at y, its ticks from one height to another
// and their words.
func (v *view) scale(c *layout.Chart, a axis, width, y, textY, from, to int) {
	var texts []layout.ChartText
	ticks := a.ticks(v.lang, func(ticks []tick) (ok bool) {
		texts, ok = row(ticks, width, textY)
		return ok
	})
	for _, t := range ticks {
		if !t.loose {
			c.Lines = append(c.Lines, layout.ChartLine{Class: "tick", X1: pct(t.at), Y1: px(from), X2: pct(t.at), Y2: px(to)})
		}
	}
	begin := 0
	for _, g := range append(a.gaps(), period{a.length, a.length}) {
		c.Lines = append(c.Lines, layout.ChartLine{Class: "axis", X1: pct(begin), Y1: px(y), X2: pct(g.from), Y2: px(y)})
		begin = g.to
	}
	c.Texts = append(c.Texts, texts...)
}

// wide draws events with their names along a horizontal axis; nil for too few.
func (v *view) wide(events []*model.Entity) *layout.Chart {
	spans := v.spans(events, maxDrawn)
	if spans == nil {
		return nil
	}
	c := v.chart("wide", spans)
	a := newAxis(spans, whole, placeOf(12*space, wideWidth), roomyRatio)
	top := 24
	if len(a.parts) > 1 {
		top += 18
	}
	room := lanes{most: 2 * maxDrawn}
	for _, s := range spans {
		c.Marks = append(c.Marks, v.wideMark(a, s, &room, top+space))
	}
	bottom := top + space + len(room.taken)*wideLane
	for i, g := range a.gaps() {
		c.Boxes = append(c.Boxes, layout.ChartBox{Class: "cut", X: pct(g.from), Y: px(top), W: pct(g.to - g.from), H: px(bottom - top)})
		c.Texts = append(c.Texts, layout.ChartText{Class: "gap", X: pct((g.from + g.to) / 2), Y: px(top - space), Anchor: "middle", Text: v.cutWords(a, i)})
	}
	v.scale(c, a, wideWidth, top, 14, top, bottom)
	c.Height = px(bottom)
	return v.note(c, len(events))
}

// wideMark places an event's name after its shape, else before it, else
// above it.
func (v *view) wideMark(a axis, s span, room *lanes, top int) layout.ChartMark {
	from, to := a.ends(s, placeOf(6*space, wideWidth), placeOf(4, wideWidth))
	if s.day() {
		from, to = from+(to-from)/2, from+(to-from)/2
	}
	x0, x1 := pixels(from, wideWidth), pixels(to, wideWidth)
	if s.day() {
		x0, x1 = x0-dotSize, x1+dotSize
	}
	m := v.mark(s)
	name := cutText(v.title(&s.event.Doc), wideWidth-4*space, nameSize)
	w := reckonWidth(name, nameSize)
	text := layout.ChartText{Text: name}
	var blocks []block
	switch {
	case x1+space+w <= wideWidth:
		text.X, text.DX, text.Anchor = pct(to), px(x1-pixels(to, wideWidth)+space), "start"
		blocks = []block{{x0, x1 + space + w + 2*space}}
	case x0-space-w >= 0:
		text.X, text.DX, text.Anchor = pct(from), px(x0-pixels(from, wideWidth)-space), "end"
		blocks = []block{{x0 - space - w, x1 + 2*space}}
	default:
		at := max(0, min(x0, wideWidth-w))
		text.X, text.Anchor = pct(placeOf(at, wideWidth)), "start"
		blocks = []block{{at, at + w + 2*space}, {x0, x1 + 2*space}}
	}
	lane, _ := room.place(blocks...)
	y := top + lane*wideLane + wideLane/2
	text.Y = px(y + nameSize/3)
	across(&m, s, from, to, y+(len(blocks)-1)*(wideLane-4), placeOf(8*space, wideWidth))
	m.Texts = append(m.Texts, text)
	return m
}

// strip draws events without names, small, along a horizontal axis with the
// lanes above it; nil for too few.
func (v *view) strip(events []*model.Entity) *layout.Chart {
	spans := v.spans(events, maxDrawn)
	if spans == nil {
		return nil
	}
	c := v.chart("strip", spans)
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
	c.Marks = make([]layout.ChartMark, 0, len(list))
	for _, p := range list {
		m := v.mark(p.span)
		x0, x1 := target(p.from, p.to)
		y := bottom - space - (p.lane+1)*stripLane
		m.Boxes = append(m.Boxes, layout.ChartBox{Class: "hit", X: pct(max(0, placeOf(x0, stripWidth))), Y: px(y), W: pct(placeOf(x1-x0, stripWidth)), H: px(stripLane)})
		across(&m, p.span, p.from, p.to, y+stripLane/2, placeOf(2*space, stripWidth))
		c.Marks = append(c.Marks, m)
	}
	for _, g := range a.gaps() {
		c.Texts = append(c.Texts, layout.ChartText{Class: "gap", X: pct((g.from + g.to) / 2), Y: px(bottom + tickSize/3), Anchor: "middle", Text: "⋯"})
	}
	v.scale(c, a, stripWidth, bottom, bottom+18, bottom, bottom+4)
	c.Height = px(bottom + 24)
	return v.note(c, len(events))
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
