package glyph

import (
	"fmt"
	"unicode/utf8"
)

// Forbidden says why a character has no place in a text, or "". HTML and XML
// have no control characters but tab and line feed, and no noncharacters.
func Forbidden(r rune) (why string) {
	switch {
	case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r < 0xa0:
		return "this is a control character"
	case r&0xfffe == 0xfffe, r >= 0xfdd0 && r <= 0xfdef:
		return "this is a code point that Unicode keeps free of characters"
	}
	return ""
}

// ForbiddenIn says why there is a character in a text that has no place there,
// or "".
func ForbiddenIn(text string) (why string) {
	for _, r := range text {
		if why := Forbidden(r); why != "" {
			return why
		}
	}
	return ""
}

// TurnFault says what is wrong with the sign that a text, which is Turned, has
// at an offset.
func TurnFault(s string, at int) string {
	sign, _ := utf8.DecodeRuneInString(s[at:])
	end := 0x202c
	switch sign {
	case '\u202c', '\u2069':
		return fmt.Sprintf("the sign U+%04X, which nobody sees, ends a direction of writing that nothing began; delete it", sign)
	case '\u2066', '\u2067', '\u2068':
		end = 0x2069
	}
	return fmt.Sprintf("the sign U+%04X, which nobody sees, changes the direction of all words after it; delete it, or write U+%04X where those words end", sign, end)
}
