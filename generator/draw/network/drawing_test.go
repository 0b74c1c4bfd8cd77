package network

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// star ties n nodes to the first.
func star(n int) [][]int {
	ties := make([][]int, n+1)
	for i := 1; i <= n; i++ {
		ties[0], ties[i] = append(ties[0], i), []int{0}
	}
	return ties
}

func TestMostConnected(t *testing.T) {
	for _, tt := range []struct {
		name  string
		ties  [][]int
		shown string
		left  int
	}{
		{"nothing", nil, "[]", 0},
		{"without ties", make([][]int, 3), "[]", 0},
		{"a pair", [][]int{{1}, {0}, nil}, "[0 1]", 0},
		{"the one tied to most comes first", [][]int{{2}, {2}, {0, 1}}, "[2 0 1]", 0},
		{"several ties to one are one", [][]int{{1, 1, 1}, {0, 0, 0, 2}, {1, 3}, {2}}, "[1 2 0 3]", 0},
		{"one tied to those picked comes before another", [][]int{{3}, {2, 4}, {1}, {0}, {1}}, "[1 2 4 0 3]", 0},
	} {
		shown, left := MostConnected(tt.ties)
		if got := fmt.Sprint(shown); got != tt.shown || left != tt.left {
			t.Errorf("%s: %s, %d left; want %s, %d", tt.name, got, left, tt.shown, tt.left)
		}
	}
}

func TestMostConnectedIsBounded(t *testing.T) {
	ties := append(star(80), []int{82}, []int{81}) // and a pair that no one else knows
	shown, left := MostConnected(ties)
	if len(shown) != maxNodes || left != len(ties)-maxNodes || slices.Contains(shown, 81) {
		t.Errorf("%d nodes are shown, %d left", len(shown), left)
	}
	all := make([][]int, 50) // everybody is tied to everybody
	for i := range all {
		for k := range all {
			if k != i {
				all[i] = append(all[i], k)
			}
		}
	}
	shown, left = MostConnected(all)
	if lines := len(shown) * (len(shown) - 1) / 2; lines > maxTies || lines < maxTies/2 || left != len(all)-len(shown) {
		t.Errorf("%d nodes with %d ties are shown, %d left", len(shown), lines, left)
	}
	lone := append(star(59), []int{61}, []int{60}) // of the pair, only one would have room
	lone[0], lone[59] = lone[0][:58], nil
	if shown, left = MostConnected(lone); slices.Contains(shown, 60) != slices.Contains(shown, 61) || left != 61-len(shown) {
		t.Errorf("one of a pair is shown without the other: %v, %d left", shown, left)
	}
}

func TestLabel(t *testing.T) {
	for _, tt := range []struct {
		name    string
		aliases []string
		want    string
	}{
		{"CSTO", []string{"X"}, "CSTO"},
		{"Collective Security Treaty Organization", []string{"The organization of the treaty", "CSTO"}, "CSTO"},
		{"Организация Договора о коллективной безопасности", nil, "Организация Договора о колл…"},
	} {
		if got := Label(tt.name, tt.aliases); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestDraw(t *testing.T) {
	labels := [][]string{{"Armenia", "Armenia, a long name"}, {"CSTO"}, {"Georgia"}}
	p := Place(labels, [][2]int{{0, 1}, {0, 2}}, -1)
	nodes := []Node{
		{Label: "Armenia", Title: "Armenia – Country", Href: "armenia.html", Kind: 4},
		{Label: "CSTO", Lang: "en", Kind: 2},
		{Label: "Georgia", Kind: 4},
	}
	ties := []Tie{
		{Edge: Edge{From: 0, To: 1, Arrow: true}, Type: 7, Title: "Armenia – member of – CSTO", Main: true},
		{Edge: Edge{From: 0, To: 2}, Type: 3, Pale: true},
		{Edge: Edge{From: 2, To: 1, Arrow: true}, Type: 7, Main: true},
	}
	names := Names{Kind: func(n int) (text, lang string) { return fmt.Sprint("kind ", n), "en" }, Type: func(n int, inverse bool) (text, lang string) { return fmt.Sprint("type ", n, inverse), "fr" }}
	d := p.Draw(nodes, ties, names)
	if d.Shown != 3 || !d.Pale || !d.Symmetric || len(d.Edges) != 3 || len(d.Nodes) != 3 || d.Width != p.width || d.Height != p.height {
		t.Fatalf("%+v", d)
	}
	keys := func(of []Key) string {
		var out []string
		for _, k := range of {
			out = append(out, fmt.Sprintf("%s %s %d %t %t", k.Text, k.Lang, k.Style, k.Tip != "", k.Main))
		}
		return strings.Join(out, ", ")
	}
	if got, want := keys(d.Kinds)+"; "+keys(d.Types), "kind 2 en 1 false false, kind 4 en 2 false false; type 7 false fr 1 true true, type 3 false fr 2 false false"; got != want {
		t.Errorf("the key is %s, want %s", got, want)
	}
	for _, l := range d.Labels {
		if l.Main != (l.Style == 1) {
			t.Errorf("words %+v", l)
		}
	}
	for i, want := range []DrawnTie{{Title: ties[0].Title, Style: 1, To: 1, Main: true}, {Style: 2, To: 2, Bundle: 1, Pale: true}, {Style: 1, From: 2, To: 1, Main: true}} {
		got := d.Edges[i]
		if got.Path == "" || (got.Tip != "") != ties[i].Arrow {
			t.Errorf("line %d is drawn as %q with the tip %q", i, got.Path, got.Tip)
		}
		if got.Line = (Line{}); got != want {
			t.Errorf("line %d: %+v, want %+v", i, got, want)
		}
	}
	ties[2].Pale = true
	for i, n := range p.Draw(nodes, ties, names).Nodes {
		if n.Pale != (i == 2) {
			t.Errorf("node %d is pale: %v", i, n.Pale)
		}
	}
	for i, n := range d.Nodes {
		if n.Pale || n.Text != nodes[i].Label || n.Title != nodes[i].Title || n.Href != nodes[i].Href || n.Lang != nodes[i].Lang || n.Style != []int{2, 1, 2}[i] || !slices.Equal(n.Lines, [][]int{{1, 2}, {1}, {1, 2}}[i]) {
			t.Errorf("node %d: %+v", i, n)
		}
		if n.X != p.boxes[i].X/unit || n.Y != p.boxes[i].Y/unit || n.X <= margin || n.X >= d.Width-margin {
			t.Errorf("node %d stands at %d, %d of %d×%d", i, n.X, n.Y, d.Width, d.Height)
		}
	}
	if long := boxWidth("Armenia, a long name", false); p.boxes[0].W != long {
		t.Errorf("there is no room for the longest label: %d of %d", p.boxes[0].W, long)
	}
}

func TestDrawWithFewAndManyTypes(t *testing.T) {
	p := Place([][]string{{"a"}, {"b"}, {"c"}}, [][2]int{{0, 1}, {0, 2}}, -1)
	number := func(n int) (text, lang string) { return strconv.Itoa(n), "" }
	nodes, names := make([]Node, 3), Names{Kind: number, Type: func(n int, _ bool) (text, lang string) { return number(n) }}
	if p.Draw(nodes, nil, names) != nil {
		t.Error("nodes without ties are drawn")
	}
	many := make([]Tie, 14)
	for i := range many {
		many[i] = Tie{Edge: Edge{From: i % 2, To: 2}, Type: i}
	}
	d := p.Draw(nodes, many, names)
	if last := d.Types[13]; last.Text != "13" || last.Style != 2 {
		t.Errorf("the fourteenth type: %+v", last)
	}
	if !d.Alike || p.Draw(nodes, many[:12], names).Alike {
		t.Error("twelve types look alike, or fourteen do not")
	}
}

// TestLabels: a star has its words once, on one of its lines, off all boxes and
// other words; the list has each tie once, read from the hub.
func TestLabels(t *testing.T) {
	labels, pairs := [][]string{{"League"}}, [][2]int(nil)
	var ties []Tie
	for i := range 8 {
		labels = append(labels, []string{fmt.Sprint("Member ", i)})
		pairs = append(pairs, [2]int{0, i + 1})
		ties = append(ties, Tie{Edge: Edge{From: i + 1, To: 0, Arrow: true}, Type: 5, Spans: strconv.Itoa(i)})
	}
	ties = append(ties, Tie{Edge: Edge{From: 1, To: 2, Arrow: true}, Type: 6})
	p := Place(labels, append(pairs, [2]int{1, 2}), -1)
	names := Names{Kind: func(int) (text, lang string) { return "", "" }, Type: func(n int, inverse bool) (text, lang string) { return fmt.Sprint(n, inverse), "" }}
	d := p.Draw(make([]Node, len(labels)), ties, names)
	if len(d.Labels) != 2 || d.Labels[0].Text != "5 false" || d.Labels[1].Text != "6 false" || d.Labels[0].Style == d.Labels[1].Style {
		t.Fatalf("%+v", d.Labels)
	}
	for i, l := range d.Labels {
		for _, b := range p.boxes {
			if 2*abs(l.X*unit-b.X) < b.W && 2*abs(l.Y*unit-b.Y) < b.H+labelHeight*unit {
				t.Errorf("label %d lies on a box", i)
			}
		}
	}
	if len(d.Hubs) != 2 || len(d.Hubs[0].Branches) != 1 || d.Hubs[0].Branches[0].Text != "5 true" || len(d.Hubs[0].Branches[0].Twigs) != 8 {
		t.Fatalf("%+v", d.Hubs)
	}
	// The second hub has all that it has, also what the first one listed.
	if second := d.Hubs[1].Branches; d.Hubs[0].Branches[0].Twigs[3].Spans != "3" || len(second) != 2 || second[0].Text != "5 false" || second[1].Text != "6 false" {
		t.Errorf("%+v", d.Hubs)
	}
	// What the drawing is about comes first, however few ties it has.
	about := Place(labels, append(pairs, [2]int{1, 2}), 2).Draw(make([]Node, len(labels)), ties, names).Hubs
	if len(about) != 2 || !about[0].Main || about[0].twigs() != 2 || about[1].twigs() != 8 {
		t.Errorf("%+v", about)
	}
}
