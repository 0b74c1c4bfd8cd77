package acceptance

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
	"golang.org/x/net/html"

	"dossier/generator/content"
	"dossier/generator/emit"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/link"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
	"dossier/layouts"
)

// longDossier is the content of a dossier in two languages with n sections, all
// about Russia, and long lists of everything else.
func longDossier(n int) map[string]string {
	files := map[string]string{
		"index.md": `---
title: Long lists
languages: [en, fr]
kinds:
  places: {name: {en: Places, fr: Lieux}}
relations:
  member-of: {name: {en: member of, fr: membre de}, inverse: {en: members, fr: membres}}
---
`,
		"index.fr.md":         "---\ntitle: Longues listes\n---\n",
		"countries/russia.md": "---\nname: Russia\niso: RU\nsummary: Named everywhere.\n---\n",
		"actors/union.md":     "---\nname: The Union\ntype: organization\n---\n",
	}
	for i := range n {
		id := func(kind string) string { return fmt.Sprintf("%s-%d", kind, i) }
		a := longArticle(i)
		article := fmt.Sprintf("articles/article-%d/", a)
		files[article+"index.md"] = fmt.Sprintf("---\ntitle: Article %d\npublished: %d\nsummary: It mentions Russia.\n---\nA lead about Russia.\n", a, 1990+a%30)
		date := longDate(i)
		text := fmt.Sprintf("---\ntitle: Section number %d\ndate: %q\ncountries: [RU]\nevents: [%s]\nactors: [%s]\nsummary: What & how.\ncorrections: [{date: %d-05-01, text: Mended %d.}]\n---\nHere \"Russia\" is named, with Event %d and Actor %d.\n\n## A heading\n\nMore.\n",
			i, date, id("event"), id("actor"), 2000+i%20, i, i, i)
		files[article+fmt.Sprintf("%02d-section-%d.md", i+1, i)] = text
		if i%3 == 0 {
			files[article+fmt.Sprintf("%02d-section-%d.fr.md", i+1, i)] = fmt.Sprintf("---\ntitle: Partie numéro %d\nsummary: Quoi.\n---\nIci la Russie est nommée.\n", i)
		}
		files["events/"+id("event")+".md"] = fmt.Sprintf("---\nname: Event %d\ndate: %q\ncountries: [RU]\nactors: [%s]\nplace: %s\nsummary: It happened in Russia.\n---\n", i, date, id("actor"), id("place"))
		files["actors/"+id("actor")+".md"] = fmt.Sprintf("---\nname: {en: Actor %d, fr: Éacteur %d}\naliases: {fr: [Актёр %d]}\ntype: person\ncountries: [RU]\nrelations: [{type: member-of, to: union, when: %d/..}, {type: member-of, to: %s}]\n---\nOf Russia.\n",
			i, i, i, 1980+i%40, id("place"))
		files["places/"+id("place")+".md"] = fmt.Sprintf("---\nname: Place %d\ncountry: RU\nlat: %d\nlon: %d.5\nrelations: [{type: member-of, to: union, when: 1991-02/..}, {type: member-of, to: RU, when: 1999}, {type: member-of, to: %s, when: 1999}]\n---\n",
			i, 50+i%20, 30+i%100, id("event"))
	}
	return files
}

// longArticle is which article a section is of: two long ones, and then one
// for each.
func longArticle(i int) int {
	if i < 60 {
		return i / 30
	}
	return i - 58
}

// longDate is a date whose year most entries have to themselves, or not, or
// several, or none.
func longDate(i int) string {
	switch {
	case i%50 == 7:
		return "XXXX"
	case i%50 == 8:
		return fmt.Sprintf("%d/%d", 1990+i%20, 2015+i%5)
	case i%3 == 0: // a large year
		return fmt.Sprintf("2005-%02d-%02d", 1+i%12, 1+i%28)
	}
	return fmt.Sprintf("%d-%02d-%02d", 1990+i*7%25, 1+i%12, 1+i%28)
}

// longSite makes the pages of a dossier with lists divided within limits.
func longSite(t *testing.T, files map[string]string, limits plan.Limits, wanted func(*plan.Page) bool) *site {
	t.Helper()
	fs := afero.NewMemMapFs()
	s := &site{base: "/", files: map[string][]byte{}, pages: map[string]*page{}}
	for name, text := range files {
		if err := afero.WriteFile(fs, name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	corpus, faults, err := content.Read(context.Background(), fs)
	if err != nil || faults.HasErrors() {
		t.Fatal(err, faults)
	}
	resolved, faults := link.Resolve(corpus)
	p, more := plan.Within(limits, resolved)
	set, bad, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), corpus.Settings.Languages)
	if err != nil || faults.HasErrors() || len(more)+len(bad) > 0 {
		t.Fatal(err, faults, more, bad)
	}
	of := map[string]*plan.Page{}
	for _, page := range p.Pages {
		of[page.Path] = page
	}
	for _, emitter := range emit.All(nil) {
		outputs, err := emitter(p, set)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range publish.Flat(outputs) {
			if page := of[o.Path]; page != nil && !wanted(page) {
				continue
			}
			if s.files[o.Path], err = o.Render(nil); err != nil {
				t.Fatal(err)
			}
			if path.Ext(o.Path) == ".html" {
				s.pages[o.Path] = parsePage(t, o.Path, s.files[o.Path])
			}
		}
	}
	return s
}

// chain are the pages of a list: the one that has it, and those that its
// links to neighbours lead on to.
func (s *site) chain(t *testing.T, first, turn string) []*page {
	t.Helper()
	var pages []*page
	for at := first; at != ""; {
		p := s.pages[at]
		if p == nil || len(pages) > 500 {
			t.Fatalf("the pages of %s do not end well: %s", first, at)
		}
		pages, at = append(pages, p), ""
		for e := range p.elements("a") {
			if attr(e, "rel") == "next" && (turn == "" || strings.HasPrefix(spaces.Replace(attr(e.Parent, "aria-label")), turn+":")) {
				to, _, err := s.resolve(p.path, attr(e, "href"))
				if err != nil {
					t.Fatal(err)
				}
				at = to
			}
		}
	}
	return pages
}

// spaces makes the spaces that do not break, as before a French colon, plain.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// within reports whether an element lies in one with a class, or of a name
// that begins with "<".
func within(e *html.Node, class string) bool {
	for a := range e.Ancestors() {
		if "<"+a.Data == class || slices.Contains(strings.Fields(attr(a, "class")), class) {
			return true
		}
	}
	return false
}

// targets are the pages that the links in elements of a class lead to, over
// several pages, as far as they begin with a folder and are no index.
func (s *site) targets(pages []*page, class, folder string) (out []string) {
	for _, p := range pages {
		for e := range p.elements("a") {
			to, _, err := s.resolve(p.path, attr(e, "href"))
			if err == nil && within(e, class) && strings.HasPrefix(to, folder) && path.Base(to) != "index.html" {
				out = append(out, to)
			}
		}
	}
	return out
}

// sectionsOn are the files of the sections that a page lists.
func sectionsOn(p *page) (files []string) {
	for e := range p.elements("a") {
		if href := attr(e, "href"); within(e, "items") && strings.Contains(href, "/section-") {
			files = append(files, path.Base(href))
		}
	}
	return files
}

// once fails unless the list has n entries, each once.
func once(t *testing.T, what string, list []string, n int) {
	t.Helper()
	sorted := slices.Sorted(slices.Values(list))
	if len(sorted) != n || len(slices.Compact(sorted)) != n {
		t.Errorf("%s: %d entries, %d different; there are %d", what, len(list), len(slices.Compact(sorted)), n)
	}
}

func TestLongLists(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds large dossiers")
	}
	t.Parallel()
	const n = 100
	s := longSite(t, longDossier(n), plan.Limits{Page: 9000, First: 3000, Year: 2000}, func(*plan.Page) bool { return true })
	for _, c := range pageChecks() {
		t.Run(c.name, func(t *testing.T) {
			s.eachPage(func(p *page) {
				for _, fault := range c.find(s, p) {
					t.Errorf("%s: %s", p.path, fault)
				}
			})
		})
	}
	titles := map[string]string{}
	s.eachPage(func(p *page) {
		for e := range p.elements("html") {
			key := attr(e, "lang") + " " + p.title()
			if before, taken := titles[key]; taken {
				t.Errorf("%s: title %q is that of %s", p.path, p.title(), before)
			}
			titles[key] = p.path
		}
	})
	for _, dir := range []string{"", "fr/"} {
		lists := []struct {
			page, turn, class, folder string
			want                      int
		}{
			{"countries/russia.html", "en:In the articles fr:Dans les articles", "items", "articles/", n},
			{"countries/russia.html", "en:Events fr:Événements", "chronicle", "events/", n},
			{"countries/russia.html", "en:Relations fr:Relations", "items", "places/", n},
			{"actors/union.html", "en:Relations fr:Relations", "items", "", 2 * n},
			{"timeline.html", "", "name", "events/", n},
			{"events/index.html", "", "index", "events/", n},
			{"actors/index.html", "", "index", "actors/", n + 1},
			{"map.html", "", "gazetteer", "places/", n},
			{"corrections.html", "", "corrections", "articles/", n},
			{"articles/article-1/index.html", "", "<h2", "articles/", 30},
		}
		for _, l := range lists {
			turn := l.turn
			if en, fr, ok := strings.Cut(turn, " fr:"); ok {
				turn = strings.TrimPrefix(en, "en:")
				if dir != "" {
					turn = fr + " "
				}
			}
			pages := s.chain(t, dir+l.page, turn)
			if len(pages) < 3 {
				t.Errorf("%s%s %s: it is on %d pages", dir, l.page, turn, len(pages))
			}
			once(t, dir+l.page+" "+turn, s.targets(pages, l.class, dir+l.folder), l.want)
		}
		articles := 0
		front := s.chain(t, dir+"index.html", "")
		for _, p := range front {
			for e := range p.elements("article") {
				if attr(e, "class") == "card" {
					articles++
				}
			}
		}
		if articles != longArticle(n-1)+1 || len(front) < 3 {
			t.Errorf("%sindex.html: %d articles of %d on %d pages", dir, articles, longArticle(n-1)+1, len(front))
		}
		relations := 0
		for _, p := range s.chain(t, dir+"graph.html", "") {
			for e := range p.elements("tr") {
				links := [2]int{} // at the ends of the relations that share the row
				for a := range (&page{root: e}).elements("a") {
					for cell := range a.Ancestors() {
						if cell.Data == "th" {
							links[0]++
						} else if cell.Data == "td" {
							links[1]++
						}
					}
				}
				relations += links[0] * links[1]
			}
		}
		if relations != 5*n {
			t.Errorf("%sgraph.html: %d relations of %d", dir, relations, 5*n)
		}
		tables := 0
		for _, p := range s.chain(t, dir+"as-of.html", "") {
			for range p.elements("caption") {
				tables++
			}
		}
		if tables != n+2 {
			t.Errorf("%sas-of.html: %d tables of %d", dir, tables, n+2)
		}
		parts := 0
		for _, p := range s.chain(t, dir+"articles/article-1/parallel.html", "") {
			for e := range p.elements("section") {
				if class := attr(e, "class"); class == "part" || class == "lead" {
					parts++
				}
			}
		}
		if parts != 31 {
			t.Errorf("%s: %d texts side by side of 31", dir, parts)
		}
	}
}

// TestLongRegister has every name once, those of a script and a letter together,
// and its first page says which letters stand on which.
func TestLongRegister(t *testing.T) {
	const n = 100
	s := longSite(t, longDossier(n), plan.Limits{Page: 36_000, First: 18_000, Year: 2000}, func(p *plan.Page) bool { return p.Kind == plan.Search })
	for dir, letters := range map[string]string{"": "A E F P R T А", "fr/": "A E F P R T А"} {
		pages := s.chain(t, dir+"search.html", "")
		names, all := 0, []string{}
		for i, p := range pages {
			for e := range p.elements("a") {
				if within(e, "group") {
					names++
				}
			}
			var here []string
			for e := range p.elements("h3") {
				here = append(here, text(e))
			}
			all = append(all, here...)
			to := here[0]
			if last := here[len(here)-1]; last != to {
				to += "–" + last
			}
			if got := linksTo(s, pages[0], p.path); !slices.Contains(got, to) {
				t.Errorf("%s: the links to page %d are called %q, and it has the letters %v", pages[0].path, i+1, got, here)
			}
		}
		if got := strings.Join(slices.Compact(all), " "); len(pages) < 4 || got != letters || names != 5*n+5 {
			t.Errorf("%ssearch.html: %d names on %d pages with the letters %v", dir, names, len(pages), got)
		}
	}
}

// linksTo are the words of a page's links to another in lists of them.
func linksTo(s *site, p *page, path string) (out []string) {
	for e := range p.elements("a") {
		if to, _, err := s.resolve(p.path, attr(e, "href")); err == nil && to == path && within(e, "<nav") {
			out = append(out, strings.ReplaceAll(text(e), "\u2060", ""))
		}
	}
	return out
}

// TestLongListsInOrder walks the sections of a country.
func TestLongListsInOrder(t *testing.T) {
	const n = 100
	s := longSite(t, longDossier(n), plan.Limits{Page: 9000, First: 3000, Year: 2000}, func(p *plan.Page) bool { return p.Entity != nil && p.Entity.Key == "countries/russia" })
	var got []string
	for _, p := range s.chain(t, "countries/russia.html", "In the articles") {
		got = append(got, sectionsOn(p)...)
		if p.path == "countries/russia.html" {
			continue
		}
		for e := range p.elements("h1") {
			if !strings.HasPrefix(text(e), "Russia: ") {
				t.Errorf("%s is called %q", p.path, text(e))
			}
		}
	}
	date := func(file string) string {
		var i int
		if _, err := fmt.Sscanf(file, "section-%d.html", &i); err != nil {
			t.Fatal(err)
		}
		return longDate(i)
	}
	once(t, "the sections of Russia", got, n)
	for i := range got[1:] {
		// As text, a wider span of a year precedes a narrower one, and XXXX follows all.
		a, b := strings.ReplaceAll(date(got[i]), "/", "-!"), strings.ReplaceAll(date(got[i+1]), "/", "-!")
		if a > b {
			t.Errorf("%s (%s) stands before %s (%s)", got[i], a, got[i+1], b)
		}
	}
}

// TestPagesStaySmall has a country with thousands of sections within the
// limits that sites have.
func TestPagesStaySmall(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds large dossiers")
	}
	t.Parallel()
	const n = 1500
	s := longSite(t, longDossier(n), plan.Bounds(), func(p *plan.Page) bool {
		switch p.Kind {
		case plan.Section, plan.Parallel:
			return false
		case plan.Entity, plan.Article:
			return p.Key == "countries/russia" || p.Key == "actors/union"
		}
		return true
	})
	for name, body := range s.files {
		if path.Ext(name) == ".html" && len(body) > limits.MaxPageBytes {
			t.Errorf("%s has %d bytes", name, len(body))
		}
	}
	for _, dir := range []string{"", "fr/"} {
		turn := map[string]string{"": "In the articles", "fr/": "Dans les articles "}[dir]
		list := []string{}
		for _, p := range s.chain(t, dir+"countries/russia.html", turn) {
			list = append(list, sectionsOn(p)...)
		}
		once(t, dir+"countries/russia.html", list, n)
	}
}
