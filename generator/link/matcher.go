package link

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	byWord   map[lexeme0]int32  // lexemes already filed
	byStem   map[string][]int32 // lexemes by each word, or stem of a form, in lower case
	heads    map[string]bool    // how they begin
	filter   filter
	edges    map[edge]int32
	nodes    []node
	people   map[model.Key]map[string]bool // the words of a person's names
	places   map[model.Key]bool
	words    map[string]*entry // words of the prose; nil for words of no name
	from, to []state           // of the walk in find
}

// lexeme is a word of names with all the forms it may take.
type lexeme struct {
	text string // as the name has it, folded
	paradigm
	soft   bool // a capital that only the beginning of a title gave it
	common bool // the prose also has it in lower case
}

// lexeme0 tells lexemes apart.
type lexeme0 struct {
	text, base, endings string
	asIs                cases
	soft                bool
}

type edge struct{ node, lexeme int32 }

type node struct {
	owners []model.Key // entities that have the name ending here
	single int32       // the lexeme when it is the only word of the name, else -1
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

// newMatcher makes the matcher of an edition from the names, aliases and
// listed forms that entities have in its language, or in the default language
// when they have none.
func newMatcher(c *model.Corpus, lang string) *matcher {
	m := &matcher{
		lang: lang, grammar: grammarOf(lang), nodes: []node{{single: -1}},
		byWord: map[lexeme0]int32{}, byStem: map[string][]int32{}, heads: map[string]bool{}, edges: map[edge]int32{},
		filter: filter{bits: make([]uint64, 1<<filterBits/64)},
		people: map[model.Key]map[string]bool{}, places: map[model.Key]bool{}, words: map[string]*entry{},
	}
	fallback := c.Settings.Default()
	for _, e := range c.Entities {
		if e.Type == "person" {
			m.people[e.Key] = map[string]bool{}
		}
		m.places[e.Key] = e.Key.Kind() == model.Countries || e.Key.Kind() == model.Places || e.Position != nil
		m.add(e.Name(lang, fallback), e, true)
		for _, name := range listed(e, e.Aliases, lang, fallback) {
			m.add(name, e, true)
		}
		for _, name := range listed(e, e.Forms, lang, fallback) {
			m.add(name, e, false)
		}
	}
	return m
}

// listed is a list of names in lang, or in the default language when the
// entity has no name of its own in lang.
func listed(e *model.Entity, list map[string][]string, lang, fallback string) []string {
	names, ok := list[lang]
	if !ok && lang != fallback && len(e.Names[lang]) == 0 {
		names = list[fallback]
	}
	return names
}

// nameWords are the words of a name, folded, as bodies have them.
func nameWords(name, lang string) []string {
	name = escape(name)
	b := &model.Body{HTML: name, Runs: []model.Run{{End: len(name)}}}
	var out []string
	for c := (cursor{b: b}); ; {
		t, ok := c.next()
		if !ok {
			return out
		}
		out = append(out, fold(name[t.start:t.end], lang))
	}
}

// escape writes a name as bodies have it.
func escape(name string) string { return escapes.Replace(name) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (m *matcher) add(name string, e *model.Entity, inflect bool) {
	words := nameWords(strings.Trim(name, `«»“”„"`), m.lang)
	if len(words) == 0 {
		return
	}
	paradigms := make([]paradigm, len(words))
	if inflect {
		paradigms = m.grammar.forms(words, e.Type == "person")
	}
	at := int32(0)
	for i, word := range words {
		if own := m.people[e.Key]; own != nil {
			own[strings.ToLower(word)] = true
		}
		soft := i == 0 && len(words) > 2 && e.Key.Kind() == model.Events && isTitled(word)
		x := m.lexeme(lexeme{text: word, paradigm: paradigms[i], soft: soft})
		next, ok := m.edges[edge{at, x}]
		if !ok {
			if i == 0 {
				m.begin(&m.lexemes[x])
			}
			next = int32(len(m.nodes))
			m.nodes = append(m.nodes, node{single: -1})
			m.edges[edge{at, x}] = next
		}
		if at = next; len(words) == 1 {
			m.nodes[at].single = x
		}
	}
	if n := &m.nodes[at]; !slices.Contains(n.owners, e.Key) {
		n.owners = append(n.owners, e.Key)
	}
}

// isTitled reports words that a title may have given their capital: not
// articles, which begin names that are not titles.
func isTitled(word string) bool {
	return utf8.RuneCountInString(word) > 3 && isCapitalized(word)
}

// isCapitalized reports words of which only the first letter is a capital.
func isCapitalized(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) && strings.IndexFunc(word[n:], unicode.IsUpper) < 0
}

// lexeme files x, once, under the stems of all its forms.
func (m *matcher) lexeme(x lexeme) int32 {
	id0 := lexeme0{x.text, x.base, strings.Join(slices.Sorted(maps.Keys(x.endings)), " "), x.asIs, x.soft}
	if id, ok := m.byWord[id0]; ok {
		return id
	}
	id := int32(len(m.lexemes))
	m.lexemes = append(m.lexemes, x)
	m.byWord[id0] = id
	file := func(key string) {
		if !slices.Contains(m.byStem[key], id) {
			m.byStem[key] = append(m.byStem[key], id)
		}
	}
	lower := strings.ToLower(x.text)
	m.heads[head(lower)] = true
	file("=" + lower)
	for ending, c := range x.endings { // in any order: id is filed once a stem
		if c != noCase {
			file(m.grammar.stemOf(x.base + ending))
		}
	}
	return id
}

// begin lets the filter pass the words that a name may begin with, and those in
// small letters that make its word a common one.
func (m *matcher) begin(x *lexeme) {
	first, n := utf8.DecodeRuneInString(x.text)
	m.filter.marks = m.filter.marks || !isWord(first)
	lower := strings.ToLower(x.text)
	for _, form := range []string{x.text, lower, string(unicode.ToUpper(first)) + x.text[n:]} {
		m.filter.add(form)
	}
	for ending := range x.endings {
		form := x.base + ending
		m.filter.add(form)
		_, n := utf8.DecodeRuneInString(form)
		m.filter.add(strings.ToUpper(form[:n]) + form[n:])
	}
}

// head is how a word begins; it holds for all of its forms.
func head(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	return word[:n]
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

// find gives the longest name that begins at token first, whose entry is e.
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
		m.from, m.to = m.to, m.from
		if owners, n := m.owners(); owners != nil {
			best = match{first, at, length, owners, n, raised}
		}
		if len(m.from) == 0 {
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
