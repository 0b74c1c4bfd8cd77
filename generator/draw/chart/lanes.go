package chart

import "slices"

// block is what must be kept free for one event in a lane, in pixels along
// the lanes.
type block struct{ from, to int }

// meets reports whether two blocks have room in common.
func (b block) meets(o block) bool { return b.from < o.to && o.from < b.to }

// lanes gives out room, lane by lane.
type lanes struct {
	taken [][]block
	most  int // how many lanes there may be
}

// place finds the first lane with room for all the blocks, which lie in lanes
// next to each other, and takes it; false when there is none.
func (l *lanes) place(blocks ...block) (lane int, ok bool) {
	for lane = 0; lane+len(blocks) <= l.most; lane++ {
		if l.free(lane, blocks) {
			for i, b := range blocks {
				if lane+i == len(l.taken) {
					l.taken = append(l.taken, nil)
				}
				l.taken[lane+i] = append(l.taken[lane+i], b)
			}
			return lane, true
		}
	}
	return 0, false
}

func (l *lanes) free(lane int, blocks []block) bool {
	for i, b := range blocks {
		if lane+i >= len(l.taken) {
			return true
		}
		if slices.ContainsFunc(l.taken[lane+i], b.meets) {
			return false
		}
	}
	return true
}
