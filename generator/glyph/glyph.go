// Package glyph knows what characters look like: which of them are invisible, which
// change the direction of the text around them, and which letters look alike. Its
// functions depend on their arguments alone.
package glyph

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unprintable reports whether no line of text may have r: control characters, the
// separators of lines and paragraphs, and those that change the direction.
func Unprintable(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f
	}
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
}

// RightToLeft reports whether r is a letter that is written from right to left: one of
// the blocks that Unicode keeps for such scripts.
func RightToLeft(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r < 0x900, 0xfb1d <= r && r < 0xfe00, 0xfe70 <= r && r < 0xfeff, 0x10800 <= r && r < 0x11000, 0x1e800 <= r && r < 0x1f000:
		return unicode.IsLetter(r)
	}
	return false
}

// MayTurn reports whether a text may have characters that begin or end another
// direction. It is fast.
func MayTurn(text []byte) bool {
	for {
		at := bytes.IndexByte(text, 0xe2) // with which all of them begin
		if at < 0 || at+2 >= len(text) {
			return false
		}
		if b, c := text[at+1], text[at+2]; b == 0x80 && 0xaa <= c && c <= 0xae || b == 0x81 && 0xa6 <= c && c <= 0xa9 {
			return true
		}
		text = text[at+1:]
	}
}

// Turned finds the characters that begin another direction which nothing in the text
// ends, and those that end what was not begun. It gives their places, in order.
func Turned(s string) []int {
	if strings.IndexByte(s, 0xe2) < 0 {
		return nil
	}
	var open, stray []int
	var ends []rune
	for i, r := range s {
		switch r {
		case '\u202a', '\u202b', '\u202d', '\u202e':
			open, ends = append(open, i), append(ends, endEmbedding)
		case '\u2066', '\u2067', '\u2068':
			open, ends = append(open, i), append(ends, endIsolate)
		case endEmbedding:
			if last := len(ends) - 1; last >= 0 && ends[last] == r {
				open, ends = open[:last], ends[:last]
			} else {
				stray = append(stray, i)
			}
		case endIsolate: // ends embeddings inside of the isolate, too: those have no end of their own
			at := lastIndex(ends, r)
			if at < 0 {
				stray = append(stray, i)
				break
			}
			stray = append(stray, open[at+1:]...)
			open, ends = open[:at], ends[:at]
		}
	}
	all := append(stray, open...)
	slices.Sort(all)
	return all
}

// The characters that end embeddings and overrides, and isolates.
const (
	endEmbedding = '\u202c'
	endIsolate   = '\u2069'
)

func lastIndex(list []rune, r rune) int {
	for i, x := range slices.Backward(list) {
		if x == r {
			return i
		}
	}
	return -1
}

// WithoutStrays leaves out of a text the isolates among those that Turned found: they
// would end, or be ended by, an isolate that is put around the text. The others have
// no effect outside of that.
func WithoutStrays(s string, turned []int) string {
	var b strings.Builder
	from := 0
	for _, at := range turned {
		r, n := utf8.DecodeRuneInString(s[at:])
		if r < '\u2066' {
			continue
		}
		b.WriteString(s[from:at])
		from = at + n
	}
	return b.String() + s[from:]
}

// StrayEnd gives the sign that a text begins with, which Turned has found there, and
// whether it ends what nothing began: then it does nothing, and can go.
func StrayEnd(s string) (sign string, ends bool) {
	r, n := utf8.DecodeRuneInString(s)
	return s[:n], r == endEmbedding || r == endIsolate
}

// Invisible reports whether r takes no space and has no look of its own: a character that
// Unicode lets programs ignore (Default_Ignorable_Code_Point), or a filler that counts as
// a letter.
func Invisible(r rune) bool {
	if r < 0xad {
		return false
	}
	return r == '\u2800' || // a Braille pattern without dots
		unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) &&
			!unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// InID is r as ids have it: letters, digits and marks are kept, 0 says that r
// stands inside of words and is left out, and '-' that it parts them.
func InID(r rune) rune {
	switch {
	case r == '\'' || r == '’' || r == '׳' || r == '״', // the last two shorten words of Hebrew
		r >= '\u055a' && r <= '\u055f',                 // over vowels of Armenian: stress, questions, wonder
		Invisible(r) && r != '\u200b' && r != '\u200c': // those stand between words, or their parts
		return 0
	case unicode.In(r, unicode.L, unicode.Nd, unicode.Nl, unicode.M):
		return r
	}
	return '-'
}

// Unseen reports whether a text has characters and none of them can be seen.
func Unseen(s string) bool {
	for _, r := range s {
		if !Invisible(r) && !unicode.IsSpace(r) {
			return false
		}
	}
	return s != ""
}
