package frontmatter

import (
	"regexp"
	"strconv"
	"strings"
)

// quoted reads a text in quotes. In double quotes it knows \" and \\.
func (p *plainReader) quoted() string {
	quote := p.yaml[p.at]
	p.at++
	begin := p.at
	var parts strings.Builder
	for {
		switch c := p.yaml[p.at]; {
		case c == quote && (quote == '"' || p.yaml[p.at+1] != quote):
			p.at++
			if parts.Len() == 0 {
				return p.yaml[begin : p.at-1]
			}
			return parts.String() + p.yaml[begin:p.at-1]
		case c == quote, c == '\\' && quote == '"' && (p.yaml[p.at+1] == '"' || p.yaml[p.at+1] == '\\'):
			parts.WriteString(p.yaml[begin:p.at])
			parts.WriteByte(p.yaml[p.at+1])
			p.at += 2
			begin = p.at
		case c == '\n', c == '\\' && quote == '"':
			p.giveUp()
			return ""
		default:
			p.at++
		}
	}
}

// scalar reads a text without quotes.
func (p *plainReader) scalar(brackets bool) string {
	begin := p.at
	for ; p.yaml[p.at] != '\n'; p.at++ {
		c, next := p.yaml[p.at], p.yaml[p.at+1]
		switch {
		case brackets && (c == ',' || c == ']' || c == '}'):
			return strings.TrimRight(p.yaml[begin:p.at], " ")
		case brackets && (c == '[' || c == '{' || c == '?' || c == ':' && next != '/' && !isLetter(next)),
			c == ':' && (next == ' ' || next == '\n'), c == ' ' && next == '#':
			p.giveUp()
			return ""
		}
	}
	return strings.TrimRight(p.yaml[begin:p.at], " ")
}

// typed gives a text without quotes the type that YAML 1.1 takes it for.
func (p *plainReader) typed(s string) any {
	switch {
	case s == "":
	case s == "true":
		return true
	case s == "false":
		return false
	case isLetter(s[0]), s[0] == '_', s[0] >= 0x80:
		if !isYAMLWord(s) {
			return s
		}
	case s[0] >= '0' && s[0] <= '9':
		digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
		switch {
		case strings.Contains(s, " "), digits < len(s) && strings.IndexByte("._+:eE", s[digits]) < 0 && (s[0] != '0' || !isLetter(s[digits])):
			return s // words, a date or the like; no number goes on like this
		case len(s) > 15:
		case digits == len(s) && (s[0] != '0' || s == "0"):
			if n, err := strconv.Atoi(s); err == nil {
				return n
			}
		case digits < len(s)-1 && s[digits] == '.' && strings.TrimLeft(s[digits+1:], "0123456789") == "":
			if n, err := strconv.ParseFloat(s, 64); err == nil {
				return n
			}
		}
	}
	p.giveUp()
	return nil
}

// plainText is made of nothing that means anything in YAML.
var plainText = regexp.MustCompile(`^[\pL0-9][\pL\pM\pN_/-]*$`)

// IsPlain reports a word that is text in YAML wherever it stands: in brackets, in
// quotation marks or without.
func IsPlain(s string) bool {
	return plainText.MatchString(s) && strings.Trim(s, "0123456789") != "" && !isYAMLWord(s)
}

// isYAMLWord reports a word that may be a truth value or nothing.
func isYAMLWord(s string) bool {
	if len(s) > 5 {
		return false
	}
	switch strings.ToLower(s) {
	case "y", "yes", "n", "no", "on", "off", "true", "false", "null":
		return true
	}
	return false
}
