package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/generator/edtf"
)

// kept is a spill that does nothing.
func kept(buf []byte) []byte { return buf }

// What is written as CSV is what a strict reader reads: every cell as it was, but for
// returns, which no line of content has.
func FuzzCSV(f *testing.F) {
	f.Add("plain", `with "quotes"`, "two\nlines")
	f.Add("", " space ", "=1+1")
	f.Add("a,b", "\t", "-43")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		cells := []string{a, b, c}
		if strings.Contains(a+b+c, "\r") {
			t.Skip("a reader of encoding/csv makes a line end of a return")
		}
		table := &table{columns: []column{{name: "a"}, {name: "b"}, {name: "c"}}, rows: func(w *writer) {
			for _, cell := range cells {
				w.text(cell)
			}
			w.end()
		}}
		got, err := csv.NewReader(bytes.NewReader(table.append(nil, kept))).ReadAll()
		if err != nil || len(got) != 2 || !slices.Equal(got[1], cells) {
			t.Errorf("%q became %q, %v", cells, got, err)
		}
	})
}

// A text is read as it was written; what is no UTF-8 becomes U+FFFD.
func FuzzJSON(f *testing.F) {
	f.Add("plain")
	f.Add("\"\\\n\r\t\x00\x1f\x7f\u2028é𝄞")
	f.Add("a\xffb\xc3")
	f.Fuzz(func(t *testing.T, text string) {
		o := &object{}
		o.open("", '{')
		o.text("a", text)
		o.number("b", 1)
		o.close('}')
		var got struct {
			A string
			B int
		}
		if err := json.Unmarshal(o.buf, &got); err != nil || !utf8.Valid(o.buf) {
			t.Fatalf("%q: %v", o.buf, err)
		}
		if want := string([]rune(text)); got.A != want || got.B != 1 {
			t.Errorf("%q became %q", text, got.A)
		}
	})
}

// A row has a cell for each column, or it is a bug.
func TestRowsHaveAllCells(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a row too short was written")
		}
	}()
	table := &table{columns: []column{{name: "a"}, {name: "b"}}, rows: func(w *writer) { w.text("x"); w.end() }}
	table.append(nil, kept)
}

func TestDays(t *testing.T) {
	for date, want := range map[string][2]string{
		"2019-05":     {"2019-05-01", "2019-05-31"},
		"2019-11-0X":  {"2019-11-01", "2019-11-09"},
		"2019-02/..":  {"2019-02-01", ""},
		"../2019":     {"", "2019-12-31"},
		"/2019-11-17": {"", "2019-11-17"},
		"-0043-03-15": {"", ""},
		"0000":        {"", ""},
		"0001":        {"0001-01-01", "0001-12-31"},
		"9999-12-31":  {"9999-12-31", "9999-12-31"},
		"Y10000":      {"", ""},
		"-0043/1950":  {"", "1950-12-31"},
	} {
		d, err := edtf.Parse(date)
		if err != nil {
			t.Error(date, err)
			continue
		}
		if first, last := days(d); first != want[0] || last != want[1] {
			t.Errorf("%s: %q to %q, want %q", date, first, last, want)
		}
	}
}

// A timeline's numbers are as few as the date has, and none is made up.
func TestDrawn(t *testing.T) {
	day := func(y, m, d int) edtf.Day { return edtf.Day{Year: y, Month: m, Day: d} }
	for date, want := range map[string][2]edtf.Day{
		"2019":                 {day(2019, 0, 0)},
		"2019-05":              {day(2019, 5, 0)},
		"2019-05-07":           {day(2019, 5, 7)},
		"2019-05-07T10:00:00Z": {day(2019, 5, 7)},
		"2019-05-07?":          {day(2019, 5, 7)},
		"201X":                 {day(2010, 1, 0), day(2019, 12, 0)},
		"2019-XX":              {day(2019, 1, 0), day(2019, 12, 0)},
		"2019-22":              {day(2019, 6, 0), day(2019, 8, 0)},
		"2019-11-0X":           {day(2019, 11, 0), day(2019, 11, 0)},
		"2019-05/2019-07-02":   {day(2019, 5, 0), day(2019, 7, 2)},
		"2019-02/..":           {day(2019, 2, 0)},
		"2019-02/":             {day(2019, 2, 0)},
		"../2019-02":           {day(2019, 2, 0)},
		"-0043-03-15":          {day(-43, 3, 15)},
		"[2019-05-07,2019-06]": {day(2019, 5, 0), day(2019, 6, 0)},
		"Y-3E7":                {day(-30000000, 0, 0)},
	} {
		d, err := edtf.Parse(date)
		if err != nil {
			t.Error(date, err)
			continue
		}
		if from, to, ok := drawn(d); !ok || from != want[0] || to != want[1] {
			t.Errorf("%s: %v to %v (%v), want %v", date, from, to, ok, want)
		}
	}
	for _, date := range []string{"", "../..", "XXXX"} {
		d, _ := edtf.Parse(date)
		if from, to, ok := drawn(d); ok {
			t.Errorf("%q: %v to %v", date, from, to)
		}
	}
}

func TestMoment(t *testing.T) {
	for year, want := range map[int]string{2019: `{"d":{"year":2019}`, 1: `{"d":{"year":1}`, 0: `{"d":{"year":-1}`, -43: `{"d":{"year":-44}`} {
		o := &object{}
		o.open("", '{')
		moment(o, "d", edtf.Day{Year: year})
		if got := string(o.buf); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
}
