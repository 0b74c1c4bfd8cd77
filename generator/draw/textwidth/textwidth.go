// Package textwidth estimates how wide a text is, and shortens and breaks
// texts to a width.
//
// No font is known when a picture is drawn: readers' systems have different
// ones. So widths are estimated from a table of letters, in whole numbers: the
// same on every machine. All drawings use this one estimate.
//
// The table is about right for Latin letters of fonts like Arial (Liberation
// Sans). The widest of the usual fonts (DejaVu Sans, Verdana) need up to a
// tenth more, which Pixels adds in part; the network has that room within its
// boxes. A test in dev/browser compares Pixels with what a browser measures: no
// name is more than a sixth wider than estimated, and none is estimated at more
// than 1.5 times as wide as it is (1.8 in Arabic).
package textwidth

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Em is how many units there are to the size of the text: where a text is 14
// pixels high, as names in the network are, a unit is a tenth of a pixel.
const Em = 140

// Of estimates the width of a text in units.
func Of(s string) int {
	latin, other := sum(s)
	return latin + other
}

// sum adds up the widths of letters, Latin ones (and Greek ones and digits)
// apart.
func sum(s string) (latin, other int) {
	for _, r := range s {
		switch {
		case r <= unicode.MaxASCII:
			latin += ofLatin(r)
		case r < '\u0400':
			latin += ofRune(r)
		default:
			other += ofRune(r)
		}
	}
	return latin, other
}

// Pixels estimates the width of a text of a size in the measure of that size,
// with room for a font with wide Latin letters.
func Pixels(s string, size int) int {
	latin, other := sum(s)
	return ((latin+latin/13+other)*size + Em - 1) / Em
}

// Bold is Pixels for a text in bold letters, which take a tenth more.
func Bold(s string, size int) int { return Pixels(s, size) * 11 / 10 }

// Widths of letters, in units.
const (
	narrow = 46
	usual  = 78
	digit  = 80 // in dates nothing narrower makes up for what wide fonts need more
	upper  = 98
	broad  = 110
)

func ofLatin(r rune) int {
	switch r {
	case ' ', 'i', 'l', 'j', 't', 'f', 'r', '.', ',', ':', ';', '!', '|', '\'', '-', '(', ')', '[', ']':
		return narrow
	case 'm', 'w':
		return broad
	case 'W', '%', '@':
		return Em
	}
	switch {
	case 'A' <= r && r <= 'Z':
		return upper
	case '0' <= r && r <= '9':
		return digit
	}
	return usual
}

func ofRune(r rune) int {
	if 'Ѐ' <= r && r <= 'ҁ' { // most Cyrillic letters, and no mark among them
		return ofCyrillic(r)
	}
	kind := width.LookupRune(r).Kind()
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth || strings.ContainsRune("—…⋯№", r):
		return Em
	case unicode.Is(unicode.Cyrillic, r):
		return ofCyrillic(r)
	case unicode.Is(unicode.Arabic, r):
		return ofArabic(r)
	case unicode.In(r, unicode.Armenian, unicode.Georgian):
		return 104
	case unicode.Is(unicode.Hebrew, r):
		if strings.ContainsRune("וין׳", r) {
			return narrow
		}
		return 84
	case strings.ContainsRune("’‘·ı", r):
		return narrow
	case unicode.In(r, unicode.Latin, unicode.Greek):
		if unicode.IsUpper(r) {
			return upper
		}
		return usual
	case unicode.IsLetter(r): // of a script whose letters are not known here
		return 90
	case r > '\u2000': // an arrow or the like
		return upper
	}
	return usual
}

func ofCyrillic(r rune) int {
	switch r {
	case 'і', 'ї', 'ј', 'І', 'Ї', 'Ј':
		return narrow
	case 'ж', 'ш', 'щ', 'ю', 'ф', 'ы', 'Ж', 'Ш', 'Щ', 'Ю', 'Ф', 'Ы':
		return broad
	}
	if unicode.IsUpper(r) {
		return 112
	}
	return 90
}

// ofArabic is the mean of a letter's forms: which one stands in a word is not
// looked at.
func ofArabic(r rune) int {
	switch {
	case strings.ContainsRune("اأإآٱل", r):
		return 50
	case strings.ContainsRune("سشصضښ", r):
		return 140
	case strings.ContainsRune("جحخچعغمفقكکگ", r):
		return 99
	}
	return 76
}

// Cut shortens a text to a width; what it leaves out is an ellipsis.
func Cut(s string, most, size int) string {
	if Pixels(s, size) <= most {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && Pixels(string(runes)+"…", size) > most {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRightFunc(string(runes), unicode.IsSpace) + "…"
}

// Wrap breaks a text at spaces into lines of a width, at most lines of them.
// What is too wide for its line is cut.
func Wrap(s string, most, size, lines int) []string {
	var out []string
	for len(out) < lines-1 && Pixels(s, size) > most {
		at := -1
		for i, r := range s {
			if r == ' ' && Pixels(s[:i], size) <= most {
				at = i
			}
		}
		if at < 0 {
			at = strings.IndexByte(s, ' ')
		}
		if at < 0 {
			break
		}
		out, s = append(out, Cut(s[:at], most, size)), s[at+1:]
	}
	return append(out, Cut(s, most, size))
}
