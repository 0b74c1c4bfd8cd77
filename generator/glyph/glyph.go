// Package glyph knows what signs look like: which of them nobody sees, which
// change the direction of the text around them, and which letters look alike.
// It knows no text but the one it is handed.
package glyph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unprintable reports what no line of text may hold: control characters, the
// separators of lines and paragraphs, and the controls of direction.
func Unprintable(r rune) bool {
	if r < utf8.RuneSelf {
		return r < ' ' || r == 0x7f
	}
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r)
}

// RightToLeft reports letters that are written from right to left: those of the
// blocks that Unicode keeps for such scripts.
func RightToLeft(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r < 0x900, 0xfb1d <= r && r < 0xfe00, 0xfe70 <= r && r < 0xfeff, 0x10800 <= r && r < 0x11000, 0x1e800 <= r && r < 0x1f000:
		return unicode.IsLetter(r)
	}
	return false
}

// Turned is the place of the first sign that begins another direction and that
// nothing in the text closes, or of one that closes what was not begun; -1 when
// there is none.
func Turned(s string) int {
	if strings.IndexByte(s, 0xe2) < 0 { // with which all of them begin
		return -1
	}
	var open []int // where what is not closed began
	var ends []rune
	for i, r := range s {
		switch r {
		case '\u202a', '\u202b', '\u202d', '\u202e':
			open, ends = append(open, i), append(ends, '\u202c')
		case '\u2066', '\u2067', '\u2068':
			open, ends = append(open, i), append(ends, '\u2069')
		case '\u202c', '\u2069':
			last := len(ends) - 1
			if last < 0 || ends[last] != r {
				return min(i, append(open, i)[0])
			}
			open, ends = open[:last], ends[:last]
		}
	}
	if len(open) > 0 {
		return open[0]
	}
	return -1
}

// Invisible reports signs that take no place and have no look of their own:
// those that Unicode lets a program ignore that does not know them, and the
// fillers that count as letters.
func Invisible(r rune) bool {
	if r < 0xad {
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) || r == '\u2800'
}

// Unseen reports a text that has signs, none of which can be seen.
func Unseen(s string) bool {
	for _, r := range s {
		if !Invisible(r) && !unicode.IsSpace(r) && !unicode.IsControl(r) {
			return false
		}
	}
	return s != ""
}
