package network

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// randomTies makes nodes, up to as many as are drawn, and ties of several types between them,
// some beside each other.
func randomTies(random *rand.Rand, nodes, ties int) (labels [][]string, pairs [][2]int, out []Tie) {
	for range nodes {
		labels = append(labels, []string{strings.Repeat("n", 3+random.IntN(maxLabel-3))})
	}
	for len(out) < ties {
		a, b := random.IntN(nodes), random.IntN(nodes)
		if random.IntN(2) == 0 {
			b = a / 3 // hubs
		}
		if a == b {
			continue
		}
		for range 1 + random.IntN(8)/6 {
			pairs = append(pairs, [2]int{a, b})
			out = append(out, Tie{Edge: Edge{a, b, random.IntN(3) > 0}, Type: random.IntN(6), Pale: random.IntN(5) == 0, Spans: "x"})
		}
	}
	return labels, pairs, out
}

// TestNothingCoversAnything: no line touches a box that is not its end or leaves
// the drawing, and no words cover a box or other words, wherever a date puts them.
func TestNothingCoversAnything(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws hundreds of networks")
	}
	random := rand.New(rand.NewPCG(7, 8))
	names := Names{
		Kind: func(int) (text, lang string) { return "", "" },
		Type: func(n int, _ bool) (text, lang string) { return strings.Repeat("w", 4*n+3), "" },
	}
	for n := 3; n <= maxNodes; n += 6 {
		for _, ties := range []int{n, 3 * n / 2, 2 * n, maxTies * n * n / (maxNodes * maxNodes)} {
			labels, pairs, all := randomTies(random, n, max(ties, 1))
			p := Place(labels, pairs, random.IntN(n+1)-1)
			nodes := make([]Node, n)
			for i := range nodes {
				nodes[i].Label = labels[i][0]
			}
			d := p.Draw(nodes, all, names)
			var edges []Edge
			for _, t := range all {
				edges = append(edges, t.Edge)
			}
			_, ways := drawLines(p.boxes, edges)
			touched, out := 0, 0
			for i, w := range ways {
				for j := range p.boxes {
					if j != edges[i].From && j != edges[i].To && w.touches(&p.boxes[j], near-2*unit) {
						touched++
					}
				}
				for _, q := range w.flat {
					if q.x < 0 || q.y < 0 || q.x > d.Width*unit || q.y > d.Height*unit {
						out++
						break
					}
				}
			}
			taken, words := append([]box(nil), p.boxes...), 0
			for _, l := range d.Labels {
				b := labelBox(l.Text, labelSize)
				b.X, b.Y = l.X*unit, l.Y*unit
				for _, c := range taken {
					if 2*abs(b.X-c.X) < b.W+c.W && 2*abs(b.Y-c.Y) < b.H+c.H {
						words++
					}
				}
				taken = append(taken, b)
			}
			if touched+out+words > 0 {
				t.Errorf("%d nodes, %d ties: lines touch %d boxes, %d leave the drawing, words cover %d", n, len(all), touched, out, words)
			}
		}
	}
}

// TestWordsStandFree: words stand where other lines cross their own only where no place
// along it is free, and else right beside it, on nothing.
func TestWordsStandFree(t *testing.T) {
	line := func(x1, y1, x2, y2 int) way {
		return newWay(0, point{x1 * unit, y1 * unit}, point{x2 * unit, y2 * unit})
	}
	long := line(0, 200, 600, 200)
	heads := []point{{300 * unit, 200 * unit}, {150 * unit, 220 * unit}}
	if l := findRoom(0, []way{long}, heads, nil, point{600 * unit, 400 * unit}, "party to", labelSize); l == nil || l.hides > 0 || l.onHeads(heads) > 0 {
		t.Errorf("on heads of arrows: the words are at %+v", l)
	}
	for name, others := range map[string][]way{
		"in the middle": {line(300, 0, 300, 400)},
		"often":         {line(200, 0, 200, 400), line(300, 0, 300, 400), line(420, 0, 420, 400)},
		"alongside":     {line(0, 206, 600, 206)},
		"close by":      {line(0, 212, 600, 212), line(0, 188, 300, 188)},
	} {
		ways := append([]way{long}, others...)
		l := findRoom(0, ways, nil, nil, point{600 * unit, 400 * unit}, "party to", labelSize)
		if l == nil || l.onOthers(ways, 0) > 0 {
			t.Errorf("crossed %s: the words are at %+v", name, l)
		}
	}
}

// TestLinesOfTwoBoxesRunApart: several lines of the same two boxes are told apart all along, also
// where boxes above and below leave no room for them to bend.
func TestLinesOfTwoBoxesRunApart(t *testing.T) {
	at := func(x, y int) box { return box{W: 80 * unit, H: 30 * unit, X: x * unit, Y: y * unit} }
	for name, boxes := range map[string][]box{
		"alone": {at(100, 200), at(600, 200)}, "between others": {at(100, 200), at(600, 205), at(350, 158), at(350, 245), at(250, 158), at(450, 245)},
		"upright": {at(300, 50), at(300, 400)},
	} {
		ways := route(boxes, []Edge{{0, 1, true}, {1, 0, true}})
		a, b := ways[0].places(9), ways[1].places(9)
		for i, p := range a {
			if q := b[len(b)-1-i]; distance(p, q) < 7*unit {
				t.Errorf("%s: the lines are %d pixels apart, at %v and %v", name, distance(p, q)/unit, p, q)
			}
		}
	}
}

// TestWordsThatHideAreSaidOnce: of two bundles of a type, the one whose words would hide lines all
// along goes without; the only one of a type does not.
func TestWordsThatHideAreSaidOnce(t *testing.T) {
	ways := []way{newWay(0, point{0, 100 * unit}, point{200 * unit, 100 * unit}), newWay(0, point{0, 300 * unit}, point{400 * unit, 300 * unit})}
	ties := []Tie{{Edge: Edge{From: 0, To: 1}}, {Edge: Edge{From: 2, To: 3}}}
	for x := 0; x < 200; x += 10 { // bars across the first line and all about it
		ways, ties = append(ways, newWay(0, point{x * unit, 0}, point{x * unit, 200 * unit})), append(ties, Tie{Type: 9})
	}
	of := make([]int, len(ways))
	for i := range of {
		of[i] = min(i, 2)
	}
	for name, tt := range map[string]struct {
		kinds [2]int
		pale  int // which is
		said  [2]bool
	}{
		"two of a type":         {[2]int{1, 1}, -1, [2]bool{false, true}},
		"two types":             {[2]int{1, 2}, -1, [2]bool{true, true}},
		"the other one is pale": {[2]int{1, 1}, 1, [2]bool{true, true}},
	} {
		for i := range 2 {
			ties[i].Type, ties[i].Pale = tt.kinds[i], i == tt.pale
		}
		on := placeLabels(ties, of, 3, ways, nil, point{400 * unit, 400 * unit}, func(int) string { return "party to" })
		if got := [2]bool{on[0] != nil, on[1] != nil}; got != tt.said {
			t.Errorf("%s: said %v, want %v", name, got, tt.said)
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	names := Names{
		Kind: func(int) (text, lang string) { return "", "" },
		Type: func(n int, _ bool) (text, lang string) { return strings.Repeat("w", 4*n+3), "" },
	}
	for _, ties := range []int{60, 120, maxTies} {
		b.Run(fmt.Sprint(ties), func(b *testing.B) {
			labels, pairs, all := randomTies(rand.New(rand.NewPCG(7, 8)), maxNodes, ties)
			p := Place(labels, pairs, -1)
			nodes := make([]Node, maxNodes)
			for b.Loop() {
				p.Draw(nodes, all, names)
			}
		})
	}
}
