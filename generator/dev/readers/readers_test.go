// Package readers opens what the site gives to other programs in these programs: the
// data, calendars, feeds and books of the dossiers that testdata names. It holds tests only.
//
// The tests need sqlite3, mlr (Miller), ogrinfo (GDAL), khal, calcurse, newsboat,
// epubcheck and Python with networkx and libical's bindings; make tools installs them on
// a Debian.
package readers

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// sample is a dossier whose site is opened: where its content lies, and what the tests
// look for in the site.
type sample struct {
	Content string
	Day     string // on which there is an event
	Book    string
}

// samples are those that a file of testdata describes, by the folders of their sites.
var samples = sync.OnceValues(func() (map[string]sample, error) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no dossiers: %v", err)
	}
	all := map[string]sample{}
	for _, name := range files {
		var s sample
		text, err := os.ReadFile(name)
		if err == nil {
			err = json.Unmarshal(text, &s)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".json")] = s
	}
	return all, nil
})

var made string // the folder that sites has made

// sites builds them, once.
var sites = sync.OnceValues(func() (string, error) {
	all, err := samples()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "dossier-readers-")
	if err != nil {
		return "", err
	}
	made = dir
	program := filepath.Join(dir, "dossier")
	if out, err := exec.Command("go", "build", "-o", program, "../..").CombinedOutput(); err != nil {
		return dir, fmt.Errorf("%w: %s", err, out)
	}
	for name, s := range all {
		out, err := exec.Command(program, "build", "--quiet", "--content", s.Content, "--out", filepath.Join(dir, name), "--base-url", "https://example.org/d/").CombinedOutput()
		if err != nil {
			return dir, fmt.Errorf("%w: %s", err, out)
		}
	}
	return dir, os.RemoveAll(filepath.Join(filepath.Dir(all["suez"].Content), ".cache"))
})

func TestMain(m *testing.M) {
	code := m.Run()
	if made != "" {
		os.RemoveAll(made)
	}
	os.Exit(code)
}

// eachSite runs a test for the site of each dossier.
func eachSite(t *testing.T, test func(t *testing.T, dir string)) {
	eachSample(t, func(t *testing.T, dir string, _ sample) { test(t, dir) })
}

func eachSample(t *testing.T, test func(t *testing.T, dir string, s sample)) {
	if testing.Short() {
		t.Skip("it needs programs that are not this one's")
	}
	dir, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	all, err := samples()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range all {
		t.Run(name, func(t *testing.T) { test(t, filepath.Join(dir, name), s) })
	}
}

// say runs a program and gives what it says on standard output.
func say(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TZ=UTC")
	out, err := cmd.Output()
	if err != nil {
		stderr := ""
		if failed, ok := err.(*exec.ExitError); ok {
			stderr = string(failed.Stderr)
		}
		t.Fatalf("%s %q: %v (make tools installs what is needed)\n%s%s", name, args, err, out, stderr)
	}
	return string(out)
}

func read(t *testing.T, name string) string {
	t.Helper()
	body, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// resource is a table of the data package.
type resource struct {
	Name, Path, Type string
	Schema           struct {
		Fields      []struct{ Name, Type string }
		PrimaryKey  []string
		ForeignKeys []struct {
			Fields    []string
			Reference struct {
				Resource string
				Fields   []string
			}
		}
	}
}

func tablesOf(t *testing.T, site string) []resource {
	t.Helper()
	var doc struct{ Resources []resource }
	if err := json.Unmarshal([]byte(read(t, filepath.Join(site, "data/datapackage.json"))), &doc); err != nil {
		t.Fatal(err)
	}
	var tables []resource
	for _, r := range doc.Resources {
		if r.Type == "table" {
			tables = append(tables, r)
		}
	}
	if len(tables) != 6 {
		t.Fatalf("there are %d tables", len(tables))
	}
	return tables
}

// TestSQLite loads all tables into a database: keys are unique, what names a row of
// another table finds it, and days are days.
func TestSQLite(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		db := filepath.Join(t.TempDir(), "q.db")
		ask := func(sql string) string { return strings.TrimSpace(say(t, "sqlite3", db, sql)) }
		tables := tablesOf(t, site)
		for _, table := range tables {
			say(t, "sqlite3", db, ".import --csv "+filepath.Join(site, "data", table.Path)+" "+table.Name)
		}
		for _, table := range tables {
			s := table.Schema
			if got := ask(fmt.Sprintf("SELECT count(*) - count(DISTINCT %q) FROM %q", s.PrimaryKey[0], table.Name)); got != "0" {
				t.Errorf("%s: %s rows have no key of their own", table.Name, got)
			}
			for _, f := range s.ForeignKeys {
				to := f.Reference.Resource
				if to == "" {
					to = table.Name
				}
				if got := ask(fmt.Sprintf("SELECT count(*) FROM %q WHERE %q <> '' AND %q NOT IN (SELECT %q FROM %q)", table.Name, f.Fields[0], f.Fields[0], f.Reference.Fields[0], to)); got != "0" {
					t.Errorf("%s: %s cells of %s lead nowhere in %s", table.Name, got, f.Fields[0], to)
				}
			}
			for _, f := range s.Fields {
				if f.Type == "date" {
					if got := ask(fmt.Sprintf("SELECT count(*) FROM %q WHERE %q <> '' AND date(%q) IS NOT %q", table.Name, f.Name, f.Name, f.Name)); got != "0" {
						t.Errorf("%s: %s cells of %s are no days", table.Name, got, f.Name)
					}
				}
			}
		}
		if got := ask("SELECT count(*) FROM events JOIN entities USING (key) WHERE events.date <> entities.date"); got != "0" {
			t.Errorf("%s events have two dates", got)
		}
		if got := ask("SELECT count(*) FROM relations"); got < "2" {
			t.Errorf("there are %s relations", got)
		}
	})
}

// TestMiller reads each table: every row has all columns, as a reader without
// leniency takes it, and as many as the network and the timeline say.
func TestMiller(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		for _, table := range tablesOf(t, site) {
			var rows []map[string]any
			if err := json.Unmarshal([]byte(say(t, "mlr", "--icsv", "--ojson", "--infer-none", "cat", filepath.Join(site, "data", table.Path))), &rows); err != nil || len(rows) == 0 {
				t.Fatal(table.Name, err)
			}
			for _, row := range rows {
				if len(row) != len(table.Schema.Fields) || row["key"] == "" {
					t.Errorf("%s: a row of %d cells: %v", table.Name, len(row), row)
				}
			}
			tags := say(t, "mlr", "--icsv", "--ojson", "nest", "--explode", "--values", "--across-records", "-f", "tags", "--nested-fs", " ", "then", "uniq", "-g", "tags", "-n", filepath.Join(site, "data/sections.csv"))
			if n, _ := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(tags)); n < 5 {
				t.Errorf("sections have %d tags", n)
			}
		}
	})
}

// TestGDAL reads the places as points of the World Geodetic System, and makes of them
// what QGIS reads.
func TestGDAL(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		places := filepath.Join(site, "data/places.geojson")
		said := say(t, "ogrinfo", "-so", "-al", places)
		for _, want := range []string{"Geometry: Point", `GEOGCRS["WGS 84"`, "key: String"} {
			if !strings.Contains(said, want) {
				t.Errorf("ogrinfo does not say %s:\n%s", want, said)
			}
		}
		if n := strings.Count(read(t, places), `"Feature"`); n == 0 || !strings.Contains(said, fmt.Sprintf("Feature Count: %d\n", n)) {
			t.Errorf("there are %d places; ogrinfo says %s", n, said)
		}
		box := filepath.Join(t.TempDir(), "places.gpkg")
		say(t, "ogr2ogr", "-f", "GPKG", box, places)
		if said := say(t, "ogrinfo", "-so", "-al", box); !strings.Contains(said, "Geometry: Point") {
			t.Errorf("the GeoPackage is %s", said)
		}
	})
}

// inPython runs a script with the system's Python, whose modules Debian has.
func inPython(t *testing.T, script string, args ...string) string {
	t.Helper()
	python := os.Getenv("PYTHON")
	if python == "" {
		python = "/usr/bin/python3"
	}
	return say(t, python, append([]string{"-c", script}, args...)...)
}

// network reads GEXF. The networkx of Debian 12 (2.8.8) knows the format by the name of
// its version 1.2 only; of what the file has, the two are alike.
const network = `
import io, json, sys, networkx
text = open(sys.argv[1], encoding="utf-8").read()
if "1.3" not in networkx.readwrite.gexf.GEXF.versions:
    text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
g = networkx.read_gexf(io.BytesIO(text.encode("utf-8")))
print(json.dumps({
    "directed": g.is_directed(), "nodes": len(g), "edges": g.number_of_edges(), "spells": sum(len(d.get("spells", [])) for _, _, d in g.edges(data=True)),
    "kinds": sorted({d["kind"] for _, d in g.nodes(data=True)}), "unnamed": [n for n, d in g.nodes(data=True) if not d.get("label")],
}))`

func TestNetworkX(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		file := filepath.Join(site, "data/network.gexf")
		var got struct {
			Directed             bool
			Nodes, Edges, Spells int
			Kinds, Unnamed       []string
		}
		if err := json.Unmarshal([]byte(inPython(t, network, file)), &got); err != nil {
			t.Fatal(err)
		}
		text := read(t, file)
		nodes, edges, spells := strings.Count(text, "<node "), strings.Count(text, "<edge "), strings.Count(text, "<spell ")
		edges += strings.Count(text, `type="mutual"`) // it makes two of one
		if !got.Directed || got.Nodes != nodes || got.Edges != edges || got.Spells != spells || nodes < 3 || edges < 2 || spells < 1 || len(got.Kinds) < 2 || len(got.Unnamed) > 0 {
			t.Errorf("networkx reads %+v; the file has %d nodes, %d edges, %d spells", got, nodes, edges, spells)
		}
	})
}

// calendars are the calendars of all editions of a site.
func calendars(t *testing.T, site string) []string {
	t.Helper()
	all, err := filepath.Glob(filepath.Join(site, "*/events.ics"))
	if err != nil || len(all) < 2 {
		t.Fatal(all, err)
	}
	return append(all, filepath.Join(site, "events.ics"))
}

func entries(t *testing.T, calendar string) int {
	t.Helper()
	return strings.Count(read(t, calendar), "BEGIN:VEVENT\r\n")
}

const checkCalendar = `
import sys, gi
gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib
for name in sys.argv[1:]:
    c = ICalGLib.Component.new_from_string(open(name, encoding="utf-8", newline="").read())
    print(c.is_valid(), ICalGLib.restriction_check(c), c.count_errors(), c.count_components(ICalGLib.ComponentKind.VEVENT_COMPONENT))`

// TestLibical finds no property too many or too few in any calendar.
func TestLibical(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		all := calendars(t, site)
		want := ""
		for _, c := range all {
			want += fmt.Sprintf("True 1 0 %d\n", entries(t, c))
		}
		if got := inPython(t, checkCalendar, all...); got != want {
			t.Errorf("libical says\n%swant\n%s", got, want)
		}
	})
}

// TestKhal imports a calendar, and finds an event on a day of its own.
func TestKhal(t *testing.T) {
	eachSample(t, func(t *testing.T, site string, s sample) {
		dir, calendar := t.TempDir(), filepath.Join(site, "events.ics")
		box := filepath.Join(dir, "box")
		if err := os.Mkdir(box, 0o755); err != nil {
			t.Fatal(err)
		}
		config := write(t, filepath.Join(dir, "config"), "[calendars]\n[[dossier]]\npath = "+box+"\n[sqlite]\npath = "+filepath.Join(dir, "khal.db")+
			"\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n")
		say(t, "khal", "-c", config, "import", "--batch", calendar)
		if files, err := os.ReadDir(box); err != nil || len(files) != entries(t, calendar) {
			t.Errorf("khal has %d of %d events: %v", len(files), entries(t, calendar), err)
		}
		if got := say(t, "khal", "-c", config, "list", s.Day, "1d"); !strings.Contains(got, s.Day) {
			t.Errorf("on %s khal lists %q", s.Day, got)
		}
	})
}

func TestCalcurse(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		for _, calendar := range calendars(t, site) {
			said := say(t, "calcurse", "-D", t.TempDir(), "-i", calendar)
			if n := entries(t, calendar); !strings.Contains(said, fmt.Sprintf("%d events", n)) || !strings.Contains(said, " 0 skipped") {
				t.Errorf("%s has %d events; calcurse says %s", calendar, n, said)
			}
		}
	})
}

// TestNewsboat reads feeds: every entry opens its own page, and none is of a time to
// come that was long ago.
func TestNewsboat(t *testing.T) {
	eachSite(t, func(t *testing.T, site string) {
		var feeds []string
		for _, pattern := range []string{"feed.xml", "articles/*/feed.xml", "countries/*.xml", "*/actors/*.xml"} {
			some, err := filepath.Glob(filepath.Join(site, pattern))
			if err != nil || len(some) == 0 {
				t.Fatal(pattern, err)
			}
			feeds = append(feeds, some...)
		}
		dir, lines, items := t.TempDir(), "", map[string]bool{}
		link := regexp.MustCompile(`<guid [^>]*>([^<]*)</guid>`)
		for _, f := range feeds {
			lines += "file://" + filepath.ToSlash(f) + "\n"
			for _, m := range link.FindAllStringSubmatch(read(t, f), -1) {
				items[m[1]] = true // newsboat keeps an entry of two feeds once
			}
		}
		db := filepath.Join(dir, "cache.db")
		say(t, "newsboat", "-u", write(t, filepath.Join(dir, "urls"), lines), "-c", db, "-C", write(t, filepath.Join(dir, "config"), ""), "-x", "reload")
		ask := func(sql string) string { return strings.TrimSpace(say(t, "sqlite3", db, sql)) }
		if got := ask("SELECT count(*) FROM rss_item"); got != strconv.Itoa(len(items)) {
			t.Errorf("newsboat has %s of %d entries", got, len(items))
		}
		if got := ask("SELECT count(*) FROM rss_item WHERE url NOT LIKE 'https://example.org/d/%' OR title = '' OR substr(guid, 1, length(url)) <> url"); got != "0" {
			t.Errorf("%s entries lead elsewhere", got)
		}
	})
}

// TestEPUBCheck finds no error and nothing to warn of in a book from left to right, and
// in one from right to left.
func TestEPUBCheck(t *testing.T) {
	eachSample(t, func(t *testing.T, site string, s sample) {
		checkBook(t, filepath.Join(site, filepath.FromSlash(s.Book)))
	})
}

// everything is an article with all that Markdown makes, and what XML has otherwise.
var everything = map[string]string{
	"index.md":                  "---\ntitle: T\nlanguages: [en, fr]\n---\nB.\n",
	"countries/kenya.md":        "---\nname: Kenya\n---\nText.\n\n## A heading\n\nText.\n",
	"articles/a/index.md":       "---\ntitle: A *short* <article> & \"more\"\npublished: 2019-05\nsummary: What **&** why\nsource: {title: S & T, url: 'https://example.org/?a=1&b=2', date: 2019}\n---\nLead about Kenya, [[second]], [there](02-second.md#über-uns) and [[second#Über uns]].\n",
	"articles/a/01-first.md":    "---\ntitle: First\ndate: 2018-23\nauthor: [kofi]\ncorrections: [{date: 2019-06, text: 'A < B'}]\nsources: [{title: X, url: 'https://example.org/x'}]\n---\n" + marks,
	"articles/a/02-second.md":   "---\ntitle: Вторая\nlanguage: fr\ndate: -0043-03-15\n---\n## Über uns\n\nTexte.\n",
	"actors/kofi.md":            "---\nname: Kofi\ntype: person\n---\nT.\n",
	"articles/a/picture.png":    "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\nIDATx\x9cc\xf8\x0f\x00\x01\x01\x01\x00\x1b\xb6\xeeV\x00\x00\x00\x00IEND\xaeB`\x82",
	"articles/a/Bild schön.gif": "GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
	"articles/a/new.avif":       "a picture that few readers of books show",
	"articles/a/paper.pdf":      "%PDF-1.4",
}

const marks = `Kenya and *more* **strong** ~~gone~~ a<br>b H<sub>2</sub>O, <abbr title="A &amp; B">AB</abbr> <kbd>x</kbd>, and &nbsp;.[^1]

![A picture](picture.png "Its *caption*")

![](<Bild schön.gif>) and ![few show it](new.avif), [a paper](paper.pdf), [out](https://example.org/?a=1&b=2), <https://example.org/>

> [!NOTE]
> A note about [[kenya#A heading]] and [[Kenya|words]].

> A quotation.

| a | b |
| :-- | --: |
| 1 | 2 |

3. three
4. four

- [x] done
- open

---

~~~
<code> & "more"
~~~

[^1]: A note, with [[second]].
`

// TestEverythingInABook finds no error in a book that has all that a text may have.
func TestEverythingInABook(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a program that is not this one's")
	}
	dir, err := sites()
	if err != nil {
		t.Fatal(err)
	}
	content := filepath.Join(t.TempDir(), "content")
	for name, text := range everything {
		name = filepath.Join(content, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, name, text)
	}
	book := filepath.Join(filepath.Dir(content), "a.epub")
	say(t, filepath.Join(dir, "dossier"), "pack", "--quiet", "--content", content, book)
	checkBook(t, book)
}

func checkBook(t *testing.T, book string) {
	t.Helper()
	name, err := exec.LookPath("epubcheck")
	if err != nil {
		t.Fatal(err, "(make tools installs it)")
	}
	args := []string{name, book}
	if body, err := os.ReadFile(name); err == nil && strings.HasPrefix(string(body), "PK") { // Debian's is the archive itself
		args = append([]string{"java", "-jar"}, args...)
	}
	out, err := exec.Command(args[0], args[1:]...).CombinedOutput()
	if err != nil || !strings.Contains(string(out), " 0 errors / 0 warnings") {
		t.Errorf("%s: %v\n%s", book, err, out)
	}
}
