package edtf

import (
	"math/bits"
	"strings"
	"sync"

	"dossier/generator/cldr"
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

// monthOf returns the month that a word of at least three letters names, in any language of CLDR, or
// whose name it begins, in one of languages. It is 0 if there is none or several.
func monthOf(word string) int {
	if len([]rune(word)) < 3 {
		return 0
	}
	listed, all := monthNames().listed, monthNames().all
	found, begun := 0, 0
	for name, months := range listed {
		switch {
		case name == word:
			found |= months
		case strings.HasPrefix(unaccented(name), unaccented(word)):
			begun |= months
		}
	}
	for _, months := range []int{found, begun, all[word]} {
		if months != 0 {
			if bits.OnesCount(uint(months)) != 1 { // in two languages two months
				return 0
			}
			return bits.TrailingZeros(uint(months))
		}
	}
	return 0
}

// monthNames are the names of months in lower case, each with a bit for every month that it names:
// in the languages of languages, and in all.
var monthNames = sync.OnceValue(func() (names struct{ listed, all map[string]int }) {
	names.listed, names.all = map[string]int{}, map[string]int{}
	add := func(to map[string]int, c *cldr.Calendar) {
		for i := range 12 {
			to[strings.ToLower(c.Months[i])] |= 1 << (i + 1)
			to[strings.ToLower(c.MonthsOf[i])] |= 1 << (i + 1)
		}
	}
	for i := range languages {
		if c, ok := cldr.Of(languages[i].tag); ok {
			add(names.listed, c)
		}
		for month, further := range languages[i].months {
			for name := range strings.FieldsSeq(further) {
				names.listed[name] |= 1 << (month + 1)
			}
		}
	}
	for _, tag := range cldr.Languages() {
		c, _ := cldr.Of(tag)
		add(names.all, c)
	}
	return names
})

func unaccented(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "é", "e"), "û", "u")
}
