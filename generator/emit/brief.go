package emit

import (
	"html"
	"html/template"
	"strings"
	"unicode"

	"dossier/generator/glyph"
	"dossier/generator/model"
)

// briefLength is how many characters of a summary are shown where many pages
// repeat it: so no page grows with the summaries of what it names.
const briefLength = 300

// brief is a summary, or its beginning without emphasis.
func brief(t *model.Text) template.HTML {
	if s := cut(t.Summary, briefLength); s != t.Summary {
		return template.HTML(html.EscapeString(s))
	}
	return summary(t)
}

// cut is a text of at most so many characters: its words up to there, or, where
// it has none (Chinese, Thai), its signs with all that belongs to them.
func cut(s string, most int) string {
	const lastWord = 40 // within as many characters there is a space, if there are any
	n, word, sign := 0, -1, 0
	for at, r := range s {
		if n++; n > most {
			if word < 0 {
				word = sign
			}
			s = strings.TrimRightFunc(s[:word], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:–—", r) })
			return glyph.WithoutStrays(s, glyph.Turned(s)) + "…"
		}
		if unicode.IsSpace(r) && n > most-lastWord {
			word = at
		}
		if !unicode.In(r, unicode.M, unicode.Cf, unicode.Sk) { // else it belongs to the sign before it
			sign = at
		}
	}
	return s
}
