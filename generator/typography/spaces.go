package typography

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

const (
	noBreak = "\u00a0"
	narrow  = "\u202f"
)

// space makes the space or line end at an offset one that does not break a
// line, where the language wants that.
func (s *Setter) space(i int) {
	if i == 0 {
		return
	}
	if i+1 == len(s.text) { // of words that stand before others, " и "
		if s.letters != nil && s.isLone(s.text[:i]) {
			s.edits = append(s.edits, Edit{i, 1, noBreak})
		}
		return
	}
	if with := s.tie(s.text[:i], s.text[i+1:]); with != "" {
		s.edits = append(s.edits, Edit{i, 1, with})
	}
}

// tie is the space between two texts, or "" for an ordinary one.
func (s *Setter) tie(before, after []byte) string {
	p, n := before[len(before)-1], after[0]
	if isDigit(p) || p == '.' {
		if tie := s.tieNumber(before, after); tie != "" {
			return tie
		}
	}
	if isDigit(n) && s.counts(before, after) {
		return noBreak
	}
	if s.french {
		switch {
		case n == ';' || n == '!' || n == '?' || bytes.HasPrefix(after, []byte("»")) || bytes.HasPrefix(after, []byte(">>")),
			bytes.HasSuffix(before, []byte("«")) || bytes.HasSuffix(before, []byte("<<")):
			return narrow
		case n == ':', p == 'r' && bytes.HasSuffix(before, []byte("1er")) && s.months[string(wordAt(after))]:
			return noBreak
		}
	}
	if s.dash && (n == '-' && isDash(after) || bytes.HasPrefix(after, []byte("—"))) || s.letters != nil && s.isLone(before) {
		return noBreak
	}
	return ""
}

// isDash reports a dash typed as three hyphens.
func isDash(text []byte) bool {
	return bytes.HasPrefix(text, []byte("---")) && !bytes.HasPrefix(text, []byte("----"))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// digitsBefore counts the digits at the end of a text.
func digitsBefore(text []byte) int {
	n := 0
	for n < len(text) && isDigit(text[len(text)-1-n]) {
		n++
	}
	return n
}

// digitsAt counts the digits at the beginning of a text.
func digitsAt(text []byte) int {
	n := 0
	for n < len(text) && isDigit(text[n]) {
		n++
	}
	return n
}

// wordAt is the word at the beginning of a text.
func wordAt(text []byte) []byte {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRune(text[n:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		n += size
	}
	return text[:n]
}

// tieNumber is the space behind a number: "28 November", "1er mai", "10 %",
// "10 000".
func (s *Setter) tieNumber(before, after []byte) string {
	number := bytes.TrimSuffix(before, []byte("."))
	dot := len(number) < len(before)
	digits := digitsBefore(number)
	if digits == 0 {
		return ""
	}
	if word := wordAt(after); len(word) > 0 {
		switch {
		case digits <= 2 && s.months[string(word)] && dot == s.ordinal, !dot && (units[string(word)] || s.units[string(word)]):
			return noBreak
		}
		return ""
	}
	switch {
	case dot:
	case after[0] == '%' || bytes.HasPrefix(after, []byte("‰")) || bytes.HasPrefix(after, []byte("°")) || bytes.HasPrefix(after, []byte("€")):
		return noBreak
	case digits <= 3 && digitsAt(after) == 3 && (len(number) == digits || number[len(number)-digits-1] != '.'):
		return s.thousands
	}
	return ""
}

// counts reports whether a number belongs to the word or sign before it:
// "№ 5", "§ 5", "November 28".
func (s *Setter) counts(before, after []byte) bool {
	for _, sign := range []string{"№", "§", "n°", "No.", "Nr."} {
		if bytes.HasSuffix(before, []byte(sign)) {
			return true
		}
	}
	if s.monthFirst && digitsAt(after) <= 2 {
		start := len(before)
		for start > 0 && before[start-1] >= 'A' {
			start--
		}
		return s.months[string(before[start:])]
	}
	return false
}

// isLone reports a word of one letter at the end of a text that goes with the
// next word.
func (s *Setter) isLone(before []byte) bool {
	r, n := utf8.DecodeLastRune(before)
	if !s.letters[r] {
		return false
	}
	last, _ := utf8.DecodeLastRune(before[:len(before)-n])
	switch c := classOf(last); {
	case len(before) == n, c == blank, c == opening, last == '"', last == '—':
		return true
	}
	return false
}
