// Package staged changes several files of a folder as one: every new text is on the disk
// before the first file is touched, and when a step fails those before it are undone, so
// that the folder is as it was. Where even that fails, the error names each file that is
// not.
//
// The texts wait in a folder of their own inside of the folder, whose name begins with a
// dot: it is on the same disk, so that moving a file is one step, and no reader of
// content looks into it.
package staged

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/afero"
)

// waiting is the folder of texts that are not in their places yet, and of those whose
// places they take.
const waiting = ".dossier-edit"

// Move is from one path below the folder to another, of a file or of a folder.
type Move struct{ From, To string }

// Text is what a file holds after the moves, and what it held before.
type Text struct {
	File          string
	Before, After []byte
}

// Apply moves files and then gives others their texts. Paths are below dir, with slashes.
// The error says that nothing was changed, or what was.
func Apply(fsys afero.Fs, dir string, moves []Move, texts []Text) error {
	a := &applied{fs: fsys, dir: dir}
	err := a.all(moves, texts)
	held := filepath.ToSlash(a.path(waiting))
	if err == nil {
		if err = a.fs.RemoveAll(a.path(waiting)); err != nil {
			err = fmt.Errorf("all was changed, but %s is left over and of no more use; delete it: %w", held, err)
		}
		return err
	}
	if left := a.undo(); len(left) > 0 {
		return fmt.Errorf("%w; these could not be put back: %s; what is in %s belongs there, too", err, strings.Join(left, "; "), held)
	}
	if a.began {
		if gone := a.fs.RemoveAll(a.path(waiting)); gone != nil {
			return fmt.Errorf("%w; nothing was changed, but %s is left over; delete it", err, held)
		}
	}
	return fmt.Errorf("%w; nothing was changed", err)
}

// applied is what has been done so far.
type applied struct {
	fs    afero.Fs
	dir   string
	began bool   // the folder of texts that wait is ours
	done  []Move // whole paths
	made  []string
}

func (a *applied) path(file string) string { return filepath.Join(a.dir, filepath.FromSlash(file)) }

func (a *applied) all(moves []Move, texts []Text) error {
	if _, err := a.fs.Stat(a.path(waiting)); !errors.Is(err, fs.ErrNotExist) {
		if err != nil {
			return err
		}
		return fmt.Errorf("%s is there: another program is editing these files, or one was killed; when it is of no more use, delete it", filepath.ToSlash(a.path(waiting)))
	}
	a.began = true
	if err := a.fs.Mkdir(a.path(waiting), 0o755); err != nil {
		return err
	}
	origin := func(file string) string {
		for _, m := range moves {
			if rest, ok := strings.CutPrefix(file, m.To); ok && (rest == "" || rest[0] == '/') {
				return m.From + rest
			}
		}
		return file
	}
	for i, t := range texts {
		if err := a.stage(strconv.Itoa(i), origin(t.File), t); err != nil {
			return err
		}
	}
	for _, m := range moves {
		if _, err := a.fs.Stat(a.path(m.To)); err == nil {
			return fmt.Errorf("%s is there already", filepath.ToSlash(a.path(m.To)))
		}
		if err := a.makeFolder(filepath.Dir(a.path(m.To))); err != nil {
			return err
		}
		if err := a.move(a.path(m.From), a.path(m.To)); err != nil {
			return err
		}
	}
	for i, t := range texts {
		held := filepath.Join(a.path(waiting), strconv.Itoa(i))
		if err := a.move(a.path(t.File), held+".before"); err != nil {
			return err
		}
		if err := a.move(held, a.path(t.File)); err != nil {
			return err
		}
	}
	return nil
}

// stage writes the new text of a file beside the others, with the file's permissions; the
// file must still hold what it held when the text was made.
func (a *applied) stage(name, file string, t Text) error {
	is, err := afero.ReadFile(a.fs, a.path(file))
	if err != nil {
		return err
	}
	if !bytes.Equal(is, t.Before) {
		return fmt.Errorf("%s has changed meanwhile", filepath.ToSlash(a.path(file)))
	}
	info, err := a.fs.Stat(a.path(file))
	if err != nil {
		return err
	}
	held := filepath.Join(a.path(waiting), name)
	if err := afero.WriteFile(a.fs, held, t.After, info.Mode().Perm()); err != nil {
		return err
	}
	return a.fs.Chmod(held, info.Mode().Perm())
}

// makeFolder makes a folder if it is missing; its parent is there.
func (a *applied) makeFolder(dir string) error {
	if _, err := a.fs.Stat(dir); err == nil {
		return nil
	}
	a.made = append(a.made, dir)
	return a.fs.Mkdir(dir, 0o755)
}

func (a *applied) move(from, to string) error {
	err := a.fs.Rename(from, to)
	if err != nil {
		if a.isThere(from) {
			return err
		}
	}
	a.done = append(a.done, Move{from, to}) // done, even if it was said to have failed
	return err
}

// undo undoes all moves, the last first, and says which it could not.
func (a *applied) undo() (left []string) {
	for i := len(a.done) - 1; i >= 0; i-- {
		m := a.done[i]
		if err := a.fs.Rename(m.To, m.From); err != nil && a.isThere(m.To) {
			left = append(left, fmt.Sprintf("%s, now %s", filepath.ToSlash(m.From), filepath.ToSlash(m.To)))
		}
	}
	for i := len(a.made) - 1; i >= 0 && len(left) == 0; i-- {
		_ = a.fs.Remove(a.made[i])
	}
	return left
}

// isThere reports a file or folder; so it does when that cannot be found out.
func (a *applied) isThere(name string) bool {
	_, err := a.fs.Stat(name)
	return !errors.Is(err, fs.ErrNotExist)
}
