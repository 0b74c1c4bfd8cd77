package glyph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cyrillicOf has the Latin letters that may have been typed by mistake for Cyrillic ones.
var cyrillicOf = map[rune]rune{
	'A': 'А', 'B': 'В', 'C': 'С', 'E': 'Е', 'H': 'Н', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'T': 'Т', 'X': 'Х', 'Y': 'У',
	'a': 'а', 'c': 'с', 'e': 'е', 'o': 'о', 'p': 'р', 'x': 'х', 'y': 'у',
}

// Mix is a word that mixes letters of two scripts.
type Mix struct {
	Word, Better string // as it is, and in letters of one script
	Sign         rune   // the first letter that is not of it
	Script       string // the name of that script
}

// Mixed finds the first word that mixes Latin letters with those of another script
// without need: all letters of one look like letters of the other. A hyphen, a slash or
// a number ends a word. In a language that is written in Cyrillic letters some mixed
// words are right: Latin names have Cyrillic endings, and centuries Roman numerals.
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

// unmixed writes a word in the letters of one script. Better is "" if it is in one
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

// replaced replaces the letters of some scripts in a word by those that look like them,
// and gives the first letter replaced, too. It gives "" if nothing looks like one of them.
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

// isCyrillicUse reports whether a mixed word is usual in Cyrillic text: a Latin name with
// an ending, a Roman numeral with a letter or two, a small letter before a name.
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
	if utf8.RuneCountInString(tail) <= 3 && tail == strings.ToLower(tail) && (len(head) > 2 || strings.Trim(head, "IVX") == "") {
		return true // with an ending
	}
	return len(head) == 1 && head == strings.ToLower(head) && unicode.IsUpper(first)
}

// Hidden gives the first invisible character in a name that has no use there, or 0. Soft
// hyphens, joiners, characters for the direction of scripts and for the form of
// characters do have a use.
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
