package markdown

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// colonSign is about fenced divisions and emoji by name.
func colonSign(s sign) (why string, skip int) {
	if s.has(":::") && s.lineStart {
		return "blocks between ::: are not read; write a quotation that begins with > [!NOTE], or delete the line", 2
	}
	if s.before == ':' || !s.opens() {
		return "", 0
	}
	name, after, ok := bytes.Cut(s.rest[1:], []byte(":"))
	if !ok || len(name) < 2 || len(name) > 40 || len(after) > 0 && isWord(after) || bytes.IndexFunc(name, isNoEmoji) >= 0 || !isWord(name) && name[0] != '+' {
		return "", 0
	}
	return "emoji by name are shown as text; write the sign itself instead of :" + string(name) + ":", len(name) + 1
}

func isNoEmoji(c rune) bool {
	return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '+' && c != '-'
}

// pairSign is about signs that stand on both sides of words.
func pairSign(s sign) (why string, skip int) {
	switch {
	case s.has("==") && s.before != '=' && !isASCIIWord(s.before):
		if in := s.pair("=="); in != nil && in[0] != '=' {
			return "==…== is shown as typed; write *…* or **…** to stress words", len(in) + 3
		}
	case s.has("%%") && s.before != '%':
		if in := s.pair("%%"); in != nil {
			return "%%…%% is published as typed; write <!-- … --> for what readers must not see", len(in) + 3
		}
	case s.has("$"):
		return mathSign(s)
	case s.has("~") && !s.has("~~"):
		if in := s.pair("~"); in != nil && len(in) < 20 && !bytes.ContainsAny(in, " \t/.") && !s.has("~/") {
			return "a single ~ is shown as typed; write <sub>" + string(in) + "</sub> for what stands low, ~~…~~ for what is struck out", len(in) + 1
		}
	case s.has("^"):
		if in := s.pair("^"); in != nil && len(in) < 20 && !bytes.ContainsAny(in, " \t/.^_") && !s.opens() && !s.isPower(len(in)) {
			return "^…^ is shown as typed; write <sup>" + string(in) + "</sup>", len(in) + 1
		}
	}
	return "", 0
}

// isPower reports that a number or letter stands behind a ^…^ with so many
// bytes in it: "x^2^3" is a sum, not a raised 2.
func (s sign) isPower(n int) bool {
	return len(s.rest) > n+2 && isASCIIWord(rune(s.rest[n+2]))
}

func isASCIIWord(c rune) bool {
	return c < utf8.RuneSelf && (unicode.IsLetter(c) || unicode.IsDigit(c))
}

// mathSign tells a formula from prices: it has a sign that no price has.
func mathSign(s sign) (why string, skip int) {
	const cure = "formulas are shown as typed; write them in words, with <sub> and <sup>, or as a picture"
	if s.has("$$") {
		if in := s.pair("$$"); in != nil {
			return cure, len(in) + 3
		}
		if s.lineStart && len(bytes.TrimSpace(s.rest)) == 2 {
			return cure, 1
		}
		return "", 1
	}
	in := s.pair("$")
	if in != nil && s.opens() && (bytes.ContainsAny(in, `\^_{=`) || len(in) == 1 && isWord(in)) {
		return cure, len(in) + 1
	}
	return "", 0
}
