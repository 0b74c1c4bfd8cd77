package chart

import "slices"

// block is what must be kept free for one event in a lane, in pixels along
// the lanes.
type block struct{ from, to int }

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
		if slices.ContainsFunc(l.taken[lane+i], func(o block) bool { return b.from < o.to && o.from < b.to }) {
			return false
		}
	}
	return true
}

// apart moves things of the given heights so that none overlaps the next
// and, together, they stay as near to their wishes as they can. wish and the
// result are their tops; wishes ascend. Nothing goes above 0.
func apart(wish, height []int) []int {
	type heap struct{ first, size, sum, count int } // sum of where each would have the heap's top
	var heaps []heap
	top := func(h heap) int { return max(0, floorDiv(h.sum, h.count)) }
	for i := range wish {
		h := heap{first: i, size: height[i], sum: wish[i], count: 1}
		for len(heaps) > 0 {
			above := heaps[len(heaps)-1]
			if top(above)+above.size <= top(h) {
				break
			}
			h = heap{above.first, above.size + h.size, above.sum + h.sum - above.size*h.count, above.count + h.count}
			heaps = heaps[:len(heaps)-1]
		}
		heaps = append(heaps, h)
	}
	out := make([]int, len(wish))
	for _, h := range heaps {
		at := top(h)
		for i := h.first; i < len(wish) && at < top(h)+h.size; i++ {
			out[i] = at
			at += height[i]
		}
	}
	return out
}
