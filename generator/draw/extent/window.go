package extent

import (
	"math"

	"dossier/generator/draw/geo"
)

// What of a picture is shown larger beside it.
const (
	windowMargin = 1.2               // the whole of it, times what the points take
	leastWindow  = 4 * math.Pi / 180 // radians that it covers at least
	windowLow    = 0.6               // limits of its height divided by its width
	windowHigh   = 0.8
)

// Window is the rectangle of a picture that an inset shows of points, so far from the edges at
// least; false when it would show more than a share of the picture.
func Window(f *geo.Frame, points []geo.Vec, share, edge int) (left, top, width, height int, ok bool) {
	left, top = f.Width, f.Height
	right, bottom := 0, 0
	for _, p := range points {
		x, y, _ := f.At(p)
		left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
	}
	wide, high := float64(right-left)*windowMargin, float64(bottom-top)*windowMargin
	wide = max(wide, float64(f.Across(leastWindow)))
	high = max(high, wide*windowLow)
	wide = max(wide, high/windowHigh)
	w, h := int(wide), int(high)
	if w*share >= f.Width || h >= f.Height {
		return left, top, 0, 0, false
	}
	left = min(max((left+right-w)/2, edge), f.Width-edge-w)
	top = min(max((top+bottom-h)/2, edge), f.Height-edge-h)
	return left, top, w, h, true
}
