// Package guard keeps from goldmark what would take it long, or much memory. It
// counts, in one pass over a body, what the parser would have to do, and says
// with which byte a limit is passed. That pass takes time in proportion to the
// body's length, whatever it says.
//
// It knows only as much of Markdown as it needs never to count too little. What
// a block costs grows with its marks times its bytes, so it would count too
// little if it saw two blocks where the parser sees one. Where it is not certain
// that a block ends it takes the next line for a part of it.
package guard

import (
	"bytes"
	"fmt"
	"math"

	"dossier/generator/limits"
)

// Counts are what a body has. They may be too large, but never too small.
type Counts struct {
	Lines, Depth, Headings, Cells, Footnotes int
	Effort                                   int // marks times bytes, summed over the blocks
}

// Excess is a limit passed.
type Excess struct {
	At  int // offset in the text
	Why string
}

// Body counts what a text has from an offset on, where its body begins, and
// gives the first limit that this passes, or nil. It counts no further then.
func Body(text []byte, from int) (Counts, *Excess) {
	s := scan{}
	for at := from; at < len(text) && s.found == nil; {
		end := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		s.line(at, text[at:end])
		at = end + 1
	}
	s.endBlock()
	return s.Counts, s.found
}

// scan is the pass over a body, line by line.
type scan struct {
	Counts
	allMarks, codePipes, brackets, footnoteRefs int

	found *Excess
	block block
	open  []container // outermost first
}

// block is what is known of the block that the scan is in.
type block struct {
	start, bytes, marks int
	lines               int
	prefix, head        []byte // of its first line
	columns             int    // what each further line has as a row of a table
	rows                bool   // whether it is a table for sure: each line is a block of its own
}

// container is a quote, list item or footnote that may be open.
type container struct {
	col   int // of its marker, from the content of the quote around it
	quote bool
}

// bound notes the first count above its limit; format names the limit.
func (s *scan) bound(count, limit, at int, format string) {
	if count > limit && s.found == nil {
		s.found = &Excess{at, fmt.Sprintf(format, limit)}
	}
}

func (s *scan) line(at int, line []byte) {
	s.Lines++
	s.bound(s.Lines, limits.MaxLines, at, "the file has more than %d lines; split it into sections")
	s.bound(len(line), limits.MaxLineBytes, at, "the line has more than %d bytes; break it into paragraphs")
	s.containers(at, line)
	prefix := quotePrefix(line)
	rest := line[prefix:]
	if len(bytes.Trim(rest, " \t")) == 0 {
		s.endBlock()
		return
	}
	rest = rest[margin(rest):]
	sameRows := s.block.rows && rest[0] == '|' && bytes.Equal(line[:prefix], s.block.prefix)
	heading := isATX(rest)
	columns := 0
	switch {
	case heading || isBullet(rest):
		s.endBlock()
	case s.block.rows && !sameRows: // perhaps another row, perhaps a paragraph
		columns = s.block.columns
		s.endBlock()
	}
	if s.block.lines == 0 {
		s.block = block{start: at, prefix: line[:prefix], head: rest, columns: columns}
	}
	s.table(at, line[:prefix], rest)
	marks := s.marks(at, line)
	s.block.lines++
	s.block.bytes += len(line) + 1
	s.block.marks += marks
	if s.block.rows {
		s.spend(marks * (len(line) + 1))
		s.block.bytes, s.block.marks = 0, 0
	}
	if heading {
		s.endBlock()
	}
}

func (s *scan) endBlock() {
	s.spend(s.block.marks * s.block.bytes)
	s.block = block{}
}

func (s *scan) spend(effort int) {
	s.Effort = min(s.Effort+effort, math.MaxInt32)
	s.bound(s.Effort, limits.MaxEffort, s.block.start, "blocks with very many marks such as [, *, _, ` and < would take too long to read: marks times bytes, summed over blocks, may be %d; put blank lines between the parts of this one")
}

// quotePrefix is the length of the markers of block quotes before a line.
func quotePrefix(line []byte) int {
	i := 0
	for {
		j := i + margin(line[i:])
		if j >= len(line) || line[j] != '>' {
			return i
		}
		i = j + 1
		if i < len(line) && line[i] == ' ' {
			i++
		}
	}
}

// margin counts the spaces, at most three, that mean nothing before a block.
func margin(line []byte) int {
	n := 0
	for n < min(3, len(line)) && line[n] == ' ' {
		n++
	}
	return n
}

func isATX(line []byte) bool {
	rest := bytes.TrimLeft(line, "#")
	n := len(line) - len(rest)
	return n >= 1 && n <= 6 && (len(rest) == 0 || rest[0] == ' ' || rest[0] == '\t')
}

// isUnderline reports a line that makes a heading of the paragraph before it.
func isUnderline(line []byte) bool {
	line = bytes.Trim(line, "> \t")
	return len(line) > 0 && (len(bytes.Trim(line, "=")) == 0 || len(bytes.Trim(line, "-")) == 0)
}

// isBullet reports a list item that begins a block wherever it stands; an
// empty one, or one with a number, may belong to the paragraph before it.
func isBullet(line []byte) bool {
	return bytes.IndexByte([]byte("-*+"), line[0]) >= 0 && len(line) > 1 && line[1] == ' ' && len(bytes.Trim(line[1:], " \t")) > 0
}

// containers follows how deep quotes, lists and footnotes are nested: what is
// inside another begins to the right of it, and a quote goes on with each ">".
func (s *scan) containers(at int, line []byte) {
	i, col, quote, inner := 0, 0, 0, 0 // quote: column of its content; inner: how many of s.open the line is inside of
	for s.found == nil {
		for ; i < len(line) && (line[i] == ' ' || line[i] == '\t'); i++ {
			if line[i] == '\t' {
				col += 3 - col%4
			}
			col++
		}
		n := s.marker(at+i, line[i:])
		if n == 0 {
			break
		}
		inner = s.enter(container{max(0, col-quote), line[i] == '>'}, inner)
		s.Depth = max(s.Depth, len(s.open))
		s.bound(len(s.open), limits.MaxNesting, at+i, "quotes and lists are more than %d levels deep; write them flat")
		i, col = i+n, col+n
		if line[i-n] == '>' {
			quote = col + 1
		}
	}
	if isATX(line[i:]) || s.block.lines > 0 && isUnderline(line) {
		s.Headings++
		s.bound(s.Headings, limits.MaxHeadings, at+i, "the file has more than %d headings; split it into sections")
	}
}

// enter opens a container inside the first inner ones, or goes on with a quote
// that is open, and returns how many the line is inside of now.
func (s *scan) enter(c container, inner int) int {
	if c.quote {
		for i, o := range s.open[inner:] {
			if o.quote {
				return inner + i + 1
			}
		}
	}
	for len(s.open) > inner && s.open[len(s.open)-1].col >= c.col {
		s.open = s.open[:len(s.open)-1]
	}
	s.open = append(s.open, c)
	return len(s.open)
}

// marker is the length of the marker that opens a container, or 0.
func (s *scan) marker(at int, line []byte) int {
	if len(line) == 0 {
		return 0
	}
	n := 1
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '[':
		n = footnoteMarker(line)
		if n > 0 {
			s.Footnotes++
			s.bound(s.Footnotes, limits.MaxFootnotes, at, "the file has more than %d footnotes; split it into sections")
		}
		return n
	case c == '-' || c == '*':
		if isRule(line) {
			return 0
		}
	case c == '+', c == ':':
	case c >= '0' && c <= '9':
		for n < len(line) && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n > 9 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// footnoteMarker is the length of a "[^label]:", or 0.
func footnoteMarker(line []byte) int {
	if len(line) < 2 || line[1] != '^' {
		return 0
	}
	for i := 2; i < len(line)-1; i++ {
		switch line[i] {
		case '\\':
			i++
		case '[':
			return 0
		case ']':
			if line[i+1] == ':' {
				return i + 2
			}
			return 0
		}
	}
	return 0
}

// isRule reports a thematic break.
func isRule(line []byte) bool {
	n := 0
	for _, c := range line {
		switch c {
		case line[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}
