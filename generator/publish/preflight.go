package publish

import (
	"strings"

	"github.com/spf13/afero"
)

// preflight looks at the place of every page, in order, and returns an *InTheWayError for the first that is taken.
func (p *publication) preflight(all pages) error {
	last := ""
	for i, e := range all.entries {
		for f := range beyond(last, e.path) {
			if err := p.checkFolder(f); err != nil {
				return err
			}
		}
		last = e.path
		switch all.disk[i] {
		case foreign:
			return p.inTheWay(e.path, p.stranger())
		case special:
			return p.inTheWay(e.path, "something that is not a regular file")
		case folder:
			blocker, err := p.blocker(e.path)
			if err != nil {
				return err
			}
			if blocker != "" {
				return p.inTheWay(blocker, "something that this site did not make, where the site needs a file,")
			}
		}
	}
	return nil
}

// stranger says what a file is that no record names.
func (p *publication) stranger() string {
	if lost := p.lost(); lost != nil {
		return "a file that this site may have made (" + strings.Join(lost, " and ") +
			", which would tell, is damaged: restore it, or empty the folder)"
	}
	return "a file that this site did not make"
}

// checkFolder sees to it that the folder of the site is a real one, or is not there, or is a file of ours that will go.
func (p *publication) checkFolder(f string) error {
	info, err := p.parent(f)
	switch {
	case err != nil:
		return err
	case info == nil || info.IsDir() || info.Mode().IsRegular() && p.vanishes(f, info):
		return nil
	}
	return p.inTheWay(f, "something that is not a folder of this site")
}

// blocker returns what keeps the folder from vanishing with our files in it; it is empty if nothing does. An empty folder
// vanishes only if something of ours was in it.
func (p *publication) blocker(folder string) (string, error) {
	if !p.leftFolders[folder] {
		return folder, nil
	}
	entries, err := afero.ReadDir(p.fs, p.name(folder))
	if err != nil {
		return "", p.failed("read", folder, err)
	}
	for _, e := range entries {
		path := folder + "/" + e.Name()
		if e.IsDir() {
			if b, err := p.blocker(path); b != "" || err != nil {
				return b, err
			}
		} else if !p.vanishes(path, e) {
			return path, nil
		}
	}
	return "", nil
}
