package declension

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// German declines little: the last word of a name takes the -s of the genitive
// («Angela Merkels Rede»), and the adjectives before its noun and the noun
// itself change with the article («Vereinigte Staaten», «der Vereinigten
// Staaten»). What makes it special: every noun has a capital, so that a capital
// beside a name says little. Acronyms stay as they are.
func German(name []string, person bool) []Paradigm {
	out := make([]Paradigm, len(name))
	ends := false // behind the noun
	for i, word := range name {
		first, _ := utf8.DecodeRuneInString(word)
		last := i == len(name)-1
		lower := strings.ToLower(word)
		switch {
		case !unicode.IsLetter(first) || isAcronym(word) && unicode.IsUpper(lastRune(word)) || beforeHyphen(name, i):
		case person:
			if last {
				out[i] = germanNoun(lower, person)
			}
		case !ends && !last && germanAdjective(lower):
			out[i] = Paradigm{Base: strings.TrimRight(lower[:len(lower)-1], "e"), Endings: germanAdjectives}
		case unicode.IsUpper(first) && (!ends || last):
			out[i] = germanNoun(lower, person)
			ends = true
		case unicode.IsLower(first):
			ends = true
		}
	}
	return out
}

var germanAdjectives = declension{"e": AnyCase, "er": AnyCase, "es": AnyCase, "en": AnyCase, "em": AnyCase}

// germanAdjective reports what may stand before the noun: «Vereinte», «Rotes»,
// and «Der», which changes alike.
func germanAdjective(word string) bool {
	return word == "der" || utf8.RuneCountInString(word) > 3 && endsIn(word, "e", "er", "es")
}

// germanNoun gives a noun the endings it may have.
func germanNoun(word string, person bool) Paradigm {
	endings := declension{"": AnyCase}
	if !endsIn(word, "s", "ß", "z", "x") {
		endings["s"] = AnyCase
	} else if !person {
		endings["es"] = AnyCase // «Roten Kreuzes»
	}
	switch {
	case person:
	case endsIn(word, "e", "er", "el"):
		endings["n"] = AnyCase
	case !endsIn(word, "a", "i", "o", "u", "y", "en", "em", "s", "ion", "ung", "heit", "keit"):
		endings["es"] = AnyCase
		if unicode.IsLetter(lastRune(word)) && endsIn(word, "aat", "ent", "at", "ist") {
			endings["en"] = AnyCase
		}
	}
	return Paradigm{Base: word, Endings: endings}
}

// GermanAdjectival reports adjectives that make another place with a place.
func GermanAdjectival(word string) bool {
	word = strings.ToLower(word)
	for _, end := range []string{"e", "en", "er", "es", "em"} {
		if stem, ok := strings.CutSuffix(word, end); ok {
			if endsIn(stem, "isch") || slices.Contains([]string{"neu", "alt", "groß", "klein", "vereinigt", "zentral"}, stem) {
				return true
			}
		}
	}
	return false
}

// GermanAgreesAsGiven reports whether a capitalised word may be the given name to a
// surname; behind other nouns a surname mostly has the -s of the genitive.
func GermanAgreesAsGiven(word, surname string, starts bool) bool {
	return !endsIn(surname, "s") && !endsIn(word, "ung", "heit", "keit", "schaft", "ion", "tät", "tag", "land", "abend", "morgen", "woche", "jahr", "ende", "chef")
}
