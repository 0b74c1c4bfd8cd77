package build

import (
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
)

// trace is a file system that remembers what was read of it. A build is a
// function of what it reads: where all of that is as it was, so is the site.
type trace struct {
	afero.Fs
	mu     sync.Mutex
	reads  map[question]answer
	unsure bool // something was read in a way that cannot be asked again
}

// question is a way to look at a path: what bytes the file has, what the folder
// holds, or what there is at all. The answer is a hash or a word.
type question struct {
	kind byte // 'f', 'd' or 's'
	path string
}

// answer is a hash of what a question found.
type answer = [sha256.Size]byte

func newTrace(fsys afero.Fs) *trace { return &trace{Fs: fsys, reads: map[question]answer{}} }

func (t *trace) note(kind byte, path string, a answer) {
	t.mu.Lock()
	defer t.mu.Unlock()
	q := question{kind, filepath.Clean(path)}
	if before, ok := t.reads[q]; ok && before != a {
		t.unsure = true // it changed while the build ran
	}
	t.reads[q] = a
}

func (t *trace) doubt() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.unsure = true
}

func (t *trace) Stat(name string) (fs.FileInfo, error) {
	info, err := t.Fs.Stat(name)
	if a, ok := stat(info, err); ok {
		t.note('s', name, a)
	} else {
		t.doubt()
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

func (t *trace) Open(name string) (afero.File, error) {
	f, err := t.Fs.Open(name)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			t.doubt()
		}
		t.note('s', name, absent())
		return nil, err
	}
	return &tracedFile{File: f, trace: t, name: name, hash: sha256.New()}, nil
}

// tracedFile hashes what is read of it from its beginning to its end. Nothing a
// build does reads a file in another way.
type tracedFile struct {
	afero.File
	trace *trace
	name  string
	hash  hash.Hash
	read  bool // something was read
	ended bool
}

func (f *tracedFile) Read(p []byte) (int, error) {
	n, err := f.File.Read(p)
	f.hash.Write(p[:n])
	f.read = f.read || n > 0
	if err == io.EOF && !f.ended {
		f.ended = true
		f.trace.note('f', f.name, answer(f.hash.Sum(nil)))
	}
	return n, err
}

func (f *tracedFile) ReadAt([]byte, int64) (int, error)  { return 0, errors.ErrUnsupported }
func (f *tracedFile) Seek(int64, int) (int64, error)     { return 0, errors.ErrUnsupported }
func (f *tracedFile) Readdirnames(int) ([]string, error) { return nil, errors.ErrUnsupported }

func (f *tracedFile) Close() error {
	if f.read && !f.ended {
		f.trace.doubt()
	}
	return f.File.Close()
}

func (f *tracedFile) Readdir(n int) ([]fs.FileInfo, error) {
	infos, err := f.File.Readdir(n)
	entries := make([]fs.DirEntry, len(infos))
	for i, info := range infos {
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	f.listed(entries, n, err)
	return infos, err
}

func (f *tracedFile) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := readDir(f.File, n)
	f.listed(entries, n, err)
	return entries, err
}

func (f *tracedFile) listed(entries []fs.DirEntry, n int, err error) {
	if err != nil || n > 0 {
		f.trace.doubt()
		return
	}
	f.trace.note('d', f.name, list(entries))
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

// holds asks every question again, with as many goroutines as jobs, and reports
// whether each has its answer still.
func holds(ctx context.Context, fsys afero.Fs, reads []read, jobs int) bool {
	return parallel.Try(ctx, jobs, len(reads), 1, func() func(int) error {
		buf := make([]byte, 64<<10)
		return func(i int) error {
			if a, ok := ask(fsys, reads[i].question, buf); !ok || a != reads[i].answer {
				return errors.New("changed")
			}
			return nil
		}
	}) == nil
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
