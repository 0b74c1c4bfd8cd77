// Package rooted makes sure that reading from a folder on disk, or writing to it, never leaves the
// folder, whatever another process does to it meanwhile: a file that was looked at may be a
// symbolic link when it is opened. It uses os.Root, which opens a path step by step and follows no
// link out of the folder. A link to another file of the folder is followed: it shows nothing that
// is not in the folder anyway.
package rooted

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"
)

// ErrLink says that a name is, or lies behind, a symbolic link that leads out of the folder.
var ErrLink = errors.New("a symbolic link leads out of the folder")

// ErrSpecial says that a name is neither a file's nor a folder's.
var ErrSpecial = errors.New("it is neither a file nor a folder")

// New gives the file system base, but that names in the folder dir are opened and looked at inside
// of that folder. The folder may itself be a link, and may be deleted and made again. A base that
// is no disk (afero.OsFs) has no links and is returned as it is. Errors are base's, with ErrLink or
// ErrSpecial as the cause where that is why. New is for reading, Output for writing.
func New(base afero.Fs, dir string) afero.Fs {
	if _, ok := base.(*afero.OsFs); !ok {
		return base
	}
	return &disk{Fs: base, dir: filepath.Clean(dir)}
}

type disk struct {
	afero.Fs
	dir string
}

// below gives a name relative to the folder; false for the folder itself and for what is not in it.
func (d *disk) below(name string) (string, bool) {
	rel, err := filepath.Rel(d.dir, name)
	return rel, err == nil && rel != "." && filepath.IsLocal(rel)
}

func (d *disk) Open(name string) (afero.File, error) {
	rel, ok := d.below(name)
	if !ok {
		return d.Fs.Open(name)
	}
	root, err := os.OpenRoot(d.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	// Opening a pipe that nobody writes to would wait.
	f, err := root.OpenFile(rel, os.O_RDONLY|nonblock, 0)
	if err != nil {
		return nil, explained(err, root)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: ErrSpecial}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

func (d *disk) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	if flag == os.O_RDONLY {
		return d.Open(name)
	}
	if _, ok := d.below(name); ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.Fs.OpenFile(name, flag, perm)
}

func (d *disk) Stat(name string) (fs.FileInfo, error) {
	rel, ok := d.below(name)
	if !ok {
		return d.Fs.Stat(name)
	}
	root, err := os.OpenRoot(d.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(rel)
	return info, explained(err, root)
}

// explained gives an error ErrLink as its cause if os.Root refused a link. That has no error of its
// own to compare with, but ".." is refused with the same one.
func explained(err error, root *os.Root) error {
	if err == nil {
		return nil
	}
	var outside *fs.PathError
	if _, out := root.Stat(".."); !errors.As(out, &outside) || !errors.Is(err, outside.Err) {
		return err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return &os.LinkError{Op: link.Op, Old: link.Old, New: link.New, Err: ErrLink}
	}
	is, _ := errors.AsType[*fs.PathError](err)
	return &fs.PathError{Op: is.Op, Path: is.Path, Err: ErrLink}
}
