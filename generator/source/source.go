// Package source is a content file's text: made clean before anything reads it,
// found to be whole, and with an address for every offset. It knows neither
// front matter nor Markdown.
package source

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"dossier/generator/diag"
)

// File is a file's text with the offsets of its lines. The zero value is ready
// for Reset.
type File struct {
	Name string // for addresses
	Text []byte

	lines []int // offset of each line's first byte

	// The last address given: the next is mostly on the same line behind it,
	// and to count each from the line's start is quadratic in a long line.
	last       diag.Pos
	lastOffset int
}

// New finds the lines of a text.
func New(name string, text []byte) *File {
	f := new(File)
	f.Reset(name, text)
	return f
}

// Reset makes f another file. It uses the memory of the one before.
func (f *File) Reset(name string, text []byte) {
	*f = File{Name: name, Text: text, lines: append(f.lines[:0], 0), last: diag.Pos{File: name, Line: 1, Col: 1}}
	for at := 0; ; {
		n := bytes.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		f.lines = append(f.lines, at)
	}
}

// Lines is the number of lines. A line end at the end of the file begins one
// more.
func (f *File) Lines() int { return len(f.lines) }

// Start is the offset of the line with the given number, from 0.
func (f *File) Start(n int) int { return f.lines[n] }

// Line is the line with the given number, from 0, with its end.
func (f *File) Line(n int) []byte {
	if n+1 < len(f.lines) {
		return f.Text[f.lines[n]:f.lines[n+1]]
	}
	return f.Text[f.lines[n]:]
}

// Pos is the address of the byte at an offset; of the whole file when that is
// negative.
func (f *File) Pos(offset int) diag.Pos {
	if offset < 0 {
		return diag.Pos{File: f.Name}
	}
	if n := f.last.Line; offset < f.lastOffset || n < len(f.lines) && offset >= f.lines[n] {
		line := sort.SearchInts(f.lines, offset+1)
		f.last = diag.Pos{File: f.Name, Line: line, Col: 1}
		f.lastOffset = f.lines[line-1]
	}
	f.last.Col += utf8.RuneCount(f.Text[f.lastOffset:offset])
	f.lastOffset = offset
	return f.last
}

// Last is the address that Pos gave last; the file's beginning when it gave
// none yet.
func (f *File) Last() diag.Pos { return f.last }
