package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Character is the first one of HTML without tags, which may be an entity.
func Character(html string) (r rune, size int) {
	if html[0] == '&' {
		if end := strings.IndexByte(html, ';'); end > 0 {
			return '&', end + 1
		}
	}
	return utf8.DecodeRuneInString(html)
}

// Joined reports whether a character makes one sign with that before it, so that
// no text may be cut there (Unicode, UAX 29).
func Joined(before, r rune) bool {
	const joiner = '\u200D'
	switch {
	case r < 0x300:
		return false
	case unicode.In(r, unicode.M, unicode.Variation_Selector), r == joiner, before == joiner,
		r >= 0x1F3FB && r <= 0x1F3FF,         // tones of skin
		regional(before) && regional(r),      // flags
		r >= 0xE0020 && r <= 0xE007F,         // the letters of a region's flag
		r == '\uFF9E' || r == '\uFF9F',       // marks of narrow kana
		r == '\u0E33' || r == '\u0EB3',       // Thai and Lao "am"
		r >= 0x1160 && r <= 0x11FF,           // parts of a Korean syllable
		before >= 0x0E40 && before <= 0x0E44, // vowels before their consonant, of Thai
		before >= 0x0EC0 && before <= 0x0EC4: // and Lao
		return true
	}
	return unicode.IsLetter(r) && unicode.Is(conjoiners, before)
}

// conjoiners are the signs that make one of two consonants, in the scripts of
// India, Burma and Cambodia.
var conjoiners = &unicode.RangeTable{R16: []unicode.Range16{
	{0x094D, 0x0BCD, 0x80}, {0x0C4D, 0x0CCD, 0x80}, {0x0D4D, 0x0D4D, 1}, {0x1039, 0x1039, 1}, {0x17D2, 0x17D2, 1},
}}

func regional(r rune) bool { return r >= 0x1F1E6 && r <= 0x1F1FF }

// Parts reports whether a line of text may end between two characters that are
// no one sign: at a space, and beside a character of Chinese or Japanese, but not
// between a word and the mark behind it.
func Parts(before, r rune) bool {
	switch {
	case unicode.IsSpace(r):
		return true
	case strings.ContainsRune(openings, before) || strings.ContainsRune(closings+"、。，．：；！？…ー", r):
		return false
	}
	return wide(r) || wide(before) || strings.ContainsRune(closings+"、。，；！？", before)
}

// wide reports a script that sets no spaces between words, nor joins letters.
func wide(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// cutStart leaves out the beginning of HTML text without tags, so that at most
// so many bytes are left, between words where it can.
func cutStart(s string, most int) string {
	if len(s) <= most {
		return s
	}
	whole, at := 0, 0
	var before rune
	for at < len(s) {
		r, n := Character(s[at:])
		if len(s)-at <= most && !Joined(before, r) {
			if whole == 0 {
				whole = at
			}
			if before == ' ' || r != ' ' && Parts(before, r) {
				return s[at:]
			}
			if len(s)-at < most/2 {
				break
			}
		}
		at, before = at+n, r
	}
	return s[whole:]
}

// cutEnd leaves out the end of HTML text without tags, so that at most so many
// bytes are left, between words where it can.
func cutEnd(s string, most int) string {
	if len(s) <= most {
		return s
	}
	whole, words, at := 0, 0, 0
	var before rune
	for at <= most {
		r, n := Character(s[at:])
		if !Joined(before, r) {
			whole = at
			if Parts(before, r) {
				words = at
			}
		}
		at, before = at+n, r
	}
	if words < most/2 { // one long word, or a script that sets no spaces
		words = whole
	}
	return strings.TrimRight(s[:words], " ")
}

// Halves are the marks that close what a text in Chinese or Japanese leaves open
// of 「quotations」 and （asides）, and those that open what it only closes.
func Halves(s string) (shut, open string) {
	if !strings.ContainsFunc(s, wide) { // other languages have other pairs of “”
		return "", ""
	}
	for _, r := range s {
		if i := strings.IndexRune(openings, r); i >= 0 {
			shut = closings[i:i+3] + shut
		} else if i := strings.IndexRune(closings, r); i >= 0 {
			if rest, ok := strings.CutPrefix(shut, string(r)); ok {
				shut = rest
			} else {
				open = openings[i:i+3] + open
			}
		}
	}
	return shut, open
}
