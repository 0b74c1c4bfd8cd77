package lock

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"
)

// oddFs is a disk that forbids to open any folder, or on which the folder is another one when it is
// looked at the first time.
type oddFs struct {
	afero.Fs
	forbid bool
	other  string
}

func (o *oddFs) Open(name string) (afero.File, error) {
	if o.forbid {
		return nil, &os.PathError{Op: "open", Path: name, Err: os.ErrPermission}
	}
	return o.Fs.Open(name)
}

func (o *oddFs) Stat(name string) (os.FileInfo, error) {
	if other := o.other; other != "" && filepath.Base(name) == "out" {
		o.other = ""
		return o.Fs.Stat(other)
	}
	return o.Fs.Stat(name)
}

// A folder that may be written to and not listed is used without a lock.
func TestFolderThatCannotBeListed(t *testing.T) {
	fs, dir := afero.NewOsFs(), t.TempDir()
	mustAcquire(t, &oddFs{Fs: fs, forbid: true}, dir)()
	release := mustAcquire(t, fs, dir)
	mustAcquire(t, &oddFs{Fs: fs, forbid: true}, dir)()
	release()
}

// Who gets the lock of a folder that is not the output folder any more tries again.
func TestFolderIsAnother(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if err := os.Mkdir(out, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := try(&oddFs{Fs: afero.NewOsFs(), other: dir}, out); err != errHeld {
		t.Errorf("got %v", err)
	}
	mustAcquire(t, afero.NewOsFs(), out)()
}

func TestNobodyHoldsIt(t *testing.T) {
	dir := t.TempDir()
	if pid := holder(afero.NewOsFs(), dir); pid != 0 {
		t.Errorf("process %d", pid)
	}
	if pid := holder(afero.NewOsFs(), filepath.Join(dir, "none")); pid != 0 {
		t.Errorf("process %d has what is not there", pid)
	}
	if pid := holder(afero.NewMemMapFs(), "."); pid != 0 {
		t.Errorf("process %d has what is in memory", pid)
	}
	f, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if pid := lockHolder(f); pid != 0 {
		t.Errorf("process %d has what is closed", pid)
	}
}
