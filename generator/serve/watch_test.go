package serve

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watched is a folder whose changes arrive on a channel.
type watched struct {
	t       *testing.T
	base    string // holds the watched folders "content" and "layouts"
	changes chan []string
}

func watchFolders(t *testing.T) *watched {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &watched{t: t, base: base, changes: make(chan []string, 1)}
	w.mkdir("content/articles")
	watch, err := newWatcher([]string{filepath.Join(base, "content"), filepath.Join(base, "layouts"), filepath.Join(base, "no", "parent")}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { watch.run(ctx, w.changes) })
	t.Cleanup(func() { cancel(); running.Wait(); watch.close() })
	return w
}

func (w *watched) mkdir(name string) {
	w.t.Helper()
	if err := os.MkdirAll(filepath.Join(w.base, name), 0o755); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watched) write(name string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.base, name), []byte("x"), 0o644); err != nil {
		w.t.Fatal(err)
	}
}

// wantChange waits until name is said to have changed, or a folder above it.
// What was done before may be told late.
func (w *watched) wantChange(what, name string) {
	w.t.Helper()
	full := filepath.Join(w.base, name)
	var seen []string
	for end := time.After(patience); ; {
		select {
		case got := <-w.changes:
			if got == nil && runtime.GOOS == "windows" { // it has only the folder's old name
				return
			}
			if slices.ContainsFunc(got, func(g string) bool { return g == full || strings.HasPrefix(full, g+string(filepath.Separator)) }) {
				return
			}
			seen = append(seen, got...)
		case <-end:
			w.t.Fatalf("%s: %q are said to have changed, and not %q", what, seen, full)
		}
	}
}

// settle takes the changes of what was done so far: a file made now comes after
// them, and nothing is under way once a burst is over without another.
func (w *watched) settle() {
	w.t.Helper()
	for {
		select {
		case <-w.changes:
		case <-time.After(10 * burst):
			return
		}
	}
}

func TestWatch(t *testing.T) {
	w := watchFolders(t)
	steps := []struct {
		what, name string
		do         func()
	}{
		{"a file in a subfolder", "content/articles/a.md", func() { w.write("content/articles/a.md") }},
		{"the same again", "content/articles/a.md", func() { w.write("content/articles/a.md") }},
		{"a file removed", "content/articles/a.md", func() { os.Remove(filepath.Join(w.base, "content/articles/a.md")) }},
		{"new folders", "content/articles/x", func() { w.mkdir("content/articles/x/y") }},
		{"a file in a new folder", "content/articles/x/y/b.md", func() { w.write("content/articles/x/y/b.md") }},
		{"a folder renamed", "content/z", func() {
			os.Rename(filepath.Join(w.base, "content/articles/x"), filepath.Join(w.base, "content/z"))
		}},
		{"a file in the renamed folder", "content/z/y/b.md", func() { w.write("content/z/y/b.md") }},
		{"a watched folder appears", "layouts", func() { w.mkdir("layouts") }},
		{"a file in it", "layouts/page.html", func() { w.write("layouts/page.html") }},
		{"a watched folder goes", "content", func() { os.RemoveAll(filepath.Join(w.base, "content")) }},
		{"and comes back", "content", func() { w.mkdir("content/articles") }},
		{"with a file", "content/articles/c.md", func() { w.write("content/articles/c.md") }},
	}
	for _, step := range steps {
		w.settle()
		step.do()
		w.wantChange(step.what, step.name)
	}
}

// A folder that was moved away is watched no longer, nor are those below it.
func TestForget(t *testing.T) {
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	content := filepath.Join(base, "content")
	for _, folder := range []string{"x/y", "xx"} {
		if err := os.MkdirAll(filepath.Join(content, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	w, err := newWatcher([]string{content}, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	w.handle(fsnotify.Event{Name: filepath.Join(content, "x"), Op: fsnotify.Rename})
	got := w.notify.WatchList()
	slices.Sort(got)
	if want := []string{filepath.Dir(content), content, filepath.Join(content, "xx")}; !slices.Equal(got, want) {
		t.Errorf("watched: %q, want %q", got, want)
	}
}

// TestRenamed knows events that come under the name a folder had before.
func TestRenamed(t *testing.T) {
	dir := t.TempDir()
	for name, want := range map[string]bool{"a.md": false, "was/a.md": true} {
		for _, op := range []fsnotify.Op{fsnotify.Write, fsnotify.Create} {
			if got := renamed(fsnotify.Event{Name: filepath.Join(dir, name), Op: op}); got != want {
				t.Errorf("%s %s: %t", op, name, got)
			}
		}
	}
	if renamed(fsnotify.Event{Name: filepath.Join(dir, "gone", "a.md"), Op: fsnotify.Remove}) {
		t.Error("a file that went with its folder has no other name")
	}
}

// A root that is a link stands for the folder it leads to.
func TestWatchLinkedFolder(t *testing.T) {
	w := watchFolders(t)
	w.mkdir("elsewhere/sub")
	if err := os.Symlink(filepath.Join(w.base, "elsewhere"), filepath.Join(w.base, "layouts")); err != nil {
		t.Fatal(err)
	}
	w.wantChange("the link appears", "layouts")
	w.settle()
	w.write("elsewhere/sub/a.html")
	w.wantChange("a file behind the link", "layouts/sub/a.html")
}

// Of a burst nothing is lost: after the last write a signal comes, and one
// signal holds for many events.
func TestBurst(t *testing.T) {
	dir := t.TempDir()
	w, err := newWatcher(nil, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	w.roots = []root{{dir, "s"}}
	changes := make(chan []string, 1)
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { w.run(ctx, changes) })
	defer running.Wait()
	defer cancel()
	for range 3 {
		for range 100 {
			w.notify.Events <- fsnotify.Event{Name: filepath.Join(dir, "a.md"), Op: fsnotify.Write}
		}
		select {
		case got := <-changes:
			if want := []string{filepath.Join("s", "a.md")}; !slices.Equal(got, want) {
				t.Fatalf("%q changed, want %q", got, want)
			}
		case <-time.After(patience):
			t.Fatal("no signal after a burst")
		}
	}
	w.notify.Errors <- fsnotify.ErrEventOverflow
	for end, all := time.After(patience), false; !all; {
		select {
		case got := <-changes: // what is left of the last burst may come first
			all = got == nil
		case <-end:
			t.Fatal("nobody says after an overflow that anything may have changed")
		}
	}
}

func TestCovers(t *testing.T) {
	w := &watcher{roots: []root{{abs(t, "/home/.hidden/content"), "content"}, {abs(t, "/home/.hidden/layouts"), "../layouts"}}}
	for path, want := range map[string]string{
		"/home/.hidden/content":                   "content",
		"/home/.hidden/content/a.md":              "content/a.md",
		"/home/.hidden/content/articles/x/01.md":  "content/articles/x/01.md",
		"/home/.hidden/layouts/page.html":         "../layouts/page.html",
		"/home/.hidden/content/4913.md":           "content/4913.md",
		"/home/.hidden/public/index.html":         "",
		"/home/.hidden/content2/a.md":             "",
		"/home/.hidden":                           "",
		"/home/.hidden/content/.a.md.swp":         "",
		"/home/.hidden/content/a.swp":             "",
		"/home/.hidden/content/a.md~":             "",
		"/home/.hidden/content/.#a.md":            "",
		"/home/.hidden/content/#a.md#":            "",
		"/home/.hidden/content/4913":              "",
		"/home/.hidden/content/articles/4913":     "",
		"/home/.hidden/content/.git/index":        "",
		"/home/.hidden/content/.DS_Store":         "",
		"/home/.hidden/content/a.tmp":             "",
		"/home/.hidden/content/a.md___jb_tmp___":  "",
		"/home/.hidden/content/a.md___jb_old___":  "",
		"/home/.hidden/content/backup~/really.md": "",
	} {
		if got := filepath.ToSlash(w.covers(abs(t, path))); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

// Nothing is rebuilt for permissions and times.
func TestHandleIgnoresAttributes(t *testing.T) {
	w := &watcher{roots: []root{{abs(t, "/s"), "s"}}}
	name := filepath.Join(abs(t, "/s"), "a.md")
	if w.handle(fsnotify.Event{Name: name, Op: fsnotify.Chmod}) != "" {
		t.Error("a change of attributes counts")
	}
	if w.handle(fsnotify.Event{Name: name, Op: fsnotify.Chmod | fsnotify.Write}) == "" {
		t.Error("a write does not count")
	}
}

// abs makes a path absolute on every system.
func abs(t *testing.T, path string) string {
	t.Helper()
	full, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	return full
}
