//go:build unix

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes one with two commits, and gives the first one's name.
func repository(t *testing.T) (dir, first string) {
	t.Helper()
	for key, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_SYSTEM": os.DevNull, "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
		"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
	} {
		t.Setenv(key, value)
	}
	dir = t.TempDir()
	must(t, dir, "init", "--quiet")
	for _, text := range []string{"first", "second"} {
		if err := os.WriteFile(filepath.Join(dir, "file"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		must(t, dir, "add", "file")
		must(t, dir, "commit", "--quiet", "-m", text)
	}
	return dir, must(t, dir, "rev-parse", "HEAD^")
}

func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, err := git(context.Background(), dir, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// worktrees are how many a repository knows, with the one it is in.
func worktrees(t *testing.T, dir string) int {
	t.Helper()
	return strings.Count(must(t, dir, "worktree", "list", "--porcelain"), "worktree ")
}

// TestWorktree checks an older commit out and takes it away again, also after an interruption and when some of it is gone.
func TestWorktree(t *testing.T) {
	repo, first := repository(t)
	for name, spoil := range map[string]func(stop func(), tree string) error{
		"whole":       func(func(), string) error { return nil },
		"interrupted": func(stop func(), _ string) error { stop(); return nil },
		"damaged":     func(_ func(), tree string) error { return os.Remove(filepath.Join(tree, ".git")) },
		"gone":        func(_ func(), tree string) error { return os.RemoveAll(tree) },
	} {
		ctx, stop := context.WithCancel(context.Background())
		defer stop()
		tree := filepath.Join(t.TempDir(), "tree")
		remove, err := worktree(ctx, repo, first[:7], tree)
		if err != nil {
			t.Fatal(name, err)
		}
		if text, err := os.ReadFile(filepath.Join(tree, "file")); string(text) != "first" || worktrees(t, repo) != 2 {
			t.Errorf("%s: it holds %q, %v", name, text, err)
		}
		if err := spoil(stop, tree); err != nil {
			t.Fatal(name, err)
		}
		if err := remove(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(tree); !errors.Is(err, os.ErrNotExist) || worktrees(t, repo) != 1 {
			t.Errorf("%s: left behind: %v, %d worktrees", name, err, worktrees(t, repo))
		}
	}
}

// TestNoWorktree tells why there is none, and leaves nothing.
func TestNoWorktree(t *testing.T) {
	repo, first := repository(t)
	shallow, archive := filepath.Join(t.TempDir(), "shallow"), t.TempDir()
	must(t, repo, "clone", "--quiet", "--depth", "1", "file://"+repo, shallow)
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(archive))
	for _, tt := range []struct{ dir, commit, says string }{
		{shallow, first, "git fetch --unshallow"},
		{archive, first, "no git repository"},
		{repo, "1234567", "no commit 1234567"},
		{repo, "--help", "no commit --help"},
	} {
		tree := filepath.Join(t.TempDir(), "tree")
		_, err := worktree(context.Background(), tt.dir, tt.commit, tree)
		if !errors.Is(err, errNoOld) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s in %s: %v, want %q", tt.commit, tt.dir, err, tt.says)
		}
		if _, err := os.Stat(tree); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s in %s left something: %v", tt.commit, tt.dir, err)
		}
	}
	inTheWay := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(inTheWay, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := worktree(context.Background(), repo, first, filepath.Join(inTheWay, "tree")); err == nil || errors.Is(err, errNoOld) {
		t.Errorf("where no folder can be made: %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := worktree(ctx, repo, first, filepath.Join(t.TempDir(), "tree")); !errors.Is(err, context.Canceled) {
		t.Errorf("interrupted: %v", err)
	}
	if n := worktrees(t, repo); n != 1 {
		t.Errorf("%d worktrees", n)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := worktree(context.Background(), repo, first, t.TempDir()); err == nil || !strings.Contains(err.Error(), "no git on the path") {
		t.Errorf("without git: %v", err)
	}
}

// TestBuildOldFails: a commit that cannot be built is told with what the compiler says, and its files go.
func TestBuildOldFails(t *testing.T) {
	repo, first := repository(t)
	t.Chdir(repo)
	tmp := t.TempDir()
	if err := buildOld(context.Background(), tmp, first); err == nil || !strings.Contains(err.Error(), "build old") {
		t.Errorf("%v", err)
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 || worktrees(t, repo) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
