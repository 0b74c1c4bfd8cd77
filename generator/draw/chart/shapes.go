package chart

import (
	"strconv"
	"strings"
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
	space      = 8  // between a shape and its name, and between neighbours
	tickGap    = 20 // between the words of two ticks
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
func across(m *Mark, s span, from, to, y, fade int) {
	if s.day() {
		m.Dots = append(m.Dots, Dot{Class: dotClass(s), X: pct((from + to) / 2), Y: px(y)})
		return
	}
	for _, p := range pieces(s, from, to, fade) {
		m.Boxes = append(m.Boxes, Box{Class: p.class, X: pct(p.from), Y: px(y - barSize/2), W: pct(p.to - p.from), H: px(barSize)})
	}
}

func dotClass(s span) string {
	if s.start == vague {
		return "dot vague"
	}
	return "dot"
}

// row words ticks along a horizontal axis; false when they do not fit.
func row(ticks []tick, width, y int) (texts []Text, ok bool) {
	free := 0
	for _, t := range ticks {
		w := t.width(t.text)
		text := Text{X: pct(t.at), Y: px(y), Anchor: "middle", Text: t.text}
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
		free = from + w + tickGap
		texts = append(texts, text)
	}
	return texts, true
}

// scale draws a horizontal axis at y, its ticks from one height to another
// and their words.
func (c *Chart) scale(a axis, w Words, width, y, textY, from, to int) {
	var texts []Text
	ticks := a.ticks(w, func(ticks []tick) (ok bool) {
		texts, ok = row(ticks, width, textY)
		return ok
	})
	for _, t := range ticks {
		if !t.loose {
			c.Lines = append(c.Lines, Line{Class: "tick", X1: pct(t.at), Y1: px(from), X2: pct(t.at), Y2: px(to)})
		}
	}
	begin := 0
	for _, g := range append(a.gaps(), period{a.length, a.length}) {
		c.Lines = append(c.Lines, Line{Class: "axis", X1: pct(begin), Y1: px(y), X2: pct(g.from), Y2: px(y)})
		begin = g.to
	}
	c.Texts = append(c.Texts, texts...)
}
