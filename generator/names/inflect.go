package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
)

// A name's word is found by its stem, and its endings keep other words of
// that stem apart. Stemming alone is too coarse («Грузия» and «грузы» share a
// stem); endings alone would need every form written out. Snowball's stems of
// one word's forms may differ («Казахстан» gives "казахста", «Казахстане»
// "казахстан"), so a word is filed under the stem of each of its forms.

// cases is a set of cases and numbers that a form may stand for. Words agree
// when their sets meet.
type cases uint16

const (
	anyCase cases = 0x3fff
	noCase  cases = 0x4000 // a form that only the common noun of that spelling has
)

// paradigm is how a word changes: base, then one of the endings. All is in
// lower case.
type paradigm struct {
	base    string
	endings map[string]cases // nil: only the word itself, in any case
	asIs    cases            // what the unchanged word may stand for besides
}

// stemOf gives the stem of a word in lower case.
func (l *language) stemOf(word string) string {
	env := snowballstem.NewEnv(word)
	l.stem(env)
	return env.Current()
}

// plurals gives the forms of languages whose names do not decline: only what a
// name says in the plural of common nouns ("Turkmen border guards") may also
// be said of one of them. The other way round would be several other things.
func plurals(singular func(word string) (base string, endings map[string]cases)) func([]string, bool) []paradigm {
	return func(name []string, person bool) []paradigm {
		out := make([]paradigm, len(name))
		if person || len(name) < 2 {
			return out
		}
		for i, word := range name {
			if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && utf8.RuneCountInString(word) > 4 {
				out[i].base, out[i].endings = singular(word)
			}
		}
		return out
	}
}

const (
	oneOf  cases = 1
	manyOf cases = 2
)

func englishSingular(word string) (string, map[string]cases) {
	if base, ok := strings.CutSuffix(word, "ies"); ok {
		return base, map[string]cases{"ies": manyOf, "y": oneOf}
	}
	base, ok := strings.CutSuffix(word, "s")
	if !ok || strings.HasSuffix(base, "s") || strings.HasSuffix(base, "u") || strings.HasSuffix(base, "i") {
		return "", nil
	}
	return base, map[string]cases{"s": manyOf, "": oneOf}
}

func frenchSingular(word string) (string, map[string]cases) {
	if base, ok := strings.CutSuffix(word, "aux"); ok {
		return base, map[string]cases{"aux": manyOf, "al": oneOf, "ale": oneOf}
	}
	if base, ok := strings.CutSuffix(word, "s"); ok {
		return base, map[string]cases{"s": manyOf, "": oneOf}
	}
	return "", nil
}
