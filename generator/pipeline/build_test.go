//go:build unix

package pipeline

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// dossier lays files below a folder of the disk and configures a build of them.
func dossier(t *testing.T, files map[string]string) (cfg Config, dir string) {
	t.Helper()
	dir = t.TempDir()
	all := map[string]string{"content/index.md": "---\ntitle: T\n---\n"}
	maps.Copy(all, files)
	for name, text := range all {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return Config{
		Source: afero.NewOsFs(), Target: afero.NewMemMapFs(), Jobs: 1,
		Content: filepath.Join(dir, "content"), Layouts: filepath.Join(dir, "layouts"), Out: "site",
	}, dir
}

const ours = `{{define "main"}}<h1>{{.Title}}</h1><p>Ours.</p>{{end}}`

// TestLayoutsLaidOver takes an editor's files and links to files, and passes over pipes.
func TestLayoutsLaidOver(t *testing.T) {
	cfg, dir := dossier(t, map[string]string{"elsewhere.html": ours, "layouts/deep/note.txt": "a file of nobody's"})
	if err := os.Symlink(filepath.Join(dir, "elsewhere.html"), filepath.Join(cfg.Layouts, "404.html")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(cfg.Layouts, "pipe.html"), 0o644); err != nil {
		t.Fatal(err)
	}
	res, faults, err := Run(context.Background(), cfg)
	if err != nil || !res.OK || len(faults) > 0 {
		t.Fatalf("%+v, %v, %v", res, faults, err)
	}
	if page, err := afero.ReadFile(cfg.Target, "site/404.html"); err != nil || !strings.Contains(string(page), "Ours.") {
		t.Errorf("the page is not ours: %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "elsewhere.html")); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Run(context.Background(), cfg); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "layouts folder") {
		t.Errorf("a link to nothing: %v", err)
	}
}

// TestNoFolder names what is not a folder of content.
func TestNoFolder(t *testing.T) {
	cfg, _ := dossier(t, nil)
	for content, want := range map[string]string{
		filepath.Join(cfg.Content, "none"): "content folder: ", filepath.Join(cfg.Content, "index.md"): "index.md is not a folder",
	} {
		cfg.Content = content
		if _, _, err := Run(context.Background(), cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Run: %v, want %s", err, want)
		}
		if _, err := Describe(context.Background(), cfg); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Describe: %v, want %s", err, want)
		}
	}
}

// TestInterrupted ends with the context's error and leaves nothing.
func TestInterrupted(t *testing.T) {
	cfg, _ := dossier(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Run(ctx, cfg); !errors.Is(err, context.Canceled) {
		t.Errorf("Run: %v", err)
	}
	if names, err := afero.Glob(cfg.Target, "site/*"); err != nil || len(names) > 0 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}

// TestExcerpts gives every fault the text of its line, cut by nothing.
func TestExcerpts(t *testing.T) {
	cfg, _ := dossier(t, map[string]string{"content/pages/p.md": "\ufeff---\r\ntitle: P\r\n---\r\n[[a]] and [[b]]\r\n\r\n[[c]]\r\n"})
	_, faults, err := NewSession(cfg).Build(context.Background(), nil)
	if err != nil || len(faults) != 3 {
		t.Fatalf("%v, %v", faults, err)
	}
	for i, want := range []string{"[[a]] and [[b]]", "[[a]] and [[b]]", "[[c]]"} {
		if faults[i].Excerpt != want {
			t.Errorf("%v: the line is %q, want %q", faults[i], faults[i].Excerpt, want)
		}
	}
}
