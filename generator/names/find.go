package names

import (
	"cmp"
	"slices"

	"dossier/generator/limits"
	"dossier/generator/names/declension"
	"dossier/generator/prose"
)

// state is a node that a walk along the trie has come to, with the cases in
// which all words so far agree.
type state struct {
	node   int32
	cases  declension.Cases
	raised bool // the first word has a capital where the name has none
}

// match is a name in a text.
type match struct {
	first, last token
	length      int // in tokens
	owners      []int32
	node        int32
	cases       declension.Cases // that its words may be in
	raised      bool             // by its first letter alone
	inner       bool             // its first word is one that does not begin sentences
}

// find gives the longest name that begins at token first, whose entry is e. It
// finds none once the text has taken too many steps.
func (r *Reader) find(b *prose.Body, first token, e *entry) (best match) {
	r.from = append(r.from[:0], state{0, declension.AnyCase, false})
	cur, at, inner := after(b, first), first, false
	for length := 1; ; length++ {
		r.to = r.to[:0]
		for _, s := range r.from {
			for _, f := range e.forms {
				next, ok := r.m.edges[edge{s.node, f.lexeme}]
				if ok && s.cases&f.cases != 0 {
					r.to = append(r.to, state{next, s.cases & f.cases, s.raised || length == 1 && f.raised})
					inner = inner || length == 1 && f.cases&declension.Inner != 0
				}
			}
		}
		r.steps += 1 + len(r.from)*len(e.forms)
		if r.steps > limits.MaxNameSteps {
			return match{}
		}
		r.from, r.to = r.to, r.from
		if owners, n, c, raised := r.owners(); owners != nil {
			best = match{first, at, length, owners, n, c, raised, inner}
		}
		if !slices.ContainsFunc(r.from, func(s state) bool { return r.m.nodes[s.node].more }) {
			return best
		}
		var ok bool
		if at, ok = cur.next(); !ok || !at.joined {
			return best
		}
		if e = r.entry(b.HTML[at.start:at.end]); e == nil || e.forms == nil {
			return best
		}
	}
}

// owners are all who have a name that ends where the walk is, the first node of
// them and the cases; raised when none of these names begins with a capital.
func (r *Reader) owners() (owners []int32, at int32, c declension.Cases, raised bool) {
	raised = true
	for _, s := range r.from {
		n := &r.m.nodes[s.node]
		if n.owners != nil {
			c |= s.cases
			raised = raised && s.raised
		}
		switch {
		case n.owners == nil || owners != nil && slices.Equal(owners, n.owners):
		case owners == nil:
			owners, at = n.owners, s.node
		default:
			owners = slices.Concat(owners, n.owners)
			slices.SortFunc(owners, func(a, b int32) int { return cmp.Compare(r.m.entities[a].ID, r.m.entities[b].ID) })
			owners, at = slices.Compact(owners), min(at, s.node)
		}
	}
	return owners, at, c, raised
}
