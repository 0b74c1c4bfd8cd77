package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/names/declension"
)

// Matcher knows the names of one language: a trie over words, where a word is
// known by its lexeme. It is not changed once it is made.
type Matcher struct {
	lang     string
	language *language
	entities []Entity
	lexemes  []lexeme
	byWord   map[lexemeID]int32 // lexemes already filed
	byText   map[string][]int32 // lexemes by their word in lower case
	byStem   map[string][]int32 // lexemes by the stem of each form
	heads    map[string]bool    // how they and their forms begin
	filter   filter
	edges    map[edge]int32
	nodes    []node
	people   []map[string]bool // by entity: the words of a person's names; nil for others
}

// lexeme is a word of names with all the forms it may take.
type lexeme struct {
	text string // as the name has it, folded
	declension.Paradigm
	soft  bool // a capital that only the beginning of a title gave it
	alone bool // it is the only word of a name
}

// lexemeID tells lexemes apart.
type lexemeID struct {
	text, base, endings string
	asIs                declension.Cases
	soft                bool
}

type edge struct{ node, lexeme int32 }

type node struct {
	owners []int32 // entities that have the name ending here
	more   bool    // longer names begin like this one
	single int32   // the lexeme when it is the only word of the name, else -1
	// a French name less its article, which only stands after a contraction
	contracted bool
}

// entry is what a word of the prose may be a form of.
type entry struct {
	forms  []form
	starts bool    // some name begins with it
	common []int32 // lexemes that are a name of one word, and of which it is the common noun
}

// form is a form that a word of the prose has of a lexeme.
type form struct {
	lexeme int32
	cases  declension.Cases
	raised bool // it has a capital where the name has none
	// It is all in capitals, as headlines and datelines have words.
	capitals bool
}

// look finds what a word may be a form of; nil when it is one of no name.
func (m *Matcher) look(word string) *entry {
	if !m.heads[head(strings.ToLower(word))] {
		return nil
	}
	var e entry
	m.lookAs(word, false, &e)
	if isCapitals(word) {
		m.lookAs(m.language.uncapitalised(word), true, &e)
	}
	if e.forms == nil && e.common == nil {
		return nil
	}
	return &e
}

// uncapitalised gives a word in capitals with its first letter alone as one.
func (l *language) uncapitalised(word string) string {
	_, n := utf8.DecodeRuneInString(word)
	if l.lower == nil {
		return word[:n] + strings.ToLower(word[n:])
	}
	return word[:n] + l.lower(word[n:])
}

// lookAs adds what a word may be a form of when it is written so.
func (m *Matcher) lookAs(word string, capitals bool, e *entry) {
	lower := strings.ToLower(word)
	found := m.byText[lower]
	if m.language.forms != nil {
		found = slices.Concat(found, m.byStem[m.language.stemOf(lower)])
		slices.Sort(found)
		found = slices.Compact(found)
	}
	for _, id := range found {
		x := &m.lexemes[id]
		c := x.cases(lower)
		if c == 0 {
			continue
		}
		switch fits, raised := x.fits(word); {
		case fits && c != declension.NoCase:
			e.forms = append(e.forms, form{id, c, raised, capitals})
			_, ok := m.edges[edge{0, id}]
			e.starts = e.starts || ok
		case word == lower && x.alone:
			e.common = append(e.common, id)
		}
	}
}

// cases are what a word, in lower case, may be of x; none when it is no form.
func (x *lexeme) cases(lower string) declension.Cases {
	c := declension.Cases(0)
	if ending, ok := strings.CutPrefix(lower, x.Base); ok {
		c = x.Endings[ending]
	}
	if lower == strings.ToLower(x.text) {
		if x.Endings == nil {
			return declension.AnyCase
		}
		c |= x.AsIs
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
