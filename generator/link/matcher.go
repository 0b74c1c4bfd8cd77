package link

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/markdown"
	"dossier/generator/model"
)

// matcher finds names in the prose of one language in one pass, whatever their
// number: a trie over words, where a word is known by its lexeme. Each distinct
// word of the prose is folded and stemmed once; after that it costs one lookup.
// A matcher remembers words and is for one goroutine.
type matcher struct {
	lang     string
	grammar  grammar
	lexemes  []lexeme
	byWord   map[lexemeID]int32 // lexemes already filed
	byStem   map[string][]int32 // lexemes by each word, or stem of a form, in lower case
	heads    map[string]bool    // how they begin
	filter   filter
	edges    map[edge]int32
	nodes    []node
	people   map[model.Key]map[string]bool // the words of a person's names
	places   map[model.Key]bool
	words    map[string]*entry // words of the prose; nil for words of no name
	from, to []state           // of the walk in find
	steps    int               // of all walks in the text at hand
}

// lexeme is a word of names with all the forms it may take.
type lexeme struct {
	text string // as the name has it, folded
	paradigm
	soft   bool // a capital that only the beginning of a title gave it
	common bool // the prose also has it in lower case
}

// lexemeID tells lexemes apart.
type lexemeID struct {
	text, base, endings string
	asIs                cases
	soft                bool
}

type edge struct{ node, lexeme int32 }

type node struct {
	owners []model.Key // entities that have the name ending here
	more   bool        // longer names begin like this one
	single int32       // the lexeme when it is the only word of the name, else -1
	// a French name less its article, which only stands after a contraction
	contracted bool
}

// entry is what a word of the prose may be a form of.
type entry struct {
	readings []reading
	starts   bool // some name begins with it
}

type reading struct {
	lexeme int32
	cases  cases
	raised bool // it has a capital where the name has none
}

type state struct {
	node  int32
	cases cases
}

// entry looks a word of the prose up.
func (m *matcher) entry(word string) *entry {
	e, ok := m.words[word]
	if !ok {
		e = m.read(fold(word, m.lang))
		m.words[word] = e
	}
	return e
}

// read finds what a word may be a form of.
func (m *matcher) read(word string) *entry {
	lower := strings.ToLower(word)
	if !m.heads[head(lower)] {
		return nil
	}
	found := m.byStem["="+lower]
	if m.grammar.stem != nil {
		found = slices.Concat(found, m.byStem[m.grammar.stemOf(lower)])
		slices.Sort(found)
		found = slices.Compact(found)
	}
	var e entry
	for _, id := range found {
		x := &m.lexemes[id]
		c := x.cases(lower)
		if c == 0 {
			continue
		}
		switch fits, raised := x.fits(word); {
		case fits && c != noCase:
			e.readings = append(e.readings, reading{id, c, raised})
			_, ok := m.edges[edge{0, id}]
			e.starts = e.starts || ok
		case word == lower:
			x.common = true
		}
	}
	if e.readings == nil {
		return nil
	}
	return &e
}

// cases are what a word, in lower case, may be of x; none when it is no form.
func (x *lexeme) cases(lower string) cases {
	c := cases(0)
	if ending, ok := strings.CutPrefix(lower, x.base); ok {
		c = x.endings[ending]
	}
	if lower == strings.ToLower(x.text) {
		if x.endings == nil {
			return anyCase
		}
		c |= x.asIs
	}
	return c
}

// fits reports whether the case of a form's letters is that of the name: equal
// as far as they are the same letters, small in the ending. A small first
// letter of a name may be raised, a title's capital lowered.
func (x *lexeme) fits(word string) (fits, raised bool) {
	if word == x.text {
		return true, false
	}
	rest := x.text
	for i, r := range word {
		want, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
		switch {
		case n > 0 && r == want:
		case i == 0 && unicode.IsUpper(r) && unicode.ToLower(r) == want:
			raised = true
		case i == 0 && x.soft && unicode.ToUpper(r) == want:
		case unicode.IsUpper(r) || n > 0 && unicode.ToLower(want) == r:
			return false, false
		}
	}
	return true, raised
}

// match is a name in a text.
type match struct {
	first, last token
	length      int // in tokens
	owners      []model.Key
	node        int32
	raised      bool // by its first letter alone
}

// find gives the longest name that begins at token first, whose entry is e. It
// finds none once the text has taken too many steps.
func (m *matcher) find(b *model.Body, first token, e *entry) (best match) {
	m.from = append(m.from[:0], state{0, anyCase})
	cur, at, raised := after(b, first), first, false
	for length := 1; ; length++ {
		m.to = m.to[:0]
		for _, s := range m.from {
			for _, r := range e.readings {
				next, ok := m.edges[edge{s.node, r.lexeme}]
				if ok && s.cases&r.cases != 0 {
					m.to = append(m.to, state{next, s.cases & r.cases})
					raised = raised || length == 1 && r.raised
				}
			}
		}
		m.steps += 1 + len(m.from)*len(e.readings)
		if m.steps > markdown.MaxNameSteps {
			return match{}
		}
		m.from, m.to = m.to, m.from
		if owners, n := m.owners(); owners != nil {
			best = match{first, at, length, owners, n, raised}
		}
		if !slices.ContainsFunc(m.from, func(s state) bool { return m.nodes[s.node].more }) {
			return best
		}
		var ok bool
		if at, ok = cur.next(); !ok || !at.joined {
			return best
		}
		if e = m.entry(b.HTML[at.start:at.end]); e == nil {
			return best
		}
	}
}

// owners are all who have a name that ends where the walk is, and the first
// node of them.
func (m *matcher) owners() (owners []model.Key, at int32) {
	for _, s := range m.from {
		n := &m.nodes[s.node]
		switch {
		case n.owners == nil || owners != nil && slices.Equal(owners, n.owners):
		case owners == nil:
			owners, at = n.owners, s.node
		default:
			owners = slices.Concat(owners, n.owners)
			slices.SortFunc(owners, cmp.Compare)
			owners, at = slices.Compact(owners), min(at, s.node)
		}
	}
	return owners, at
}
