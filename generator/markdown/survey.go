package markdown

import (
	"bytes"
	"math"

	"dossier/generator/limits"
)

// survey goes over a body once, before it is parsed. It knows just enough of
// Markdown never to take two blocks of the parser's for more than it should:
// where it is not sure that a block ends it goes on as if it did not.
type survey struct {
	text  []byte
	found *excess
	block surveyed
	open  []container // outermost first

	lines, effort, allMarks, cells, codePipes   int
	headings, brackets, footnotes, footnoteRefs int
}

// surveyed is the block that the survey is in.
type surveyed struct {
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

// surveyBody checks the body, which begins at an offset of the source.
func surveyBody(text []byte, from int) *excess {
	s := &survey{text: text}
	for at := from; at < len(text) && s.found == nil; {
		end := len(text)
		if n := bytes.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n
		}
		s.line(at, text[at:end])
		at = end + 1
	}
	s.endBlock()
	return s.found
}

// bound notes the first count above its limit; format names the limit.
func (s *survey) bound(count, limit, at int, format string) {
	if count > limit && s.found == nil {
		s.found = exceeds(at, format, limit)
	}
}

func (s *survey) line(at int, line []byte) {
	s.lines++
	s.bound(s.lines, limits.MaxLines, at, "the file has more than %d lines; split it into sections")
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
		s.block = surveyed{start: at, prefix: line[:prefix], head: rest, columns: columns}
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

func (s *survey) endBlock() {
	s.spend(s.block.marks * s.block.bytes)
	s.block = surveyed{}
}

func (s *survey) spend(effort int) {
	s.effort = min(s.effort+effort, math.MaxInt32)
	s.bound(s.effort, limits.MaxEffort, s.block.start, "blocks with very many marks such as [, *, _, ` and < would take too long to read: marks times bytes, summed over blocks, may be %d; put blank lines between the parts of this one")
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
func (s *survey) containers(at int, line []byte) {
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
		s.bound(len(s.open), limits.MaxNesting, at+i, "quotes and lists are more than %d levels deep; write them flat")
		i, col = i+n, col+n
		if line[i-n] == '>' {
			quote = col + 1
		}
	}
	if isATX(line[i:]) || s.block.lines > 0 && isUnderline(line) {
		s.headings++
		s.bound(s.headings, limits.MaxHeadings, at+i, "the file has more than %d headings; split it into sections")
	}
}

// enter opens a container inside the first inner ones, or goes on with a quote
// that is open, and returns how many the line is inside of now.
func (s *survey) enter(c container, inner int) int {
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
func (s *survey) marker(at int, line []byte) int {
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
			s.footnotes++
			s.bound(s.footnotes, limits.MaxFootnotes, at, "the file has more than %d footnotes; split it into sections")
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

// table follows the width of a table. It is one for sure when its first line
// begins with a pipe after which no other block can begin.
func (s *survey) table(at int, prefix, rest []byte) {
	b := &s.block
	if b.columns > 0 {
		s.cells += b.columns
		s.bound(s.cells, limits.MaxCells, at, "the file's tables have more than %d cells, empty ones included; split it into sections")
	}
	columns := delimiters(rest)
	if columns == 0 {
		return
	}
	s.bound(columns, limits.MaxColumns, at, "the table has more than %d columns; split it")
	if b.columns == 0 {
		underline := len(bytes.Trim(rest, "-")) == 0 // makes a heading where it does not go on with a paragraph lazily
		b.rows = b.lines == 1 && b.head[0] == '|' && !underline && rest[0] != ' ' && rest[0] != '\t' && bytes.Equal(prefix, b.prefix) && cells(b.head) == columns
		if b.rows {
			s.spend(b.marks * b.bytes)
			b.marks, b.bytes = 0, 0
		}
	}
	b.columns = max(b.columns, columns)
}

// delimiters counts the columns that the line below a table's head announces,
// as the parser counts them; 0 when it is no such line.
func delimiters(line []byte) int {
	if len(bytes.Trim(line, "-|: \t")) > 0 {
		return 0
	}
	columns := bytes.Split(line, []byte("|"))
	for i, c := range columns {
		c = bytes.Trim(c, " \t")
		if len(c) == 0 && (i == 0 || i == len(columns)-1) {
			continue
		}
		c = bytes.TrimSuffix(bytes.TrimPrefix(c, []byte(":")), []byte(":"))
		if len(c) == 0 || len(bytes.Trim(c, "-")) > 0 {
			return 0
		}
	}
	return cells(line)
}

// cells counts a row's cells as the parser does.
func cells(row []byte) int {
	row = bytes.Trim(row, " \t")
	row = bytes.TrimPrefix(row, []byte("|"))
	row = bytes.TrimSuffix(row, []byte("|"))
	if len(row) == 0 {
		return 0
	}
	n := 1
	for i, c := range row[:len(row)-1] {
		if c == '|' && (i == 0 || row[i-1] != '\\') {
			n++
		}
	}
	return n
}

var isMark = [256]bool{'*': true, '_': true, '`': true, '~': true, '"': true, '\'': true, '<': true, '[': true, '|': true}

// marks counts what may begin a link, emphasis or code in a line, and what is
// bounded by itself.
func (s *survey) marks(at int, line []byte) int {
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

func (s *survey) bracket(at int) {
	s.brackets++
	s.bound(s.brackets, limits.MaxBrackets, at, "the file has more than %d of [ and <, which may begin links; split it into sections")
}
