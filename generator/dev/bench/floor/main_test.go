package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// floor runs the command line.
func floor(args ...string) (status int, stderr string) {
	var b strings.Builder
	status = command(args, &b)
	return status, b.String()
}

func TestRun(t *testing.T) {
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	if err := run(in, out); err == nil || !strings.Contains(err.Error(), "no Markdown files") {
		t.Errorf("an empty folder: %v", err)
	}
	for name, text := range map[string]string{
		"index.md": "---\ntitle: \"One & two\"\n---\nIt's *here*.\n", "a/b.md": "---\nname: B\n---\n| x |\n|---|\n", "a/c.png": "picture",
	} {
		name = filepath.Join(in, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if status, said := floor(in, out); status != 0 || said != "" {
		t.Fatalf("exit status %d: %s", status, said)
	}
	for name, want := range map[string]string{"index.html": "<h1>One &amp; two</h1>\n<p>It&rsquo;s <em>here</em>.</p>", "a/b.html": "<title>B</title>"} {
		if got, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name))); err != nil || !strings.Contains(string(got), want) {
			t.Errorf("%s: %v, %s", name, err, got)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "a", "c.png")); err == nil {
		t.Error("a picture is copied")
	}
	if status, said := floor(filepath.Join(in, "none"), out); status != 3 || !strings.HasPrefix(said, "floor: ") {
		t.Errorf("a folder that is not there: exit status %d: %s", status, said)
	}
	if status, said := floor(in); status != 2 || !strings.HasPrefix(said, "usage: ") {
		t.Errorf("one folder: exit status %d: %s", status, said)
	}
	if err := os.Symlink("nowhere", filepath.Join(in, "gone.md")); err != nil {
		t.Fatal(err)
	}
	if err := run(in, out); err == nil {
		t.Error("a file that cannot be read is passed over")
	}
}
