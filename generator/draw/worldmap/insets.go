package worldmap

import (
	"cmp"
	"slices"

	"dossier/generator/draw/geo"
)

// Where a map is crowded, an inset shows it larger.
const (
	crowd      = 4           // things close together at least, of which an inset is made
	close      = 2 * fewSize // units from one to the next at most
	maxInsets  = 2
	insetShare = 3 // an inset shows less than one part of so many of the map's width, and nothing beyond it
)

var insetSizes = geo.Sizes{Width: insetWidth, Bend: 3 * coarse, Low: 0.6, High: 0.8, Margin: 1.2, Least: leastAround / 2}

// insets draws the crowds of a map larger, the largest first, and gives what they
// show as windows on it.
func insets(main *drawing, sights []sight) (out []*drawing, windows string) {
	crowds := main.crowds()
	slices.SortStableFunc(crowds, func(a, b []sight) int { return cmp.Compare(len(b), len(a)) })
	for _, c := range crowds {
		var points []geo.Vec
		for _, s := range c {
			points = append(points, s.extent()...)
		}
		if _, far := around(points); far > compact {
			continue
		}
		frame := geo.Region(points, insetSizes)
		border := frame.Border()
		window := main.frame.Draw(&border, leastLand)
		if len(window) != 1 {
			continue
		}
		low, high := window.Bounds()
		cut := low[0] <= 0 || low[1] <= 0 || high[0] >= main.frame.Width || high[1] >= main.frame.Height
		if !cut && len(out) < maxInsets && (high[0]-low[0])*insetShare < main.frame.Width {
			out, windows = append(out, draw(frame, sights, nil)), windows+window.Path()
		}
	}
	return out, windows
}

// around gives the middle of points, and how far they lie from it at most.
func around(points []geo.Vec) (middle geo.Vec, far float64) {
	middle = geo.Middle(points)
	for _, p := range points {
		far = max(far, geo.Angle(middle, p))
	}
	return middle, far
}

// crowds are the dots and small countries of a drawing of which each lies close to
// another one.
func (d *drawing) crowds() [][]sight {
	type thing struct {
		sight
		x, y, crowd int
	}
	var things []thing
	for i := range d.areas {
		if a := &d.areas[i]; d.shown[a.ID] && a.within(small*fewSize) {
			things = append(things, thing{a.sight, (a.low[0] + a.high[0]) / 2, (a.low[1] + a.high[1]) / 2, len(things)})
		}
	}
	for _, dot := range d.dots {
		things = append(things, thing{dot.sight, dot.x, dot.y, len(things)})
	}
	for i, a := range things {
		for _, b := range things[:i] {
			if dx, dy := a.x-b.x, a.y-b.y; dx*dx+dy*dy <= close*close {
				from, to := things[i].crowd, b.crowd
				for j := range things {
					if things[j].crowd == from {
						things[j].crowd = to
					}
				}
			}
		}
	}
	members := make([][]sight, len(things))
	for _, t := range things {
		members[t.crowd] = append(members[t.crowd], t.sight)
	}
	return slices.DeleteFunc(members, func(c []sight) bool { return len(c) < crowd })
}
