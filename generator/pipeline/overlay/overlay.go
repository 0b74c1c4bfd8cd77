// Package overlay lays texts that are not saved yet over a file system: an
// editor's program has them in its windows, and a build is to read them instead
// of what is on the disk.
//
// It is for reading only. One goroutine at a time changes texts, and none
// while others read.
package overlay

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/afero"
)

// FS is a file system with texts laid over it.
type FS struct {
	afero.Fs                  // refuses to be written to
	texts    map[string]*text // by clean path
	folders  map[string]map[string]fs.FileInfo
	changes  int
}

// text is what stands in place of a file.
type text struct {
	name    string
	body    []byte
	version int
}

// New gives a file system that reads as base does until texts are laid over it.
func New(base afero.Fs) *FS {
	return &FS{Fs: afero.NewReadOnlyFs(base), texts: map[string]*text{}}
}

// Lay lays a text over a file, which need not exist; its folder must, or is made
// to appear. The text must not be changed any more.
func (f *FS) Lay(name string, body []byte) {
	f.changes++
	name = filepath.Clean(name)
	f.texts[name] = &text{filepath.Base(name), body, f.changes}
	f.list()
}

// Lift takes a text away, so that the file itself is read again.
func (f *FS) Lift(name string) {
	delete(f.texts, filepath.Clean(name))
	f.list()
}

// Open opens a text, or a file or folder of the base. A folder's list has the
// texts in it, too.
func (f *FS) Open(name string) (afero.File, error) {
	if t, ok := f.texts[filepath.Clean(name)]; ok {
		return &file{Reader: bytes.NewReader(t.body), text: t}, nil
	}
	base, err := f.Fs.Open(name)
	if laid := f.in(name); len(laid) > 0 && (err == nil || errors.Is(err, fs.ErrNotExist)) {
		return &folder{File: base, name: name, laid: laid}, nil
	}
	return base, err
}

// OpenFile is Open; it refuses to write.
func (f *FS) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	if flag == os.O_RDONLY {
		return f.Open(name)
	}
	return f.Fs.OpenFile(name, flag, perm)
}

// Stat looks at a text, or at a file or folder of the base.
func (f *FS) Stat(name string) (fs.FileInfo, error) {
	if t, ok := f.texts[filepath.Clean(name)]; ok {
		return t, nil
	}
	info, err := f.Fs.Stat(name)
	if errors.Is(err, fs.ErrNotExist) && len(f.in(name)) > 0 {
		return appeared(filepath.Base(name)), nil
	}
	return info, err
}

// list notes which texts, and folders of texts, lie in which folder.
func (f *FS) list() {
	f.folders = map[string]map[string]fs.FileInfo{}
	for name, t := range f.texts {
		var info fs.FileInfo = t
		for dir := filepath.Dir(name); dir != name; name, dir = dir, filepath.Dir(dir) {
			if f.folders[dir] == nil {
				f.folders[dir] = map[string]fs.FileInfo{}
			}
			f.folders[dir][info.Name()] = info
			info = appeared(filepath.Base(dir))
		}
	}
}

// in are the texts and folders of texts that lie directly in a folder, by name.
func (f *FS) in(dir string) map[string]fs.FileInfo { return f.folders[filepath.Clean(dir)] }

// A text as a fs.FileInfo. Its time tells it from every other text of the file.
func (t *text) Name() string       { return t.name }
func (t *text) Size() int64        { return int64(len(t.body)) }
func (t *text) Mode() fs.FileMode  { return 0o444 }
func (t *text) ModTime() time.Time { return time.Unix(0, int64(t.version)) }
func (t *text) IsDir() bool        { return false }
func (t *text) Sys() any           { return nil }

// appeared is a folder that is on no disk yet.
type appeared string

func (a appeared) Name() string       { return string(a) }
func (a appeared) Size() int64        { return 0 }
func (a appeared) Mode() fs.FileMode  { return fs.ModeDir | 0o555 }
func (a appeared) ModTime() time.Time { return time.Time{} }
func (a appeared) IsDir() bool        { return true }
func (a appeared) Sys() any           { return nil }

// file is an opened text.
type file struct {
	*bytes.Reader
	*text
}

var errReadOnly = errors.New("a text of an editor is for reading only")

func (f *file) Close() error                       { return nil }
func (f *file) Stat() (fs.FileInfo, error)         { return f.text, nil }
func (f *file) Size() int64                        { return f.text.Size() }
func (f *file) Sync() error                        { return nil }
func (f *file) Readdir(int) ([]fs.FileInfo, error) { return nil, fs.ErrInvalid }
func (f *file) Readdirnames(int) ([]string, error) { return nil, fs.ErrInvalid }
func (f *file) Truncate(int64) error               { return errReadOnly }
func (f *file) Write([]byte) (int, error)          { return 0, errReadOnly }
func (f *file) WriteAt([]byte, int64) (int, error) { return 0, errReadOnly }
func (f *file) WriteString(string) (int, error)    { return 0, errReadOnly }

// folder is an opened folder with texts in it. File is nil of one that is on no
// disk yet.
type folder struct {
	afero.File
	name string
	laid map[string]fs.FileInfo
}

func (d *folder) Name() string { return d.name }

func (d *folder) Close() error {
	if d.File == nil {
		return nil
	}
	return d.File.Close()
}

func (d *folder) Stat() (fs.FileInfo, error) {
	if d.File == nil {
		return appeared(filepath.Base(d.name)), nil
	}
	return d.File.Stat()
}

// Readdir lists all of the folder, whatever the count.
func (d *folder) Readdir(int) ([]fs.FileInfo, error) {
	entries, err := d.ReadDir(-1)
	infos := make([]fs.FileInfo, 0, len(entries))
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	return infos, err
}

// ReadDir is Readdir without a look at each file of the disk.
func (d *folder) ReadDir(int) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	if d.File != nil {
		found, err := readDir(d.File)
		if err != nil {
			return nil, err
		}
		all = slices.DeleteFunc(found, func(e fs.DirEntry) bool { _, ok := d.laid[e.Name()]; return ok && !e.IsDir() })
	}
	for name, info := range d.laid {
		if !slices.ContainsFunc(all, func(e fs.DirEntry) bool { return e.Name() == name }) {
			all = append(all, fs.FileInfoToDirEntry(info))
		}
	}
	return all, nil
}

func readDir(f afero.File) ([]fs.DirEntry, error) {
	if d, ok := f.(fs.ReadDirFile); ok {
		return d.ReadDir(-1)
	}
	infos, err := f.Readdir(-1)
	var all []fs.DirEntry
	for _, info := range infos {
		all = append(all, fs.FileInfoToDirEntry(info))
	}
	return all, err
}
