package book

import (
	"context"
	"encoding/xml"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/epub"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/plan"
	"dossier/generator/view"
	"dossier/layouts"
)

// bound are the books of an article "a" of a dossier, by language.
func bound(t *testing.T, files map[string]string) map[string]*epub.Book {
	t.Helper()
	fs := afero.NewMemMapFs()
	for name, text := range files {
		if err := afero.WriteFile(fs, name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	corpus, faults, err := content.Read(context.Background(), fs)
	if err != nil || faults.HasErrors() {
		t.Fatal(faults, err)
	}
	site, faults := link.Resolve(corpus)
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	p, faults := plan.New(site)
	if faults.HasErrors() {
		t.Fatal(faults)
	}
	set, faults, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), site.Settings.Languages)
	if err != nil || faults.HasErrors() {
		t.Fatal(faults, err)
	}
	books := map[string]*epub.Book{}
	for _, e := range p.Editions {
		books[e.Lang] = New(p, set, e).Book(site.Articles[0])
	}
	return books
}

const dot = "GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

func dossier(settings string) map[string]string {
	return map[string]string{
		"index.md":                "---\ntitle: Home\nlanguages: [en, fr]\n" + settings + "---\nWelcome.\n",
		"countries/kenya.md":      "---\nname: Kenya\n---\nText.\n\n## Deep\n\nText.\n",
		"actors/kofi.md":          "---\nname: Kofi\ntype: person\n---\nText.\n",
		"articles/a/index.md":     "---\ntitle: A *short* one\npublished: 2019-05\nauthor: kofi\nsummary: What & why\nsource: {title: S, publisher: P, url: 'https://example.org/s', archived: {url: 'https://example.org/c', date: 2020}}\n---\nLead on Kenya, [[second]] and [[second#Über uns]].\n",
		"articles/a/index.fr.md":  "---\ntitle: Un bref\n---\nChapeau.\n",
		"articles/a/01-first.md":  "---\ntitle: First\ndate: 2018-23\nauthor: kofi\ncorrections: [{date: 2019-06-07, text: 'A < B'}]\nsources: [{title: W}, {id: x, title: X}, {title: W}]\n---\nKenya again.[^1] So it says.[^x]\n\n![A dot](dot.gif)\n\n![](dot.gif) ![new](new.avif) [paper](paper.pdf) [out](https://example.org/?a=1&b=2)\n\n> [!NOTE]\n> Of [[kenya#Deep]].\n\n[^1]: A note.\n",
		"articles/a/02-second.md": "---\ntitle: Second\ndate: 2018\n---\n## Über uns\n\nText.\n",
		"articles/a/dot.gif":      dot,
		"articles/a/new.avif":     "x",
		"articles/a/paper.pdf":    "%PDF-1.4",
	}
}

var hrefs = regexp.MustCompile(` href="([^"]*)"`)

// links are those of a book, each once.
func links(b *epub.Book) []string {
	all := map[string]bool{}
	for _, c := range b.Chapters {
		for _, m := range hrefs.FindAllStringSubmatch(string(c.Body), -1) {
			all[m[1]] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// Links lead into the book or to addresses outside of the dossier; to other pages only
// when the site's address is known.
func TestLinks(t *testing.T) {
	const own, out = "#first.fn:1 #first.fnref:1 #mark_2 #source_2 ", "https://example.org/?a=1&amp;b=2 https://example.org/c https://example.org/s section-2.xhtml section-2.xhtml#über-uns"
	alone := bound(t, dossier(""))
	if got := strings.Join(links(alone["en"]), " "); got != own+out {
		t.Errorf("the links are\n%s, want\n%s", got, own+out)
	}
	based := bound(t, dossier("base_url: https://example.org/d/\n"))
	want := own + "https://example.org/?a=1&amp;b=2 https://example.org/c https://example.org/d/articles/a/paper.pdf https://example.org/d/countries/kenya.html https://example.org/d/countries/kenya.html#deep https://example.org/s section-2.xhtml section-2.xhtml#über-uns"
	if got := strings.Join(links(based["en"]), " "); got != want {
		t.Errorf("with an address the links are\n%s, want\n%s", got, want)
	}
	if alone["en"].ID == based["en"].ID || alone["en"].ID == alone["fr"].ID || !regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`).MatchString(based["fr"].ID) {
		t.Errorf("the ids are %s, %s, %s", alone["en"].ID, based["en"].ID, alone["fr"].ID)
	}
}

func TestBook(t *testing.T) {
	books := bound(t, dossier(""))
	b := books["en"]
	if b.Title != "A short one" || b.Lang != "en" || b.Dir != "ltr" || !slices.Equal(b.Authors, []string{"The editors"}) || b.Publisher != "Home" || b.About != "What & why" || b.Source != "" {
		t.Errorf("the book is %+v", b)
	}
	if b.Date != "" || b.Modified != "2019-06-07" {
		t.Errorf("a month became %q; it was modified on %q", b.Date, b.Modified)
	}
	if len(b.Chapters) != 3 || len(b.Pictures) != 1 {
		t.Fatalf("%d chapters, %d pictures", len(b.Chapters), len(b.Pictures))
	}
	if p := b.Pictures[0]; p.File != "picture-1.gif" || p.MediaType != "image/gif" || string(p.Body) != dot || p.Described {
		t.Errorf("the picture is %q, described: %v", p.File, p.Described)
	}
	for i, parts := range [][]string{
		{"<h1>A <em>short</em> one</h1>", "What &amp; why", "<bdi>Kofi</bdi>", "<cite><bdi>S</bdi></cite>", "archived copy of 2020"},
		{"<h1>First</h1>", "autumn 2018", `src="picture-1.gif" alt="A dot"/>`, `<span class="picture">new</span>`, "<bdi>Note</bdi>", "A &lt; B", `epub:type="noteref"`, "<a>paper</a>", `says.<sup><a id="mark_2" href="#source_2">[2]</a></sup>`, "<li id=\"source_1\"><cite><bdi>W</bdi></cite></li>\n<li id=\"source_2\">", `<time datetime="2019-06-07">`},
		{"<h1>Second</h1>", `<h2 id="über-uns">Über uns</h2>`},
	} {
		body := string(b.Chapters[i].Body)
		for _, part := range parts {
			if !strings.Contains(body, part) {
				t.Errorf("chapter %d lacks %s:\n%s", i, part, body)
			}
		}
		if err := xml.Unmarshal([]byte(`<b xmlns:epub="e">`+body+"</b>"), new(struct{})); err != nil {
			t.Errorf("chapter %d: %v", i, err)
		}
	}
	french := books["fr"]
	if french.Title != "Un bref" || french.Chapters[0].Lang != "" || french.Chapters[1].Lang != "en" || french.Chapters[1].Dir != "ltr" || !strings.Contains(string(french.Chapters[1].Body), `lang="fr" dir="ltr"><h2>`) && !strings.Contains(string(french.Chapters[1].Body), `<section lang="fr" dir="ltr">`) {
		t.Errorf("the French book is %q, its second chapter in %q:\n%s", french.Title, french.Chapters[1].Lang, french.Chapters[1].Body)
	}
}

// A book is of the day on which its article appeared, or the dossier; without either of
// the day on which clocks begin.
func TestModified(t *testing.T) {
	for settings, want := range map[string]string{"": "1970-01-01", "published: 2020-05\n": "2020-05-01"} {
		books := bound(t, map[string]string{"index.md": "---\ntitle: T\nlanguages: [en]\n" + settings + "---\n", "articles/a/index.md": "---\ntitle: A\n---\nText.\n"})
		if got := books["en"].Modified; got != want {
			t.Errorf("%q: %s, want %s", settings, got, want)
		}
	}
	dated := bound(t, map[string]string{"index.md": "---\ntitle: T\nlanguages: [en]\n---\n", "actors/kofi.md": "---\nname: Kofi\ntype: person\n---\n", "articles/a/index.md": "---\ntitle: A\npublished: 2019-12-10\nauthor: kofi\n---\nText.\n"})["en"]
	if !slices.Equal(dated.Authors, []string{"Kofi"}) {
		t.Errorf("the authors are %q", dated.Authors)
	}
	if dated.Date != "2019-12-10" || dated.Modified != "2019-12-10" {
		t.Errorf("%q, %q", dated.Date, dated.Modified)
	}
}
