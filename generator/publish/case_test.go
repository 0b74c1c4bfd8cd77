package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// caselessFs takes names that differ in case for one, below any folder "out", as many disks do. It
// keeps the case of what is made, or none; where something is to be renamed to another spelling of
// its name, it may do nothing, or refuse.
type caselessFs struct {
	afero.Fs
	keepsNone, idle, refuses bool
}

// found is the name of what is there under any spelling, as it is listed; of the rest as given.
func (c caselessFs) found(name string) string {
	separator := string(filepath.Separator)
	before, below, inside := strings.Cut(name, separator+"out"+separator)
	if !inside {
		return name
	}
	at := before + separator + "out"
	for _, part := range strings.Split(below, separator) {
		if c.keepsNone {
			part = strings.ToLower(part)
		}
		entries, _ := os.ReadDir(at)
		for _, e := range entries {
			if strings.EqualFold(e.Name(), part) {
				part = e.Name()
			}
		}
		at = filepath.Join(at, part)
	}
	return at
}

// made is the name that what is made bears.
func (c caselessFs) made(name string) string {
	base := filepath.Base(name)
	if c.keepsNone {
		base = strings.ToLower(base)
	}
	return filepath.Join(filepath.Dir(c.found(name)), base)
}

func (c caselessFs) Open(n string) (afero.File, error)   { return c.Fs.Open(c.found(n)) }
func (c caselessFs) Stat(n string) (os.FileInfo, error)  { return os.Lstat(c.found(n)) }
func (c caselessFs) Remove(n string) error               { return c.Fs.Remove(c.found(n)) }
func (c caselessFs) RemoveAll(n string) error            { return c.Fs.RemoveAll(c.found(n)) }
func (c caselessFs) Mkdir(n string, m os.FileMode) error { return c.Fs.Mkdir(c.found(n), m) }
func (c caselessFs) Chmod(n string, m os.FileMode) error { return c.Fs.Chmod(c.found(n), m) }
func (c caselessFs) OpenFile(n string, f int, m os.FileMode) (afero.File, error) {
	return c.Fs.OpenFile(c.found(n), f, m)
}

func (c caselessFs) Rename(a, b string) error {
	from, over, to := c.found(a), c.found(b), c.made(b)
	if from == over && from != to {
		switch {
		case c.idle:
			return nil
		case c.refuses:
			return fs.ErrExist
		}
	}
	if from != over && over != to {
		if err := c.Fs.Remove(over); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return c.Fs.Rename(from, to)
}

// onCaselessDisks runs the test on disks that keep the case of names.
func onCaselessDisks(t *testing.T, test func(t *testing.T, fs afero.Fs, dir string)) {
	disk := afero.NewOsFs()
	for name, c := range map[string]caselessFs{"one step": {Fs: disk}, "idle": {Fs: disk, idle: true}, "refuses": {Fs: disk, refuses: true}} {
		t.Run(name, func(t *testing.T) { test(t, c, filepath.Join(t.TempDir(), "out")) })
	}
}

// misspell renames something on the real disk, in two steps, as Windows may do nothing in one.
func misspell(t *testing.T, dir, from, to string) {
	t.Helper()
	real := func(path string) string { return filepath.Join(dir, filepath.FromSlash(path)) }
	if err := errors.Join(os.Rename(real(from), real(to+"~")), os.Rename(real(to+"~"), real(to))); err != nil {
		t.Fatal(err)
	}
}

// lowered is a snapshot with the paths of the site in lower case.
func lowered(f files) files {
	low := files{}
	for path, body := range f {
		low[strings.ToLower(path)] = body
	}
	return low
}

func TestIgnoringCase(t *testing.T) {
	onCaselessDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		for _, site := range []files{{"About.html": "1", "Docs/a": "1"}, {"about.html": "1", "docs/a": "1", "docs/b": "1"},
			{"ABOUT.html": "2", "Docs/A": "2"}, {"about.html": "1", "docs/A": "1"},
			{"A/Docs/a": "1", "A/docs/b": "1", "Docs/In/a": "1", "docs/in/b": "1"}, {"A/Docs/a": "2", "A/docs/b": "2", "docs/in/b": "1"}} {
			write(t, fs, dir, site)
			expect(t, lowered(snapshot(t, afero.NewOsFs(), dir)), lowered(site.published(t)))
		}
	})
}

// A disk that ignores case finds the site's files under any spelling; where a copy goes, they would
// be missing.
func TestMisspelt(t *testing.T) {
	site := files{"index.html": "1", "articles/pier/index.html": "2", "articles/index.html": "3", "pt-BR/index.html": "4"}
	for _, c := range []struct{ from, to string }{
		{"articles", "Articles"}, {"articles/pier", "articles/PIER"}, {"index.html", "INDEX.HTML"}, {"pt-BR", "pt-br"},
		{"articles/pier/index.html", "articles/pier/Index.html"}, {manifestName, ".Dossier-manifest"}, {copyName, ".dossier-manifest.COPY"},
	} {
		t.Run(strings.ReplaceAll(c.to, "/", "_"), func(t *testing.T) {
			onCaselessDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
				r, err := Write(context.Background(), fs, dir, site.outputs(), 2)
				if err != nil {
					t.Fatal(err)
				}
				misspell(t, dir, c.from, c.to)
				if _, ok := Intact(context.Background(), fs, dir, r.Manifest, nil, 2); ok {
					t.Error("passes for intact")
				}
				found, err := Verify(context.Background(), fs, dir, site.outputs(), 2)
				if err != nil || len(found) != 1 || found[0].Path != c.from || !strings.Contains(found[0].What, filepath.Base(c.to)) {
					t.Errorf("verified: %v, %v", found, err)
				}
				if r := write(t, fs, dir, site); !slices.Equal(r.Respelt, []string{c.from}) || len(r.Written) > 0 || len(r.Misspelt) > 0 {
					t.Errorf("written: %+v", r)
				}
				expect(t, snapshot(t, afero.NewOsFs(), dir), site.published(t))
				if r := write(t, fs, dir, site); len(r.Respelt) > 0 {
					t.Errorf("written again: %+v", r)
				}
			})
		})
	}
}

// All at once, with pages that change, pages that go, and a file that is not ours in a folder.
func TestMisspeltAndChanged(t *testing.T) {
	onCaselessDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		old := files{"a/b/page": "1", "a/gone": "1", "c/page": "1", "e/gone": "1"}
		write(t, fs, dir, old)
		put(t, afero.NewOsFs(), dir, files{"a/b/mine": "mine"})
		for _, name := range [][2]string{{"a/b/page", "a/b/PAGE"}, {"a/b", "a/B"}, {"a", "A"}, {"c", "C"}, {"e", "E"}} {
			misspell(t, dir, name[0], name[1])
		}
		site := files{"a/b/page": "2", "c/page": "1", "c/new": "1", "e": "a file now"}
		r := write(t, fs, dir, site)
		if want := []string{"a", "a/b", "a/b/page", "c"}; !slices.Equal(r.Respelt, want) {
			t.Errorf("renamed %q, want %q", r.Respelt, want)
		}
		expect(t, snapshot(t, afero.NewOsFs(), dir), site.published(t).with(files{"a/b/mine": "mine"}))
	})
}

// A publication killed between the two renames left the folder, with a file that is not ours, under
// neither name.
func TestBetweenTwoRenames(t *testing.T) {
	onCaselessDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		site := files{"a/b/page": "1", "a/c/page": "1", "index": "1"}
		write(t, fs, dir, site)
		put(t, afero.NewOsFs(), dir, files{"a/b/mine": "mine"})
		misspell(t, dir, "a", "a"+betweenSuffix)
		if r := write(t, fs, dir, site); !slices.Equal(r.Respelt, []string{"a"}) {
			t.Errorf("renamed %q", r.Respelt)
		}
		expect(t, snapshot(t, afero.NewOsFs(), dir), site.published(t).with(files{"a/b/mine": "mine"}))
	})
}

// Where the disk keeps no case, the names stay as they are, and that is told.
func TestKeepingNoCase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	fs := caselessFs{Fs: afero.NewOsFs(), keepsNone: true}
	site := files{"index.html": "1", "pt-BR/index.html": "2"}
	for range 3 {
		if _, err := Write(context.Background(), fs, dir, site.outputs(), 2); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Write(context.Background(), fs, dir, site.outputs(), 2)
	if err != nil || !slices.Equal(r.Misspelt, []string{"pt-BR"}) || len(r.Written)+len(r.Respelt) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
	expect(t, lowered(snapshot(t, afero.NewOsFs(), dir)), lowered(site.published(t)))
}

// Where case counts, another spelling is another file, and none of ours.
func TestMindingCase(t *testing.T) {
	if ignoring, err := (tree{afero.NewOsFs(), t.TempDir()}).caseless(); err != nil || ignoring {
		t.Fatalf("an empty folder: %t, %v", ignoring, err)
	}
	dir := filepath.Join(t.TempDir(), "out")
	fs := afero.NewMemMapFs()
	put(t, fs, dir, files{"Articles/mine": "mine", "INDEX.html": "mine"})
	site := files{"articles/page": "1", "index.html": "1"}
	if r := write(t, fs, dir, site); len(r.Respelt) > 0 {
		t.Errorf("renamed %q", r.Respelt)
	}
	expect(t, snapshot(t, fs, dir), site.published(t).with(files{"Articles/": "", "Articles/mine": "mine", "INDEX.html": "mine"}))
}
