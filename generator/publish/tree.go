package publish

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/afero"

	"dossier/generator/publish/outdir"
)

const (
	fileMode   = 0o644
	folderMode = outdir.Mode
)

// tree is the output folder: every path below is slash-separated and inside it.
type tree struct {
	fs  afero.Fs
	dir string
}

// name is path as the file system knows it; "" is the output folder itself.
func (t tree) name(path string) string {
	switch {
	case path == "":
		return t.dir
	case t.dir == ".":
		return filepath.FromSlash(path)
	case os.IsPathSeparator(t.dir[len(t.dir)-1]): // the root of a disk
		return t.dir + filepath.FromSlash(path)
	}
	return t.dir + string(filepath.Separator) + filepath.FromSlash(path)
}

func (t tree) inTheWay(path, reason string) error {
	return &InTheWayError{Dir: t.dir, Path: path, Reason: reason}
}

func (t tree) replaceable(path, reason string) error {
	return &InTheWayError{Dir: t.dir, Path: path, Reason: reason, Replaceable: true}
}

// failed wraps err with what was attempted.
func (t tree) failed(attempt, path string, err error) error {
	return fmt.Errorf("%s %s: %w", attempt, t.name(path), outdir.Cause(err))
}

// lstat describes what is at path, itself and not what a link points to. It is nil if there is
// nothing.
func (t tree) lstat(path string) (os.FileInfo, error) {
	stat := t.fs.Stat
	if l, can := t.fs.(afero.Lstater); can {
		stat = func(name string) (os.FileInfo, error) {
			info, _, err := l.LstatIfPossible(name)
			return info, err
		}
	}
	info, err := stat(t.name(path))
	if err != nil {
		if outdir.Absent(err) {
			return nil, nil
		}
		return nil, t.failed("look at", path, err)
	}
	return info, nil
}

// holds reports whether the file at path, which is as long as body, has exactly these bytes. It
// reads into chunk.
func (t tree) holds(path string, body, chunk []byte) (bool, error) {
	f, err := t.fs.Open(t.name(path))
	if err != nil {
		return false, t.failed("read", path, err)
	}
	defer f.Close()
	for len(body) > 0 {
		n, err := f.Read(chunk)
		if !bytes.HasPrefix(body, chunk[:n]) {
			return false, nil
		}
		body = body[n:]
		if err == io.EOF {
			break // it has become shorter
		}
		if err != nil {
			return false, t.failed("read", path, err)
		}
	}
	return len(body) == 0, nil
}

// sum hashes the file at path, read through chunk, which may be nil.
func (t tree) sum(path string, chunk []byte) (Sum, error) {
	f, err := t.fs.Open(t.name(path))
	if err != nil {
		return Sum{}, t.failed("read", path, err)
	}
	defer f.Close()
	hash := sha256.New()
	// A file that could write itself to the hash would take a buffer of its own to do it.
	if _, err := io.CopyBuffer(hash, struct{ io.Reader }{f}, chunk); err != nil {
		return Sum{}, t.failed("read", path, err)
	}
	return Sum(hash.Sum(nil)), nil
}

// fill writes and closes f: an open file cannot be renamed everywhere.
func fill(f afero.File, content func(io.Writer) error, durable bool) error {
	err := content(f)
	if err == nil && durable {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// chmod undoes the umask, which would hide a published file from the web server. Disks without
// modes refuse, and do well without.
func (t tree) chmod(name string, mode os.FileMode) { _ = t.fs.Chmod(name, mode) }

// mkdir makes the folder, unless it is there; its parent is. Masked says that the umask hides what
// is made.
func (t tree) mkdir(path string, masked bool) error {
	err := t.fs.Mkdir(t.name(path), folderMode)
	if err == nil {
		if masked {
			t.chmod(t.name(path), folderMode)
		}
		return nil
	}
	info, e := t.lstat(path)
	switch {
	case e != nil:
		return e
	case info != nil && info.IsDir():
		return nil
	}
	return t.failed("make folder", path, err)
}

// remove deletes a file, or an empty folder; it is no error if it is gone already.
func (t tree) remove(path string) (done bool, err error) {
	err = t.fs.Remove(t.name(path))
	if err != nil && !outdir.Absent(err) {
		return false, t.failed("delete", path, err)
	}
	return err == nil, nil
}

// empty reports whether the folder is there and has nothing in it. Not every afero.Fs refuses to
// remove a full one.
func (t tree) empty(folder string) (bool, error) {
	f, err := t.fs.Open(t.name(folder))
	if err != nil {
		if outdir.Absent(err) {
			return false, nil
		}
		return false, t.failed("read", folder, err)
	}
	defer f.Close()
	names, err := f.Readdirnames(1)
	if err != nil && err != io.EOF {
		return false, t.failed("read", folder, err)
	}
	return len(names) == 0, nil
}
