package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/publish/record"
)

// faultFs fails its n-th operation, counted from 0; with lasting, every later one, too; with late,
// after having done it. A failing write writes half.
type faultFs struct {
	afero.Fs
	n             int
	err           error
	lasting, late bool
	mu            sync.Mutex
	count, syncs  int
	journaled     bool // the journal was in place before anything failed
}

// hit counts an operation.
func (f *faultFs) hit() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.count++
	return f.count-1 == f.n || f.lasting && f.count > f.n
}

func (f *faultFs) do(op, name string, work func() error) error {
	hit := f.hit()
	if hit && !f.late {
		return &os.PathError{Op: op, Path: name, Err: f.err}
	}
	err := work()
	if hit {
		err = &os.PathError{Op: op, Path: name, Err: f.err}
	}
	return err
}

func (f *faultFs) OpenFile(name string, flag int, mode os.FileMode) (file afero.File, err error) {
	err = f.do("open", name, func() error { file, err = f.Fs.OpenFile(name, flag, mode); return err })
	if err != nil {
		if file != nil {
			file.Close()
		}
		return nil, err
	}
	return faultFile{file, f}, nil
}
func (f *faultFs) Open(name string) (afero.File, error) { return f.OpenFile(name, os.O_RDONLY, 0) }
func (f *faultFs) Mkdir(name string, m os.FileMode) error {
	return f.do("mkdir", name, func() error { return f.Fs.Mkdir(name, m) })
}
func (f *faultFs) MkdirAll(name string, m os.FileMode) error {
	return f.do("mkdir", name, func() error { return f.Fs.MkdirAll(name, m) })
}
func (f *faultFs) Remove(name string) error {
	return f.do("remove", name, func() error { return f.Fs.Remove(name) })
}
func (f *faultFs) RemoveAll(name string) error {
	return f.do("remove", name, func() error { return f.Fs.RemoveAll(name) })
}
func (f *faultFs) Rename(a, b string) error {
	err := f.do("rename", a, func() error { return f.Fs.Rename(a, b) })
	f.journaled = f.journaled || err == nil && filepath.Base(b) == journalName
	return err
}
func (f *faultFs) Chmod(name string, m os.FileMode) error {
	return f.do("chmod", name, func() error { return f.Fs.Chmod(name, m) })
}
func (f *faultFs) Stat(name string) (info os.FileInfo, err error) {
	err = f.do("stat", name, func() error { info, err = f.Fs.Stat(name); return err })
	return info, err
}
func (f *faultFs) LstatIfPossible(name string) (info os.FileInfo, can bool, err error) {
	err = f.do("lstat", name, func() error { info, can, err = f.Fs.(afero.Lstater).LstatIfPossible(name); return err })
	return info, can, err
}

type faultFile struct {
	afero.File
	fs *faultFs
}

func (f faultFile) Write(b []byte) (int, error) {
	if f.fs.hit() {
		n, _ := f.File.Write(b[:len(b)/2])
		if f.fs.late {
			return n, nil // a short write without an error
		}
		return n, &os.PathError{Op: "write", Path: f.Name(), Err: f.fs.err}
	}
	return f.File.Write(b)
}
func (f faultFile) Read(b []byte) (n int, err error) {
	err = f.fs.do("read", f.Name(), func() error { n, err = f.File.Read(b); return err })
	return n, err
}
func (f faultFile) Readdirnames(n int) (names []string, err error) {
	err = f.fs.do("readdir", f.Name(), func() error { names, err = f.File.Readdirnames(n); return err })
	return names, err
}
func (f faultFile) Readdir(n int) (infos []os.FileInfo, err error) {
	err = f.fs.do("readdir", f.Name(), func() error { infos, err = f.File.Readdir(n); return err })
	return infos, err
}

// Sync is counted and may fail; to really wait for the disk would take most of the tests' time.
func (f faultFile) Sync() error {
	f.fs.syncs++
	return f.fs.do("sync", f.Name(), func() error { return nil })
}
func (f faultFile) Close() error {
	hit := f.fs.hit()
	err := f.File.Close()
	if hit {
		err = &os.PathError{Op: "close", Path: f.Name(), Err: f.fs.err}
	}
	return err
}

// The two sites have every kind of step between them.
var (
	faultOld  = files{"keep": "1", "change": "1", "edited": "1", "gone/deep/x": "1", "gone/y": "1", "swap": "1", "fold/a/b": "1", "fold/c": "1"}
	faultNew  = files{"keep": "1", "change": "22", "edited": "1", "new/deep/z": "3", "swap/in/side": "4", "fold": "5", "adopt": "6"}
	faultThem = files{"CNAME": "mine", "gone/mine": "mine", "adopt": "6", "edited": "by hand"}
	// faultStage is what a killed publication may have left.
	faultStage = files{stageName + "/": "", stageName + "/keep": "half", stageName + "/new/": "", stageName + "/new/deep": "3"}
)

// Whatever operation fails, however: nothing at all is changed before the journal is there, and
// then the old or the new bytes are at every path, foreign files as they were, the error to be
// recognised, and the next publication gives exactly the site, be it the new one, the old one or a
// third.
func TestEveryFault(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	third := files{"change": "333", "new": "3", "swap": "4", "fold/c/d": "5"}
	theirs := files{"CNAME": "mine", "gone/": "", "gone/mine": "mine"}
	for i, errno := range []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES} {
		for mode := range 4 {
			next := []files{faultNew, faultOld, third}[(i+mode)%3]
			lasting, late := mode&1 != 0, mode&2 != 0
			test := func(t *testing.T, fs afero.Fs, dir string) {
				t.Parallel()
				for n, more := 0, true; more; n++ {
					at := filepath.Join(dir, fmt.Sprint(n))
					faulty := &faultFs{Fs: fs, n: n, err: errno, lasting: lasting, late: late}
					failAndHeal(t, faulty, at, next)
					expect(t, snapshot(t, fs, at), next.published(t).with(theirs))
					more = faulty.count > n
				}
			}
			name := fmt.Sprintf("%v/lasting=%v,late=%v", errno, lasting, late)
			if mode == i && mode > 0 { // some on a real folder, too; it is slow
				t.Run(name, func(t *testing.T) { onDisks(t, test) })
			} else {
				t.Run(name, func(t *testing.T) { test(t, afero.NewMemMapFs(), "out") })
			}
		}
	}
}

// failAndHeal publishes the old site, then the new one through faulty, then next.
func failAndHeal(t *testing.T, faulty *faultFs, dir string, next files) {
	t.Helper()
	healthy := &faultFs{Fs: faulty.Fs, n: -1}
	write(t, healthy, dir, faultOld)
	put(t, healthy, dir, faultThem)
	before := snapshot(t, healthy, dir)
	if faulty.n%2 == 0 {
		put(t, healthy, dir, faultStage)
	}
	result, err := Write(context.Background(), faulty, dir, faultNew.outputs(), 1)
	after := snapshot(t, healthy, dir)
	if err != nil && !faulty.journaled {
		checkUntouched(t, faulty, after, before)
	}
	checkFault(t, after, result, err, faulty.err)
	if next["adopt"] == "" && err != nil {
		// Whether it was adopted, and may be deleted, depends on the fault.
		_ = healthy.Remove(filepath.Join(dir, "adopt"))
	}
	write(t, healthy, dir, next)
}

// checkUntouched sees to it that a publication that failed without a journal left the folder as it
// was. A staging folder may stay where it was before, or where it cannot be removed; a journal,
// where it was renamed, but said to have failed, and could not be removed.
func checkUntouched(t *testing.T, faulty *faultFs, after, before files) {
	t.Helper()
	after = maps.Clone(after)
	if faulty.lasting && faulty.late {
		delete(after, journalName)
	}
	if faulty.lasting || faulty.count <= faulty.n+2 { // nothing came after the fault but a closing: it was before the older folder's removal, or that
		maps.DeleteFunc(after, func(path, _ string) bool { return strings.HasPrefix(path, stageName+"/") })
	}
	expect(t, after, before)
}

func checkFault(t *testing.T, got files, result Result, err, errno error) {
	t.Helper()
	if err == nil {
		expect(t, got, faultNew.published(t).with(files{"CNAME": "mine", "gone/": "", "gone/mine": "mine"}))
		return
	}
	if !errors.Is(err, errno) && !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("%v is not %v", err, errno)
	}
	if !reflect.DeepEqual(result, Result{}) {
		t.Errorf("a result beside an error: %+v", result)
	}
	for path, body := range got {
		known := path == manifestName || path == copyName || path == journalName || path[len(path)-1] == '/' || record.BadPath(path) != ""
		for _, f := range []files{faultOld, faultNew, faultThem} {
			b, in := f[path]
			known = known || in && b == body
		}
		if !known {
			t.Errorf("%s: %q is neither old nor new", path, body)
		}
	}
	for _, path := range []string{"CNAME", "gone/mine", "adopt"} {
		if got[path] != faultThem[path] {
			t.Errorf("foreign %s is now %q", path, got[path])
		}
	}
}

func TestFaultsInParallel(t *testing.T) {
	if testing.Short() {
		t.Skip("it damages, fails or kills thousands of publications")
	}
	fs := afero.NewOsFs()
	for n := range 120 {
		dir := t.TempDir()
		write(t, fs, dir, faultOld)
		_, err := Write(context.Background(), &faultFs{Fs: fs, n: n, err: syscall.ENOSPC, lasting: n%2 == 0}, dir, faultNew.outputs(), 4)
		if err != nil && !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("%d: %v", n, err)
		}
		write(t, fs, dir, faultNew)
		expect(t, snapshot(t, fs, dir), faultNew.published(t))
	}
}

func TestErrorWords(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	full := &renameFs{Fs: afero.NewOsFs()}
	put(t, full, dir, files{"a/mine": "mine"})
	_, err := Write(context.Background(), full, dir, files{"a/b": "1"}.outputs(), 1)
	if want := "write " + filepath.Join(dir, "a", "b") + ": " + syscall.ENOSPC.Error(); err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := os.Stat(filepath.Join(dir, stageName)); !os.IsNotExist(err) {
		t.Error("the staging folder stays")
	}
	if _, err := os.Stat(filepath.Join(dir, journalName)); err != nil {
		t.Error("the journal must stay")
	}
}

// renameFs refuses to rename onto "b".
type renameFs struct{ afero.Fs }

func (r *renameFs) Rename(from, to string) error {
	if filepath.Base(to) == "b" {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.ENOSPC}
	}
	return r.Fs.Rename(from, to)
}

// Only journal and manifest wait for the disk: without them nobody knows whose the files are, and
// one a page would take ages.
func TestRecordsAreSynced(t *testing.T) {
	fs := &faultFs{Fs: afero.NewMemMapFs(), n: -1}
	write(t, fs, "out", faultNew)
	if fs.syncs != 2 {
		t.Errorf("%d files synced, want journal and manifest", fs.syncs)
	}
}

func TestEqualBytesAreNotStaged(t *testing.T) {
	fs := afero.NewMemMapFs()
	write(t, fs, "out", files{"a": "1", "b": "1"})
	p, err := look(tree{fs, "out"}, newSite(files{"a": "1", "b": "2"}.outputs()), false)
	if err != nil {
		t.Fatal(err)
	}
	kept := files{}
	_, err = p.render(context.Background(), 1, func(path string, write func(io.Writer) error) error {
		var body strings.Builder
		err := write(&body)
		kept[path] = body.String()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, kept, files{"b": "2"})
}
