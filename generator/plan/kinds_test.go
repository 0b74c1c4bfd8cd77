package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/limits"
	"dossier/generator/lists"
	"dossier/generator/model"
)

// paths are those of an edition's pages of some kinds: the table may grow.
func paths(p *Plan, dir string) string {
	known := []Kind{Contents, Timeline, Map, Graph, AsOf, Translations, Corrections, NotFound}
	var out []string
	for _, page := range p.Pages {
		if page.Edition.Dir == dir && slices.Contains(known, page.Kind) {
			out = append(out, strings.TrimPrefix(page.Path, dir))
		}
	}
	return strings.Join(out, " ")
}

// A page that shows one kind of thing is there when there is such a thing.
func TestPagesThatAreNotAlways(t *testing.T) {
	since, err := edtf.Parse("2001/..")
	if err != nil {
		t.Fatal(err)
	}
	relation := model.Relation{Type: "near", To: model.Tag{Key: "countries/kenya"}}
	dated := relation
	dated.When = since
	const always = "timeline.html contents.html corrections.html"
	for name, tt := range map[string]struct {
		languages string
		change    func(*model.Site)
		want      string
	}{
		"nothing":       {"en", func(*model.Site) {}, always + " 404.html"},
		"two languages": {"en fr", func(*model.Site) {}, "timeline.html contents.html translations.html corrections.html 404.html"},
		"a code":        {"en", func(s *model.Site) { s.Entities[0].ISO = "KE" }, "timeline.html map.html contents.html corrections.html 404.html"},
		"a position":    {"en", func(s *model.Site) { s.Entities[0].Position = &model.Position{} }, "timeline.html map.html contents.html corrections.html 404.html"},
		"a relation": {"en", func(s *model.Site) { s.Entities[0].Relations = []model.Relation{relation} },
			"timeline.html graph.html contents.html corrections.html 404.html"},
		"a dated relation": {"en", func(s *model.Site) { s.Entities[0].Relations = []model.Relation{relation, dated} },
			"timeline.html graph.html as-of.html contents.html corrections.html 404.html"},
		"kinds without entities": {"en", func(s *model.Site) {
			for i := range 2 * limits.MaxMenuLinks {
				s.Kinds = append(s.Kinds, model.Kind{ID: fmt.Sprint("k", i)})
			}
		}, always + " 404.html"},
	} {
		s := site()
		s.Settings.Languages = strings.Fields(tt.languages)
		tt.change(s)
		p, faults := New(s)
		if len(faults) > 0 {
			t.Errorf("%s: %v", name, faults)
		}
		if got := paths(p, ""); got != tt.want {
			t.Errorf("%s: %s, want %s", name, got, tt.want)
		}
		if p.Has("fr", NotFoundKey) {
			t.Errorf("%s: a further edition has a page for what is not found", name)
		}
	}
}

func TestTableOfKinds(t *testing.T) {
	seen := map[Kind]bool{}
	for _, row := range Kinds() {
		if seen[row.Kind] {
			t.Errorf("%s has two rows", row.Kind)
		}
		seen[row.Kind] = true
		if got := row.Kind.Row(); got.Template != row.Template || got.File != row.File {
			t.Errorf("the row of %s is that of %s", row.Kind, got.Kind)
		}
		if row.Template == "" || (row.File == "") != (row.Key == "") {
			t.Errorf("%s has the template %q, the file %q, the key %q", row.Kind, row.Template, row.File, row.Key)
		}
	}
	defer func() {
		if got := fmt.Sprint(recover()); !strings.Contains(got, `no kind of page "nothing"`) {
			t.Errorf("a kind that is none: %s", got)
		}
	}()
	Kind("nothing").Row()
}

func TestPathsByKey(t *testing.T) {
	p, _ := New(site())
	for _, tt := range []struct {
		lang string
		key  model.Key
		want string
	}{
		{"en", "", "index.html"}, {"fr", "", "fr/index.html"}, {"fr", "articles/a/s", "fr/articles/a/s.html"},
		{"en", "countries", "countries/index.html"}, {"en", NotFoundKey, "404.html"},
		{"fr", NotFoundKey, ""}, {"en", "countries/none", ""}, {"ru", "", ""},
	} {
		if got := p.Has(tt.lang, tt.key); got != (tt.want != "") {
			t.Errorf("Has(%q, %q) is %t", tt.lang, tt.key, got)
		}
		got := func() (path string) {
			defer func() {
				if miss := recover(); miss != nil && fmt.Sprint(miss) != fmt.Sprintf("plan: no page for %q in %q", tt.key, tt.lang) {
					t.Error(miss)
				}
			}()
			return p.Path(tt.lang, tt.key)
		}()
		if got != tt.want {
			t.Errorf("Path(%q, %q) is %q, want %q", tt.lang, tt.key, got, tt.want)
		}
	}
	if got := p.Editions[1].Feed(); got != "fr/feed.xml" {
		t.Errorf("the feed is %s", got)
	}
	if p.ManyEditions() {
		t.Error("two editions are many")
	}
	p.Site.Settings.BaseURL = ""
	if got := p.URL("index.html"); got != "" {
		t.Errorf("without a base the address is %q", got)
	}
}

// An article has a page beside each translation in the default edition, and in
// a further one beside the default's.
func TestParallels(t *testing.T) {
	s := site()
	s.Settings.Languages = []string{"en", "fr", "ru", "de"}
	s.Articles[0].Sections[0].Texts = model.Texts{{Lang: "en"}, {Lang: "de"}}
	p, _ := New(s)
	var got []string
	for _, page := range p.Parallels(s.Articles[0]) {
		got = append(got, page.Path+" beside "+page.Beside)
	}
	want := []string{"articles/a/parallel.html beside fr", "articles/a/parallel-de.html beside de", "fr/articles/a/parallel.html beside en", "de/articles/a/parallel.html beside en"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Each edition has its own copy of a list that all divide alike: a part knows
// its page.
func TestDividedLists(t *testing.T) {
	s := site()
	for i := range 40 {
		s.Pages = append(s.Pages, &model.Doc{Key: model.Key(fmt.Sprint("pages/p", i))})
	}
	p, _ := Within(Limits{Page: 2000, First: 500, Year: 500}, s)
	seen := map[*Split]bool{}
	for _, page := range p.Pages {
		if page.Kind != Contents || page.Of != nil {
			continue
		}
		split := page.Divided(lists.Main)
		if split == nil || seen[split] || page.Divided(lists.Events) != nil {
			t.Fatalf("%s has the split %p of its list", page.Path, split)
		}
		seen[split] = true
		for i, part := range split.Parts {
			if part.Page == nil || part.Page.Edition != page.Edition || i > 0 && part.Page.Of != page {
				t.Errorf("part %d of %s is on %v", i, page.Path, part.Page)
			}
		}
		if last := split.Parts[len(split.Parts)-1]; last.To != len(s.Pages) || last.Page.Path != page.Edition.Dir+fmt.Sprintf("contents-%d.html", len(split.Parts)) {
			t.Errorf("the last part of %s ends at %d, on %s", page.Path, last.To, last.Page.Path)
		}
	}
	if len(seen) != 2 {
		t.Errorf("%d editions have the page of contents", len(seen))
	}
}

// Addresses lead up as many folders as it takes.
func TestDeepPages(t *testing.T) {
	if got := relative("a/b/c/d/e/f.html", "g.html"); got != "../../../../../g.html" {
		t.Error(got)
	}
}
