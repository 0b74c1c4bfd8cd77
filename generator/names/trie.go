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
		m.language.eachName(e, func(name, _ string, how How) { m.add(name, int32(i), how != ByForms) })
	}
	return m
}

// IsOf reports whether the matcher is what New makes of the same.
func (m *Matcher) IsOf(entities []Entity, lang string) bool {
	return m.lang == lang && slices.EqualFunc(m.entities, entities, Entity.equal)
}

// nameWords are the words of a name, folded, as bodies have them.
func (l *language) nameWords(name string) []string {
	b, tokens := nameTokens(name)
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = l.fold(b.HTML[t.start:t.end])
	}
	return out
}

// nameTokens is a name as a body has it, and its words.
func nameTokens(name string) (*prose.Body, []token) {
	name = escape(signs.Replace(name))
	b := &prose.Body{HTML: name, Runs: []prose.Run{{End: int32(len(name))}}}
	var out []token
	for c := (cursor{b: b}); ; {
		t, ok := c.next()
		if !ok {
			return b, out
		}
		out = append(out, t)
	}
}

// escape writes a name as bodies have it.
func escape(name string) string { return escapes.Replace(name) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// add puts a name of an entity into the trie; inflect says whether it may take
// other forms than its own.
func (m *Matcher) add(name string, owner int32, inflect bool) {
	e := &m.entities[owner]
	words := m.language.lexemes(name, e, inflect)
	if len(words) == 0 {
		return
	}
	at := int32(0)
	for i, word := range words {
		if own := m.people[owner]; own != nil {
			own[strings.ToLower(word.text)] = true
		}
		x := m.lexeme(word)
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
	if rest, ok := m.language.contracted(name, e); ok {
		m.addContracted(rest, owner)
	}
}

// contracted is the name of a place less the article that a contraction swallows.
func (l *language) contracted(name string, e *Entity) (rest string, ok bool) {
	article, rest, ok := strings.Cut(name, " ")
	return rest, ok && e.Place && l.swallowed[article]
}

// eachName gives all names by which an entity is looked for: each with the one
// among the entity's own that it is, or is another spelling of.
func (l *language) eachName(e *Entity, yield func(name, of string, how How)) {
	yield(e.Name, e.Name, ByName)
	for _, name := range e.Aliases {
		yield(name, name, ByAlias)
	}
	if l.respelled != nil {
		for _, name := range append(e.Aliases[:len(e.Aliases):len(e.Aliases)], e.Name) {
			if other := l.respelled(name); other != name {
				yield(other, name, ByRule)
			}
		}
	}
	for _, name := range e.Forms {
		yield(name, name, ByForms)
	}
}

// lexemes are the words of a name of e with the forms that they may take; inflect
// says whether they may take others than their own. Quotation marks around all of
// it are no part of it.
func (l *language) lexemes(name string, e *Entity, inflect bool) []lexeme {
	words := l.nameWords(unquote(name))
	out := make([]lexeme, len(words))
	var paradigms []declension.Paradigm
	if inflect && l.forms != nil && len(words) > 0 {
		paradigms = l.forms(words, e.Person)
	}
	for i, word := range words {
		out[i] = lexeme{text: word, soft: i == 0 && len(words) > 2 && e.Event && isTitled(word)}
		if paradigms != nil {
			out[i].Paradigm = paradigms[i]
		}
	}
	return out
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
