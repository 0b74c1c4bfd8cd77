package rooted

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/spf13/afero"
)

// TestMake makes new files in more folders than stay open, on several goroutines, and in a
// folder that was renamed or deleted since the last one was made in it.
func TestMake(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes thousands of files")
	}
	dir := folder(t)
	in := filepath.Join(dir, "in")
	fsys := Output(afero.NewOsFs(), in)
	at := func(name string) string { return filepath.Join(in, filepath.FromSlash(name)) }
	create := func(name string) error {
		f, err := fsys.OpenFile(at(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return err
		}
		_, err = f.Write([]byte(name))
		return errors.Join(err, f.Close())
	}
	const folders, files = 2*mostFolders + 1, 20
	for i := range folders {
		if err := fsys.MkdirAll(at(fmt.Sprintf("d/%d", i)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	var all sync.WaitGroup
	for g := range 4 {
		all.Go(func() {
			for n := range folders * files {
				if err := create(fmt.Sprintf("d/%d/%d-%d", n%folders, g, n)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	for i := range folders {
		if entries, err := os.ReadDir(at(fmt.Sprintf("d/%d", i))); err != nil || len(entries) != 4*files {
			t.Errorf("folder %d: %d files, %v", i, len(entries), err)
		}
	}
	if err := create("d/0/0-0"); !errors.Is(err, os.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}
	if err := create("folder/new"); !errors.Is(err, ErrLink) {
		t.Errorf("behind a link: %v", err)
	}
	for what, change := range map[string]func() error{
		"rename": func() error { return fsys.Rename(at("d/0"), at("e")) },
		"delete": func() error { return fsys.RemoveAll(at("d/1")) },
	} {
		if err := errors.Join(create("d/0/before"+what), create("d/1/before"+what)); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(change(), fsys.MkdirAll(at("d/0"), 0o755), fsys.MkdirAll(at("d/1"), 0o755)); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(create("d/0/"+what), create("d/1/"+what)); err != nil {
			t.Error(err)
		}
		for _, name := range []string{"d/0/" + what, "d/1/" + what} {
			if text, err := os.ReadFile(at(name)); string(text) != name {
				t.Errorf("after %s: %q, %v", what, text, err)
			}
		}
	}
	if err := fsys.RemoveAll(at("d")); err != nil {
		t.Error(err)
	}
	if open := fsys.(*output).making.last; len(open) != 0 {
		t.Errorf("%d folders stay open", len(open))
	}
}
