package acceptance

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// countingFs notes what is written.
type countingFs struct {
	afero.Fs
	written []string
}

func (c *countingFs) OpenFile(name string, flag int, mode fs.FileMode) (afero.File, error) {
	c.written = append(c.written, name)
	return c.Fs.OpenFile(name, flag, mode)
}

func (c *countingFs) Rename(from, to string) error {
	c.written = append(c.written, to)
	return c.Fs.Rename(from, to)
}

// cached is a dossier built with the cache.
type cached struct {
	t    *testing.T
	disk *countingFs
	h    *history
}

func newCached(t *testing.T) *cached {
	disk := &countingFs{Fs: afero.NewMemMapFs()}
	c := &cached{t: t, disk: disk, h: &history{t: t, fs: disk.Fs, dir: filepath.Join("d", "content"), rand: rand.New(rand.NewPCG(3, 4))}}
	c.h.start()
	c.h.write("pages/p.md", "---\ntitle: P\nsummery: a warning\n---\nText.\n")
	return c
}

// build builds and gives what was said.
func (c *cached) build(flags ...string) (stdout, stderr string) {
	c.t.Helper()
	c.disk.written = nil
	var out, errs bytes.Buffer
	args := append([]string{"build", "--content", c.h.dir, "--layouts", filepath.Join("d", "layouts"), "--out", filepath.Join("d", "public")}, flags...)
	if status := run(context.Background(), args, c.disk, &out, &errs); status != done {
		c.t.Fatalf("status %d: %s", status, errs.String())
	}
	return out.String(), errs.String()
}

// worked reports whether the last build did more than look.
func (c *cached) worked() bool {
	return slices.ContainsFunc(c.disk.written, func(name string) bool { return strings.Contains(name, ".cache") })
}

// file is the record of the cache; the file of its values is called the same with more behind it.
func (c *cached) file() string {
	c.t.Helper()
	names, err := afero.Glob(c.disk.Fs, filepath.Join("d", ".cache", "dossier-*"))
	if err != nil || len(names) != 2 || names[1] != names[0]+".values" {
		c.t.Fatalf("the cache has the files %q, %v", names, err)
	}
	return names[0]
}

// TestUnchangedBuild holds when a build of what did not change renders and
// writes nothing, and says what the one before said.
func TestUnchangedBuild(t *testing.T) {
	c := newCached(t)
	_, warnings := c.build()
	if !c.worked() || !strings.Contains(warnings, "summery") {
		t.Fatalf("the first build: %q wrote %q", warnings, c.disk.written)
	}
	said, again := c.build()
	if len(c.disk.written) > 0 || again != warnings || !strings.Contains(said, "0 files written") {
		t.Errorf("an unchanged build wrote %q, said %q and warned %q", c.disk.written, said, again)
	}
}

// TestCacheSeesChanges holds when a change of anything that a build depends on
// makes it do its work.
func TestCacheSeesChanges(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds sites by the dozen")
	}
	site := filepath.Join("d", "public", "index.html")
	for what, change := range map[string]func(c *cached) (flags []string){
		"a file edited, of the same size": func(c *cached) []string {
			c.h.write("pages/p.md", "---\ntitle: Q\nsummery: a warning\n---\nText.\n")
			return nil
		},
		"a file more": func(c *cached) []string { c.h.write("pages/q.md", "---\ntitle: Q\n---\n"); return nil },
		"a file less": func(c *cached) []string { c.h.remove(filepath.Join(c.h.dir, "pages", "p.md")); return nil },
		"an empty folder": func(c *cached) []string {
			if err := c.disk.Fs.MkdirAll(filepath.Join(c.h.dir, "events"), 0o755); err != nil {
				c.t.Fatal(err)
			}
			return nil
		},
		"layouts come": func(c *cached) []string { c.h.write("../layouts/assets/x.css", "p{}"); return nil },
		"a flag":       func(*cached) []string { return []string{"--base-url", "https://example.org/"} },
		"the site edited, of the same size": func(c *cached) []string {
			body, err := afero.ReadFile(c.disk.Fs, site)
			if err == nil {
				err = afero.WriteFile(c.disk.Fs, site, bytes.Replace(body, []byte("<!DOCTYPE"), []byte("<!doctype"), 1), 0o644)
			}
			if err != nil {
				c.t.Fatal(err)
			}
			return nil
		},
		"a page of the site gone": func(c *cached) []string { c.h.remove(site); return nil },
		"the manifest gone":       func(c *cached) []string { c.h.remove(filepath.Join("d", "public", ".dossier-manifest")); return nil },
		"the cache cut off": func(c *cached) []string {
			text, err := afero.ReadFile(c.disk.Fs, c.file())
			if err == nil {
				err = afero.WriteFile(c.disk.Fs, c.file(), text[:len(text)-20], 0o644)
			}
			if err != nil {
				c.t.Fatal(err)
			}
			return nil
		},
		"the cache of another program": func(c *cached) []string {
			if err := afero.WriteFile(c.disk.Fs, c.file(), []byte("dossier cache 0\n"), 0o644); err != nil {
				c.t.Fatal(err)
			}
			return nil
		},
		"the cache gone": func(c *cached) []string { c.h.remove(c.file()); return nil },
	} {
		c := newCached(t)
		c.build()
		flags := change(c)
		c.build(flags...)
		if !c.worked() {
			t.Errorf("%s: the build did nothing", what)
		}
		got := treeOf(t, c.disk.Fs, filepath.Join("d", "public"))
		if err := c.disk.Fs.RemoveAll(filepath.Join("d", "public")); err != nil {
			t.Fatal(err)
		}
		c.build(flags...)
		if !maps.Equal(got, treeOf(t, c.disk.Fs, filepath.Join("d", "public"))) {
			t.Errorf("%s: the site is not what a clean build makes", what)
		}
		if c.build(flags...); c.worked() {
			t.Errorf("%s: the build after it is not remembered", what)
		}
	}
}

// TestCacheSeesThroughTimes holds when a file on a disk that has got other bytes, of the same size
// and with the time that it had, is read: in the content and in the site.
func TestCacheSeesThroughTimes(t *testing.T) {
	t.Chdir(t.TempDir())
	page, site := filepath.Join("content", "pages", "p.md"), filepath.Join("public", "pages", "p.html")
	h := &history{t: t, fs: afero.NewOsFs(), dir: "content"}
	h.start()
	h.write("pages/p.md", "---\ntitle: P\n---\nText one.\n")
	build := func(want string) {
		t.Helper()
		if status, errs := buildOnDisk(t); status != done {
			t.Fatal(errs)
		}
		if body, err := os.ReadFile(site); err != nil || !strings.Contains(string(body), want) {
			t.Errorf("the page does not say %q, %v", want, err)
		}
	}
	swap := func(name, to string) {
		t.Helper()
		info, err := os.Stat(name)
		body, e := os.ReadFile(name)
		if err = errors.Join(err, e); err == nil {
			err = os.WriteFile(name, bytes.Replace(body, []byte("Text one"), []byte(to), 1), 0o644)
		}
		if err = errors.Join(err, os.Chtimes(name, info.ModTime(), info.ModTime())); err != nil {
			t.Fatal(err)
		}
	}
	build("Text one")
	swap(site, "Text own")
	build("Text one")
	swap(page, "Text two")
	build("Text two")
}

// TestCacheCannotBeWritten holds when a build does without.
func TestCacheCannotBeWritten(t *testing.T) {
	c := newCached(t)
	if err := afero.WriteFile(c.disk.Fs, filepath.Join("d", ".cache"), []byte("a file"), 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if said, _ := c.build(); !strings.Contains(said, "1 edition") && !strings.Contains(said, "2 editions") {
			t.Errorf("said %q", said)
		}
	}
}

func treeOf(t *testing.T, disk afero.Fs, dir string) map[string]string {
	t.Helper()
	return (&lab{t: t, fs: disk, root: "."}).tree(dir)
}
