package names

import (
	"slices"
	"strings"

	"dossier/generator/names/declension"
)

// idiom is the small vocabulary of a language that tells a name from a part of
// another name. All words are as written in the middle of a sentence, except
// function words and heads, which are in lower case.
type idiom struct {
	titles map[string]bool // may stand before a person or after a country: "President"
	// How other titles, and names of the father, begin and end, in lower case.
	titleStarts []string
	titleEnds   []string
	followers   map[string]bool // may follow a place without making another name of it
	function    map[string]bool // may begin a sentence before a surname
	short       map[string]bool // abbreviations with a full stop, with words behind them
	months      []string        // that are also names of people
	dated       map[string]bool // stand before months
	of          map[string]bool // stand between a head and a place
	articles    map[string]bool
	leads       map[string]bool // stand before a place that ends its phrase, whatever follows
	locative    map[string]bool // stand before places, not people
	heads       map[string]bool // make another name with a place: "Bank of"
	directions  []string        // how words begin that make another place with a place: "South"
	// How these end; nil: in any way.
	directionEnds []string
	behind        map[string]bool // make another place with a place before them: "Corée du Sud"
	linking       map[string]bool // may stand between these two
	doubled       map[string]bool // surnames that are given names, too: «Pavel Novák»
	givens        map[string]bool // in a script without capitals: given names of many people
	parted        bool            // an apostrophe parts names, and only names, from their endings
	apposed       *apposition     // nil: prepositions part names from other nouns
	agreement     *agreement      // nil: cases are not asked for
}

// apposition is the grammar of a language whose names and nouns stand side by
// side without prepositions: «президент России Владимир Путин».
type apposition struct {
	isAdjectival  func(word string) bool
	agreesAsGiven func(word, surname string, starts bool) bool
}

// agreement tells by their cases what stands beside a place: an adjective of its
// own, and the given name or surname of somebody who has the place's name.
type agreement struct {
	adjective func(word, place string, c declension.Cases) bool
	given     func(word, place string, c declension.Cases, starts bool) bool
	surname   func(word, place string, c declension.Cases) bool
}

// isTitle reports a word that may stand before a person's name.
func (i *idiom) isTitle(word string) bool {
	if i.titles[word] {
		return true
	}
	word = strings.ToLower(word)
	return beginsWith(word, i.titleStarts...) || endsWith(word, i.titleEnds...)
}

// isShort reports an abbreviation whose full stop ends no sentence.
func (i *idiom) isShort(word string) bool {
	return i != nil && (i.titles[word] || i.short[strings.ToLower(word)])
}

func (i *idiom) isDirection(word string) bool {
	return slices.ContainsFunc(i.directions, func(d string) bool {
		rest, ok := strings.CutPrefix(word, d)
		return ok && (i.directionEnds == nil || slices.Contains(i.directionEnds, rest))
	})
}

func beginsWith(word string, beginnings ...string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(word, b) })
}

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func endsWith(word string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(word, e) })
}
