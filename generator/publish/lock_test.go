//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows

package publish

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/spf13/afero"
)

func mustLock(t *testing.T, fs afero.Fs, dir string) (unlock func()) {
	t.Helper()
	unlock, err := Lock(context.Background(), fs, dir)
	if err != nil {
		t.Fatal(err)
	}
	return unlock
}

func TestLock(t *testing.T) {
	root := t.TempDir()
	based := afero.NewBasePathFs(afero.NewOsFs(), root)
	for _, dir := range []string{"there", "not/yet/there"} {
		full := filepath.Join(root, dir)
		if dir == "there" {
			put(t, based, dir, files{"x": "1"})
		}
		unlock := mustLock(t, based, dir)
		_, err := lock(context.Background(), afero.NewOsFs(), full, 2)
		var held *HeldError
		if !errors.As(err, &held) || held.Dir != full || !strings.Contains(err.Error(), full) {
			t.Errorf("%s is locked twice: %v", dir, err)
		} else if runtime.GOOS == "linux" && held.Holder != os.Getpid() {
			t.Errorf("%s: held by %d, want %d", dir, held.Holder, os.Getpid())
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := Lock(ctx, based, dir); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", dir, err)
		}
		unlock()
		mustLock(t, afero.NewOsFs(), full)()
	}
	expect(t, snapshot(t, afero.NewOsFs(), root), files{"there/": "", "there/x": "1"})
}

// Folders that were made for the lock stay when something was published.
func TestLockedFolderStays(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		dir = filepath.Join(dir, "deep", "er")
		unlock := mustLock(t, fs, dir)
		write(t, fs, dir, small)
		unlock()
		expect(t, snapshot(t, fs, dir), small.published(t))
	})
}

func TestLockFails(t *testing.T) {
	fs, dir := afero.NewOsFs(), t.TempDir()
	put(t, fs, dir, files{"file": "1"})
	if _, err := Lock(context.Background(), fs, filepath.Join(dir, "file", "out")); err == nil {
		t.Error("a folder below a file was locked")
	}
	if _, err := Lock(context.Background(), afero.NewReadOnlyFs(fs), filepath.Join(dir, "out")); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
	// A folder that is there is used, even where nothing may be written.
	mustLock(t, afero.NewReadOnlyFs(fs), dir)()
}

// Of many who want a folder that is not there one has it at a time, though each deletes it again when it has done
// nothing.
func TestLockOneAtATime(t *testing.T) {
	fs, dir := afero.NewOsFs(), filepath.Join(t.TempDir(), "a", "out")
	var in sync.Mutex
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for {
				unlock, err := Lock(context.Background(), fs, dir)
				if err != nil {
					var held *HeldError
					if !errors.As(err, &held) {
						t.Error(err)
						return
					}
					continue // a slow machine
				}
				if !in.TryLock() {
					t.Error("two have the folder")
				} else {
					if i%2 == 0 {
						write(t, fs, dir, files{"f": strings.Repeat("x", i)})
					}
					in.Unlock()
				}
				unlock()
				return
			}
		})
	}
	all.Wait()
}

// A process that was killed holds nothing. The helper is TestMain's.
func TestLockOfTheDead(t *testing.T) {
	dir := t.TempDir()
	helper := exec.Command(os.Args[0])
	helper.Env = append(os.Environ(), killVariable+"="+dir, killVariable+"_LOCK=1")
	helper.Stderr = os.Stderr
	out, err := helper.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := helper.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	var held *HeldError
	if _, err := lock(context.Background(), afero.NewOsFs(), dir, 1); !errors.As(err, &held) {
		t.Errorf("the helper has it: %v", err)
	} else if runtime.GOOS == "linux" && held.Holder != helper.Process.Pid {
		t.Errorf("held by %d, want %d", held.Holder, helper.Process.Pid)
	}
	_ = helper.Process.Kill()
	_ = helper.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	unlock, err := Lock(ctx, afero.NewOsFs(), dir)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}
