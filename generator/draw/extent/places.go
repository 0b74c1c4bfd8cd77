package extent

import (
	"math"
	"slices"

	"dossier/generator/draw/geo"
)

// The picture of several places has room beside them for their names and those of the
// countries: much where they lie close together, in degrees.
const (
	leastFar    = 0.7
	placeMargin = 1.3
	nameRoom    = 3.2
	wideMargin  = 1.6
	nearMargin  = 1.35 // with countries that it nearly shows
)

// wide is how far places lie apart, in degrees from the middle, on whose map the countries
// around are small: then it shows whole those that are named with them, and lie not much
// farther off.
const (
	wide    = 8
	notMuch = 1.3
)

// Places gives the points that a map of places must hold, with the middles of countries where
// these are to be shown whole; and near these the middles of the countries, and of members,
// that it nearly shows. The sizes are of a map of places that lie neither close nor far apart.
func Places(places, countries, members []geo.Vec, sizes geo.Sizes) (held, near []geo.Vec) {
	if len(places) == 0 {
		return nil, nil
	}
	places = slices.Clone(places)
	middle, far := Around(places)
	if far >= wide*math.Pi/180 {
		for _, at := range countries {
			if geo.Angle(middle, at) < far*notMuch {
				places = append(places, at)
			}
		}
		middle, far = Around(places)
	}
	sizes = fitting(far, sizes)
	return places, Reached(middle, max(far, sizes.Least)*sizes.Margin, slices.Concat(countries, members))
}

// Frame is that of a map of places, from what Places gives and with the same sizes. It shows at least a part of
// what it would show without what it nearly shows.
func Frame(held, near []geo.Vec, sizes geo.Sizes, part float64) geo.Frame {
	_, far := Around(held)
	sizes, margin := fitting(far, sizes), nearMargin
	if far >= wide*math.Pi/180 {
		margin = wideMargin
	}
	return Roomy(held, near, sizes, margin, max(far, sizes.Least)*sizes.Margin*part)
}

// fitting are the sizes of a map of places that lie so far apart, in radians.
func fitting(far float64, sizes geo.Sizes) geo.Sizes {
	if far *= 180 / math.Pi; far >= leastFar {
		sizes.Margin, sizes.Least = placeMargin+nameRoom/far, 0
	}
	if far >= wide {
		sizes.Margin = wideMargin
	}
	return sizes
}
