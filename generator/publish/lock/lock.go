// Package lock lets one publication at a time have an output folder, in this process and in others,
// and leaves no file in the folder.
//
//   - Whoever has the lock loses it when the process ends, however it ends: the system takes it
//     back.
//   - On Unix the folder itself is locked. On Windows a hidden file in it is open, which the system
//     deletes. Elsewhere, and on a disk that knows no locks, nothing is locked.
//   - A folder that is not there yet cannot be locked, so it is made, and deleted again if nothing
//     was put into it.
//   - Whoever waits for a lock may get that of a folder that was deleted meanwhile; so the folder
//     is looked at again.
package lock

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/publish/outdir"
)

// HeldError says that another process publishes to the output folder, and did not end while Acquire
// waited.
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

const (
	maxTries    = 200 // in all
	goneTries   = 4   // while the folder is not there
	deniedTries = 40  // while the system forbids it
	pause       = 50 * time.Millisecond
)

var (
	errHeld   = errors.New("held")   // somebody else has the folder
	errDenied = errors.New("denied") // somebody else just gives it back, or nobody may lock it
)

// Acquire keeps dir for one publication at a time, in this process and others, until release is
// called or the process ends, however it ends. While another has it Acquire waits, for ten seconds;
// then it returns a *HeldError, or ctx's error if that ends before. A folder that is missing is
// made, and release deletes it again, with those above it that were missing, if it is still empty.
// Nothing is left in the folder.
//
// Where the folder is not on a real disk, on one that knows no locks, or may not be locked, there
// is nothing to wait for.
func Acquire(ctx context.Context, fs afero.Fs, dir string) (release func(), err error) {
	return acquire(ctx, fs, dir, maxTries)
}

func acquire(ctx context.Context, fs afero.Fs, dir string, tries int) (release func(), err error) {
	clean := filepath.Clean(dir)
	var made []string
	for gone := 0; tries > 0; tries-- {
		more, err := outdir.Make(fs, clean)
		made = append(made, more...)
		var unlock func()
		if err == nil {
			unlock, err = try(fs, clean)
		}
		// Others may just be deleting the folders that they made, or their lock. Soon they have
		// done it.
		gone++
		switch {
		case errors.Is(err, os.ErrNotExist) && gone < goneTries, errors.Is(err, errDenied) && gone < deniedTries:
			err = errHeld
		case errors.Is(err, errHeld):
			gone = 0
		}
		switch {
		case err == nil && heldByFile:
			return func() { unlock(); outdir.Remove(fs, made) }, nil
		case err == nil:
			return func() { outdir.Remove(fs, made); unlock() }, nil
		case errors.Is(err, errDenied): // where nothing may be written; where the site is there already nothing need be
			return func() { outdir.Remove(fs, made) }, nil
		case !errors.Is(err, errHeld):
			outdir.Remove(fs, made)
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("publish: %w", ctx.Err())
		case <-time.After(pause):
		}
	}
	return nil, &HeldError{Dir: dir, Holder: holder(fs, clean)}
}

// try locks the output folder, or returns errHeld.
func try(fs afero.Fs, dir string) (unlock func(), err error) {
	f, err := outdir.Open(fs, dir)
	switch {
	case errors.Is(err, os.ErrPermission):
		return func() {}, nil // to publish into a folder one need not be able to list it
	case err != nil:
		return nil, err
	}
	folder := realFile(f)
	if folder == nil {
		f.Close()
		return func() {}, nil
	}
	letGo, err := lockFolder(folder)
	if err != nil {
		f.Close()
		return nil, err
	}
	unlock = func() { letGo(); f.Close() }
	// Whoever had it may have deleted it before letting go.
	mine, err := f.Stat()
	now, e := fs.Stat(dir)
	if err != nil || e != nil || !os.SameFile(mine, now) {
		unlock()
		return nil, errHeld
	}
	return unlock, nil
}

// holder is the process that has the folder locked, or 0.
func holder(fs afero.Fs, dir string) int {
	f, err := fs.Open(dir)
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
