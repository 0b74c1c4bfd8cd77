package rewrite

import (
	"slices"
	"strings"
	"testing"

	"dossier/generator/diag"
)

func TestFormer(t *testing.T) {
	for _, tt := range []struct{ name, src, add, drop, want string }{
		{"no key", "---\na: b\n---\nx\n", "actors/a", "", "---\na: b\nmoved_from: [actors/a]\n---\nx\n"},
		{"nothing to do", "---\na: b\n---\nx\n", "", "actors/a", "---\na: b\n---\nx\n"},
		{"CRLF and a mark of byte order", "\ufeff---\r\na: b\r\n---\r\nx", "actors/a", "", "\ufeff---\r\na: b\r\nmoved_from: [actors/a]\r\n---\r\nx"},
		{"CR", "---\ra: b\r---\rx", "actors/a", "", "---\ra: b\rmoved_from: [actors/a]\r---\rx"},
		{"no front matter", "---\n---\nx\n", "actors/a", "", "---\nmoved_from: [actors/a]\n---\nx\n"},
		{"brackets", "---\nmoved_from: [a/b, 'c/d' ] # why\na: b\n---\n", "e/f", "", "---\nmoved_from: [a/b, 'c/d', e/f ] # why\na: b\n---\n"},
		{"brackets on lines", "---\nmoved_from: [\n  a/b,\n  c/d ]\n---\n", "e/f", "a/b", "---\nmoved_from: [\n  c/d, e/f ]\n---\n"},
		{"dashes", "---\nmoved_from:\n  - a/b # why\n  - \"c/d\"\na: b\n---\n", "e/f", "", "---\nmoved_from:\n  - a/b # why\n  - \"c/d\"\n  - e/f\na: b\n---\n"},
		{"dashes, one goes", "---\r\nmoved_from:\r\n- a/b # why\r\n- c/d\r\n---\r\n", "e/f", "a/b", "---\r\nmoved_from:\r\n- c/d\r\n- e/f\r\n---\r\n"},
		{"the last goes", "---\nmoved_from: [a/b, c/d]\n---\n", "", "c/d", "---\nmoved_from: [a/b]\n---\n"},
		{"the only one goes", "---\nx: y\nmoved_from: [ a/b ]\na: b\n---\n", "", "a/b", "---\nx: y\na: b\n---\n"},
		{"the only one goes, with a dash", "---\nx: y\nmoved_from:\n  - a/b\n---\n", "", "a/b", "---\nx: y\n---\n"},
		{"the only one is another", "---\nmoved_from: [a/b]\n---\n", "c/d", "a/b", "---\nmoved_from: [c/d]\n---\n"},
		{"an empty list", "---\nmoved_from: []\n---\n", "a/b", "", "---\nmoved_from: [a/b]\n---\n"},
		{"no value", "---\nmoved_from:\na: b\n---\n", "a/b", "", "---\nmoved_from: [a/b]\na: b\n---\n"},
		{"there already", "---\nmoved_from: [\"a/b\"]\n---\n", "a/b", "", "---\nmoved_from: [\"a/b\"]\n---\n"},
		{"what YAML takes for something else", "---\na: b\n---\n", "a:b", "", "---\na: b\nmoved_from: [\"a:b\"]\n---\n"},
		{"not ok: one mapping in brackets", "---\n{a: b}\n---\n", "a/b", "", "---\n{a: b}\n---\n"},
		{"not ok: not to be read", "---\na: [\n---\n", "a/b", "c/d", "---\na: [\n---\n"},
		{"not ok: never ends", "---\na: b\n", "a/b", "", "---\na: b\n"},
		{"not ok: not UTF-8", "---\na: \xff\n---\n", "a/b", "", "---\na: \xff\n---\n"},
	} {
		got, ok := Former([]byte(tt.src), tt.add, tt.drop)
		if string(got) != tt.want || ok == strings.HasPrefix(tt.name, "not ok: ") {
			t.Errorf("%s: %v\n%q, want\n%q", tt.name, ok, got, tt.want)
		}
	}
}

func TestReference(t *testing.T) {
	for _, tt := range []struct{ line, old, now, want string }{
		{"[csto, nato]", "csto", "x", "[x, nato]"},
		{"['csto']", "csto", "x", "['x']"},
		{"[\"csto\"]", "csto", "123", "[\"123\"]"},
		{"[csto]", "csto", "123", "[\"123\"]"},
		{"[csto-plans]", "csto", "x", ""},
		{"[KG]", "csto", "x", ""},
		{"[\"cs\\u0074o\"]", "csto", "x", ""},
	} {
		src := []byte("---\na: " + tt.line + "\n---\n")
		e, ok := Reference(src, diag.Pos{Line: 2, Col: 5}, tt.old, tt.now)
		if got := string(Apply(src, []Edit{e})); ok != (tt.want != "") || ok && got != "---\na: "+tt.want+"\n---\n" {
			t.Errorf("%s: %v, %q", tt.line, ok, got)
		}
	}
	if _, ok := Reference([]byte("a"), diag.Pos{Line: 7, Col: 1}, "a", "b"); ok {
		t.Error("a place beyond the file is found")
	}
}

func TestApply(t *testing.T) {
	got := string(Apply([]byte("abcdef"), []Edit{{4, 5, "E"}, {0, 1, "A"}, {0, 1, "A"}, {4, 6, "no"}, {2, 2, "-"}}))
	if got != "Ab-cdEf" {
		t.Errorf("got %q", got)
	}
}

func TestFixes(t *testing.T) {
	src := []byte("a csto csto\n")
	fixes := []diag.Fix{{Line: 1, Col: 3, Old: "csto", New: "x"}, {Line: 1, Col: 3, Old: "csto", New: "y"}, {Line: 1, Col: 4, Old: "csto", New: "z"}, {Line: 2, Col: 1, Old: "csto"}}
	out, made := Fixes(src, fixes)
	if string(out) != "a x z\n" || !slices.Equal(made, []diag.Fix{fixes[0], fixes[2]}) {
		t.Errorf("%q, %v", out, made)
	}
}

func TestWords(t *testing.T) {
	src := []byte("---\na: 0aaaaaa1\ntranslates: \"0aaaaaa1 0bbbbbb2\n  0aaaaaa1f\"\n---\n0aaaaaa1\n")
	want := "---\na: 0aaaaaa1\ntranslates: \"0cccccc3 0bbbbbb2\n  0aaaaaa1f\"\n---\n0aaaaaa1\n"
	if got := string(Words(src, diag.Pos{Line: 3, Col: 13}, map[string]string{"0aaaaaa1": "0cccccc3"})); got != want {
		t.Errorf("got %q", got)
	}
	for _, at := range []diag.Pos{{Line: 99, Col: 1}, {Line: 6, Col: 1}, {}} {
		if got := string(Words(src, at, map[string]string{"0aaaaaa1": "0cccccc3"})); got != string(src) {
			t.Errorf("at %v: %q", at, got)
		}
	}
}

func TestAddKey(t *testing.T) {
	if _, ok := AddKey([]byte("---\n{a: b}\n---\n"), "iso", "KG"); ok {
		t.Error("a key is added behind a mapping in brackets")
	}
	out, ok := AddKey([]byte("---\r\na: b\r\n---\r\n"), "iso", "KG")
	if got := string(out); !ok || got != "---\r\na: b\r\niso: \"KG\"\r\n---\r\n" || !Has([]byte(got), "iso") || Has([]byte(got), "is") {
		t.Errorf("got %q", out)
	}
}

// FuzzFormer adds a former id to any front matter, and takes it away again: what can be
// read says the same but for that, and in the end no byte is another.
func FuzzFormer(f *testing.F) {
	for _, s := range []string{"a: b", "moved_from: [a/b, 'c/d' ] # x\nb: c", "moved_from:\n  - a/b\n  - \"c/d\"", "a: [b,\n c]", "\"moved_from\": [a/b]", "moved_from: [\"a\\/b\"]", "{moved_from: [a]}", "moved_from: [a/b\n,c/d]", "moved_from: [a, ]", "moved_from: \n -  a\n -  b # c"} {
		f.Add(s, "\n", true)
		f.Add(s, "\r\n", false)
	}
	f.Fuzz(func(t *testing.T, front, eol string, bom bool) {
		if eol != "\n" && eol != "\r\n" && eol != "\r" {
			return
		}
		src := strings.ReplaceAll("---\n"+front+"\n---\nBody.\n", "\n", eol)
		if bom {
			src = "\ufeff" + src
		}
		const id = "actors/zz-new"
		fields, _, ok := read([]byte(src))
		edited, made := Former([]byte(src), id, "")
		out := string(edited)
		if !made && out != src || made && !ok {
			t.Fatalf("what is not ok is edited: %q", out)
		}
		if !made || out == src { // it is there already
			return
		}
		now, _, _ := read(edited)
		for i, f := range fields {
			if f.Key != formerKey && says(f.Value) != says(now[i].Value) {
				t.Fatalf("%q became %q", src, out)
			}
		}
		if was, ok := field([]byte(src), formerKey); ok && len(was.Value.List) == 0 {
			return // an empty list goes with its only entry
		}
		if back, _ := Former(edited, "", id); string(back) != src {
			t.Fatalf("%q became %q and then %q", src, out, back)
		}
	})
}
