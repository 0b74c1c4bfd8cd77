package publish

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/afero"
)

// hold opens a file or a folder as another program does, and lets others do no more with it than
// share says.
func hold(t *testing.T, name string, share uint32) (release func()) {
	t.Helper()
	p, err := syscall.UTF16PtrFromString(name)
	if err != nil {
		t.Fatal(err)
	}
	h, err := syscall.CreateFile(p, syscall.GENERIC_READ, share, nil, syscall.OPEN_EXISTING, syscall.FILE_FLAG_BACKUP_SEMANTICS, 0)
	if err != nil {
		t.Fatal(err)
	}
	return func() { _ = syscall.CloseHandle(h) }
}

func TestWindowsFileOpenElsewhere(t *testing.T) {
	for _, c := range []struct {
		path  string
		share uint32
		what  string
	}{
		{"a", syscall.FILE_SHARE_READ, "write"},
		{"a", syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE, "write"},
		{"exclusive", 0, "read"},
		{"gone/x", syscall.FILE_SHARE_READ, "delete"},
		{"swap", syscall.FILE_SHARE_READ | syscall.FILE_SHARE_WRITE, "delete"},
		{manifestName, syscall.FILE_SHARE_READ, "write"},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		synctest.Test(t, func(t *testing.T) {
			fs := afero.NewOsFs()
			write(t, fs, dir, openOld)
			release := hold(t, filepath.Join(dir, filepath.FromSlash(c.path)), c.share)
			_, err := Write(context.Background(), fs, dir, openNew.outputs(), 1)
			want := c.what + " " + filepath.Join(dir, filepath.FromSlash(c.path)) + ": another program has it open; close it and build again"
			if err == nil || !strings.HasPrefix(err.Error(), want) {
				t.Errorf("%s: got %v, want %s", c.path, err, want)
			}
			time.AfterFunc(patience/2, release)
			write(t, fs, dir, openNew)
			expect(t, snapshot(t, fs, dir), openNew.published(t))
		})
	}
}

// A program is in the folder: its pages can be deleted and it cannot.
func TestWindowsFolderOpenElsewhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	synctest.Test(t, func(t *testing.T) {
		fs := afero.NewOsFs()
		write(t, fs, dir, leftOld)
		release := hold(t, filepath.Join(dir, "articles", "pier"), syscall.FILE_SHARE_READ|syscall.FILE_SHARE_WRITE)
		if _, err := Write(context.Background(), fs, dir, leftNew.outputs(), 1); err != nil {
			t.Fatal(err)
		}
		left := files{"articles/pier/": "", leftName + "/": "", leftName + "/articles/": "", leftName + "/articles/pier/": ""}
		expect(t, snapshot(t, fs, dir), leftNew.published(t).with(left))
		release()
		write(t, fs, dir, leftNew)
		expect(t, snapshot(t, fs, dir), leftNew.published(t))
	})
}

func TestWindowsReadOnlyPage(t *testing.T) {
	fs, dir := afero.NewOsFs(), filepath.Join(t.TempDir(), "out")
	write(t, fs, dir, openOld)
	for _, path := range []string{"a", "gone/x", "swap/s", manifestName} {
		if err := os.Chmod(filepath.Join(dir, filepath.FromSlash(path)), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	start := time.Now()
	write(t, fs, dir, openNew)
	if waited := time.Since(start); waited > patience {
		t.Errorf("%v were waited", waited)
	}
	expect(t, snapshot(t, fs, dir), openNew.published(t))
}
