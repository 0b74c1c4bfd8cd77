package glyph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin has the letters of other scripts that look like a Latin one in every font:
// a small part of what Unicode lists as confusable (UTS 39), where similar letters
// count, too, such as "rn" and "m". Letters with accents follow from those without.
var latin = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'Ѕ': 'S', 'І': 'I', 'Ӏ': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C',
	'Т': 'T', 'У': 'Y', 'Х': 'X', 'Ԍ': 'G', 'Ԛ': 'Q', 'Ԝ': 'W', 'Ѵ': 'V', // Cyrillic
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'ѕ': 's', 'і': 'i', 'ј': 'j', 'һ': 'h', 'ԁ': 'd', 'ԛ': 'q',
	'ԝ': 'w', 'ӏ': 'l', 'ѵ': 'v',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y',
	'Χ': 'X', 'ο': 'o', 'Ϲ': 'C', 'ϲ': 'c', 'Ϳ': 'J', 'ϳ': 'j', // Greek
	'Օ': 'O', 'օ': 'o', 'Ս': 'U', 'ս': 'u', 'հ': 'h', 'ո': 'n', // Armenian
	'ɑ': 'a', 'ɡ': 'g', // phonetic
}

// script is one of the scripts that share letters of the same look.
type script uint8

const (
	noScript script = iota
	latinScript
	cyrillic
	greek
	armenian
)

func scriptOf(r rune) script {
	switch {
	case r < utf8.RuneSelf:
		if c := r | 0x20; 'a' <= c && c <= 'z' {
			return latinScript
		}
	case r < 0x370:
		if unicode.Is(unicode.Latin, r) {
			return latinScript
		}
	case r < 0x400, 0x1f00 <= r && r < 0x2000:
		return greek
	case r < 0x530:
		return cyrillic
	case r < 0x590:
		return armenian
	}
	return noScript
}

// Skeleton stands for how a text looks: two texts that look alike have the same.
// Invisible characters are left out, but for joiners after characters that they
// change: letters of other scripts, and pictures.
func Skeleton(s string) string {
	var b strings.Builder
	before := rune(0)
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.IsSpace(r):
			r = ' '
			if before == ' ' {
				continue
			}
		case Invisible(r):
			if (r == '\u200c' || r == '\u200d') && before > utf8.RuneSelf && scriptOf(before) == noScript {
				b.WriteRune(r)
			}
			continue
		case isVariety(r):
			b.WriteString(strings.ReplaceAll(norm.NFKD.String(string(r)), "I", "l"))
			before = r
			continue
		}
		before = r
		if twin := latin[r]; twin != 0 {
			r = twin
		}
		if r == 'I' {
			r = 'l'
		}
		b.WriteRune(r)
	}
	return strings.TrimSpace(b.String())
}

// isVariety reports whether r is another form of a letter or letters: full width,
// mathematical, a Roman numeral, a ligature.
func isVariety(r rune) bool {
	return 0xff01 <= r && r <= 0xff5e || 0x1d400 <= r && r <= 0x1d7ff || 0x2160 <= r && r <= 0x217f || 0xfb00 <= r && r <= 0xfb06
}

// Same gives texts that differ only in the form of accents or the kind of spaces as one
// and the same text.
func Same(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }
