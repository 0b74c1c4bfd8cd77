//go:build unix

package serve

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/fsnotify/fsnotify"
)

// TestWatchImpossible has a folder that is a link to itself: nothing is served that could not be
// followed.
func TestWatchImpossible(t *testing.T) {
	loop := filepath.Join(t.TempDir(), "loop")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	err := Run(t.Context(), Config{Addr: "127.0.0.1:0", Watch: []string{loop}, Log: io.Discard}, nil)
	if err == nil || !strings.HasPrefix(err.Error(), "watch "+loop+": ") {
		t.Errorf("Run: %v", err)
	}
}

// TestRecover loses events: every folder is watched again, and what cannot be is said.
func TestRecover(t *testing.T) {
	dir := t.TempDir()
	root, log := filepath.Join(dir, "content"), &buffer{}
	w, err := newWatcher([]string{root}, log)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	if w.recover(errors.New("odd")) || !strings.Contains(log.String(), "watch for changes: odd") {
		t.Errorf("an error that loses nothing: %s", log)
	}
	below := filepath.Join(root, "articles", "a")
	if err := os.MkdirAll(below, 0o755); err != nil {
		t.Fatal(err)
	}
	if !w.recover(fsnotify.ErrEventOverflow) || !slices.Contains(w.notify.WatchList(), below) {
		t.Errorf("after lost events %v is watched", w.notify.WatchList())
	}
	if err := os.RemoveAll(root); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(root, root); err != nil {
		t.Fatal(err)
	}
	if !w.recover(fsnotify.ErrEventOverflow) || !strings.Contains(log.String(), "changes in "+root+" will not be seen: ") {
		t.Errorf("a folder that cannot be watched: %s", log)
	}
}

func TestSendTypes(t *testing.T) {
	for name, want := range map[string]string{
		"a.HTML": "text/html; charset=utf-8", "a.mjs": "text/javascript; charset=utf-8", "a.jpeg": "image/jpeg", "a": "application/octet-stream", "a.svg": "image/svg+xml",
	} {
		if got := contentType(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
