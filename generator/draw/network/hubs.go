package network

// Hub is a node with its ties as a list, for screens that are too narrow for
// the drawing.
type Hub struct {
	DrawnNode
	Branches []Branch
}

// Branch is a hub's ties of one type, read from the hub.
type Branch struct {
	Text, Lang string // what the type is called from this end
	Style      int    // as in Drawing.Types
	Twigs      []Twig
}

// Twig is the other end of a tie.
type Twig struct {
	DrawnNode
	Spans string
	Ended bool
}

// hubs lists each tie once, under one of its ends: again and again under the
// node that most of those left lead to; of several, the first.
func (d *Drawing) hubs(ties []Tie, names Names) []Hub {
	var out []Hub
	listed := make([]bool, len(ties))
	for left := len(ties); left > 0; {
		degree, hub := make([]int, len(d.Nodes)), 0
		for i, t := range ties {
			if !listed[i] {
				degree[t.From]++
				degree[t.To]++
			}
		}
		for i := range degree {
			if degree[i] > degree[hub] {
				hub = i
			}
		}
		type end struct {
			kind    int
			inverse bool
		}
		h, at := Hub{DrawnNode: d.Nodes[hub]}, map[end]int{}
		for i, t := range ties {
			if listed[i] || t.From != hub && t.To != hub {
				continue
			}
			listed[i] = true
			left--
			k, other := end{t.Type, t.From != hub}, t.To
			if k.inverse {
				other = t.From
			}
			n, ok := at[k]
			if !ok {
				n = len(h.Branches)
				at[k] = n
				b := Branch{Style: d.Edges[i].Style}
				b.Text, b.Lang = names.Type(t.Type, k.inverse)
				h.Branches = append(h.Branches, b)
			}
			h.Branches[n].Twigs = append(h.Branches[n].Twigs, Twig{d.Nodes[other], t.Spans, t.Ended})
		}
		out = append(out, h)
	}
	return out
}
