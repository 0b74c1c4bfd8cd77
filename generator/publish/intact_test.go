package publish

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"
)

func TestIntact(t *testing.T) {
	for name, damage := range map[string]func(fs afero.Fs, dir string) error{
		"a file edited, same size": func(fs afero.Fs, dir string) error {
			return afero.WriteFile(fs, filepath.Join(dir, "a", "b.html"), []byte("B"), fileMode)
		},
		"a file gone":   func(fs afero.Fs, dir string) error { return fs.Remove(filepath.Join(dir, "index.html")) },
		"a folder gone": func(fs afero.Fs, dir string) error { return fs.RemoveAll(filepath.Join(dir, "a")) },
		"a folder in a file's place": func(fs afero.Fs, dir string) error {
			if err := fs.Remove(filepath.Join(dir, "index.html")); err != nil {
				return err
			}
			return fs.Mkdir(filepath.Join(dir, "index.html"), folderMode)
		},
		"no manifest": func(fs afero.Fs, dir string) error { return fs.Remove(filepath.Join(dir, manifestName)) },
		"no copy":     func(fs afero.Fs, dir string) error { return fs.Remove(filepath.Join(dir, copyName)) },
		"a journal": func(fs afero.Fs, dir string) error {
			return afero.WriteFile(fs, filepath.Join(dir, journalName), nil, fileMode)
		},
		"a staging folder": func(fs afero.Fs, dir string) error { return fs.Mkdir(filepath.Join(dir, stageName), folderMode) },
		"another site": func(fs afero.Fs, dir string) error {
			_, err := Write(context.Background(), fs, dir, files{"index.html": "other"}.outputs(), 1)
			return err
		},
	} {
		fs, dir := afero.NewOsFs(), filepath.Join(t.TempDir(), "out")
		site := files{"index.html": "i", "a/b.html": "b"}
		r, err := Write(context.Background(), fs, dir, site.outputs(), 1)
		if err != nil {
			t.Fatal(err)
		}
		put(t, fs, dir, files{"foreign.txt": "not ours"})
		if n, ok := Intact(context.Background(), fs, dir, r.Manifest, nil, 2); n != len(site) || !ok {
			t.Fatalf("%s: before it %d files, intact: %t", name, n, ok)
		}
		if err := damage(fs, dir); err != nil {
			t.Fatal(err)
		}
		if _, ok := Intact(context.Background(), fs, dir, r.Manifest, nil, 2); ok {
			t.Errorf("%s: intact", name)
		}
	}
}
