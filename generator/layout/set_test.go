package layout

import (
	"io/fs"
	"maps"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"dossier/layouts"
)

// with lays files over the built-in layouts.
func with(t testing.TB, files map[string]string) fs.FS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(layouts.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(layouts.FS, name)
		out[name] = &fstest.MapFile{Data: body}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range files {
		out[name] = &fstest.MapFile{Data: []byte(body)}
	}
	return out
}

func load(t testing.TB, files fs.FS, languages ...string) (*Set, string) {
	t.Helper()
	set, faults, err := Load(layouts.FS, files, "layouts", kinds, languages)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range faults.Sorted() {
		lines = append(lines, f.String())
	}
	return set, strings.Join(lines, "\n")
}

func TestBuiltinLayoutsLoad(t *testing.T) {
	if _, faults := load(t, layouts.FS, "en", "fr", "ru", "fr-CA"); faults != "" {
		t.Error(faults)
	}
}

func TestCount(t *testing.T) {
	set, _ := load(t, layouts.FS, "en", "fr", "ru", "ar", "he", "fa", "zh")
	for _, tt := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 1, "1 section"}, {"en", 2, "2 sections"}, {"en", 0, "0 sections"},
		{"fr", 0, "0 section"}, {"fr", 1, "1 section"}, {"fr", 2, "2 sections"},
		{"ru", 1, "1 раздел"}, {"ru", 2, "2 раздела"}, {"ru", 5, "5 разделов"}, {"ru", 11, "11 разделов"}, {"ru", 21, "21 раздел"}, {"ru", 104, "104 раздела"},
		{"ar", 0, "لا أقسام"}, {"ar", 1, "قسم واحد"}, {"ar", 2, "قسمان"}, {"ar", 3, "3 أقسام"}, {"ar", 11, "11 قسمًا"}, {"ar", 100, "100 قسم"}, {"ar", 103, "103 أقسام"},
		{"he", 0, "0 פרקים"}, {"he", 1, "פרק אחד"}, {"he", 2, "שני פרקים"}, {"he", 3, "3 פרקים"}, {"he", 11, "11 פרקים"}, {"he", 100, "100 פרקים"},
		{"fa", 1, "۱ بخش"}, {"fa", 12345, "۱۲٬۳۴۵ بخش"}, {"zh", 2, "2节"},
	} {
		if got, of := set.Count(tt.lang, "sections.count", tt.n); got != tt.want || of != "" {
			t.Errorf("%s %d: %q, want %q", tt.lang, tt.n, got, tt.want)
		}
	}
}

func TestMissingWords(t *testing.T) {
	english, err := fs.ReadFile(layouts.FS, "messages/en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	few := strings.Replace(string(english), "home: \"Home\"\n", "", 1)
	for _, tt := range []struct {
		name, lang string
		files      map[string]string
		want       string
	}{
		{"no file", "gv", nil, `layouts/messages/gv.yaml: warning: there are no interface words in "gv", so English stands in; "dossier new language gv" writes a file to translate [untranslated]`},
		{"a script of its own", "fr-Cyrl", nil, `there are no interface words in "fr-Cyrl"`},
		{"a key, and the plurals of Breton", "br", map[string]string{"messages/br.yaml": few}, `interface words are not translated, so English stands in: actors.count.two, actors.count.few, articles.count.two … [untranslated]`},
		{"a key that nobody reads", "fr", map[string]string{"messages/fr.yaml": "hme: \"x\"\n"}, `layouts/messages/fr.yaml: warning: no page asks for the words "hme"; did you mean "home"? [unknown-key]`},
		{"an argument too many", "fr", map[string]string{"messages/fr.yaml": "home: \"x {}\"\n"}, `layouts/messages/fr.yaml: error: the words for "home" have {} 1 times; there are 0 arguments, as in "Home" [layout]`},
		{"an empty key of her own", "en", map[string]string{"messages/en.yaml": "own: \"\"\n"}, `layouts/messages/en.yaml: error: the words for "own" are empty in English [layout]`},
		{"a date that is not", "fr", map[string]string{"messages/fr.yaml": "date.about: \"{dat}\"\ndate.sinc: \"x\"\n"}, `layouts/messages/fr.yaml: error: the words for "date.about": {dat} stands for nothing here; there are {date}, {n}, {era} [layout]
layouts/messages/fr.yaml: error: the words for "date.sinc": no such key is read [layout]`},
		{"a control character", "en", map[string]string{"messages/en.yaml": `home: "a\u0001"`}, `layouts/messages/en.yaml: error: the words for "home": this is a control character, written as an escape; leave it out [layout]`},
		{"not YAML", "br", map[string]string{"messages/br.yaml": "a: [\n"}, `layouts/messages/br.yaml:1: error: the words are not YAML of the form key: "text": did not find expected node content [layout]`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, got := load(t, with(t, tt.files), tt.lang)
			for _, line := range strings.Split(tt.want, "\n") {
				if !strings.Contains(got, line) {
					t.Errorf("got\n%s\nwant in it\n%s", got, line)
				}
			}
		})
	}
}

func TestRender(t *testing.T) {
	set, faults := load(t, with(t, map[string]string{
		"base.html": `{{define "base"}}{{.Lang}} {{.Dir}} {{template "main" .}}{{end}}`,
		"404.html":  `{{define "main"}}{{.T "section.of" 1 2}} {{.Asset "own.css"}} {{.Title}}{{end}}`,
		"home.html": `{{define "main"}}` + "\n" + `{{.T "nothing"}}{{end}}`, "assets/own.css": "p {}",
	}), "en", "gv")
	if !strings.Contains(faults, `no interface words in "gv"`) {
		t.Errorf("faults: %s", faults)
	}
	page := set.Page("en", "../")
	page.Title = "<b>"
	body, err := set.Render(nil, "404", NotFound{Page: page})
	if err != nil || string(body) != "en ltr Section 1 of 2 ../"+set.hrefs["own.css"]()+" &lt;b&gt;" {
		t.Errorf("got %q, %v", body, err)
	}
	if Direction("ar") != "rtl" || Direction("az-Arab") != "rtl" || Direction("ru") != "ltr" {
		t.Error("directions are wrong")
	}
	_, err = set.Render(nil, "home", Home{Page: page})
	if err == nil || !strings.HasPrefix(err.Error(), "layouts/home.html:2:3: error: ") || !strings.Contains(err.Error(), `no "nothing"`) {
		t.Errorf("got %v", err)
	}
}

// TestAssets: a hash in the path follows the body, and nothing else.
func TestAssets(t *testing.T) {
	a, _ := load(t, with(t, map[string]string{"assets/a/b.css": "x"}), "en")
	b, _ := load(t, with(t, map[string]string{"assets/a/b.css": "y"}), "en")
	paths := func(s *Set) map[string]string {
		out := map[string]string{}
		for name, path := range s.hrefs {
			out[name] = path()
		}
		return out
	}
	x, y := paths(a), paths(b)
	if x["a/b.css"] == y["a/b.css"] || !strings.HasPrefix(x["a/b.css"], "assets/a/b.") || !strings.HasSuffix(x["a/b.css"], ".css") {
		t.Errorf("paths %q and %q", x["a/b.css"], y["a/b.css"])
	}
	delete(x, "a/b.css")
	delete(y, "a/b.css")
	if !maps.Equal(x, y) {
		t.Errorf("other paths changed: %v %v", x, y)
	}
}

// windows answers as afero's file systems do on Windows, whose names in the
// answer to a pattern have the system's separator.
type windows struct{ fs.FS }

func (w windows) Glob(pattern string) ([]string, error) {
	names, err := fs.Glob(w.FS, pattern)
	for i := range names {
		names[i] = strings.ReplaceAll(names[i], "/", `\`)
	}
	return names, err
}

// TestSameOnEverySystem reads layouts as Windows, its editors and git keep them,
// and makes the same bytes of them.
func TestSameOnEverySystem(t *testing.T) {
	const binary = "GIF89a\x00\r\n"
	plain, other := with(t, map[string]string{"assets/dot.gif": binary, "assets/own.css": "a {\n}\n"}).(fstest.MapFS), fstest.MapFS{}
	for name, f := range plain {
		text := string(f.Data)
		if !strings.HasSuffix(name, ".gif") && !strings.HasSuffix(name, ".png") {
			text = "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
		}
		other[name] = &fstest.MapFile{Data: []byte(text)}
	}
	other["partials/._base.html"] = &fstest.MapFile{Data: []byte("{{what macOS keeps beside a file on a foreign disk")}
	want, _ := load(t, plain, "en", "ru")
	got, faults, err := Load(windows{other}, windows{other}, "layouts", kinds, []string{"en", "ru"})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	made := func(s *Set) (all []asset) {
		for _, a := range s.Assets() {
			all = append(all, a.made())
		}
		return all
	}
	if !reflect.DeepEqual(made(got), made(want)) || !reflect.DeepEqual(got.words, want.words) {
		t.Error("assets or words differ")
	}
	for _, set := range []*Set{want, got} {
		for _, a := range set.Assets() {
			if a.Name == "dot.gif" && string(a.Body()) != binary {
				t.Errorf("a picture became %q", a.Body())
			}
		}
	}
	view := func(s *Set) NotFound { return NotFound{Page: s.Page("en", "")} }
	one, err1 := want.Render(nil, "404", view(want))
	two, err2 := got.Render(nil, "404", view(got))
	if err1 != nil || err2 != nil || string(one) != string(two) {
		t.Errorf("the page differs: %v, %v\n%s", err1, err2, two)
	}
}
