package layouts

import (
	"bytes"
	"compress/gzip"
	"slices"
	"strings"
	"testing"

	"dossier/generator/layout"
)

// packed is how many bytes each asset has as a server sends it, by name.
func packed(t *testing.T) map[string]int {
	t.Helper()
	set, faults, err := layout.Load(FS, FS, "layouts", nil, []string{"en"})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	sizes := map[string]int{}
	for _, a := range set.Assets() {
		var b bytes.Buffer
		w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(a.Body()); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		sizes[a.Name] = b.Len()
	}
	return sizes
}

// scripts are those that a layout names.
func scripts(t *testing.T, name string) []string {
	return find(`<script src="\{\{\.Asset "([^"]*)"`, read(t, name))
}

// On a telephone far from a server each kilobyte is time. The page of a section has
// all scripts of base.html; the search page has those that are not for prose, its
// own, and one that finds the stems of words.
func TestScriptsAreSmall(t *testing.T) {
	const (
		mostOnPage   = 4 << 10
		mostOnSearch = 8 << 10
	)
	sizes := packed(t)
	notHere := []string{"text.js", "toc.js"}
	stem, page, search := 0, 0, 0
	for name, size := range sizes {
		if strings.HasPrefix(name, "stem-") {
			stem = max(stem, size)
		}
	}
	for _, name := range scripts(t, "base.html") {
		page += sizes[name]
		if !slices.Contains(notHere, name) {
			search += sizes[name]
		}
	}
	if page == 0 || search == 0 || stem == 0 {
		t.Fatalf("a page has %d bytes of scripts, the search page %d, and %d for stems", page, search, stem)
	}
	if page > mostOnPage {
		t.Errorf("a page has %d bytes of scripts", page)
	}
	for _, name := range scripts(t, "search.html") {
		search += sizes[name]
	}
	if search += stem; search > mostOnSearch {
		t.Errorf("the search page has %d bytes of scripts", search)
	}
	t.Logf("a page has %d bytes of scripts, the search page %d; %v", page, search, sizes)
}
