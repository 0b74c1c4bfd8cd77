package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// files is a site, or what a folder holds: path → content. A folder ends in "/" and holds "", in
// snapshots only.
type files map[string]string

func (f files) outputs() []Output {
	var out []Output
	for _, path := range slices.Sorted(maps.Keys(f)) {
		if len(path)%2 == 0 {
			out = append(out, Long(path, pieces(f[path])))
		} else {
			out = append(out, Bytes(path, []byte(f[path])))
		}
	}
	return out
}

// pieces make a text in pieces of up to a thousand bytes.
func pieces(text string) func([]byte, func([]byte) []byte) []byte {
	return func(buf []byte, spill func([]byte) []byte) []byte {
		for piece := range slices.Chunk([]byte(text), 1000) {
			buf = spill(append(buf, piece...))
		}
		return buf
	}
}

func (f files) with(more files) files {
	all := maps.Clone(f)
	maps.Copy(all, more)
	return all
}

// published is what the folder holds after a clean publication of f into an empty folder.
func (f files) published(t testing.TB) files {
	t.Helper()
	fs := afero.NewMemMapFs()
	write(t, fs, "out", f)
	return snapshot(t, fs, "out")
}

// write publishes, sees to it that the site is intact then, and gives the rest of the result.
func write(t testing.TB, fs afero.Fs, dir string, f files) Result {
	t.Helper()
	r, err := Write(context.Background(), fs, dir, f.outputs(), 3)
	if err != nil {
		t.Fatalf("Write: %v", err)
	}
	if n, ok := Intact(context.Background(), fs, dir, r.Manifest, nil, 3); !ok || n != len(f) {
		t.Errorf("after Write: %d files, intact: %t", n, ok)
	}
	r.Manifest = Sum{}
	return r
}

// put lays files down by other means than Write.
func put(t testing.TB, fs afero.Fs, dir string, f files) {
	t.Helper()
	for path, body := range f {
		name := filepath.Join(dir, filepath.FromSlash(path))
		err := fs.MkdirAll(filepath.Dir(name), 0o755)
		if strings.HasSuffix(path, "/") {
			err = fs.MkdirAll(name, 0o755)
		} else if err == nil {
			err = afero.WriteFile(fs, name, []byte(body), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func snapshot(t testing.TB, fs afero.Fs, dir string) files {
	t.Helper()
	all := files{}
	err := afero.Walk(fs, dir, func(name string, info os.FileInfo, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case info.IsDir():
			all[rel+"/"] = ""
		case info.Mode().IsRegular():
			b, err := afero.ReadFile(fs, name)
			all[rel] = string(b)
			return err
		default:
			all[rel] = info.Mode().Type().String()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func expect(t testing.TB, got, want files) {
	t.Helper()
	if maps.Equal(got, want) {
		return
	}
	for _, path := range slices.Sorted(maps.Keys(got.with(want))) {
		g, in := got[path]
		w, should := want[path]
		if in != should || g != w {
			t.Errorf("%s: have %q (there: %v), want %q (there: %v)", path, g, in, w, should)
		}
	}
	t.FailNow()
}

// onDisks runs the test on a real folder and in memory.
func onDisks(t *testing.T, test func(t *testing.T, fs afero.Fs, dir string)) {
	t.Run("disk", func(t *testing.T) { test(t, afero.NewOsFs(), filepath.Join(t.TempDir(), "out")) })
	t.Run("memory", func(t *testing.T) { test(t, afero.NewMemMapFs(), "out") })
}

// recordText is a record as it stands on disk.
func recordText(t testing.TB, kind record.Kind, entries []record.Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := record.Write(&b, kind, entries); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readManifest reads which files the manifest and its copy name. Where both are damaged it fails.
func readManifest(fs afero.Fs, dir string) ([]record.Entry, error) {
	r, err := tree{fs: fs, dir: dir}.readRecords(false)
	if err == nil && r.Unsure() {
		err = errors.New("the manifest is damaged, and so is its copy")
	}
	return r.Owned(), err
}

func sumOf(body string) Sum { return sha256.Sum256([]byte(body)) }
