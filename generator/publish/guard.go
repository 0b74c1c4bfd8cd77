package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// GuardError refuses an output folder before anything is written into it.
type GuardError struct {
	Out    string // as the user wrote it
	Reason string
}

func (e *GuardError) Error() string {
	return fmt.Sprintf("output folder %q %s; choose another", e.Out, e.Reason)
}

// Guard returns a *GuardError if out is, holds or lies inside the content folder, is the root of a
// disk, or is or holds the home folder; home is empty where there is none. Names are as the user
// wrote them, relative to the working directory; they are compared on the real disk, with symbolic
// links followed and, for what exists, as the disk compares names. The folders need not exist. An
// error of another type says that a name could not be looked at.
func Guard(out, content, home string) error {
	if out == "" {
		return &GuardError{out, "has no name"}
	}
	o, err := resolve(out)
	if err != nil {
		return err
	}
	if filepath.Dir(o) == o {
		return &GuardError{out, "is the root of the disk"}
	}
	c, err := resolve(content)
	if err != nil {
		return err
	}
	inside, holds := within(c, o), within(o, c)
	switch {
	case inside && holds:
		return &GuardError{out, "is the content folder"}
	case holds:
		return &GuardError{out, "holds the content folder"}
	case inside:
		return &GuardError{out, "lies inside the content folder"}
	}
	if home == "" {
		return nil
	}
	h, err := resolve(home)
	if err != nil {
		return err
	}
	switch {
	case within(o, h) && within(h, o):
		return &GuardError{out, "is the home folder"}
	case within(o, h):
		return &GuardError{out, "holds the home folder"}
	}
	return nil
}

// maxLinks bounds the links that lead from a name to a folder that does not exist yet.
const maxLinks = 40

// resolve makes name absolute and clean and follows its symbolic links, those that lead to nothing
// yet included.
func resolve(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", fmt.Errorf("look at %s: %w", name, err)
	}
	rest := ""
	for links := 0; ; {
		real, err := filepath.EvalSymlinks(abs)
		if err == nil {
			return filepath.Join(real, rest), nil
		}
		if !errors.Is(err, fs.ErrNotExist) || links == maxLinks {
			return "", fmt.Errorf("look at %s: %w", name, err)
		}
		if target, err := os.Readlink(abs); err == nil {
			links++
			if !filepath.IsAbs(target) {
				// The link's folder may itself be reached by a link, from which ".." leads
				// elsewhere.
				parent, err := filepath.EvalSymlinks(filepath.Dir(abs))
				if err != nil {
					return "", fmt.Errorf("look at %s: %w", name, err)
				}
				target = filepath.Join(parent, target)
			}
			abs = filepath.Clean(target)
			continue
		}
		if filepath.Dir(abs) == abs {
			return filepath.Join(abs, rest), nil
		}
		abs, rest = filepath.Dir(abs), filepath.Join(filepath.Base(abs), rest)
	}
}

// within reports whether inner is outer or lies inside it. Both are resolved.
func within(outer, inner string) bool {
	outerInfo, outerErr := os.Stat(outer)
	for p := inner; ; p = filepath.Dir(p) {
		if p == outer || sameButCase(p, outer) {
			return true
		}
		if info, err := os.Stat(p); err == nil && outerErr == nil && os.SameFile(outerInfo, info) {
			return true
		}
		if filepath.Dir(p) == p {
			return false
		}
	}
}

// sameButCase reports whether names that differ in case at most are the same. Not all disks that
// ignore case give a folder one number under all its spellings, so it asks for the listing: where
// case counts, both spellings are in it.
func sameButCase(a, b string) bool {
	if a == b {
		return true
	}
	if fold(a) != fold(b) || !exists(a) || !exists(b) {
		return false
	}
	dirA, dirB := filepath.Dir(a), filepath.Dir(b)
	if !sameButCase(dirA, dirB) {
		return false
	}
	if filepath.Base(a) == filepath.Base(b) {
		return true
	}
	listed, err := os.ReadDir(dirA)
	if err != nil {
		return true // to refuse is the safe way
	}
	return !listsBoth(listed, filepath.Base(a), filepath.Base(b))
}

func listsBoth(listed []fs.DirEntry, a, b string) bool {
	has := func(name string) bool {
		return slices.ContainsFunc(listed, func(e fs.DirEntry) bool { return e.Name() == name })
	}
	return has(a) && has(b)
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
