package publish

import (
	"strings"

	"github.com/spf13/afero"
)

// preflight looks at the place of every page, in order, and returns an *InTheWayError for the first that is taken.
func (p *publication) preflight(pages []page) error {
	for _, pg := range pages {
		if err := p.checkFolders(pg.path); err != nil {
			return err
		}
		switch pg.disk {
		case same:
			continue
		case foreign:
			return p.inTheWay(pg.path, p.stranger())
		case special:
			return p.inTheWay(pg.path, "something that is not a regular file")
		case folder:
			blocker, err := p.blocker(pg.path)
			if err != nil {
				return err
			}
			if blocker != "" {
				return p.inTheWay(blocker, "something that this site did not make, where the site needs a file,")
			}
		}
		if err := p.checkTemp(pg.path); err != nil {
			return err
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

// checkFolders sees to it that each folder above path is a real one, or is not there, or is a file of ours that will go.
func (p *publication) checkFolders(path string) error {
	for _, f := range above(path) {
		info, err := p.parent(f)
		switch {
		case err != nil:
			return err
		case info == nil || info.IsDir():
		case info.Mode().IsRegular() && p.vanishes(f, info):
		default:
			return p.inTheWay(f, "something that is not a folder of this site")
		}
	}
	return nil
}

// checkTemp sees to it that the temporary name of path is free or ours.
func (p *publication) checkTemp(path string) error {
	temp := tempOf(path)
	info, err := p.entry(temp)
	if err != nil {
		return err
	}
	if info != nil && !(info.Mode().IsRegular() && (p.claims[path] != nil || p.journalDamaged())) {
		return p.inTheWay(temp, "a file with a reserved name")
	}
	return nil
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
		} else if !p.vanishes(path, e) && !p.isTemp(path) {
			return path, nil
		}
	}
	return "", nil
}
