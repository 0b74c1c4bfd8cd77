package guard

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"dossier/generator/limits"
)

const before = "---\ntitle: T\n---\n"

// guard gives the first limit that a body passes, and the line and column in it.
func guard(body string) (at, why string) {
	_, e := Body([]byte(before+body), len(before))
	if e == nil {
		return "", ""
	}
	text := []byte(body[:e.At-len(before)])
	line := bytes.LastIndexByte(text, '\n') + 1
	return fmt.Sprintf("%d:%d", 1+bytes.Count(text, []byte("\n")), 1+len([]rune(string(text[line:])))), e.Why
}

// TestLimits holds each limit at its value and passes it by one.
func TestLimits(t *testing.T) {
	lines := func(s string) func(int) string { return func(n int) string { return strings.Repeat(s, n) } }
	for _, tt := range []struct {
		name  string
		limit int
		make  func(n int) string
		want  string // of the fault: address and words
	}{
		{"lines", limits.MaxLines, lines("\n"), "50001:1|50000 lines"},
		{"line", limits.MaxLineBytes, lines("a"), "1:1|65536 bytes"},
		{"nesting on a line", limits.MaxNesting, func(n int) string { return strings.Repeat("> ", n) + "a" }, "1:41|20 levels"},
		{"nesting by indentation", limits.MaxNesting, func(n int) string {
			s := ""
			for i := range n {
				s += strings.Repeat("  ", i) + "- a\n"
			}
			return s
		}, "21:41|20 levels"},
		{"footnotes in footnotes", limits.MaxNesting, lines("[^a]: "), "1:121|20 levels"},
		{"effort", 75, func(n int) string { return strings.Repeat(strings.Repeat("*", 1999)+"\n\n", n) }, "151:1|300000000"},
		{"effort of one block", 15, func(n int) string {
			return strings.Repeat(strings.Repeat("a", 59999)+"\n", n) + strings.Repeat("*", 333) + "\n"
		}, "1:1|300000000"},
		{"marks", limits.MaxMarks / 100, lines(strings.Repeat("'a", 100) + "\n\n"), "|250000 marks"},
		{"quotation marks in a row", limits.MaxRun, lines(`"`), "1:501|500 equal"},
		{"tildes in a row", limits.MaxRun, lines("~"), "1:501|500 equal"},
		{"columns", limits.MaxColumns, func(n int) string { return strings.Repeat("|a", n) + "|\n" + strings.Repeat("|-", n) + "|\n" }, "2:1|200 columns"},
		{"cells", limits.MaxCells / 100, func(n int) string {
			return strings.Repeat("|a", 100) + "|\n" + strings.Repeat("|-", 100) + "|\n" + strings.Repeat(strings.Repeat("|b", 100)+"\n", n)
		}, "1003:1|100000 cells"},
		{"pipes in code", limits.MaxCodePipes, lines("`\\|`\n\n"), "4001:3|2000 pipes"},
		{"footnotes", limits.MaxFootnotes, lines("[^a]: b\n"), "2001:1|2000 footnotes"},
		{"references to footnotes", limits.MaxFootnoteRefs, lines("[^a] b\n\n"), "20001:1|10000 times"},
		{"headings", limits.MaxHeadings, lines("# a\n"), "2001:1|2000 headings"},
		{"headings in quotes", limits.MaxHeadings, lines("> # a\n"), "2001:3|2000 headings"},
		{"headings underlined", limits.MaxHeadings, lines("a\n===\n\n"), "6002:1|2000 headings"},
		{"brackets", limits.MaxBrackets, lines("[ \n\n"), "40001:1|20000 of [ and <"},
		{"angle brackets", limits.MaxBrackets, lines("< \n\n"), "40001:1|20000 of [ and <"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, e := guard(tt.make(tt.limit)); e != "" {
				t.Errorf("%d are refused: %s", tt.limit, e)
			}
			at, words, _ := strings.Cut(tt.want, "|")
			if pos, e := guard(tt.make(tt.limit + 1)); e == "" || at != "" && pos != at || !strings.Contains(e, words) {
				t.Errorf("%d give %s %q, want %s", tt.limit+1, pos, e, tt.want)
			}
		})
	}
}

// TestCounts shows what is counted, and where a block ends.
func TestCounts(t *testing.T) {
	for _, tt := range []struct {
		body string
		want Counts
	}{
		{"", Counts{}},
		{"a\n\nb", Counts{Lines: 3}},
		{"# a\n## b", Counts{Lines: 2, Headings: 2}},
		{"a\n===\n> b\n> ---\n", Counts{Lines: 4, Depth: 1, Headings: 2}},
		{"- a\n  - b\n    1. c\n- d\n", Counts{Lines: 4, Depth: 3}},
		{"> - a\n>   > b\n> c\n", Counts{Lines: 3, Depth: 3}},
		{"1234567890. a\n* * *\n-a\n", Counts{Lines: 3, Effort: 3 * len("* * *\n-a\n")}},
		{"[^a]: b\n\n[^]\n[^b\\]]: c\n[^[: d", Counts{Lines: 5, Depth: 1, Footnotes: 2, Effort: len("[^a]: b\n") + 4*len("[^]\n[^b\\]]: c\n[^[: d\n")}},
		{"|a|b|\n|-|-|\n|*c*|d|\n|e|f|\n\nx", Counts{Lines: 6, Cells: 4, Effort: 2 * len("|*c*|d|\n")}},
		{"x\n|a|b|\n|-|:-:|\n|*c*|d|\n", Counts{Lines: 4, Cells: 2, Effort: 2 * len("x\n|a|b|\n|-|:-:|\n|*c*|d|\n")}},
		{"|a|\n|-|\n|b|\nc *d\n", Counts{Lines: 4, Cells: 2, Effort: len("c *d\n")}},
		{"*a\n*b\n\n<c", Counts{Lines: 4, Effort: 2*len("*a\n*b\n") + 2*len("<c\n")}},
	} {
		if got, e := Body([]byte(tt.body), 0); got != tt.want || e != nil {
			t.Errorf("%q: got %+v, %v, want %+v", tt.body, got, e, tt.want)
		}
	}
}

// TestTables: columns and cells are those that the parser takes them for.
func TestTables(t *testing.T) {
	for line, want := range map[string]int{"|-|-|": 2, "-|-": 2, "---": 1, "|:-:|": 1, "| --- | ---: |": 2, "|": 0, "||": 0, "|-||": 0, "|:|": 0, "|a|": 0, "|-:-|": 0, "": 0} {
		if got := Columns([]byte(line)); got != want {
			t.Errorf("%q has %d columns, want %d", line, got, want)
		}
	}
	for row, want := range map[string]int{"|a|b|": 2, "a": 1, "a|b": 2, `a\|b|c`: 2, "": 0, "|": 0, "||": 0, "|a": 1, " | a | ": 1, "|||": 1} {
		if got := Cells([]byte(row)); got != want {
			t.Errorf("%q has %d cells, want %d", row, got, want)
		}
	}
}
