package emit

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

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

// reckonWidth is how many pixels a text takes at a size, estimated from above:
// no font is known when the chart is drawn.
func reckonWidth(s string, size int) int {
	hundredths := 0
	for _, r := range s {
		hundredths += runeWidth(r)
	}
	return (hundredths*size + 99) / 100
}

// runeWidth is in hundredths of the text's size.
func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case width.LookupRune(r).Kind() == width.EastAsianWide || width.LookupRune(r).Kind() == width.EastAsianFullwidth:
		return 100
	case strings.ContainsRune("ijlI.,:;'’!|() -\u00a0", r):
		return 36
	case strings.ContainsRune("mwMWжшщюфыЖШЩЮФЫ@%—…", r):
		return 92
	case unicode.IsUpper(r):
		return 70
	}
	return 58
}

// cutText shortens a text to a width.
func cutText(s string, most, size int) string {
	if reckonWidth(s, size) <= most {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && reckonWidth(string(runes)+"…", size) > most {
		runes = runes[:len(runes)-1]
	}
	for len(runes) > 0 && unicode.IsSpace(runes[len(runes)-1]) {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// wrap breaks a text at spaces into lines of a width, at most most of them.
func wrap(s string, size, most, font int) []string {
	var lines []string
	for len(lines) < most-1 && reckonWidth(s, font) > size {
		at := -1
		for i, r := range s {
			if r == ' ' && reckonWidth(s[:i], font) <= size {
				at = i
			}
		}
		if at < 0 {
			at = strings.IndexByte(s, ' ')
		}
		if at < 0 {
			break
		}
		lines, s = append(lines, cutText(s[:at], size, font)), s[at+1:]
	}
	return append(lines, cutText(s, size, font))
}
