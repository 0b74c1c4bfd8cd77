package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"dossier/generator/diag"
	"dossier/generator/foreign"
)

// burst is how long changes are gathered after the first. One save makes several:
// editors write a new file beside the old one and rename it. What comes later makes another
// build, so that this is only to spare one, and it is a third of what a save takes to show.
const burst = 3 * time.Millisecond

// watcher reports changes below some folders. Their parents are watched, too, to
// notice when such a folder is made, or deleted and made again.
type watcher struct {
	notify *fsnotify.Watcher
	roots  []root
	log    io.Writer
}

// root is a watched folder.
type root struct {
	path string // absolute and clean
	name string // as it was asked for; of a folder that a link leads to, the link's
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
	path, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	r := root{path, folder}
	w.roots = append(w.roots, r)
	if err := w.add(filepath.Dir(path)); err != nil {
		return err
	}
	return w.addTarget(r)
}

// addTarget watches the folder that a root is or, as a link, leads to. It may be
// missing.
func (w *watcher) addTarget(r root) error {
	target, err := filepath.EvalSymlinks(r.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if w.rootAt(target) == nil {
		w.roots = append(w.roots, root{target, r.name})
	}
	return w.addTree(target)
}

// rootAt is the root at a path; nil when there is none.
func (w *watcher) rootAt(path string) *root {
	i := slices.IndexFunc(w.roots, func(r root) bool { return r.path == path })
	if i < 0 {
		return nil
	}
	return &w.roots[i]
}

// addTree watches a folder and those below it; anything but a folder is
// ignored. Each is watched before it is listed, so that a file put into it
// meanwhile is not missed.
func (w *watcher) addTree(top string) error {
	return filepath.WalkDir(top, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil // gone already
		case err != nil:
			return err
		case !entry.IsDir():
			return nil
		case path != top && foreign.Is(entry.Name()):
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

// run sends after each burst, until ctx ends, which files and folders changed,
// named below the folder that was asked for; nil means that anything may have.
// The channel changes holds one message: one that nobody has taken yet is taken
// back and sent together with the next.
func (w *watcher) run(ctx context.Context, changes chan []string) {
	var end <-chan time.Time
	var seen pending
	for {
		select {
		case <-ctx.Done():
			return
		case event, open := <-w.notify.Events:
			if !open {
				return
			}
			seen.all = seen.all || renamed(event)
			seen.add(w.handle(event))
		case err, open := <-w.notify.Errors:
			if !open {
				return
			}
			if w.recover(err) {
				seen.all = true
			}
		case <-end:
			end = nil
			select {
			case before := <-changes:
				seen.add(before...)
				seen.all = seen.all || before == nil
			default:
			}
			changes <- seen.take() // nobody else sends
		}
		if !seen.empty() && end == nil {
			end = time.After(burst)
		}
	}
}

// pending collects what changed in a burst.
type pending struct {
	names map[string]bool
	all   bool // anything may have
}

func (p *pending) empty() bool { return len(p.names) == 0 && !p.all }

func (p *pending) add(names ...string) {
	if p.names == nil {
		p.names = map[string]bool{}
	}
	for _, name := range names {
		if name != "" {
			p.names[name] = true
		}
	}
}

// take gives the names in order, or nil for anything, and begins anew.
func (p *pending) take() []string {
	names := slices.Sorted(maps.Keys(p.names))
	if p.all {
		names = nil
	}
	*p = pending{}
	return names
}

// handle keeps the set of watched folders up to date and gives the name of the
// source that changed; "" when the event is about none.
func (w *watcher) handle(event fsnotify.Event) string {
	path := filepath.Clean(event.Name)
	name := w.covers(path)
	if event.Op == fsnotify.Chmod || name == "" {
		return ""
	}
	if event.Has(fsnotify.Rename) || event.Has(fsnotify.Remove) {
		w.forget(path)
	}
	if event.Has(fsnotify.Create) {
		if r := w.rootAt(path); r != nil {
			w.report(path, w.addTarget(*r))
		} else {
			w.report(path, w.addTree(path))
		}
	}
	return name
}

// renamed reports an event in a folder whose name no longer exists: Windows goes
// on watching a folder that was renamed, and reports events under its old name.
func renamed(event fsnotify.Event) bool {
	if !event.Has(fsnotify.Create) && !event.Has(fsnotify.Write) {
		return false
	}
	_, err := os.Lstat(filepath.Dir(event.Name))
	return errors.Is(err, fs.ErrNotExist)
}

// recover watches all folders again after events were lost, and reports whether
// changes may have been missed.
func (w *watcher) recover(err error) bool {
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		_ = diag.Say(w.log, "watch for changes: %v", err)
		return false
	}
	for _, r := range slices.Clone(w.roots) {
		w.report(r.path, w.addTarget(r))
	}
	return true
}

// report says that a folder could not be watched, if err says so.
func (w *watcher) report(folder string, err error) {
	if err != nil {
		_ = diag.Say(w.log, "changes in %s will not be seen: %v", folder, err)
	}
}

// forget stops watching a folder that is gone, and those below it: one that was
// moved away would go on reporting under its old name.
func (w *watcher) forget(gone string) {
	for _, path := range w.notify.WatchList() {
		if path == gone || strings.HasPrefix(path, gone+string(filepath.Separator)) {
			// An error means that the system has stopped already.
			_ = w.notify.Remove(path)
		}
	}
}

// covers gives the name of a path, below the watched folder that it is in; "" when
// it is in none or belongs to another program.
func (w *watcher) covers(path string) string {
	for _, r := range w.roots {
		rel, err := filepath.Rel(r.path, path)
		if err != nil || !filepath.IsLocal(rel) {
			continue
		}
		if rel == "." || !slices.ContainsFunc(strings.Split(rel, string(filepath.Separator)), foreign.Is) {
			return filepath.Join(r.name, rel)
		}
	}
	return ""
}
