package publish

import (
	"os"
	"strings"

	"dossier/generator/publish/outdir"
)

// publication is what is known before the output folder is changed: the site, whose the files are,
// and what of earlier publications is to go.
type publication struct {
	memory *Memory // nil for none
	folders
	site     site
	replace  bool   // pages take the place of files that are not ours
	ledger   ledger // whose files are
	leftover bool   // a staging folder is on disk
	removals removals
	emptied  emptied
	misspelt []misspelling
}

// look reads the records and looks at what of earlier publications is to go, and at the site's
// folders. It changes nothing.
func look(t tree, s site, replace bool) (*publication, error) {
	at := folders{t, map[string]os.FileInfo{}}
	p := &publication{folders: at, site: s, replace: replace, removals: removals{byFold: map[string][]removal{}},
		emptied: emptied{at, s, map[string]bool{}, map[string]bool{}}}
	info, err := t.fs.Stat(t.dir)
	if err != nil && !outdir.Absent(err) {
		return nil, t.failed("look at", "", err)
	}
	if err == nil && !info.IsDir() {
		return nil, t.inTheWay(".", "something that is not a folder")
	}
	if info, err = t.lstat(stageName); err != nil {
		return nil, err
	}
	if p.leftover = info != nil; p.leftover && !info.IsDir() && !replace {
		return nil, t.replaceable(stageName, "something that is not a folder")
	}
	records, err := t.readRecords(replace)
	if err != nil {
		return nil, err
	}
	p.ledger = newLedger(records)
	if err := p.findRemovals(); err != nil {
		return nil, err
	}
	if err := p.emptied.findLeft(); err != nil {
		return nil, err
	}
	for f := range s.folders() {
		if _, err := p.find(f); err != nil {
			return nil, err
		}
	}
	return p, p.findMisspellings()
}

func (p *publication) findRemovals() error {
	last := ""
	for _, path := range p.ledger.gone(p.site) {
		for f := range beyond(last, path) {
			if err := p.emptied.add(f); err != nil {
				return err
			}
		}
		last = path
		info, err := p.entry(path)
		if err != nil {
			return err
		}
		if info == nil || !info.Mode().IsRegular() {
			continue
		}
		ours, err := p.ledger.owns(p.tree, path)
		if err != nil {
			return err
		}
		if ours {
			p.removals.add(path, info)
		}
	}
	return nil
}

// folders remembers what was found at folders of the output folder, those of the site included; nil
// for nothing.
type folders struct {
	tree
	found map[string]os.FileInfo
}

// entry describes what is at path, if every folder above it is a real one; otherwise it is nil. It
// is not for concurrent use.
func (f folders) entry(path string) (os.FileInfo, error) {
	if above := parentOf(path); above != "" {
		if info, err := f.find(above); err != nil || info == nil || !info.IsDir() {
			return nil, err
		}
	}
	return f.lstat(path)
}

// find is entry with a memory, for folders.
func (f folders) find(folder string) (os.FileInfo, error) {
	if info, known := f.found[folder]; known {
		return info, nil
	}
	info, err := f.entry(folder)
	if err == nil {
		f.found[folder] = info
	}
	return info, err
}

// isFolder reports whether find found a real folder there; the output folder itself counts as one.
func (f folders) isFolder(folder string) bool {
	info := f.found[folder]
	return folder == "" || info != nil && info.IsDir()
}

// parentOf is the folder that holds path, "" for the output folder.
func parentOf(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}
