package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// unstaged is what a folder holds beside the staging folder.
func unstaged(all files) files {
	all = maps.Clone(all)
	maps.DeleteFunc(all, func(path, _ string) bool { return strings.HasPrefix(path, stageName+"/") })
	return all
}

// What the site does not have yet is moved by the folder, everything else by the file.
func TestFewRenames(t *testing.T) {
	const records = 3
	wide := files{"index.html": "home"}
	for i := range 20 {
		wide[fmt.Sprintf("a/%d.html", i)] = fmt.Sprint(i)
		wide[fmt.Sprintf("b/c%d/d/%d.html", i%3, i)] = fmt.Sprint(i)
	}
	cases := []struct {
		name          string
		before, after files
		want          int // renames
	}{
		{"first", nil, wide, 3},
		{"one changed", wide, wide.with(files{"a/7.html": "new"}), 1},
		{"a folder more", wide, wide.with(files{"a/x/y/1": "1", "a/x/y/2": "2", "b/c1/new/1": "1", "b/c1/new/2": "1"}), 2},
		{"a file in a known folder, and a folder", wide, wide.with(files{"b/c1/1": "1", "b/c1/d/2": "2", "b/e/3": "3"}), 3},
		{"a folder for a file", wide, files{"index.html/1": "1", "index.html/2": "1"}, 1},
		{"a file for a folder", wide, files{"b": "1"}, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
				write(t, fs, dir, c.before)
				counting := &hookFs{Fs: fs, rename: func(int) {}}
				write(t, counting, dir, c.after)
				if got := counting.renames - records; got != c.want {
					t.Errorf("%d renames, want %d", got, c.want)
				}
				expect(t, snapshot(t, fs, dir), c.after.published(t))
			})
		})
	}
}

// Until the journal is there nothing of the old site is changed, and then all of the new one is on
// disk, records included.
func TestOldSiteUntouchedUntilAllIsStaged(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		write(t, fs, dir, faultOld)
		old := snapshot(t, fs, dir)
		outputs := faultNew.outputs()
		for i, o := range outputs {
			outputs[i].rare = nil // each is rendered
			outputs[i].Render = func(buf []byte) ([]byte, error) {
				expect(t, unstaged(snapshot(t, fs, dir)), old)
				return o.Render(buf)
			}
		}
		hook := &hookFs{Fs: fs, rename: func(n int) {
			if n > 0 {
				return
			}
			now := snapshot(t, fs, dir)
			if _, journal := now[journalName]; !journal {
				t.Error("the first rename is not the journal's")
			}
			delete(now, journalName)
			expect(t, unstaged(now), old)
			for _, record := range []string{manifestName, copyName} {
				if now[stageName+"/"+record] != faultNew.published(t)[record] {
					t.Errorf("%s is not staged", record)
				}
			}
			for path, body := range faultNew {
				if now[stageName+"/"+path] != body && old[path] != body {
					t.Errorf("%s is not staged", path)
				}
			}
		}}
		if _, err := Write(context.Background(), hook, dir, outputs, 1); err != nil {
			t.Fatal(err)
		}
		expect(t, snapshot(t, fs, dir), faultNew.published(t))
	})
}

// A first publication that fails before its journal is there leaves not even a folder.
func TestFailedFirstPublicationLeavesNothing(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		put(t, fs, dir, files{"mine": "mine"})
		before := snapshot(t, fs, dir)
		site := files{"a/b": "1", "c": "2"}
		failed := 0
		for n := range 100 {
			faulty := &faultFs{Fs: fs, n: n / 2, err: syscall.ENOSPC, late: n%2 == 0}
			_, err := Write(context.Background(), faulty, filepath.Join(dir, "x", "out"), site.outputs(), 1)
			if err != nil && !faulty.journaled {
				expect(t, snapshot(t, fs, dir), before)
				failed++
			}
			if err := fs.RemoveAll(filepath.Join(dir, "x")); err != nil {
				t.Fatal(err)
			}
		}
		if failed < 30 {
			t.Errorf("only %d publications failed before the journal", failed)
		}
	})
}

// What a killed publication staged is gone after the next, whatever becomes of that.
func TestLeftStageIsRemoved(t *testing.T) {
	left := files{stageName + "/a/b": "half", stageName + "/index.html": "", stageName + "/" + journalName: "# dossier"}
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		write(t, fs, dir, small)
		before := snapshot(t, fs, dir)
		put(t, fs, dir, left)
		if got := write(t, fs, dir, small); !reflect.DeepEqual(got, Result{Unchanged: len(small), Size: got.Size}) {
			t.Errorf("got %+v", got)
		}
		expect(t, snapshot(t, fs, dir), before)
		put(t, fs, dir, left)
		broken := errors.New("broken")
		outputs := append(files{"new/x": "1"}.outputs(), Output{Path: "z", Render: func([]byte) ([]byte, error) { return nil, broken }})
		if _, err := Write(context.Background(), fs, dir, outputs, 2); !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
		expect(t, snapshot(t, fs, dir), before)
		put(t, fs, dir, left)
		write(t, fs, dir, files{"a/b": "1"})
		expect(t, snapshot(t, fs, dir), files{"a/b": "1"}.published(t))
	})
}

// Buffers go from page to page, empty, and fixed bytes are none.
func TestBuffersAreUsedAgain(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		fixed := []byte("fixed and for ever")
		want, used := files{}, 0
		var outputs []Output
		for i := range 40 {
			path, body := fmt.Sprintf("%02d", i), strings.Repeat(fmt.Sprint(i), 1+i*7%11)
			if i == 20 {
				body = strings.Repeat("large", keptBuffer)
			}
			if i%5 == 4 {
				want[path] = string(fixed)
				outputs = append(outputs, Bytes(path, fixed))
				continue
			}
			want[path] = body
			outputs = append(outputs, Output{Path: path, Render: func(buf []byte) ([]byte, error) {
				if len(buf) > 0 || cap(buf) > keptBuffer {
					t.Errorf("%s gets a buffer of %d bytes, with room for %d", path, len(buf), cap(buf))
				}
				if cap(buf) > 0 {
					used++
				}
				return append(buf, body...), nil
			}})
		}
		if _, err := Write(context.Background(), fs, dir, outputs, 1); err != nil {
			t.Fatal(err)
		}
		expect(t, snapshot(t, fs, dir), want.published(t))
		if string(fixed) != "fixed and for ever" {
			t.Errorf("fixed bytes became %q", fixed)
		}
		if used != 30 { // of 32, for two there is none yet
			t.Errorf("%d pages got a buffer that was used before", used)
		}
	})
	if got, err := Bytes("a", []byte("b")).Render([]byte("a")); err != nil || string(got) != "ab" {
		t.Errorf("got %q, %v", got, err)
	}
}

// The umask is seen once, so that a publication needs no chmod where it takes nothing away.
func TestNoNeedlessOperations(t *testing.T) {
	fs, dir := &opsFs{Fs: afero.NewMemMapFs()}, "out"
	site := files{}
	for i := range 50 {
		site[fmt.Sprintf("a/b/%d", i)] = fmt.Sprint(i)
	}
	put(t, fs, dir, files{"mine": "1"})
	publish := func(f files) {
		t.Helper()
		fs.ops = nil
		if _, err := Write(context.Background(), fs, dir, f.outputs(), 1); err != nil {
			t.Fatal(err)
		}
	}
	publish(site)
	count := func(op string) int {
		return len(slices.DeleteFunc(slices.Clone(fs.ops), func(o string) bool { return !strings.HasPrefix(o, op) }))
	}
	if n := count("chmod"); n > 0 {
		t.Errorf("%d changes of a mode", n)
	}
	if n := count("stat"); n > 20 {
		t.Errorf("%d looks at a disk that has nothing of the site: %v", n, fs.ops)
	}
	longer := files{}
	for path, body := range site {
		longer[path] = body + "."
	}
	publish(longer)
	if n := count("open out/a"); n > 0 {
		t.Errorf("%d files read that cannot be the same", n)
	}
}

// opsFs notes what is asked of it.
type opsFs struct {
	afero.Fs
	ops []string
}

func (o *opsFs) Chmod(name string, mode os.FileMode) error {
	o.ops = append(o.ops, "chmod "+name)
	return o.Fs.Chmod(name, mode)
}

func (o *opsFs) Stat(name string) (os.FileInfo, error) {
	o.ops = append(o.ops, "stat "+name)
	return o.Fs.Stat(name)
}

func (o *opsFs) Open(name string) (afero.File, error) {
	o.ops = append(o.ops, "open "+filepath.ToSlash(name))
	return o.Fs.Open(name)
}

// A large site must fit beside its content: of each file only the name's hash and place are kept.
func TestMemoryOfManyOutputs(t *testing.T) {
	const n, most = 50_000, 120
	outputs := make([]Output, n)
	page := bytes.Repeat([]byte("page"), 40)
	for i := range outputs {
		outputs[i] = Output{Path: fmt.Sprintf("articles/%d/%d.html", i/40, i), Render: func(buf []byte) ([]byte, error) { return append(buf, page...), nil }}
	}
	before := heap()
	p, err := look(tree{afero.NewMemMapFs(), "out"}, newSite(outputs), false)
	if err != nil {
		t.Fatal(err)
	}
	all, err := p.render(context.Background(), 2, func(_ string, write func(io.Writer) error) error { return write(io.Discard) })
	if err != nil {
		t.Fatal(err)
	}
	each := float64(heap()-before) / n
	t.Logf("%.0f bytes each", each)
	if each > most {
		t.Errorf("%.0f bytes are kept for each output, want at most %d", each, most)
	}
	runtime.KeepAlive(outputs)
	runtime.KeepAlive(p)
	runtime.KeepAlive(all)
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestTry(t *testing.T) {
	if err := Try(context.Background(), small.outputs(), 2); err != nil {
		t.Error(err)
	}
	broken := errors.New("broken")
	fails := func(path string) Output {
		return Output{Path: path, Render: func([]byte) ([]byte, error) { return nil, fmt.Errorf("%s: %w", path, broken) }}
	}
	outputs := append(small.outputs(), fails("z"), fails("b"), fails("y"))
	for range 20 {
		if err := Try(context.Background(), outputs, 4); !errors.Is(err, broken) || err.Error() != "render b: b: broken" {
			t.Fatalf("got %v", err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Try(ctx, small.outputs(), 2); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	defer func() {
		if recover() == nil {
			t.Error("two outputs of one path are no bug")
		}
	}()
	_ = Try(context.Background(), append(small.outputs(), small.outputs()...), 1)
}
