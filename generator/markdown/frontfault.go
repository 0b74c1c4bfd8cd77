package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What YAML's decoders say of a mistake names their own inner states, and often
// the line where they noticed instead of the one that is wrong. So front matter
// that they refuse is read once more, line by line, for the mistakes that
// people make.

// mistakes looks for a mistake. Lines are without their ends.
type mistakes struct {
	lines   []string
	n       int   // the line that is looked at
	indents []int // of the mappings that are open
	open    bool  // the line before may be followed by one that is indented further
	why     string
}

// findMistake gives the offset of the line with the first mistake in the YAML
// between two offsets, and what to do; "" when it sees none.
func findMistake(in *source, start, end int) (at int, why string) {
	m := mistakes{lines: strings.Split(strings.TrimSuffix(string(in.text[start:end]), "\n"), "\n"), open: true}
	for at = start; m.n < len(m.lines); {
		from := m.n
		if m.line(m.lines[from]); m.why != "" {
			return at, m.why
		}
		for m.n++; from < m.n && from < len(m.lines); from++ {
			at += len(m.lines[from]) + 1
		}
	}
	return 0, ""
}

func (m *mistakes) fault(format string, args ...any) { m.why = fmt.Sprintf(format, args...) }

// line looks at the line n, and goes on to the last one of its value.
func (m *mistakes) line(s string) {
	rest := strings.TrimLeft(s, " ")
	col := len(s) - len(rest)
	if r, _ := utf8.DecodeRuneInString(rest); r == '\t' && strings.TrimSpace(rest) != "" {
		m.fault("a tab is used to indent; use spaces")
		return
	} else if isOddSpace(r) {
		m.fault("the line begins with %s; use ordinary spaces", spaceName(r))
		return
	}
	if rest == "" || rest[0] == '#' || strings.TrimSpace(rest) == "" {
		return
	}
	item := false
	for strings.HasPrefix(rest, "-") {
		after := strings.TrimLeft(rest[1:], " ")
		if after != "" && len(after) == len(rest)-1 {
			after = strings.TrimLeftFunc(after, isOddSpace)
			m.fault("after the dash of a list belongs a space; write - %s", after)
			return
		}
		m.close(col)
		item, col, rest = true, col+len(rest)-len(after), after
	}
	key, value, colon := cutKey(rest)
	switch {
	case !colon && item:
		m.value(rest, col-1)
	case !colon && m.isLoose(col):
		m.noKey(rest)
	case colon:
		m.key(key, value, col, item)
	}
}

// isLoose reports a line that cannot be part of the value above.
func (m *mistakes) isLoose(col int) bool {
	return len(m.indents) == 0 || col <= m.indents[len(m.indents)-1]
}

func (m *mistakes) noKey(rest string) {
	if key, value, ok := strings.Cut(rest, "="); ok && isKey(strings.TrimSpace(key)) {
		m.fault("front matter is YAML; write %s: %s", strings.TrimSpace(key), strings.TrimSpace(value))
		return
	}
	if isKey(rest) {
		m.fault("after a key belongs a colon; write %s: and its value", rest)
		return
	}
	m.fault("this line is no key with a value; write it as key: value, or close the front matter above it with a line of three dashes")
}

// close ends the mappings that are indented further, and reports whether there
// were any.
func (m *mistakes) close(col int) bool {
	n := len(m.indents)
	for len(m.indents) > 0 && m.indents[len(m.indents)-1] > col {
		m.indents = m.indents[:len(m.indents)-1]
	}
	return len(m.indents) < n
}

// key looks at a key that stands at a column, and at its value.
func (m *mistakes) key(key, value string, col int, item bool) {
	closed := m.close(col)
	if n := len(m.indents); n == 0 || m.indents[n-1] < col {
		switch {
		case item, m.open && !closed:
		case closed:
			m.fault("the line is indented otherwise than those beside it; begin it in the same column")
			return
		default:
			m.fault("the line is indented, so that YAML reads it as part of the value above; begin it in column %d", m.indents[n-1]+1)
			return
		}
		m.indents = append(m.indents, col)
	}
	r, _ := utf8.DecodeRuneInString(value)
	trimmed := strings.TrimLeft(value, " \t")
	switch {
	case isOddSpace(r):
		m.fault("after %q stands %s; write an ordinary space", key+":", spaceName(r))
	case value != "" && len(trimmed) == len(value):
		m.fault("after the colon belongs a space; write %s: %s", key, value)
	default:
		m.value(trimmed, col)
	}
}

// value looks at a value, under a key at a column.
func (m *mistakes) value(v string, indent int) {
	v = strings.TrimRight(v, " \t\r")
	m.open = v == "" || v[0] == '#'
	if m.open {
		return
	}
	switch c := v[0]; {
	case c == '"', c == '\'':
		m.quoted(v, indent)
	case c == '[', c == '{':
		m.brackets(v, indent)
	case c == '|', c == '>':
		if head, _, _ := strings.Cut(v, " #"); strings.Trim(head[1:], "+-123456789 ") != "" {
			m.fault("a value cannot begin with %q; put it in quotes%s", v[:1], inQuotes(v))
			return
		}
		for m.n+1 < len(m.lines) && (strings.TrimSpace(m.lines[m.n+1]) == "" || indentOf(m.lines[m.n+1]) > indent) {
			m.n++
		}
	case strings.IndexByte("@`%*&!,]}", c) >= 0, strings.HasPrefix(v, "- "), strings.HasPrefix(v, "? "), strings.HasPrefix(v, ": "):
		m.fault("a value cannot begin with %q; put it in quotes%s", v[:1], inQuotes(v))
	case strings.Contains(v, " #"):
		m.fault("%s", CommentCuts(v))
	case strings.Contains(v, ": "), strings.HasSuffix(v, ":"):
		m.fault("a colon followed by a space stands inside a value; put the value in quotes%s", inQuotes(v))
	}
}

// quoted looks at a value that begins with a quotation mark.
func (m *mistakes) quoted(v string, indent int) {
	quote, end := v[0], closingMark(v)
	for last := m.n; end < 0; { // it may go on below
		if last++; last == len(m.lines) || indentOf(m.lines[last]) <= indent && strings.TrimSpace(m.lines[last]) != "" {
			m.fault("the quotation mark that opens here is never closed; put one at the end of the value")
			return
		}
		if end = closingMark(string(quote) + m.lines[last]); end >= 0 {
			m.n = last
			return
		}
	}
	if rest := strings.TrimLeft(v[end+1:], " "); rest != "" && rest[0] != '#' {
		if v[len(v)-1] == quote {
			v = v[1 : len(v)-1]
		}
		m.fault("the value goes on after a quotation mark that closes it; put all of it in quotes%s", inQuotes(v))
		return
	}
	if at := strings.IndexByte(v[:end], '\\'); quote == '"' && at >= 0 && strings.IndexByte(`0abtnvfre "/\N_LPxuU`, v[at+1]) < 0 {
		m.fault("in double quotes a backslash has another meaning; write two of them, or put the value in single quotes")
	} else if half := surrogate(v[:end]); quote == '"' && half != "" {
		m.fault("\"%s\" is half a character; write the character itself", half)
	}
}

// surrogate is the first escape of a text for half a character, as JSON writes
// them, or "".
func surrogate(v string) string {
	for i := 0; i+len(`\ud800`) <= len(v); i++ {
		if v[i] != '\\' {
			continue
		}
		if v[i+1] == 'u' && v[i+2]|0x20 == 'd' && strings.IndexByte("89abcdefABCDEF", v[i+3]) >= 0 {
			return v[i : i+len(`\ud800`)]
		}
		i++ // what a backslash stands before
	}
	return ""
}

// closingMark is the offset of the mark that closes a text in quotes, or -1.
func closingMark(v string) int {
	for i := 1; i < len(v); i++ {
		switch {
		case v[i] == '\\' && v[0] == '"':
			i++
		case v[i] != v[0]:
		case v[0] == '\'' && i+1 < len(v) && v[i+1] == '\'':
			i++
		default:
			return i
		}
	}
	return -1
}

// brackets looks at a list or mapping in brackets, which may go on below.
func (m *mistakes) brackets(v string, indent int) {
	first, depth := m.n, 0
	for s := v; ; s = m.lines[m.n] {
		for i := 0; i < len(s); i++ {
			switch c := s[i]; {
			case c == '[', c == '{':
				depth++
			case c == ']', c == '}':
				depth--
			case (c == '"' || c == '\'') && i > 0 && strings.IndexByte(" [{,:", s[i-1]) >= 0:
				end := closingMark(s[i:])
				if end < 0 {
					m.fault("a quotation mark in these brackets is never closed; put one at the end of the value")
					return
				}
				i += end
			case c == '#' && i > 0 && s[i-1] == ' ' && depth > 0 && m.n == first:
				m.fault("YAML reads what follows # as a comment; put the value that has it in quotes")
				return
			}
			if rest := strings.TrimSpace(s[i+1:]); depth == 0 {
				if rest != "" && rest[0] != '#' {
					m.fault("the value goes on after a bracket that closes it; put all of it in quotes%s", inQuotes(v))
				}
				return
			}
		}
		next := m.n + 1
		if next == len(m.lines) || indentOf(m.lines[next]) <= indent && strings.Trim(m.lines[next], " ]},") != "" {
			m.fault("the bracket that opens here is never closed; put %q at the end of the value", map[byte]string{'[': "]", '{': "}"}[v[0]])
			return
		}
		m.n = next
	}
}

// cutKey parts a line at the colon after its key. An address is no key.
func cutKey(s string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(s, ":")
	if !ok || !isKey(key) || strings.HasPrefix(value, "//") {
		return "", "", false
	}
	return key, value, true
}

// isKey reports a word that may be a key: it begins with a letter.
func isKey(s string) bool {
	for i, r := range s {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '_') {
			return false
		}
	}
	return s != ""
}

func indentOf(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

// isOddSpace reports a space that YAML does not take for one.
func isOddSpace(r rune) bool { return r > 0x7f && unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func spaceName(r rune) string {
	switch r {
	case '\u00a0', '\u202f':
		return "a no-break space"
	}
	return fmt.Sprintf("a space that is none in YAML (U+%04X)", r)
}

// CommentCuts says that YAML has cut a value, which is given as written.
func CommentCuts(written string) string {
	return "YAML reads what follows # as a comment; put the value in quotes" + inQuotes(written)
}

// longest is how much of a value a message repeats.
const longest = 120

// inQuotes is how a value is to be written, or "" when it is long.
func inQuotes(v string) string {
	if inner, ok := strings.CutPrefix(v, "“"); ok && strings.HasSuffix(inner, "”") {
		v = strings.TrimSuffix(inner, "”")
	}
	switch {
	case len(v) > longest:
		return ""
	case !strings.ContainsAny(v, `"\`):
		return `: "` + v + `"`
	case !strings.Contains(v, "'"):
		return ": '" + v + "'"
	}
	return `: "` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(v) + `"`
}
