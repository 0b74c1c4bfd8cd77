package publish

import (
	"strings"

	"github.com/spf13/afero"
)

// preflight looks at the place of every page, in order, and returns an *InTheWayError for the first
// that is taken. Where pages take the place of what is not ours, it makes what a move alone would
// not replace one of the removals.
func (p *publication) preflight(all pages) error {
	last := ""
	for i, e := range all.entries {
		for f := range beyond(last, e.Path) {
			if err := p.checkFolder(f); err != nil {
				return err
			}
		}
		last = e.Path
		if err := p.checkPlace(e.Path, all.disk[i]); err != nil {
			return err
		}
	}
	return nil
}

// checkPlace sees to it that a page can be moved to its path.
func (p *publication) checkPlace(path string, disk state) error {
	switch {
	case disk == folder:
		blocker, err := p.blocker(path)
		if err != nil || blocker == "" {
			return err
		}
		return p.inTheWay(blocker, "something that this site did not make, where the site needs a file,")
	case disk == foreign && !p.replace:
		return p.replaceable(path, p.ledger.stranger())
	case disk == special && !p.replace:
		return p.replaceable(path, "something that is not a regular file")
	}
	return nil
}

// stranger says what a file is that no record names.
func (l *ledger) stranger() string {
	if lost := l.lost(); lost != nil {
		return "a file that this site may have made (" + strings.Join(lost, " and ") + ", which would tell, is damaged)"
	}
	return "a file that this site did not make"
}

// checkFolder sees to it that the folder of the site is a real one, or is not there, or is a file
// that will go.
func (p *publication) checkFolder(f string) error {
	info, err := p.find(f)
	switch {
	case err != nil:
		return err
	case info == nil || info.IsDir() || info.Mode().IsRegular() && p.removals.have(f, info):
		return nil
	case p.replace:
		p.removals.add(f, info)
		return nil
	}
	return p.replaceable(f, "something that is not a folder of this site")
}

// blocker returns what keeps the folder from vanishing with our files in it; it is empty if nothing
// does. An empty folder vanishes only if something of ours was in it, or pages take the place of
// what is not ours.
func (p *publication) blocker(folder string) (string, error) {
	if !p.emptied.may[folder] {
		if !p.replace {
			return folder, nil
		}
		if err := p.emptied.add(folder); err != nil {
			return "", err
		}
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
		} else if !p.removals.have(path, e) {
			return path, nil
		}
	}
	return "", nil
}
