package worldmap

import (
	"slices"

	"dossier/generator/draw/textwidth"
)

// dot places the name of a dot beside it, above it or below it, or apart.
func (l *labeller) dot(text, class string, x, y, radius int) bool {
	w := textwidth.Bold(text, l.size)
	if l.strict && !l.abroads {
		for _, hatched := range []bool{false, true} {
			if slices.ContainsFunc(l.about(x, y, radius), func(at spot) bool {
				return (hatched || l.drawing.plain(l.text(at, w))) && !l.abroad(x, y, l.text(at, w)) && l.put(text, class, nobody, at, false)
			}) {
				return true
			}
		}
	}
	l.faults++
	if !l.strict && (class == "country" || len(l.drawing.hatched) > 0) {
		return l.onGround(text, class, x, y, radius, w)
	}
	return slices.ContainsFunc(l.about(x, y, radius)[:4], func(at spot) bool { return l.put(text, class, nobody, at, false) }) ||
		l.apart(text, class, spot{"middle", x, y}, radius, func(at spot) bool { return !l.stands(nobody, l.text(at, w), false) })
}

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
		l.taken = append(l.taken, dot)
		return true
	})
}
