// Package typography sets a text as its language wants it: quotation marks,
// apostrophes, dashes, dots, and spaces that break no line. It is handed a text
// and gives edits by offset: it knows no Markdown and writes nothing itself, so
// that whoever holds the text can make the edits where it is written and keep
// its addresses.
//
// Quotation marks of a language that it does not know stay as typed; dashes,
// dots and apostrophes inside words are the same in all.
package typography

import "strings"

// Edit is a change of a text: N bytes at an offset become others. Each is one
// character for another, but for dashes, dots and French quotation marks.
type Edit struct {
	At, N int
	With  string
}

// Setter finds what typography changes in one text after the other, with the
// same memory. A text is a block's without its marks of Markdown, so that
// emphasis and links hide from a quotation mark nothing of what stands beside
// it; escapes, written with a backslash, are left as they are.
type Setter struct {
	*Language
	text   []byte
	edits  []Edit
	marks  []mark
	double int // that are open
	single int
}

// Edits finds the edits of a text, in its order. They hold until the next call.
func (s *Setter) Edits(text []byte) []Edit {
	s.text, s.edits, s.marks, s.double, s.single = text, s.edits[:0], s.marks[:0], 0, 0
	for i := 0; i < len(text); {
		kind := stops[text[i]]
		if kind == 0 {
			i++
			continue
		}
		switch c := text[i]; c {
		case '\\':
			i++
		case '"':
			s.doubleMark(i)
		case '\'':
			s.singleMark(i)
		case ' ', '\n':
			s.space(i)
		default:
			n := 1
			for i+n < len(text) && text[i+n] == c {
				n++
			}
			if with := runs[string(text[i:i+n])]; with != "" {
				s.edits = append(s.edits, Edit{i, n, with})
			}
			i += n - 1
		}
		i++
	}
	s.levels()
	return s.edits
}

// Typeset gives a plain text the typography of the language.
func (l *Language) Typeset(plain string) string {
	s := Setter{Language: l}
	edits := s.Edits([]byte(plain))
	if len(edits) == 0 {
		return plain
	}
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(plain[at:e.At])
		b.WriteString(e.With)
		at = e.At + e.N
	}
	b.WriteString(plain[at:])
	return b.String()
}

// stops are the characters at which something may have to be done.
var stops = [256]uint8{'\\': 1, '"': 1, '\'': 1, ' ': 1, '\n': 1, '-': 1, '.': 1, '<': 1, '>': 1}

// runs are what signs in a row become. More of them than here stay.
var runs = map[string]string{"--": "–", "---": "—", "...": "…", "....": "….", "<<": "«", ">>": "»"}
