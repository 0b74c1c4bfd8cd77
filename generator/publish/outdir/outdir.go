// Package outdir makes the output folder, with the folders above it that are missing, and takes
// back what it made. Both who locks the folder and who publishes to it may be the first to need it.
//
// What was made by others is never deleted: Remove deletes only what Make made, and only what is
// still empty.
package outdir

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/afero"
)

// Mode is that of a folder of the site: a web server can read it.
const Mode = 0o755

// Make makes dir, a clean path, and gives the folders that were missing, innermost first, even
// where it fails.
func Make(fs afero.Fs, dir string) (made []string, err error) {
	there := dir
	for ; ; there = filepath.Dir(there) {
		_, err := fs.Stat(there)
		if err == nil || there == filepath.Dir(there) {
			break
		}
		if !Absent(err) {
			return nil, fmt.Errorf("look at %s: %w", dir, Cause(err))
		}
		made = append(made, there)
	}
	if made == nil {
		return nil, nil
	}
	if err := fs.MkdirAll(dir, Mode); err != nil {
		return made, fmt.Errorf("make folder %s: %w", dir, Cause(explain(fs, err, made, there)))
	}
	for _, m := range made {
		_ = fs.Chmod(m, Mode) // the umask may hide it from the web server; disks without modes refuse
	}
	return made, nil
}

// Remove deletes those of the folders, innermost first, that are there and still empty. What cannot
// be deleted does no harm.
func Remove(fs afero.Fs, made []string) {
	for _, dir := range made {
		if _, err := fs.Stat(dir); err != nil {
			continue
		}
		if !empty(fs, dir) || fs.Remove(dir) != nil {
			return
		}
	}
}

// empty asks for the listing, as not every afero.Fs refuses to remove a full folder.
func empty(fs afero.Fs, dir string) bool {
	f, err := fs.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	names, err := f.Readdirnames(1)
	return (err == nil || err == io.EOF) && len(names) == 0
}

// Open opens the folder.
func Open(fs afero.Fs, dir string) (afero.File, error) {
	f, err := fs.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", dir, Cause(explain(fs, err, nil, dir)))
	}
	return f, nil
}

// explain says why the missing folders below base could not be made or opened, where the system's
// own error does not.
func explain(fs afero.Fs, err error, missing []string, base string) error {
	for _, dir := range missing {
		if isLink(fs, dir) {
			return fmt.Errorf("the symbolic link %s leads to nothing", dir)
		}
	}
	if _, e := fs.Stat(base); e == nil || !Absent(e) {
		return err
	}
	return fmt.Errorf("the %s is not there (%w)", place(base), Cause(err))
}

func isLink(fs afero.Fs, name string) bool {
	l, can := fs.(afero.Lstater)
	if !can {
		return false
	}
	info, _, err := l.LstatIfPossible(name)
	return err == nil && info.Mode()&os.ModeSymlink != 0
}

// place names a folder, a drive or a share as what it is.
func place(dir string) string {
	volume := filepath.VolumeName(dir)
	switch {
	case volume == "" || dir != filepath.Dir(dir):
		return "folder " + dir
	case strings.HasPrefix(volume, `\\`):
		return "share " + volume
	}
	return "drive " + volume
}

// Absent reports whether err says that there is nothing; a file where a parent folder should be
// says so, too.
func Absent(err error) bool { return errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) }

// Cause is err without the operating system's own wrapping, which repeats the path, or names the
// staged file.
func Cause(err error) error {
	switch e := err.(type) {
	case *os.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}
