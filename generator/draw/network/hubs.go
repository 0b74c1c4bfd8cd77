package network

import (
	"cmp"
	"slices"
)

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
	Pale  bool
	Times string // as in Tie
}

// hubs lists each tie under at least one of its ends: first what the drawing is about, then
// again and again the node that most of those not yet listed lead to, of several the first,
// with all that it has, pale ones last. Behind the first those with most come first.
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
			if main := len(out) == 0 && degree[i] > 0 && d.Nodes[i].Main; main || degree[i] > degree[hub] {
				if hub = i; main {
					break
				}
			}
		}
		type end struct {
			kind    int
			inverse bool
		}
		h, at := Hub{DrawnNode: d.Nodes[hub]}, map[end]int{}
		for i, t := range ties {
			if t.From != hub && t.To != hub {
				continue
			}
			if !listed[i] {
				listed[i] = true
				left--
			}
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
			h.Branches[n].Twigs = append(h.Branches[n].Twigs, Twig{d.Nodes[other], t.Spans, t.Pale, t.Times})
		}
		for _, b := range h.Branches {
			slices.SortStableFunc(b.Twigs, paleLast)
		}
		out = append(out, h)
	}
	slices.SortStableFunc(out[1:], func(a, b Hub) int { return cmp.Compare(b.twigs(), a.twigs()) })
	return out
}

// paleLast orders what holds before what does not.
func paleLast(a, b Twig) int {
	switch {
	case a.Pale == b.Pale:
		return 0
	case b.Pale:
		return -1
	}
	return 1
}

// twigs is how many ties a hub has.
func (h Hub) twigs() int {
	n := 0
	for _, b := range h.Branches {
		n += len(b.Twigs)
	}
	return n
}
