package network

import "slices"

// Star is what is tied to one node alone, for screens that are too narrow for the drawing.
type Star struct {
	Width, Height int
	Edges         []DrawnTie // with indices of its own nodes
	Nodes         []DrawnNode
}

// Measures of a star, in pixels.
const (
	starLeast = 3   // nodes around the centre
	starMost  = 14  // likewise
	starWidth = 420 // more a telephone shows too small to be read
	starSize  = 14  // of its text
	starEdge  = 4   // around it
	starGap   = 32  // between the centre and a column
	starRow   = 50
)

// star draws the centre with what is tied to it in two columns, those first of which a tie holds; nil
// where that is too little or too much, or where there is no centre.
func (d *Drawing) star(centre int, boxes []box, ties []Tie) *Star {
	if centre < 0 {
		return nil
	}
	around, mine := []int{}, []int{}
	for _, pale := range []bool{false, true} {
		for i, t := range ties {
			other := t.From + t.To - centre
			if t.Pale != pale || t.From != centre && t.To != centre {
				continue
			}
			if mine = append(mine, i); !slices.Contains(around, other) {
				around = append(around, other)
			}
		}
	}
	sized := func(i int) box { return box{W: boxes[i].W * starSize / nodeSize, H: boxes[i].H} }
	widest := 0
	for _, i := range around {
		widest = max(widest, sized(i).W)
	}
	hub := sized(centre)
	width, rows := 2*widest+hub.W+2*(starGap+starEdge)*unit, (len(around)+1)/2
	if n := len(around); n < starLeast || n > starMost || width > starWidth*unit {
		return nil
	}
	s := &Star{Width: pixel(width), Height: rows*starRow - (starRow - boxHeight) + 2*starEdge}
	hub.X, hub.Y = width/2, s.Height*unit/2
	placed := []box{hub}
	for n, i := range around {
		b, column := sized(i), n/rows
		in := rows // of this column
		if column > 0 {
			in = len(around) - rows
		}
		b.X, b.Y = starEdge*unit+widest/2, (s.Height+(2*(n%rows)+1-in)*starRow)*unit/2
		if column > 0 {
			b.X = width - b.X
		}
		placed = append(placed, b)
	}
	around = slices.Insert(around, 0, centre)
	for i, of := range around {
		n := d.Nodes[of]
		n.Path, n.X, n.Y = outline(placed[i], n.Style-1), placed[i].X/unit, placed[i].Y/unit
		n.Pale = true
		s.Nodes = append(s.Nodes, n)
	}
	edges := make([]Edge, len(mine))
	for i, of := range mine {
		edges[i] = Edge{slices.Index(around, ties[of].From), slices.Index(around, ties[of].To), ties[of].Arrow}
	}
	lines, _ := drawLines(placed, edges)
	for i, of := range mine {
		e := d.Edges[of]
		e.Line, e.From, e.To = lines[i], edges[i].From, edges[i].To
		for _, end := range []int{e.From, e.To} {
			s.Nodes[end].Pale = s.Nodes[end].Pale && e.Pale
		}
		s.Edges = append(s.Edges, e)
	}
	return s
}
