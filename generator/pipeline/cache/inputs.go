package cache

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"dossier/generator/parallel"
	"dossier/generator/stamp"
)

// Inputs is a file system that notes what is read of it. A build is a
// function of what it reads: where all of that is as it was, so is the site.
type Inputs struct {
	afero.Fs
	mu     sync.Mutex
	reads  map[question]seen
	unsure bool            // something was read in a way that cannot be asked again
	same   map[string]seen // files that this build has read, and that are as they were
}

// question is a way to look at a path: what bytes the file has, what the folder
// holds, or what there is at all. The answer is a hash or a word.
type question struct {
	kind byte // 'f', 'd' or 's'
	path string
}

// answer is a hash of what a question found.
type answer = [sha256.Size]byte

// seen is an answer and, of a file that was read, the stamp that it had before.
type seen struct {
	answer answer
	stamp  stamp.Stamp
}

// Note is a file system of which all that is read is noted. Last is what is known of the
// build before.
func Note(fsys afero.Fs, last Last) *Inputs {
	return &Inputs{Fs: fsys, reads: make(map[question]seen, len(last.reads)), same: last.same}
}

func (in *Inputs) note(kind byte, path string, a seen) {
	in.mu.Lock()
	defer in.mu.Unlock()
	q := question{kind, filepath.Clean(path)}
	if before, ok := in.reads[q]; ok && before != a {
		a.stamp = stamp.Stamp{}
		in.unsure = in.unsure || before.answer != a.answer // it changed while the build ran
	}
	in.reads[q] = a
}

// Unread gives the hash of a file that need not be read, as it has been by this build
// already: Last has found that it is as it was. It is noted as read.
func (in *Inputs) Unread(name string) (sum [sha256.Size]byte, ok bool) {
	was, ok := in.same[filepath.Clean(name)]
	if ok {
		in.note('f', name, was)
	}
	return was.answer, ok
}

// Sum gives the hash of a file that was read.
func (in *Inputs) Sum(name string) (sum [sha256.Size]byte, ok bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	was, ok := in.reads[question{'f', filepath.Clean(name)}]
	return was.answer, ok
}

// sorted are the questions that were asked about paths that begin so, with their answers, by path.
func (in *Inputs) sorted(prefix string) []read {
	in.mu.Lock()
	defer in.mu.Unlock()
	var all []read
	for q, a := range in.reads {
		if strings.HasPrefix(q.path, prefix) {
			all = append(all, read{q, a})
		}
	}
	slices.SortFunc(all, func(a, b read) int { return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.kind, b.kind)) })
	return all
}

// In is the hash of what was read in a folder so far, and whether that is known.
func (in *Inputs) In(folder string) (sum [sha256.Size]byte, ok bool) {
	return hashIn(in.sorted(below(folder)), folder), !in.unsure
}

// below is how all paths in a folder begin, and perhaps others.
func below(folder string) string {
	if folder = filepath.Clean(folder); folder == "." {
		return ""
	}
	return folder
}

// hashIn hashes the answers about a folder and what is in it.
func hashIn(reads []read, folder string) [sha256.Size]byte {
	var all []byte
	folder = filepath.Clean(folder)
	prefix := below(folder)
	for _, r := range reads {
		if !strings.HasPrefix(r.path, prefix) {
			continue
		}
		if rel, err := filepath.Rel(folder, r.path); err == nil && filepath.IsLocal(rel) {
			all = append(append(append(all, r.kind), rel...), 0)
			all = append(all, r.answer[:]...)
		}
	}
	return sha256.Sum256(all)
}

// Sure reports whether all that was read is known, and did not change while it was.
func (in *Inputs) Sure() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	return !in.unsure
}

func (in *Inputs) doubt() {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.unsure = true
}

func (in *Inputs) Stat(name string) (fs.FileInfo, error) {
	info, err := in.Fs.Stat(name)
	if a, ok := stat(info, err); ok {
		in.note('s', name, seen{answer: a})
	} else {
		in.doubt()
	}
	return info, err
}

func stat(info fs.FileInfo, err error) (a answer, ok bool) {
	switch {
	case err == nil:
		return sha256.Sum256([]byte(info.Mode().Type().String())), true
	case errors.Is(err, fs.ErrNotExist):
		return absent(), true
	}
	return answer{}, false
}

// absent is the answer where there is nothing.
func absent() answer { return sha256.Sum256([]byte("absent")) }

func (in *Inputs) Open(name string) (afero.File, error) {
	f, err := in.Fs.Open(name)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			in.doubt()
		}
		in.note('s', name, seen{answer: absent()})
		return nil, err
	}
	noted := &notedFile{File: f, inputs: in, name: name, hash: sha256.New()}
	if info, err := f.Stat(); err == nil {
		noted.stamp = stamp.Of(info)
	}
	return noted, nil
}

// notedFile hashes what is read of it from its beginning to its end. Nothing a
// build does reads a file in another way.
type notedFile struct {
	afero.File
	inputs *Inputs
	name   string
	hash   hash.Hash
	stamp  stamp.Stamp
	read   bool // something was read
	ended  bool
}

func (f *notedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.hash.Write(p[:n])
	f.read = f.read || n > 0
	if err == io.EOF && !f.ended {
		f.ended = true
		f.inputs.note('f', f.name, seen{answer(f.hash.Sum(nil)), f.stamp})
	}
	return n, err
}

func (f *notedFile) ReadAt([]byte, int64) (int, error)  { return 0, errors.ErrUnsupported }
func (f *notedFile) Seek(int64, int) (int64, error)     { return 0, errors.ErrUnsupported }
func (f *notedFile) Readdirnames(int) ([]string, error) { return nil, errors.ErrUnsupported }

func (f *notedFile) Close() error {
	if f.read && !f.ended {
		f.inputs.doubt()
	}
	return f.File.Close()
}

func (f *notedFile) Readdir(n int) ([]fs.FileInfo, error) {
	infos, err := f.File.Readdir(n)
	entries := make([]fs.DirEntry, len(infos))
	for i, info := range infos {
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	f.listed(entries, n, err)
	return infos, err
}

func (f *notedFile) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := readDir(f.File, n)
	f.listed(entries, n, err)
	return entries, err
}

func (f *notedFile) listed(entries []fs.DirEntry, n int, err error) {
	if err != nil || n > 0 {
		f.inputs.doubt()
		return
	}
	f.inputs.note('d', f.name, seen{answer: list(entries)})
}

// readDir lists a folder with what types its entries have.
func readDir(f afero.File, n int) ([]fs.DirEntry, error) {
	if d, ok := f.(fs.ReadDirFile); ok {
		return d.ReadDir(n)
	}
	infos, err := f.Readdir(n)
	entries := make([]fs.DirEntry, len(infos))
	for i, info := range infos {
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	return entries, err
}

// list hashes the names and types of entries.
func list(entries []fs.DirEntry) answer {
	lines := make([]string, len(entries))
	for i, e := range entries {
		lines[i] = e.Type().String() + e.Name()
	}
	slices.Sort(lines)
	return sha256.Sum256([]byte(strings.Join(lines, "\x00")))
}

// again asks every question of a record again, with as many goroutines as jobs, and reports
// which have their answer still. Of those, it puts the stamps of today into the record.
func again(ctx context.Context, fsys afero.Fs, r record, jobs int) []bool {
	same := make([]bool, len(r.reads))
	_ = parallel.Try(ctx, jobs, len(r.reads), 8, func() func(int) error {
		buf := make([]byte, 64<<10)
		return func(i int) error {
			x := &r.reads[i]
			var now stamp.Stamp
			if x.kind == 'f' {
				now = stampOf(fsys, x.path)
			}
			if same[i] = x.stamp.Holds(now, r.at); !same[i] {
				a, ok := ask(fsys, x.question, buf)
				same[i], x.stamp = ok && a == x.answer, now
			}
			return nil
		}
	}) // those that were not asked are not the same
	return same
}

func stampOf(fsys afero.Fs, name string) stamp.Stamp {
	info, err := fsys.Stat(name)
	if err != nil {
		return stamp.Stamp{}
	}
	return stamp.Of(info)
}

// ask gives the answer to a question now; false when that cannot be told.
func ask(fsys afero.Fs, q question, buf []byte) (a answer, ok bool) {
	if q.kind == 's' {
		return stat(fsys.Stat(q.path))
	}
	f, err := fsys.Open(q.path)
	if err != nil {
		return answer{}, false
	}
	defer f.Close()
	if q.kind == 'd' {
		entries, err := readDir(f, -1)
		return list(entries), err == nil
	}
	sum := sha256.New()
	_, err = io.CopyBuffer(sum, struct{ io.Reader }{f}, buf)
	return answer(sum.Sum(nil)), err == nil
}
