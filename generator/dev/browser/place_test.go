package browser

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
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
}

// places builds the site for each way of opening it.
func places(t *testing.T) []place {
	t.Helper()
	program := filepath.Join(t.TempDir(), "dossier")
	if out, err := exec.Command("go", "build", "-o", program, "../..").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	build := func(flags ...string) string {
		dir := filepath.Join(t.TempDir(), "site")
		cmd := exec.Command(program, append([]string{"build", "--out", dir}, flags...)...)
		cmd.Dir = filepath.Join("..", "..", "..")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("dossier build: %v\n%s", err, out)
		}
		return dir
	}
	plain := build()
	root := serveAt(t, "/")
	root.dir = plain
	project := serveAt(t, "/some/project/")
	projectURL := project.url + "/some/project/"
	project.dir = build("--base-url", projectURL)
	t.Cleanup(func() {
		for _, file := range append(root.gaps(), project.gaps()...) {
			if !strings.Contains(file, missing) {
				t.Errorf("the browser asked for %s, which is not there", file)
			}
		}
	})
	return []place{
		{"root", plain, root.url + "/", true},
		{"project", project.dir, projectURL, true},
		{"disk", plain, "file://" + filepath.ToSlash(plain) + "/", false},
	}
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

// patterns are the paths of each type of page.
func patterns() []sample {
	return []sample{
		{"home", `^index\.html$`}, {"article", `^articles/[^/]+/index\.html$`},
		{"section", `^articles/[^/]+/[^/]+\.html$`}, {"country", `^countries/[^/]+\.html$`},
		{"event", `^events/[^/]+\.html$`}, {"actor", `^actors/[^/]+\.html$`},
		{"index", `^countries/index\.html$`}, {"index of events", `^events/index\.html$`},
		{"timeline", `^timeline\.html$`}, {"corrections", `^corrections\.html$`}, {"page", `^pages/[^/]+\.html$`},
		{"map", `^map\.html$`}, {"graph", `^graph\.html$`}, {"as of", `^as-of\.html$`},
		{"parallel", `^articles/[^/]+/parallel\.html$`}, {"translations", `^translations\.html$`},
		{"section in French", `^fr/articles/[^/]+/[^/]+\.html$`}, {"country in Russian", `^ru/countries/[^/]+\.html$`},
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

// samples are the largest page of each type, which is likely to have all that
// a page of the type can have, and the page for missing pages where a server
// shows it.
func (p place) samples(t *testing.T) []sample {
	t.Helper()
	var list []sample
	for _, s := range patterns() {
		pattern, best, size := regexp.MustCompile(s.path), "", int64(-1)
		for _, name := range p.htmlFiles(t) {
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
	if p.http {
		list = append(list, sample{"404", "deep/" + missing + ".html"})
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
