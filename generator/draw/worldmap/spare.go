package worldmap

import (
	"dossier/generator/draw/geo"
	"dossier/generator/draw/naturalearth"
)

// spare is what a small map of places is drawn of, in few bytes: what fills it, each
// look once and without the lines between countries of one look, and a pen that adds
// what a page marks. Its groups are the numbers of territories.
type spare struct {
	pen    *geo.Pen
	groups map[string]int // of countries that may be marked
	fills  []Area         // by how countries stand, where maps tell them apart by it
	lines  string         // between those of one look
	apart  bool           // they do
}

// nameless is the group of all that has no name, where countries are told apart.
const nameless = -2

// coast is what lies on the other side of a coast.
const coast = -1

// spareDrawing draws what a frame shows.
func (c *Spots) spareDrawing(frame geo.Frame) *drawing {
	d := &drawing{frame: frame, shown: map[string]bool{}}
	all := naturalearth.Lands().Countries
	shapes, number := make([]*geo.Shape, len(all)), map[*naturalearth.Land]int{}
	coarser := frame
	coarser.Bend = rough
	for i := range all {
		shapes[i], number[&all[i]] = &all[i].Shape, i
		if a := coarser.Draw(shapes[i], leastLand); a != nil {
			d.others = append(d.others, naturalearth.Draw(&all[i], a))
		}
	}
	var filled []*naturalearth.Land
	looks := map[int]Standing{}
	d.groups = map[string]int{}
	for _, s := range c.named() {
		d.apart = d.apart || s.Standing != Unasked
		if i, ok := number[s.land]; ok {
			d.groups[s.ID], looks[i], filled = i, s.Standing, append(filled, s.land)
		}
	}
	group := func(i int) int { return i }
	if d.apart {
		d.hatched, d.hatchUnit = naturalearth.Claims(sparePart(&frame), leastArea, leastHatch, filled), spotUnit
		group = func(i int) int {
			if _, named := looks[i]; named {
				return i
			}
			return nameless
		}
	}
	mesh := frame.Mesh(shapes, spotUnit, group)
	for _, x := range details {
		switch {
		case x.borders:
		case d.apart:
			return d
		default:
			mesh = frame.Mesh(shapes, spotUnit, func(int) int { return nameless })
		}
		layers := mesh.Layers(x.bend, x.least)
		if d.pen != nil && d.loses(layers, looks) {
			break
		}
		d.draw(layers, looks)
		bytes := len(d.land) + len(d.borders) + len(d.lines)
		for _, a := range d.fills {
			bytes += len(a.Path)
		}
		if bytes <= spotBytes {
			break
		}
	}
	return d
}

// loses reports whether layers lack a country of some look that the drawing has. What is
// asked for is never left out to save bytes.
func (d *drawing) loses(layers *geo.Layers, looks map[int]Standing) bool {
	for i, look := range looks {
		if look != Unasked && !layers.Shows(i) && d.pen.Shows(i) {
			return true
		}
	}
	return false
}

// draw draws layers of which it is known how countries stand, where they are told
// apart by it: then land is what has no name.
func (d *drawing) draw(layers *geo.Layers, looks map[int]Standing) {
	d.pen = layers.Pen()
	d.land, d.inland = layers.Pen().Fill(func(int) bool { return true })
	d.fills, d.borders, d.lines = nil, "", ""
	if d.inland {
		d.land = ""
	}
	if !d.apart {
		if !d.inland {
			d.land, _ = d.pen.Fill(func(int) bool { return true })
		}
		d.borders = d.pen.Lines(func(_, b int) bool { return b != coast })
		return
	}
	if !d.inland {
		d.land, _ = d.pen.Fill(func(g int) bool { return g == nameless })
	}
	for look := Other; look <= Member; look++ {
		if path, _ := d.pen.Fill(func(g int) bool { return looks[g] == look }); path != "" {
			d.fills = append(d.fills, Area{Tint: look.Tint(), Path: path})
		}
	}
	d.lines = d.pen.Lines(func(a, b int) bool { return looks[a] == looks[b] && a != b && looks[a] != Unasked })
}

// lay puts what fills a drawing into a map, and marks areas there.
func (d *drawing) lay(m *Map, areas []drawnArea) {
	pen, about := d.pen.Again(), map[int]bool{}
	for _, a := range areas {
		if g, ok := d.groups[a.ID]; ok {
			about[g] = true
		}
	}
	m.Borders = d.borders
	for _, x := range d.fills {
		m.lay(x)
	}
	switch {
	case d.apart:
		m.Lines = d.lines // what is marked has a name in bold
	case len(areas) > 0:
		path, _ := pen.Fill(func(g int) bool { return about[g] })
		m.lay(Area{Tint: Tint{Class: "here"}, Path: path})
		m.Lines, m.Borders = pen.Lines(func(a, b int) bool { return about[a] && about[b] }), ""
	}
	for _, a := range areas {
		if _, ok := d.groups[a.ID]; !ok { // it lies in the outlines of others
			m.lay(Area{Tint: markedLook(a.Place), Path: a.path})
		}
	}
}
