package network

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// randomNetwork makes boxes of various widths and edges between them.
func randomNetwork(random *rand.Rand, nodes int) ([]box, [][2]int) {
	var boxes []box
	for range nodes {
		boxes = append(boxes, box{W: (40 + random.IntN(200)) * unit, H: 30 * unit})
	}
	var edges [][2]int
	for range random.IntN(3*nodes) + 1 {
		a := random.IntN(nodes)
		b := random.IntN(nodes)
		if random.IntN(2) == 0 {
			b = a / 2 // hubs
		}
		edges = append(edges, [2]int{a, b})
	}
	return boxes, edges
}

func TestBoxesNeverOverlapAndStayInside(t *testing.T) {
	if testing.Short() {
		t.Skip("it draws hundreds of networks")
	}
	random := rand.New(rand.NewPCG(3, 4))
	for n := 0; n < 60; n += 3 {
		boxes, edges := randomNetwork(random, n+1)
		w, h := arrange(boxes, edges, -1)
		for i, a := range boxes {
			if a.X-a.W/2 < 0 || a.Y-a.H/2 < 0 || a.X+a.W/2 > w || a.Y+a.H/2 > h {
				t.Errorf("%d nodes: box %d lies outside %d×%d: %v", n+1, i, w, h, a)
			}
			for _, b := range boxes[:i] {
				if 2*abs(a.X-b.X) < a.W+b.W && 2*abs(a.Y-b.Y) < a.H+b.H {
					t.Errorf("%d nodes: %v overlaps %v", n+1, a, b)
				}
			}
		}
	}
}

// TestPlacesAreTheSameEverywhere holds the places of one network, so that a
// run on another processor would show a difference.
func TestPlacesAreTheSameEverywhere(t *testing.T) {
	places := func() string {
		boxes, edges := randomNetwork(rand.New(rand.NewPCG(5, 6)), 40)
		arrange(boxes, edges, -1)
		var drawn []Edge
		for i, e := range edges {
			if e[0] != e[1] {
				drawn = append(drawn, Edge{e[0], e[1], i%2 == 0})
			}
		}
		lines, ways := drawLines(boxes, drawn)
		sum := sha256.Sum256([]byte(fmt.Sprint(boxes, lines, ways)))
		return hex.EncodeToString(sum[:8])
	}
	got := places()
	if again := places(); again != got {
		t.Errorf("%s, then %s", got, again)
	}
	if want := "7c1c6a9868134137"; got != want {
		t.Errorf("the places hash to %s, want %s; when the layout was changed on purpose, write the new hash here", got, want)
	}
}

// A chain of three must show its middle in the middle, and what is tied must
// lie nearer than what is not.
func TestNeighboursAreNear(t *testing.T) {
	boxes := []box{{W: 60 * unit, H: 30 * unit}, {W: 60 * unit, H: 30 * unit}, {W: 60 * unit, H: 30 * unit}}
	arrange(boxes, [][2]int{{0, 2}, {2, 1}}, -1)
	far := func(a, b box) int { return root((a.X-b.X)*(a.X-b.X) + (a.Y-b.Y)*(a.Y-b.Y)) }
	if ends := far(boxes[0], boxes[1]); far(boxes[0], boxes[2]) >= ends || far(boxes[1], boxes[2]) >= ends {
		t.Errorf("the ends of a chain lie nearer than its links: %v", boxes)
	}
}

func TestLines(t *testing.T) {
	boxes := []box{{W: 40 * unit, H: 20 * unit, X: 50 * unit, Y: 50 * unit}, {W: 40 * unit, H: 20 * unit, X: 250 * unit, Y: 50 * unit}}
	lines, _ := drawLines(boxes, []Edge{{0, 1, true}})
	if want := (Line{Path: "M72 50L219 50", Tip: "M228 50L219 54L219 46Z"}); lines[0] != want {
		t.Errorf("an arrow is %+v, want %+v", lines[0], want)
	}
	lines, ways := drawLines(boxes, []Edge{{0, 1, false}, {1, 0, true}})
	if lines[0].Tip != "" || lines[1].Tip == "" || !strings.Contains(lines[0].Path, "Q") || ways[0].places(1)[0] == ways[1].places(1)[0] {
		t.Errorf("two relations of a pair do not bend apart: %+v", lines)
	}
}

func TestOutlinesDiffer(t *testing.T) {
	var seen []string
	for shape := range shapes {
		o := outline(box{W: 60 * unit, H: 30 * unit, X: 100 * unit, Y: 100 * unit}, shape)
		if slices.Contains(seen, o) || !strings.HasSuffix(o, "Z") {
			t.Errorf("shape %d is %q", shape, o)
		}
		seen = append(seen, o)
	}
}

func TestDec(t *testing.T) {
	for in, want := range map[int]string{0: "0", unit: "1", unit / 2: "0.5", -unit - unit/4: "-1.2", 3: "0", 4: "0.1", -2: "0", 100 * unit: "100"} {
		if got := dec(in); got != want {
			t.Errorf("dec(%d) = %s, want %s", in, got, want)
		}
	}
}

func BenchmarkArrange(b *testing.B) {
	for _, nodes := range []int{24, 60} {
		b.Run(fmt.Sprint(nodes), func(b *testing.B) {
			for b.Loop() {
				boxes, edges := randomNetwork(rand.New(rand.NewPCG(5, 6)), nodes)
				arrange(boxes, edges, -1)
			}
		})
	}
}
