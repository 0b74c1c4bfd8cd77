package publish

import (
	"crypto/sha256"
	"maps"
	"os"
	"slices"
	"strings"
)

// emptySum is what a file hashes to that lost its bytes when the machine stopped.
var emptySum = sha256.Sum256(nil)

// publication is what Write knows before it renders: the site, the records of earlier publications, and which of our
// files they leave to delete.
type publication struct {
	tree
	site        site
	records     records
	manifest    Manifest // what is believed
	unfinished  bool     // a journal is on disk
	absent      bool     // the output folder is yet to be made
	claims      map[string][]Sum
	removals    []removal            // our files that the site no longer has, sorted by path
	byFold      map[string][]removal // the same, by folded path
	leftFolders map[string]bool      // folders above a path that was ours and is no longer
	temps       []string             // temporary files of unfinished publications
	parents     map[string]os.FileInfo
}

// removal is a file to delete, as it was found.
type removal struct {
	path string
	info os.FileInfo
}

// survey reads the records and finds what of earlier publications is to go. It changes nothing.
func survey(t tree, s site) (*publication, error) {
	p := &publication{tree: t, site: s, claims: map[string][]Sum{}, byFold: map[string][]removal{},
		leftFolders: map[string]bool{}, parents: map[string]os.FileInfo{}}
	info, err := t.fs.Stat(t.dir)
	if err != nil && !absent(err) {
		return nil, t.failed("look at", "", err)
	}
	p.absent = err != nil
	if err == nil && !info.IsDir() {
		return nil, t.inTheWay(".", "something that is not a folder")
	}
	if p.records, err = t.readRecords(); err != nil {
		return nil, err
	}
	p.manifest.entries, p.unfinished = p.records.believed(), p.records.journal.found
	for _, e := range p.records.claimed() {
		p.claims[e.path] = append(p.claims[e.path], e.sum)
	}
	if p.records.journal.intact {
		for _, e := range p.records.journal.entries {
			p.claims[e.path] = append(p.claims[e.path], emptySum)
		}
	}
	if err := p.findRemovals(); err != nil {
		return nil, err
	}
	return p, p.findTemps()
}

func (p *publication) findRemovals() error {
	known := slices.AppendSeq(p.manifest.Paths(), maps.Keys(p.claims))
	slices.Sort(known)
	for _, path := range slices.Compact(known) {
		if p.site.files[path] {
			continue
		}
		for _, f := range above(path) {
			p.leftFolders[f] = true
		}
		info, err := p.entry(path)
		if err != nil {
			return err
		}
		if info == nil || !info.Mode().IsRegular() {
			continue
		}
		ours, err := p.owns(path)
		if err != nil {
			return err
		}
		if ours {
			r := removal{path, info}
			p.removals = append(p.removals, r)
			p.byFold[fold(path)] = append(p.byFold[fold(path)], r)
		}
	}
	return nil
}

// findTemps collects temporary files: those beside paths of the journal, or, where it is damaged, of the site, too; and,
// as the journal itself is written before it can name anything, those of the records.
func (p *publication) findTemps() error {
	targets := []string{journalName, manifestName, copyName}
	for _, e := range p.records.journal.entries {
		targets = append(targets, e.path)
	}
	if p.journalDamaged() {
		for path := range p.site.files {
			targets = append(targets, path)
		}
	}
	slices.Sort(targets)
	for _, target := range targets {
		temp := tempOf(target)
		info, err := p.entry(temp)
		if err != nil {
			return err
		}
		switch {
		case info == nil:
		case info.Mode().IsRegular():
			p.temps = append(p.temps, temp)
		case strings.HasPrefix(target, reserved):
			return p.inTheWay(temp, "something with a reserved name")
		}
	}
	slices.Sort(p.temps)
	p.temps = slices.Compact(p.temps)
	return nil
}

func (p *publication) journalDamaged() bool { return p.unfinished && !p.records.journal.intact }

// owns reports whether the regular file at path is ours.
func (p *publication) owns(path string) (bool, error) {
	if _, named := p.manifest.Sum(path); named {
		return true, nil
	}
	claims := p.claims[path]
	if claims == nil {
		return false, nil
	}
	sum, err := p.sum(path)
	return err == nil && slices.Contains(claims, sum), err
}

// vanishes reports whether what was found at path is one of our files that will be deleted, under this or, on a disk that
// ignores case, another spelling.
func (p *publication) vanishes(path string, info os.FileInfo) bool {
	return slices.ContainsFunc(p.byFold[fold(path)], func(r removal) bool {
		return r.path == path || os.SameFile(r.info, info)
	})
}

// entry describes what is at path, if every folder above it is a real one; otherwise it is nil. It is not for concurrent
// use.
func (p *publication) entry(path string) (os.FileInfo, error) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		if parent, err := p.parent(path[:i]); err != nil || parent == nil || !parent.IsDir() {
			return nil, err
		}
	}
	return p.lstat(path)
}

// parent is entry with a memory, for folders.
func (p *publication) parent(folder string) (os.FileInfo, error) {
	if info, known := p.parents[folder]; known {
		return info, nil
	}
	info, err := p.entry(folder)
	if err == nil {
		p.parents[folder] = info
	}
	return info, err
}
