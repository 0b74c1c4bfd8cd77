package anniversary

import (
	"regexp"
	"strings"
)

// language is how one says "75th anniversary of 1945", in expressions for texts of any case.
type language struct {
	tag string // base language
	// claim finds "75th anniversary". Its groups are the places that the number may have.
	claim string
	// words are those of which each claim has one, in lower case.
	words []string
	// of finds the word that leads from there to what the number counts from; "" if the language
	// needs none.
	of string
}

// languages are those that are understood. A further language is an entry here.
var languages = []language{
	{"en", `\b(\d{1,4})(?:st|nd|rd|th)[-\s]anniversar`, []string{"anniversar"}, `of\s`},
	{"fr", `\b(\d{1,4})(?:er|re|e|è|ème)\s+anniversaire`, []string{"anniversaire"}, `(?:de|du|des)\s|d['’]`},
	{"ru", `(?:^|[^\d])(\d{1,4})(?:[-‑]?\p{Cyrillic}{1,3})?\s+годовщин|` +
		`(?:^|[^\d])(\d{1,4})[-‑](?:лети[еяюй]|летн\p{Cyrillic}+\s+юбиле)`, []string{"годовщин", "лети", "летн"}, ""},
}

var (
	claim = regexp.MustCompile(`(?i)` + anyOf(func(l language) string { return l.claim }))
	// ofWhat matches all that stands between a claim and the year that it counts from.
	ofWhat = regexp.MustCompile(`^\p{L}*\s+(?:` + anyOf(func(l language) string { return l.of }) + `)[^.;:!?,()]{0,60}$`)
)

// anyOf joins one expression of each language.
func anyOf(of func(language) string) string {
	var all []string
	for _, l := range languages {
		if x := of(l); x != "" {
			all = append(all, x)
		}
	}
	return strings.Join(all, "|")
}
