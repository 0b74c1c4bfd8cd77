package overlay

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// list gives what a folder holds, with slashes behind folders.
func list(t *testing.T, fsys afero.Fs, dir string) string {
	t.Helper()
	infos, err := afero.ReadDir(fsys, dir)
	if err != nil {
		return err.Error()
	}
	var names []string
	for _, info := range infos {
		name := info.Name()
		if info.IsDir() {
			name += "/"
		}
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

// TestOverlay reads texts in place of files, beside them and in folders that are on no
// disk, and the files again when the texts are gone. Nothing can be written.
func TestOverlay(t *testing.T) {
	for what, base := range map[string]afero.Fs{"memory": afero.NewMemMapFs(), "disk": afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())} {
		name := func(s string) string { return filepath.FromSlash("/c/" + s) }
		for _, file := range []string{"a.md", "b.md", "d/e.md"} {
			if err := errors.Join(base.MkdirAll(filepath.Dir(name(file)), 0o755), afero.WriteFile(base, name(file), []byte("disk"), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		f := New(base)
		f.Lay(name("a.md"), []byte("one"))
		first, _ := f.Stat(name("a.md"))
		f.Lay(name("a.md"), []byte("two"))
		f.Lay(name("new.md"), []byte("new"))
		f.Lay(name("x/y/z.md"), []byte("deep"))
		f.Lay(name("d/../d/f.md"), []byte("f"))
		second, err := f.Stat(name("a.md"))
		if err != nil || second.Size() != 3 || second.ModTime().Equal(first.ModTime()) || second.Mode() != 0o444 || second.IsDir() || second.Sys() != nil || second.Name() != "a.md" {
			t.Errorf("%s: %v, %v", what, second, err)
		}
		for file, want := range map[string]string{"a.md": "two", "b.md": "disk", "new.md": "new", "x/y/z.md": "deep", "d/e.md": "disk", "d/f.md": "f"} {
			if text, err := afero.ReadFile(f, name(file)); err != nil || string(text) != want {
				t.Errorf("%s: %s: %q, %v", what, file, text, err)
			}
		}
		for dir, want := range map[string]string{"": "a.md b.md d/ new.md x/", "d": "e.md f.md", "x": "y/", "x/y": "z.md"} {
			if got := list(t, f, name(dir)); got != want {
				t.Errorf("%s: %q has %q, not %q", what, dir, got, want)
			}
			if info, err := f.Stat(name(dir)); err != nil || !info.IsDir() {
				t.Errorf("%s: %s: %v, %v", what, dir, info, err)
			}
			d, err := f.OpenFile(name(dir), os.O_RDONLY, 0)
			if err != nil {
				t.Fatal(err)
			}
			if info, err := d.Stat(); err != nil || !info.IsDir() || d.Name() == "" {
				t.Errorf("%s: %s: %v, %v", what, dir, info, err)
			}
			if err := d.Close(); err != nil {
				t.Error(err)
			}
		}
		if x, err := f.Stat(name("x")); err != nil || x.Name() != "x" || x.Size() != 0 || x.Mode() != fs.ModeDir|0o555 || !x.ModTime().IsZero() || x.Sys() != nil {
			t.Errorf("%s: a folder that is on no disk: %v, %v", what, x, err)
		}
		if _, err := f.OpenFile(name("a.md"), os.O_RDWR, 0o644); err == nil {
			t.Errorf("%s: a file is opened for writing", what)
		}
		opened, err := f.Open(name("a.md"))
		if err != nil {
			t.Fatal(err)
		}
		_, w := opened.Write(nil)
		_, wa := opened.WriteAt(nil, 0)
		_, ws := opened.WriteString("")
		_, rd := opened.Readdir(0)
		_, rn := opened.Readdirnames(0)
		for i, err := range []error{w, wa, ws, rd, rn, opened.Truncate(0)} {
			if err == nil {
				t.Errorf("%s: %d is done to a text", what, i)
			}
		}
		if info, err := opened.Stat(); err != nil || info.Size() != 3 || opened.Sync() != nil {
			t.Error(info, err)
		}
		for _, file := range []string{"a.md", "new.md", "x/y/z.md", "d/f.md"} {
			f.Lift(name(file))
		}
		if got := list(t, f, name("")); got != "a.md b.md d/" {
			t.Errorf("%s: then %q", what, got)
		}
		if _, err := f.Stat(name("x")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := f.Open(name("new.md")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
