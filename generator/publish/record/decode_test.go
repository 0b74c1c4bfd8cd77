package record

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func textOf(t testing.TB, kind Kind, entries []Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, kind, entries); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// damages of a good record that must all be noticed.
func damages(good string) map[string]string {
	lines := strings.SplitAfter(good, "\n")
	swap := lines[0] + lines[2] + lines[1] + strings.Join(lines[3:], "")
	return map[string]string{
		"empty": "", "foreign": "hello\n", "other version": strings.Replace(good, " 2: ", " 1: ", 1),
		"line cut": good[:len(good)-3], "last line lost": lines[0] + lines[1] + lines[2], "no last newline": good[:len(good)-1],
		"order": swap, "twice": lines[0] + lines[1] + lines[1] + lines[2], "line added": good + lines[3],
		"bad hash": strings.Replace(good, "  b", "x  b", 1), "upper case": lines[0] + strings.ToUpper(lines[1]) + lines[2] + lines[3],
		"not hex":      lines[0] + "zz" + lines[1][2:] + lines[2] + lines[3],
		"path outside": strings.Replace(good, "  c", "  ../c", 1), "absolute": strings.Replace(good, "  c", "  /c", 1),
		"reserved": strings.Replace(good, "  a", "  "+".dossier-manifest", 1), "conflict": strings.Replace(good, lines[1], "<<<<<<< HEAD\n"+lines[1], 1),
		"blank line": strings.Replace(good, "\n", "\n\n", 1), "one space": strings.Replace(good, "  a", " a", 1),
	}
}

func FuzzDecode(f *testing.F) {
	entries := []Entry{{"a", Sum{1}}, {"b/é", Sum{2}}, {"c", Sum{3}}}
	for _, kind := range []Kind{Manifest, Journal} {
		good := textOf(f, kind, entries)
		f.Add(good)
		f.Add(textOf(f, kind, nil))
		for _, text := range damages(string(good)) {
			f.Add([]byte(text))
		}
	}
	f.Add(textOf(f, Journal, []Entry{{"a", Sum{1}}, {"a", Sum{2}}}))
	one, other := string(textOf(f, Manifest, entries)), string(textOf(f, Manifest, entries[1:]))
	f.Add([]byte("<<<<<<< HEAD\n" + one + "||||||| base\n=======\n" + other + ">>>>>>> bob\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, kind := range []Kind{Manifest, Journal} {
			r := Decode(kind, text)
			entries, intact := r.Entries, r.Intact
			if intact && !bytes.Equal(textOf(t, kind, entries), bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))) {
				t.Errorf("%q does not round-trip", text)
			}
			for _, entries := range [][]Entry{r.Entries, r.Doubtful} {
				for i, e := range entries {
					if BadPath(e.Path) != "" || i > 0 && Compare(entries[i-1], e) >= 0 {
						t.Errorf("%q let through", e.Path)
					}
				}
			}
			for _, e := range r.Entries {
				if kind == Manifest && !proved(text, e) {
					t.Errorf("%q let through: no line proves it", e.Path)
				}
			}
			if intact && kind == Manifest && len(slices.CompactFunc(slices.Clone(entries), func(a, b Entry) bool { return a.Path == b.Path })) != len(entries) {
				t.Errorf("%q names a path twice", text)
			}
		}
	})
}

// proved reports whether the text has the Entry's line, in a record that has no other kind of line
// but git's marks.
func proved(text []byte, e Entry) bool {
	return bytes.Contains(text, fmt.Appendf(nil, "%x  %s", e.Sum, e.Path)) && bytes.Contains(text, []byte("# dossier manifest 2: "))
}
