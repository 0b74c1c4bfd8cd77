package extent

import (
	"fmt"
	"math"

	"dossier/generator/draw/geo"
)

// Tiles are squares of a grid, in degrees: a point lies less than its radius from
// the middle of one. They are of the sizes from the least that is asked for, each
// twice the one before, and the world is one.
const (
	leastTile = 3
	mostTile  = 48
)

// Tiled gives the frame of a map of points and what tells it from others: one of some sizes that
// fits, with what is near (see Frame, which part is for), or when there is a least size of tiles, that of a tile.
func Tiled(points, near []geo.Vec, least float64, sizes geo.Sizes, part float64) (key string, frame func() geo.Frame) {
	middle, angle := Around(points)
	far := angle * 180 / math.Pi
	radius := least
	for least > 0 && radius < far {
		radius *= 2
	}
	switch {
	case far > mostTile:
		frame := geo.World(sizes.Width, 0, points)
		return fmt.Sprint("world ", frame.Height), func() geo.Frame { return frame } // higher with a point far in the south
	case least == 0:
		return fmt.Sprint(points, near), func() geo.Frame { return Frame(points, near, sizes, part) }
	}
	step, at := radius/2, middle.Point()
	lat := max(-90, min(90, math.Round(at[1]/step)*step))
	around := max(1, math.Round(360/step*math.Cos(lat*math.Pi/180)))
	lon := math.Mod(math.Round((at[0]+180)/360*around), around)/around*360 - 180
	return fmt.Sprint(radius, lat, lon), func() geo.Frame {
		tile := geo.Sizes{Width: sizes.Width, Low: sizes.High, High: sizes.High, Margin: 1, Least: 1.9 * radius * math.Pi / 180}
		return geo.Region([]geo.Vec{geo.At(geo.Point{lon, lat})}, tile)
	}
}

// LeastTile is the least size of tiles with which there are few maps; 0 when there are few
// without tiles.
func LeastTile(few func(least float64) bool) float64 {
	if few(0) {
		return 0
	}
	least := float64(leastTile)
	for least < mostTile && !few(least) {
		least *= 2
	}
	return least
}
