package frontmatter

import (
	"reflect"
	"strings"
	"testing"

	"dossier/generator/dev/bench/corpus"
	"dossier/generator/diag"
	"dossier/generator/source"
)

// bothReadings reads front matter with the reader of the plain part and with
// the decoders. It is not plain when the first gave up.
func bothReadings(src []byte) (plain, decoded []Field, isPlain bool, faults diag.List) {
	in := source.New("x.md", src)
	n := endFence(in)
	if !isFence(in.Line(0)) || n < 0 {
		return nil, nil, false, nil
	}
	start, end := in.Start(1), in.Start(n)
	if _, why := excess(src[start:end]); why != "" {
		return nil, nil, false, nil
	}
	if plain, isPlain = (&plainReader{}).read(in, start, end); isPlain {
		decoded, _ = decode(source.New("x.md", src), start, end, &faults)
	}
	return plain, decoded, isPlain, faults
}

// same compares two readings; a list of nothing is a list of nothing.
func same(t *testing.T, src []byte) (isPlain bool) {
	t.Helper()
	plain, decoded, isPlain, faults := bothReadings(src)
	if isPlain && (len(faults) > 0 || !reflect.DeepEqual(plain, decoded)) {
		t.Errorf("of\n%s\nthe plain reader makes\n%#v\nthe decoders\n%#v\nwith faults %v", src, plain, decoded, faults)
	}
	return isPlain
}

var plainFront = []string{
	"title: The summit\ndate: 2019-11-28\n", "a: 2019\nb: 0\nc: 43.0\nd: 2002-10-07/..\ne: 1980/..\nf: 2019-11\n",
	"a: true\nb: false\nc: \"no\"\nd: 'It''s'\ne: \"a \\\"b\\\" \\\\ c\"\nf: \"\"\ng: ''\n",
	"# a comment\n\ntitle: Цели\n# another\n", "a: [b, c]\nd: []\ne: [ 'f' ,\"g, h\", 2019 , 1.5]\n",
	"a: {b: c, d: {e: [f]}}\ng: {}\n", "a:\n  - b\n  - {c: d, e: https://example.org/#f}\n", "a:\n- b\n- c: d\n  e: f\n-   g: h\n    i:\n    - j\nk: l\n",
	"a:\n  # why\n  b: {en: c, fr: «été»}\n\n  d:\n    e: 'f: g'\n    h: i\nj: k\n", "title:   spaced out   \nb: x - y#z\n",
	"a: it's \"so\" [b], {c} & d, e?\n", "a: Ünïcode\nb: [Россия, «a» b]\n", "a: 10/x\nb: 0123-1\nc: 4th-base\nd: 19XX\n", "_a-1: _b\n", "same_as: [https://www.wikidata.org/wiki/Q1, http://a.b/c]\n", "a: 7th Base\nb: 30 000 men\nc: 0x1 f\n",
	"a: 12345678901\nb: 007.50\n",
}

var oddFront = []string{
	"a: NO\n", "a: Yes\n", "a: y\n", "a: null\n", "a: ~\n", "a:\n", "a: \n", "a: 0123\n", "a: 0x1F\n", "a: 1_000\n", "a: .inf\n", "a: 1e3\n", "a: 12:30\n",
	"a: -1\n", "a: +1\n", "a: 1.\n", "a: 0b1\n", "a: 12345678901234567890\n", "a: 2019e\n", "no: b\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "é: b\n", "'a': b\n", "1: b\n",
	"a: b\n  c\n", "a: \"b\n  c\"\n", "a: |\n  b\n", "a: >\n  b\n", "a: &b c\n", "a: *b\n", "a: !!str b\n", "a: @b\n", "a: `b`\n", "a: %b\n", "a: b: c\n", "a: b:\n", "a: b # c\n",
	"a: \"b\" # c\n", "a: \"\\n\"\n", "a: \"\\u0041\"\n", "a: \"b\" c\n", "a: [b\n  , c]\n", "a: [b, c,]\n", "a: [[b]\n", "a: [b: c]\n", "a: {b}\n", "a: {b: }\n", "a: {b:c}\n", "a: [b?c]\n",
	"\ta: b\n", "a:\tb\n", " a: b\n", "a:\n  b: c\n d: e\n", "a:\n    b: c\n  d: e\n", "a:\n  - b\n   - c\n", "a:\n  - - b\n", "a:\n  -\n    b: c\n", "- a\n", "a\n", "[a]\n", "{a: b}\n",
	"? a\n: b\n", "%YAML 1.1\n", "<<: {a: b}\n", "a: b\u0085c\n", "a: b\u2028c\n", "a: \ufeffb\n", "a: \u0080\n", "# only a comment\n", "a: b\n...\n", "a: [b]c\n", "a: ]\n", "a: ,b\n", "a: - b\n",
	"a: {b: [c, {d: [e, {f: [g, {h: i}]}]}]}\n",
}

// TestPlain: what is plain is read by the plain reader as by the decoders, and
// what is not is left to them.
func TestPlain(t *testing.T) {
	for _, yaml := range plainFront {
		if !same(t, []byte("---\n"+yaml+"---\n")) {
			t.Errorf("%q is not read as plain", yaml)
		}
	}
	for _, yaml := range oddFront {
		if same(t, []byte("---\n"+yaml+"---\n")) {
			t.Errorf("%q is read as plain", yaml)
		}
	}
}

// isPlain fails the test when a file's front matter is left to the decoders.
func isPlain(t *testing.T, name string, src []byte) {
	t.Helper()
	if !same(t, src) {
		t.Errorf("the front matter of %s is not read as plain", name)
	}
}

// TestFilesArePlain: the plain reader is there for what editors write.
func TestFilesArePlain(t *testing.T) {
	plain := 0
	for name, text := range corpus.Files(1, 300) {
		isPlain(t, name, []byte(text))
		plain++
	}
	if plain < 300 {
		t.Errorf("only %d files were looked at", plain)
	}
}

// FuzzPlain holds the reader of the plain part against the decoders.
func FuzzPlain(f *testing.F) {
	for _, yaml := range append(plainFront, oddFront...) {
		f.Add(yaml)
	}
	f.Fuzz(func(t *testing.T, yaml string) {
		var faults diag.List
		if src, ok := source.Clean("x.md", []byte("---\n"+yaml+"\n---\n"), &faults); ok && strings.Count(yaml, "\n") < 50 {
			same(t, src)
		}
	})
}
