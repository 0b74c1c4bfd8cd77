package worldmap

import (
	"slices"

	"dossier/generator/draw/geo"
)

// How many times as wide as its land the name of a member may be that stands there: on
// any land around it, and on none that has a name but large countries.
const (
	memberOver  = 2
	memberAlone = 4
)

// farthestMember is how many times farther than others the name of a member may stand
// apart, rather than be a number.
const farthestMember = 2

// astride reports whether a text would stand on the line around what an inset shows.
func (l *labeller) astride(text box) bool {
	return slices.ContainsFunc(l.drawing.windows, func(w box) bool {
		return text.meets(w) && (text.left < w.left || text.top < w.top || text.right > w.right || text.bottom > w.bottom)
	})
}

// plain reports whether a text stands on nothing hatched.
func (l *labeller) plain(text box) bool {
	return !slices.ContainsFunc(l.drawing.hatched, func(o outline) bool { return o.under(text) })
}

// anywhere places the name of a member apart, on whatever land: the line to it says
// what it is of.
func (l *labeller) anywhere(text string, from spot) bool {
	far := l.far
	l.far *= farthestMember
	defer func() { l.far = far }()
	return l.apart(text, "country", from, 0, func(spot) bool { return true })
}

// over places the name of a member on its land, though it is longer; at the edge of the
// picture it is moved to stand whole in it.
func (l *labeller) over(text string, w, i int) bool {
	a := &l.drawing.areas[i]
	return slices.ContainsFunc(l.roomsOf(a), func(r geo.Room) bool {
		least := w/2 + l.size/5 + edge
		at := spot{"middle", max(least, min(r.At[0], l.drawing.frame.Width-least)), r.At[1]}
		fits := w <= r.Width*memberOver || w <= r.Width*memberAlone && l.onLarge(i, l.text(at, w))
		return fits && !l.hidden(a, r.At) && l.put(text, "country", i, at, false)
	})
}
