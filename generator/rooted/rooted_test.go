package rooted

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/afero"
)

// folder makes a folder "in" with files and links, and beside it what the links lead to.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"in/a.md": "a", "in/sub/b.md": "b", "out/secret.md": "secret"} {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{
		"in/file": "../out/secret.md", "in/folder": "../out", "in/absolute": filepath.Join(dir, "out", "secret.md"),
		"in/sub/up": "../../out/secret.md", "in/twice": "folder/secret.md", "in/dangling": "nowhere", "in/inside": "a.md", "linked": "in",
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestOpen(t *testing.T) {
	dir := folder(t)
	for _, root := range []string{"in", "linked"} {
		fsys := New(afero.NewOsFs(), filepath.Join(dir, root))
		for name, want := range map[string]any{
			"a.md": "a", "sub/b.md": "b", "inside": "a", "sub/../a.md": "a", "../out/secret.md": "secret", // asked for by name, and no business of this folder
			"file": ErrLink, "folder/secret.md": ErrLink, "absolute": ErrLink, "sub/up": ErrLink, "twice": ErrLink,
			"dangling": fs.ErrNotExist, "none": fs.ErrNotExist, "none/x": fs.ErrNotExist,
		} {
			full := filepath.Join(dir, root, filepath.FromSlash(name))
			text, err := afero.ReadFile(fsys, full)
			_, looked := fsys.Stat(full)
			if text, ok := want.(string); ok && (err != nil || looked != nil || text != want) {
				t.Errorf("%s: %q, %v, %v", name, text, err, looked)
			}
			if reason, ok := want.(error); ok && (!errors.Is(err, reason) || !errors.Is(looked, reason) || len(text) > 0) {
				t.Errorf("%s: %q, %v, %v, want %v", name, text, err, looked, reason)
			}
		}
		if _, err := afero.ReadDir(fsys, filepath.Join(dir, root, "folder")); !errors.Is(err, ErrLink) {
			t.Errorf("the list of a folder behind a link: %v", err)
		}
		if entries, err := afero.ReadDir(fsys, filepath.Join(dir, root, "sub")); err != nil || len(entries) != 2 {
			t.Errorf("the list of a folder: %v, %v", entries, err)
		}
	}
}

// TestWrite refuses to write inside of the folder, and leaves the rest of the disk as it is.
func TestWrite(t *testing.T) {
	dir := folder(t)
	fsys := New(afero.NewOsFs(), filepath.Join(dir, "in"))
	if _, err := fsys.OpenFile(filepath.Join(dir, "in", "new.md"), os.O_WRONLY|os.O_CREATE, 0o644); !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
	if f, err := fsys.OpenFile(filepath.Join(dir, "in", "a.md"), os.O_RDONLY, 0); err != nil {
		t.Error(err)
	} else {
		f.Close()
	}
	if err := afero.WriteFile(fsys, filepath.Join(dir, "new.md"), nil, 0o644); err != nil {
		t.Error(err)
	}
}

// TestGone follows a folder that goes and comes back, as content does beside serve.
func TestGone(t *testing.T) {
	dir := folder(t)
	in := filepath.Join(dir, "in")
	fsys := New(afero.NewOsFs(), in)
	if err := os.Rename(in, in+"2"); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(in, "a.md")
	if _, err := fsys.Open(name); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := fsys.Stat(name); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if err := os.Rename(in+"2", in); err != nil {
		t.Fatal(err)
	}
	if text, err := afero.ReadFile(fsys, name); err != nil || string(text) != "a" {
		t.Error(text, err)
	}
}

// TestNoDisk leaves alone what has no links.
func TestNoDisk(t *testing.T) {
	memory := afero.NewMemMapFs()
	if New(memory, "content") != memory {
		t.Error("a file system in memory was changed")
	}
}
