package serve

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watched is a folder whose changes arrive on a channel.
type watched struct {
	t       *testing.T
	base    string // holds the watched folders "content" and "layouts"
	changes chan struct{}
}

func watchFolders(t *testing.T) *watched {
	t.Helper()
	base, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &watched{t: t, base: base, changes: make(chan struct{}, 1)}
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

func (w *watched) wantChange(what string) {
	w.t.Helper()
	select {
	case <-w.changes:
	case <-time.After(patience):
		w.t.Fatalf("%s: no change was seen", what)
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
		what string
		do   func()
	}{
		{"a file in a subfolder", func() { w.write("content/articles/a.md") }},
		{"the same again", func() { w.write("content/articles/a.md") }},
		{"a file removed", func() { os.Remove(filepath.Join(w.base, "content/articles/a.md")) }},
		{"new folders", func() { w.mkdir("content/articles/x/y") }},
		{"a file in a new folder", func() { w.write("content/articles/x/y/b.md") }},
		{"a folder renamed", func() {
			os.Rename(filepath.Join(w.base, "content/articles/x"), filepath.Join(w.base, "content/z"))
		}},
		{"a file in the renamed folder", func() { w.write("content/z/y/b.md") }},
		{"a watched folder appears", func() { w.mkdir("layouts") }},
		{"a file in it", func() { w.write("layouts/page.html") }},
		{"a watched folder goes", func() { os.RemoveAll(filepath.Join(w.base, "content")) }},
		{"and comes back", func() { w.mkdir("content/articles") }},
		{"with a file", func() { w.write("content/articles/c.md") }},
	}
	for _, step := range steps {
		w.settle()
		step.do()
		w.wantChange(step.what)
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

// A root that is a link stands for the folder it leads to.
func TestWatchLinkedFolder(t *testing.T) {
	w := watchFolders(t)
	w.mkdir("elsewhere/sub")
	if err := os.Symlink(filepath.Join(w.base, "elsewhere"), filepath.Join(w.base, "layouts")); err != nil {
		t.Fatal(err)
	}
	w.wantChange("the link appears")
	w.settle()
	w.write("elsewhere/sub/a.html")
	w.wantChange("a file behind the link")
}

// Of a burst nothing is lost: after the last write a signal comes, and one
// signal holds for many events.
func TestBurst(t *testing.T) {
	w := &watcher{notify: &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error)}, roots: []string{abs(t, "/s")}}
	changes := make(chan struct{}, 1)
	ctx, cancel := context.WithCancel(t.Context())
	var running sync.WaitGroup
	running.Go(func() { w.run(ctx, changes) })
	defer running.Wait()
	defer cancel()
	for range 3 {
		for range 100 {
			w.notify.Events <- fsnotify.Event{Name: filepath.Join(abs(t, "/s"), "a.md"), Op: fsnotify.Write}
		}
		select {
		case <-changes:
		case <-time.After(patience):
			t.Fatal("no signal after a burst")
		}
	}
	w.notify.Errors <- fsnotify.ErrEventOverflow
	select {
	case <-changes:
	case <-time.After(patience):
		t.Fatal("no signal after an overflow")
	}
}

func TestCovers(t *testing.T) {
	w := &watcher{roots: []string{abs(t, "/home/.hidden/content"), abs(t, "/home/.hidden/layouts")}}
	for path, want := range map[string]bool{
		"/home/.hidden/content":                   true,
		"/home/.hidden/content/a.md":              true,
		"/home/.hidden/content/articles/x/01.md":  true,
		"/home/.hidden/layouts/page.html":         true,
		"/home/.hidden/content/4913.md":           true,
		"/home/.hidden/public/index.html":         false,
		"/home/.hidden/content2/a.md":             false,
		"/home/.hidden":                           false,
		"/home/.hidden/content/.a.md.swp":         false,
		"/home/.hidden/content/a.swp":             false,
		"/home/.hidden/content/a.md~":             false,
		"/home/.hidden/content/.#a.md":            false,
		"/home/.hidden/content/#a.md#":            false,
		"/home/.hidden/content/4913":              false,
		"/home/.hidden/content/articles/4913":     false,
		"/home/.hidden/content/.git/index":        false,
		"/home/.hidden/content/.DS_Store":         false,
		"/home/.hidden/content/a.tmp":             false,
		"/home/.hidden/content/a.md___jb_tmp___":  false,
		"/home/.hidden/content/a.md___jb_old___":  false,
		"/home/.hidden/content/backup~/really.md": false,
	} {
		if got := w.covers(abs(t, path)); got != want {
			t.Errorf("%s: %t, want %t", path, got, want)
		}
	}
}

// Nothing is rebuilt for permissions and times.
func TestHandleIgnoresAttributes(t *testing.T) {
	w := &watcher{roots: []string{abs(t, "/s")}}
	name := filepath.Join(abs(t, "/s"), "a.md")
	if w.handle(fsnotify.Event{Name: name, Op: fsnotify.Chmod}) {
		t.Error("a change of attributes counts")
	}
	if !w.handle(fsnotify.Event{Name: name, Op: fsnotify.Chmod | fsnotify.Write}) {
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
