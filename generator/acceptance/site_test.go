package acceptance

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
	"golang.org/x/net/html"
)

// site is a published site, read back from disk.
type site struct {
	base  string            // the path it will lie at: "/" or "/some/project/"
	prose string            // all Markdown it was made of; holds every address an editor wrote
	files map[string][]byte // by slash-separated path
	pages map[string]*page  // the HTML files, parsed
}

type page struct {
	path   string
	source []byte
	root   *html.Node
	ids    map[string]bool
}

// buildDossier builds a dossier in this process and gives the folder of the site.
func buildDossier(t *testing.T, content string, flags ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	args := append([]string{"build", "--content", content, "--layouts", "../../layouts", "--out", dir}, flags...)
	var stdout, stderr bytes.Buffer
	if status := run(context.Background(), args, afero.NewOsFs(), &stdout, &stderr); status != done {
		t.Fatalf("dossier %s: exit status %d\n%s%s", strings.Join(args, " "), status, &stdout, &stderr)
	}
	return dir
}

// readFiles reads every file below a folder.
func readFiles(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files[name], err = os.ReadFile(filepath.Join(dir, name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// readDossier reads the site of a dossier, which will lie at a path.
func readDossier(t *testing.T, content, dir, base string) *site {
	t.Helper()
	s := &site{base: base, files: readFiles(t, dir), pages: map[string]*page{}}
	for name, text := range s.files {
		if path.Ext(name) == ".html" {
			s.pages[name] = parsePage(t, name, text)
		}
	}
	prose := readFiles(t, content)
	for _, name := range slices.Sorted(maps.Keys(prose)) {
		s.prose += string(prose[name])
	}
	return s
}

func parsePage(t *testing.T, name string, source []byte) *page {
	t.Helper()
	root, err := html.ParseWithOptions(bytes.NewReader(source), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p := &page{path: name, source: source, root: root, ids: map[string]bool{}}
	for e := range p.elements() {
		p.ids[attr(e, "id")] = true
	}
	return p
}

// eachPage runs f on every page in the order of paths.
func (s *site) eachPage(f func(*page)) {
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		f(s.pages[name])
	}
}

// siteLaws are what must hold for the site of any dossier, in the folder of its content.
var siteLaws = map[string]func(t *testing.T, content string){
	"pages": soundPages, "content": holdsContent, "styles": ownStyles, "reachable": reachable, "titles": titlesApart, "address": addressed, "shared": shared, "network": clearNetwork,
}

// TestSite holds the site of the second dossier to the laws.
func TestSite(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a dossier in five languages again and again")
	}
	t.Parallel()
	for name, law := range siteLaws {
		t.Run(name, func(t *testing.T) { law(t, suezContent) })
	}
}

func soundPages(t *testing.T, content string) {
	const base = "https://example.org/some/project/"
	for _, s := range []*site{
		readDossier(t, content, buildDossier(t, content), "/"),
		readDossier(t, content, buildDossier(t, content, "--base-url", base), "/some/project/"),
	} {
		for _, c := range pageChecks() {
			t.Run(c.name+" at "+s.base, func(t *testing.T) {
				s.eachPage(func(p *page) {
					for _, fault := range c.find(s, p) {
						t.Errorf("%s: %s", p.path, fault)
					}
				})
			})
		}
	}
}

// holdsContent fails when a content file has no page, and so guards the other
// laws against an empty site.
func holdsContent(t *testing.T, content string) {
	s := readDossier(t, content, buildDossier(t, content, "--drafts"), "/")
	number := regexp.MustCompile(`^[0-9]+-`)
	for name := range readFiles(t, content) {
		dir, file := path.Split(name)
		id, ext, _ := strings.Cut(file, ".")
		if ext != "md" {
			continue // a translation or a picture
		}
		if strings.HasPrefix(dir, "articles/") {
			id = number.ReplaceAllString(id, "")
		}
		if want := dir + id + ".html"; s.pages[want] == nil {
			t.Errorf("content/%s has no page %s", name, want)
		}
	}
}

// ownStyles fails when a style sheet fetches what is not in the site.
func ownStyles(t *testing.T, content string) {
	s := readDossier(t, content, buildDossier(t, content), "/")
	fetch := regexp.MustCompile(`(?:url\(|@import|image-set\()\s*["']?([^"')]*)`)
	for name, text := range s.files {
		if path.Ext(name) != ".css" {
			continue
		}
		for _, m := range fetch.FindAllSubmatch(text, -1) {
			if _, _, err := s.resolve(name, string(m[1])); err != nil {
				t.Errorf("%s: %s: %v", name, m[0], err)
			}
		}
	}
}

func reachable(t *testing.T, content string) {
	s := readDossier(t, content, buildDossier(t, content), "/")
	seen := map[string]bool{"index.html": true}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		for e := range s.pages[queue[0]].elements("a") {
			to, _, err := s.resolve(queue[0], attr(e, "href"))
			if err == nil && s.pages[to] != nil && !seen[to] {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	s.eachPage(func(p *page) {
		if !seen[p.path] && p.path != "404.html" {
			t.Errorf("%s: no path of links leads here from index.html", p.path)
		}
	})
}

func titlesApart(t *testing.T, content string) {
	s := readDossier(t, content, buildDossier(t, content), "/")
	owner := map[string]string{}
	s.eachPage(func(p *page) {
		for e := range p.elements("html") {
			key := attr(e, "lang") + " " + p.title()
			if before, taken := owner[key]; taken {
				t.Errorf("%s: title %q is that of %s", p.path, p.title(), before)
			}
			owner[key] = p.path
		}
	})
}

// addressed fails when an address changes more of the site than what must be
// absolute and the page for missing pages.
func addressed(t *testing.T, content string) {
	const host, base = "https://example.org", "https://example.org/some/project/"
	absolute := regexp.MustCompile(`(?m)^<(link rel="(canonical|alternate)"|meta (property="(og|article):|name="twitter:)|script type="application/ld\+json"|li><a href="[^"]*feed\.xml")[^>]*>(.*</(script|li)>)?\n|<li><bdi><a href="feed\.xml">(?:.*\n){1,5}?.*</li>\n`)
	cited := regexp.MustCompile(`(?m)^(  url = \{https://example\.org/[^}]*\},\n|UR  - https://example\.org/.*\n)|,"URL":"https://example\.org/[^"]*"`)
	ways := regexp.MustCompile(`(?m)^<.*"\./(\.\./)*assets/.*\n`) // what a page that does not know its root tries
	addressed := regexp.MustCompile(` data-address="[^"]*"`)
	inData := regexp.MustCompile(`"(base_url|homepage)":"https://example\.org/some/project/",|URL;VALUE=URI:https://example\.org/(.*\r\n )*.*\r\n`)
	uid := regexp.MustCompile(`UID:(.*)@(.*\r\n )*.*\r\n`)
	inText := regexp.MustCompile(`(?:(?:, |، |，)\x{2066}?)?https://example\.org/some/project/[^<]*(</p>)`)
	plain, based := readFiles(t, buildDossier(t, content)), readFiles(t, buildDossier(t, content, "--base-url", base))
	for name, want := range plain {
		got, ok := based[name]
		switch {
		case !ok:
			t.Errorf("%s is missing when there is an address", name)
			continue
		case strings.HasPrefix(path.Base(name), "."):
			continue
		case name == "robots.txt":
			got = bytes.ReplaceAll(got, []byte("\nSitemap: "+base+"sitemap.xml\n"), nil)
		case strings.HasPrefix(path.Base(name), "cite."):
			got = cited.ReplaceAll(got, nil)
		case name == "404.html":
			want = ways.ReplaceAll(want, nil)
			got = bytes.ReplaceAll(got, []byte(strings.TrimPrefix(base, host)), []byte("/"))
		case path.Ext(name) == ".epub":
			want, got = nil, nil // TestBookLinks says what becomes of links
		case path.Ext(name) == ".json" || path.Ext(name) == ".ics":
			want, got = uid.ReplaceAll(want, nil), uid.ReplaceAll(inData.ReplaceAll(got, nil), nil)
		case path.Ext(name) == ".html":
			canonical := base + name
			if path.Base(name) == "index.html" {
				canonical = base + strings.TrimSuffix(name, "index.html")
			}
			for _, element := range []string{`<link rel="canonical" href="`, `<meta property="og:url" content="`} {
				if n := bytes.Count(got, []byte(element+canonical+`">`)); n != 1 {
					t.Errorf("%s: %d times %s%s", name, n, element, canonical)
				}
			}
			if found := absolute.Find(want); found != nil {
				t.Errorf("%s: without an address it has %s", name, found)
			}
			want = addressed.ReplaceAll(want, nil)
			got = addressed.ReplaceAll(inText.ReplaceAll(absolute.ReplaceAll(got, nil), []byte("$1")), nil)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: the address changed more than what must be absolute: %s", name, firstDifference(want, got))
		}
	}
}

// TestSameBytes builds in two places under opposite circumstances.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program and a dossier")
	}
	t.Parallel()
	program := filepath.Join(t.TempDir(), "dossier")
	if out, err := exec.Command("go", "build", "-o", program, "..").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	build := func(env ...string) map[string][]byte {
		dir := t.TempDir()
		for to, from := range map[string]string{"content": suezContent, "layouts": filepath.Join("..", "..", "layouts")} {
			if err := os.CopyFS(filepath.Join(dir, to), os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(program, "build")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("dossier build under %s: %v\n%s", env, err, out)
		}
		return readFiles(t, filepath.Join(dir, "public"))
	}
	one := build("TZ=Pacific/Kiritimati", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8", "GOMAXPROCS=1")
	two := build("TZ=America/Los_Angeles", "LC_ALL=C", "LANG=C", "GOMAXPROCS=8")
	if len(one) != len(two) {
		t.Errorf("%d files, then %d", len(one), len(two))
	}
	for name := range one {
		if !bytes.Equal(one[name], two[name]) {
			t.Errorf("%s differs between builds: %s", name, firstDifference(one[name], two[name]))
		}
	}
}

// firstDifference shows where two texts part.
func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	part := func(s []byte) []byte { return s[max(0, i-20):min(len(s), i+40)] }
	return fmt.Sprintf("%q, then %q", part(a), part(b))
}
