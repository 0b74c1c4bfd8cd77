// Package cache remembers, for one output folder, what the last build read and
// what it made. When a build finds that everything read then reads the same, and
// that the site on disk is byte for byte what was published, it has nothing to
// do. Rules:
//
//   - All that a build's outcome depends on is in the record: the program, the
//     settings of the command line, and each file and folder it looked at.
//   - What the command line does with warnings is no such setting: all of them
//     are in the record, and whether they stop publication is asked anew.
//   - Nothing is trusted that can be looked at: neither sizes nor times.
//   - A record that is missing, damaged, foreign or cannot be written makes a
//     build do its work, and changes nothing else.
package cache

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
)

// Cache is the record of one output folder. The zero value remembers nothing.
type Cache struct {
	fs   afero.Fs
	file string // of the record; "" for none
	key  func() string
}

// New is the cache for the output folder out, with its records in a folder of
// the file system. Settings gives all that a build's outcome depends on beside
// what it reads; "" when that is not known, and nothing is remembered.
func New(fsys afero.Fs, folder, out string, settings func() string) Cache {
	out, err := filepath.Abs(out)
	if err != nil {
		return Cache{}
	}
	sum := sha256.Sum256([]byte(out))
	return Cache{fsys, filepath.Join(folder, filePrefix+hex.EncodeToString(sum[:8])), func() string {
		text := settings()
		if text == "" {
			return ""
		}
		sum := sha256.Sum256([]byte(text))
		return hex.EncodeToString(sum[:])
	}}
}

// Outcome is what a build made and said.
type Outcome struct {
	Manifest        [sha256.Size]byte `json:"-"` // the hash of the site's manifest
	Editions, Pages int
	Faults          diag.List
}

// record is the outcome of a build and what it was made from.
type record struct {
	key     string // of program and settings
	outcome Outcome
	reads   []read
}

// read is a question that the build asked, with its answer.
type read struct {
	question
	answer answer
}

// Last is the outcome of the build that the cache knows of, if one that reads
// everything again, with as many goroutines as jobs, would read the same.
func (c Cache) Last(ctx context.Context, jobs int) (Outcome, bool) {
	if c.file == "" {
		return Outcome{}, false
	}
	text, err := afero.ReadFile(c.fs, c.file)
	if err != nil {
		return Outcome{}, false
	}
	r, ok := decode(text)
	if !ok || r.key == "" || r.key != c.key() || !holds(ctx, c.fs, r.reads, jobs) {
		return Outcome{}, false
	}
	return r.outcome, true
}

// Remember writes the record of a build that published. Whatever fails here,
// the next build does its work.
func (c Cache) Remember(in *Inputs, outcome Outcome) {
	if c.file == "" || in.unsure {
		return
	}
	r := record{key: c.key(), outcome: outcome, reads: make([]read, 0, len(in.reads))}
	if r.key == "" {
		return
	}
	for q, a := range in.reads {
		r.reads = append(r.reads, read{q, a})
	}
	slices.SortFunc(r.reads, func(a, b read) int { return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.kind, b.kind)) })
	if c.makeFolder() != nil {
		return
	}
	temp := c.file + ".new"
	if r.save(c.fs, temp) != nil || c.fs.Rename(temp, c.file) != nil {
		_ = c.fs.Remove(temp)
	}
}

// makeFolder makes the folder of the records, in which git ignores all,
// wherever it lies: a record names every file that was read, drafts too. A
// folder that other programs use as well stays as they want it.
func (c Cache) makeFolder() error {
	folder := filepath.Dir(c.file)
	if err := c.fs.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	entries, err := afero.ReadDir(c.fs, folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), filePrefix) {
			return nil // .gitignore, or another program's
		}
	}
	return afero.WriteFile(c.fs, filepath.Join(folder, ".gitignore"), []byte("*\n"), 0o644)
}

// save writes a record to a file, which may be large.
func (r record) save(fsys afero.Fs, name string) error {
	f, err := fsys.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(r.encode(f), f.Close())
}

const (
	filePrefix = "dossier-"
	heading    = "dossier cache 2"
	lastWord   = "end "
)

// encode writes a record: a heading, the key, the manifest, the outcome as
// JSON, a line for each read, and a line with the hash of all before it.
func (r record) encode(w io.Writer) error {
	hash := sha256.New()
	b := bufio.NewWriterSize(io.MultiWriter(w, hash), 64<<10)
	faults, err := json.Marshal(r.outcome)
	if err != nil {
		panic(err) // plain data
	}
	fmt.Fprintf(b, "%s\n%s\n%x\n%s\n", heading, r.key, r.outcome.Manifest, faults)
	for _, x := range r.reads {
		line := hex.AppendEncode(append(b.AvailableBuffer(), x.kind, ' '), x.answer[:])
		b.Write(append(strconv.AppendQuote(append(line, ' '), x.path), '\n'))
	}
	if err := b.Flush(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%x\n", lastWord, hash.Sum(nil))
	return err
}

// decode is the inverse of encode; false for anything else.
func decode(text []byte) (r record, ok bool) {
	end := bytes.LastIndex(text, []byte("\n"+lastWord)) + 1
	body, last := text[:end], text[end:]
	if string(last) != fmt.Sprintf("%s%x\n", lastWord, sha256.Sum256(body)) {
		return record{}, false
	}
	lines := bufio.NewScanner(bytes.NewReader(body))
	lines.Buffer(nil, len(body)+1)
	next := func() string { lines.Scan(); return lines.Text() }
	if next() != heading {
		return record{}, false
	}
	r.key = next()
	sum, err := hex.DecodeString(next())
	if err != nil || len(sum) != sha256.Size || json.Unmarshal([]byte(next()), &r.outcome) != nil {
		return record{}, false
	}
	copy(r.outcome.Manifest[:], sum)
	for lines.Scan() {
		kind, rest, _ := strings.Cut(lines.Text(), " ")
		sum, quoted, _ := strings.Cut(rest, " ")
		x := read{}
		found, err := hex.DecodeString(sum)
		if err != nil || copy(x.answer[:], found) != len(x.answer) || len(kind) != 1 {
			return record{}, false
		}
		x.kind = kind[0]
		if x.path, err = strconv.Unquote(quoted); err != nil {
			return record{}, false
		}
		r.reads = append(r.reads, x)
	}
	return r, true
}
