// Package declension says how the words of names change: which endings a word may
// take in the place of the one it has in the nominative, and for which cases each
// may stand. A language is one file, written by hand; nothing in it is taken from
// a dictionary or a corpus.
//
// Endings may be too many: a form that is no word of the language misleads
// nobody. They must not be those of another name or of a common word that
// begins a sentence.
package declension

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Cases is a set of cases and numbers that a form may stand for. Words agree
// when their sets meet.
type Cases uint16

const (
	AnyCase Cases = 0x3fff
	NoCase  Cases = 0x4000 // a form that only the common noun of that spelling has
	Inner   Cases = 0x8000 // besides: where a sentence begins the form is another word
)

// Paradigm is how a word changes: Base, then one of the endings. All is in
// lower case.
type Paradigm struct {
	Base    string
	Endings map[string]Cases // nil: only the word itself, in any case
	AsIs    Cases            // what the unchanged word may stand for besides
}

// Forms gives how each word of a name changes.
type Forms func(name []string, person bool) []Paradigm

// Plurals gives the forms of languages whose names do not decline: only what a
// name says in the plural of common nouns ("Turkmen border guards") may also
// be said of one of them. The other way round would be several other things.
func Plurals(singular func(word string) (base string, endings map[string]Cases)) Forms {
	return func(name []string, person bool) []Paradigm {
		out := make([]Paradigm, len(name))
		if person || len(name) < 2 {
			return out
		}
		for i, word := range name {
			if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && utf8.RuneCountInString(word) > 4 {
				out[i].Base, out[i].Endings = singular(word)
			}
		}
		return out
	}
}

const (
	oneOf  Cases = 1
	manyOf Cases = 2
)

// EnglishSingular is for Plurals.
func EnglishSingular(word string) (string, map[string]Cases) {
	if base, ok := strings.CutSuffix(word, "ies"); ok {
		return base, map[string]Cases{"ies": manyOf, "y": oneOf}
	}
	base, ok := strings.CutSuffix(word, "s")
	if !ok || strings.HasSuffix(base, "s") || strings.HasSuffix(base, "u") || strings.HasSuffix(base, "i") {
		return "", nil
	}
	return base, map[string]Cases{"s": manyOf, "": oneOf}
}

// FrenchSingular is for Plurals.
func FrenchSingular(word string) (string, map[string]Cases) {
	if base, ok := strings.CutSuffix(word, "aux"); ok {
		return base, map[string]Cases{"aux": manyOf, "al": oneOf, "ale": oneOf}
	}
	if base, ok := strings.CutSuffix(word, "s"); ok {
		return base, map[string]Cases{"s": manyOf, "": oneOf}
	}
	return "", nil
}
