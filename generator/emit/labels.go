package emit

import (
	"unicode/utf8"

	"dossier/generator/draw/geo"
	"dossier/generator/layout"
)

// Text is estimated, not measured: a letter's width is this part of its height,
// and that of a wide script's letter is the height.
const (
	letter   = 0.6
	wideFrom = '\u2e80' // Chinese, Japanese, Korean
)

// textWidth is about how wide a text is, in units.
func textWidth(text string, size int) int {
	if utf8.RuneCountInString(text) == len(text) {
		return int(letter*float64(len(text)*size)) + 1
	}
	width := 0.0
	for _, r := range text {
		if r >= wideFrom {
			width++
		} else {
			width += letter
		}
	}
	return int(width*float64(size)) + 1
}

// box is a rectangle of a picture.
type box struct{ left, top, right, bottom int }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// labeller puts names into a picture where no two overlap: each in turn takes
// the first of its places that is free, or none.
type labeller struct {
	width, height int
	size          int // of the text
	taken         []box
	labels        []layout.MapLabel
}

// block keeps labels off a dot.
func (l *labeller) block(x, y, radius int) {
	l.taken = append(l.taken, box{x - radius, y - radius, x + radius, y + radius})
}

// put tries to place a name; y is the middle of its line.
func (l *labeller) put(text, class, anchor string, x, y int) bool {
	w := textWidth(text, l.size)
	left := x
	switch anchor {
	case "middle":
		left -= w / 2
	case "end":
		left -= w
	}
	b := box{left - l.size/5, y - l.size*6/10, left + w + l.size/5, y + l.size*6/10}
	if b.left < 2 || b.top < 2 || b.right > l.width-2 || b.bottom > l.height-2 {
		return false
	}
	for _, other := range l.taken {
		if b.meets(other) {
			return false
		}
	}
	l.taken = append(l.taken, b)
	l.labels = append(l.labels, layout.MapLabel{Text: text, Class: class, Anchor: anchor, X: x, Y: y + l.size*35/100})
	return true
}

// area places the name of an area in one of its rooms.
func (l *labeller) area(text string, rooms []geo.Pixel) {
	for _, r := range rooms {
		if l.put(text, "country", "middle", r[0], r[1]) {
			return
		}
	}
}

// dot places the name of a dot beside it, above it or below it.
func (l *labeller) dot(text, class string, x, y, radius int) {
	gap, line := radius+l.size/3, radius+l.size*3/4
	_ = l.put(text, class, "start", x+gap, y) || l.put(text, class, "end", x-gap, y) ||
		l.put(text, class, "middle", x, y-line) || l.put(text, class, "middle", x, y+line)
}
