package geo

// Rows tells which pixels lie in an area: it knows where the area's lines cross each row of
// the picture. Names on maps are tried in so many places that to look at all lines for each
// was a sixth of what a dossier of a few hundred pages takes.
type Rows struct {
	first int     // row of the area
	begin []int32 // of each row and what would be the next, in at
	at    []int32
}

// Rows makes an area ready to be asked for many pixels.
func (a Area) Rows() *Rows {
	low, high := a.Bounds()
	r := &Rows{first: low[1], begin: make([]int32, high[1]-low[1]+1)}
	n := int32(0)
	a.cross(func(y, _ int) { r.begin[y-r.first]++; n++ })
	for y := range r.begin { // each row's end, as yet
		if y > 0 {
			r.begin[y] += r.begin[y-1]
		}
	}
	r.at = make([]int32, n)
	a.cross(func(y, x int) { r.begin[y-r.first]--; r.at[r.begin[y-r.first]] = int32(x) })
	return r
}

// cross calls each with the rows that the area's lines cross, and where.
func (a Area) cross(each func(y, x int)) {
	for _, line := range a {
		p := line[len(line)-1]
		for _, q := range line {
			for y := min(p[1], q[1]); y < max(p[1], q[1]); y++ {
				each(y, cut(p, q, 1, y)[0])
			}
			p = q
		}
	}
}

// of are the crossings of a row.
func (r *Rows) of(y int) []int32 {
	if y -= r.first; y >= 0 && y+1 < len(r.begin) {
		return r.at[r.begin[y]:r.begin[y+1]]
	}
	return nil
}

// Hold reports whether a pixel lies in the area.
func (r *Rows) Hold(p Pixel) bool { return inside(r.of(p[1]), p[0]) }

// inside reports whether a place in a row lies between lines that cross it.
func inside(crossings []int32, at int) bool {
	in := false
	for _, x := range crossings {
		if at < int(x) {
			in = !in
		}
	}
	return in
}

// HoldAny reports whether any of some pixels of a row lies in the area: the ends of a stretch,
// and those between that divide it into parts.
func (r *Rows) HoldAny(y, from, to, parts int) bool {
	for at, i := r.of(y), 0; len(at) > 0 && i <= parts; i++ {
		if inside(at, from+(to-from)*i/parts) {
			return true
		}
	}
	return false
}
