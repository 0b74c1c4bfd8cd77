package publish

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"dossier/generator/publish/record"
)

const (
	manifestName = ".dossier-manifest"
	copyName     = ".dossier-manifest.copy"
	journalName  = ".dossier-journal"
	stageName    = ".dossier-stage"
	leftName     = ".dossier-left"
	reserved     = ".dossier-"
)

// site is the checked set of outputs.
type site struct {
	outputs []Output // sorted by path
	// odd has the files and folders of the site whose names are not those that fold gives: by
	// folded path, one spelling. They are rare.
	odd map[string]string
	// twice has the folded paths of folders that the site spells in several ways.
	twice map[string]bool
}

// newSite checks outputs and panics on what only a bug upstream can cause.
func newSite(outputs []Output) site {
	s := site{outputs: Flat(outputs), odd: map[string]string{}, twice: map[string]bool{}}
	slices.SortFunc(s.outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	for i, o := range s.outputs {
		if reason := record.BadPath(o.Path); reason != "" {
			panic(fmt.Sprintf("publish: output path %q %s", o.Path, reason))
		}
		if i > 0 && s.outputs[i-1].Path == o.Path {
			panic(fmt.Sprintf("publish: two outputs are %q", o.Path))
		}
		if key := fold(o.Path); key != o.Path {
			if other, taken := s.spelling(key); taken {
				panic(fmt.Sprintf("publish: outputs %q and %q have one path", other, o.Path))
			}
			s.odd[key] = o.Path
		}
	}
	for f := range s.folders() {
		key := fold(f)
		other, taken := s.odd[key]
		if s.has(key) || taken && s.has(other) {
			panic(fmt.Sprintf("publish: folder %q is an output, too", f))
		}
		if taken && other != f || key != f && s.hasFolder(key) {
			s.twice[key] = true
		}
		if key != f {
			s.odd[key] = f
		}
	}
	return s
}

// folders are those of the site, each once, those above others first.
func (s site) folders() iter.Seq[string] {
	return func(yield func(string) bool) {
		last := ""
		for _, o := range s.outputs {
			for f := range beyond(last, o.Path) {
				if !yield(f) {
					return
				}
			}
			last = o.Path
		}
	}
}

// find is the place among the outputs of the first that is not before path.
func (s site) find(path string) int {
	i, _ := slices.BinarySearchFunc(s.outputs, path, func(o Output, p string) int { return strings.Compare(o.Path, p) })
	return i
}

// has reports whether there is an output at path.
func (s site) has(path string) bool {
	i := s.find(path)
	return i < len(s.outputs) && s.outputs[i].Path == path
}

// hasFolder reports whether an output lies below path.
func (s site) hasFolder(path string) bool {
	path += "/"
	i := s.find(path)
	return i < len(s.outputs) && strings.HasPrefix(s.outputs[i].Path, path)
}

// spelling tells under which name, ignoring case, the site has a file or a folder at path; false if
// it has neither. Of several names it is one.
func (s site) spelling(path string) (string, bool) {
	key := fold(path)
	if name, taken := s.odd[key]; taken {
		return name, true
	}
	return key, s.has(key) || s.hasFolder(key)
}

// twoNames reports whether the site spells the folder in several ways.
func (s site) twoNames(folder string) bool { return len(s.twice) > 0 && s.twice[fold(folder)] }

// needsPlaceOf reports whether one of our files at path must go before the site is written: a
// folder of the site belongs there, a file of the site belongs where one of its folders is, or the
// site spells one of its names in another case, which on many disks is the same name.
func (s site) needsPlaceOf(path string) bool {
	if _, taken := s.spelling(path); taken {
		return true
	}
	for f := range above(path) {
		if name, taken := s.spelling(f); taken && (name != f || s.has(f)) {
			return true
		}
	}
	return false
}

// hasFileAt reports whether a file of the site goes to path or to a folder above it, ignoring case.
func (s site) hasFileAt(path string) bool {
	is := func(p string) bool {
		name, taken := s.spelling(p)
		return taken && s.has(name)
	}
	for f := range above(path) {
		if is(f) {
			return true
		}
	}
	return is(path)
}

// fold is equal for names that a file system ignoring case takes for one.
func fold(p string) string {
	for i := range len(p) {
		if c := p[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return strings.ToLower(strings.ToUpper(p))
		}
	}
	return p
}

// above are the folders above p, outermost first, without the output folder itself.
func above(p string) iter.Seq[string] { return beyond("", p) }

// beyond are the folders above p that are not above last, outermost first. For sorted paths, each
// with the one before as last, they are all folders, each once.
func beyond(last, p string) iter.Seq[string] {
	return func(yield func(string) bool) {
		i := 0
		for i < min(len(last), len(p)) && last[i] == p[i] {
			i++
		}
		for ; i < len(p); i++ {
			if p[i] == '/' && !yield(p[:i]) {
				return
			}
		}
	}
}
