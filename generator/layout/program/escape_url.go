package program

import "strings"

// What becomes of a byte of an address in a quoted attribute.
const (
	encodedByte = iota // %xx
	plainByte          // stays, as it does in every kind of text
	keptByte           // stays
	ampByte
	plusByte
	percentByte // stays before two hexadecimal digits
)

var urlClass = classesOfURL()

func classesOfURL() (classes [256]uint8) {
	for c := range len(classes) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c > 0 && c < 128 && strings.ContainsRune("-._~!#$*,/;?@[]", rune(c)):
			classes[c] = plainByte
		}
	}
	classes[':'], classes['='], classes['&'], classes['+'], classes['%'] = keptByte, keptByte, ampByte, plusByte, percentByte
	return classes
}

// appendURL appends an address. One with a scheme that could run a program is
// replaced.
func appendURL(dst []byte, s string) []byte {
	if scheme, _, ok := strings.Cut(s, ":"); ok && !strings.Contains(scheme, "/") &&
		!strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https") && !strings.EqualFold(scheme, "mailto") {
		return append(append(dst, '#'), unsafeContent...)
	}
	return appendURLPart(dst, s)
}

// appendURLPart appends a part of an address, encoded and escaped in one pass.
func appendURLPart(dst []byte, s string) []byte {
	done := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		class := urlClass[c]
		if class == plainByte || class == keptByte || class == percentByte && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			continue
		}
		dst = append(dst, s[done:i]...)
		done = i + 1
		switch class {
		case ampByte:
			dst = append(dst, "&amp;"...)
		case plusByte:
			dst = append(dst, "&#43;"...)
		default:
			dst = appendEncoded(dst, c)
		}
	}
	return append(dst, s[done:]...)
}

// appendURLQuery appends a part of an address in which nothing has a meaning.
func appendURLQuery(dst []byte, s string) []byte {
	for i := range len(s) {
		if c := s[i]; urlClass[c] == plainByte && !strings.ContainsRune("#$*,/;?@[]!", rune(c)) {
			dst = append(dst, c)
		} else {
			dst = appendEncoded(dst, c)
		}
	}
	return dst
}

func appendEncoded(dst []byte, c byte) []byte {
	const digits = "0123456789abcdef"
	return append(dst, '%', digits[c>>4], digits[c&15])
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
