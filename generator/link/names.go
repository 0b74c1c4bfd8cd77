package link

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/model"
)

// named is all that a matcher knows of an entity.
type named struct {
	key            model.Key
	person, place  bool
	name           string
	aliases, forms []string
}

func (n named) equal(o named) bool {
	return n.key == o.key && n.person == o.person && n.place == o.place && n.name == o.name &&
		slices.Equal(n.aliases, o.aliases) && slices.Equal(n.forms, o.forms)
}

// namesIn are the names, aliases and listed forms that entities have in a
// language, or in the default language when they have none. What is unnamed is
// not looked for and has none here.
func namesIn(c *model.Corpus, lang string) []named {
	fallback := c.Settings.Default()
	out := make([]named, len(c.Entities))
	for i, e := range c.Entities {
		kind := e.Key.Kind()
		out[i] = named{key: e.Key, person: e.Type == "person", place: kind == model.Countries || kind == model.Places || e.Position != nil}
		if !e.Unnamed && !c.Unnamed(kind) {
			out[i].name, out[i].aliases, out[i].forms = e.Name(lang, fallback), listed(e, e.Aliases, lang, fallback), listed(e, e.Forms, lang, fallback)
		}
	}
	return out
}

// newMatcher makes the matcher of an edition.
func newMatcher(names []named, lang string) *matcher {
	m := &matcher{
		lang: lang, grammar: grammarOf(lang), idiom: idioms[baseOf(lang)], names: names, nodes: []node{{single: -1}},
		byWord: map[lexemeID]int32{}, byText: map[string][]int32{}, byStem: map[string][]int32{},
		heads: map[string]bool{}, edges: map[edge]int32{},
		filter: filter{bits: make([]uint64, 1<<filterBits/64)},
		people: make([]map[string]bool, len(names)),
	}
	for i := range names {
		n := &names[i]
		if n.person {
			m.people[i] = map[string]bool{}
		}
		m.add(n.name, int32(i), true)
		for _, name := range n.aliases {
			m.add(name, int32(i), true)
		}
		for _, name := range n.forms {
			m.add(name, int32(i), false)
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
	name = escape(signs.Replace(name))
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

// signs sets the dashes and dots of a name as bodies have them.
var signs = strings.NewReplacer("---", "—", "--", "–", "...", "…")

// escape writes a name as bodies have it.
func escape(name string) string { return escapes.Replace(name) }

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// add puts a name of an entity into the trie; inflect says whether it may take
// other forms than its own. Quotation marks around all of it are no part of it.
func (m *matcher) add(name string, owner int32, inflect bool) {
	e := &m.names[owner]
	words := nameWords(unquote(name), m.lang)
	if len(words) == 0 {
		return
	}
	paradigms := make([]paradigm, len(words))
	if inflect {
		paradigms = m.grammar.forms(words, e.person)
	}
	at := int32(0)
	for i, word := range words {
		if own := m.people[owner]; own != nil {
			own[strings.ToLower(word)] = true
		}
		soft := i == 0 && len(words) > 2 && e.key.Kind() == model.Events && isTitled(word)
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
			m.lexemes[x].alone = true
		}
	}
	if n := &m.nodes[at]; len(n.owners) == 0 || n.owners[len(n.owners)-1] != owner {
		n.owners = append(n.owners, owner)
		n.contracted = false
	}
	if article, rest, ok := strings.Cut(name, " "); ok && baseOf(m.lang) == "fr" && e.place && (article == "Le" || article == "Les") {
		m.addContracted(rest, owner)
	}
}

// unquote takes off the quotation marks that stand around a name.
func unquote(name string) string {
	inner := strings.TrimFunc(name, isQuote)
	if opens, shuts := !strings.HasPrefix(name, inner), !strings.HasSuffix(name, inner); opens && shuts && strings.IndexFunc(inner, isQuote) < 0 {
		return inner
	}
	return name
}

// isQuote reports double quotation marks of any language.
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„‟«»`, r) }

// addContracted makes "Caire" known as what follows "au" and "du".
func (m *matcher) addContracted(rest string, owner int32) {
	nodes := len(m.nodes)
	m.add(rest, owner, false)
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
	lower := strings.ToLower(x.text)
	m.heads[head(lower)] = true
	m.byText[lower] = append(m.byText[lower], id)
	for ending, c := range x.endings { // in any order: id is filed once a stem
		if c == noCase {
			continue
		}
		stem := m.grammar.stemOf(x.base + ending)
		if same := m.byStem[stem]; len(same) == 0 || same[len(same)-1] != id {
			m.byStem[stem] = append(same, id)
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
