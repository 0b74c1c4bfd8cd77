package publish

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// line is what a record says of a file.
func line(path, body string) string {
	return fmt.Sprintf("%x  %s\n", sumOf(body), path)
}

func TestManifestOnDisk(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		if m, err := readManifest(fs, dir); err != nil || len(m) != 0 {
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
		m, err := readManifest(fs, dir)
		if err != nil || !slices.Equal(m, []record.Entry{{Path: "a/ c", Sum: sumOf("a")}, {Path: "b", Sum: sumOf("b")}}) {
			t.Errorf("got %v, %v", m, err)
		}
		if err := fs.Remove(filepath.Join(dir, copyName)); err != nil {
			t.Fatal(err)
		}
		if err := afero.WriteFile(fs, filepath.Join(dir, manifestName), []byte(strings.ReplaceAll(want, "\n", "\r\n")), 0o644); err != nil {
			t.Fatal(err)
		}
		if m, err := readManifest(fs, dir); err != nil || len(m) != 2 {
			t.Errorf("CRLF: %v, %v", m, err)
		}
	})
}
