package edtf

import (
	"iter"
	"math/bits"
	"strings"
)

// eras replaces the expressions for BC and AD that have several words.
var eras = func() *strings.Replacer {
	var pairs []string
	for i := range languages {
		for _, words := range languages[i].bc {
			pairs = append(pairs, words, " bc ")
		}
		for _, words := range languages[i].ad {
			pairs = append(pairs, words, " ad ")
		}
	}
	return strings.NewReplacer(pairs...)
}()

// hintOf returns the meaning of a word in the first language that has it.
func hintOf(word string) hint {
	for i := range languages {
		if h := languages[i].hints[word]; h != noHint {
			return h
		}
	}
	return noHint
}

// monthOf returns the month that a word of at least three letters names, or whose name it begins,
// in any language. It is 0 if there is none or several.
func monthOf(word string) int {
	if len([]rune(word)) < 3 {
		return 0
	}
	found, begun := 0, 0
	for month, name := range monthNames() {
		switch {
		case name == word:
			found |= 1 << month
		case strings.HasPrefix(unaccented(name), unaccented(word)):
			begun |= 1 << month
		}
	}
	if found == 0 {
		found = begun
	}
	if bits.OnesCount(uint(found)) != 1 { // none, or in two languages two months
		return 0
	}
	return bits.TrailingZeros(uint(found))
}

// monthNames are the names of months in all languages, in lower case, each with its number.
func monthNames() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := range languages {
			for month, names := range languages[i].months {
				for name := range strings.FieldsSeq(names) {
					if !yield(month+1, name) {
						return
					}
				}
			}
		}
	}
}

func unaccented(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "é", "e"), "û", "u")
}
