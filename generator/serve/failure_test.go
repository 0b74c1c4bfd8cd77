package serve

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/generator/diag"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("é", 1000)
	dots := func(before, letters int, after string) string {
		return strings.Repeat("…", before) + strings.Repeat("é", letters) + after
	}
	for _, tt := range []struct {
		line         string
		col          int
		text, before string
		caret        bool
	}{
		{"title: x", 1, "title: x", "", true},
		{"title: x", 8, "title: x", "title: ", true},
		{"title: x", 9, "title: x", "title: x", true}, // just after the end
		{"title: x", 10, "title: x", "", false},
		{"title: x", 0, "title: x", "", false},
		{"title: x", -1, "title: x", "", false},
		{"", 1, "", "", false},
		{"\ta\tb", 4, "\ta\tb", "\ta\t", true},
		{"中文x", 3, "中文x", "中文", true},
		{"Киргизия", 3, "Киргизия", "Ки", true},
		{long, 1, dots(0, 159, "…"), "", true},
		{long, 500, dots(1, 158, "…"), dots(1, 79, ""), true},
		{long, 1000, dots(1, 159, ""), dots(1, 158, ""), true},
		{long, 1001, dots(1, 159, ""), dots(1, 159, ""), true},
		{long, 0, dots(0, 159, "…"), "", false},
	} {
		text, before, caret := excerpt(tt.line, tt.col)
		if text != tt.text || before != tt.before || caret != tt.caret {
			t.Errorf("%.20q col %d:\n%q\n%q %t, want\n%q\n%q %t", tt.line, tt.col, text, before, caret, tt.text, tt.before, tt.caret)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("\ttitle: 中", 4)
	f.Add(strings.Repeat("x", 200), 190)
	f.Add("x", -1)
	f.Fuzz(func(t *testing.T, line string, col int) {
		text, before, caret := excerpt(line, col)
		most := maxExcerpt
		if strings.ContainsFunc(line, func(r rune) bool { return r != '\t' && diag.Printable(string(r)) != string(r) }) || !utf8.ValidString(line) {
			most *= len(`\U000e0001`) // what cannot be shown is written out
		}
		if n := utf8.RuneCountInString(text); n > most || !strings.HasPrefix(text, before) {
			t.Errorf("%d characters, %q before the caret in %q", n, before, text)
		}
		length := utf8.RuneCountInString(line)
		if want := length > 0 && col >= 1 && col <= length+1; caret != want {
			t.Errorf("caret %t, want %t", caret, want)
		}
	})
}

func TestNewFailure(t *testing.T) {
	var many, strict diag.List
	for i := range diag.MostOnAPage + 7 {
		many.Add(diag.Pos{File: fmt.Sprintf("%03d.md", i)}, diag.BadDate, "fault")
		many.Add(diag.Pos{File: fmt.Sprintf("%03d.md", i)}, diag.UnknownKey, "hint")
	}
	strict.Add(diag.Pos{File: "a.md"}, diag.UnknownKey, "hint")
	for _, tt := range []struct {
		list        diag.List
		faults      int
		code, title string
		more        string
	}{
		{many, diag.MostOnAPage, "bad-date", "not rebuilt: 57 errors; the last good site stays", "and 7 more; dossier check --all shows them"},
		{strict, 1, "unknown-key", "not rebuilt: 1 error; the last good site stays", ""},
	} {
		f := newFailure(tt.list)
		if len(f.Faults) != tt.faults || f.title(true) != tt.title || f.More != tt.more {
			t.Errorf("%d faults, title %q, more %q", len(f.Faults), f.title(true), f.More)
		}
		for _, shown := range f.Faults {
			if shown.Code != tt.code {
				t.Errorf("shows %+v", shown)
			}
		}
	}
	if got := (failure{Problem: "x"}).title(false); got != "not built: the build failed; there is no site to show yet" {
		t.Errorf("title %q", got)
	}
}

func TestChangedWords(t *testing.T) {
	for want, paths := range map[string][]string{
		"everything was read anew":     nil,
		"1 file changed (a)":           {"a"},
		"3 files changed (a, b, c)":    {"a", "b", "c"},
		"4 files changed (a, b, c, …)": {"a", "b", "c", "d"},
	} {
		if got := changedWords(paths); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestFailureIsText shows what moves the cursor or turns the direction as
// escapes, with the caret still below its character.
func TestFailureIsText(t *testing.T) {
	var l diag.List
	l.Add(diag.Pos{File: "a\x1b.md", Line: 1, Col: 4}, diag.BadName, "%s", "x\n\u202ey \"שם\"")
	l[0].Excerpt = "\t\u202ea\x1bb"
	got := newFailure(l).Faults[0]
	want := fault{
		Place: `a\x1b.md:1:4`, Message: "x\\n\\u202ey \u2068\"שם\"\u2069", Code: "bad-name",
		Excerpt: "\t" + `\u202ea\x1bb`, Before: "\t" + `\u202ea`, Caret: true,
	}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// TestNews tells warnings once, and errors for as long as there are any.
func TestNews(t *testing.T) {
	var one, two diag.List
	one.Add(diag.Pos{File: "a.md", Line: 3}, diag.RawHTML, "old")
	two.Add(diag.Pos{File: "a.md", Line: 4}, diag.RawHTML, "old")
	two.Add(diag.Pos{File: "b.md"}, diag.RawHTML, "new")
	wrong := append(slices.Clone(two), diag.Diagnostic{Pos: diag.Pos{File: "c.md"}, Code: diag.BadDate})
	b := &builder{}
	for i, step := range []struct {
		all  diag.List
		want int
	}{{one, 1}, {one, 0}, {two, 1}, {wrong, 1}, {slices.Clone(wrong), 1}, {two, 0}, {nil, 0}, {one, 1}} {
		if got := b.news(step.all); len(got) != step.want {
			t.Errorf("build %d: %v is news", i, got)
		}
	}
}
