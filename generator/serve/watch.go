package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// burst is how long changes are gathered after the first. One save is several:
// editors write a new file beside the old one and rename it.
const burst = 15 * time.Millisecond

// watcher reports changes below some folders. The folders' parents are watched
// too, for a folder that comes, or goes and comes back.
type watcher struct {
	notify *fsnotify.Watcher
	roots  []string // absolute and clean
	log    io.Writer
}

// newWatcher begins to watch folders. Changes from here on are kept for run.
func newWatcher(folders []string, log io.Writer) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch for changes: %w", err)
	}
	w := &watcher{notify: notify, log: log}
	for _, folder := range folders {
		if err := w.addRoot(folder); err != nil {
			notify.Close()
			return nil, fmt.Errorf("watch %s: %w", folder, err)
		}
	}
	return w, nil
}

// close ends the watching, and run with it.
func (w *watcher) close() { w.notify.Close() }

// addRoot watches a folder that was asked for, and its parent.
func (w *watcher) addRoot(folder string) error {
	root, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	w.roots = append(w.roots, root)
	if err := w.add(filepath.Dir(root)); err != nil {
		return err
	}
	return w.addTarget(root)
}

// addTarget watches the folder that a root is or, as a link, leads to. It may be
// missing.
func (w *watcher) addTarget(root string) error {
	target, err := filepath.EvalSymlinks(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !slices.Contains(w.roots, target) {
		w.roots = append(w.roots, target)
	}
	return w.addTree(target)
}

// addTree watches a folder and those below it; anything but a folder is passed
// over. Each is watched before it is listed, so that nothing put into it
// meanwhile is missed.
func (w *watcher) addTree(top string) error {
	return filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone already
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case path != top && isTemporary(entry.Name()):
			return filepath.SkipDir
		}
		return w.add(path)
	})
}

// add watches one folder, if it exists.
func (w *watcher) add(folder string) error {
	if err := w.notify.Add(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// run signals on changes after each burst, until ctx ends. The channel holds
// one signal: one that waits there covers whatever comes before it is taken.
func (w *watcher) run(ctx context.Context, changes chan<- struct{}) {
	var end <-chan time.Time
	for {
		seen := false
		select {
		case <-ctx.Done():
			return
		case event, open := <-w.notify.Events:
			if !open {
				return
			}
			seen = w.handle(event)
		case err, open := <-w.notify.Errors:
			if !open {
				return
			}
			seen = w.recover(err)
		case <-end:
			end = nil
			select {
			case changes <- struct{}{}:
			default:
			}
		}
		if seen && end == nil {
			end = time.After(burst)
		}
	}
}

// handle keeps the set of watched folders up to date and reports whether the
// event is a change of the sources.
func (w *watcher) handle(event fsnotify.Event) bool {
	path := filepath.Clean(event.Name)
	if event.Op == fsnotify.Chmod || !w.covers(path) {
		return false
	}
	if event.Has(fsnotify.Rename) || event.Has(fsnotify.Remove) {
		w.forget(path)
	}
	if event.Has(fsnotify.Create) {
		add := w.addTree
		if slices.Contains(w.roots, path) {
			add = w.addTarget
		}
		w.report(path, add(path))
	}
	return true
}

// recover puts the watching right after an error, and reports whether changes
// may have been missed.
func (w *watcher) recover(err error) bool {
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		fmt.Fprintf(w.log, "watch for changes: %v\n", err)
		return false
	}
	for _, root := range slices.Clone(w.roots) {
		w.report(root, w.addTarget(root))
	}
	return true
}

// report says that a folder could not be watched, if err says so.
func (w *watcher) report(folder string, err error) {
	if err != nil {
		fmt.Fprintf(w.log, "changes in %s will not be seen: %v\n", folder, err)
	}
}

// forget ends the watching of a folder that is gone, and of those below it: one
// that was moved away would go on reporting under its old name.
func (w *watcher) forget(gone string) {
	for _, path := range w.notify.WatchList() {
		if path == gone || strings.HasPrefix(path, gone+string(filepath.Separator)) {
			// An error means that the system has ended it already.
			_ = w.notify.Remove(path)
		}
	}
}

// covers reports whether path is in a watched folder, and no temporary file.
func (w *watcher) covers(path string) bool {
	return slices.ContainsFunc(w.roots, func(root string) bool {
		rel, err := filepath.Rel(root, path)
		if err != nil || !filepath.IsLocal(rel) {
			return false
		}
		return rel == "." || !slices.ContainsFunc(strings.Split(rel, string(filepath.Separator)), isTemporary)
	})
}

// isTemporary reports whether a file or folder of this name is none of the
// site's: hidden ones, and those that editors keep beside what is edited.
func isTemporary(name string) bool {
	switch {
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"):
		return true
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // Emacs
		return true
	case name == "4913": // Vim tries whether it may write in the folder
		return true
	case strings.HasSuffix(name, "___jb_tmp___"), strings.HasSuffix(name, "___jb_old___"): // JetBrains
		return true
	}
	switch filepath.Ext(name) {
	case ".swp", ".swo", ".swx", ".tmp":
		return true
	}
	return false
}
