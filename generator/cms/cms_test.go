package cms_test

import (
	"context"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
	yaml "go.yaml.in/yaml/v3"

	"dossier/generator/cms"
	"dossier/generator/lookup"
	"dossier/generator/pipeline"
)

var update = flag.Bool("update", false, "write the settings into their golden file")

const suez = "../acceptance/testdata/suez/content"

func of(t *testing.T, fs afero.Fs, content string) string {
	t.Helper()
	text, err := cms.Config(context.Background(), pipeline.Config{Source: fs, Content: content, Layouts: "layouts", Jobs: 1}, "content")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func files(t *testing.T, texts map[string]string) afero.Fs {
	t.Helper()
	fs := afero.NewMemMapFs()
	for name, text := range texts {
		if err := afero.WriteFile(fs, "content/"+name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return fs
}

// config is what of the settings these tests look at.
type config struct {
	Backend     map[string]string
	I18n        map[string]any
	Collections []collection
}

type collection struct {
	Name, Folder string
	Create       *bool
	Files        []struct {
		File   string
		Fields []field
	}
	Fields []field
	Index  struct{ Fields []field } `yaml:"index_file"`
}

type field struct {
	Name, Widget string
	Multiple     bool
	Required     any
	I18n         bool `yaml:"i18n"`
	Fields       []field
}

func read(t *testing.T, text string) (c config, by map[string][]field) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(text), &c); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	by = map[string][]field{}
	for _, x := range c.Collections {
		by[x.Name] = x.Fields
		if len(x.Files) > 0 {
			by[x.Name] = x.Files[0].Fields
		}
		if x.Index.Fields != nil {
			by[x.Name+"/index"] = x.Index.Fields
		}
	}
	return c, by
}

func named(fields []field) (out []string) {
	for _, f := range fields {
		out = append(out, f.Name)
	}
	return out
}

func get(t *testing.T, fields []field, name string) field {
	t.Helper()
	i := slices.IndexFunc(fields, func(f field) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("no field %s among %q", name, named(fields))
	}
	return fields[i]
}

// TestGolden holds the settings of a dossier with five languages.
func TestGolden(t *testing.T) {
	got, name := of(t, afero.NewOsFs(), suez), "testdata/suez.yml"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || got != string(want) {
		t.Errorf("the settings differ from %s (%v); accept them with -update", name, err)
	}
}

// TestEveryKeyIsAField: whatever front matter may hold can be edited, at every depth,
// but for what the package comment leaves out.
func TestEveryKeyIsAField(t *testing.T) {
	fs := files(t, map[string]string{
		"index.md":            "---\ntitle: T\nlanguages: [en, fr]\nkinds: {places: {name: {en: Places, fr: Lieux}}}\n---\n",
		"articles/a/index.md": "---\ntitle: A\n---\n",
	})
	r, err := pipeline.NewDesk(pipeline.Config{Source: fs, Content: "content", Layouts: "layouts", Jobs: 1}).Read(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	d := lookup.New(r.Site, r.Words)
	_, by := read(t, of(t, fs, "content"))
	var compare func(at string, keys []lookup.Key, fields []field)
	compare = func(at string, keys []lookup.Key, fields []field) {
		if len(keys) == 0 {
			t.Errorf("%s has no keys", at)
		}
		for _, k := range keys {
			if k.Value == lookup.Named {
				continue
			}
			f := get(t, fields, k.Name)
			if k.Value == lookup.Fields {
				compare(at+" "+k.Name, k.Under, f.Fields)
			}
			if k.Needed == (f.Required == false) {
				t.Errorf("%s %s: needed %t, required %v", at, k.Name, k.Needed, f.Required)
			}
			if prose := k.Name == "title" || k.Name == "summary" || k.Name == "description"; at != "" && !strings.Contains(at, " ") && f.I18n != prose {
				t.Errorf("%s %s: translated %t", at, k.Name, f.I18n)
			}
		}
	}
	for name, class := range map[string]lookup.Class{
		"index": lookup.Home, "Article-a/index": lookup.Article, "Article-a": lookup.Section, "countries": lookup.Country, "events": lookup.Event,
		"actors": lookup.Actor, "places": lookup.Declared, "pages": lookup.FreePage,
	} {
		compare(name, d.Keys(class, nil), by[name])
		if !get(t, by[name], "body").I18n {
			t.Errorf("%s: the text is not translated", name)
		}
	}
}

// TestNothingIsLost: the CMS leaves out what is written in another form than a field's,
// so there is no field for what is written in several.
func TestNothingIsLost(t *testing.T) {
	texts := map[string]string{
		"index.md":    "---\ntitle: T\nlanguages: [en, fr]\nrepository: https://codeberg.org/ana/presa\n---\n",
		"events/a.md": "---\nname: A\ndate: 2019\nactors: b\naliases: [X]\n---\n",
		"events/b.md": "---\nname: B\ndate: 2020\nactors: b\nsources: [One, {title: Two}]\n---\n",
		"actors/a.md": "---\nname: {en: A, fr: A}\ntype: person\nsources: [{title: T, archived: {url: 'https://example.org/'}}]\n---\n",
		"actors/b.md": "---\nname: B\ntype: person\nforms: {fr: [C]}\n---\n",
		"pages/a.md":  "not front matter\n",
	}
	text := of(t, files(t, texts), "content")
	c, by := read(t, text)
	if got := get(t, by["events"], "name").Widget; got != "string" {
		t.Errorf("names of events, which are all one text, are a %s", got)
	}
	if got := get(t, by["events"], "actors"); got.Widget != "relation" || got.Multiple {
		t.Errorf("one id without a list is %+v", got)
	}
	if got := get(t, by["events"], "aliases").Widget; got != "list" {
		t.Errorf("a list is a %s", got)
	}
	if got := get(t, get(t, by["actors"], "forms").Fields, "fr").Widget; got != "list" {
		t.Errorf("a list for each language is a %s", got)
	}
	for kind, key := range map[string]string{"events": "sources", "actors": "name"} {
		if slices.Contains(named(by[kind]), key) || !strings.Contains(text, kind+" "+key) {
			t.Errorf("%s %s has a field, or is not named as without one", kind, key)
		}
	}
	if slices.Contains(named(by["actors"]), "sources") {
		t.Error("archived, which is no list here, has a field of a list")
	}
	i := slices.IndexFunc(c.Collections, func(c collection) bool { return c.Name == "actors" })
	if made := c.Collections[i].Create; made == nil || *made {
		t.Error("actors can be made without a name")
	}
	if c.Backend["name"] != "gitea" || c.Backend["repo"] != "ana/presa" || c.Backend["base_url"] != "https://codeberg.org" {
		t.Errorf("the backend is %v", c.Backend)
	}
}

// TestOneLanguage: words are a text, and no path has a language.
func TestOneLanguage(t *testing.T) {
	c, by := read(t, of(t, files(t, map[string]string{"index.md": "---\ntitle: T\nrepository: https://gitlab.com/a/b\n---\n"}), "content"))
	if got := get(t, by["events"], "name").Widget; got != "string" {
		t.Errorf("a name is a %s", got)
	}
	if c.Collections[0].Files[0].File != "content/index.md" || c.Backend["name"] != "gitlab" {
		t.Errorf("%+v", c)
	}
}

// TestEnvironment: a failing disk is an error, a missing folder none of content's faults.
func TestEnvironment(t *testing.T) {
	if _, err := cms.Config(context.Background(), pipeline.Config{Source: afero.NewMemMapFs(), Content: "content", Layouts: "layouts", Jobs: 1}, "content"); err == nil {
		t.Error("there is no content folder, and no error")
	}
}
