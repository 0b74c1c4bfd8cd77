package network

import "dossier/generator/draw/textwidth"

// Measures of the words on lines, in pixels.
const (
	labelSize   = 12
	labelHeight = 18
)

// bundles parts ties into those that share words: of one type, from or to the
// node of the two that has more of them. It gives each tie the number of its
// bundle, from 0.
func bundles(ties []Tie) (of []int, n int) {
	type end struct{ kind, node int }
	degree, numbers := map[end]int{}, map[end]int{}
	for _, t := range ties {
		degree[end{t.Type, t.From}]++
		degree[end{t.Type, t.To}]++
	}
	for _, t := range ties {
		hub := end{t.Type, t.To}
		if from := (end{t.Type, t.From}); degree[from] > degree[hub] {
			hub = from
		}
		number, ok := numbers[hub]
		if !ok {
			number = len(numbers)
			numbers[hub] = number
		}
		of = append(of, number)
	}
	return of, len(numbers)
}

// placeLabels finds for the words of each bundle a place on one of its lines,
// away from boxes and other words, where fewest other lines run; on one that
// holds before one that is pale. Words without room are left out: the key
// has the line.
func placeLabels(ties []Tie, of []int, n int, ways []way, boxes []box, words func(kind int) string) []*label {
	taken := append([]box(nil), boxes...)
	placed := make([]*label, n)
	for number := range placed {
		least := 0
		for i, t := range ties {
			if of[i] != number {
				continue
			}
			b := box{W: (textwidth.Of(words(t.Type))*labelSize + 8*textwidth.Em) * unit / textwidth.Em, H: labelHeight * unit}
			for _, at := range []int{8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13} {
				p := ways[i].at(at)
				b.X, b.Y = p.x, p.y
				if !b.clearOf(taken) {
					continue
				}
				cost := 1 + 4*b.touchedBy(ways, i)
				if t.Pale {
					cost += 2
				}
				if placed[number] == nil || cost < least {
					placed[number], least = &label{b, i}, cost
				}
			}
		}
		if placed[number] != nil {
			taken = append(taken, placed[number].box)
		}
	}
	return placed
}

// label is the room of a bundle's words, and the number of the tie on whose line they stand.
type label struct {
	box
	tie int
}

// clearOf reports whether a box touches none of others.
func (b box) clearOf(others []box) bool {
	for _, c := range others {
		if 2*abs(b.X-c.X) < b.W+c.W+8*unit && 2*abs(b.Y-c.Y) < b.H+c.H+4*unit {
			return false
		}
	}
	return true
}

// touchedBy counts the ways, but for one, of which a sixteenth ends in a box.
func (b box) touchedBy(ways []way, except int) int {
	n := 0
	for i, w := range ways {
		if i == except {
			continue
		}
		for t := range 17 {
			if p := w.at(t); 2*abs(p.x-b.X) < b.W && 2*abs(p.y-b.Y) < b.H {
				n++
				break
			}
		}
	}
	return n
}
