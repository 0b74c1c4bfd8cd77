package worldmap

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/generator/draw/geo"
)

// Where a map is crowded, an inset shows it larger.
const (
	crowd       = 4           // things close together at least, of which an inset is made
	close       = 2 * fewSize // units from one to the next at most
	maxInsets   = 2
	insetShare  = 3           // an inset shows less than one part of so many of the map's width
	insetMargin = 1.2         // the whole inset, times what the crowd takes
	insetLeast  = leastAround // radians that an inset covers at least
	insetLow    = 0.6         // limits of its height divided by its width
	insetHigh   = 0.8
)

// insets draws the crowds of a map larger, the largest first, and gives what they
// show as windows on it. They are parts of the same picture, so that windows are
// upright and an inset looks like what it is of.
func insets(main *drawing, sights []sight) (out []*drawing, windows string) {
	crowds := main.crowds()
	slices.SortStableFunc(crowds, func(a, b []sight) int { return cmp.Compare(len(b), len(a)) })
	for _, c := range crowds {
		if len(out) == maxInsets {
			break
		}
		if part, ok := window(&main.frame, extents(c)); ok {
			d := draw(main.frame.Part(part.left, part.top, part.right-part.left, part.bottom-part.top, insetWidth, 3*coarse), sights, nil)
			d.hatch(leastClaim)
			out, main.windows = append(out, d), append(main.windows, part)
			windows += fmt.Sprintf("M%d %dH%dV%dH%dz", part.left, part.top, part.right, part.bottom, part.left)
		}
	}
	return out, windows
}

// window is the rectangle of a picture that an inset shows of points; false when
// it would show too much of the picture.
func window(f *geo.Frame, points []geo.Vec) (box, bool) {
	b := box{f.Width, f.Height, 0, 0, nobody}
	for _, p := range points {
		x, y, _ := f.At(p)
		b = box{min(b.left, x), min(b.top, y), max(b.right, x), max(b.bottom, y), nobody}
	}
	wide, high := float64(b.right-b.left)*insetMargin, float64(b.bottom-b.top)*insetMargin
	wide = max(wide, float64(f.Across(insetLeast)))
	high = max(high, wide*insetLow)
	wide = max(wide, high/insetHigh)
	w, h := int(wide), int(high)
	if w*insetShare >= f.Width || h >= f.Height {
		return b, false
	}
	left := min(max((b.left+b.right-w)/2, edge), f.Width-edge-w)
	top := min(max((b.top+b.bottom-h)/2, edge), f.Height-edge-h)
	return box{left, top, left + w, top + h, nobody}, true
}

// edge is how far from the edge of a picture windows and labels stay, in units.
const edge = 2

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
