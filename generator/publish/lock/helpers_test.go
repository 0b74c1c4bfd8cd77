package lock

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"
)

// files is what a folder holds: path → content. A folder ends in "/" and holds "".
type files map[string]string

func put(t testing.TB, fs afero.Fs, dir string, f files) {
	t.Helper()
	for path, body := range f {
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := fs.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := afero.WriteFile(fs, name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func listing(t testing.TB, fs afero.Fs, dir string) files {
	t.Helper()
	all := files{}
	err := afero.Walk(fs, dir, func(name string, info os.FileInfo, err error) error {
		if err != nil || name == dir {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		if info.IsDir() {
			all[rel+"/"] = ""
			return nil
		}
		body, err := afero.ReadFile(fs, name)
		all[rel] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func expect(t testing.TB, got, want files) {
	t.Helper()
	if !maps.Equal(got, want) {
		t.Fatalf("have %q, want %q", got, want)
	}
}

func mustAcquire(t *testing.T, fs afero.Fs, dir string) (release func()) {
	t.Helper()
	release, err := Acquire(context.Background(), fs, dir)
	if err != nil {
		t.Fatal(err)
	}
	return release
}
