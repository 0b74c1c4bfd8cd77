package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

const (
	manifestName = ".dossier-manifest"
	copyName     = ".dossier-manifest.copy"
	journalName  = ".dossier-journal"
	reserved     = ".dossier-"
	tempSuffix   = ".dossier-tmp"
)

// site is the checked set of outputs.
type site struct {
	outputs []Output        // sorted by path
	files   map[string]bool // the outputs' paths
	// spelled tells under which names, ignoring case, the site has something; the value is one spelling of it.
	spelled map[string]string
}

// newSite checks outputs and panics on what only a bug upstream can cause.
func newSite(outputs []Output) site {
	s := site{
		outputs: slices.Clone(outputs),
		files:   make(map[string]bool, len(outputs)),
		spelled: make(map[string]string, len(outputs)),
	}
	slices.SortFunc(s.outputs, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	for _, o := range s.outputs {
		if reason := badPath(o.Path); reason != "" {
			panic(fmt.Sprintf("publish: output path %q %s", o.Path, reason))
		}
		if other, taken := s.spelled[fold(o.Path)]; taken {
			panic(fmt.Sprintf("publish: outputs %q and %q have one path", other, o.Path))
		}
		s.files[o.Path] = true
		s.spelled[fold(o.Path)] = o.Path
	}
	for _, o := range s.outputs {
		for _, f := range above(o.Path) {
			if other, taken := s.spelled[fold(f)]; taken && s.files[other] {
				panic(fmt.Sprintf("publish: output %q is a folder of output %q", other, o.Path))
			}
			s.spelled[fold(f)] = f
		}
	}
	return s
}

// needsPlaceOf reports whether one of our files at path must go before the site is written: a folder of the site belongs
// there, a file of the site belongs where one of its folders is, or the site spells one of its names in another case,
// which on many disks is the same name.
func (s site) needsPlaceOf(path string) bool {
	if _, taken := s.spelled[fold(path)]; taken {
		return true
	}
	for _, f := range above(path) {
		if name, taken := s.spelled[fold(f)]; taken && (name != f || s.files[f]) {
			return true
		}
	}
	return false
}

// badPath says why p cannot be an output's path; it is empty if p can. Control characters and backslashes would need
// escapes in the manifest, and the latter separate folders on some systems.
func badPath(p string) string {
	switch {
	case !fs.ValidPath(p) || p == ".":
		return "is not clean, relative, slash-separated UTF-8"
	case strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }):
		return "has a control character or a backslash"
	case strings.HasPrefix(fold(p), reserved) || strings.HasSuffix(fold(p), tempSuffix):
		return "is reserved"
	}
	return ""
}

// fold is equal for names that a file system ignoring case takes for one.
func fold(p string) string { return strings.ToLower(strings.ToUpper(p)) }

// above lists the folders above p, outermost first, without the output folder itself.
func above(p string) []string {
	var folders []string
	for i := range len(p) {
		if p[i] == '/' {
			folders = append(folders, p[:i])
		}
	}
	return folders
}

// tempOf is the temporary name of p, in the same folder. It is short, as p's own name may be as long as the disk allows.
func tempOf(p string) string {
	folder, base := path.Split(p)
	sum := sha256.Sum256([]byte(base))
	return folder + "." + hex.EncodeToString(sum[:8]) + tempSuffix
}
