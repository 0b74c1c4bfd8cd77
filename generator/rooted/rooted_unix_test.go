//go:build unix

package rooted

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// TestSpecial does not wait for what nobody writes.
func TestSpecial(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.md")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := New(afero.NewOsFs(), dir).Open(pipe); !errors.Is(err, ErrSpecial) {
		t.Error(err)
	}
}
