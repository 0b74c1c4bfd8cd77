package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/afero"
)

const (
	fileMode   = 0o644
	folderMode = 0o755
)

// tree is the output folder: every path below is slash-separated and inside it.
type tree struct {
	fs  afero.Fs
	dir string
}

func (t tree) name(path string) string { return filepath.Join(t.dir, filepath.FromSlash(path)) }

func (t tree) inTheWay(path, reason string) error {
	return &InTheWayError{Dir: t.dir, Path: path, Reason: reason}
}

// failed wraps err with what was attempted. The operating system's own wrapping is dropped: it names the temporary file
// and repeats the path.
func (t tree) failed(attempt, path string, err error) error {
	switch e := err.(type) {
	case *os.PathError:
		err = e.Err
	case *os.LinkError:
		err = e.Err
	}
	return fmt.Errorf("%s %s: %w", attempt, t.name(path), err)
}

// absent reports whether err says that there is nothing; a file where a parent folder should be says so, too.
func absent(err error) bool { return errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

// lstat describes what is at path, itself and not what a link points to. It is nil if there is nothing.
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
		if absent(err) {
			return nil, nil
		}
		return nil, t.failed("look at", path, err)
	}
	return info, nil
}

// holds reports whether the file at path has exactly these bytes.
func (t tree) holds(path string, body []byte) (bool, error) {
	f, err := t.fs.Open(t.name(path))
	if err != nil {
		return false, t.failed("read", path, err)
	}
	defer f.Close()
	buf := make([]byte, min(len(body)+1, 32<<10))
	for {
		n, err := f.Read(buf)
		if !bytes.HasPrefix(body, buf[:n]) {
			return false, nil
		}
		body = body[n:]
		if err == io.EOF {
			return len(body) == 0, nil
		}
		if err != nil {
			return false, t.failed("read", path, err)
		}
	}
}

func (t tree) sum(path string) (Sum, error) {
	f, err := t.fs.Open(t.name(path))
	if err != nil {
		return Sum{}, t.failed("read", path, err)
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return Sum{}, t.failed("read", path, err)
	}
	return Sum(hash.Sum(nil)), nil
}

// write makes body appear at path as a whole. A durable file is on disk before its name is.
func (t tree) write(path string, body []byte, durable bool) error {
	temp := t.name(tempOf(path))
	f, err := t.fs.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return t.failed("write", path, err)
	}
	err = fill(f, body, durable)
	if err == nil {
		t.chmod(temp, fileMode)
		err = t.fs.Rename(temp, t.name(path))
	}
	if err != nil {
		// The first error is the one to tell; what stays here is in the journal.
		_ = t.fs.Remove(temp)
		return t.failed("write", path, err)
	}
	return nil
}

// fill writes and closes f: an open file cannot be renamed everywhere.
func fill(f afero.File, body []byte, durable bool) error {
	n, err := f.Write(body)
	if err == nil && n < len(body) {
		err = io.ErrShortWrite
	}
	if err == nil && durable {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// chmod undoes the umask, which would hide a published file from the web server. Disks without modes refuse, and do well
// without.
func (t tree) chmod(name string, mode os.FileMode) { _ = t.fs.Chmod(name, mode) }

// mkdir makes the folder, unless it is there; its parent is.
func (t tree) mkdir(path string) error {
	err := t.fs.Mkdir(t.name(path), folderMode)
	if err == nil {
		t.chmod(t.name(path), folderMode)
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
	if err != nil && !absent(err) {
		return false, t.failed("delete", path, err)
	}
	return err == nil, nil
}

// empty reports whether the folder is there and has nothing in it. Not every afero.Fs refuses to remove a full one.
func (t tree) empty(folder string) (bool, error) {
	f, err := t.fs.Open(t.name(folder))
	if err != nil {
		if absent(err) {
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
