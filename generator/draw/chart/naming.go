package chart

import (
	"slices"
	"strings"

	"dossier/generator/draw/textwidth"
)

// wideLines is how many lines a name has above its shape.
const wideLines = 2

// shape is an event's shape on a wide chart: a part of the axis, and how many pixels it
// sticks out of it.
type shape struct{ from, to, before, after int }

// bounds are those of a shape in pixels on a chart of some width.
func (s shape) bounds(width int) block {
	return block{pixels(s.from, width) - s.before, pixels(s.to, width) + s.after}
}

// naming is where the name of an event stands on a wide chart: its lines, the place of the
// first, and the room that name and shape take in lanes one below the other.
type naming struct {
	lines  []string
	text   Text
	blocks []block
}

// naming places a name above its shape if it has lanes of its own, so that all stand by one rule;
// else after it, before it or above it: where it stands neither over the line at the dossier's
// date, in which it would make a hole, nor, if it has lanes of its own, over a stretch left out,
// as long as there is room elsewhere.
func (a axis) naming(name string, at shape, alone bool) naming {
	name = textwidth.Cut(name, wideWidth-4*space, nameSize)
	side := period{0, whole}
	if a.asOf != nil {
		switch line := a.at(*a.asOf); {
		case at.to <= line:
			side.to = line
		case at.from >= line:
			side.from = line
		}
	}
	type way struct {
		put    func(string, shape, period) (naming, bool)
		ground period
	}
	var ways []way
	if alone {
		ways = []way{{above, a.unbroken(side, at.from)}, {above, side}}
	}
	for _, w := range append(ways, way{beside, side}, way{above, side}, way{beside, period{0, whole}}, way{above, period{0, whole}}) {
		if n, ok := w.put(name, at, w.ground); ok {
			return n
		}
	}
	panic("chart: a name has no room in all of a chart, to which it was cut")
}

// unbroken is the part of a ground around a place that no stretch left out meets.
func (a axis) unbroken(ground period, at int) period {
	for _, g := range a.gaps() {
		if g.to <= at {
			ground.from = max(ground.from, g.to)
		}
		if g.from >= at {
			ground.to = min(ground.to, g.from)
		}
	}
	return ground
}

// within is a ground in pixels, less a little at what bounds it.
func within(ground period, width int) block {
	b := block{pixels(ground.from, width), pixels(ground.to, width)}
	if ground.from > 0 {
		b.from += space / 2
	}
	if ground.to < whole {
		b.to -= space / 2
	}
	return b
}

// beside places a name after its shape or before it; false when it has no room there.
func beside(name string, at shape, ground period) (naming, bool) {
	room, is, size := within(ground, wideWidth), at.bounds(wideWidth), textwidth.Pixels(name, nameSize)
	n := naming{lines: []string{name}}
	switch {
	case is.to+space >= room.from && is.to+space+size <= room.to:
		n.text = Text{X: pct(at.to), DX: px(at.after + space), Anchor: "start"}
		n.blocks = []block{{is.from, is.to + space + size + 2*space}}
	case is.from-space-size >= room.from && is.from-space <= room.to:
		n.text = Text{X: pct(at.from), DX: px(-at.before - space), Anchor: "end"}
		n.blocks = []block{{is.from - space - size, is.to + 2*space}}
	}
	return n, n.blocks != nil
}

// above places a name above its shape, to begin with it where the ground goes on far enough, on
// narrow and on wide screens; false when it does not fit into the ground in so few lines.
func above(name string, at shape, ground period) (naming, bool) {
	room, is := within(ground, wideWidth), at.bounds(wideWidth)
	n := naming{lines: textwidth.Wrap(name, room.to-room.from, nameSize, wideLines)}
	if strings.Join(n.lines, " ") != name {
		return n, false
	}
	size := 0
	for _, line := range n.lines {
		size = max(size, textwidth.Pixels(line, nameSize))
	}
	begins := func(width int) int {
		room := within(ground, width)
		return max(room.from, min(at.bounds(width).from, room.to-size))
	}
	// What bounds the ground keeps off in between, too: all of it moves in proportion to the width.
	narrow := begins(wideWidth)
	moves := placeOf(begins(fullWidth)-narrow, fullWidth-wideWidth)
	n.text = Text{X: pct(moves), DX: px(narrow - pixels(moves, wideWidth)), Anchor: "start"}
	n.blocks = append(slices.Repeat([]block{{narrow, narrow + size + 2*space}}, len(n.lines)), block{is.from, is.to + 2*space})
	return n, true
}
