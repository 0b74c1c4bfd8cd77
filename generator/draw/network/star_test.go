package network

import (
	"fmt"
	"slices"
	"testing"
)

// TestStar: what is tied to the centre stands around it, within the drawing and apart, first that of
// which a tie holds; there is none where it would say too little or would be too large.
func TestStar(t *testing.T) {
	names := Names{Kind: func(int) (text, lang string) { return "kind", "" }, Type: func(int, bool) (text, lang string) { return "type", "" }}
	draw := func(around int, label string, centre int) *Drawing {
		var labels [][]string
		var nodes []Node
		var pairs [][2]int
		var ties []Tie
		for i := range around + 2 {
			l := label
			if i == 0 {
				l = "Hub"
			}
			labels, nodes = append(labels, []string{l}), append(nodes, Node{Label: l, Href: fmt.Sprint(i), Kind: i % 3})
			if i > 0 { // the last is tied to another one
				pairs = append(pairs, [2]int{i, i / (around + 1)})
				ties = append(ties, Tie{Edge: Edge{From: i, To: i / (around + 1), Arrow: true}, Type: i % 2, Pale: i == 1, Spans: "x"})
			}
		}
		pairs, ties = append(pairs, [2]int{0, 2}), append(ties, Tie{Edge: Edge{From: 0, To: 2}, Type: 5})
		return Place(labels, pairs, centre).Draw(nodes, ties, names)
	}
	for around := starLeast; around <= starMost; around++ {
		d := draw(around, "Kyrgyzstan", 0)
		s := d.Star
		if s == nil || len(s.Nodes) != around+1 || len(s.Edges) != around+1 {
			t.Fatalf("%d around the centre: %+v", around, s)
		}
		if s.Nodes[0].Text != "Hub" || !s.Nodes[0].Main || s.Nodes[around].Href != "1" || !s.Nodes[around].Pale || slices.ContainsFunc(s.Nodes[:around], func(n DrawnNode) bool { return n.Pale }) {
			t.Errorf("%d around the centre: the nodes are %+v", around, s.Nodes)
		}
		half := boxWidth("Kyrgyzstan", false) * starSize / nodeSize / unit / 2
		for i, a := range s.Nodes {
			if i > 0 && (a.X < half || a.X > s.Width-half) || a.Y < boxHeight/2 || a.Y > s.Height-boxHeight/2 {
				t.Errorf("%d around the centre: %s leaves %d×%d: %d, %d", around, a.Text, s.Width, s.Height, a.X, a.Y)
			}
			for _, b := range s.Nodes[:i] {
				if abs(a.X-b.X) < half && abs(a.Y-b.Y) < boxHeight {
					t.Errorf("%d around the centre: %s and %s overlap", around, a.Href, b.Href)
				}
			}
		}
		for _, e := range s.Edges {
			whole := slices.IndexFunc(d.Edges, func(o DrawnTie) bool {
				return d.Nodes[o.From].Href == s.Nodes[e.From].Href && d.Nodes[o.To].Href == s.Nodes[e.To].Href
			})
			if e.From != 0 && e.To != 0 || whole < 0 || e.Style != d.Edges[whole].Style || e.Pale != d.Edges[whole].Pale || e.Spans != d.Edges[whole].Spans || e.Path == "" {
				t.Errorf("%d around the centre: %+v is not %+v", around, e, d.Edges[max(whole, 0)])
			}
		}
	}
	for name, d := range map[string]*Drawing{
		"two around it": draw(starLeast-1, "A", 0), "too many": draw(starMost+1, "A", 0), "long names": draw(4, "A name of twenty letters", 0), "no centre": draw(4, "A", -1),
	} {
		if d.Star != nil {
			t.Errorf("%s: there is a star", name)
		}
	}
}
