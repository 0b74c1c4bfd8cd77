package naturalearth

import (
	"sync"

	"dossier/generator/draw/geo"
)

// Drawn is what a picture shows of a land, and the rectangle that it lies in.
type Drawn struct {
	Area      geo.Area
	Low, High geo.Pixel
	Of        *Land // nil where nobody asks
	rows      func() *geo.Rows
}

// Draw makes one of an area, which must not be empty.
func Draw(of *Land, area geo.Area) Drawn {
	d := Drawn{Area: area, Of: of, rows: sync.OnceValue(area.Rows)}
	d.Low, d.High = area.Bounds()
	return d
}

// Holds reports whether a pixel lies in the area.
func (d *Drawn) Holds(p geo.Pixel) bool {
	return d.Low[0] <= p[0] && p[0] < d.High[0] && d.Low[1] <= p[1] && p[1] < d.High[1] && d.rows().Hold(p)
}

// Under reports whether the area lies under a rectangle, looked at here and there.
func (d *Drawn) Under(left, top, right, bottom int) bool {
	if right <= d.Low[0] || left >= d.High[0] || bottom <= d.Low[1] || top >= d.High[1] {
		return false
	}
	const across, down = 6, 2
	for j := range down + 1 {
		if d.rows().HoldAny(top+(bottom-top)*j/down, left, right, across) {
			return true
		}
	}
	return false
}

// Hidden is how much of what a picture shows of the area a rectangle would hide, as a part of
// one.
func (d *Drawn) Hidden(f *geo.Frame, left, top, right, bottom int) float64 {
	const steps = 16
	low := geo.Pixel{max(d.Low[0], 0), max(d.Low[1], 0)}
	wide, high := min(d.High[0], f.Width)-low[0], min(d.High[1], f.Height)-low[1]
	all, hidden := 0, 0
	for n := range steps * steps {
		x, y := low[0]+wide*(n%steps)/steps, low[1]+high*(n/steps)/steps
		if !d.Holds(geo.Pixel{x, y}) {
			continue
		}
		all++
		if left < x && x < right && top < y && y < bottom {
			hidden++
		}
	}
	return float64(hidden) / float64(max(1, all))
}

// Seen is about how many units of the area lie inside the picture: areas run on a bit outside of
// it.
func (d *Drawn) Seen(f *geo.Frame) int {
	inside := (min(d.High[0], f.Width) - max(d.Low[0], 0)) * (min(d.High[1], f.Height) - max(d.Low[1], 0))
	return d.Area.Size() * max(0, inside) / max(1, (d.High[0]-d.Low[0])*(d.High[1]-d.Low[1]))
}

// Claims are the disputed areas that concern one of some countries and of which a picture shows at
// least so much, drawn without rings below a size. What is disputed between others is not the
// subject of a map.
func Claims(f *geo.Frame, smallest, least int, of []*Land) []Drawn {
	var all []Drawn
	disputed := Lands().Disputed
	for i := range disputed {
		if !disputed[i].Concerns(of) {
			continue
		}
		area := f.Draw(&disputed[i].Shape, smallest)
		if area.Size() < least {
			continue
		}
		if d := Draw(&disputed[i], area); d.Seen(f) >= least {
			all = append(all, d)
		}
	}
	return all
}
