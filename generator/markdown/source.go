package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"dossier/generator/diag"
)

// source is a file's text with the offsets of its lines.
type source struct {
	file  string
	text  []byte
	lines []int // offset of each line's first byte

	// The last address given: the next is mostly on the same line behind it,
	// and to count each from the line's start is quadratic in a long line.
	last       diag.Pos
	lastOffset int
}

func newSource(file string, text []byte) *source {
	s := &source{file: file, text: text, lines: make([]int, 1, 1+bytes.Count(text, []byte("\n")))}
	for i, c := range text {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	s.last = diag.Pos{File: file, Line: 1, Col: 1}
	return s
}

// line is the line with the given number, from 0, with its end.
func (s *source) line(n int) []byte {
	if n+1 < len(s.lines) {
		return s.text[s.lines[n]:s.lines[n+1]]
	}
	return s.text[s.lines[n]:]
}

// pos is the address of the byte at offset.
func (s *source) pos(offset int) diag.Pos {
	if offset < 0 {
		return diag.Pos{File: s.file}
	}
	line := sort.SearchInts(s.lines, offset+1)
	if line != s.last.Line || offset < s.lastOffset {
		s.last = diag.Pos{File: s.file, Line: line, Col: 1}
		s.lastOffset = s.lines[line-1]
	}
	s.last.Col += utf8.RuneCount(s.text[s.lastOffset:offset])
	s.lastOffset = offset
	return s.last
}
