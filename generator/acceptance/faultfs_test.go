package acceptance

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/spf13/afero"
)

// fault is how an operation of a faultFs fails.
type fault struct {
	err     error // nil: writes write half and say so without an error
	lasting bool  // every later operation fails, too
	late    bool  // the operation is done before it fails
}

func (f fault) String() string {
	words := "short write"
	if errno, ok := f.err.(syscall.Errno); ok {
		words = map[syscall.Errno]string{syscall.ENOSPC: "ENOSPC", syscall.EIO: "EIO", syscall.EACCES: "EACCES"}[errno]
	}
	if f.late {
		words += " after it is done"
	}
	if f.lasting {
		return words + " for good"
	}
	return words + " once"
}

// cause is what the message to the user must hold.
func (f fault) cause() string {
	if f.err == nil {
		return "short write"
	}
	return f.err.Error()
}

// faultFs fails its n-th operation, counted from 0; with a short write, its n-th write. A failing write writes half.
type faultFs struct {
	afero.Fs
	n     int
	fault fault

	mu        sync.Mutex
	all       []string // the operations, failed or not
	journaled bool     // the journal was in place before anything failed
	struck    []string // the operations that failed: "write public/index.html"
	names     []string // and their files
}

func (f *faultFs) hit(op, name string) bool {
	if f.fault.err == nil && op != "write" {
		return false
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	hit := len(f.all) == f.n || f.fault.lasting && len(f.all) > f.n
	f.all = append(f.all, op+" "+name)
	if hit {
		f.struck, f.names = append(f.struck, op+" "+name), append(f.names, name)
	}
	return hit
}

func (f *faultFs) do(op, name string, work func() error) error {
	hit := f.hit(op, name)
	if hit && !f.fault.late {
		return &os.PathError{Op: op, Path: name, Err: f.fault.err}
	}
	err := work()
	if hit {
		err = &os.PathError{Op: op, Path: name, Err: f.fault.err}
	}
	return err
}

func (f *faultFs) OpenFile(name string, flag int, mode os.FileMode) (file afero.File, err error) {
	op := "open"
	if flag&os.O_CREATE != 0 {
		op = "create"
	}
	err = f.do(op, name, func() error { file, err = f.Fs.OpenFile(name, flag, mode); return err })
	if err != nil {
		if file != nil {
			file.Close()
		}
		return nil, err
	}
	return &faultFile{file, f}, nil
}
func (f *faultFs) Open(name string) (afero.File, error) { return f.OpenFile(name, os.O_RDONLY, 0) }
func (f *faultFs) Create(name string) (afero.File, error) {
	return f.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}
func (f *faultFs) Mkdir(name string, m os.FileMode) error {
	return f.do("mkdir", name, func() error { return f.Fs.Mkdir(name, m) })
}
func (f *faultFs) MkdirAll(name string, m os.FileMode) error {
	return f.do("mkdir", name, func() error { return f.Fs.MkdirAll(name, m) })
}
func (f *faultFs) Remove(name string) error {
	return f.do("remove", name, func() error { return f.Fs.Remove(name) })
}
func (f *faultFs) RemoveAll(name string) error {
	return f.do("remove", name, func() error { return f.Fs.RemoveAll(name) })
}
func (f *faultFs) Rename(a, b string) error {
	err := f.do("rename", b, func() error { return f.Fs.Rename(a, b) })
	f.journaled = f.journaled || err == nil && filepath.Base(b) == ".dossier-journal"
	return err
}
func (f *faultFs) Chmod(name string, m os.FileMode) error {
	return f.do("chmod", name, func() error { return f.Fs.Chmod(name, m) })
}
func (f *faultFs) Stat(name string) (info os.FileInfo, err error) {
	err = f.do("stat", name, func() error { info, err = f.Fs.Stat(name); return err })
	return info, err
}
func (f *faultFs) LstatIfPossible(name string) (info os.FileInfo, can bool, err error) {
	err = f.do("stat", name, func() error { info, can, err = f.Fs.(afero.Lstater).LstatIfPossible(name); return err })
	return info, can, err
}

type faultFile struct {
	afero.File
	fs *faultFs
}

func (f *faultFile) Write(b []byte) (int, error) {
	if !f.fs.hit("write", f.Name()) {
		return f.File.Write(b)
	}
	n, _ := f.File.Write(b[:len(b)/2])
	if f.fs.fault.err == nil {
		return n, nil
	}
	return n, &os.PathError{Op: "write", Path: f.Name(), Err: f.fs.fault.err}
}
func (f *faultFile) Read(b []byte) (n int, err error) {
	err = f.fs.do("read", f.Name(), func() error { n, err = f.File.Read(b); return err })
	return n, err
}
func (f *faultFile) ReadAt(b []byte, at int64) (n int, err error) {
	err = f.fs.do("read", f.Name(), func() error { n, err = f.File.ReadAt(b, at); return err })
	return n, err
}
func (f *faultFile) Readdirnames(n int) (names []string, err error) {
	err = f.fs.do("readdir", f.Name(), func() error { names, err = f.File.Readdirnames(n); return err })
	return names, err
}
func (f *faultFile) Readdir(n int) (infos []os.FileInfo, err error) {
	err = f.fs.do("readdir", f.Name(), func() error { infos, err = f.File.Readdir(n); return err })
	return infos, err
}

// ReadDir is what io/fs asks for where a file has it.
func (f *faultFile) ReadDir(n int) (entries []fs.DirEntry, err error) {
	infos, err := f.Readdir(n)
	for _, info := range infos {
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	return entries, err
}
func (f *faultFile) Stat() (info os.FileInfo, err error) {
	err = f.fs.do("stat", f.Name(), func() error { info, err = f.File.Stat(); return err })
	return info, err
}
func (f *faultFile) Sync() error { return f.fs.do("sync", f.Name(), func() error { return nil }) }
func (f *faultFile) Close() error {
	hit := f.fs.hit("close", f.Name())
	err := f.File.Close()
	if hit {
		err = fmt.Errorf("close %s: %w", f.Name(), f.fs.fault.err)
	}
	return err
}
