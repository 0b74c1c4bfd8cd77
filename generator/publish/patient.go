package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/publish/outdir"
	"dossier/generator/rooted"
)

// How long is waited in all for a program that has a file open, and for how long at first; each
// pause is twice the last.
const (
	patience   = 2 * time.Second
	firstPause = 5 * time.Millisecond
)

// openElsewhereError says that a file could not be read, replaced or deleted for as long as was
// waited, as another program has it open: a virus scanner, an indexer, an editor.
type openElsewhereError struct{ cause error }

func (e *openElsewhereError) Error() string {
	return "another program has it open; close it and build again (" + e.cause.Error() + ")"
}

func (e *openElsewhereError) Unwrap() error { return e.cause }

// openElsewhere reports whether err says that another program has the file open.
func openElsewhere(err error) bool {
	_, is := errors.AsType[*openElsewhereError](err)
	return is
}

// patientFs is a file system that tries again what fails because another program has a file open,
// until that lets go of it, patience ends or the context does. Then it returns an
// *openElsewhereError or the context's error.
type patientFs struct {
	afero.Fs
	ctx      context.Context
	patience time.Duration
}

// patient is the output folder on a file system that waits, and that writes nothing outside of it.
func patient(ctx context.Context, fs afero.Fs, dir string) tree {
	return tree{fs: patientFs{rooted.Output(fs, dir), ctx, patience}, dir: filepath.Clean(dir)}
}

// impatient is the file system that does not wait.
func impatient(fs afero.Fs) afero.Fs {
	p, is := fs.(patientFs)
	if !is {
		return fs
	}
	p.patience = 0
	return p
}

func (p patientFs) Open(name string) (f afero.File, err error) {
	err = p.try(busy, func() error { f, err = p.Fs.Open(name); return err })
	return f, err
}

func (p patientFs) Remove(name string) error {
	return p.try(mayBeBusy, func() error { return p.Fs.Remove(name) })
}

func (p patientFs) RemoveAll(name string) error {
	return p.try(mayBeBusy, func() error { return p.Fs.RemoveAll(name) })
}

// Rename replaces a read-only file, too. Only Windows minds that it is read-only.
func (p patientFs) Rename(from, to string) error {
	return p.try(mayBeBusy, func() error {
		err := p.Fs.Rename(from, to)
		if err != nil && mayBeBusy(err) && p.makeWritable(to) {
			err = p.Fs.Rename(from, to)
		}
		return err
	})
}

func (p patientFs) makeWritable(name string) bool {
	info, _, err := p.LstatIfPossible(name)
	return err == nil && info.Mode().IsRegular() && info.Mode()&0o200 == 0 && p.Chmod(name, fileMode) == nil
}

func (p patientFs) LstatIfPossible(name string) (os.FileInfo, bool, error) {
	if l, can := p.Fs.(afero.Lstater); can {
		return l.LstatIfPossible(name)
	}
	info, err := p.Stat(name)
	return info, false, err
}

// try does something until it fails for another reason than that given, or not at all.
func (p patientFs) try(again func(error) bool, do func() error) error {
	pause, left := firstPause, p.patience
	for {
		err := do()
		if err == nil || !again(err) {
			return err
		}
		if left == 0 {
			return &openElsewhereError{outdir.Cause(err)}
		}
		select {
		case <-p.ctx.Done():
			return p.ctx.Err()
		case <-time.After(pause):
		}
		left -= pause
		pause = min(2*pause, left)
	}
}
