//go:build unix

package lock

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/afero"
)

// What names no place for a folder is said at once, and no folder that was made on the way stays.
func TestFolderCannotBeMade(t *testing.T) {
	dir := t.TempDir()
	put(t, afero.NewOsFs(), dir, files{"file": "mine"})
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "closed"), 0o555), os.Mkdir(filepath.Join(dir, "hidden"), 0o000),
		os.Symlink("loop", filepath.Join(dir, "loop")), os.Symlink("nowhere", filepath.Join(dir, "dangling"))); err != nil {
		t.Fatal(err)
	}
	dangling := "the symbolic link " + filepath.Join(dir, "dangling") + " leads to nothing"
	cases := map[string]string{
		"file/out": syscall.ENOTDIR.Error(), "file/a/b/c": syscall.ENOTDIR.Error(),
		"dangling": dangling, "dangling/a/b": dangling, "loop/out": syscall.ELOOP.Error(),
		"new/" + strings.Repeat("n", 300): syscall.ENAMETOOLONG.Error(),
	}
	if os.Getuid() != 0 {
		cases["closed/out"], cases["hidden/out"] = syscall.EACCES.Error(), syscall.EACCES.Error()
	}
	if runtime.GOOS == "linux" {
		cases["/proc/none/out"] = syscall.ENOENT.Error()
	}
	names := func() (all []string) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			all = append(all, e.Name())
		}
		return all
	}
	before := names()
	for out, want := range cases {
		if !filepath.IsAbs(out) {
			out = filepath.Join(dir, out)
		}
		start := time.Now()
		if _, err := Acquire(context.Background(), afero.NewOsFs(), out); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", out, err, want)
		}
		if waited := time.Since(start); waited > 5*time.Second {
			t.Errorf("%s: only after %v", out, waited)
		}
		if after := names(); !slices.Equal(after, before) {
			t.Errorf("%s: %v stay", out, after)
		}
	}
}
