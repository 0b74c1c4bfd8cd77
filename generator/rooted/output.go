package rooted

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/afero"
)

// Output gives the file system base, but that writing, renaming and deleting under names in the
// folder dir stays inside of that folder, whatever links are put into it meanwhile. Reading is
// base's own. The folder may itself be a link, and need not exist yet. A base that is no disk
// (afero.OsFs) is returned as it is. Errors are as those of New.
func Output(base afero.Fs, dir string) afero.Fs {
	if _, ok := base.(*afero.OsFs); !ok {
		return base
	}
	return &output{disk: disk{Fs: base, dir: filepath.Clean(dir)}}
}

type output struct {
	disk
	making makingIn
}

// within calls inside for a name that is in the folder, and base for any other.
func (o *output) within(name string, inside func(root *os.Root, rel string) error, base func() error) error {
	rel, ok := o.below(name)
	if !ok {
		return base()
	}
	root, err := os.OpenRoot(o.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	return explained(inside(root, rel), root)
}

func (o *output) Open(name string) (afero.File, error) { return o.Fs.Open(name) }

func (o *output) Stat(name string) (fs.FileInfo, error) { return o.Fs.Stat(name) }

func (o *output) LstatIfPossible(name string) (fs.FileInfo, bool, error) {
	return o.Fs.(afero.Lstater).LstatIfPossible(name)
}

func (o *output) Create(name string) (afero.File, error) {
	return o.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

func (o *output) OpenFile(name string, flag int, perm fs.FileMode) (f afero.File, err error) {
	if flag == os.O_RDONLY {
		return o.Fs.Open(name)
	}
	if rel, ok := o.below(name); ok && flag&(os.O_CREATE|os.O_EXCL) == os.O_CREATE|os.O_EXCL {
		return o.make(rel, flag, perm)
	}
	err = o.within(name, func(root *os.Root, rel string) error {
		opened, err := root.OpenFile(rel, flag, perm)
		if err == nil { // else f would be a nil file, and not nil
			f = opened
		}
		return err
	}, func() (err error) { f, err = o.Fs.OpenFile(name, flag, perm); return err })
	return f, err
}

func (o *output) Mkdir(name string, perm fs.FileMode) error {
	return o.within(name,
		func(root *os.Root, rel string) error { return root.Mkdir(rel, perm) },
		func() error { return o.Fs.Mkdir(name, perm) })
}

func (o *output) MkdirAll(name string, perm fs.FileMode) error {
	return o.within(name,
		func(root *os.Root, rel string) error { return root.MkdirAll(rel, perm) },
		func() error { return o.Fs.MkdirAll(name, perm) })
}

func (o *output) Remove(name string) error {
	o.making.forget()
	return o.within(name,
		func(root *os.Root, rel string) error { return root.Remove(rel) },
		func() error { return o.Fs.Remove(name) })
}

func (o *output) RemoveAll(name string) error {
	o.making.forget()
	return o.within(name,
		func(root *os.Root, rel string) error { return root.RemoveAll(rel) },
		func() error { return o.Fs.RemoveAll(name) })
}

func (o *output) Chmod(name string, mode fs.FileMode) error {
	return o.within(name,
		func(root *os.Root, rel string) error { return root.Chmod(rel, mode) },
		func() error { return o.Fs.Chmod(name, mode) })
}

// Rename takes two names in the folder, or two that are not in it.
func (o *output) Rename(from, to string) error {
	o.making.forget()
	target, ok := o.below(to)
	if _, inside := o.below(from); inside != ok {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: fs.ErrInvalid}
	}
	return o.within(from,
		func(root *os.Root, rel string) error { return root.Rename(rel, target) },
		func() error { return o.Fs.Rename(from, to) })
}
