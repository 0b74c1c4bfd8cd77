package publish

import (
	"errors"
	"os"
	"path"
	"slices"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// emptied are the folders that may be left empty, and then go: those above a path that was ours and is
// no longer.
type emptied struct {
	folders
	site  site
	may   map[string]bool
	noted map[string]bool // those of them that could not be deleted, with a note of that
}

// add adds a folder.
func (l *emptied) add(folder string) error {
	l.may[folder] = true
	_, err := l.find(folder)
	return err
}

// findLeft adds the folders that earlier publications could not delete to those that may go.
func (l *emptied) findLeft() error {
	info, err := l.lstat(leftName)
	if err != nil || info == nil || !info.IsDir() {
		return err
	}
	return l.readNotes("")
}

// readNotes finds the notes below a folder's own place among them. Where there are none it is one
// itself.
func (l *emptied) readNotes(folder string) error {
	entries, err := afero.ReadDir(l.fs, l.name(note(folder)))
	if err != nil {
		return l.failed("read", note(folder), err)
	}
	for _, e := range entries {
		f := path.Join(folder, e.Name())
		if !e.IsDir() || record.BadPath(f) != "" {
			continue
		}
		if err := l.readNotes(f); err != nil {
			return err
		}
	}
	if len(entries) > 0 || folder == "" {
		return nil
	}
	l.noted[folder] = true
	for f := range above(folder + "/") {
		if err := l.add(f); err != nil {
			return err
		}
	}
	return nil
}

// note is the folder that says of another that it is to be deleted.
func note(folder string) string { return path.Join(leftName, folder) }

// prune deletes those folders that are empty, innermost first.
func (l *emptied) prune() error {
	var folders []string
	for f, may := range l.may {
		if may {
			folders = append(folders, f)
		}
	}
	slices.Sort(folders)
	for _, f := range slices.Backward(folders) {
		if err := l.pruneFolder(f); err != nil {
			return err
		}
	}
	return nil
}

// pruneFolder deletes a folder of ours if it is empty. One that another program is in stays, with a
// note of it, unless a file of the site needs its place.
func (l *emptied) pruneFolder(folder string) error {
	if !l.isFolder(folder) {
		l.dropNote(folder)
		return nil
	}
	empty, err := l.empty(folder)
	if err != nil {
		return err
	}
	if !empty {
		l.dropNote(folder)
		return nil
	}
	t, needed := l.tree, l.site.hasFileAt(folder)
	if l.noted[folder] && !needed {
		t.fs = impatient(t.fs) // it was waited for before
	}
	_, err = t.remove(folder)
	switch {
	case err == nil:
		l.dropNote(folder)
		l.may[folder] = false // a file of the site may take its place
	case !needed && (openElsewhere(err) || errors.Is(err, os.ErrExist)): // or something was put in just now
		l.makeNote(folder)
		err = nil
	}
	return err
}

// makeNote notes that the folder is left. Without a note it stays, and does no harm.
func (l *emptied) makeNote(folder string) {
	if l.noted[folder] {
		return
	}
	l.noted[folder] = true
	for f := range above(note(folder) + "/") {
		if l.mkdir(f, false) != nil {
			return
		}
	}
}

// dropNote deletes the note of a folder, if there is one, and those above it that have no other in
// them.
func (l *emptied) dropNote(folder string) {
	if !l.noted[folder] {
		return
	}
	delete(l.noted, folder)
	for f := note(folder); f != "."; f = path.Dir(f) {
		if empty, err := l.empty(f); err != nil || !empty {
			return
		}
		if _, err := l.remove(f); err != nil {
			return
		}
	}
}
