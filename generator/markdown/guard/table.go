package guard

import (
	"bytes"

	"dossier/generator/limits"
)

// table follows the width of a table. It is one for sure when its first line
// begins with a pipe after which no other block can begin.
func (s *scan) table(at int, prefix, rest []byte) {
	b := &s.block
	if b.columns > 0 {
		s.Cells += b.columns
		s.bound(s.Cells, limits.MaxCells, at, "the file's tables have more than %d cells, empty ones included; split it into sections")
	}
	columns := Columns(rest)
	if columns == 0 {
		return
	}
	s.bound(columns, limits.MaxColumns, at, "the table has more than %d columns; split it")
	if b.columns == 0 {
		underline := len(bytes.Trim(rest, "-")) == 0 // makes a heading where it does not go on with a paragraph lazily
		b.rows = b.lines == 1 && b.head[0] == '|' && !underline && rest[0] != ' ' && rest[0] != '\t' && bytes.Equal(prefix, b.prefix) && Cells(b.head) == columns
		if b.rows {
			s.spend(b.marks * b.bytes)
			b.marks, b.bytes = 0, 0
		}
	}
	b.columns = max(b.columns, columns)
}

// Columns counts the columns that the line below a table's head announces,
// as the parser counts them; 0 when it is no such line.
func Columns(line []byte) int {
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
	return Cells(line)
}

// Cells counts a row's cells as the parser does.
func Cells(row []byte) int {
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
