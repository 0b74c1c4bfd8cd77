//go:build unix

package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSearchThatCannotBeMeasured: there is no browser, it does not start, there is
// no site, or a file of the index is gone.
func TestSearchThatCannotBeMeasured(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	var out strings.Builder
	if _, err := measureSearch(context.Background(), &out, dir, "3 sections", questions); err != nil || !strings.Contains(out.String(), "no Chromium") {
		t.Errorf("without a browser: %v, %q", err, out.String())
	}
	if err := os.WriteFile(filepath.Join(dir, browsers[0]), []byte("#!/bin/sh\nexit 1\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := measureSearch(context.Background(), &out, filepath.Join(dir, "none"), "3 sections", questions); err == nil {
		t.Error("a site that is not there is measured")
	}
	if _, err := measureSearch(context.Background(), &out, dir, "3 sections", questions); err == nil || !strings.Contains(err.Error(), "does not start") {
		t.Errorf("a browser that ends at once: %v", err)
	}
	gone := []string{filepath.Join(dir, "gone.js")}
	for _, x := range []*index{{files: gone}, {scripts: gone}} {
		if a, err := x.weigh(); err == nil {
			t.Errorf("files that are gone weigh %+v", a)
		}
	}
}
