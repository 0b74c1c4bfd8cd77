package plan

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"dossier/generator/model"
)

// relative is RelEscaped of paths as they are.
func relative(from, to string) string { return RelEscaped(Escape(from), Escape(to)) }

func TestRel(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"index.html", "index.html", "index.html"},
		{"index.html", "countries/kenya.html", "countries/kenya.html"},
		{"countries/kenya.html", "index.html", "../index.html"},
		{"countries/kenya.html", "countries/index.html", "index.html"},
		{"articles/a/s.html", "countries/kenya.html", "../../countries/kenya.html"},
		{"articles/a/s.html", "articles/a/index.html", "index.html"},
		{"articles/a/s.html", "articles/ab/s.html", "../ab/s.html"},
		{"fr/events/e.html", "events/e.html", "../../events/e.html"},
		{"events/e.html", "fr/events/e.html", "../fr/events/e.html"},
		{"index.html", "events/день.html", "events/%D0%B4%D0%B5%D0%BD%D1%8C.html"},
		{"fr/index.html", "fra/index.html", "../fra/index.html"},
	} {
		if got := relative(tt.from, tt.to); got != tt.want {
			t.Errorf("relative(%q, %q) = %q, want %q", tt.from, tt.to, got, tt.want)
		}
	}
}

// FuzzRel holds for any two paths: resolving the address from the page leads
// to the other page, and no address is absolute or names a folder.
func FuzzRel(f *testing.F) {
	f.Add("a/b/c", "a/d")
	f.Add("index", "fr/x")
	f.Fuzz(func(t *testing.T, from, to string) {
		for _, p := range []string{from, to} {
			if p == "" || p != path.Clean(p) || strings.HasPrefix(p, "/") || strings.HasPrefix(p, ".") || strings.ContainsAny(p, "%?#\\:") {
				return
			}
		}
		rel := relative(from, to)
		got, err := url.PathUnescape(path.Join(path.Dir(from), rel))
		if err != nil || got != to {
			t.Errorf("relative(%q, %q) = %q leads to %q, %v", from, to, rel, got, err)
		}
		if strings.HasPrefix(rel, "/") || strings.HasSuffix(rel, "/") {
			t.Errorf("relative(%q, %q) = %q", from, to, rel)
		}
	})
}

func doc(key model.Key, file string) model.Doc { return model.Doc{Key: key, File: file} }

func site() *model.Site {
	article := &model.Article{Doc: doc("articles/a", "articles/a/index.md")}
	article.Texts = model.Texts{{Lang: "en"}, {Lang: "fr"}}
	article.Sections = []*model.Section{{Doc: doc("articles/a/s", "articles/a/01-s.md"), Article: article}}
	return &model.Site{Corpus: &model.Corpus{
		Settings: model.Settings{Languages: []string{"en", "fr"}, BaseURL: "https://example.org/d/"},
		Home:     &model.Doc{File: "index.md"},
		Kinds:    []model.Kind{{ID: "countries"}},
		Articles: []*model.Article{article},
		Entities: []*model.Entity{{Doc: doc("countries/kenya", "countries/kenya.md")}},
		Pages:    []*model.Doc{{Key: "pages/about", File: "pages/about.md"}},
	}}
}

func TestPages(t *testing.T) {
	p, faults := New(site())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	one := "index.html articles/a/index.html articles/a/s.html articles/a/parallel.html countries/index.html countries/kenya.html pages/about.html timeline.html translations.html corrections.html"
	want := one + " 404.html fr/" + strings.ReplaceAll(one, " ", " fr/")
	var got []string
	for _, page := range p.Pages {
		if page.Kind.Row().File == "" || slices.Contains(strings.Fields(want), page.Path) { // the table may grow
			got = append(got, page.Path)
		}
	}
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	for file, want := range map[string]string{
		"index.html": "https://example.org/d/", "fr/countries/index.html": "https://example.org/d/fr/countries/",
		"timeline.html": "https://example.org/d/timeline.html",
	} {
		if got := p.URL(file); got != want {
			t.Errorf("URL(%q) = %q, want %q", file, got, want)
		}
	}
}

func TestCollisions(t *testing.T) {
	s := site()
	s.Entities = append(s.Entities, &model.Entity{Doc: doc("countries/index", "countries/index.md")})
	s.Media = []model.Media{{File: "countries/Kenya.html"}}
	_, faults := New(s)
	want := `countries/index.md: error: this file and a list of the site would both be countries/index.html; rename this file [duplicate-url]
countries/Kenya.html: error: this file and countries/kenya.md would both be countries/Kenya.html; rename this file [duplicate-url]`
	var got []string
	for _, f := range faults {
		got = append(got, f.String())
	}
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}
