package importer

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"dossier/generator/content/filename"
	"dossier/generator/importer/origin"
	"dossier/generator/limits"
)

// media are the pictures and documents that texts use, beside the texts.
type media struct {
	tree   origin.Tree
	placed map[string]map[string]string // by folder and file: the name
	source map[string]string            // by path in the dossier: the file
	taken  map[string]bool              // paths in small letters
	why    map[string]string            // of files that cannot be taken
}

func newMedia(t origin.Tree) *media {
	return &media{tree: t, placed: map[string]map[string]string{}, source: map[string]string{}, taken: map[string]bool{}, why: map[string]string{}}
}

// put gives the name of a file in a folder of the dossier, or says why it cannot be
// taken.
func (m *media) put(dir, file string) (name, why string) {
	if name := m.placed[dir][file]; name != "" {
		return name, ""
	}
	if why = m.fault(file); why != "" {
		return "", why
	}
	base := portable(path.Base(file))
	name = base
	for n := 1; m.taken[strings.ToLower(path.Join(dir, name))]; n++ {
		if other := m.source[path.Join(dir, name)]; other != "" && m.same(file, other) {
			return name, ""
		}
		stem := strings.TrimSuffix(base, path.Ext(base))
		if name = portable(path.Base(path.Dir(file)) + "-" + base); n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, path.Ext(base))
		}
	}
	if m.placed[dir] == nil {
		m.placed[dir] = map[string]string{}
	}
	m.placed[dir][file] = name
	m.taken[strings.ToLower(path.Join(dir, name))] = true
	m.source[path.Join(dir, name)] = file
	return name, ""
}

// same reports two files of the same bytes.
func (m *media) same(a, b string) bool {
	x, errA := m.tree.Read(a)
	y, errB := m.tree.Read(b)
	return errA == nil && errB == nil && bytes.Equal(x, y)
}

// fault says why a file cannot be taken, or "".
func (m *media) fault(file string) string {
	if why, known := m.why[file]; known {
		return why
	}
	b, err := m.tree.Read(file)
	why := ""
	switch {
	case err != nil:
		why = "it cannot be read"
	case len(b) == 0:
		why = "it is empty"
	case len(b) > limits.MaxMediaBytes:
		why = fmt.Sprintf("it has %d MB, more than %d", len(b)>>20, limits.MaxMediaBytes>>20)
	case strings.HasPrefix(string(b[:min(len(b), 40)]), "version https://git-lfs"):
		why = "it is kept elsewhere (Git LFS); run git lfs pull there first"
	}
	m.why[file] = why
	return why
}

// portable makes a name that every system takes.
func portable(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*%#`, r) || r < ' ' {
			return '-'
		}
		return r
	}, norm.NFC.String(name))
	ext := path.Ext(name)
	stem := strings.Trim(strings.TrimSuffix(name, ext), " .")
	if len(stem) > 120 {
		stem = strings.ToValidUTF8(stem[:120], "")
	}
	if name = stem + ext; filename.BadMedia(name) != "" || filename.Portable(name) != "" || stem == "" {
		name = "file-" + filename.Letters(stem) + ext
	}
	return name
}

// paths are those of all files, in order.
func (m *media) paths() []string { return slices.Sorted(maps.Keys(m.source)) }
