package card

import (
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// edge is a straight piece of an outline, in 1/64 of a pixel; y grows downwards.
type edge struct{ from, to fixed.Point26_6 }

// outline makes straight pieces of the curves of a letter.
func outline(segments sfnt.Segments) []edge {
	var edges []edge
	var start, at fixed.Point26_6
	line := func(to fixed.Point26_6) {
		edges, at = append(edges, edge{at, to}), to
	}
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			line(start) // closes the contour before
			start, at = s.Args[0], s.Args[0]
		case sfnt.SegmentOpLineTo:
			line(s.Args[0])
		case sfnt.SegmentOpQuadTo:
			from := at
			for t := 1; t <= pieces; t++ {
				line(quad(from, s.Args[0], s.Args[1], t))
			}
		case sfnt.SegmentOpCubeTo:
			from := at
			for t := 1; t <= pieces; t++ {
				line(cube(from, s.Args, t))
			}
		}
	}
	line(start)
	return edges
}

// pieces is how many straight pieces stand for a curve.
const pieces = 8

func quad(a, b, c fixed.Point26_6, t int) fixed.Point26_6 {
	along := func(a, b, c fixed.Int26_6) fixed.Int26_6 {
		u := pieces - t
		return fixed.Int26_6((int(a)*u*u + 2*int(b)*u*t + int(c)*t*t) / (pieces * pieces))
	}
	return fixed.Point26_6{X: along(a.X, b.X, c.X), Y: along(a.Y, b.Y, c.Y)}
}

func cube(a fixed.Point26_6, p [3]fixed.Point26_6, t int) fixed.Point26_6 {
	along := func(a, b, c, d fixed.Int26_6) fixed.Int26_6 {
		u := pieces - t
		return fixed.Int26_6((int(a)*u*u*u + 3*int(b)*u*u*t + 3*int(c)*u*t*t + int(d)*t*t*t) / (pieces * pieces * pieces))
	}
	return fixed.Point26_6{X: along(a.X, p[0].X, p[1].X, p[2].X), Y: along(a.Y, p[0].Y, p[1].Y, p[2].Y)}
}

// rows is how many lines through a pixel tell how much of it is covered.
const rows = 8

// crossing is where an outline crosses a line, and whether downwards (1) or
// upwards (-1).
type crossing struct{ x, turn int }

// fill makes the mask of what lies within an outline.
func (g *glyph) fill(edges []edge) {
	if len(edges) < 3 {
		return // a space
	}
	low, high := edges[0].from, edges[0].from
	for _, e := range edges {
		low.X, low.Y = min(low.X, e.to.X), min(low.Y, e.to.Y)
		high.X, high.Y = max(high.X, e.to.X), max(high.Y, e.to.Y)
	}
	g.left, g.top = low.X.Floor(), low.Y.Floor()
	g.width, g.height = high.X.Ceil()-g.left+1, high.Y.Ceil()-g.top
	covered := make([]int, g.width*g.height)
	var crossings []crossing
	for row := range g.height * rows {
		y := g.top*64 + row*64/rows + 32/rows
		crossings = crossings[:0]
		for _, e := range edges {
			a, b, turn := e.from, e.to, 1
			if a.Y > b.Y {
				a, b, turn = b, a, -1
			}
			if int(a.Y) <= y && y < int(b.Y) {
				x := int(a.X) + int(b.X-a.X)*(y-int(a.Y))/int(b.Y-a.Y)
				crossings = append(crossings, crossing{x - g.left*64, turn})
			}
		}
		slices.SortFunc(crossings, func(a, b crossing) int { return a.x - b.x })
		line, winding := covered[row/rows*g.width:][:g.width], 0
		for i, c := range crossings {
			if winding += c.turn; winding != 0 && i+1 < len(crossings) {
				cover(line, c.x, crossings[i+1].x)
			}
		}
	}
	g.mask = make([]byte, len(covered))
	for i, c := range covered {
		g.mask[i] = byte((c*steps + 32*rows) / (64 * rows))
	}
}

// cover adds to each pixel of a line how much of it lies between two places, in
// 1/64 of a pixel.
func cover(line []int, from, to int) {
	for px := from / 64; px <= to/64 && px < len(line); px++ {
		line[px] += max(0, min(to, 64*px+64)-max(from, 64*px))
	}
}
