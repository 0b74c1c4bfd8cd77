package diag

import (
	"slices"
	"testing"
)

// TestFixRange finds what a fix replaces in a file as it is on disk.
func TestFixRange(t *testing.T) {
	const text = "---\ntags: [\"csto\", ostc]\n---\nЧто [words](../ostc.md) ostc\n"
	for _, tt := range []struct {
		name, src string
		fix       Fix
		want      string // the file after it; "" when there is nothing to mend
	}{
		{"plain", text, Fix{Line: 2, Col: 16, Old: "ostc", New: "csto"}, "---\ntags: [\"csto\", csto]\n---\nЧто [words](../ostc.md) ostc\n"},
		{"behind a quotation mark", text, Fix{Line: 2, Col: 8, Old: "csto", New: "nato"}, "---\ntags: [\"nato\", ostc]\n---\nЧто [words](../ostc.md) ostc\n"},
		{"behind words, columns in characters", text, Fix{Line: 4, Col: 5, Old: "](../ostc.md", New: "](x.md"}, "---\ntags: [\"csto\", ostc]\n---\nЧто [words](x.md) ostc\n"},
		{"a mark of byte order and CRLF", "\ufeffa\r\nostc\r\n", Fix{Line: 2, Col: 1, Old: "ostc", New: "csto"}, "\ufeffa\r\ncsto\r\n"},
		{"CR", "a\r\rostc\r", Fix{Line: 3, Col: 1, Old: "ostc", New: ""}, "a\r\r\r"},
		{"first line behind a mark of byte order", "\ufeffab", Fix{Line: 1, Col: 2, Old: "b", New: "c"}, "\ufeffac"},
		{"none", text, Fix{}, ""},
		{"changed meanwhile", text, Fix{Line: 2, Col: 17, Old: "ostc", New: "csto"}, ""},
		{"not on this line", text, Fix{Line: 1, Col: 1, Old: "ostc", New: "csto"}, ""},
		{"no such line", text, Fix{Line: 9, Col: 1, Old: "ostc", New: "csto"}, ""},
		{"no such column", text, Fix{Line: 2, Col: 99, Old: "ostc", New: "csto"}, ""},
	} {
		from, to, ok := tt.fix.Range([]byte(tt.src))
		got := ""
		if ok {
			got = tt.src[:from] + tt.fix.New + tt.src[to:]
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzFixRange holds for any file and place: what is found is Old, on its line.
func FuzzFixRange(f *testing.F) {
	f.Add([]byte("a\r\nb c\r"), 2, 1, "c")
	f.Add([]byte("\ufeff\r\r\n\xff"), 1, 1, "\xff")
	f.Fuzz(func(t *testing.T, src []byte, line, col int, old string) {
		from, to, ok := Fix{Line: line, Col: col, Old: old}.Range(src)
		if ok && (string(src[from:to]) != old || line < 1) {
			t.Errorf("%q is not %q", src[from:to], old)
		}
	})
}

func TestAddNearest(t *testing.T) {
	var l List
	l.AddNearest(Pos{"a.md", 3, 5}, UnknownKey, "titel", slices.Values([]string{"date", "title"}), "unknown key %q", "titel")
	l.AddNearest(Pos{"a.md", 4, 1}, UnknownKey, "zebra", slices.Values([]string{"date"}), "unknown key %q", "zebra")
	want := Diagnostic{Pos: Pos{"a.md", 3, 5}, Code: UnknownKey, Message: `unknown key "titel"; did you mean "title"?`, Fix: Fix{3, 5, "titel", "title", true}}
	if l[0] != want || l[1].Message != `unknown key "zebra"` || !l[1].Fix.IsZero() {
		t.Errorf("got %+v", l)
	}
	l.Add(Pos{File: "a.md"}, Symlink, "of the whole file")
	l.Mend("a", "b", true)
	if !l[2].Fix.IsZero() {
		t.Errorf("a fault without a line has a fix: %+v", l[2].Fix)
	}
	twice := List{l[0], l[0]}
	twice[1].Fix = Fix{}
	if len(twice.Sorted()) != 1 {
		t.Error("a fault is given twice, once with its fix")
	}
}

func TestCertain(t *testing.T) {
	words := []string{"kyrgyzstan", "kazakhstan", "summit-2018", "ivanov", "csto", "osce", "outlook", "outbook"}
	for _, tt := range []struct {
		word, best string
		want       bool
	}{
		{"kyrgyztsan", "kyrgyzstan", true}, {"Kyrgyzstan", "kyrgyzstan", true}, {"krgyzstan", "kyrgyzstan", true},
		{"summit-2019", "summit-2018", false}, // another summit
		{"ivanova", "ivanov", false},          // another person
		{"krgyztan", "kyrgyzstan", false},     // two slips
		{"csot", "csto", true},                // swapped
		{"kyrgyzstam", "kyrgyzstan", false},   // the last letter
		{"cto", "csto", false},                // short
		{"outkook", "outlook", false},         // or outbook
	} {
		if got := Certain(tt.word, tt.best, slices.Values(words)); got != tt.want {
			t.Errorf("%q for %q: %v", tt.word, tt.best, got)
		}
	}
}
