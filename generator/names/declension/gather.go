package declension

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// put adds cases to endings.
func (d declension) put(c Cases, endings ...string) {
	for _, e := range endings {
		d[e] |= c
	}
}

// common puts the plural forms that make a lone word a common noun.
func (d declension) common(endings ...string) {
	for _, e := range endings {
		if d[e] == 0 {
			d[e] = NoCase
		}
	}
}

// on puts the endings of t behind a stem.
func (d declension) on(stem string, t declension) {
	for e, c := range t {
		d[stem+e] |= c
	}
}

// paradigm is d, whose keys are whole words, with what they begin with as its base.
func (d declension) paradigm() Paradigm {
	base, some := "", false
	for word := range d {
		if !some {
			base, some = word, true
		}
		for !strings.HasPrefix(word, base) {
			_, n := utf8.DecodeLastRuneInString(base)
			base = base[:len(base)-n]
		}
	}
	endings := make(map[string]Cases, len(d))
	for word, c := range d {
		endings[word[len(base):]] = c
	}
	return Paradigm{Base: base, Endings: endings}
}

// beforeName reports a word with another name behind it, as in «New York».
func beforeName(name []string, i int, isAdjective func(string) bool) bool {
	if i+1 == len(name) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(name[i+1])
	return unicode.IsUpper(first) && !isAdjective(strings.ToLower(name[i+1]))
}
