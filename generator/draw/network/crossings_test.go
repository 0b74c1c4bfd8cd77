package network

import "testing"

// TestFewLinesCross: hubs that share their nodes, which can be drawn with few lines that
// cross, are: it takes boxes that change sides, not only steps of single ones.
func TestFewLinesCross(t *testing.T) {
	shared := func(hubs, nodes int) (lines [][2]int) {
		for n := range nodes {
			for h := range hubs {
				lines = append(lines, [2]int{hubs + n, h})
			}
		}
		return lines
	}
	ladder := [][2]int{{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {2, 4}, {4, 6}, {1, 3}, {3, 5}, {5, 7}}
	for name, tt := range map[string]struct {
		lines [][2]int
		most  int
	}{
		"two hubs of the same seven":             {shared(2, 7), 2},
		"two pairs of hubs, with one in between": {append(shared(2, 6), [2]int{7, 8}, [2]int{7, 9}, [2]int{10, 8}, [2]int{10, 9}, [2]int{11, 8}, [2]int{11, 9}, [2]int{12, 8}, [2]int{12, 9}), 1},
		"a ladder":                               {ladder, 0},
	} {
		var boxes []box
		for _, l := range tt.lines {
			for len(boxes) <= max(l[0], l[1]) {
				boxes = append(boxes, box{W: 100 * unit, H: boxHeight * unit})
			}
		}
		arrange(boxes, tt.lines, 0)
		cross := 0
		for i, l := range tt.lines {
			for _, m := range tt.lines[:i] {
				apart := l[0] != m[0] && l[0] != m[1] && l[1] != m[0] && l[1] != m[1]
				if apart && crossing(boxes[l[0]].middle(), boxes[l[1]].middle(), boxes[m[0]].middle(), boxes[m[1]].middle()) {
					cross++
				}
			}
		}
		if cross > tt.most {
			t.Errorf("%s: %d lines cross, want at most %d", name, cross, tt.most)
		}
	}
}
