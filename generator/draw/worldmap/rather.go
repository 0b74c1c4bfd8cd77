package worldmap

import (
	"slices"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
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

// besideHatch is how far from what is hatched a text stands.
const besideHatch = 2

// plain reports whether a text stands on nothing hatched, nor touches it.
func (d *drawing) plain(text box) bool {
	text = box{text.left - besideHatch, text.top, text.right + besideHatch, text.bottom + besideHatch, nobody}
	if u := d.hatchUnit; u > 0 {
		text = box{text.left / u, text.top / u, text.right / u, text.bottom / u, nobody}
	}
	return !slices.ContainsFunc(d.hatched, func(o naturalearth.Drawn) bool { return under(&o, text) })
}

// farApart places the name of a member apart, farther than others, where no area is named
// and its line runs hardly over others.
func (l *labeller) farApart(text string, w, i int, from spot) bool {
	far := l.far
	l.far *= farthestMember
	defer func() { l.far = far }()
	return l.apart(text, "country", from, 0, func(at, end spot) bool {
		return !l.stands(i, l.text(at, w), false) && l.crossed(i, from, end) <= steps/4
	})
}

// ledOver places the name of an area apart, on large areas of others.
func (l *labeller) ledOver(text string, w, i int, from spot) bool {
	ok := l.apart(text, "country", from, 0, func(at, end spot) bool {
		return l.onLarge(i, l.text(at, w)) && l.crossed(i, from, end) == 0
	})
	if ok {
		l.spilled++
	}
	return ok
}

// onLarge reports whether a text stands on no named area but its own and large ones,
// which nobody takes for that of a name that has a line.
func (l *labeller) onLarge(own int, text box) bool {
	for i := range l.drawing.areas {
		if a := &l.drawing.areas[i]; i != own && a.within(middling*l.size) && under(&a.Drawn, text) {
			return false
		}
	}
	return true
}

// over places the name of an area on its land, though it is longer: a member's as above,
// others where there is no land but their own, or, all, like a member's rather than be a
// number. At the edge of the picture it is moved to
// stand whole in it.
func (l *labeller) over(text string, w, i int, all bool) bool {
	a := &l.drawing.areas[i]
	return slices.ContainsFunc(l.roomsOf(a), func(r geo.Room) bool {
		if l.drawing.hidden(a, r.At) {
			return false
		}
		return slices.ContainsFunc([][2]int{{0, 0}, {0, -l.size / 3}, {0, l.size / 3}, {-w / 4, 0}, {w / 4, 0}}, func(aside [2]int) bool {
			at := l.inside(spot{"middle", r.At[0] + aside[0], r.At[1] + aside[1]}, w)
			ours := (all || a.Standing >= Former) && a.Holds(geo.Pixel{at.x, at.y}) && (w <= r.Width*memberOver || w <= r.Width*memberAlone && l.onLarge(i, l.text(at, w)))
			ok := (ours || w <= r.Width*memberAlone && !l.stands(i, l.text(at, w), true)) && l.put(text, "country", i, at, false)
			if ok && all {
				l.spilled++
			}
			return ok
		})
	})
}

// wider is by how many hundredths a name is wider than reckoned at most, in fonts with wide letters.
const wider = 11

// whole reports whether a text of a width stands in the picture, in whatever font.
func whole(l *labeller, at spot, w int) bool {
	b := l.text(at, w+w*wider/100)
	return b.left >= 0 && b.right <= l.drawing.frame.Width
}

// inside moves the place of a text of a width aside, so that it stands in the picture.
func (l *labeller) inside(at spot, w int) spot {
	least := (w+1)/2 + max(l.size/5+edge, (w*wider+199)/200)
	b, most := l.text(at, w), l.drawing.frame.Width-least
	if middle := (b.left + b.right) / 2; middle < least || middle > most {
		return spot{"middle", max(least, min(middle, most)), at.y}
	}
	return at
}

// onGround places the name of a dot where it stands on nothing hatched, that of a
// country rather on no other one.
func (l *labeller) onGround(text, class string, x, y, radius, w int) bool {
	free := func(at spot) bool { return !l.stands(nobody, l.text(at, w), false) }
	put := func(at spot) bool { return l.drawing.plain(l.text(at, w)) && l.put(text, class, nobody, at, false) }
	return class == "country" && slices.ContainsFunc(l.about(x, y, radius), func(at spot) bool { return free(at) && put(at) }) ||
		slices.ContainsFunc(l.about(x, y, radius), put) ||
		l.apart(text, class, spot{"middle", x, y}, radius, func(at, _ spot) bool { return l.drawing.plain(l.text(at, w)) && free(at) }) ||
		l.apart(text, class, spot{"middle", x, y}, radius, func(at, _ spot) bool { return l.drawing.plain(l.text(at, w)) && l.onLarge(nobody, l.text(at, w)) })
}

// hides reports whether a text would hide most of an area that the picture shows; false for what is none.
func (d *drawing) hides(text box, i int) bool {
	return i >= 0 && i < len(d.areas) && d.areas[i].Hidden(&d.frame, text.left, text.top, text.right, text.bottom) > 0.5
}
