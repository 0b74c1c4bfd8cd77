package names

import (
	"cmp"
	"slices"

	"dossier/generator/limits"
	"dossier/generator/names/declension"
	"dossier/generator/prose"
)

// state is a node that a walk along the trie has come to, with the cases in
// which all words so far agree, and what its words are (see match).
type state struct {
	node                    int32
	cases                   declension.Cases
	raised, inner, capitals bool
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
	capitals    bool             // a word is all in capitals that is not so in the name
}

// find gives the longest name that begins at token first, whose entry is e. It
// finds none once the text has taken too many steps.
func (r *Reader) find(b *prose.Body, first token, e *entry) (best match) {
	r.from = append(r.from[:0], state{cases: declension.AnyCase})
	cur, at := after(b, first), first
	for length := 1; ; length++ {
		r.to = r.to[:0]
		for _, s := range r.from {
			for _, f := range e.forms {
				next, ok := r.m.edges[edge{s.node, f.lexeme}]
				if !ok || s.cases&f.cases == 0 {
					continue
				}
				s := state{next, s.cases & f.cases, s.raised, s.inner, s.capitals || f.capitals}
				if length == 1 {
					s.raised, s.inner = f.raised, f.cases&declension.Inner != 0
				}
				r.to = append(r.to, s)
			}
		}
		r.steps += 1 + len(r.from)*len(e.forms)
		if r.steps > limits.MaxNameSteps {
			return match{}
		}
		r.from, r.to = r.to, r.from
		if owners, ends := r.owners(); owners != nil {
			best = match{first, at, length, owners, ends.node, ends.cases, ends.raised, ends.inner, ends.capitals}
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

// owners are all who have a name that ends where the walk is, with the first node
// of them and the cases. Names whose letters agree in case with the text go before
// others.
func (r *Reader) owners() (owners []int32, ends state) {
	ends = state{raised: true, inner: true, capitals: true}
	for _, s := range r.from {
		if r.m.nodes[s.node].owners != nil {
			ends.raised, ends.inner, ends.capitals = ends.raised && s.raised, ends.inner && s.inner, ends.capitals && s.capitals
		}
	}
	for _, s := range r.from {
		n := &r.m.nodes[s.node]
		if n.owners == nil || s.raised && !ends.raised || s.capitals && !ends.capitals {
			continue
		}
		ends.cases |= s.cases
		switch {
		case owners == nil:
			owners, ends.node = n.owners, s.node
		case !slices.Equal(owners, n.owners):
			owners = slices.Concat(owners, n.owners)
			slices.SortFunc(owners, func(a, b int32) int { return cmp.Compare(r.m.entities[a].ID, r.m.entities[b].ID) })
			owners, ends.node = slices.Compact(owners), min(ends.node, s.node)
		}
	}
	return owners, ends
}
