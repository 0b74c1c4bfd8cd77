package lock

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/afero"
)

// A drive or a share that is not there is said at once.
func TestWindowsDriveIsNotThere(t *testing.T) {
	for out, want := range map[string]string{
		`Q:\site`: "the drive Q: is not there", `Q:\a\b`: "the drive Q: is not there", `Q:site`: "the drive Q: is not there", `Q:`: "the drive Q: is not there",
		`\\server\share\site`: `the share \\server\share is not there`, `\\server\share`: `the share \\server\share is not there`,
	} {
		start := time.Now()
		_, err := Acquire(context.Background(), afero.NewOsFs(), out)
		var held *HeldError
		if err == nil || errors.As(err, &held) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", out, err)
		}
		if waited := time.Since(start); waited > 2*time.Second {
			t.Errorf("%s: after %v", out, waited)
		}
	}
}

// Where nobody may lock, as a folder has the lock's name, nobody is waited for but for a moment.
func TestWindowsLockIsDenied(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, fileName), 0o755); err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		mustAcquire(t, afero.NewOsFs(), dir)()
		if waited := time.Since(start); waited > 2*time.Second {
			t.Errorf("after %v", waited)
		}
	})
}
