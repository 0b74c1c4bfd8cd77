package publish

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/publish/lock"
)

var small = files{"index.html": "home", "a/b.html": "b", "a/c/d.html": "d", "é/ж.html": ""}

func TestWriteCleanAndUnchanged(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		got := write(t, fs, dir, small)
		size := Size{Bytes: 6, Largest: "index.html", Most: 4}
		want := Result{Written: []string{"a/b.html", "a/c/d.html", "index.html", "é/ж.html"}, Size: size}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		all := snapshot(t, fs, dir)
		delete(all, manifestName)
		delete(all, copyName)
		expect(t, all, small.with(files{"a/": "", "a/c/": "", "é/": ""}))
		// A file system that cannot be written: nothing at all may be touched.
		if got := write(t, afero.NewReadOnlyFs(fs), dir, small); !reflect.DeepEqual(got, Result{Unchanged: 4, Size: size}) {
			t.Errorf("again: %+v", got)
		}
	})
}

func TestWriteChanges(t *testing.T) {
	const foreign = "CNAME"
	cases := []struct {
		name          string
		before, after files
		edit          files // by hand, in between
		want          Result
	}{
		{"changed, same size", files{"a": "1", "b": "1"}, files{"a": "2", "b": "1"}, nil, Result{Written: []string{"a"}, Unchanged: 1}},
		{"edited by hand", files{"a": "1"}, files{"a": "1"}, files{"a": "mine"}, Result{Written: []string{"a"}}},
		{"edited by hand, same size", files{"a": "1"}, files{"a": "1"}, files{"a": "0"}, Result{Written: []string{"a"}}},
		{"edited and pruned", files{"a": "1", "b": "1"}, files{"b": "1"}, files{"a": "mine"}, Result{Removed: []string{"a"}, Unchanged: 1}},
		{"folder emptied", files{"x/y/a": "1", "x/b": "1"}, files{"x/b": "1"}, nil, Result{Removed: []string{"x/y/a"}, Unchanged: 1}},
		{"folder kept by a foreign file", files{"x/a": "1"}, files{"b": "1"}, files{"x/mine": "1"},
			Result{Written: []string{"b"}, Removed: []string{"x/a"}}},
		{"foreign empty folder stays", files{"x/a": "1"}, files{"b": "1"}, files{"y/": ""},
			Result{Written: []string{"b"}, Removed: []string{"x/a"}}},
		{"nothing left", files{"x/a": "1"}, files{}, nil, Result{Removed: []string{"x/a"}}},
		{"adopted", files{}, files{"a": "1"}, files{"a": "1"}, Result{Unchanged: 1}},
		{"file becomes folder", files{"a": "1"}, files{"a/b/c": "2"}, nil, Result{Written: []string{"a/b/c"}, Removed: []string{"a"}}},
		{"folder becomes file", files{"a/b/c": "1", "a/d": "1"}, files{"a": "2"}, nil,
			Result{Written: []string{"a"}, Removed: []string{"a/b/c", "a/d"}}},
		{"another spelling", files{"X/a.html": "1"}, files{"x/A.html": "1"}, nil,
			Result{Written: []string{"x/A.html"}, Removed: []string{"X/a.html"}}},
	}
	for _, c := range cases {
		for _, path := range slices.Sorted(maps.Keys(c.after)) {
			n := int64(len(c.after[path]))
			c.want.Size.Bytes += n
			if n > c.want.Size.Most {
				c.want.Size.Largest, c.want.Size.Most = path, n
			}
		}
		t.Run(c.name, func(t *testing.T) {
			onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
				put(t, fs, dir, files{foreign: "dossier.example"})
				write(t, fs, dir, c.before)
				put(t, fs, dir, c.edit)
				if got := write(t, fs, dir, c.after); !reflect.DeepEqual(got, c.want) {
					t.Errorf("got %+v, want %+v", got, c.want)
				}
				want := c.after.published(t).with(files{foreign: "dossier.example"})
				for path, body := range c.edit {
					if _, ours := c.before.with(c.after)[path]; !ours {
						want[path] = body
						for f := range above(path) {
							want[f+"/"] = ""
						}
					}
				}
				expect(t, snapshot(t, fs, dir), want)
			})
		})
	}
}

func TestDeletedFileIsRestored(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		write(t, fs, dir, small)
		if err := fs.RemoveAll(filepath.Join(dir, "a")); err != nil {
			t.Fatal(err)
		}
		write(t, fs, dir, small)
		expect(t, snapshot(t, fs, dir), small.published(t))
	})
}

func TestInTheWay(t *testing.T) {
	cases := []struct {
		name          string
		before, after files
		edit          files
		path          string
	}{
		{"foreign file", nil, files{"a": "1", "b": "1"}, files{"b": "mine"}, "b"},
		{"smallest path", nil, files{"a": "1", "b": "1"}, files{"b": "mine", "a": "mine"}, "a"},
		{"foreign folder", nil, files{"a": "1"}, files{"a/": ""}, "a"},
		{"foreign file in our folder", files{"a/b": "1"}, files{"a": "1"}, files{"a/mine": "1"}, "a/mine"},
		{"foreign folder in our folder", files{"a/b": "1"}, files{"a": "1"}, files{"a/c/": ""}, "a/c"},
		{"foreign file as a folder", nil, files{"a/b/c": "1"}, files{"a": "1"}, "a"},
		{"staging folder", nil, files{"a/b": "1"}, files{stageName: "1"}, stageName},
		{"manifest", nil, files{"a": "1"}, files{manifestName + "/": ""}, manifestName},
		{"journal", nil, files{"a": "1"}, files{journalName + "/x": ""}, journalName},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
				if c.before != nil {
					write(t, fs, dir, c.before)
				}
				put(t, fs, dir, c.edit)
				before := snapshot(t, fs, dir)
				_, err := Write(context.Background(), fs, dir, c.after.outputs(), 2)
				var e *InTheWayError
				if !errors.As(err, &e) || e.Path != c.path || !strings.Contains(err.Error(), filepath.Join(dir, e.Path)) {
					t.Errorf("got %v, want %s in the way", err, c.path)
				}
				expect(t, snapshot(t, fs, dir), before)
			})
		})
	}
	t.Run("output folder is a file", func(t *testing.T) {
		onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
			put(t, fs, filepath.Dir(dir), files{"out": "mine"})
			_, err := Write(context.Background(), fs, dir, small.outputs(), 2)
			var e *InTheWayError
			if !errors.As(err, &e) || e.Path != "." {
				t.Errorf("got %v", err)
			}
		})
	})
}

func TestRenderFails(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		write(t, fs, dir, small)
		before := snapshot(t, fs, dir)
		broken := errors.New("broken")
		for range 20 {
			outputs := files{"index.html": "new", "k": "new"}.outputs()
			for _, path := range []string{"z", "y", "x"} {
				outputs = append(outputs, Output{Path: path, Render: func([]byte) ([]byte, error) { return nil, fmt.Errorf("%s: %w", path, broken) }})
			}
			_, err := Write(context.Background(), fs, dir, outputs, 4)
			if !errors.Is(err, broken) || err.Error() != "render x: x: broken" {
				t.Fatalf("got %v", err)
			}
		}
		expect(t, snapshot(t, fs, dir), before)
	})
}

// Of two outputs that fail at once the smaller path is told, whichever fails first.
func TestSmallestPathFails(t *testing.T) {
	for first := range 2 {
		ready := make(chan struct{})
		var outputs []Output
		for i, path := range []string{"a", "b"} {
			outputs = append(outputs, Output{Path: path, Render: func([]byte) ([]byte, error) {
				if i == first {
					defer close(ready)
				} else {
					<-ready
					time.Sleep(5 * time.Millisecond) // until the other's error is noted
				}
				return nil, errors.New("broken")
			}})
		}
		_, err := Write(context.Background(), afero.NewMemMapFs(), "out", outputs, 2)
		if err == nil || err.Error() != "render a: broken" {
			t.Errorf("%d first: %v", first, err)
		}
	}
}

func TestRenderOnceAndBounded(t *testing.T) {
	var running, most atomic.Int32
	calls := make([]atomic.Int32, 100)
	var outputs []Output
	for i := range calls {
		outputs = append(outputs, Output{Path: fmt.Sprint(i), Render: func([]byte) ([]byte, error) {
			for now := running.Add(1); ; {
				old := most.Load()
				if now <= old || most.CompareAndSwap(old, now) {
					break
				}
			}
			calls[i].Add(1)
			running.Add(-1)
			return nil, nil
		}})
	}
	for _, jobs := range []int{-1, 1, 3} {
		most.Store(0)
		if _, err := Write(context.Background(), afero.NewMemMapFs(), "out", outputs, jobs); err != nil {
			t.Fatal(err)
		}
		if int(most.Load()) > max(jobs, 1) {
			t.Errorf("%d at a time, want %d", most.Load(), jobs)
		}
	}
	for i := range calls {
		if calls[i].Load() != 3 {
			t.Errorf("output %d rendered %d times in 3 publications", i, calls[i].Load())
		}
	}
}

func TestPanicsOnBugs(t *testing.T) {
	cases := [][]string{
		{"a", "a"}, {"a/b", "A/B"}, {"a", "a/b"}, {"A", "a/b/c"}, {"a", "a.b", "a/b"}, {"é", "É"},
		{""}, {"."}, {".."}, {"/a"}, {"a/"}, {"a//b"}, {"a/../b"}, {"../a"}, {"./a"}, {"a\\b"}, {"a\nb"}, {"a\x00"}, {"\xff"},
		{manifestName}, {journalName}, {".Dossier-Manifest"}, {".dossier-x/y"}, {stageName + "/a"}, {"a/Docs", "a/docs/b"}, {"A/b", "a"},
	}
	for _, paths := range cases {
		t.Run(fmt.Sprintf("%q", paths), func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			var outputs []Output
			for _, p := range paths {
				outputs = append(outputs, Bytes(p, nil))
			}
			_, err := Write(context.Background(), afero.NewMemMapFs(), "out", outputs, 1)
			t.Log(err)
		})
	}
}

func TestCancelBetweenFiles(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		old, site := files{"a": "1", "old/x": "1"}, files{"a": "2", "b": "2", "c/d": "2", "e": "2"}
		for stop := range 7 {
			write(t, fs, dir, old)
			ctx, cancel := context.WithCancel(context.Background())
			counting := &hookFs{Fs: fs, rename: func(n int) {
				if n == stop {
					cancel()
				}
			}}
			_, err := Write(ctx, counting, dir, site.outputs(), 1)
			if stop < 4 && !errors.Is(err, context.Canceled) {
				t.Errorf("stopped after %d: %v", stop, err)
			}
			if n := counting.renames; stop < 4 && n != stop+1 {
				t.Errorf("%d renames after a stop at %d", n, stop)
			}
			cancel()
			write(t, fs, dir, site)
			expect(t, snapshot(t, fs, dir), site.published(t))
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		before := snapshot(t, fs, dir)
		if _, err := Write(ctx, fs, dir, old.outputs(), 1); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		expect(t, snapshot(t, fs, dir), before)
	})
}

// hookFs tells of each rename, counted from 0, after it is done.
type hookFs struct {
	afero.Fs
	rename  func(n int)
	renames int
}

func (h *hookFs) Rename(from, to string) error {
	err := h.Fs.Rename(from, to)
	h.renames++
	h.rename(h.renames - 1)
	return err
}

// A folder that was made for the lock stays when something was published.
func TestLockedFolderStays(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		dir = filepath.Join(dir, "deep", "er")
		release, err := lock.Acquire(context.Background(), fs, dir)
		if err != nil {
			t.Fatal(err)
		}
		write(t, fs, dir, small)
		release()
		expect(t, snapshot(t, fs, dir), small.published(t))
	})
}

// What is too long for memory is written, compared and replaced as other files are.
func TestLong(t *testing.T) {
	of := func(n int) string { return strings.Repeat("0123456789", n) + fmt.Sprint(n) }
	site := func(n int, last string) []Output {
		return []Output{Long("data/all.json", pieces(of(n)+last)), Bytes("index.html", []byte("home"))}
	}
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		for _, x := range []struct {
			n    int
			last string
			want Result
		}{
			{30_000, "a", Result{Written: []string{"data/all.json", "index.html"}}},
			{30_000, "a", Result{Unchanged: 2}},
			{30_000, "b", Result{Written: []string{"data/all.json"}, Unchanged: 1}}, // as long as before
			{50_000, "", Result{Written: []string{"data/all.json"}, Unchanged: 1}},
			{0, "", Result{Written: []string{"data/all.json"}, Unchanged: 1}},
		} {
			outputs, body := site(x.n, x.last), of(x.n)+x.last
			got, err := new(Memory).Write(t.Context(), fs, dir, outputs, 2)
			if err != nil {
				t.Fatal(err)
			}
			x.want.Size = Size{Bytes: int64(len(body) + 4), Largest: "data/all.json", Most: int64(len(body))}
			if x.n == 0 {
				x.want.Size.Largest, x.want.Size.Most = "index.html", 4
			}
			if got.Manifest = (Sum{}); !reflect.DeepEqual(got, x.want) {
				t.Errorf("%d%s: %+v, want %+v", x.n, x.last, got, x.want)
			}
			if on := snapshot(t, fs, dir)["data/all.json"]; on != body {
				t.Fatalf("%d%s: %d bytes on disk, want %d", x.n, x.last, len(on), len(body))
			}
			if found, err := Verify(t.Context(), fs, dir, site(x.n, x.last), 1); err != nil || len(found) > 0 {
				t.Errorf("%d%s: %v %v", x.n, x.last, found, err)
			}
			if found, err := Verify(t.Context(), fs, dir, site(x.n, x.last+"!"), 1); err != nil || len(found) != 3 { // and both records
				t.Errorf("%d%s: another one: %v %v", x.n, x.last, found, err)
			}
		}
		whole, err := site(30_000, "")[0].Render([]byte("before"))
		if err != nil || string(whole) != "before"+of(30_000) {
			t.Errorf("in one: %d bytes, %v", len(whole), err)
		}
	})
}
