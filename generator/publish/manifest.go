package publish

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/afero"
)

// Sum is the SHA-256 of a file's bytes.
type Sum = [sha256.Size]byte

// Manifest tells which files a publication made: path → SHA-256, sorted by path. The zero value is empty. On disk it is
// what sha256sum writes, below one line of comment that ends with the SHA-256 of the lines below it:
//
//	# dossier manifest 2: 2 files, 4f0a7f58a83e3ec0b9b0f5a3e34a7ac8d3f0f6b1cb4ba0ed0b4b1f0e9d2c7d11
//	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  404.html
//	9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  articles/x/index.html
type Manifest struct{ entries []entry }

// entry is one line of a manifest or a journal.
type entry struct {
	path string
	sum  Sum
}

// ReadManifest reads the manifest of the output folder dir, or its copy where that alone is intact. Where there is
// neither, it is empty. It returns the file system's error wrapped with the file's name, an *InTheWayError if a record is
// no regular file, and an error if both are damaged.
func ReadManifest(fs afero.Fs, dir string) (Manifest, error) {
	r, err := tree{fs: fs, dir: dir}.readRecords()
	if err == nil && r.unsure() {
		err = fmt.Errorf("%s: damaged, and so is its copy", tree{dir: dir}.name(manifestName))
	}
	if err != nil {
		return Manifest{}, err
	}
	return Manifest{r.believed()}, nil
}

// Len is the number of files.
func (m Manifest) Len() int { return len(m.entries) }

// Paths lists the files, sorted.
func (m Manifest) Paths() []string {
	paths := make([]string, len(m.entries))
	for i, e := range m.entries {
		paths[i] = e.path
	}
	return paths
}

// Sum is what the file at path hashed to when it was published; false if the manifest does not name it.
func (m Manifest) Sum(path string) (Sum, bool) {
	i, found := slices.BinarySearchFunc(m.entries, path, func(e entry, p string) int { return strings.Compare(e.path, p) })
	if !found {
		return Sum{}, false
	}
	return m.entries[i].sum, true
}

// The two kinds of record share one format. A journal may name a path once for each of several unfinished publications.
const (
	manifestKind = "manifest"
	journalKind  = "journal"
)

func compareEntries(a, b entry) int {
	return cmp.Or(strings.Compare(a.path, b.path), bytes.Compare(a.sum[:], b.sum[:]))
}

func heading(kind string, files int, body []byte) string {
	return fmt.Sprintf("# dossier %s 2: %d files, %x", kind, files, sha256.Sum256(body))
}

// encode is the inverse of decode; entries are sorted.
func encode(kind string, entries []entry) []byte {
	var b bytes.Buffer
	for _, e := range entries {
		b.WriteString(hex.EncodeToString(e.sum[:]) + "  " + e.path + "\n")
	}
	return slices.Concat([]byte(heading(kind, len(entries), b.Bytes())+"\n"), b.Bytes())
}

// decode reads a record. Intact is one that encode made; line ends are forgiven, as version control may have made them
// CRLF. Of any other text the entries are those of the lines that have an entry's form, sorted.
func decode(kind string, text []byte) (entries []entry, intact bool) {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	first, body, whole := bytes.Cut(text, []byte("\n"))
	files := bytes.Count(body, []byte("\n"))
	entries = make([]entry, 0, files)
	for line := range bytes.Lines(body) {
		if e, ok := decodeLine(string(bytes.TrimSuffix(line, []byte("\n")))); ok {
			entries = append(entries, e)
		}
	}
	if whole && string(first) == heading(kind, files, body) && len(entries) == files && inOrder(kind, entries) {
		return entries, true
	}
	if e, ok := decodeLine(string(first)); ok { // the heading was cut off
		entries = append(entries, e)
	}
	slices.SortFunc(entries, compareEntries)
	return slices.Compact(entries), false
}

func inOrder(kind string, entries []entry) bool {
	for i := 1; i < len(entries); i++ {
		last, e := entries[i-1], entries[i]
		if compareEntries(last, e) >= 0 || kind == manifestKind && last.path == e.path {
			return false
		}
	}
	return true
}

func decodeLine(line string) (e entry, ok bool) {
	sum, path, found := strings.Cut(line, "  ")
	if !found || len(sum) != 2*len(e.sum) || strings.ToLower(sum) != sum || badPath(path) != "" {
		return entry{}, false
	}
	if _, err := hex.Decode(e.sum[:], []byte(sum)); err != nil {
		return entry{}, false
	}
	e.path = path
	return e, true
}
