package chart

import (
	"slices"
	"strconv"
	"strings"

	"dossier/generator/draw/textwidth"
)

// whole is the width of a chart, in hundredths of a per cent.
const whole = 10000

// Measures in pixels. Sizes of text are those of the style sheet.
const (
	nameSize   = 13
	tickSize   = 12
	dotSize    = 5
	tipSize    = 9 // of what shows that a time goes on
	barSize    = 10
	holdLeast  = 22 // how long a bar is at least that its shape is cut out of
	threadSize = 2  // of a bar where the axis breaks off
	footSize   = 2  // of the line below a shape that is wider than its time
	footDown   = 9  // from the middle of the shape to that of the line
	footLeast  = 4  // how long the line is at least where the chart is narrowest, so that it is seen
	space      = 8  // between a shape and its name, and between neighbours
)

// pct writes a place along a chart.
func pct(at int) string {
	out := strconv.AppendInt(make([]byte, 0, len("100.25%")), int64(at/100), 10)
	if f := at % 100; f != 0 {
		out = append(out, '.', byte('0'+f/10))
		if f%10 != 0 {
			out = append(out, byte('0'+f%10))
		}
	}
	return string(append(out, '%'))
}

func px(n int) string { return strconv.Itoa(n) }

// pixels is a place along a chart at its narrowest.
func pixels(at, width int) int { return at * width / whole }

// placeOf is the inverse of pixels.
func placeOf(pixels, width int) int { return pixels * whole / width }

// foot is the class of a line below a shape that is wider than its time.
const foot = "foot"

// piece is a part of an event's bar.
type piece struct {
	class    string
	from, to int
}

// ends are the ends of an event's bar on an axis. What has no end goes on to the
// dossier's date, else to the end of the axis, less half of stub; what has an unknown
// one fades within stub. A bar is never shorter than least, or it could not be seen.
// A day is at its noon.
func (a axis) ends(s span, stub, least int) (from, to int) {
	if s.day() {
		noon := a.at(s.from + 1)
		return noon, noon
	}
	from, to = a.at(s.from), a.at(s.to)
	switch s.start {
	case open:
		from = stub / 2
	case unknown:
		from = max(0, from-stub)
	}
	switch {
	case s.end == open && a.asOf == nil:
		to = whole - stub/2
	case s.end == open && !a.ahead(s):
		to = a.at(*a.asOf)
	case s.end == open:
		to = min(whole-stub/2, to+stub)
	case s.end == unknown:
		to = min(whole, to+stub)
	}
	last := whole
	if a.asOf != nil && !a.ahead(s) {
		last = a.at(*a.asOf)
	}
	if to = min(to, last); to-from < least {
		from = max(0, min(from, last-least))
		to = from + least
	}
	return from, to
}

// pieces divides a bar into its parts: what lies after the dossier's date, and,
// before it, three steps at each end that is not sure.
func (a axis) pieces(s span, from, to, fade int) []piece {
	end, rest := s.end, []piece(nil)
	if a.ahead(s) {
		at := min(max(from, a.at(*a.asOf)), to)
		class := "ahead"
		if end.fades() || at == from && s.start.fades() {
			class += " vague"
		}
		rest = append(rest, piece{class, at, to})
		if at == from {
			return rest
		}
		to, end = at, sure
	}
	fade = min(fade, (to-from)/3)
	body := piece{"bar", from, to}
	var before, after []piece
	if s.start.fades() {
		body.from += fade
		for i := range 3 {
			before = append(before, piece{"fade-" + px(3-i), from + fade*i/3, from + fade*(i+1)/3})
		}
	}
	if end.fades() {
		body.to -= fade
		for i := range 3 {
			after = append(after, piece{"fade-" + px(i+1), body.to + fade*i/3, body.to + fade*(i+1)/3})
		}
	}
	return append(append(append(before, body), after...), rest...)
}

// box adds a part of a bar, centred on y.
func (m *Mark) box(class string, from, to, y, size int) {
	m.Boxes = append(m.Boxes, Box{Class: class, X: pct(from), Y: px(y - size/2), W: pct(to - from), H: px(size)})
}

// across draws an event on the axis, centred on y. Its bar breaks off where the axis does:
// a thread holds the parts together.
func (a axis) across(m *Mark, s span, from, to, y, fade int) {
	if s.day() {
		class := "dot"
		if a.ahead(s) {
			class += " ahead"
		}
		if s.start == vague {
			class += " vague"
		}
		m.Dots = append(m.Dots, Dot{Class: class, X: pct(from), Y: px(y)})
		return
	}
	for _, p := range a.pieces(s, from, to, fade) {
		for _, g := range a.gaps() {
			if p.from < g.from && g.to < p.to {
				m.box(p.class, p.from, g.from, y, barSize)
				m.box("thread", g.from, g.to, y, threadSize)
				p.from = g.to
			}
		}
		m.box(p.class, p.from, p.to, y, barSize)
	}
	if s.start == open {
		m.Dots = append(m.Dots, Dot{Class: "open", X: pct(from), Y: px(y), Path: worra})
	}
	if s.end == open {
		m.Dots = append(m.Dots, Dot{Class: "open", X: pct(to), Y: px(y), Path: arrow})
	}
}

// shape draws an event as its sort: a day is its shape; a longer time has it cut out of its
// bar, where that is sure, or on it where it is hollow. A time that is shorter than its
// shape is a line below it.
func (m *Mark) shape(k int, s span, a axis, from, to, width, y int) {
	d := kindDot(k, pct(from), px(y), 0)
	switch half := (to - from) / 2; {
	case s.day():
		d.Class = "kind" + strings.TrimPrefix(m.Dots[0].Class, "dot")
		m.Dots = m.Dots[:0]
	case pixels(half, width) < 2*space && slices.ContainsFunc(m.Boxes, func(b Box) bool { return b.Class == "thread" }):
		// its middle lies where the axis breaks off
	case pixels(half, width) < 2*space || s.start != sure && s.end != sure:
		d.X = pct(from + half)
	case s.start == sure:
		d.DX = px(space)
	default:
		d.X, d.DX = pct(to), px(-space)
	}
	switch {
	case s.day() || a.hollow(s, from):
	case pixels(to-from, width) >= holdLeast:
		d.Class, d.Path = "kind in", cuts[k-1]
	case a.footed(s, from, to, width):
		m.Boxes = nil // its corners would stick out behind the shape
		aside := max(0, placeOf(footLeast, width)-(to-from)+1) / 2
		m.box(foot, from-aside, to+aside, y+footDown, footSize)
	}
	m.Dots = append(m.Dots, d)
}

// hollow reports whether all of a bar that begins at a place lies after the dossier's date.
func (a axis) hollow(s span, from int) bool { return a.ahead(s) && from >= a.at(*a.asOf) }

// footed reports whether the time of a bar is so short, on a chart of some width, that it is
// drawn as a line below the shape of its sort.
func (a axis) footed(s span, from, to, width int) bool {
	return !s.day() && !a.hollow(s, from) && pixels(to-from, width) < holdLeast && s.start == sure && s.end == sure
}

// words are the ticks of an axis that is some pixels wide, and their words, gap pixels
// apart at y; that for where the axis begins may stand in some room before it. A word that would stand over the line at the dossier's date begins at its own.
func (a axis) words(w Words, width, room, gap, y int) (ticks []tick, texts []Text) {
	ticks = a.ticks(w, room > 0, func(ticks []tick, loose bool) int {
		for i := range ticks {
			t := &ticks[i]
			at, size := pixels(t.at, width), t.width(t.text)
			t.aside = a.asOf != nil && !t.loose && t.at > a.at(*a.asOf) && at-size/2 < pixels(a.at(*a.asOf), width)+gap && at+size <= width
		}
		texts = row(ticks, width, room, gap, y, loose)
		return len(texts)
	})
	return ticks, texts
}

// scale draws the axis at y, with some words, and ticks from y down to a height.
func (c *Chart) scale(a axis, ticks []tick, texts []Text, y, to int) {
	for _, t := range ticks {
		if !t.loose {
			c.Lines = append(c.Lines, Line{Class: "tick", X1: pct(t.at), Y1: px(y), X2: pct(t.at), Y2: px(to)})
		}
	}
	begin := 0
	for _, g := range append(a.gaps(), period{whole, whole}) {
		c.Lines = append(c.Lines, Line{Class: "axis", X1: pct(begin), Y1: px(y), X2: pct(g.from), Y2: px(y)})
		begin = g.to
	}
	c.Texts = append(c.Texts, texts...)
}

// asOfLine draws the line at the dossier's date, if it has one, between two heights, but for some
// stretches of these, in order, where texts stand.
func (c *Chart) asOfLine(a axis, y, to int, over ...block) {
	if a.asOf == nil {
		return
	}
	x := pct(a.at(*a.asOf))
	for _, b := range append(over, block{to, to}) {
		if y < b.from {
			c.Lines = append(c.Lines, Line{Class: "asof", X1: x, Y1: px(y), X2: x, Y2: px(b.from)})
		}
		y = max(y, b.to)
	}
}

// cutWords says at y how many years each stretch is that is left out, or no more
// than that there is one where there is no room. It gives the room taken, in
// pixels.
func (c *Chart) cutWords(a axis, w Words, width, y int) (taken []block) {
	texts := make([]Text, len(a.gaps()))
	short := false
	for i, g := range a.gaps() {
		texts[i] = w.cut(a, i, Text{X: pct((g.from + g.to) / 2), Y: px(y), Anchor: "middle"})
		size, at := textwidth.Pixels(texts[i].Text, tickSize), pixels((g.from+g.to)/2, width)
		own := block{at - size/2, at + size - size/2}
		switch {
		case own.from < 0:
			own, texts[i].X, texts[i].Anchor = block{0, size}, pct(0), "start"
		case own.to > width:
			own, texts[i].X, texts[i].Anchor = block{width - size, width}, pct(whole), "end"
		}
		taken = append(taken, own)
		short = short || i > 0 && taken[i-1].to+space/2 > own.from
	}
	for i, g := range a.gaps() {
		if short {
			at := pixels((g.from+g.to)/2, width)
			texts[i] = Text{Class: "gap", X: pct((g.from + g.to) / 2), Y: px(y), Anchor: "middle", Text: "⋯"}
			taken[i] = block{at - tickSize/2, at + tickSize/2}
		}
	}
	c.Texts = append(c.Texts, texts...)
	return taken
}

// cutBoxes draws what stands for the stretches left out, from one height to another.
func (c *Chart) cutBoxes(a axis, from, to int) {
	for _, g := range a.gaps() {
		c.Boxes = append(c.Boxes, Box{Class: "cut", X: pct(g.from), Y: px(from), W: pct(g.to - g.from), H: px(to - from)})
	}
}

// cut says at a place how many years lie between the events around the i-th cut.
func (w Words) cut(a axis, i int, at Text) Text {
	at.Class = "gap"
	years := ((a.cores[i+1].from-a.cores[i].to)*400 + 146097) / (2 * 146097)
	if years < 1 {
		at.Text = "⋯"
		return at
	}
	said := w.Gap(years)
	at.Text, at.Lang = said.Text, said.Lang
	return at
}
