// Package glyph knows what signs look like: which of them nobody sees, which
// change the direction of the text around them, and which letters look alike.
// It knows no text but the one it is handed.
package glyph

import (
	"bytes"
	"slices"
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

// MayTurn reports a text in which there may be signs that begin or end another
// direction. It costs next to nothing.
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

// Turned are the places of signs that begin another direction and that nothing
// in the text ends, and of those that end what was not begun, in order.
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
		case endIsolate: // ends the embeddings inside of the isolate, too, which are then at fault
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

// The signs that end embeddings and overrides, and isolates.
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

// WithoutStrays is a text without the isolates among what is Turned: they would
// end, or be ended by, one that is put around it. What else is, an isolate holds.
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
		if !Invisible(r) && !unicode.IsSpace(r) {
			return false
		}
	}
	return s != ""
}
