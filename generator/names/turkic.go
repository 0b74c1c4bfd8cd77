package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/names/declension"
)

// flatTurkish drops the circumflex that Turkish often leaves out.
func flatTurkish(word string) string { return circumflexes.Replace(word) }

// turkishLower knows that i and ı are two letters.
func turkishLower(letters string) string { return strings.ToLowerSpecial(unicode.TurkishCase, letters) }

var circumflexes = strings.NewReplacer("â", "a", "î", "i", "û", "u", "Â", "A", "Î", "İ", "Û", "U")

// everyForm is a set of words, the last ones of names, in all their forms.
func everyForm(forms declension.Forms, words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		_, n := utf8.DecodeRuneInString(w)
		p := forms([]string{w, w}, false)[1]
		for ending := range p.Endings {
			form := p.Base + ending
			_, m := utf8.DecodeRuneInString(form)
			out[w[:n]+form[m:]] = true
		}
	}
	return out
}

// cased reports a name that an apostrophe parts from its ending, where only
// names have one: «Ordu’da».
func (s *surroundings) cased() bool {
	if s.idiom == nil || !s.idiom.parted || !s.hasNext || s.next.spaced || !isApostrophe(s.word(s.next)) {
		return false
	}
	c := after(s.b, s.next)
	t, ok := c.next()
	return ok && t.joined && !t.spaced && t.word
}
