package chart

import (
	"strconv"
	"strings"
)

// turned is a chart as a language wants it: where text runs from right to left,
// time does, too, and the axis of a tall chart stands at the right. The chart is
// then as wide as it has to be, for its pixels to count from there.
func (c *Chart) turned(w Words) *Chart {
	c.Width = "100%"
	if !w.RightToLeft {
		return c
	}
	if c.Kind == "tall" {
		c.Width = px(tallWidth)
	}
	mirrorBoxes(c.Boxes)
	mirrorTexts(c.Texts)
	for i := range c.Lines {
		l := &c.Lines[i]
		l.X1, l.X2 = mirrored(l.X1, ""), mirrored(l.X2, "")
	}
	for i := range c.Marks {
		m := &c.Marks[i]
		mirrorBoxes(m.Boxes)
		mirrorTexts(m.Texts)
		for k := range m.Dots {
			m.Dots[k].X = mirrored(m.Dots[k].X, "")
		}
	}
	return c
}

func mirrorBoxes(boxes []Box) {
	for i := range boxes {
		boxes[i].X = mirrored(boxes[i].X, boxes[i].W)
	}
}

func mirrorTexts(texts []Text) {
	for i := range texts {
		t := &texts[i]
		t.X = mirrored(t.X, "")
		if by, err := strconv.Atoi(t.DX); err == nil {
			t.DX = px(-by)
		}
		switch t.Anchor {
		case "start":
			t.Anchor = "end"
		case "end":
			t.Anchor = "start"
		}
	}
}

// mirrored is where something of some width begins, seen from the other side:
// both in parts of the axis, or in pixels of a tall chart.
func mirrored(x, width string) string {
	if strings.HasSuffix(x, "%") {
		return pct(whole - hundredths(x) - hundredths(width))
	}
	at, _ := strconv.Atoi(x)
	w, _ := strconv.Atoi(width)
	return px(tallWidth - at - w)
}

// hundredths is the inverse of pct.
func hundredths(s string) int {
	before, after, _ := strings.Cut(strings.TrimSuffix(s, "%"), ".")
	n, _ := strconv.Atoi(before + (after + "00")[:2])
	return n
}
