package dataset

import (
	"fmt"
	"strconv"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/voice"
)

// table is a table: its columns, and a function that writes its rows.
type table struct {
	name, about string
	says        voice.Said // what is in it, for a reader
	columns     []column
	key         string    // the column that names a row
	foreign     []foreign // columns that name rows of tables
	rows        func(*writer)
}

// column is a column as Frictionless describes a field.
type column struct {
	name, kind, about string
	required          bool
	lang              bool // one of several, which depend on the languages of the dossier
}

// foreign says that a column has the keys of a table.
type foreign struct{ column, table string }

// begins are the names of the columns before those that depend on the dossier.
func (t *table) begins() string {
	out := ""
	for _, c := range t.columns {
		if c.lang {
			break
		}
		out += c.name + ","
	}
	return out
}

// append writes the table as RFC 4180 has it: lines end in CR and LF, the first has the
// names of the columns. A cell that begins like a formula is left as it is: dates and
// positions do ("-43"), and what a sign before it would be for a spreadsheet, it would
// be false for every other program.
func (t *table) append(buf []byte, spill func([]byte) []byte) []byte {
	w := &writer{buf: buf, spill: spill, columns: len(t.columns)}
	for _, c := range t.columns {
		w.text(c.name)
	}
	w.end()
	t.rows(w)
	return w.buf
}

// writer writes rows, cell by cell.
type writer struct {
	buf     []byte
	spill   func([]byte) []byte // of File.Append
	columns int
	cells   int // of this row so far
}

// text adds a cell.
func (w *writer) text(s string) {
	if w.cells > 0 {
		w.buf = append(w.buf, ',')
	}
	w.cells++
	if !strings.ContainsAny(s, "\",\r\n") && strings.TrimSpace(s) == s {
		w.buf = append(w.buf, s...)
		return
	}
	w.buf = append(w.buf, '"')
	for {
		before, after, found := strings.Cut(s, `"`)
		w.buf = append(w.buf, before...)
		if !found {
			break
		}
		w.buf, s = append(w.buf, `""`...), after
	}
	w.buf = append(w.buf, '"')
}

// list adds a cell with keys or addresses, none of which has a space.
func (w *writer) list(items []string) { w.text(strings.Join(items, " ")) }

func (w *writer) number(n int)       { w.text(strconv.Itoa(n)) }
func (w *writer) degrees(x float64)  { w.text(strconv.FormatFloat(x, 'f', -1, 64)) }
func (w *writer) flag(is, said bool) { w.text(map[bool]string{true: strconv.FormatBool(is)}[said]) }

// date adds the cells of dateColumns.
func (w *writer) date(d edtf.Date) {
	w.text(d.String())
	if d.IsZero() {
		for range 6 {
			w.text("")
		}
		return
	}
	first, last := days(d)
	w.text(first)
	w.text(last)
	from, to := d.Bounds()
	w.year(from, edtf.MinDay)
	w.year(to, edtf.MaxDay)
	w.flag(d.Approximate(), true)
	w.flag(d.Uncertain(), true)
}

// year adds the year of a day, unless there is none.
func (w *writer) year(of, none edtf.Day) {
	if of == none || of == edtf.MaxDay {
		w.text("")
		return
	}
	w.number(of.Year)
}

// end ends a row. It panics when the row has not a cell for each column.
func (w *writer) end() {
	if w.cells != w.columns {
		panic(fmt.Sprintf("dataset: %d cells for %d columns", w.cells, w.columns))
	}
	w.buf, w.cells = w.spill(append(w.buf, "\r\n"...)), 0
}

// dateColumns are those of a date, which stands in the first of them.
func dateColumns(name, of string) []column {
	return []column{
		{name: name, kind: "string", about: of + ", as written: EDTF (ISO 8601-2)"},
		{name: "first_day", kind: "date", about: "the earliest day that the date may mean; empty when it has none, or its year is not from 1 to 9999"},
		{name: "last_day", kind: "date", about: "the latest day that the date may mean, likewise"},
		{name: "first_year", kind: "integer", about: "the earliest year; 0 is 1 BC, -43 is 44 BC"},
		{name: "last_year", kind: "integer", about: "the latest year, likewise"},
		{name: "approximate", kind: "boolean", about: "the date is marked as approximate (~ or %)"},
		{name: "uncertain", kind: "boolean", about: "the date is marked as uncertain (? or %)"},
	}
}

// inLanguages are columns with words, one for each language.
func (d *dossier) inLanguages(name, about string) []column {
	var out []column
	for _, lang := range d.languages() {
		out = append(out, column{name: name + "_" + columnTag(lang), kind: "string", about: about + " (" + lang + ")", lang: true})
	}
	return out
}

// columnTag is a language as names of columns have it.
func columnTag(lang string) string { return strings.ReplaceAll(lang, "-", "_") }
