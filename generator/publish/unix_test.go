//go:build unix

package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

func TestModesWhateverTheUmask(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	fs := afero.NewOsFs()
	write(t, fs, dir, small)
	for path := range snapshot(t, fs, dir) {
		info, err := os.Stat(filepath.Join(dir, path))
		if err != nil {
			t.Fatal(err)
		}
		want := os.FileMode(fileMode)
		if info.IsDir() {
			want = folderMode
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s: mode %v, want %v", path, info.Mode().Perm(), want)
		}
	}
	if info, _ := os.Stat(dir); info.Mode().Perm() != folderMode {
		t.Errorf("output folder: mode %v", info.Mode().Perm())
	}
}

// Links and pipes at a page's path, at a folder's, at a record's: in the way, even where the
// manifest names the path, and nothing behind them is read, written or deleted.
func TestSpecialFilesInTheWay(t *testing.T) {
	site := files{"a": "1", "x/b": "1", "x/y/c": "1"}
	link := func(target string) func(string) error {
		return func(name string) error { return os.Symlink(target, name) }
	}
	pipe := func(name string) error { return syscall.Mkfifo(name, 0o644) }
	cases := []struct {
		path string
		make func(name string) error
	}{
		{"a", link("../theirs/a")}, {"a", link("nowhere")}, {"a", pipe}, {"x/y/c", pipe},
		{"x", link("../theirs")}, {"x", link("nowhere")}, {"x", pipe}, {"x/y", link("../../theirs")},
		{manifestName, pipe}, {journalName, link("../theirs/a")}, {stageName, pipe}, {stageName, link("../theirs")}, {stageName, link("nowhere")},
	}
	for _, before := range []files{{}, site} {
		for _, c := range cases {
			root, fs := t.TempDir(), afero.NewOsFs()
			dir := filepath.Join(root, "out")
			theirs := files{"theirs/a": "1", "theirs/b": "1", "theirs/c": "1", "theirs/y/c": "1"}
			put(t, fs, root, theirs)
			write(t, fs, dir, before)
			name := filepath.Join(dir, c.path)
			if err := errors.Join(os.RemoveAll(name), os.MkdirAll(filepath.Dir(name), 0o755), c.make(name)); err != nil {
				t.Fatal(err)
			}
			all := snapshot(t, fs, root)
			_, err := Write(context.Background(), fs, dir, site.with(files{"new": "1"}).outputs(), 2)
			var e *InTheWayError
			if !errors.As(err, &e) || e.Path != c.path {
				t.Errorf("%s: got %v", c.path, err)
			}
			expect(t, snapshot(t, fs, root), all)
		}
	}
}

// The same where the site no longer has the path: left alone and forgotten.
func TestSpecialFilesAreNotPruned(t *testing.T) {
	root, fs := t.TempDir(), afero.NewOsFs()
	dir := filepath.Join(root, "out")
	put(t, fs, root, files{"theirs/b": "theirs", "theirs/y/c": "theirs"})
	write(t, fs, dir, files{"a": "1", "x/b": "1", "x/y/c": "1", "p": "1"})
	err := errors.Join(os.RemoveAll(filepath.Join(dir, "x")), os.Remove(filepath.Join(dir, "a")), os.Remove(filepath.Join(dir, "p")),
		os.Symlink("../theirs", filepath.Join(dir, "x")), os.Symlink("../theirs/b", filepath.Join(dir, "a")),
		syscall.Mkfifo(filepath.Join(dir, "p"), 0o644))
	if err != nil {
		t.Fatal(err)
	}
	want := snapshot(t, fs, root)
	if got := write(t, fs, dir, files{"new": "1"}); len(got.Removed) != 0 {
		t.Errorf("removed %v", got.Removed)
	}
	for path, body := range (files{"new": "1"}).published(t) {
		want["out/"+path] = body
	}
	expect(t, snapshot(t, fs, root), want)
}

func TestOutputFolderMayBeALink(t *testing.T) {
	root, fs := t.TempDir(), afero.NewOsFs()
	if err := errors.Join(os.Mkdir(filepath.Join(root, "real"), 0o755), os.Symlink("real", filepath.Join(root, "out"))); err != nil {
		t.Fatal(err)
	}
	write(t, fs, filepath.Join(root, "out"), small)
	write(t, fs, filepath.Join(root, "out"), files{"a": "1"})
	expect(t, snapshot(t, fs, filepath.Join(root, "real")), files{"a": "1"}.published(t))
}

func TestLongestName(t *testing.T) {
	name := make([]byte, 255)
	for i := range name {
		name[i] = 'n'
	}
	write(t, afero.NewOsFs(), t.TempDir(), files{string(name): "1"})
}

// Links in a staging folder that was left are deleted, and nothing behind them.
func TestLinksInTheStage(t *testing.T) {
	root, fs := t.TempDir(), afero.NewOsFs()
	dir := filepath.Join(root, "out")
	put(t, fs, root, files{"theirs/a": "1", "theirs/b/c": "1"})
	write(t, fs, dir, small)
	want := snapshot(t, fs, root)
	stage := filepath.Join(dir, stageName)
	err := errors.Join(os.MkdirAll(filepath.Join(stage, "x"), 0o755), os.Symlink("../../theirs", filepath.Join(stage, "a")),
		os.Symlink("../../../theirs/a", filepath.Join(stage, "x", "index.html")), os.Symlink(root, filepath.Join(stage, "x", "root")))
	if err != nil {
		t.Fatal(err)
	}
	write(t, fs, dir, small)
	expect(t, snapshot(t, fs, root), want)
}
