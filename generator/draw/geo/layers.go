package geo

import (
	"maps"
	"slices"
)

// Layers are the outlines of groups of shapes that lie beside each other. What two
// groups share is one line, thinned once, and written in one direction wherever it is
// written: what is packed later takes it once.
type Layers struct {
	arcs  []arc
	ends  map[Pixel][]int // the arcs that end at a point
	least int
	whole int // twice what all the picture covers
}

// Pen writes the layers of one picture. It knows in which direction it wrote an arc.
type Pen struct {
	*Layers
	wrote map[int]bool // whether ahead
}

// Pen gives a pen that has written nothing.
func (l *Layers) Pen() *Pen { return &Pen{l, map[int]bool{}} }

// Again gives a pen that has written what this one has.
func (p *Pen) Again() *Pen { return &Pen{p.Layers, maps.Clone(p.wrote)} }

// arc is a line from one point where outlines meet to the next, or round.
type arc struct {
	line  []Pixel
	sides []int // the groups that it bounds: one at a coast, else two
	cut   bool  // where the picture ends, which nobody sees
}

// Layers gives the outlines of a mesh's groups with bends left out that cover so many
// units or fewer, and islands and lakes that cover less than least.
func (m *Mesh) Layers(bend, least int) *Layers {
	m.tie()
	l := &Layers{ends: map[Pixel][]int{}, least: least, whole: 2 * (m.clipped[1][0] - m.clipped[0][0]) * (m.clipped[1][1] - m.clipped[0][1])}
	for _, meeting := range []bool{true, false} {
		for p := range m.points {
			if meeting != (len(m.of[p]) != 2) {
				continue
			}
			for _, n := range m.of[p] {
				if e := &m.segments[n]; !e.done {
					line := new(workplace).thin(m.walk(p, n), bend, meeting)
					if !meeting {
						line = append(line, line[0])
					}
					l.add(arc{line: line, sides: e.sides, cut: m.cut(line)})
				}
			}
		}
	}
	return l
}

func (l *Layers) add(a arc) {
	n := len(l.arcs)
	l.arcs = append(l.arcs, a)
	from, to := a.line[0], a.line[len(a.line)-1]
	l.ends[from] = append(l.ends[from], n)
	if to != from {
		l.ends[to] = append(l.ends[to], n)
	}
}

// step is an arc in the direction in which a line takes it.
type step struct {
	arc   int
	ahead bool
}

// Fill gives what the groups that are wanted cover, as the data of a path to be
// filled by the even-odd rule: without the lines between them. It may be all of the
// picture.
func (p *Pen) Fill(wanted func(group int) bool) (data string, all bool) {
	lines := p.lines(func(a *arc) bool {
		odd := false
		for _, g := range a.sides {
			odd = odd != wanted(g)
		}
		return odd
	})
	var area Area
	for _, steps := range lines {
		line := p.points(p.turned(steps))
		if line = tidy(line); len(line) > 2 && abs(twice(line)) >= 2*p.least {
			area = append(area, line)
		}
	}
	return area.Path(), len(area) == 1 && len(area[0]) == 4 && abs(twice(area[0])) == p.whole
}

// Shows reports whether a group covers anything that is not left out.
func (l *Layers) Shows(group int) bool {
	data, _ := l.Pen().Fill(func(g int) bool { return g == group })
	return data != ""
}

// Lines gives the outlines for whose groups wanted is true, as the data of a path:
// each once, and none where the picture ends. For a coast b is -1.
func (p *Pen) Lines(wanted func(a, b int) bool) string {
	var out [][]Pixel
	for _, steps := range p.lines(func(a *arc) bool {
		other := -1
		if len(a.sides) > 1 {
			other = a.sides[1]
		}
		return !a.cut && wanted(a.sides[0], other)
	}) {
		for _, steps := range p.alike(steps) {
			line := p.points(steps)
			if line[0] == line[len(line)-1] && abs(twice(line)) < 2*p.least || len(line) == 2 && abs(line[0][0]-line[1][0])+abs(line[0][1]-line[1][1]) <= 1 {
				continue
			}
			out = append(out, line)
		}
	}
	return path(out, false)
}

// alike divides a line where it would take an arc in the other direction than the one
// in which it was written.
func (p *Pen) alike(line []step) (out [][]step) {
	ahead := func(s step) bool {
		was, ok := p.wrote[s.arc]
		return !ok || was == s.ahead
	}
	for len(line) > 0 {
		n := 1
		for n < len(line) && ahead(line[n]) == ahead(line[0]) {
			n++
		}
		piece := slices.Clone(line[:n])
		if !ahead(line[0]) {
			piece = reversed(piece)
		}
		out, line = append(out, p.turned(piece)), line[n:]
	}
	return out
}

// lines joins the arcs that are wanted, each in as long a line as there is.
func (l *Layers) lines(wanted func(*arc) bool) [][]step {
	done := make([]bool, len(l.arcs))
	for i := range l.arcs {
		done[i] = !wanted(&l.arcs[i])
	}
	var out [][]step
	for i := range l.arcs {
		if done[i] {
			continue
		}
		done[i] = true
		first := l.arcs[i].line[0]
		line := l.follow([]step{{i, true}}, first, done)
		if end := l.end(line[len(line)-1]); end != first { // what leads to its beginning
			line = l.follow(reversed(line), end, done)
		}
		out = append(out, line)
	}
	return out
}

// follow adds to a line what goes on where it ends, until it is where it stops.
func (l *Layers) follow(line []step, stop Pixel, done []bool) []step {
	for {
		end := l.end(line[len(line)-1])
		if end == stop {
			return line
		}
		next := slices.IndexFunc(l.ends[end], func(i int) bool { return !done[i] })
		if next < 0 {
			return line
		}
		i := l.ends[end][next]
		done[i] = true
		line = append(line, step{i, l.arcs[i].line[0] == end})
	}
}

func (l *Layers) end(s step) Pixel {
	line := l.arcs[s.arc].line
	if s.ahead {
		return line[len(line)-1]
	}
	return line[0]
}

// turned is a line in that direction in which more of it has been written before.
func (p *Pen) turned(line []step) []step {
	score := 0
	for _, s := range line {
		if ahead, ok := p.wrote[s.arc]; ok && s.ahead == ahead {
			score += len(p.arcs[s.arc].line)
		} else if ok {
			score -= len(p.arcs[s.arc].line)
		}
	}
	if score < 0 {
		line = reversed(line)
	}
	for _, s := range line {
		if _, ok := p.wrote[s.arc]; !ok {
			p.wrote[s.arc] = s.ahead
		}
	}
	return line
}

func reversed(line []step) []step {
	slices.Reverse(line)
	for i := range line {
		line[i].ahead = !line[i].ahead
	}
	return line
}

func (l *Layers) points(line []step) []Pixel {
	var out []Pixel
	for _, s := range line {
		p := slices.Clone(l.arcs[s.arc].line)
		if !s.ahead {
			slices.Reverse(p)
		}
		if len(out) > 0 {
			p = p[1:]
		}
		out = append(out, p...)
	}
	return out
}
