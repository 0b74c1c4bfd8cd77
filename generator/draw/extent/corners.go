package extent

import "fmt"

// Part is a rectangle of a picture.
type Part struct{ Left, Top, Right, Bottom int }

// leastCorner is how long the lines at corners are at least, in units.
const leastCorner = 10

// Corners are those of what an inset shows: marked alone, they leave room for names.
func (p Part) Corners() [4]Part {
	side := min(p.Right-p.Left, p.Bottom-p.Top)
	n := min(max(side/8, leastCorner), side/2)
	return [...]Part{
		{p.Left, p.Top, p.Left + n, p.Top + n}, {p.Right - n, p.Top, p.Right, p.Top + n},
		{p.Right - n, p.Bottom - n, p.Right, p.Bottom}, {p.Left, p.Bottom - n, p.Left + n, p.Bottom},
	}
}

// Path marks the corners, as path data.
func (p Part) Path() string {
	n := p.Corners()[0].Right - p.Left
	return fmt.Sprintf("M%d %dv-%dh%dM%d %dh%dv%dM%d %dv%dh-%dM%d %dh-%dv-%d", p.Left, p.Top+n, n, n, p.Right-n, p.Top, n, n, p.Right, p.Bottom-n, n, n, p.Left+n, p.Bottom, n, n)
}

// Covered says which of n points that may be left out lie closer than a distance to one before
// them that stays.
func Covered(n int, at func(i int) (x, y int), distance int, may func(i int) bool) []bool {
	out := make([]bool, n)
	for i := range out {
		x, y := at(i)
		for j := range i {
			left, top := at(j)
			left, top = left-x, top-y
			out[i] = out[i] || !out[j] && left*left+top*top < distance*distance && may(i)
		}
	}
	return out
}
