package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// grid is how many steps the table has to a degree.
const grid = 100

// point is a longitude and a latitude in steps of the grid.
type point [2]int

// topology is a TopoJSON file of countries: their borders as arcs, each listed
// once, and the countries as rings of arcs.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
	done map[int][]point // simplified arcs
}

// geometry is a country of a topology.
type geometry struct {
	Type       string
	ID         string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

// arc is the arc ref on the grid, simplified; a reference below 0 is the arc
// ~ref backwards.
func (t *topology) arc(ref int) []point {
	if ref < 0 {
		back := slices.Clone(t.arc(^ref))
		slices.Reverse(back)
		return back
	}
	if arc, done := t.done[ref]; done {
		return arc
	}
	var x, y float64
	var arc []point
	for _, s := range t.Arcs[ref] {
		x, y = x+s[0], y+s[1]
		arc = append(arc, point{t.onGrid(x, 0), t.onGrid(y, 1)})
	}
	if t.done == nil {
		t.done = map[int][]point{}
	}
	t.done[ref] = simplify(arc)
	return t.done[ref]
}

func (t *topology) onGrid(step float64, axis int) int {
	return int(math.Round((step*t.Transform.Scale[axis] + t.Transform.Translate[axis]) * grid))
}

// rings joins a country's arcs into rings, the last point not repeated. Outer
// rings and holes are not told apart: a point is inside when it lies in an odd
// number of them.
func (t *topology) rings(g geometry) ([][]point, error) {
	var polygons [][][]int
	switch g.Type {
	case "Polygon":
		polygons = make([][][]int, 1)
		if err := json.Unmarshal(g.Arcs, &polygons[0]); err != nil {
			return nil, err
		}
	case "MultiPolygon":
		if err := json.Unmarshal(g.Arcs, &polygons); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("a %s is no area", g.Type)
	}
	var rings [][]point
	for _, polygon := range polygons {
		for _, refs := range polygon {
			var ring []point
			for _, ref := range refs {
				arc := t.arc(ref)
				ring = append(ring, arc[:len(arc)-1]...) // the last point begins the next arc
			}
			rings = append(rings, ring)
		}
	}
	return rings, nil
}
