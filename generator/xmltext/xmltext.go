// Package xmltext writes text as XML 1.0 has it, into the buffer of a file: for formats
// of which a site has many files, or one of very many elements, where encoding/xml would
// look at each value by reflection.
package xmltext

import "unicode/utf8"

// Append writes text for content or for an attribute in double quotes. What XML 1.0
// cannot say at all, most control characters and what is no UTF-8, becomes U+FFFD.
func Append(buf []byte, text string) []byte {
	from := 0
	for at := 0; at < len(text); {
		c := text[at]
		if c >= ' ' && c < utf8.RuneSelf && c != '&' && c != '<' && c != '>' && c != '"' {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if instead := insteadOf(r, size); instead != "" {
			buf = append(append(buf, text[from:at]...), instead...)
			from = at + size
		}
		at += size
	}
	return append(buf, text[from:]...)
}

// insteadOf is what stands for a character; "" when it may stand itself.
func insteadOf(r rune, size int) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '"':
		return "&#34;"
	case r == '\r':
		return "&#13;" // a reader would make a line end of it
	case !Allowed(r) || r == utf8.RuneError && size == 1:
		return "\uFFFD"
	}
	return ""
}

// Allowed reports whether a document of XML 1.0 may have a character.
func Allowed(r rune) bool {
	return r >= ' ' && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}

// Attribute appends an attribute, with the space before it, unless its value is "".
func Attribute(buf []byte, name, value string) []byte {
	if value == "" {
		return buf
	}
	buf = append(append(append(buf, ' '), name...), `="`...)
	return append(Append(buf, value), '"')
}

// Element appends an element that holds nothing but text, unless that is "".
func Element(buf []byte, name, text string) []byte {
	if text == "" {
		return buf
	}
	buf = append(append(append(buf, '<'), name...), '>')
	buf = append(append(Append(buf, text), "</"...), name...)
	return append(buf, '>')
}
