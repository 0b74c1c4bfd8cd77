// Package cache remembers, for one output folder, what the last build read and
// what it made. When a build finds that everything read then reads the same, and
// that the site on disk is byte for byte what was published, it has nothing to
// do. Any other build of the same program and settings learns what has not changed:
//
//   - which files the last one wrote, with the key that each had (package keys): where
//     the layouts are the same, a file whose key is the same, and that is on the disk
//     with the same hash, is not made again;
//   - which files read as they did: they need not be read twice (Inputs.Unread);
//   - what was made of them (Store).
//
// Rules:
//
//   - All that a build's outcome depends on is in the record: the program, the
//     settings of the command line, and each file and folder it looked at.
//   - What the command line does with warnings is no such setting: all of them
//     are in the record, and whether they stop publication is asked anew.
//   - Of a file whose stamp (package stamp) is as it was, nothing else is looked at. It is
//     read where it may have changed within a tick of the clock after it was read, and
//     wherever no time of change is kept that programs cannot set.
//   - A record or store that is missing, damaged, foreign or cannot be written makes a
//     build do its work, and changes nothing else. Both name the program and the
//     settings; the record has one checksum, the store one for each value.
package cache

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dossier/generator/diag"
	"dossier/generator/stamp"
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

// Is reports whether it remembers anything.
func (c Cache) Is() bool { return c.file != "" }

// Outcome is what a build made and said.
type Outcome struct {
	Manifest        [sha256.Size]byte // the hash of the site's manifest
	Editions, Pages int
	Faults          diag.List
	Outputs         []Output // by path
}

// Output is a file of the site, for which a key was known.
type Output struct {
	Path  string
	Key   [16]byte          // equal as long as the file cannot be another
	Sum   [sha256.Size]byte // of its bytes
	Stamp stamp.Stamp       // that it had with these; zero where it is not known
}

// record is the outcome of a build and what it was made from.
type record struct {
	key     string // of program and settings
	at      int64  // when its file was made, as a stamp has it
	outcome Outcome
	reads   []read
}

// read is a question that the build asked, with its answer.
type read struct {
	question
	seen
}

// Last is the build that a cache knows of.
type Last struct {
	Outcome
	Holds bool // a build that reads everything again would read the same
	at    int64
	reads []read
	same  map[string]seen // files that are as they were, by path
}

// In is the hash of what the build read in a folder.
func (l *Last) In(folder string) [sha256.Size]byte { return hashIn(l.reads, folder) }

// Last looks at all that the last build read, with as many goroutines as jobs. It is zero
// when that is not known.
func (c Cache) Last(ctx context.Context, jobs int) (last Last) {
	if c.file == "" {
		return last
	}
	text, err := afero.ReadFile(c.fs, c.file)
	if err != nil {
		return last
	}
	r, ok := decode(text)
	if !ok || r.key == "" || r.key != c.key() {
		return last
	}
	last = Last{Outcome: r.outcome, at: r.at, reads: r.reads}
	same := again(ctx, c.fs, r, jobs)
	if last.Holds = !slices.Contains(same, false); last.Holds {
		return last
	}
	last.same = make(map[string]seen, len(same))
	for i, x := range r.reads {
		if same[i] && x.kind == 'f' {
			last.same[x.path] = x.seen
		}
	}
	return last
}

// Output gives what is known of the output at a path.
func (l *Last) Output(path string) (Output, bool) {
	i, ok := slices.BinarySearchFunc(l.Outputs, path, func(o Output, path string) int { return strings.Compare(o.Path, path) })
	if !ok {
		return Output{}, false
	}
	return l.Outputs[i], true
}

// Still reports whether the file of an output, which has a stamp now, is as it was.
func (l *Last) Still(path string, now stamp.Stamp) bool {
	was, _ := l.Output(path)
	return was.Stamp.Holds(now, l.at)
}

// Remember writes the record of a build that published. Whatever fails here,
// the next build does its work.
func (c Cache) Remember(in *Inputs, outcome Outcome) {
	if c.file == "" || in.unsure {
		return
	}
	r := record{key: c.key(), outcome: outcome}
	if r.key == "" {
		return
	}
	r.reads = in.sorted("")
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

// save writes a record to a file, which may be large, with the time at which it does: by the
// clock of the file system.
func (r record) save(fsys afero.Fs, name string) error {
	_ = fsys.Remove(name)
	f, err := fsys.Create(name)
	if err != nil {
		return err
	}
	if info, err := f.Stat(); err == nil {
		r.at = stamp.Of(info).Changed
	}
	return errors.Join(r.encode(f), f.Close())
}

const filePrefix = "dossier-"
