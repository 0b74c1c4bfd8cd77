package worldmap

import (
	"cmp"
	"slices"

	"dossier/generator/draw/geo"
	"dossier/generator/draw/textwidth"
)

// concern is how much a country around concerns a small map, the less the more.
type concern int

const (
	subject concern = iota // the page is about it, or names it
	member                 // it is one
	former                 // it was one, and is hatched
	bystander
)

// foremost puts countries in the order in which a small map names those around: some that
// it concerns, members, others; of these the roomiest first.
func foremost(areas []drawnArea, first func(*drawnArea) bool) (out []drawnArea, concerns []concern) {
	of := func(a drawnArea) concern {
		switch {
		case first(&a):
			return subject
		case a.Standing == Member:
			return member
		case a.Standing == Former:
			return former
		}
		return bystander
	}
	out = slices.Clone(areas)
	slices.SortStableFunc(out, func(a, b drawnArea) int { return cmp.Compare(of(a), of(b)) })
	for _, a := range out {
		concerns = append(concerns, of(a))
	}
	return out, concerns
}

// aside names a country around those that a small map marks: in its land, a bit longer than
// that, or, if it is no bystander, apart with a line.
func aside(l *labeller, text, class string, i int, c concern) bool {
	w, a := textwidth.Bold(text, l.size), &l.drawing.areas[i]
	_, _, middle := l.drawing.frame.At(a.at)
	led := c != bystander && middle
	l.shy, l.bare = len(l.drawing.hatched) > 0, led
	defer func() { l.shy, l.bare = false, false }()
	within := func() bool {
		return l.room(text, class, i) || l.berth(text, class, textwidth.Pixels(text, l.size), i, overhang)
	}
	if ok := within(); ok || !led {
		return ok
	}
	if l.far = nearOwn; c == subject {
		l.far = farthestOwn
	}
	if slices.ContainsFunc(l.starting(a), func(from spot) bool {
		return l.apart(text, class, from, 0, func(at, end spot) bool { return !l.stands(i, l.text(at, w), false) && l.crossed(i, from, end) == 0 }) ||
			ledPartly(l, text, class, i, from) ||
			c == subject && ledInside(l, text, class, i, from)
	}) {
		return true
	}
	l.bare = false
	return within() || c == former && mostlyAtHome(l, text, class, i, 0)
}

// ledPartly places the name of an area apart, less than half of it on named areas of others,
// which are large.
func ledPartly(l *labeller, text, class string, i int, from spot) bool {
	w := textwidth.Bold(text, l.size)
	return l.apart(text, class, from, 0, func(at, end spot) bool {
		b := l.text(at, w)
		return l.onLarge(i, b) && l.drawing.mostlyFree(i, b) && l.crossed(i, from, end) == 0
	})
}

// ledInside places the name of an area apart, on the named area in which it lies.
func ledInside(l *labeller, text, class string, i int, from spot) bool {
	w := textwidth.Bold(text, l.size)
	return l.apart(text, class, from, 0, func(at, end spot) bool {
		return l.drawing.within(i, from, l.text(at, w)) && l.crossed(i, from, end) == 0
	})
}

// mostlyAtHome places the name of an area there, or so many thirds of it aside, less than half of
// it on named areas of others, which is a fault.
func mostlyAtHome(l *labeller, text, class string, i int, thirds ...int) bool {
	w := width(text, class, l.size)
	ok := slices.ContainsFunc(thirds, func(aside int) bool {
		return slices.ContainsFunc(l.roomsOf(&l.drawing.areas[i]), func(r geo.Room) bool {
			at := spot{"middle", r.At[0] + aside*w/3, r.At[1]}
			return l.drawing.mostlyFree(i, l.text(at, w)) && l.put(text, class, i, at, false)
		})
	})
	if ok {
		l.faults++
	}
	return ok
}

// mostlyFree reports whether less than half of a text would stand on named areas other than
// its own.
func (d *drawing) mostlyFree(own int, text box) bool {
	on := 0
	for n := 1; n < steps; n++ {
		at := geo.Pixel{text.left + (text.right-text.left)*n/steps, (text.top + text.bottom) / 2}
		if slices.ContainsFunc(d.areas, func(a drawnArea) bool { return a.ID != d.areas[own].ID && a.Holds(at) }) {
			on++
		}
	}
	return on*2 < steps
}
