package publish

import (
	"io"
	"os"
	"strings"
	"sync"

	"dossier/generator/publish/outdir"
)

// stage is the staging folder of one publication. It is made when something is written to it.
type stage struct {
	tree
	mu      sync.Mutex
	begun   bool            // something may be there
	made    []string        // folders made for the output folder, innermost first
	folders map[string]bool // made in the staging folder, under their paths in the site
	masked  bool            // the umask hides what is made
}

// write stages a page. It may be called from several goroutines.
func (s *stage) write(path string, content func(io.Writer) error) error {
	return s.create(path, false, content)
}

// create stages a file. A durable one is on disk when create returns.
func (s *stage) create(path string, durable bool, content func(io.Writer) error) error {
	if err := s.makeFolders(path); err != nil {
		return err
	}
	name := s.name(staged(path))
	f, err := s.fs.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return s.failed("write", path, err)
	}
	if err := fill(f, content, durable); err != nil {
		return s.failed("write", path, err)
	}
	if s.masked {
		s.chmod(name, fileMode)
	}
	return nil
}

// staged is where the file or folder of the site lies until it is placed.
func staged(path string) string { return stageName + "/" + path }

// makeFolders makes the staging folder and, in it, the folders above path.
func (s *stage) makeFolders(path string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.folders == nil {
		if err := s.begin(); err != nil {
			return err
		}
	}
	if i := strings.LastIndexByte(path, '/'); i < 0 || s.folders[path[:i]] {
		return nil
	}
	for f := range above(path) {
		if s.folders[f] {
			continue
		}
		// It is there already where the site spells one name in two ways and the disk ignores case.
		if err := s.mkdir(staged(f), s.masked); err != nil {
			return err
		}
		s.folders[f] = true
	}
	return nil
}

func (s *stage) begin() error {
	s.begun = true
	made, err := outdir.Make(s.fs, s.dir)
	s.made = append(s.made, made...)
	if err != nil {
		return err
	}
	if err := s.fs.Mkdir(s.name(stageName), folderMode); err != nil {
		return s.failed("make folder", stageName, err)
	}
	info, err := s.lstat(stageName)
	s.masked = err != nil || info == nil || info.Mode().Perm()&folderMode != folderMode
	if s.masked {
		s.chmod(s.name(stageName), folderMode)
	}
	s.folders = map[string]bool{}
	return nil
}

// place moves a file or a folder into the site.
func (s *stage) place(path string) error {
	if err := s.fs.Rename(s.name(staged(path)), s.name(path)); err != nil {
		return s.failed("write", path, err)
	}
	return nil
}

// remove deletes the staging folder with all that is in it: a symbolic link itself, and not what it
// points to.
func (s *stage) remove() error {
	if err := s.fs.RemoveAll(s.name(stageName)); err != nil {
		return s.failed("delete", stageName, err)
	}
	return nil
}

// discard removes, after a failure, what there is of the staging folder, and the output folder if
// nothing else is in it and it was made for this publication. The failure is the one to tell; what
// stays, the next Write deletes.
func (s *stage) discard() {
	if s.begun {
		_ = s.remove()
		outdir.Remove(s.fs, s.made)
	}
}
