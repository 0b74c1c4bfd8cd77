package publish

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/afero"
)

// HeldError says that another process publishes to the output folder, and did not end while Lock waited.
type HeldError struct {
	Dir    string
	Holder int // its process id; 0 where the system does not tell
}

func (e *HeldError) Error() string {
	who := "another build"
	if e.Holder > 0 {
		who = fmt.Sprintf("another build (process %d)", e.Holder)
	}
	return fmt.Sprintf("%s is publishing to %s; wait for it to end, and build again (nothing was published)", who, e.Dir)
}

// How often Lock tries in all, how often while there is no folder or the lock is denied, and how long it rests in between.
const (
	lockTries   = 200
	goneTries   = 4
	deniedTries = 40
	lockPause   = 50 * time.Millisecond
)

var (
	errHeld   = errors.New("held")   // somebody else has the folder
	errDenied = errors.New("denied") // somebody else just gives it back, or nobody may lock it
)

// Lock keeps dir for one publication at a time, in this process and others, until unlock is called or the process ends,
// however it ends. While another has it Lock waits, for ten seconds; then it returns a *HeldError, or ctx's error if that
// ends before. A folder that is missing is made, and unlock deletes it again, with those above it that were missing, if
// it is still empty. Nothing is left in the folder.
//
// Where the folder is not on a real disk, on one that knows no locks, or may not be locked, there is nothing to wait for.
func Lock(ctx context.Context, fs afero.Fs, dir string) (unlock func(), err error) {
	return lock(ctx, fs, dir, lockTries)
}

func lock(ctx context.Context, fs afero.Fs, dir string, tries int) (unlock func(), err error) {
	t := tree{fs: fs, dir: filepath.Clean(dir)}
	var made []string
	for gone := 0; tries > 0; tries-- {
		more, err := t.makeAll()
		made = append(made, more...)
		var release func()
		if err == nil {
			release, err = t.take()
		}
		// Others may just delete the folders that they made, or their lock. They have soon done it.
		gone++
		switch {
		case errors.Is(err, os.ErrNotExist) && gone < goneTries, errors.Is(err, errDenied) && gone < deniedTries:
			err = errHeld
		case errors.Is(err, errHeld):
			gone = 0
		}
		switch {
		case err == nil && heldByFile:
			return func() { release(); t.unmake(made) }, nil
		case err == nil:
			return func() { t.unmake(made); release() }, nil
		case errors.Is(err, errDenied): // where nothing may be written; where the site is there already nothing need be
			return func() { t.unmake(made) }, nil
		case !errors.Is(err, errHeld):
			t.unmake(made)
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("publish: %w", ctx.Err())
		case <-time.After(lockPause):
		}
	}
	return nil, &HeldError{Dir: dir, Holder: t.holder()}
}

// makeAll makes the output folder and gives the folders that were missing, innermost first, even where it fails.
func (t tree) makeAll() (made []string, err error) {
	dir := t.dir
	for ; ; dir = filepath.Dir(dir) {
		_, err := t.fs.Stat(dir)
		if err == nil || dir == filepath.Dir(dir) {
			break
		}
		if !absent(err) {
			return nil, t.failed("look at", "", err)
		}
		made = append(made, dir)
	}
	if made == nil {
		return nil, nil
	}
	if err := t.fs.MkdirAll(t.dir, folderMode); err != nil {
		return made, t.failed("make folder", "", t.explain(err, made, dir))
	}
	for _, dir := range made {
		t.chmod(dir, folderMode)
	}
	return made, nil
}

// explain says why the missing folders below base could not be made, where the system's own error does not.
func (t tree) explain(err error, missing []string, base string) error {
	for _, dir := range missing {
		if info, e := (tree{t.fs, dir}).lstat(""); e == nil && info != nil && info.Mode()&os.ModeSymlink != 0 {
			return fmt.Errorf("the symbolic link %s leads to nothing", dir)
		}
	}
	if _, e := t.fs.Stat(base); e == nil || !absent(e) {
		return err
	}
	return fmt.Errorf("the %s is not there (%w)", place(base), bare(err))
}

// place tells a drive and a share from a folder.
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

// unmake deletes those of the folders, innermost first, that are there and still empty. What cannot be deleted does no harm.
func (t tree) unmake(made []string) {
	for _, dir := range made {
		if _, err := t.fs.Stat(dir); err != nil {
			continue
		}
		if empty, err := (tree{t.fs, dir}).empty(""); err != nil || !empty || t.fs.Remove(dir) != nil {
			return
		}
	}
}

// take locks the output folder, or returns errHeld.
func (t tree) take() (release func(), err error) {
	f, err := t.fs.Open(t.dir)
	switch {
	case errors.Is(err, os.ErrPermission):
		return func() {}, nil // to publish into a folder one need not be able to list it
	case err != nil:
		return nil, t.failed("read", "", t.explain(err, nil, t.dir))
	}
	folder := realFile(f)
	if folder == nil {
		f.Close()
		return func() {}, nil
	}
	unlock, err := lockFolder(folder)
	if err != nil {
		f.Close()
		return nil, err
	}
	release = func() { unlock(); f.Close() }
	// Who had it may have deleted it before it let go.
	mine, err := f.Stat()
	now, e := t.fs.Stat(t.dir)
	if err != nil || e != nil || !os.SameFile(mine, now) {
		release()
		return nil, errHeld
	}
	return release, nil
}

// holder is the process that has the folder locked, or 0.
func (t tree) holder() int {
	f, err := t.fs.Open(t.dir)
	if err != nil {
		return 0
	}
	defer f.Close()
	if folder := realFile(f); folder != nil {
		return lockHolder(folder)
	}
	return 0
}

// realFile is the file of the operating system behind f, or nil.
func realFile(f afero.File) *os.File {
	if in, ok := f.(*afero.BasePathFile); ok {
		f = in.File
	}
	real, _ := f.(*os.File)
	return real
}
