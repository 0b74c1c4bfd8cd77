package publish

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
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
//
// A path that two merged branches published in two forms stands there twice until the next publication.
type Manifest struct{ entries []entry }

// entry is one line of a manifest or a journal.
type entry struct {
	path string
	sum  Sum
}

// ReadManifest reads what the manifest of the output folder dir and its copy name. Where there is neither, it is empty. It
// returns the file system's error wrapped with the file's name, an *InTheWayError if a record is no regular file, and an
// error if both are damaged.
func ReadManifest(fs afero.Fs, dir string) (Manifest, error) {
	r, err := tree{fs: fs, dir: dir}.readRecords(false)
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

func heading(kind string, files int, sum Sum) string {
	return fmt.Sprintf("# dossier %s 2: %d files, %x", kind, files, sum)
}

// text is a record as it stands on disk; decode is the inverse. Entries are sorted.
type text struct {
	kind    string
	entries []entry
}

// write writes the record without ever having all of it in memory.
func (t text) write(w io.Writer) error {
	hash := sha256.New()
	b := bufio.NewWriterSize(hash, chunkSize)
	if err := t.lines(b); err != nil {
		return err
	}
	b.Reset(w)
	if _, err := b.WriteString(heading(t.kind, len(t.entries), Sum(hash.Sum(nil))) + "\n"); err != nil {
		return err
	}
	return t.lines(b)
}

func (t text) lines(b *bufio.Writer) error {
	for _, e := range t.entries {
		line := hex.AppendEncode(b.AvailableBuffer(), e.sum[:])
		line = append(append(append(line, "  "...), e.path...), '\n')
		if _, err := b.Write(line); err != nil {
			return err
		}
	}
	return b.Flush()
}
