package browser

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// vocabulary is schema.org's, read from the declarations for TypeScript that Google
// makes of it. A type is known by the name of what its properties are declared in.
type vocabulary struct {
	declared map[string]string              // by type
	above    map[string][]string            // what a declaration extends
	ranges   map[string]map[string][]string // by declaration and property: the types of its values
}

var (
	declares = regexp.MustCompile(`^(?:export )?interface (\w+)Base extends (.+) \{$`)
	leaf     = regexp.MustCompile(`^export (?:interface|type) \w+Leaf\b.*\b(\w+)Base\b.*\{$`)
	names    = regexp.MustCompile(`^    "@type": "(\w+)";$`)
	takes    = regexp.MustCompile(`^    "(\w+)"\?: SchemaValue<(.+), "\w+">;$`)
	based    = regexp.MustCompile(`\b(\w+)Base\b`)
)

func schemaOrg(t *testing.T) vocabulary {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("node_modules", "schema-dts", "dist", "schema.d.ts"))
	if err != nil {
		t.Fatal("no schema-dts: install it with npm ci in generator/dev/browser")
	}
	v := vocabulary{map[string]string{}, map[string][]string{}, map[string]map[string][]string{}}
	in, old := "", false
	for line := range strings.Lines(string(source)) {
		line = strings.TrimRight(line, "\n")
		if m := declares.FindStringSubmatch(line); m != nil {
			in, v.ranges[m[1]] = m[1], map[string][]string{}
			for _, up := range based.FindAllStringSubmatch(m[2], -1) {
				v.above[in] = append(v.above[in], up[1])
			}
		} else if m := leaf.FindStringSubmatch(line); m != nil {
			in = m[1]
		} else if m := names.FindStringSubmatch(line); m != nil {
			v.declared[m[1]] = in
		} else if m := takes.FindStringSubmatch(line); m != nil {
			if !old { // what another property has taken the place of is not to be said
				v.ranges[in][m[1]] = strings.Split(m[2], " | ")
			}
			old = false
		} else if strings.Contains(line, "@deprecated") {
			old = true
		}
	}
	if len(v.declared) < 800 || len(v.ranges["Thing"]) < 10 {
		t.Fatalf("schema-dts is not written as it was: %d types, %d properties of a thing", len(v.declared), len(v.ranges["Thing"]))
	}
	return v
}

// rangeOf are the types of a property's values; nil when the type lacks the property.
func (v vocabulary) rangeOf(declaration, property string) []string {
	if found := v.ranges[declaration][property]; found != nil {
		return found
	}
	for _, up := range v.above[declaration] {
		if found := v.rangeOf(up, property); found != nil {
			return found
		}
	}
	return nil
}

// is reports whether a type is another one or a narrower one.
func (v vocabulary) is(kind, wider string) bool {
	var within func(string) bool
	within = func(d string) bool { return d == wider || slices.ContainsFunc(v.above[d], within) }
	return kind == wider || within(v.declared[kind])
}

// told is what the pages of a site say in structured data.
type told struct {
	vocabulary
	base   string
	files  fs.FS
	nodes  map[string]map[string]any // what a page is about, by its address
	faults []string
}

func (s *told) fault(at, format string, args ...any) {
	s.faults = append(s.faults, at+": "+fmt.Sprintf(format, args...))
}

var block = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)

// tell reads what all pages of a site say.
func tell(v vocabulary, files fs.FS, base string) (*told, error) {
	s := &told{vocabulary: v, base: base, files: files, nodes: map[string]map[string]any{}}
	blocks := map[string][]any{}
	err := fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		page, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		found := block.FindAllSubmatch(page, -1)
		if name == "404.html" && len(found) == 0 {
			return nil
		}
		if len(found) != 1 {
			s.fault(name, "%d blocks", len(found))
			return nil
		}
		var said struct {
			Context string           `json:"@context"`
			Graph   []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal(found[0][1], &said); err != nil {
			s.fault(name, "%v", err)
			return nil
		}
		own := base + strings.TrimSuffix(name, path.Base(name)) + strings.TrimPrefix(path.Base(name), "index.html")
		if said.Context != "https://schema.org" || len(said.Graph) == 0 || said.Graph[0]["@id"] != own {
			s.fault(name, "it is not about itself: %s", found[0][1])
			return nil
		}
		s.nodes[own] = said.Graph[0]
		for _, n := range said.Graph {
			blocks[name] = append(blocks[name], n)
		}
		return nil
	})
	for _, name := range slices.Sorted(maps.Keys(blocks)) {
		for _, n := range blocks[name] {
			s.check(name, []string{"Thing"}, n)
		}
	}
	return s, err
}

// check looks at a value that a property of a range has.
func (s *told) check(at string, types []string, value any) {
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(types, n) })
	}
	switch x := value.(type) {
	case []any:
		for _, one := range x {
			s.check(at, types, one)
		}
	case float64:
		if !has("Number", "Integer", "Float") {
			s.fault(at, "the number %v is none of %v", x, types)
		}
	case string:
		switch {
		case x == "" || x != strings.TrimSpace(x):
			s.fault(at, "%q", x)
		case has("Date", "DateTime") && !has("Text"):
			if !isDate(x) {
				s.fault(at, "%q is no date", x)
			}
		case has("Text"):
		case has("URL", "IdReference"): // an address stands for what is there
			s.address(at, x)
		default:
			s.fault(at, "%q is none of %v", x, types)
		}
	case map[string]any:
		s.thing(at, types, x)
	default:
		s.fault(at, "%T", value)
	}
}

// thing looks at a thing or, where it has nothing but an address, at what is there.
func (s *told) thing(at string, types []string, x map[string]any) {
	if id, ok := x["@id"].(string); ok {
		s.address(at, id)
		if len(x) == 1 {
			if x = s.nodes[id]; x == nil {
				s.fault(at, "nothing is at %s", id)
				return
			}
			kind, _ := x["@type"].(string)
			s.fits(at, types, kind)
			return
		}
	}
	kind, _ := x["@type"].(string)
	if s.declared[kind] == "" {
		s.fault(at, "schema.org has no type %q", kind)
		return
	}
	s.fits(at, types, kind)
	for _, key := range slices.Sorted(maps.Keys(x)) {
		if key[0] == '@' {
			continue
		}
		values := s.rangeOf(s.declared[kind], key)
		if values == nil {
			s.fault(at, "%s has no %s", kind, key)
			continue
		}
		s.check(at+" "+key, values, x[key])
		switch address, ok := x[key].(string); {
		case key == "url" && ok:
			s.address(at+" "+key, address)
		case key == "temporalCoverage":
			for part := range strings.SplitSeq(x[key].(string), "/") {
				if !isDate(part) && part != ".." {
					s.fault(at, "%s is no time", x[key])
				}
			}
		}
	}
}

func (s *told) fits(at string, types []string, kind string) {
	if !slices.ContainsFunc(types, func(t string) bool { return s.is(kind, t) }) {
		s.fault(at, "%s is none of %v", kind, types)
	}
}

// address looks at an address: one of the site must be there.
func (s *told) address(at, to string) {
	file, own := strings.CutPrefix(to, s.base)
	if !own {
		if !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://") {
			s.fault(at, "%s is not absolute", to)
		}
		return
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file += "index.html"
	}
	if _, err := fs.Stat(s.files, file); err != nil {
		s.fault(at, "%s leads nowhere", to)
	}
}

// isDate reports a year, a month or a day of ISO 8601.
func isDate(text string) bool {
	for _, form := range []string{"2006", "2006-01", time.DateOnly} {
		if _, err := time.Parse(form, text); err == nil {
			return true
		}
	}
	return false
}

// everywhere are the kinds and properties that both dossiers have.
var everywhere = []string{
	"WebSite", "Article", "Event", "Person", "Organization", "Country", "Place", "Legislation", "CollectionPage", "WebPage",
	"workTranslation", "translationOfWork", "temporalCoverage",
}

// TestStructuredData holds what the pages of the second dossier say of themselves against
// the vocabulary of schema.org and against the dates that editors wrote.
func TestStructuredData(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs an npm package")
	}
	t.Parallel()
	kinds := tellsTrue(t, "suez", suezContent)
	for _, kind := range everywhere {
		if kinds[kind] == 0 {
			t.Errorf("no page has %s: %v", kind, kinds)
		}
	}
}

// tellsTrue does so for any dossier, and counts kinds and properties.
func tellsTrue(t *testing.T, name, content string) map[string]int {
	t.Helper()
	const base = "https://example.org/some/project/"
	dir := made(t, func() (string, error) { return buildSite(name+" told", content, "--base-url", base) })
	s, err := tell(schemaOrg(t), os.DirFS(dir), base)
	if err != nil {
		t.Fatal(err)
	}
	s.translations()
	s.dates(t, os.DirFS(filepath.Join("..", "..", "..", content)))
	for _, fault := range s.faults {
		t.Errorf("%s: %s", name, fault)
	}
	kinds := map[string]int{}
	for _, n := range s.nodes {
		kinds[n["@type"].(string)]++
		for _, property := range []string{"isBasedOn", "workTranslation", "translationOfWork", "correction", "location", "geo", "temporalCoverage", "author"} {
			if n[property] != nil {
				kinds[property]++
			}
		}
	}
	return kinds
}

// translations looks whether original and translation name each other.
func (s *told) translations() {
	for id, n := range s.nodes {
		all, _ := n["workTranslation"].([]any)
		for _, other := range all {
			of, _ := s.nodes[other.(map[string]any)["@id"].(string)]["translationOfWork"].(map[string]any)
			if of["@id"] != id {
				s.fault(id, "its translation %v is one of %v", other, of)
			}
		}
	}
}

var (
	dated    = regexp.MustCompile(`(?m)^(?:date|published): *"?([^"\n#]*[^"\n# ])"?`)
	sourced  = regexp.MustCompile(`(?m)^source:`)
	isPlain  = regexp.MustCompile(`^\d{4}(-(0\d|1[012])(-\d\d)?)?$`)
	numbered = regexp.MustCompile(`/\d+-([^/]+)\.md$`)
)

// dates compares what is said of events, sections and articles with what editors
// wrote: it is as exact as that, or nothing is said.
func (s *told) dates(t *testing.T, content fs.FS) {
	t.Helper()
	seen := map[string]int{}
	for _, pattern := range []string{"events/*.md", "articles/*/*.md"} {
		files, err := fs.Glob(content, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.Contains(strings.TrimSuffix(path.Base(name), ".md"), ".") {
				continue // a translation
			}
			source, err := fs.ReadFile(content, name)
			if err != nil {
				t.Fatal(err)
			}
			m := dated.FindSubmatch(source)
			n := s.nodes[s.base+strings.TrimSuffix(strings.TrimSuffix(numbered.ReplaceAllString(name, "/$1.md"), ".md")+".html", "index.html")]
			if m == nil || n == nil {
				continue
			}
			start, end, span := strings.Cut(string(m[1]), "/")
			said := func(property, want string) {
				if !isPlain.MatchString(want) {
					want = ""
				}
				if got, _ := n[property].(string); got != want {
					s.fault(name, "%s is %q of %q", property, got, m[1])
				}
				seen[property]++
			}
			switch {
			case n["@type"] == "Event":
				said("startDate", start)
				said("endDate", end)
			case path.Base(name) != "index.md" && !span:
				said("temporalCoverage", start)
			case path.Base(name) == "index.md" && !sourced.Match(source):
				said("datePublished", start)
			}
		}
	}
	if seen["startDate"] == 0 || seen["temporalCoverage"] == 0 {
		t.Errorf("dates were compared only in %v", seen)
	}
}

// TestTold proves that each kind of fault is found.
func TestTold(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs an npm package")
	}
	t.Parallel()
	v := schemaOrg(t)
	for said, want := range map[string]string{
		`{"@type": "Event", "name": "x", "startDate": "2019-05"}`: ``,
		`{"@type": "Evnt"}`:                                                                                         `no type "Evnt"`,
		`{"@type": "Event", "headline": "x"}`:                                                                       `Event has no headline`,
		`{"@type": "Event", "startDate": "2019-13"}`:                                                                `no date`,
		`{"@type": "Event", "location": {"@type": "Person"}}`:                                                       `Person is none of`,
		`{"@type": "Event", "location": {"@type": "Country"}}`:                                                      ``,
		`{"@type": "Article", "author": "Ann"}`:                                                                     `"Ann" is not absolute|Ann is not absolute`,
		`{"@type": "Article", "isPartOf": {"@id": "https://example.org/none"}}`:                                     `nothing is at|leads nowhere`,
		`{"@type": "Article", "url": "x.html"}`:                                                                     `not absolute`,
		`{"@type": "Article", "position": "x", "temporalCoverage": "2019/.."}`:                                      ``,
		`{"@type": "Article", "temporalCoverage": "2019?"}`:                                                         `is no time`,
		`{"@type": "GeoCoordinates", "latitude": 1, "longitude": "2"}`:                                              ``,
		`{"@type": "Person", "name": ""}`:                                                                           `""`,
		`{"@type": "Person", "name": 3}`:                                                                            `the number 3`,
		`{"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "item": "https://example.org/x/"}]}`: `leads nowhere`,
	} {
		var x any
		if err := json.Unmarshal([]byte(said), &x); err != nil {
			t.Fatal(err)
		}
		s := &told{vocabulary: v, base: "https://example.org/", files: os.DirFS(t.TempDir())}
		s.check("x", []string{"Thing"}, x)
		found := strings.Join(s.faults, "\n")
		if (found == "") != (want == "") || !regexp.MustCompile(want).MatchString(found) {
			t.Errorf("of %s it says %q, not %q", said, found, want)
		}
	}
}
