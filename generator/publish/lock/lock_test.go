//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows

package lock

import (
	"context"
	"errors"
	"fmt"
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

func TestLock(t *testing.T) {
	root := t.TempDir()
	based := afero.NewBasePathFs(afero.NewOsFs(), root)
	for _, dir := range []string{"there", "not/yet/there"} {
		full := filepath.Join(root, dir)
		if dir == "there" {
			put(t, based, dir, files{"x": "1"})
		}
		release := mustAcquire(t, based, dir)
		_, err := acquire(context.Background(), afero.NewOsFs(), full, 2)
		var held *HeldError
		if !errors.As(err, &held) || held.Dir != full || !strings.Contains(err.Error(), full) {
			t.Errorf("%s is locked twice: %v", dir, err)
		} else if runtime.GOOS == "linux" && held.Holder != os.Getpid() {
			t.Errorf("%s: held by %d, want %d", dir, held.Holder, os.Getpid())
		}
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := Acquire(ctx, based, dir); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", dir, err)
		}
		release()
		mustAcquire(t, afero.NewOsFs(), full)()
	}
	expect(t, listing(t, afero.NewOsFs(), root), files{"there/": "", "there/x": "1"})
}

func TestLockFails(t *testing.T) {
	fs, dir := afero.NewOsFs(), t.TempDir()
	put(t, fs, dir, files{"file": "1"})
	if _, err := Acquire(context.Background(), fs, filepath.Join(dir, "file", "out")); err == nil {
		t.Error("a folder below a file was locked")
	}
	if _, err := Acquire(context.Background(), afero.NewReadOnlyFs(fs), filepath.Join(dir, "out")); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
	// A folder that is there is used, even where nothing may be written.
	mustAcquire(t, afero.NewReadOnlyFs(fs), dir)()
}

// Of many who want a folder that is not there one has it at a time, though each deletes it again
// when it has done nothing.
func TestLockOneAtATime(t *testing.T) {
	fs, dir := afero.NewOsFs(), filepath.Join(t.TempDir(), "a", "out")
	var in sync.Mutex
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for {
				release, err := Acquire(context.Background(), fs, dir)
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
						put(t, fs, dir, files{"f": strings.Repeat("x", i)})
					}
					in.Unlock()
				}
				release()
				return
			}
		})
	}
	all.Wait()
}

// helperVariable tells the test's program that it is the helper of TestLockOfTheDead, and which
// folder to lock.
const helperVariable = "LOCK_TEST_DIR"

func TestMain(m *testing.M) {
	dir := os.Getenv(helperVariable)
	if dir == "" {
		os.Exit(m.Run())
	}
	if _, err := Acquire(context.Background(), afero.NewOsFs(), dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("locked")
	time.Sleep(time.Hour)
}

// A process that was killed holds nothing.
func TestLockOfTheDead(t *testing.T) {
	dir := t.TempDir()
	helper := exec.Command(os.Args[0])
	helper.Env = append(os.Environ(), helperVariable+"="+dir)
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
	if _, err := acquire(context.Background(), afero.NewOsFs(), dir, 1); !errors.As(err, &held) {
		t.Errorf("the helper has it: %v", err)
	} else if runtime.GOOS == "linux" && held.Holder != helper.Process.Pid {
		t.Errorf("held by %d, want %d", held.Holder, helper.Process.Pid)
	}
	_ = helper.Process.Kill()
	_ = helper.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	release, err := Acquire(ctx, afero.NewOsFs(), dir)
	if err != nil {
		t.Fatal(err)
	}
	release()
}
