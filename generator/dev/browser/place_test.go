package browser

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
)

// place is a site where a reader can open it.
type place struct {
	name string
	dir  string // of the files
	base string // address of the root, ends in "/"
	http bool
	text // what to read there
}

// text is where a dossier has what tests read.
type text struct {
	editions           []string // the first is the one at the root
	section, paragraph string
	article, inArticle string // the same by its place in the whole article
}

// in is the path of a page in an edition.
func (x text) in(lang, file string) string {
	if lang == x.editions[0] {
		return file
	}
	return lang + "/" + file
}

// places are the ways of opening a dossier.
func places(t *testing.T, dossier func() (string, error), content string, x text) []place {
	t.Helper()
	plain := made(t, dossier)
	project := serveSite(t, "/some/project/")
	projectURL := project.url + "/some/project/"
	project.dir = made(t, func() (string, error) {
		return buildSite(filepath.Base(plain)+" of "+t.Name(), content, "--base-url", projectURL)
	})
	return []place{
		onServer(t, plain, x),
		{"project", project.dir, projectURL, true, x},
		onDisk(plain, x),
	}
}

func onDisk(dir string, x text) place {
	return place{"disk", dir, "file://" + filepath.ToSlash(dir) + "/", false, x}
}

func onServer(t *testing.T, dir string, x text) place {
	t.Helper()
	root := serveSite(t, "/")
	root.dir = dir
	return place{"root", dir, root.url + "/", true, x}
}

// host serves a folder as static hosts do: a folder's index.html at its
// address, 404.html for what is missing, no redirects.
type host struct {
	url, prefix, dir string
	mu               sync.Mutex
	failed           []string
}

func serveAt(t *testing.T, prefix string) *host {
	t.Helper()
	h := &host{prefix: prefix}
	srv := httptest.NewServer(h)
	h.url = srv.URL
	t.Cleanup(srv.Close)
	return h
}

// serveSite fails the test when the browser asks for what is not there.
func serveSite(t *testing.T, prefix string) *host {
	t.Helper()
	h := serveAt(t, prefix)
	t.Cleanup(func() {
		for _, file := range h.gaps() {
			if !strings.Contains(file, missing) {
				t.Errorf("the browser asked for %s, which is not there", file)
			}
		}
	})
	return h
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, inside := strings.CutPrefix(r.URL.Path, h.prefix)
	if strings.HasSuffix(r.URL.Path, "/") {
		name += "index.html"
	}
	status := http.StatusOK
	text, err := fs.ReadFile(os.DirFS(h.dir), name)
	if err != nil || !inside {
		h.mu.Lock()
		h.failed = append(h.failed, r.URL.Path)
		h.mu.Unlock()
		status, name = http.StatusNotFound, "404.html"
		text, _ = fs.ReadFile(os.DirFS(h.dir), name)
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.WriteHeader(status)
	w.Write(text)
}

// gaps are the paths that were asked for in vain.
func (h *host) gaps() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.failed)
}

// sample is a page of some type.
type sample struct{ kind, path string }

// patterns are the paths of each type of page, and of some in other editions.
func (x text) patterns() []sample {
	second, third := x.editions[1], x.editions[2]
	return append(pageTypes(),
		sample{"section in " + second, `^` + second + `/articles/[^/]+/[^/]+\.html$`}, sample{"country in " + third, `^` + third + `/countries/[^/]+\.html$`})
}

func pageTypes() []sample {
	return []sample{
		{"home", `^index\.html$`}, {"article", `^articles/[^/]+/index\.html$`},
		{"section", `^articles/[^/]+/[^/]+\.html$`}, {"country", `^countries/[^/]+\.html$`},
		{"event", `^events/[^/]+\.html$`}, {"actor", `^actors/[^/]+\.html$`},
		{"index", `^countries/index\.html$`}, {"index of events", `^events/index\.html$`},
		{"timeline", `^timeline\.html$`}, {"corrections", `^corrections\.html$`}, {"page", `^pages/[^/]+\.html$`},
		{"map", `^map\.html$`}, {"graph", `^graph\.html$`}, {"as of", `^as-of\.html$`},
		{"parallel", `^articles/[^/]+/parallel\.html$`}, {"translations", `^translations\.html$`},
	}
}

// htmlFiles are the pages of the place, by path.
func (p place) htmlFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := fs.WalkDir(os.DirFS(p.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if path.Ext(name) == ".html" {
			files = append(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// samples are the largest page of each type, and the page for missing pages
// where a server shows it.
func (p place) samples(t *testing.T) []sample {
	t.Helper()
	list := p.largest(t, p.patterns())
	if p.http {
		list = append(list, sample{"404", missing + "/" + missing + ".html"})
	}
	return list
}

// largest are the largest page of each of these types, which is likely to have
// all that a page of the type can have.
func (p place) largest(t *testing.T, types []sample) []sample {
	t.Helper()
	var list []sample
	files := p.htmlFiles(t)
	for _, s := range types {
		pattern, best, size := regexp.MustCompile(s.path), "", int64(-1)
		for _, name := range files {
			isIndex := path.Base(name) == "index.html"
			isParallel := strings.HasPrefix(path.Base(name), "parallel")
			if !pattern.MatchString(name) || isIndex != strings.Contains(s.path, "index") || isParallel != (s.kind == "parallel") {
				continue
			}
			if info, err := os.Stat(filepath.Join(p.dir, name)); err == nil && info.Size() > size {
				best, size = name, info.Size()
			}
		}
		if best == "" {
			t.Fatalf("the site has no page of type %s", s.kind)
		}
		list = append(list, sample{s.kind, best})
	}
	return list
}

// words are the title and first-level heading that a page has on disk.
func (p place) words(t *testing.T, file string) (title, heading string) {
	t.Helper()
	source, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	for e := range root.Descendants() {
		switch {
		case e.Type == html.ElementNode && e.Data == "title" && e.Namespace == "":
			title = words(e)
		case e.Type == html.ElementNode && e.Data == "h1":
			heading = words(e)
		}
	}
	return title, heading
}

// words is the text of an element with its spaces made single.
func words(e *html.Node) string {
	parts := slices.Collect(func(yield func(string) bool) {
		for n := range e.Descendants() {
			if n.Type == html.TextNode && !yield(n.Data) {
				return
			}
		}
	})
	return strings.Join(strings.Fields(strings.Join(parts, "")), " ")
}
