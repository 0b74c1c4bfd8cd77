package content

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/foreign"
	"dossier/generator/rooted"
)

// folder is a folder of the content folder. When anything in it changes a new one is
// made, with a new unit.
type folder struct {
	path    string   // "." for the content folder itself
	entries []*entry // by name
	unit    *unit    // nil until it is built
}

// entry is what a folder holds under a name.
type entry struct {
	name, path string
	mode       fs.FileMode // its type only
	size       int64       // of a file; only for a Reader that reads again
	modified   time.Time
	dir        *folder // of a folder
	away       bool    // a placeholder of a cloud service; path is that of the file it stands for

	file   file    // what it is, by its place; without a path until that is found out
	why    string  // what is wrong with its place or name, or ""
	result *result // nil until it is read
	before *result // what the file held before it changed
}

func (e *entry) isFile() bool { return e.mode.IsRegular() && !e.away }

// fault reports what is wrong with the entry itself, which is in the folder in.
func (e *entry) fault(faults *diag.List, in *folder) {
	switch {
	case e.away:
		faults.Add(diag.Pos{File: e.path}, diag.MissingFile, "a cloud service has moved this file away from this computer; "+
			"download it again, and let the service keep this folder on the disk")
	case e.mode&fs.ModeSymlink != 0:
		faults.Add(diag.Pos{File: e.path}, diag.Symlink, "this is a symbolic link; put the file itself here")
	case e.dir == nil && !e.isFile():
		faults.Add(diag.Pos{File: e.path}, diag.BadName, "this is not a file; only files and folders belong here")
	case e.why != "":
		faults.Add(diag.Pos{File: e.path}, diag.BadName, "%s", strings.Replace(e.why, anyNumber, `"`+in.number(e.name)+"-", 1))
	}
}

// find gives the entry with a name, or nil.
func (f *folder) find(name string) *entry {
	if f == nil {
		return nil
	}
	i, ok := slices.BinarySearchFunc(f.entries, name, func(e *entry, name string) int { return strings.Compare(e.name, name) })
	if !ok {
		return nil
	}
	return f.entries[i]
}

// holds reports whether an entry of the folder, even a faulty one, has this path.
func (f *folder) holds(path string) bool {
	return slices.ContainsFunc(f.entries, func(e *entry) bool { return e.path == path })
}

// all appends the folder and those in it, in order of path.
func (f *folder) all(to []*folder) []*folder {
	to = append(to, f)
	for _, e := range f.entries {
		if e.dir != nil {
			to = e.dir.all(to)
		}
	}
	return to
}

// look updates the tree.
func (r *Reader) look(changed []string) error {
	if r.root != nil && changed != nil {
		if err := r.lookAgain(changed); err == nil || !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		// A folder is gone that is not among the changed ones: list everything again.
	}
	root, err := r.list(".", r.root, nil, changed == nil)
	r.root = root
	return err
}

// lookAgain lists the folders in which names changed.
func (r *Reader) lookAgain(changed []string) error {
	touched := map[*folder]map[string]bool{}
	var order []*folder
	for _, p := range sortedPaths(changed) {
		if !filepath.IsLocal(p) || p == "." {
			return fs.ErrNotExist // not in the content folder
		}
		f, names := r.root, strings.Split(p, "/")
		for e := f.find(names[0]); len(names) > 1 && e != nil && e.dir != nil && !touched[f][names[0]]; e = f.find(names[0]) {
			f, names = e.dir, names[1:]
		}
		if touched[f] == nil {
			touched[f] = map[string]bool{}
			order = append(order, f)
		}
		touched[f][names[0]] = true
	}
	for _, f := range order {
		x, err := r.list(f.path, f, touched[f], false)
		if err != nil {
			return err
		}
		*f = *x
	}
	return nil
}

// sortedPaths gives paths with slashes, each folder before what is in it.
func sortedPaths(paths []string) []string {
	var out []string
	for _, p := range paths {
		out = append(out, path.Clean(filepath.ToSlash(p)))
	}
	slices.Sort(out)
	return out
}

// list lists a folder; old is the result of the last time, or nil. If touched is given,
// only entries of these names may have changed. If not, and with trust, a file with the
// same size and time of change is taken for unchanged. If nothing changed it returns
// old.
func (r *Reader) list(dir string, old *folder, touched map[string]bool, trust bool) (*folder, error) {
	found, err := readDir(r.fsys, dir)
	if err != nil {
		return nil, fmt.Errorf("read folder %s: %w", dir, err)
	}
	f := &folder{path: dir, entries: make([]*entry, 0, len(found))}
	for _, d := range found {
		if foreign.Is(d.Name()) || isBack(found, d.Name()) {
			continue
		}
		was := old.find(d.Name())
		if was != nil && was.mode != d.Type() {
			was = nil
		}
		if was == nil || touched == nil || touched[d.Name()] {
			if was, err = r.entry(dir, d, was, trust); err != nil {
				return nil, err
			}
		}
		f.entries = append(f.entries, was)
	}
	if old != nil && slices.Equal(f.entries, old.entries) {
		return old, nil
	}
	return f, nil
}

// isBack reports whether a placeholder lies beside the file that it stands for.
func isBack(found []fs.DirEntry, placeholder string) bool {
	name, ok := foreign.MovedAway(placeholder)
	return ok && slices.ContainsFunc(found, func(d fs.DirEntry) bool { return d.Name() == name })
}

// entry looks at what a folder holds under a name; old is the result of the last time.
func (r *Reader) entry(dir string, d fs.DirEntry, old *entry, trust bool) (*entry, error) {
	e := &entry{name: d.Name(), path: path.Join(dir, d.Name()), mode: d.Type()}
	if name, ok := foreign.MovedAway(e.name); ok {
		e.path, e.away = path.Join(dir, name), true
	}
	switch {
	case d.IsDir():
		var was *folder
		if old != nil {
			was = old.dir
		}
		sub, err := r.list(e.path, was, nil, trust)
		if errors.Is(err, rooted.ErrLink) {
			e.mode = fs.ModeSymlink // since its folder was listed
			return e, nil
		}
		if err != nil {
			return nil, err
		}
		if old != nil && old.dir == sub {
			return old, nil
		}
		e.dir = sub
	case e.isFile() && r.again:
		info, err := d.Info()
		if err != nil {
			return nil, fmt.Errorf("look at %s: %w", e.path, err)
		}
		e.size, e.modified = info.Size(), info.ModTime()
		if old != nil && trust && old.size == e.size && old.modified.Equal(e.modified) {
			return old, nil
		}
		if old != nil {
			e.before = old.result
		}
	}
	return e, nil
}

// readDir lists a folder by name. It asks for no more than names and types,
// which on a disk are known without looking at each file.
func readDir(fsys afero.Fs, dir string) ([]fs.DirEntry, error) {
	f, err := fsys.Open(dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var found []fs.DirEntry
	if d, ok := f.(fs.ReadDirFile); ok {
		found, err = d.ReadDir(-1)
	} else {
		var infos []fs.FileInfo
		infos, err = f.Readdir(-1)
		for _, info := range infos {
			found = append(found, fs.FileInfoToDirEntry(info))
		}
	}
	slices.SortFunc(found, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return found, err
}
