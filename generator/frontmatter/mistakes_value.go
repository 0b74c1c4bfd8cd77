package frontmatter

import (
	"strings"
)

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
