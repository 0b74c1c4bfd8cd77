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

// newSource finds the lines of a text; lines is memory to use for them.
func newSource(file string, text []byte, lines []int) *source {
	s := &source{file: file, text: text, lines: append(lines[:0], 0)}
	for at := 0; ; {
		n := bytes.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		s.lines = append(s.lines, at)
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
	if n := s.last.Line; offset < s.lastOffset || n < len(s.lines) && offset >= s.lines[n] {
		line := sort.SearchInts(s.lines, offset+1)
		s.last = diag.Pos{File: s.file, Line: line, Col: 1}
		s.lastOffset = s.lines[line-1]
	}
	s.last.Col += utf8.RuneCount(s.text[s.lastOffset:offset])
	s.lastOffset = offset
	return s.last
}
