package network

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/generator/draw/textwidth"
)

// maxNodes is how many nodes a network shows at most, and maxTies how many
// ties: of a dense network it shows fewer nodes.
const (
	maxNodes = 60
	maxTies  = 300
)

// MostConnected picks the nodes to draw: again and again the one tied to most
// others; of several, one tied to those picked, then the first. One that is
// tied to none of the picked is left out. ties has for each node the others
// that it is tied to, each as often as it is. left is how many nodes with ties
// are not drawn.
func MostConnected(ties [][]int) (shown []int, left int) {
	next, rest := make([][]int, len(ties)), []int{}
	for i, others := range ties {
		next[i] = slices.Compact(slices.Sorted(slices.Values(others)))
		if len(others) > 0 {
			rest = append(rest, i)
		}
	}
	all, drawn := len(rest), 0
	near, picked := make([]bool, len(ties)), make([]bool, len(ties))
	for len(shown) < maxNodes && len(rest) > 0 {
		best := 0
		for i, n := range rest {
			more := len(next[n]) - len(next[rest[best]])
			if more > 0 || more == 0 && near[n] && !near[rest[best]] {
				best = i
			}
		}
		n := rest[best]
		for _, other := range ties[n] {
			if picked[other] {
				drawn++
			}
		}
		if drawn > maxTies && len(shown) > 1 {
			break
		}
		shown, picked[n] = append(shown, n), true
		for _, other := range next[n] {
			near[other] = true
		}
		rest = slices.Delete(rest, best, best+1)
	}
	shown = slices.DeleteFunc(shown, func(n int) bool {
		return !slices.ContainsFunc(next[n], func(other int) bool { return picked[other] })
	})
	return shown, all - len(shown)
}

// maxLabel is how many characters of a name a node shows.
const maxLabel = 28

// Label is what a node shows: the name, else the first alias that is short
// enough, else the beginning of the name.
func Label(name string, aliases []string) string {
	for _, label := range append([]string{name}, aliases...) {
		if utf8.RuneCountInString(label) <= maxLabel {
			return label
		}
	}
	return strings.TrimSpace(string([]rune(name)[:maxLabel-1])) + "…"
}

// Measures of the drawing, in pixels.
const (
	margin    = 22 // around it
	nodeSize  = 16 // of the text where it is largest, which is on tablets
	besides   = 18 // of a box beside its text, left and right together
	boxHeight = 30
)

// boxWidth is the width of a box with a label, in fixed point, with room for a
// font that is a tenth wider than estimated; bold letters are another tenth wider.
func boxWidth(label string, bold bool) int {
	text := textwidth.Of(label) * 11 / 10
	if bold {
		text += text / 10
	}
	return (text*nodeSize + besides*textwidth.Em) * unit / textwidth.Em
}

// Places are where the nodes of a network lie: the same in every edition.
type Places struct {
	width, height int // of the drawing, in pixels
	boxes         []box
	centre        int // what the drawing is about; -1 if nothing
}

// Place arranges nodes. labels are those that each may have: there is room for
// the longest. pairs are the lines between them, by their indices: as often as
// there are lines between the two. Near the centre, which is -1 for none, is what is tied to it.
func Place(labels [][]string, pairs [][2]int, centre int) *Places {
	p := &Places{centre: centre}
	for i, of := range labels {
		b := box{H: boxHeight * unit}
		for _, l := range of {
			b.W = max(b.W, boxWidth(l, i == centre))
		}
		p.boxes = append(p.boxes, b)
	}
	w, h := arrange(p.boxes, pairs, centre)
	p.width, p.height = w/unit+2*margin+1, h/unit+2*margin+1
	for i := range p.boxes {
		p.boxes[i].X += margin * unit
		p.boxes[i].Y += margin * unit
	}
	return p
}
