package names

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/names/declension"
	"dossier/generator/prose"
)

// New makes the matcher of the names that entities have in a language.
func New(entities []Entity, lang string) *Matcher {
	m := &Matcher{
		lang: lang, language: languageOf(lang), entities: entities, nodes: []node{{single: -1}},
		byWord: map[lexemeID]int32{}, byText: map[string][]int32{}, byStem: map[string][]int32{},
		heads: map[string]bool{}, edges: map[edge]int32{},
		filter: filter{bits: make([]uint64, 1<<filterBits/64)},
		people: make([]map[string]bool, len(entities)),
	}
	for i := range entities {
		e := &entities[i]
		if e.Person {
			m.people[i] = map[string]bool{}
		}
		m.add(e.Name, int32(i), true)
		for _, name := range e.Aliases {
			m.add(name, int32(i), true)
		}
		if respelled := m.language.respelled; respelled != nil {
			for _, name := range append(e.Aliases[:len(e.Aliases):len(e.Aliases)], e.Name) {
				if other := respelled(name); other != name {
					m.add(other, int32(i), true)
				}
			}
		}
		for _, name := range e.Forms {
			m.add(name, int32(i), false)
		}
	}
	return m
}

// IsOf reports whether the matcher is what New makes of the same.
func (m *Matcher) IsOf(entities []Entity, lang string) bool {
	return m.lang == lang && slices.EqualFunc(m.entities, entities, Entity.equal)
}

// nameWords are the words of a name, folded, as bodies have them.
func (l *language) nameWords(name string) []string {
	name = escape(signs.Replace(name))
	b := &prose.Body{HTML: name, Runs: []prose.Run{{End: len(name)}}}
	var out []string
	for c := (cursor{b: b}); ; {
		t, ok := c.next()
		if !ok {
			return out
		}
		out = append(out, l.fold(name[t.start:t.end]))
	}
}

// escape writes a name as bodies have it.
func escape(name string) string { return escapes.Replace(name) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// add puts a name of an entity into the trie; inflect says whether it may take
// other forms than its own. Quotation marks around all of it are no part of it.
func (m *Matcher) add(name string, owner int32, inflect bool) {
	e := &m.entities[owner]
	words := m.language.nameWords(unquote(name))
	if len(words) == 0 {
		return
	}
	paradigms := make([]declension.Paradigm, len(words))
	if inflect && m.language.forms != nil {
		paradigms = m.language.forms(words, e.Person)
	}
	at := int32(0)
	for i, word := range words {
		if own := m.people[owner]; own != nil {
			own[strings.ToLower(word)] = true
		}
		soft := i == 0 && len(words) > 2 && e.Event && isTitled(word)
		x := m.lexeme(lexeme{text: word, Paradigm: paradigms[i], soft: soft})
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
			m.lexemes[x].alone = true
		}
	}
	if n := &m.nodes[at]; len(n.owners) == 0 || n.owners[len(n.owners)-1] != owner {
		n.owners = append(n.owners, owner)
		n.contracted = false
	}
	article, rest, ok := strings.Cut(name, " ")
	if ok && e.Place && m.language.swallowed[article] {
		m.addContracted(rest, owner)
	}
}

// unquote takes off the quotation marks that stand around a name.
func unquote(name string) string {
	inner := strings.TrimFunc(name, isQuote)
	opens, shuts := !strings.HasPrefix(name, inner), !strings.HasSuffix(name, inner)
	if opens && shuts && strings.IndexFunc(inner, isQuote) < 0 {
		return inner
	}
	return name
}

// addContracted makes "Caire" known as what follows "au" and "du".
func (m *Matcher) addContracted(rest string, owner int32) {
	nodes := len(m.nodes)
	m.add(rest, owner, false)
	if last := len(m.nodes) - 1; last >= nodes && len(m.nodes[last].owners) == 1 {
		m.nodes[last].contracted = true
	}
}

// lexeme files x, once, under the stems of all its forms.
func (m *Matcher) lexeme(x lexeme) int32 {
	key := lexemeID{x.text, x.Base, strings.Join(slices.Sorted(maps.Keys(x.Endings)), " "), x.AsIs, x.soft}
	if id, ok := m.byWord[key]; ok {
		return id
	}
	id := int32(len(m.lexemes))
	m.lexemes = append(m.lexemes, x)
	m.byWord[key] = id
	lower := strings.ToLower(x.text)
	m.heads[head(lower)] = true
	m.byText[lower] = append(m.byText[lower], id)
	for ending, c := range x.Endings { // in any order: id is filed once a stem
		m.heads[head(x.Base+ending)] = true // proclitics make it another
		if c == declension.NoCase && m.language.stem != nil {
			continue // the stem of the others finds it
		}
		if x.Base == "" {
			m.heads[head(ending)] = true
		}
		stem := m.language.stemOf(x.Base + ending)
		if same := m.byStem[stem]; len(same) == 0 || same[len(same)-1] != id {
			m.byStem[stem] = append(same, id)
		}
	}
	return id
}

// begin lets the filter pass the words that a name may begin with, and those in
// small letters that make its word a common one.
func (m *Matcher) begin(x *lexeme) {
	first, n := utf8.DecodeRuneInString(x.text)
	m.filter.marks = m.filter.marks || !isWord(first)
	lower, as := strings.ToLower(x.text), m.language.spelledAs
	for _, form := range []string{x.text, lower, string(unicode.ToUpper(first)) + x.text[n:]} {
		m.filter.add(form)
		m.filter.add(strings.Replace(form, as[1], as[0], 1)) // as fold has it
	}
	acronym := strings.IndexFunc(x.text[n:], unicode.IsUpper) >= 0
	for ending := range x.Endings {
		form := x.Base + ending
		m.filter.add(form)
		_, n := utf8.DecodeRuneInString(form)
		m.filter.add(strings.ToUpper(form[:n]) + form[n:])
		if acronym {
			m.filter.add(inCaseOf(x.text, form))
		}
	}
}

// inCaseOf gives a form in lower case the capitals of a word as far as they have
// the same letters.
func inCaseOf(word, form string) string {
	same := 0
	for _, r := range word {
		is, n := utf8.DecodeRuneInString(form[same:])
		if unicode.ToLower(r) != is || utf8.RuneLen(r) != n {
			break
		}
		same += n
	}
	return word[:same] + form[same:]
}

// head is how a word begins; it holds for all of its forms.
func head(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	return word[:n]
}
