package names

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key makes names equal that a reader takes for the same, in whatever case and
// language.
func Key(name string) string {
	var b strings.Builder
	space := false
	for _, r := range unknown.fold(signs.Replace(norm.NFC.String(name))) {
		switch {
		case isQuote(r):
		case isBlank(r):
			space = space || !isHidden(r)
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(foldRune(r))
		}
	}
	return b.String()
}

// foldRune makes letters equal that differ by case, and signs of which a
// keyboard has but one.
func foldRune(r rune) rune {
	switch r {
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	}
	if s := unknown.fold(string(r)); s == "-" || s == "’" {
		return []rune(s)[0]
	}
	return unicode.ToLower(r)
}

// LooseKey is Key for the letters, digits and apostrophes of some words alone.
func LooseKey(words string) string {
	return Key(strings.Map(func(r rune) rune {
		if isWord(r) || isApostrophe(string(r)) {
			return r
		}
		return ' '
	}, norm.NFC.String(words)))
}
