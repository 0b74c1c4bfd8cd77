package record

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
)

// Kind is which list a record is. Both share one format.
type Kind string

// The kinds of record. A journal may name a path once for each of several unfinished publications.
const (
	Manifest Kind = "manifest"
	Journal  Kind = "journal"
)

// Sum is the SHA-256 of a file's bytes.
type Sum = [sha256.Size]byte

// Entry is one line of a record: a file of the site and what it hashed to.
type Entry struct {
	Path string
	Sum  Sum
}

// Compare orders entries by path, and those of one path by sum.
func Compare(a, b Entry) int {
	return cmp.Or(strings.Compare(a.Path, b.Path), bytes.Compare(a.Sum[:], b.Sum[:]))
}

// Sorted sorts entries in place and gives each once.
func Sorted(entries []Entry) []Entry {
	slices.SortFunc(entries, Compare)
	return slices.Compact(entries)
}

// Named reports whether sorted entries name the path.
func Named(entries []Entry, path string) bool {
	_, found := slices.BinarySearchFunc(entries, path, func(e Entry, p string) int { return strings.Compare(e.Path, p) })
	return found
}

func heading(kind Kind, files int, sum Sum) string {
	return fmt.Sprintf("# dossier %s 2: %d files, %x", kind, files, sum)
}

// bufferSize is how much of a text is in memory at a time.
const bufferSize = 64 << 10

// Write writes a record of sorted entries without ever having all of it in memory. Decode is the
// inverse.
func Write(w io.Writer, kind Kind, entries []Entry) error {
	hash := sha256.New()
	b := bufio.NewWriterSize(hash, bufferSize)
	if err := writeLines(b, entries); err != nil {
		return err
	}
	b.Reset(w)
	if _, err := b.WriteString(heading(kind, len(entries), Sum(hash.Sum(nil))) + "\n"); err != nil {
		return err
	}
	return writeLines(b, entries)
}

func writeLines(b *bufio.Writer, entries []Entry) error {
	for _, e := range entries {
		line := hex.AppendEncode(b.AvailableBuffer(), e.Sum[:])
		line = append(append(append(line, "  "...), e.Path...), '\n')
		if _, err := b.Write(line); err != nil {
			return err
		}
	}
	return b.Flush()
}

// Digest is what the text of a record hashes to.
func Digest(kind Kind, entries []Entry) Sum {
	hash := sha256.New()
	_ = Write(hash, kind, entries) // a hash takes everything
	return Sum(hash.Sum(nil))
}
