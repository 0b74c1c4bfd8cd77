package frontmatter

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/generator/source"
)

// The errors of YAML's decoders speak of their own workings, and often name a
// line below the one that is wrong. So front matter that they refuse is read
// once more, line by line, in search of the mistakes that people make.

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
func findMistake(in *source.File, start, end int) (at int, why string) {
	m := mistakes{lines: strings.Split(strings.TrimSuffix(string(in.Text[start:end]), "\n"), "\n"), open: true}
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
