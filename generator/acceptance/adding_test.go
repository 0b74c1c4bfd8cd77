package acceptance

import (
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// change is what an addition does to one file: it puts text before what stands
// there, or writes a new one.
type change struct{ file, before, text string }

// newPage is a page "credits": one row, one view, one layout, and its words.
var newPage = []change{
	{"generator/plan/kinds.go", "\t{Kind: Corrections,", `	{Kind: "credits", Template: "credits", Title: "credits.title", Key: "credits", File: "credits.html", Menu: AboutMenu},` + "\n"},
	{"generator/view/kinds.go", "\tplan.Corrections: ", "\t\"credits\": of(credits),\n"},
	{"generator/view/credits.go", "", `package view

import (
	"dossier/generator/layout"
	"dossier/generator/voice"
)

// Credits are the sources of all articles.
type Credits struct {
	layout.Page
	Items []layout.Source
}

func credits(p *page) Credits {
	out := Credits{Page: p.frame(voice.Said{})}
	for _, a := range p.site.model().Articles {
		if s := articleSource(p, a); s != nil {
			out.Items = append(out.Items, *s)
		}
	}
	return out
}
`},
	{"layouts/credits.html", "", `{{define "main"}}<header class="head"><h1 dir="auto">{{.Title}}</h1></header>
<ul class="text">{{range .Items}}<li dir="auto">{{.Title}}</li>{{end}}</ul>{{end}}
`},
	{"content/articles/history/index.md", "published: ", "source: {title: Actas}\n"},
	{"layouts/messages/en.yaml", "corrections: ", `credits.title: "All sources"` + "\n"},
	{"layouts/messages/es.yaml", "corrections: ", `credits.title: "Todas las fuentes"` + "\n"},
	{"layouts/messages/uk.yaml", "corrections: ", `credits.title: "Усі джерела"` + "\n"},
}

// newFormat is a table of all events: one file, one line.
var newFormat = []change{
	{"generator/emit/emit.go", "}\n}\n\n// Assets", ", EventsCSV"},
	{"generator/emit/events_csv.go", "", `package emit

import (
	"bytes"
	"encoding/csv"

	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// EventsCSV emits all events by date (RFC 4180): key, EDTF date and name.
func EventsCSV(p *plan.Plan, _ *layout.Set) ([]publish.Output, error) {
	return []publish.Output{{Path: "events.csv", Render: func(buf []byte) ([]byte, error) {
		b := bytes.NewBuffer(buf)
		w, lang := csv.NewWriter(b), p.Site.Settings.Default()
		for _, e := range p.Lists.ByDate {
			if err := w.Write([]string{string(e.Key), e.Date.String(), e.Name(lang, lang)}); err != nil {
				return nil, err
			}
		}
		w.Flush()
		return b.Bytes(), w.Error()
	}}}, nil
}
`},
}

// TestAdding adds a page and a format to a copy of the program, in as few places
// as ARCHITECTURE.md names. The page is in every edition, with its words, and in
// the menu of every page but that for missing ones; and the tests that hold the code to its rules pass.
func TestAdding(t *testing.T) {
	c := newCopy(t, append(newPage, newFormat...))
	command(t, c.dir, "go", "run", "./generator", "build", "--quiet")
	for file, title := range map[string]string{"credits.html": "Todas las fuentes", "uk/credits.html": "Усі джерела", "zh/credits.html": "All sources"} {
		if page := c.read("public/" + file); !strings.Contains(page, ">"+title+"</h1>") || !strings.Contains(page, "<li ") {
			t.Errorf("%s lacks its title or its list", file)
		}
	}
	for _, file := range []string{"index.html", "search.html", "countries/egypt.html"} {
		if !strings.Contains(c.read("public/"+file), `credits.html"`) {
			t.Errorf("%s does not lead to the page", file)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(c.read("public/events.csv"))).ReadAll()
	if err != nil || len(rows) < 5 || !strings.HasPrefix(rows[0][0], "events/") {
		t.Errorf("%v, %v", rows, err)
	}
	command(t, c.dir, "go", "test", "./generator", "./generator/plan")
}

// programCopy is a copy of the program, with the second dossier, to try an addition in.
type programCopy struct {
	t           *testing.T
	dir, source string
}

func newCopy(t *testing.T, changes []change) programCopy {
	if testing.Short() {
		t.Skip("compiles the program anew")
	}
	source, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	c := programCopy{t, t.TempDir(), source}
	for _, name := range []string{"generator", "layouts", "docs", "editors", ".github", "go.mod", "go.sum", "Makefile", "ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "SECURITY.md", "action.yml"} {
		c.copy(name)
	}
	licences, err := filepath.Glob(filepath.Join(source, "LICENSE*")) // that of the texts is not everywhere
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range licences {
		c.copy(filepath.Base(file))
	}
	if err := os.CopyFS(filepath.Join(c.dir, "content"), os.DirFS(suezContent)); err != nil {
		t.Fatal(err)
	}
	for _, x := range changes {
		text := x.text
		if x.before != "" {
			before, after, ok := strings.Cut(c.read(x.file), x.before)
			if !ok {
				t.Fatalf("%s lacks %q", x.file, x.before)
			}
			text = before + text + x.before + after
		}
		c.write(x.file, text)
	}
	return c
}

func (c programCopy) copy(name string) {
	err := filepath.WalkDir(filepath.Join(c.source, name), func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "fuzz"):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		rel, err := filepath.Rel(c.source, file)
		c.write(rel, read(c.t, file))
		return err
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c programCopy) write(name, text string) {
	name = filepath.Join(c.dir, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		c.t.Fatal(err)
	}
}

func (c programCopy) read(name string) string { return read(c.t, filepath.Join(c.dir, name)) }

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
