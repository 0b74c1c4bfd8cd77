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
// what sha256sum writes, below one line of comment:
//
//	# dossier manifest 1: 2 files
//	e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  404.html
//	9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  articles/x/index.html
type Manifest struct{ entries []entry }

// entry is one line of a manifest or a journal.
type entry struct {
	path string
	sum  Sum
}

// ReadManifest reads the manifest of the output folder dir. Where there is none, it is empty. It returns the file
// system's error wrapped with the file's name, an *InTheWayError if it is no regular file, and an error that says what
// to do if it is not, line for line, a manifest.
func ReadManifest(fs afero.Fs, dir string) (Manifest, error) {
	entries, _, err := tree{fs: fs, dir: dir}.readRecord(manifestName, manifestKind)
	return Manifest{entries}, err
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

func heading(kind string, files int) string {
	return fmt.Sprintf("# dossier %s 1: %d files", kind, files)
}

// encode is the inverse of decode; entries are sorted.
func encode(kind string, entries []entry) []byte {
	var b bytes.Buffer
	b.WriteString(heading(kind, len(entries)) + "\n")
	for _, e := range entries {
		b.WriteString(hex.EncodeToString(e.sum[:]) + "  " + e.path + "\n")
	}
	return b.Bytes()
}

// decode reads a record strictly. Only line ends are forgiven: version control may have made them CRLF. The error starts
// with the line's number.
func decode(kind string, text []byte) ([]entry, error) {
	body, whole := strings.CutSuffix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	lines := strings.Split(body, "\n")
	if !strings.HasPrefix(lines[0], "# dossier "+kind+" ") {
		return nil, fmt.Errorf("1: not a %s of dossier", kind)
	}
	if want := heading(kind, len(lines)-1); lines[0] != want || !whole {
		return nil, fmt.Errorf("1: truncated, changed or of another version: the line should be %q", want)
	}
	entries := make([]entry, 0, len(lines)-1)
	for i, line := range lines[1:] {
		e, err := decodeLine(line)
		if err != nil {
			return nil, fmt.Errorf("%d: %w", i+2, err)
		}
		if i > 0 {
			last := entries[i-1]
			if compareEntries(last, e) >= 0 || kind == manifestKind && last.path == e.path {
				return nil, fmt.Errorf("%d: not in order", i+2)
			}
		}
		entries = append(entries, e)
	}
	return entries, nil
}

func decodeLine(line string) (entry, error) {
	sum, path, found := strings.Cut(line, "  ")
	var e entry
	if !found || len(sum) != 2*len(e.sum) || strings.ToLower(sum) != sum {
		return e, fmt.Errorf("not a SHA-256 and a path")
	}
	if _, err := hex.Decode(e.sum[:], []byte(sum)); err != nil {
		return e, fmt.Errorf("not a SHA-256 and a path")
	}
	if reason := badPath(path); reason != "" {
		return e, fmt.Errorf("path %q %s", path, reason)
	}
	e.path = path
	return e, nil
}

// readRecord reads the record of that name; found is false where there is none.
func (t tree) readRecord(name, kind string) (entries []entry, found bool, err error) {
	info, err := t.lstat(name)
	if err != nil || info == nil {
		return nil, false, err
	}
	if !info.Mode().IsRegular() {
		return nil, false, t.inTheWay(name, "something that is not a regular file")
	}
	text, err := afero.ReadFile(t.fs, t.name(name))
	if err != nil {
		return nil, false, t.failed("read", name, err)
	}
	entries, err = decode(kind, text)
	if err != nil {
		return nil, false, fmt.Errorf("%s:%w; restore the file, or empty the folder and build again (nothing was published)",
			t.name(name), err)
	}
	return entries, true, nil
}
