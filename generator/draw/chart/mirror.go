package chart

import (
	"strconv"
	"strings"
)

// Shapes that point the way that time runs, and back.
const (
	arrow = "M0-6 8 0 0 6Z"
	worra = "M0-6-8 0 0 6Z"
)

// turned is a chart as a language wants it: where text runs from right to left,
// time does, too.
func (c *Chart) turned(w Words) *Chart {
	if !w.RightToLeft {
		return c
	}
	mirrorBoxes(c.Boxes, 0)
	mirrorTexts(c.Texts)
	for i := range c.Lines {
		l := &c.Lines[i]
		l.X1, l.X2 = mirrored(l.X1, "", 0), mirrored(l.X2, "", 0)
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		mirrorBoxes(m.Boxes, 0)
		mirrorTexts(m.Texts)
		mirrorDots(m.Dots, 0)
	}
	for _, k := range c.Key {
		mirrorBoxes(k.Boxes, keyWidth)
		mirrorDots(k.Dots, keyWidth)
	}
	return c
}

func mirrorBoxes(boxes []Box, width int) {
	for i := range boxes {
		b := &boxes[i]
		if b.W != "" {
			b.X = mirrored(b.X, b.W, width)
		}
	}
}

func mirrorDots(dots []Dot, width int) {
	for i := range dots {
		d := &dots[i]
		d.X, d.DX = mirrored(d.X, "", width), mirroredBy(d.DX)
		switch d.Path {
		case arrow:
			d.Path = worra
		case worra:
			d.Path = arrow
		}
	}
}

func mirrorTexts(texts []Text) {
	for i := range texts {
		t := &texts[i]
		t.X, t.DX = mirrored(t.X, "", 0), mirroredBy(t.DX)
		switch t.Anchor {
		case "start":
			t.Anchor = "end"
		case "end":
			t.Anchor = "start"
		}
	}
}

func mirroredBy(dx string) string {
	if by, err := strconv.Atoi(dx); err == nil {
		return px(-by)
	}
	return dx
}

// mirrored is where something of some size begins, seen from the other side:
// in parts of the chart, or in pixels of something of a width.
func mirrored(x, size string, width int) string {
	if strings.HasSuffix(x, "%") {
		return pct(whole - hundredths(x) - hundredths(size))
	}
	at, _ := strconv.Atoi(x)
	w, _ := strconv.Atoi(size)
	return px(width - at - w)
}

// hundredths is the inverse of pct.
func hundredths(s string) int {
	before, after, _ := strings.Cut(strings.TrimSuffix(s, "%"), ".")
	n, _ := strconv.Atoi(before + (after + "00")[:2])
	return n
}
