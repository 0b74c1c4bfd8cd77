package worldmap

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// dot places the name of a dot beside it, above it or below it, or apart.
func (l *labeller) dot(text, class string, x, y, radius int) bool {
	w := textwidth.Bold(text, l.size)
	at := spot{"middle", x, y}
	plain := func(at spot) bool { return l.drawing.plain(l.text(at, w)) }
	home := func(at spot) bool { return l.abroads || !l.drawing.abroad(x, y, l.text(at, w)) }
	put := func(at spot) bool { return l.put(text, class, nobody, at, false) }
	if l.strict {
		if l.abroads {
			l.faults++
		}
		if slices.ContainsFunc(l.about(x, y, radius), func(at spot) bool { return home(at) && plain(at) && put(at) }) ||
			l.apart(text, class, at, radius, func(at, _ spot) bool { return home(at) && plain(at) && l.onLarge(nobody, l.text(at, w)) }) {
			return true
		}
		l.faults += onHatch
		return slices.ContainsFunc(l.about(x, y, radius), func(at spot) bool { return home(at) && put(at) })
	}
	if class == "country" || len(l.drawing.hatched) > 0 {
		return l.onGround(text, class, x, y, radius, w)
	}
	return slices.ContainsFunc(l.about(x, y, radius)[:4], put) ||
		l.apart(text, class, at, radius, func(at, _ spot) bool { return !l.stands(nobody, l.text(at, w), false) })
}

// onHatch is how many faults it is that the name of a dot stands on what is hatched.
const onHatch = 3

// about are the places around a point, the nearest first.
func (l *labeller) about(x, y, radius int) []spot {
	gap, line := radius+l.size/3, radius+l.size*3/4
	out := []spot{{"start", x + gap, y}, {"end", x - gap, y}, {"middle", x, y - line}, {"middle", x, y + line}}
	for _, dy := range []int{-line, line} {
		out = append(out, spot{"start", x + gap/2, y + dy}, spot{"end", x - gap/2, y + dy})
	}
	return out
}

// isle names a dot that a map does not mark, if both have room.
func isle(l *labeller, text, class string, x, y int) bool {
	dot := box{x - dotRadius, y - dotRadius, x + dotRadius, y + dotRadius, nobody}
	return vacant(l, dot, nobody) && slices.ContainsFunc(l.about(x, y, dotRadius), func(at spot) bool {
		if !l.put(text, class, nobody, at, false) {
			return false
		}
		take(l, dot)
		return true
	})
}
