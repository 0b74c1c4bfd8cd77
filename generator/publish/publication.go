package publish

import (
	"crypto/sha256"
	"os"
	"slices"
	"strings"

	"dossier/generator/publish/outdir"
	"dossier/generator/publish/record"
)

// emptySum is what a file hashes to that lost its bytes when the machine stopped.
var emptySum = sha256.Sum256(nil)

// publication is what Write knows before it renders: the site, the records of earlier publications,
// and which of our files they leave to delete.
type publication struct {
	tree
	stage       stage
	site        site
	replace     bool // pages take the place of files that are not ours
	records     record.Records
	published   []record.Entry // files that are ours whatever their bytes are
	unfinished  bool           // a journal is on disk
	leftover    bool           // so is a staging folder
	claims      map[string][]Sum
	removals    []removal              // files to delete: ours that the site no longer has, and what makes room
	byFold      map[string][]removal   // the same, by folded path
	leftFolders map[string]bool        // folders above a path that was ours and is no longer
	left        map[string]bool        // those of them that could not be deleted, with a note of that
	parents     map[string]os.FileInfo // what was found at folders, those of the site included; nil for nothing
	ignoresCase bool                   // the disk takes names that differ in case for one
	misspelt    []misspelling
}

// removal is a file to delete, as it was found.
type removal struct {
	path string
	info os.FileInfo
}

// look reads the records and looks at what of earlier publications is to go, and at the site's
// folders. It changes nothing.
func look(t tree, s site, replace bool) (*publication, error) {
	p := &publication{tree: t, stage: stage{tree: t}, site: s, replace: replace, claims: map[string][]Sum{}, byFold: map[string][]removal{},
		leftFolders: map[string]bool{}, left: map[string]bool{}, parents: map[string]os.FileInfo{}}
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
	if p.records, err = t.readRecords(replace); err != nil {
		return nil, err
	}
	p.published, p.unfinished = p.records.Owned(), p.records.Journal.Found
	for _, e := range p.records.Claimed() {
		p.claims[e.Path] = append(p.claims[e.Path], e.Sum)
	}
	if p.records.Journal.Intact {
		for _, e := range p.records.Journal.Entries {
			p.claims[e.Path] = append(p.claims[e.Path], emptySum)
		}
	}
	if err := p.findRemovals(); err != nil {
		return nil, err
	}
	if err := p.findLeft(); err != nil {
		return nil, err
	}
	for f := range s.folders() {
		if _, err := p.parent(f); err != nil {
			return nil, err
		}
	}
	return p, p.findMisspellings()
}

// gone are the paths that records name and the site does not have, sorted.
func (p *publication) gone() []string {
	var gone []string
	next := 0
	for _, e := range p.published {
		for next < len(p.site.outputs) && p.site.outputs[next].Path < e.Path {
			next++
		}
		if next == len(p.site.outputs) || p.site.outputs[next].Path != e.Path {
			gone = append(gone, e.Path)
		}
	}
	for path := range p.claims {
		if !p.site.has(path) {
			gone = append(gone, path)
		}
	}
	slices.Sort(gone)
	return slices.Compact(gone)
}

func (p *publication) findRemovals() error {
	last := ""
	for _, path := range p.gone() {
		for f := range beyond(last, path) {
			p.leftFolders[f] = true
		}
		last = path
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
			p.toRemove(path, info)
		}
	}
	return nil
}

func (p *publication) toRemove(path string, info os.FileInfo) {
	r := removal{path, info}
	p.removals = append(p.removals, r)
	p.byFold[fold(path)] = append(p.byFold[fold(path)], r)
}

// owns reports whether the regular file at path is ours.
func (p *publication) owns(path string) (bool, error) {
	if record.Named(p.published, path) {
		return true, nil
	}
	claims := p.claims[path]
	if claims == nil {
		return false, nil
	}
	sum, err := p.sum(path, nil)
	return err == nil && slices.Contains(claims, sum), err
}

// vanishes reports whether what was found at path is one of our files that will be deleted, under
// this or, on a disk that ignores case, another spelling. Not every such disk gives a file one
// number under all its spellings.
func (p *publication) vanishes(path string, info os.FileInfo) bool {
	return slices.ContainsFunc(p.byFold[fold(path)], func(r removal) bool {
		return r.path == path || p.ignoresCase || os.SameFile(r.info, info)
	})
}

// entry describes what is at path, if every folder above it is a real one; otherwise it is nil. It
// is not for concurrent use.
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
