// Package buffer is a content file as it stands while somebody types: what is
// where in a text that may be half written.
//
// Package frontmatter and package markdown say what a file means, and need it
// whole. This package says where its keys, values, links and headings stand, by
// offsets, and takes a file as it finds it: it reports no faults, and what it
// cannot make sense of it leaves out.
package buffer

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Encoding is what a character's width in a line is counted in.
type Encoding int

// The encodings of positions that editors may ask for.
const (
	UTF16 Encoding = iota
	UTF8
	UTF32
)

// Text is a text with the offsets of its lines, which end in LF, CRLF or CR. It
// is never changed.
type Text struct {
	src    string
	starts []int
}

// New finds the lines of a text.
func New(src string) *Text {
	t := &Text{src: src, starts: []int{0}}
	for i := 0; i < len(src); i++ {
		if c := src[i]; c == '\n' || c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// String is the whole text.
func (t *Text) String() string { return t.src }

// Lines is the number of lines. A line end at the end begins one more.
func (t *Text) Lines() int { return len(t.starts) }

// Line is where a line begins and ends, without its line end. Lines count from 0.
func (t *Text) Line(n int) (from, to int) {
	if n >= len(t.starts) {
		return len(t.src), len(t.src)
	}
	from, to = t.starts[n], len(t.src)
	if n+1 < len(t.starts) {
		to = t.starts[n+1]
	}
	return from, from + len(strings.TrimRight(t.src[from:to], "\r\n"))
}

// LineOf is the line that an offset lies in.
func (t *Text) LineOf(offset int) int { return sort.SearchInts(t.starts, offset+1) - 1 }

// Offset is where a position lies. One behind the end of its line lies there, one
// behind the last line at the end; one inside of a character lies before it.
func (t *Text) Offset(line, units int, enc Encoding) int {
	if line < 0 {
		return 0
	}
	at, end := t.Line(line)
	for at < end && units > 0 {
		r, n := utf8.DecodeRuneInString(t.src[at:end])
		if units -= width(r, n, enc); units < 0 {
			break
		}
		at += n
	}
	return at
}

// Position is the line and the units before an offset there.
func (t *Text) Position(offset int, enc Encoding) (line, units int) {
	offset = min(max(offset, 0), len(t.src))
	line = t.LineOf(offset)
	from, to := t.Line(line)
	return line, Units(t.src[from:min(offset, to)], enc)
}

// Units are those of a stretch of a line.
func Units(s string, enc Encoding) int {
	if enc == UTF8 {
		return len(s)
	}
	n := 0
	for i, r := range s {
		_, size := utf8.DecodeRuneInString(s[i:])
		n += width(r, size, enc)
	}
	return n
}

func width(r rune, size int, enc Encoding) int {
	switch {
	case enc == UTF8:
		return size
	case enc == UTF16 && r > 0xffff:
		return 2
	}
	return 1
}

// mark is what some editors begin a file with. Diagnostics do not count it.
const mark = "\ufeff"

// At is the offset of an address of a diagnostic: line and column count from 1,
// and a column of 0 means the line.
func (t *Text) At(line, col int) int {
	from, _ := t.Line(max(line, 1) - 1)
	if line <= 1 && strings.HasPrefix(t.src, mark) {
		from = len(mark)
	}
	return t.Offset(max(line, 1)-1, Units(t.src[t.starts[t.LineOf(from)]:from], UTF32)+max(col, 1)-1, UTF32)
}

// Address is the line and column of an offset, as diagnostics have them.
func (t *Text) Address(offset int) (line, col int) {
	line, before := t.Position(offset, UTF32)
	if line == 0 && strings.HasPrefix(t.src, mark) {
		before = max(0, before-1)
	}
	return line + 1, before + 1
}

// With is the text with another one from one offset up to another.
func (t *Text) With(from, to int, text string) *Text {
	return New(t.src[:from] + text + t.src[to:])
}

// Moved says how far a stretch of a later text stands from where it stood in this one.
// It is not ok when the stretch is, or touches, what has changed.
func (t *Text) Moved(later *Text, from, to int) (by int, ok bool) {
	a, b := t.src, later.src
	before, after := Differ(a, b)
	switch {
	case len(a) == len(b) && before == len(a), to < before:
		return 0, true
	case from > len(b)-after:
		return len(a) - len(b), true
	}
	return 0, false
}

// Differ gives how many bytes two texts begin with alike, and with how many others they
// end. It parts no character.
func Differ(a, b string) (before, after int) {
	n := min(len(a), len(b))
	for before < n && a[before] == b[before] {
		before++
	}
	for before > 0 && (before < len(a) && !utf8.RuneStart(a[before]) || before < len(b) && !utf8.RuneStart(b[before])) {
		before--
	}
	for after < n-before && a[len(a)-1-after] == b[len(b)-1-after] {
		after++
	}
	for after > 0 && !utf8.RuneStart(a[len(a)-after]) {
		after--
	}
	return before, after
}
