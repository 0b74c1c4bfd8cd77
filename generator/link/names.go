package link

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/model"
)

// newMatcher makes the matcher of an edition from the names, aliases and
// listed forms that entities have in its language, or in the default language
// when they have none.
func newMatcher(c *model.Corpus, lang string) *matcher {
	m := &matcher{
		lang: lang, grammar: grammarOf(lang), nodes: []node{{single: -1}},
		byWord: map[lexemeID]int32{}, byStem: map[string][]int32{}, heads: map[string]bool{}, edges: map[edge]int32{},
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

// add puts a name of e into the trie; inflect says whether it may take other
// forms than its own. Quotation marks around it are not a part of it.
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
			m.nodes[at].more = true
		}
		if at = next; len(words) == 1 {
			m.nodes[at].single = x
		}
	}
	if n := &m.nodes[at]; !slices.Contains(n.owners, e.Key) {
		n.owners = append(n.owners, e.Key)
		n.contracted = false
	}
	if article, rest, ok := strings.Cut(name, " "); ok && baseOf(m.lang) == "fr" && m.places[e.Key] && (article == "Le" || article == "Les") {
		m.addContracted(rest, e)
	}
}

// addContracted makes "Caire" known as what follows "au" and "du".
func (m *matcher) addContracted(rest string, e *model.Entity) {
	nodes := len(m.nodes)
	m.add(rest, e, false)
	if last := len(m.nodes) - 1; last >= nodes && len(m.nodes[last].owners) == 1 {
		m.nodes[last].contracted = true
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
	key := lexemeID{x.text, x.base, strings.Join(slices.Sorted(maps.Keys(x.endings)), " "), x.asIs, x.soft}
	if id, ok := m.byWord[key]; ok {
		return id
	}
	id := int32(len(m.lexemes))
	m.lexemes = append(m.lexemes, x)
	m.byWord[key] = id
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
		m.filter.add(strings.Replace(form, "ization", "isation", 1)) // as fold has it
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
