package glyph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cyrillicOf are the Latin letters that may be a slip for those of a Cyrillic
// keyboard.
var cyrillicOf = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У',
	'a': 'а', 'c': 'с', 'e': 'е', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у',
}

// Mix is a word that mixes letters of two scripts.
type Mix struct {
	Word, Better string // as it is, and in letters of one script
	Sign         rune   // the first letter that is not of it
	Script       string // how that script is called
}

// Mixed finds the first word that mixes Latin letters with those of another
// script though it could do without: the letters of the one look like letters of
// the other. Parts that a hyphen, a slash or a number divides are words of their
// own. In texts of a language that is written in Cyrillic letters, Latin names
// have endings, and centuries Roman numerals.
func Mixed(s string, inCyrillic bool) (m Mix, ok bool) {
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && scriptOf(r) > latinScript }) {
		return Mix{}, false
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !Invisible(r) }) {
		if m = unmixed(word); m.Better != "" && !(inCyrillic && isCyrillicUse(word)) {
			return m, true
		}
	}
	return Mix{}, false
}

// unmixed is a word in the letters of one script; Better is "" when it is that
// already, or cannot be.
func unmixed(word string) Mix {
	var scripts [5]int
	for _, r := range word {
		if unicode.IsLetter(r) {
			scripts[scriptOf(r)]++
		}
	}
	others := scripts[cyrillic] + scripts[greek] + scripts[armenian]
	if scripts[latinScript] == 0 || others == 0 || scripts[noScript] > 0 {
		return Mix{}
	}
	toLatin, sign := replaced(word, latin, func(s script) bool { return s != latinScript })
	if scripts[cyrillic] == others {
		toCyrillic, latinSign := replaced(word, cyrillicOf, func(s script) bool { return s == latinScript })
		if toCyrillic != "" && (toLatin == "" || scripts[cyrillic] > scripts[latinScript]) {
			return Mix{word, toCyrillic, latinSign, "Cyrillic"}
		}
	}
	return Mix{word, toLatin, sign, "Latin"}
}

// replaced is a word with the letters of some scripts replaced by their twins,
// and the first of them; "" when one has none.
func replaced(word string, twins map[rune]rune, of func(script) bool) (string, rune) {
	var b strings.Builder
	first := rune(0)
	for _, r := range word {
		if unicode.IsLetter(r) && of(scriptOf(r)) {
			twin := twins[r]
			if twin == 0 {
				return "", 0
			}
			if first == 0 {
				first = r
			}
			r = twin
		}
		b.WriteRune(r)
	}
	return b.String(), first
}

// isCyrillicUse reports what is written so in Cyrillic text: a Latin name with an
// ending, a Roman numeral with a letter or two, a small letter before a name.
func isCyrillicUse(word string) bool {
	at := strings.IndexFunc(word, func(r rune) bool { return scriptOf(r) == cyrillic })
	if at <= 0 {
		return false
	}
	head, tail := word[:at], word[at:]
	if strings.ContainsFunc(tail, func(r rune) bool { return scriptOf(r) != cyrillic }) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(tail)
	ending := utf8.RuneCountInString(tail) <= 3 && tail == strings.ToLower(tail)
	return ending && (len(head) > 2 || strings.Trim(head, "IVX") == "") || len(head) == 1 && head == strings.ToLower(head) && unicode.IsUpper(first)
}

// Hidden is the first sign in a name that nobody sees and that has no use there;
// 0 when there is none. Soft hyphens, joiners, the directions of scripts and the
// forms of signs do have one.
func Hidden(s string) rune {
	before := rune(0)
	for _, r := range s {
		if Invisible(r) && !isUseful(r) && scriptOf(before) != noScript {
			return r
		}
		before = r
	}
	return 0
}

func isUseful(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d', '\u2060':
		return true
	}
	return unicode.In(r, unicode.Bidi_Control, unicode.Variation_Selector)
}
