package guard

import (
	"bytes"

	"dossier/generator/limits"
)

// tagEffort is what a "<" counts in marks: a tag may have attributes, which are
// matched by a regular expression.
const tagEffort = 2

var isMark = [256]bool{'*': true, '_': true, '`': true, '~': true, '"': true, '\'': true, '<': true, '[': true, '|': true}

// marks counts what may begin a link, emphasis or code in a line, and what is
// bounded by itself.
func (s *scan) marks(at int, line []byte) int {
	marks, quotes, run, code := 0, 0, 0, bytes.IndexByte(line, '`') >= 0
	for i, c := range line {
		if !isMark[c] {
			continue // nearly all of it
		}
		run++
		if i > 0 && line[i-1] != c {
			run = 1
		}
		switch c {
		case '*', '_', '`':
			marks++
		case '~':
			marks++
			s.bound(run, limits.MaxRun, at+i, tooManyEqual)
		case '"', '\'':
			quotes++
			s.bound(run, limits.MaxRun, at+i, tooManyEqual)
		case '<':
			marks += tagEffort
			s.bracket(at + i)
		case '[':
			marks++
			s.bracket(at + i)
			if i+1 < len(line) && line[i+1] == '^' {
				s.footnoteRefs++
				s.bound(s.footnoteRefs, limits.MaxFootnoteRefs, at+i, "the file refers to footnotes more than %d times; split it into sections")
			}
		case '|':
			if code && i > 0 && line[i-1] == '\\' {
				s.codePipes++
				s.bound(s.codePipes, limits.MaxCodePipes, at+i, `the file has more than %d pipes written \| beside code; split it into sections`)
			}
		}
	}
	for _, sign := range addressSigns {
		for range bytes.Count(line, sign) {
			s.bracket(at)
		}
	}
	s.allMarks += marks + quotes
	s.bound(s.allMarks, limits.MaxMarks, at, "the file has more than %d marks such as [, *, _, `, < and quotation marks; split it into sections")
	return marks
}

// addressSigns stand in bare addresses, which are links.
var addressSigns = [][]byte{[]byte("://"), []byte("www."), []byte("@")}

const tooManyEqual = "more than %d equal quotation marks or tildes stand in a row"

func (s *scan) bracket(at int) {
	s.brackets++
	s.bound(s.brackets, limits.MaxBrackets, at, "the file has more than %d of [ and <, which may begin links; split it into sections")
}
