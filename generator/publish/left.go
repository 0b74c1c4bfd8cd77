package publish

import (
	"errors"
	"os"
	"path"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// findLeft adds the folders that earlier publications could not delete to those that may go.
func (p *publication) findLeft() error {
	info, err := p.lstat(leftName)
	if err != nil || info == nil || !info.IsDir() {
		return err
	}
	return p.readNotes("")
}

// readNotes finds the notes below a folder's own place among them. Where there are none it is one
// itself.
func (p *publication) readNotes(folder string) error {
	entries, err := afero.ReadDir(p.fs, p.name(note(folder)))
	if err != nil {
		return p.failed("read", note(folder), err)
	}
	for _, e := range entries {
		f := path.Join(folder, e.Name())
		if !e.IsDir() || record.BadPath(f) != "" {
			continue
		}
		if err := p.readNotes(f); err != nil {
			return err
		}
	}
	if len(entries) > 0 || folder == "" {
		return nil
	}
	for f := range above(folder) {
		p.leftFolders[f] = true
	}
	p.leftFolders[folder], p.left[folder] = true, true
	_, err = p.parent(folder)
	return err
}

// note is the folder that says of another that it is to be deleted.
func note(folder string) string { return path.Join(leftName, folder) }

// pruneFolder deletes a folder of ours if it is empty. One that another program is in stays, with a
// note of it, unless a file of the site needs its place.
func (p *publication) pruneFolder(folder string) error {
	if info := p.parents[folder]; info == nil || !info.IsDir() { // look found no real folder there
		p.dropNote(folder)
		return nil
	}
	empty, err := p.empty(folder)
	if err != nil {
		return err
	}
	if !empty {
		p.dropNote(folder)
		return nil
	}
	t, needed := p.tree, p.site.hasFileAt(folder)
	if p.left[folder] && !needed {
		t.fs = impatient(t.fs) // it was waited for before
	}
	_, err = t.remove(folder)
	switch {
	case err == nil:
		p.dropNote(folder)
		p.leftFolders[folder] = false // a file of the site may take its place
	case !needed && (openElsewhere(err) || errors.Is(err, os.ErrExist)): // or something was put in just now
		p.makeNote(folder)
		err = nil
	}
	return err
}

// makeNote notes that the folder is left. Without a note it stays, and does no harm.
func (p *publication) makeNote(folder string) {
	if p.left[folder] {
		return
	}
	p.left[folder] = true
	for f := range above(note(folder) + "/") {
		if p.mkdir(f, false) != nil {
			return
		}
	}
}

// dropNote deletes the note of a folder, if there is one, and those above it that have no other in
// them.
func (p *publication) dropNote(folder string) {
	if !p.left[folder] {
		return
	}
	delete(p.left, folder)
	for f := note(folder); f != "."; f = path.Dir(f) {
		if empty, err := p.empty(f); err != nil || !empty {
			return
		}
		if _, err := p.remove(f); err != nil {
			return
		}
	}
}
