package rooted

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"
)

// TestOutput does everything inside of the folder, through it when it is a link, and nothing behind
// a link in it.
func TestOutput(t *testing.T) {
	dir := folder(t)
	for _, root := range []string{"in", "linked"} {
		in := filepath.Join(dir, root)
		fsys := Output(afero.NewOsFs(), in)
		at := func(name string) string { return filepath.Join(in, filepath.FromSlash(name)) }
		err := errors.Join(
			fsys.MkdirAll(at("x/y"), 0o755), fsys.Mkdir(at("z"), 0o755), afero.WriteFile(fsys, at("x/y/f"), []byte("1"), 0o644),
			fsys.Rename(at("x/y"), at("z/y")), fsys.Chmod(at("z/y/f"), 0o600), fsys.Remove(at("z/y/f")), fsys.RemoveAll(at("z")), fsys.Remove(at("x")),
			fsys.MkdirAll(in, 0o755), fsys.Chmod(in, 0o755),
		)
		if err != nil {
			t.Errorf("%s: %v", root, err)
		}
		if f, err := fsys.Create(at("c")); err != nil {
			t.Error(err)
		} else {
			f.Close()
		}
		if info, _, err := fsys.(afero.Lstater).LstatIfPossible(at("file")); err != nil || info.Mode()&fs.ModeSymlink == 0 {
			t.Errorf("%v, %v", info, err)
		}
		for what, err := range map[string]error{
			"write":         afero.WriteFile(fsys, at("folder/new.md"), []byte("x"), 0o644),
			"write a link":  afero.WriteFile(fsys, at("file"), []byte("x"), 0o644),
			"make a folder": fsys.Mkdir(at("folder/new"), 0o755),
			"and several":   fsys.MkdirAll(at("folder/new/deep"), 0o755),
			"delete":        fsys.Remove(at("folder/secret.md")),
			"delete all":    fsys.RemoveAll(at("folder/secret.md")),
			"rename into":   fsys.Rename(at("a.md"), at("folder/a.md")),
			"rename out":    fsys.Rename(at("folder/secret.md"), at("b.md")),
			"change":        fsys.Chmod(at("file"), 0o600),
		} {
			if !errors.Is(err, ErrLink) {
				t.Errorf("%s behind a link: %v", what, err)
			}
		}
		if err := fsys.Rename(at("a.md"), filepath.Join(dir, "a.md")); !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("rename away: %v", err)
		}
	}
	if entries, err := os.ReadDir(filepath.Join(dir, "out")); err != nil || len(entries) != 1 {
		t.Errorf("what the links lead to: %v, %v", entries, err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "out", "secret.md")); err != nil || string(text) != "secret" {
		t.Errorf("%q, %v", text, err)
	}
	// Other files are base's business, and what is no disk is left as it is.
	fsys := Output(afero.NewOsFs(), filepath.Join(dir, "in"))
	other := filepath.Join(dir, "other")
	if err := errors.Join(fsys.Mkdir(other, 0o755), afero.WriteFile(fsys, filepath.Join(other, "f"), nil, 0o644), fsys.RemoveAll(other)); err != nil {
		t.Error(err)
	}
	if memory := afero.NewMemMapFs(); Output(memory, "public") != memory {
		t.Error("a file system in memory was changed")
	}
}
