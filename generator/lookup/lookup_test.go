package lookup_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/docs"
	"dossier/generator/diag"
	"dossier/generator/lookup"
	"dossier/generator/pipeline"
)

// fixture is a dossier of some files.
func fixture(t *testing.T, files map[string]string) *lookup.Dossier {
	t.Helper()
	fs := afero.NewMemMapFs()
	for name, text := range files {
		if err := afero.WriteFile(fs, "content/"+name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r, err := pipeline.NewDesk(pipeline.Config{Source: fs, Content: "content", Layouts: "layouts", Jobs: 1}).Read(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return lookup.New(r.Site, r.Words)
}

const settings = "---\ntitle: T\nlanguages: [en, fr]\nkinds: {places: {name: {en: Places}}}\n---\n"

// TestKeysAreTheHandbooks holds that the keys that are offered in each class of file are
// those that the handbook explains: a key that is new there is missed here.
func TestKeysAreTheHandbooks(t *testing.T) {
	d := fixture(t, map[string]string{"index.md": settings})
	_, front, _ := strings.Cut(docs.Writing, "\n## Front matter\n")
	front, _, _ = strings.Cut(front, "\n## ")
	code := regexp.MustCompile("`([a-z_]+)`")
	tables := map[string]lookup.Class{"`content/index.md`": lookup.Home, "article": lookup.Article, "section": lookup.Section}
	for head, class := range tables {
		_, table, ok := strings.Cut(front, "\n| "+head+" | value |\n")
		if !ok {
			t.Fatalf("the handbook has no table of %s", head)
		}
		explained := []string{"accept"} // in every file
		for line := range strings.Lines(table) {
			if !strings.HasPrefix(line, "|") {
				break
			}
			for _, m := range code.FindAllStringSubmatch(strings.Split(line, " | ")[0], -1) {
				explained = append(explained, m[1])
			}
		}
		var offered []string
		for _, k := range d.Keys(class, nil) {
			if k.Name != "places" { // "any declared kind"
				offered = append(offered, k.Name)
			}
		}
		slices.Sort(explained)
		slices.Sort(offered)
		if !slices.Equal(explained, offered) {
			t.Errorf("%s: the handbook explains\n%q, and there are offered\n%q", head, explained, offered)
		}
	}
	for _, class := range []lookup.Class{lookup.Country, lookup.Event, lookup.Actor, lookup.Declared} {
		for _, k := range d.Keys(class, nil) {
			lifetime := class == lookup.Actor && strings.HasPrefix(k.Name, "date") // explained in prose
			if k.Name != "accept" && k.Of != k.Name && !lifetime && lookup.Explain(class, []string{k.Name}) == "" {
				t.Errorf("class %d: the handbook does not explain %q", class, k.Name)
			}
		}
	}
	for _, k := range d.Keys(lookup.Section, []string{"sources"}) {
		if lookup.Explain(lookup.Section, []string{"sources", k.Name}) == "" {
			t.Errorf("the handbook does not explain %q of a source", k.Name)
		}
	}
}

// TestKeysAreNoKinds declares a kind of the name of each key beside which ids of kinds stand: the
// key would mean two things.
func TestKeysAreNoKinds(t *testing.T) {
	d := fixture(t, map[string]string{"index.md": settings})
	done := slices.Concat(d.Kinds(), []string{"countries", "events", "actors"})
	for _, class := range []lookup.Class{lookup.Section, lookup.Event, lookup.Actor, lookup.Declared} {
		for _, k := range d.Keys(class, nil) {
			if slices.Contains(done, k.Name) {
				continue
			}
			done = append(done, k.Name)
			fs := afero.NewMemMapFs()
			if err := afero.WriteFile(fs, "content/index.md", []byte("---\ntitle: T\nkinds: {"+k.Name+": {name: X}}\n---\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			r, err := pipeline.NewDesk(pipeline.Config{Source: fs, Content: "content", Jobs: 1}).Read(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(r.Faults, func(x diag.Diagnostic) bool { return x.Code == diag.BadName }) {
				t.Errorf("a kind may be called %q: %v", k.Name, r.Faults)
			}
		}
	}
}

// TestKeysAreKnown writes every key that is offered into a file of each class: none is
// unknown to the reader.
func TestKeysAreKnown(t *testing.T) {
	classes := map[string]lookup.Class{
		"index.md": lookup.Home, "articles/a/index.md": lookup.Article, "articles/a/01-s.md": lookup.Section, "countries/kenya.md": lookup.Country,
		"events/e.md": lookup.Event, "actors/a.md": lookup.Actor, "places/p.md": lookup.Declared, "pages/p.md": lookup.FreePage, "pages/p.fr.md": lookup.Translation,
	}
	d := fixture(t, map[string]string{"index.md": settings})
	var write func(keys []lookup.Key) string
	write = func(keys []lookup.Key) string {
		var fields []string
		for _, k := range keys {
			value := "x"
			switch k.Value {
			case lookup.Fields:
				value = "{" + write(k.Under) + "}"
			case lookup.Named:
				value = "{x: {" + write(k.Under) + "}}"
			}
			fields = append(fields, k.Name+": "+value)
		}
		return strings.Join(fields, ", ")
	}
	for name, class := range classes {
		if got := d.Class(name); got != class {
			t.Errorf("%s is of class %d", name, got)
		}
		fs := afero.NewMemMapFs()
		lines := ""
		for _, k := range d.Keys(class, nil) {
			if name == "index.md" && (k.Name == "languages" || k.Name == "kinds") {
				continue
			}
			lines += write([]lookup.Key{k}) + "\n"
		}
		all := map[string]string{"index.md": settings, "pages/p.md": "---\ntitle: P\n---\n", "articles/a/index.md": "---\ntitle: A\n---\n"}
		if name == "index.md" {
			lines = "languages: [en, fr]\nkinds: {places: {name: {en: Places}, schema_type: Place, mentions: true}}\n" + lines
		}
		all[name] = "---\n" + lines + "---\n"
		for file, text := range all {
			if err := afero.WriteFile(fs, "content/"+file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		r, err := pipeline.NewDesk(pipeline.Config{Source: fs, Content: "content", Jobs: 1}).Read(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Faults {
			if f.File == "content/"+name && (f.Code == "unknown-key" || f.Code == "front-matter") {
				t.Error(f)
			}
		}
	}
	for _, name := range []string{"x.png", "other/x.md", "articles/x.md", "a/b/c/d.md"} {
		if got := d.Class(name); got != lookup.Other {
			t.Errorf("%s is of class %d", name, got)
		}
	}
}
