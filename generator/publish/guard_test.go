package publish

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// guardTree lays out a disk with a home and a project, and returns the way to name things in it.
func guardTree(t *testing.T) (at func(string) string) {
	t.Helper()
	root := t.TempDir()
	at = func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	for _, folder := range []string{"home/site/content/deep", "home/site/other", "home/site/layouts"} {
		if err := os.MkdirAll(at(folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return at
}

// link makes a symbolic link, or skips the test where there are none.
func link(t *testing.T, target, name string) {
	t.Helper()
	err := os.Symlink(filepath.FromSlash(target), name)
	info, e := os.Lstat(name)
	if e == nil && info.Mode()&os.ModeSymlink != 0 {
		return
	}
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links cannot be made here")
	}
	t.Fatal(err)
}

type guardCase struct{ out, content, reason string }

func expectGuard(t *testing.T, home string, cases []guardCase) {
	t.Helper()
	for _, c := range cases {
		err := Guard(c.out, c.content, home)
		var e *GuardError
		if c.reason == "" {
			if err != nil {
				t.Errorf("out %q, content %q: %v", c.out, c.content, err)
			}
		} else if !errors.As(err, &e) || !strings.Contains(e.Reason, c.reason) {
			t.Errorf("out %q, content %q: got %v, want %q", c.out, c.content, err, c.reason)
		}
	}
}

func TestGuard(t *testing.T) {
	at := guardTree(t)
	t.Chdir(at("home/site"))
	expectGuard(t, at("home"), []guardCase{
		{"public", "content", ""}, {"other", "content", ""}, {"other/new/deep", "content", ""}, {"contents", "content", ""},
		{"public", "missing", ""}, {at("home/site/public"), "./content", ""}, {"content/../public", "content", ""},
		{"", "content", "has no name"}, {"/", "content", "root"}, {"/../.", "content", "root"},
		{"content", "content", "is the content"}, {"./content/", at("home/site/content"), "is the content"},
		{"missing", "missing", "is the content"},
		{".", "content", "holds the content"}, {"..", "content", "holds the content"}, {"new", "new/content", "holds the content"},
		{"content/public", "content", "inside the content"}, {"content/deep", "content", "inside the content"},
		{"missing/public", "missing", "inside the content"},
		{at("home"), at("content"), "is the home"}, {at(""), "/nowhere", "holds the home"},
	})
	if err := Guard(at("home"), at("content"), ""); err != nil {
		t.Errorf("no home: %v", err)
	}
}

func TestGuardFollowsLinks(t *testing.T) {
	at := guardTree(t)
	t.Chdir(at("home/site"))
	for name, target := range map[string]string{
		"home/site/tocontent": "content", "home/site/tosite": ".", "home/site/todeep": "content/deep", "home/site/toroot": "/",
		"home/site/tonothing": "content/new", "home/site/other/up": "../content/../content/newer", "home/site/fine": "nowhere",
		"elsewhere": "home/site", "home/site/loop": "loop", "home/site/tohome": "../../home",
	} {
		link(t, target, at(name))
	}
	expectGuard(t, at("home"), []guardCase{
		{"fine", "content", ""}, {"../../elsewhere/public", "content", ""}, {"toroot", "content", "root"},
		{"tocontent", "content", "is the content"}, {"../../elsewhere/content", "content", "is the content"},
		{"content", "tocontent", "is the content"},
		{"tosite", "content", "holds the content"}, {"../../elsewhere", "content", "holds the content"},
		{"todeep", "content", "inside the content"}, {"todeep/a/b", "content", "inside the content"},
		{"tonothing", "content", "inside the content"}, {"tonothing/a", "content", "inside the content"},
		{"other/up", "content", "inside the content"}, {"tohome", at("content"), "is the home"},
	})
	var e *GuardError
	if err := Guard("loop", "content", at("home")); err == nil || errors.As(err, &e) {
		t.Errorf("a name that cannot be looked at: %v", err)
	}
}

// The disk decides what is the same folder, though the names differ, as they may where case is
// ignored.
func TestWithinAsksTheDisk(t *testing.T) {
	root := t.TempDir()
	if err := os.MkdirAll(filepath.Join(root, "a", "b"), 0o755); err != nil {
		t.Fatal(err)
	}
	link(t, "a", filepath.Join(root, "other"))
	if !within(filepath.Join(root, "a"), filepath.Join(root, "other", "b", "new")) {
		t.Error("another spelling of the outer folder was not recognised")
	}
	if within(filepath.Join(root, "a", "b"), filepath.Join(root, "other")) {
		t.Error("outer and inner confused")
	}
}

// The disk that the test runs on may do either.
func TestGuardAsksWhetherCaseCounts(t *testing.T) {
	at := guardTree(t)
	other := at("home/site/CONTENT")
	reason := "inside the content"
	if err := os.Mkdir(other, 0o755); err == nil {
		reason = "" // two folders
	}
	expectGuard(t, at("home"), []guardCase{{other + "/new", at("home/site/content"), reason}})

	root := at("home")
	listed, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	if listsBoth(listed, "site", "SITE") || !listsBoth(listed, "site", "site") {
		t.Error("a listing with one spelling taken for one with two, or the reverse")
	}
}
