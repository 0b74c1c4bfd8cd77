package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/afero"
)

// errOpen is what this system says where another program has a file open.
func errOpen() error {
	if errno := syscall.Errno(32); busy(errno) {
		return errno // Windows
	}
	return syscall.EBUSY
}

// openFs answers as Windows does while other programs have files open: they are not replaced, moved
// or deleted, nor are their folders.
type openFs struct {
	afero.Fs
	mu    sync.Mutex
	files map[string]int // how often each is still refused, by the end of its name
	tries int
}

func (o *openFs) refuse(op string, names ...string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	for file, n := range o.files {
		for _, name := range names {
			if n > 0 && strings.HasSuffix("/"+filepath.ToSlash(name), "/"+file) {
				o.files[file]--
				o.tries++
				return &os.PathError{Op: op, Path: name, Err: errOpen()}
			}
		}
	}
	return nil
}

func (o *openFs) Rename(from, to string) error {
	if err := o.refuse("rename", to); err != nil {
		return err
	}
	return o.Fs.Rename(from, to)
}

func (o *openFs) Remove(name string) error {
	if err := o.refuse("remove", name); err != nil {
		return err
	}
	return o.Fs.Remove(name)
}

func (o *openFs) RemoveAll(name string) error {
	if err := o.refuse("remove", name); err != nil {
		return err
	}
	return o.Fs.RemoveAll(name)
}

// Open refuses records, and what is open exclusively.
func (o *openFs) Open(name string) (afero.File, error) {
	if strings.Contains(name, "exclusive") || strings.Contains(name, reserved) {
		if err := o.refuse("open", name); err != nil {
			return nil, err
		}
	}
	return o.Fs.Open(name)
}

const forEver = 1 << 30

var (
	openOld = files{"a": "1", "b": "1", "exclusive": "1", "gone/x": "1", "gone/y": "1", "gone/z": "1", "keep": "1", "swap/s": "1"}
	openNew = files{"a": "2", "b": "2", "exclusive": "2", "keep": "1", "new/n": "1", "swap": "1"}
)

// patiently publishes one site after the other while something is open, on a clock that needs no
// waiting.
func patiently(t *testing.T, open map[string]int, test func(t *testing.T, fs *openFs, dir string, err error, waited time.Duration)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		fs, dir := &openFs{Fs: afero.NewMemMapFs()}, "out"
		write(t, fs, dir, openOld)
		fs.files = open
		start := time.Now()
		_, err := Write(context.Background(), fs, dir, openNew.outputs(), 2)
		test(t, fs, dir, err, time.Since(start))
	})
}

// What another program has open for a while, be it a page, a record or a folder, does no harm.
func TestOpenForAWhile(t *testing.T) {
	for _, file := range []string{"out/a", "new", "gone/x", "gone", "swap/s", "swap", "exclusive", manifestName, copyName, journalName, stageName} {
		patiently(t, map[string]int{file: 5}, func(t *testing.T, fs *openFs, dir string, err error, waited time.Duration) {
			if err != nil || fs.tries < 5 || waited == 0 || waited >= patience {
				t.Errorf("%s: %v after %v and %d tries", file, err, waited, fs.tries)
			}
			expect(t, snapshot(t, fs.Fs, dir), openNew.published(t))
		})
	}
}

// What stays open for more than two seconds ends the publication, with words that tell what to do,
// and the next one heals.
func TestOpenForLong(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"out/a", "write out/a"},
		{"new", "write out/new"},
		{"gone/y", "delete out/gone/y"},
		{"swap/s", "delete out/swap/s"},
		{"swap", "delete out/swap"}, // a file of the site needs its place
		{"exclusive", "read out/exclusive"},
		{manifestName, "write out/" + manifestName}, // its copy tells the same
		{journalName, "write out/" + journalName},
	} {
		patiently(t, map[string]int{c.file: forEver}, func(t *testing.T, fs *openFs, dir string, err error, waited time.Duration) {
			want := fmt.Sprintf("%s: another program has it open; close it and build again (%v)", filepath.FromSlash(c.want), errOpen())
			if err == nil || err.Error() != want || !errors.Is(err, errOpen()) {
				t.Errorf("%s: got %v, want %s", c.file, err, want)
			}
			if waited < patience || waited > 4*patience { // the journal's own removal waits, too
				t.Errorf("%s: %v were waited", c.file, waited)
			}
			fs.files = nil
			write(t, fs, dir, openNew)
			expect(t, snapshot(t, fs, dir), openNew.published(t))
		})
	}
}

// Of the files that the site no longer has one that is open does not keep the others.
func TestOpenFileToDelete(t *testing.T) {
	patiently(t, map[string]int{"gone/x": forEver}, func(t *testing.T, fs *openFs, dir string, err error, _ time.Duration) {
		got := snapshot(t, fs.Fs, dir)
		for _, path := range []string{"gone/y", "gone/z"} {
			if _, in := got[path]; in {
				t.Errorf("%s is still published", path)
			}
		}
		if got["gone/x"] != "1" || got["a"] != "2" || err == nil {
			t.Errorf("%v: %v", err, got)
		}
		if found, err := Verify(context.Background(), fs.Fs, dir, openNew.outputs(), 1); err != nil || len(found) == 0 {
			t.Errorf("it counts as finished: %v", err)
		}
	})
}

// The end of the context ends the waiting.
func TestOpenUntilStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fs := &openFs{Fs: afero.NewMemMapFs()}
		write(t, fs, "out", openOld)
		fs.files = map[string]int{"out/a": forEver}
		ctx, cancel := context.WithTimeout(context.Background(), patience/4)
		defer cancel()
		start := time.Now()
		_, err := Write(ctx, fs, "out", openNew.outputs(), 1)
		if waited := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || waited != patience/4 {
			t.Errorf("%v after %v", err, waited)
		}
		write(t, fs.Fs, "out", openNew)
		expect(t, snapshot(t, fs.Fs, "out"), openNew.published(t))
	})
}

// What fails for another reason is not tried again.
func TestOtherFaultsDoNotWait(t *testing.T) {
	for _, errno := range []error{syscall.EIO, syscall.ENOSPC, syscall.EACCES, syscall.EROFS} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			for n := range 60 {
				fs := afero.NewMemMapFs()
				write(t, fs, "out", openOld)
				_, err := Write(context.Background(), &faultFs{Fs: fs, n: n, err: errno, lasting: true}, "out", openNew.outputs(), 1)
				if err != nil && strings.Contains(err.Error(), "another program") {
					t.Error(err)
				}
			}
			if waited := time.Since(start); waited > 0 {
				t.Errorf("%v: %v were waited", errno, waited)
			}
		})
	}
}

// Whatever is open, for once or for good, from whichever operation on: no file is lost, and the
// next publication heals.
func TestEveryOpenFile(t *testing.T) {
	for _, lasting := range []bool{false, true} {
		for n, more := 0, true; more; n++ {
			synctest.Test(t, func(t *testing.T) {
				fs := afero.NewMemMapFs()
				faulty := &faultFs{Fs: fs, n: n, err: errOpen(), lasting: lasting}
				failAndHeal(t, faulty, "out", faultNew)
				expect(t, snapshot(t, fs, "out"), faultNew.published(t).with(files{"CNAME": "mine", "gone/": "", "gone/mine": "mine"}))
				more = faulty.count > n
			})
		}
	}
}

// readOnlyFs answers as Windows does where a file that is read-only would be replaced.
type readOnlyFs struct{ afero.Fs }

func (r readOnlyFs) Rename(from, to string) error {
	if info, err := r.Stat(to); err == nil && info.Mode()&0o200 == 0 {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: errOpen()}
	}
	return r.Fs.Rename(from, to)
}

// A page of ours is replaced, though it is read-only: it has been copied from a CD, or a version
// control has marked it.
func TestReadOnlyPage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		disk := readOnlyFs{afero.NewMemMapFs()}
		write(t, disk, "out", openOld)
		for _, path := range []string{"a", "keep", manifestName} {
			if err := disk.Chmod(filepath.Join("out", path), 0o444); err != nil {
				t.Fatal(err)
			}
		}
		start := time.Now()
		write(t, disk, "out", openNew)
		if waited := time.Since(start); waited > 0 {
			t.Errorf("%v were waited", waited)
		}
		expect(t, snapshot(t, disk, "out"), openNew.published(t))
		if info, err := disk.Stat(filepath.Join("out", "keep")); err != nil || info.Mode().Perm() != fs.FileMode(0o444) {
			t.Errorf("a page that was not replaced has changed: %v, %v", info, err)
		}
	})
}
