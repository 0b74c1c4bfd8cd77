package network

import "slices"

// Drawing is a drawing of who is tied to whom. Lengths are in the units of the
// drawing's view box, 0 0 Width Height.
type Drawing struct {
	Width, Height int
	Edges         []DrawnTie
	Labels        []LineWords
	Hubs          []Hub
	Star          *Star // of what the drawing is about; nil for none
	Nodes         []DrawnNode
	Kinds         []Key // shapes of the nodes
	Types         []Key // lines of the edges
	Alike         bool  // some of them look the same
	Undated       []Key // types of the ties that hold at every date, as none is known; nil if all are such
	Symmetric     bool  // there are lines without an arrow
	Pale          bool  // there are pale ties
	Left          int   // nodes that are not drawn
	Shown         int
}

// DrawnTie is a line between two nodes. Style counts from 1.
type DrawnTie struct {
	Line
	Title    string // the tie in words
	Style    int    // as in Drawing.Types
	Main     bool   // as in Tie
	Pale     bool   // it does not hold at the date of the drawing
	From, To int    // indices of Drawing.Nodes
	Bundle   int    // of the ties that share a label
	Spans    string
}

// LineWords are the words on a line, or on one of several that share them.
type LineWords struct {
	Text, Lang string
	Style      int
	Main, Pale bool // all of them are
	Bundle     int  // as in DrawnTie
	X, Y       int  // of its middle
}

// DrawnNode is a node: its label, centred at X, Y, within an outline.
type DrawnNode struct {
	Href, Lang string
	Text       string
	Title      string // its name and kind in words
	Style      int    // as in Drawing.Kinds, counted from 1
	Lines      []int  // styles of its lines, ascending
	Main       bool   // what the drawing is about
	Pale       bool   // all its lines are
	Path       string
	X, Y       int
}

// Key explains a shape or a line.
type Key struct {
	Text  string
	Lang  string // of the text, when it is not the page's
	Style int
	Path  string // an example: the shape, or the line
	Tip   string
	Main  bool // as in Tie
}

// Node is what a box shows. Kinds are numbers, in the order in which the key
// has them.
type Node struct {
	Href, Lang string
	Label      string
	Title      string
	Kind       int
}

// Tie is an edge to be drawn between two different nodes.
type Tie struct {
	Edge
	Type  int
	Title string
	Main  bool   // it is of the type that the drawing is about first of all
	Pale  bool   // it does not hold at the date of the drawing
	Times string // in words; "" if none is known
	Spans string // the days on which it holds, for a script
}

// Names are those of kinds, and of types as read from either end, each with its
// language when that is not the page's.
type Names struct {
	Kind func(int) (text, lang string)
	Type func(kind int, inverse bool) (text, lang string)
}

// lineStyles is how many styles of lines the style sheet has: patterns with thin
// lines and full tips, then with thick lines and hollow tips.
const lineStyles = 12

// Draw draws nodes at their places, with their ties; nil when there are none.
func (p *Places) Draw(nodes []Node, ties []Tie, names Names) *Drawing {
	if len(ties) == 0 {
		return nil
	}
	boxes, edges := slices.Clone(p.boxes), make([]Edge, len(ties))
	for i, n := range nodes {
		boxes[i].W = boxWidth(n.Label, i == p.centre)
	}
	for i, t := range ties {
		edges[i] = t.Edge
	}
	d := &Drawing{Width: p.width, Height: p.height, Shown: len(nodes)}
	lines, ways := drawLines(boxes, edges)
	d.drawNodes(nodes, boxes, names)
	if p.centre >= 0 {
		d.Nodes[p.centre].Main = true
	}
	d.drawTies(ties, lines, names)
	d.label(ties, ways, boxes, names)
	d.Hubs, d.Star = d.hubs(ties, names), d.star(p.centre, boxes, ties)
	return d
}

// drawTies numbers the types as they come.
func (d *Drawing) drawTies(ties []Tie, lines []Line, names Names) {
	numbers, undated := map[int]int{}, map[int]bool{}
	dated := slices.ContainsFunc(ties, func(t Tie) bool { return t.Spans != "" })
	for i, t := range ties {
		number := numbers[t.Type]
		if number == 0 {
			number = len(numbers) + 1
			numbers[t.Type] = number
			key := Key{Style: (number-1)%lineStyles + 1, Path: "M2 12H54", Main: t.Main}
			key.Text, key.Lang = names.Type(t.Type, false)
			if t.Arrow {
				key.Tip = "M62 12L53 8L53 16Z"
			}
			d.Types = append(d.Types, key)
		}
		if dated && t.Spans == "" && !undated[t.Type] {
			undated[t.Type] = true
			d.Undated = append(d.Undated, d.Types[number-1])
		}
		d.Pale = d.Pale || t.Pale
		d.Symmetric = d.Symmetric || !t.Arrow
		d.Edges = append(d.Edges, DrawnTie{
			Line: lines[i], Title: t.Title, Style: (number-1)%lineStyles + 1, Main: t.Main, Pale: t.Pale,
			From: t.From, To: t.To, Spans: t.Spans,
		})
		for _, end := range []int{t.From, t.To} {
			n := &d.Nodes[end]
			n.Pale = t.Pale && (n.Pale || len(n.Lines) == 0)
			if at, ok := slices.BinarySearch(n.Lines, d.Edges[i].Style); !ok {
				n.Lines = slices.Insert(n.Lines, at, d.Edges[i].Style)
			}
		}
	}
	d.Alike = len(numbers) > lineStyles
}

// label puts words on the lines, once for those that share them.
func (d *Drawing) label(ties []Tie, ways []way, boxes []box, names Names) {
	of, n := bundles(ties)
	pale := make([]bool, n)
	for i := range pale {
		pale[i] = true
	}
	for i, b := range of {
		d.Edges[i].Bundle = b
		pale[b] = pale[b] && ties[i].Pale
	}
	for b, spot := range placeLabels(ties, of, n, ways, boxes, point{d.Width * unit, d.Height * unit}, func(kind int) string {
		text, _ := names.Type(kind, false)
		return text
	}) {
		if spot == nil {
			continue
		}
		l := LineWords{Style: d.Edges[spot.tie].Style, Main: ties[spot.tie].Main, Pale: pale[b], Bundle: b, X: pixel(spot.X), Y: pixel(spot.Y)}
		l.Text, l.Lang = names.Type(ties[spot.tie].Type, false)
		d.Labels = append(d.Labels, l)
	}
}

func (d *Drawing) drawNodes(nodes []Node, boxes []box, names Names) {
	var kinds []int
	for _, n := range nodes {
		kinds = append(kinds, n.Kind)
	}
	slices.Sort(kinds)
	kinds = slices.Compact(kinds)
	example := box{W: 44 * unit, H: 20 * unit, X: 32 * unit, Y: 12 * unit}
	for i, k := range kinds {
		key := Key{Style: i%shapes + 1, Path: outline(example, i)}
		key.Text, key.Lang = names.Kind(k)
		d.Kinds = append(d.Kinds, key)
	}
	for i, n := range nodes {
		shape := slices.Index(kinds, n.Kind)
		d.Nodes = append(d.Nodes, DrawnNode{
			Href: n.Href, Lang: n.Lang, Text: n.Label, Title: n.Title, Style: shape%shapes + 1,
			Path: outline(boxes[i], shape), X: boxes[i].X / unit, Y: boxes[i].Y / unit,
		})
	}
}
