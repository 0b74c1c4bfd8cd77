package names

import "github.com/blevesearch/snowballstem"

// A name's word is found by its stem, and its endings keep other words of
// that stem apart. Stemming alone is too coarse («Грузия» and «грузы» share a
// stem); endings alone would need every form written out. Snowball's stems of
// one word's forms may differ («Казахстан» gives "казахста", «Казахстане»
// "казахстан"), so a word is filed under the stem of each of its forms. In a
// language without a stemmer it is filed under the forms themselves.

// stemOf gives the stem of a word in lower case.
func (l *language) stemOf(word string) string {
	if l.stem == nil {
		return word
	}
	env := snowballstem.NewEnv(word)
	l.stem(env)
	return env.Current()
}
