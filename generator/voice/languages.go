package voice

import (
	"cmp"
	"strings"
	"unicode"
)

// casing is what a language wants of its capitals. The zero value wants what all
// languages do.
type casing struct {
	digraph   string              // two letters that are capitals together: "IJsland"
	noAccents bool                // letters that head lists have none
	special   unicode.SpecialCase // capitals of its own
}

// casings are those by base language. A further language is an entry here.
var casings = map[string]casing{
	"nl": {digraph: "ij"},
	"el": {noAccents: true},
	"tr": {special: unicode.TurkishCase},
	"az": {special: unicode.AzeriCase},
}

// casingOf is what the language of a BCP 47 tag wants.
func casingOf(tag string) casing {
	base, _, _ := strings.Cut(tag, "-")
	return casings[base]
}

// dots are what stands for words that are left out, by base language, where it
// is not "…".
var dots = map[string]string{"zh": "……", "yue": "……"}

// Dots stand for words that are left out of a text in the language of a BCP 47
// tag.
func Dots(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	return cmp.Or(dots[base], "…")
}
