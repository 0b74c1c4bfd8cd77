package lock

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/afero"
)

// goneFs answers as Windows does of a drive that is not there, and as any system of a folder in
// which nothing can be made: below base there is nothing, and no folder can be made there. Without
// a base there is nothing at all.
type goneFs struct {
	afero.Fs
	base string
}

func (g goneFs) Stat(name string) (os.FileInfo, error) {
	if g.base == "" || strings.HasPrefix(name, g.base+"/") {
		return nil, &os.PathError{Op: "stat", Path: name, Err: syscall.ENOENT}
	}
	return g.Fs.Stat(name)
}

func (g goneFs) LstatIfPossible(name string) (os.FileInfo, bool, error) {
	info, err := g.Stat(name)
	return info, true, err
}

func (g goneFs) Open(name string) (afero.File, error) {
	if _, err := g.Stat(name); err != nil {
		return nil, err
	}
	return g.Fs.Open(name)
}

func (g goneFs) MkdirAll(name string, _ os.FileMode) error {
	return &os.PathError{Op: "mkdir", Path: name, Err: syscall.ENOENT}
}

// Where the output folder cannot be made nobody else is publishing, and that is said at once.
func TestFolderIsNotThere(t *testing.T) {
	root := string(filepath.Separator)
	for _, c := range []struct {
		base, out, want string
	}{
		{"", root + filepath.Join("q", "site"), "make folder " + root + filepath.Join("q", "site") + ": the folder " + root + " is not there"},
		{"", "site", "make folder site: the folder . is not there"},
		{"", root, "read " + root + ": the folder " + root + " is not there"},
		{"automount", "automount/site", "make folder " + filepath.Join("automount", "site") + ": " + syscall.ENOENT.Error()},
	} {
		synctest.Test(t, func(t *testing.T) {
			fs := afero.NewMemMapFs()
			put(t, fs, "automount", files{"mine": "mine"})
			start := time.Now()
			_, err := Acquire(context.Background(), goneFs{fs, c.base}, c.out)
			var held *HeldError
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || errors.As(err, &held) || !errors.Is(err, os.ErrNotExist) {
				t.Errorf("%s: got %v, want %s", c.out, err, c.want)
			}
			if waited := time.Since(start); waited > 10*pause {
				t.Errorf("%s: only after %v", c.out, waited)
			}
		})
	}
}

// vanishFs is a disk on which others delete, a few times running, a folder just before something is
// made in it, and the folder itself just after.
type vanishFs struct {
	afero.Fs
	above, itself int
}

func (v *vanishFs) MkdirAll(name string, mode os.FileMode) error {
	if v.above > 0 {
		v.above--
		return &os.PathError{Op: "mkdir", Path: name, Err: syscall.ENOENT}
	}
	return v.Fs.MkdirAll(name, mode)
}

func (v *vanishFs) Open(name string) (afero.File, error) {
	if v.itself > 0 {
		v.itself--
		_ = v.Fs.Remove(name)
	}
	return v.Fs.Open(name)
}

// A folder that another build deletes in the very moment is made again.
func TestFolderVanishes(t *testing.T) {
	for _, times := range [][2]int{{1, 0}, {0, 1}, {2, 1}, {3, 0}, {0, 3}} {
		synctest.Test(t, func(t *testing.T) {
			fs := afero.NewMemMapFs()
			put(t, fs, "a", files{"mine": "mine"})
			release, err := Acquire(context.Background(), &vanishFs{fs, times[0], times[1]}, filepath.Join("a", "b", "out"))
			if err != nil {
				t.Fatalf("%v: %v", times, err)
			}
			if is, _ := afero.DirExists(fs, filepath.Join("a", "b", "out")); !is {
				t.Errorf("%v: there is no folder", times)
			}
			release()
			expect(t, listing(t, fs, "a"), files{"mine": "mine"})
		})
	}
}
