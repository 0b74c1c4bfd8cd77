//go:build unix

package acceptance

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/afero"
)

// A build that a signal stops at any moment says so by its exit status and leaves no staging folder, and the next one
// makes the bytes of a clean build.
func TestSignalDuringBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("it stops dozens of processes")
	}
	t.Parallel()
	v := newVictim(t)
	met := map[syscall.Signal]int{}
	for i := 0; (met[syscall.SIGINT] == 0 || met[syscall.SIGTERM] == 0 || i < 12) && i < 200; i++ {
		signal := []syscall.Signal{syscall.SIGINT, syscall.SIGTERM}[i%2]
		state := v.stop(signal)
		switch status := state.Sys().(syscall.WaitStatus); {
		case status.Signaled(): // before it listened
			continue
		case status.ExitStatus() == 128+int(signal):
			met[signal]++
		case status.ExitStatus() != done:
			t.Errorf("%v: exit status %d", signal, status.ExitStatus())
		}
		noStage(t, v.public)
	}
	v.heal()
	if met[syscall.SIGINT] == 0 || met[syscall.SIGTERM] == 0 {
		t.Errorf("of %d signals none met a build", v.round)
	}
	t.Logf("%d of %d builds were interrupted", met[syscall.SIGINT]+met[syscall.SIGTERM], v.round)
}

func noStage(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if filepath.Base(name) == stagingFolder {
			t.Errorf("%s is left over", name)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Error(err)
	}
}

// TestTwoBuilds has one build wait for another, which holds the folder, and go on when that is done.
func TestTwoBuilds(t *testing.T) {
	if testing.Short() {
		t.Skip("it starts two processes")
	}
	dir := t.TempDir()
	h := &history{t: t, fs: afero.NewOsFs(), dir: filepath.Join(dir, "content")}
	h.start()
	public := filepath.Join(dir, "public")
	if err := os.Mkdir(public, 0o755); err != nil {
		t.Fatal(err)
	}
	folder, err := os.Open(public)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if err := syscall.Flock(int(folder.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	ended := make(chan int)
	go func() {
		status, _ := buildOnDisk(t, "--content", h.dir, "--layouts", filepath.Join(dir, "none"), "--out", public)
		ended <- status
	}()
	select {
	case status := <-ended:
		t.Fatalf("the second build did not wait: status %d", status)
	case <-time.After(300 * time.Millisecond):
	}
	if names, err := os.ReadDir(public); err != nil || len(names) > 0 {
		t.Errorf("written meanwhile: %v, %v", names, err)
	}
	if err := syscall.Flock(int(folder.Fd()), syscall.LOCK_UN); err != nil {
		t.Fatal(err)
	}
	if status := <-ended; status != done {
		t.Errorf("status %d", status)
	}
}
