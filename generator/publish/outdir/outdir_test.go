package outdir

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// onDisks runs the test on a real folder and in memory.
func onDisks(t *testing.T, test func(t *testing.T, fs afero.Fs, dir string)) {
	t.Run("disk", func(t *testing.T) { test(t, afero.NewOsFs(), t.TempDir()) })
	t.Run("memory", func(t *testing.T) {
		fs := afero.NewMemMapFs()
		if err := fs.Mkdir("root", Mode); err != nil {
			t.Fatal(err)
		}
		test(t, fs, "root")
	})
}

func TestMakeAndRemove(t *testing.T) {
	onDisks(t, func(t *testing.T, fs afero.Fs, dir string) {
		a := filepath.Join(dir, "a")
		ab, abc := filepath.Join(a, "b"), filepath.Join(a, "b", "c")
		made, err := Make(fs, abc)
		if err != nil || !slices.Equal(made, []string{abc, ab, a}) {
			t.Fatalf("made %q, %v", made, err)
		}
		if again, err := Make(fs, abc); err != nil || again != nil {
			t.Errorf("made %q, %v again", again, err)
		}
		if err := fs.Remove(abc); err != nil { // somebody else
			t.Fatal(err)
		}
		file := filepath.Join(a, "file")
		if err := afero.WriteFile(fs, file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		Remove(fs, made)
		if there, _ := afero.Exists(fs, ab); there {
			t.Error("an empty folder stays")
		}
		if there, _ := afero.Exists(fs, file); !there {
			t.Error("a folder with a file in it was deleted")
		}
		if err := fs.Remove(file); err != nil {
			t.Fatal(err)
		}
		Remove(fs, made)
		if there, _ := afero.Exists(fs, a); there {
			t.Error("an empty folder stays")
		}
		if there, _ := afero.Exists(fs, dir); !there {
			t.Error("a folder that was there before was deleted")
		}
	})
}

// brokenFs is a disk of which one folder cannot be looked at, or nothing can be opened.
type brokenFs struct {
	afero.Fs
	stat, open error
}

func (b brokenFs) Stat(name string) (os.FileInfo, error) {
	if b.stat != nil {
		return nil, &os.PathError{Op: "stat", Path: name, Err: b.stat}
	}
	return b.Fs.Stat(name)
}

func (b brokenFs) Open(name string) (afero.File, error) {
	if b.open != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: b.open}
	}
	return b.Fs.Open(name)
}

func TestErrorsNameTheFolder(t *testing.T) {
	memory := afero.NewMemMapFs()
	if err := memory.Mkdir("out", Mode); err != nil {
		t.Fatal(err)
	}
	if _, err := Make(brokenFs{Fs: memory, stat: syscall.EIO}, "out"); err == nil || err.Error() != "look at out: "+syscall.EIO.Error() {
		t.Errorf("got %v", err)
	}
	if _, err := Open(brokenFs{Fs: memory, open: syscall.EACCES}, "out"); !errors.Is(err, os.ErrPermission) || err.Error() != "read out: "+syscall.EACCES.Error() {
		t.Errorf("got %v", err)
	}
	gone := brokenFs{memory, syscall.ENOENT, syscall.ENOENT}
	if _, err := Open(gone, "out"); !errors.Is(err, os.ErrNotExist) || !strings.HasPrefix(err.Error(), "read out: the folder out is not there (") {
		t.Errorf("got %v", err)
	}
	if f, err := Open(memory, "out"); err != nil {
		t.Error(err)
	} else {
		f.Close()
	}
	// What cannot be read may not be empty.
	Remove(brokenFs{Fs: memory, open: syscall.EACCES}, []string{"out"})
	if there, _ := afero.Exists(memory, "out"); !there {
		t.Error("a folder was deleted unseen")
	}
	if _, err := Make(afero.NewReadOnlyFs(memory), filepath.Join("out", "new")); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
}

func TestLinkToNothing(t *testing.T) {
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("nowhere", link); err != nil {
		t.Skip(err)
	}
	if _, err := Make(afero.NewOsFs(), filepath.Join(link, "site")); err == nil || !strings.Contains(err.Error(), "the symbolic link "+link+" leads to nothing") {
		t.Errorf("got %v", err)
	}
}

func TestCause(t *testing.T) {
	plain := errors.New("plain")
	for _, err := range []error{plain, &os.PathError{Op: "open", Path: "x", Err: plain}, &os.LinkError{Op: "rename", Old: "x", New: "y", Err: plain}} {
		if Cause(err) != plain {
			t.Errorf("%v: %v", err, Cause(err))
		}
	}
}
