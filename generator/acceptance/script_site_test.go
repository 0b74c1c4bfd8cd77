package acceptance

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// walkSites looks for ids and fragments that do not hold in all the sites that
// were published below a folder.
func walkSites(t *testing.T, dir string) (faults []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || d.Name() != "public" {
			return nil // a script may have left what cannot be read
		}
		for _, fault := range idFaults(readPages(t, name)) {
			faults = append(faults, filepath.Base(filepath.Dir(name))+"/public/"+fault)
		}
		return filepath.SkipDir
	})
	if err != nil {
		t.Error(err)
	}
	return faults
}

// readPages reads the pages of a site; what is none, as scripts put it there, is
// left out.
func readPages(t *testing.T, dir string) *site {
	t.Helper()
	s := &site{base: "/", files: map[string][]byte{}, pages: map[string]*page{}}
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || filepath.Ext(name) != ".html" {
			return nil
		}
		src, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		if rel = filepath.ToSlash(rel); err == nil && bytes.HasPrefix(src, []byte("<!DOCTYPE html>\n<html ")) {
			s.files[rel], s.pages[rel] = src, parsePage(t, rel, src)
		}
		return nil
	})
	return s
}

// idFaults are ids that a page has twice, and fragments that lead nowhere.
func idFaults(s *site) (faults []string) {
	for name, p := range s.pages {
		seen := map[string]bool{}
		for e := range p.elements() {
			if id := attr(e, "id"); id != "" {
				if seen[id] {
					faults = append(faults, fmt.Sprintf("%s: the id %q stands twice", name, id))
				}
				seen[id] = true
			}
			addr := attr(e, "href")
			if !strings.Contains(addr, "#") || strings.Contains(addr, "://") || name == "404.html" {
				continue
			}
			file, fragment, err := s.resolve(name, addr)
			if err == nil && (s.pages[file] == nil || !s.pages[file].ids[fragment]) {
				err = fmt.Errorf("there is no such id")
			}
			if err != nil {
				faults = append(faults, fmt.Sprintf("%s: <%s> leads to %q: %v", name, e.Data, addr, err))
			}
		}
	}
	slices.Sort(faults)
	return faults
}

func TestIDFaults(t *testing.T) {
	dir := t.TempDir()
	const begin = "<!DOCTYPE html>\n<html lang=\"en\">"
	for name, text := range map[string]string{
		"site/public/a.html":     begin + `<p id="x">1</p><p id="x">2</p><a href="#x">3</a><a href="#y">4</a><a href="sub/b.html#z">5</a>`,
		"site/public/sub/b.html": begin + `<p id="z">1</p><a href="../a.html#w">2</a><a href="https://example.org/#q">3</a><a href="../c.html#x">4</a>`,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{
		`site/public/a.html: <a> leads to "#y": there is no such id`,
		`site/public/a.html: the id "x" stands twice`,
		`site/public/sub/b.html: <a> leads to "../a.html#w": there is no such id`,
		`site/public/sub/b.html: <a> leads to "../c.html#x": "c.html" is no file of the site`,
	}
	if got := walkSites(t, dir); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
