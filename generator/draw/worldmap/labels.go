package worldmap

import (
	"dossier/generator/draw/geo"
	"dossier/generator/draw/textwidth"
)

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
	labels        []Label
}

// block keeps labels off a dot.
func (l *labeller) block(x, y, radius int) {
	l.taken = append(l.taken, box{x - radius, y - radius, x + radius, y + radius})
}

// put tries to place a name; y is the middle of its line.
func (l *labeller) put(text, class, anchor string, x, y int) bool {
	w := textwidth.Pixels(text, l.size)
	if class == "country" { // style.css makes these bold
		w = textwidth.Bold(text, l.size)
	}
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
	l.labels = append(l.labels, Label{Text: text, Class: class, Anchor: anchor, X: x, Y: y + l.size*35/100})
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
