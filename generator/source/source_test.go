package source

import (
	"strings"
	"testing"

	"dossier/generator/diag"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ src, want, fault string }{
		{"a\nb", "a\nb", ""},
		{"\xef\xbb\xbfa\r\nb\rc\r", "a\nb\nc\n", ""},
		{"\xff\xfe-\x00", "", "x.md:1:1: error: the file is in UTF-16; save it as UTF-8 [bad-encoding]"},
		{"\xfe\xff\x00-", "", "x.md:1:1: error: the file is in UTF-16; save it as UTF-8 [bad-encoding]"},
		{"é\nü\xff", "", "x.md:2:2: error: this is not UTF-8; save the file as plain text in UTF-8 [bad-encoding]"},
		{"a\r\nb\x00", "", "x.md:2:2: error: this is a control character; save the file as plain text in UTF-8 [bad-encoding]"},
		{"a \u0081", "", "x.md:1:3: error: this is a control character; save the file as plain text in UTF-8 [bad-encoding]"},
		{"a \ufffe", "", "x.md:1:3: error: this is a code point that Unicode keeps free of characters; save the file as plain text in UTF-8 [bad-encoding]"},
		{"é \ufdd0", "", "x.md:1:3: error: this is a code point that Unicode keeps free of characters; save the file as plain text in UTF-8 [bad-encoding]"},
		{"a \ufffd \u2028\t\x7e", "a \ufffd \u2028\t\x7e", ""},
	} {
		var faults diag.List
		text, ok := Clean("x.md", []byte(tt.src), &faults)
		got := ""
		for _, f := range faults {
			got += f.String()
		}
		if string(text) != tt.want || got != tt.fault || ok != (tt.fault == "") {
			t.Errorf("%q: got %q, %v, %s", tt.src, text, ok, got)
		}
	}
}

// TestPos: addresses are right in whatever order they are asked for.
func TestPos(t *testing.T) {
	f := New("x.md", []byte("éa\n\nb𝄞c\n"))
	for _, tt := range []struct {
		at   int
		want string
	}{{0, "x.md:1:1"}, {2, "x.md:1:2"}, {3, "x.md:1:3"}, {10, "x.md:3:3"}, {5, "x.md:3:1"}, {4, "x.md:2:1"}, {12, "x.md:4:1"}, {2, "x.md:1:2"}, {-1, "x.md"}} {
		if got := f.Pos(tt.at); got.String() != tt.want {
			t.Errorf("%d is at %s, want %s", tt.at, got, tt.want)
		}
	}
	if f.Lines() != 4 || string(f.Line(0)) != "éa\n" || string(f.Line(2)) != "b𝄞c\n" || len(f.Line(3)) != 0 || f.Start(2) != 5 || f.Last().String() != "x.md:1:2" {
		t.Errorf("got %d lines, %q, %q, last %s", f.Lines(), f.Line(0), f.Line(2), f.Last())
	}
	f.Reset("y.md", []byte("a\nb"))
	if f.Last().String() != "y.md:1:1" || f.Lines() != 2 || f.Pos(2).String() != "y.md:2:1" {
		t.Errorf("after it has become another file: %s, %d lines", f.Last(), f.Lines())
	}
}

// TestConflicts: whole conflicts are found anywhere, marks left over outside
// code only.
func TestConflicts(t *testing.T) {
	for src, want := range map[string]int{
		"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> bob\n":        2,
		"```\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> bob\n```\n": 4,
		"a\n<<<<<<< HEAD\nb\n":                                 2,
		"a\n\n>>>>>>> feature/x\n":                             3,
		"```\n<<<<<<< HEAD\n```\n":                             -1,
		"Heading\n=======\n":                                   -1,
		"<<<<<<<\n":                                            -1,
		"a <<<<<<< HEAD\n":                                     -1,
		"~~~\n>>>>>>> x\n~~~\n>>>>>>> y\n":                     18,
		"> > > > > > > deep\n":                                 -1,
	} {
		if got := Conflict([]byte(src)); got != want {
			t.Errorf("%q: %d, want %d", src, got, want)
		}
	}
}

func TestReports(t *testing.T) {
	var faults diag.List
	New("x.md", []byte("a\n<<<<<<< HEAD\n")).ReportConflict(2, &faults)
	if len(faults) != 1 || faults[0].Code != diag.ConflictMarks || !strings.HasPrefix(faults[0].String(), "x.md:2:1: error: ") {
		t.Errorf("got %v", faults)
	}
	if got := TooLong(1100000); !strings.Contains(got, "1100000 bytes; at most 1048576") {
		t.Errorf("got %q", got)
	}
}
