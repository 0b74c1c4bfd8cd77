package publish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// line is what a record says of a file.
func line(path, body string) string {
	return fmt.Sprintf("%x  %s\n", sumOf(body), path)
}

func TestManifestOnDisk(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		if m, err := ReadManifest(fs, dir); err != nil || m.Len() != 0 {
			t.Errorf("no folder: %v, %v", m, err)
		}
		write(t, fs, dir, files{"b": "b", "a/ c": "a"})
		body := line("a/ c", "a") + line("b", "b")
		want := fmt.Sprintf("# dossier manifest 2: 2 files, %x\n%s", sha256.Sum256([]byte(body)), body)
		for _, name := range []string{manifestName, copyName} {
			text, err := afero.ReadFile(fs, filepath.Join(dir, name))
			if err != nil || string(text) != want {
				t.Errorf("%s: got %q, %v, want %q", name, text, err, want)
			}
		}
		m, err := ReadManifest(fs, dir)
		if err != nil || !slices.Equal(m.Paths(), []string{"a/ c", "b"}) {
			t.Errorf("got %v, %v", m, err)
		}
		if sum, ok := m.Sum("b"); !ok || sum != sha256.Sum256([]byte("b")) {
			t.Errorf("b: %x, %v", sum, ok)
		}
		if _, ok := m.Sum("c"); ok {
			t.Error("c is not there")
		}
		if err := fs.Remove(filepath.Join(dir, copyName)); err != nil {
			t.Fatal(err)
		}
		if err := afero.WriteFile(fs, filepath.Join(dir, manifestName), []byte(strings.ReplaceAll(want, "\n", "\r\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		if m, err := ReadManifest(fs, dir); err != nil || m.Len() != 2 {
			t.Errorf("CRLF: %v, %v", m, err)
		}
	})
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
		"reserved": strings.Replace(good, "  a", "  "+manifestName, 1), "conflict": strings.Replace(good, lines[1], "<<<<<<< HEAD\n"+lines[1], 1),
		"blank line": strings.Replace(good, "\n", "\n\n", 1), "one space": strings.Replace(good, "  a", " a", 1),
	}
}

func FuzzDecode(f *testing.F) {
	entries := []entry{{"a", Sum{1}}, {"b/é", Sum{2}}, {"c", Sum{3}}}
	for _, kind := range []string{manifestKind, journalKind} {
		good := recordText(f, kind, entries)
		f.Add(good)
		f.Add(recordText(f, kind, nil))
		for _, text := range damages(string(good)) {
			f.Add([]byte(text))
		}
	}
	f.Add(recordText(f, journalKind, []entry{{"a", Sum{1}}, {"a", Sum{2}}}))
	one, other := string(recordText(f, manifestKind, entries)), string(recordText(f, manifestKind, entries[1:]))
	f.Add([]byte("<<<<<<< HEAD\n" + one + "||||||| base\n=======\n" + other + ">>>>>>> bob\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, kind := range []string{manifestKind, journalKind} {
			r := decode(kind, text)
			entries, intact := r.entries, r.intact
			if intact && !bytes.Equal(recordText(t, kind, entries), bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))) {
				t.Errorf("%q does not round-trip", text)
			}
			for _, entries := range [][]entry{r.entries, r.doubtful} {
				for i, e := range entries {
					if badPath(e.path) != "" || i > 0 && compareEntries(entries[i-1], e) >= 0 {
						t.Errorf("%q let through", e.path)
					}
				}
			}
			for _, e := range r.entries {
				if kind == manifestKind && !proved(text, e) {
					t.Errorf("%q let through: no line proves it", e.path)
				}
			}
			if intact && kind == manifestKind && len(slices.CompactFunc(slices.Clone(entries), func(a, b entry) bool { return a.path == b.path })) != len(entries) {
				t.Errorf("%q names a path twice", text)
			}
		}
	})
}

// proved reports whether the text has the entry's line, in a record that has no other kind of line but git's marks.
func proved(text []byte, e entry) bool {
	return bytes.Contains(text, fmt.Appendf(nil, "%x  %s", e.sum, e.path)) && bytes.Contains(text, []byte("# dossier manifest 2: "))
}
