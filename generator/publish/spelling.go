package publish

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"

	"dossier/generator/publish/outdir"
)

// misspelling is a file or folder of the site that the disk, ignoring case, finds, but lists under
// another spelling. On a disk that tells them apart, a copy of it would be missing.
type misspelling struct {
	path  string // as the site spells it
	found string // the same place, with the last name as it is listed
}

// caseless reports whether the output folder's disk takes names that differ in case for one. One of
// the names listed in the folder, spelled otherwise, tells.
func (t tree) caseless() (bool, error) {
	listed, err := t.list("")
	if err != nil {
		return false, err
	}
	names := make(map[string]bool, len(listed))
	for _, name := range listed {
		names[name] = true
	}
	for _, name := range listed {
		if other := otherCase(name); other != name && !names[other] {
			info, err := t.lstat(other)
			return info != nil, err
		}
	}
	return false, nil
}

// otherCase exchanges small and capital letters of ASCII, which all disks that ignore case agree
// on.
func otherCase(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r > unicode.MaxASCII:
			return r
		case unicode.IsUpper(r):
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, name)
}

// list gives the names in a folder, in no order; none if it is not there.
func (t tree) list(folder string) ([]string, error) {
	f, err := t.fs.Open(t.name(folder))
	if outdir.Absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, t.failed("read", folder, err)
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return nil, t.failed("read", folder, err)
	}
	return names, nil
}

// findMisspellings compares the site's names with those listed in its folders, where the disk
// ignores case; anywhere else what is not spelled so is not there. Those of a folder come before
// those in it.
func (p *publication) findMisspellings() error {
	var err error
	if p.removals.ignoresCase, err = p.caseless(); err != nil || !p.removals.ignoresCase {
		return err
	}
	listed := map[string]map[string]string{} // by folder: by folded name, the name listed
	for _, record := range []string{copyName, manifestName} {
		if err := p.spell(record, listed); err != nil {
			return err
		}
	}
	last := ""
	for _, o := range p.site.outputs {
		for f := range beyond(last, o.Path) {
			if err := p.spell(f, listed); err != nil {
				return err
			}
		}
		last = o.Path
		if err := p.spell(o.Path, listed); err != nil {
			return err
		}
	}
	return nil
}

// spell looks a path up in the listing of its folder. Files of ours that will be deleted are left
// out, and folders that the site itself spells in several ways.
func (p *publication) spell(name string, listed map[string]map[string]string) error {
	folder, base := parentOf(name), path.Base(name)
	if !p.isFolder(folder) {
		return nil
	}
	names := listed[folder]
	if names == nil {
		all, err := p.list(folder)
		if err != nil {
			return err
		}
		names = make(map[string]string, len(all))
		for _, n := range all {
			names[fold(n)] = n
		}
		listed[folder] = names
	}
	found, there := names[fold(base)]
	if !there { // a publication that was killed between two renames left it
		found, there = names[fold(base)+betweenSuffix]
	}
	if !there || found == base || p.site.twoNames(name) || len(p.removals.byFold[fold(name)]) > 0 {
		return nil
	}
	p.misspelt = append(p.misspelt, misspelling{name, path.Join(folder, found)})
	return nil
}

// respell renames what is misspelt. What the disk lists as before, since it keeps no case, stays
// misspelt.
func respell(ctx context.Context, t tree, misspelt []misspelling, result *Result) error {
	for _, m := range misspelt {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("publish: %w", err)
		}
		info, err := t.lstat(m.found)
		if err != nil {
			return err
		}
		if info == nil {
			continue // a folder that was left empty, and is deleted
		}
		done, err := t.rename(m)
		switch {
		case err != nil:
			return err
		case done:
			result.Respelt = append(result.Respelt, m.path)
		default:
			result.Misspelt = append(result.Misspelt, m.path)
		}
	}
	return nil
}

// betweenSuffix ends the name that something misspelt bears between two renames. Nothing under it
// is ever deleted: there may be files in a folder that are not ours.
const betweenSuffix = ".dossier-renamed"

// A FUSE disk may believe for a second that a name is still there.
const (
	renamePause = 100 * time.Millisecond
	renameTries = 30
)

// rename gives what is misspelt its name, in two steps where the disk takes the two names for one
// and does nothing, or for two and refuses.
func (t tree) rename(m misspelling) (done bool, err error) {
	if err = t.fs.Rename(t.name(m.found), t.name(m.path)); err == nil {
		if done, err = t.listed(m.path); done || err != nil {
			return done, err
		}
	}
	between := m.path + betweenSuffix
	if err != nil && m.found == between {
		return false, t.failed("rename", m.found, err)
	}
	info, e := t.lstat(between)
	switch {
	case e != nil:
		return false, e
	case info != nil:
		return false, fmt.Errorf("rename %s: %s is left of an unfinished renaming; move it or delete it", t.name(m.found), t.name(between))
	}
	if err = t.fs.Rename(t.name(m.found), t.name(between)); err != nil {
		return false, t.failed("rename", m.found, err)
	}
	for range renameTries {
		if err = t.fs.Rename(t.name(between), t.name(m.path)); err == nil {
			return t.listed(m.path)
		}
		time.Sleep(renamePause)
	}
	_ = t.fs.Rename(t.name(between), t.name(m.found))
	return false, t.failed("rename", m.found, err)
}

// listed reports whether the folder of name lists it in this spelling.
func (t tree) listed(name string) (bool, error) {
	names, err := t.list(parentOf(name))
	return slices.Contains(names, path.Base(name)), err
}
