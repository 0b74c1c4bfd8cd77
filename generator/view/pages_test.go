package view

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dossier/generator/limits"
	"dossier/generator/plan"
)

// bilingual is a dossier in English and French: an article with a translated
// lead and one translated section of two, a page, and two actors.
func bilingual() map[string]string {
	return map[string]string{
		"index.md":    "---\ntitle: Home\nlanguages: [en, fr]\nbase_url: https://example.org/d/\nrepository: https://example.org/repo\npublished: 2020-01-01\n---\nWelcome.\n",
		"index.fr.md": "---\ntitle: Accueil\n---\nBienvenue.\n",
		"articles/a/index.md": "---\ntitle: The article\npublished: 2019-05\nsummary: What it says.\nauthor: [ada, bo, cy]\nsource: {title: Report, url: \"https://example.org/report\"}\n" +
			"---\nLead by [[ada]], see [[#More]] and [the map](https://example.org/map).\n\n## More\n\nMore of it.\n",
		"articles/a/index.fr.md": "---\ntitle: L'article\nsummary: Ce qu'il dit.\ntranslates: \"00000000 11111111\"\n---\nChapeau.\n\n## Plus\n\nSuite.\n",
		"articles/a/01-first.md": "---\ntitle: First\ndate: 2018\nactors: [ada, bo]\nsources: [{title: Book, author: Cy}]\ncorrections:\n  - {date: 2019-06, text: {en: A name was wrong.}}\n" +
			"---\nAda Lovelace spoke, see [[a/second#Details|the details]].\n\n> [!NOTE]\n> Mind this.\n\n## Here\n\nText.\n",
		"articles/a/01-first.fr.md": "---\ntitle: Première\n---\nAda parla, voir [les détails](02-second.md#details).\n\n> [!NOTE]\n> Attention.\n\n## Ici\n\nTexte.\n",
		"articles/a/02-second.md":   "---\ntitle: Second\ndate: 2019\nsummary: Short.\nactors: [ada, bo]\n---\nText.\n\n## Details\n\nMore text.\n",
		"actors/ada.md":             "---\nname: Ada Lovelace\ntype: person\nrole: {en: writer}\nsummary: Who she was.\n---\nSee [[about]].\n",
		"actors/bo.md":              "---\nname: Bo\ntype: person\n---\nKnew [[ada]].\n",
		"actors/cy.md":              "---\nname: Cy\ntype: person\n---\n",
		"pages/about.md":            "---\ntitle: About\nsummary: About this.\n---\nBy Ada Lovelace.\n\n## How\n\nSo.\n",
	}
}

// has fails for each of some texts that a page lacks; they are compared without
// markup, unless they have some.
func has(t *testing.T, out map[string]string, path string, want ...string) {
	t.Helper()
	page, ok := out[path]
	if !ok {
		t.Fatalf("there is no %s; there are %q", path, slices.Sorted(maps.Keys(out)))
	}
	words := plain(page)
	for _, w := range want {
		if !strings.Contains(words, w) && !strings.Contains(page, w) {
			t.Errorf("%s lacks %q: %s", path, w, words)
		}
	}
}

func TestArticleAndItsParts(t *testing.T) {
	out := pages(t, bilingual())
	has(t, out, "articles/a/index.html",
		"Retold from Ada Lovelace , Bo and Cy , Report Retelling by the editors of this dossier Published May 2019 Corrected June 2019", "Two languages side by side",
		`Lead by <a href="../../actors/ada.html">Ada Lovelace</a>, see <a href="#more">More</a> and <a href="https://example.org/map" rel="external">`,
		`<h2 id="more" class="content">More <a class="anchor" id="p_2" href="#more"`, `<h3 id="first.here" class="content">`,
		`<a class="mention" href="../../actors/ada.html">Ada Lovelace</a> spoke, see <a href="second.html#details">`,
		`<p class="alert-title">Note</p>`, "Source: Ada Lovelace , Bo and Cy , Report",
		"https://example.org/repo/edit/", `<link rel="canonical" href="https://example.org/d/articles/a/">`)
	has(t, out, "articles/a/second.html", "More text.", "Details")
	has(t, out, "fr/articles/a/second.html", `lang="en"`, "More text.")
	has(t, out, "fr/articles/a/first.html", `<a href="second.html#details">`)
	has(t, out, "corrections.html", "Our own errors June 2019 First A name was wrong.", `<a href="articles/a/first.html#page_corrections">First</a>`)
	has(t, out, "pages/about.html", `<a class="mention" href="../actors/ada.html">Ada Lovelace</a>`, `href="#how"`)
}

// A link names a heading of the text in its own language. Where the edition
// shows another text, it leads to the heading in the same place there, else to
// the block, else to the page.
func TestFragmentsInTranslations(t *testing.T) {
	files := bilingual()
	files["articles/a/02-second.md"] += "\nSee [[a/first#Here|above]].\n"
	for first, want := range map[string]string{
		"Un.\n\nDeux.\n\n## Ici\n\nTrois.\n": "first.html#ici",
		"Un.\n\nDeux.\n\nTrois.\n":           "first.html#p_3",
		"Un.\n":                              "first.html",
	} {
		files["articles/a/01-first.fr.md"] = "---\ntitle: Première\n---\n" + first
		out := pages(t, files)
		has(t, out, "articles/a/second.html", `<a href="first.html#here">above</a>`)
		has(t, out, "fr/articles/a/second.html", `<a href="`+want+`">above</a>`)
	}
}

func TestEntityIsNamedBy(t *testing.T) {
	has(t, pages(t, bilingual()), "actors/ada.html",
		"Person Ada Lovelace Who she was. See About . Facts Role writer", "The article First 2018 Ada Lovelace spoke, see the details. Second 2019 Short.",
		"Appears in The article First", "Articles The article Author Lead by Ada Lovelace , see More and the map. Pages About By Ada Lovelace . Actors Bo Knew Ada Lovelace . ", `See <a href="../pages/about.html">About</a>.`)
	files := bilingual()
	files["actors/ada.md"] = strings.Replace(files["actors/ada.md"], "Who she was.", "Ada Lovelace spoke.", 1)
	has(t, pages(t, files), "actors/ada.html", "Appears in The article First 2018 Ada Lovelace spoke, see the details. Second 2019 Short.")
}

func TestEditionsOfAPage(t *testing.T) {
	out := pages(t, bilingual())
	has(t, out, "fr/articles/a/index.html", `<link rel="alternate" hreflang="en" href="https://example.org/d/articles/a/">`,
		`<link rel="alternate" hreflang="x-default" href="https://example.org/d/articles/a/">`, `href="../../../articles/a/index.html#p_1"`)
	has(t, out, "translations.html", "français 2 current, 1 behind the original, 4 missing", `<a href="fr/articles/a/index.html">The article</a>`)
	has(t, out, "articles/a/parallel.html", "Lead by Ada Lovelace , see More", "Chapeau.", "Not translated yet.",
		`<h3 id="a.more" class="content">`, "<h3>Plus</h3>", `<a href="../../fr/articles/a/first.html">Première</a>`,
		`href="../../fr/articles/a/parallel.html"`)
	if strings.Contains(out["articles/a/parallel.html"], "hreflang=\"x-default\"") {
		t.Error("a page in two languages is no page's alternate")
	}
}

// Of very many editions a page names the first, and as alternates those with a
// text of their own.
func TestManyEditions(t *testing.T) {
	languages := strings.Fields("en fr ru fr-BE fr-CA fr-CH fr-LU fr-MC en-GB en-US en-CA en-AU en-NZ en-IE en-ZA")
	files := bilingual()
	files["index.md"] = strings.Replace(files["index.md"], "[en, fr]", "["+strings.Join(languages, ", ")+"]", 1)
	files["articles/a/index.en-ZA.md"] = "---\ntitle: The article, elsewhere\n---\nLead.\n"
	out := pages(t, files)
	alternates := regexp.MustCompile(`hreflang="([^"]*)"`)
	for path, want := range map[string]string{
		"articles/a/index.html":       "en fr en-ZA x-default",
		"en-IE/articles/a/index.html": "en fr en-IE en-ZA x-default",
		"articles/a/second.html":      "en x-default",
	} {
		var got []string
		for _, m := range alternates.FindAllStringSubmatch(regexp.MustCompile(`(?s)<head>.*</head>`).FindString(out[path]), -1) {
			got = append(got, m[1])
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s has the alternates %s, want %s", path, g, want)
		}
	}
	has(t, out, "articles/a/index.html", `href="../../translations.html"`)
	has(t, out, "en-ZA/articles/a/parallel.html", "The article, elsewhere")
}

// What the menus have no room for is in the page of contents.
func TestFullMenus(t *testing.T) {
	files := bilingual()
	for i := range limits.MaxMenuLinks + 2 {
		files[fmt.Sprintf("pages/p%02d.md", i)] = fmt.Sprintf("---\ntitle: Page %d\nsummary: What %d says.\n---\nText.\n", i, i)
	}
	out := pages(t, files)
	has(t, out, "contents.html", "Actors", "About About this. Page 0 What 0 says. Page 1 What 1 says.", "Page 13 What 13 says.")
	last := regexp.MustCompile(`<a href="(\.\./)?contents.html"( aria-current="[a-z]*")?>More`)
	for path, current := range map[string]bool{"pages/p13.html": true, "pages/p01.html": false, "index.html": false} {
		if got := last.FindString(out[path]); got == "" || strings.Contains(got, "aria-current") != current {
			t.Errorf("%s leads to the contents with %q", path, got)
		}
	}
}

// What does not fit goes on on further pages, each of which says what it has.
func TestFurtherPages(t *testing.T) {
	files := bilingual()
	for i := range 12 {
		year := 2001 + i%3
		files[fmt.Sprintf("articles/a/%02d-more%d.md", i+3, i)] = fmt.Sprintf("---\ntitle: More %d\ndate: %d\nactors: [ada]\nevents: [e%d]\n---\nText %d.\n", i, year, i, i)
		files[fmt.Sprintf("events/e%d.md", i)] = fmt.Sprintf("---\nname: Event %d\ndate: %d\nactors: [ada]\nsummary: What happened.\n---\nSo.\n", i, year)
		files[fmt.Sprintf("actors/x%d.md", i)] = fmt.Sprintf("---\nname: Extra %d\ntype: person\nrelations: [{type: knows, to: ada, when: 2001/..}]\n---\nKnew [[ada]].\n", i)
		files[fmt.Sprintf("articles/z%d/index.md", i)] = fmt.Sprintf("---\ntitle: Article %d\npublished: %d\nauthor: [ada]\n---\nLead.\n", i, year)
		files[fmt.Sprintf("articles/z%d/01-s.md", i)] = fmt.Sprintf("---\ntitle: Part %d\ndate: 2000\n---\nText.\n", i)
	}
	files["index.md"] = strings.Replace(files["index.md"], "published:", "relations:\n  knows: {name: {en: knows}, inverse: {en: known by}}\npublished:", 1)
	out := pagesWithin(t, plan.Limits{Page: 3000, First: 500, Year: 900}, files)
	for path, want := range map[string][]string{
		"articles/a/index.html":          {"sections", `href="index/2.html"`},
		"articles/a/index/2.html":        {"The article: sections ", `href="../index.html"`},
		"articles/2003.html":             {"Articles: 2003", "Article 11 Ada Lovelace 2003 1 section"},
		"actors/ada/2001.html":           {"Ada Lovelace: 2001", "More 0 2001 The article"},
		"actors/ada/events-2002.html":    {"Ada Lovelace: Events, 2002", "Event 1", "What happened."},
		"actors/ada/mentioned-2.html":    {"Ada Lovelace: Also mentioned in, page 2 of ", "Articles Article "},
		"actors/ada/mentioned-4.html":    {"Ada Lovelace: Also mentioned in, page 4 of ", "Knew Ada Lovelace ."},
		"actors/ada/relations-2.html":    {"Ada Lovelace: Relations, page 2 of ", "Known by Extra"},
		"actors/index/2.html":            {"Actors: page 2 of ", "C\u2060–\u2060E"},
		"events/index/2002.html":         {"Events: 2002"},
		"timeline-2002.html":             {"Timeline: 2002"},
		"translations-2.html":            {"Translations: page 2 of "},
		"graph-2.html":                   {"Relations: page 2 of "},
		"fr/articles/a/index/2.html":     {"sections"},
		"fr/actors/ada/events-2002.html": {"2002"},
		"articles/a/parallel/2.html":     {"sections", "English – français"},
		"fr/articles/a/parallel/2.html":  {"français – English"},
	} {
		if _, ok := out[path]; !ok {
			t.Errorf("there is no %s", path)
			continue
		}
		has(t, out, path, want...)
	}
	if t.Failed() {
		t.Logf("there are %q", slices.Sorted(maps.Keys(out)))
	}
}

// A text too long for a page with others stands there as its summary.
func TestLongSections(t *testing.T) {
	files := bilingual()
	files["articles/a/02-second.md"] = strings.Replace(files["articles/a/02-second.md"], "More text.", strings.Repeat("Very long. ", 900), 1)
	files["articles/a/02-second.fr.md"] = "---\ntitle: Seconde\nsummary: Bref.\n---\nTexte.\n\n## Details\n\nTexte.\n"
	out := pagesWithin(t, plan.Limits{Page: 6000, First: 3000, Year: 900}, files)
	for _, path := range []string{"articles/a/index.html", "articles/a/parallel.html"} {
		has(t, out, path, "<p>Short.</p>")
		if strings.Contains(out[path], "Very long.") {
			t.Errorf("%s has all of the long section", path)
		}
	}
	has(t, out, "articles/a/parallel.html", "<p>Bref.</p>")
}

func TestNotFoundNamesItsRoot(t *testing.T) {
	files := bilingual()
	known := pages(t, files)
	has(t, known, "404.html", `href="/d/index.html"`, `href="/d/search.html"`, `<section class="lost" lang="fr" dir="ltr" data-folder="fr/"`, "<h2>Page introuvable</h2>", `href="/d/fr/search.html"`)
	if strings.Contains(known["404.html"], "./assets/") {
		t.Error("404.html looks for the root that it knows")
	}
	files["index.md"] = strings.Replace(files["index.md"], "base_url: https://example.org/d/\n", "", 1)
	has(t, pages(t, files), "404.html", `href="/index.html"`, `href="/fr/index.html"`, `href="./assets/style.`, `src="./../../../assets/lost.`)
}

// TestWordsApart holds that what only style parts from each other has a space between,
// for what shows no style; and that what only scripts can do has no words there.
func TestWordsApart(t *testing.T) {
	out := pages(t, bilingual())
	has(t, out, "index.html", `lang="fr" hreflang="fr"><span>français</span></a>`)
	has(t, out, "articles/a/parallel.html", `</span> <span lang="fr" dir="auto">`)
	_, buttons, _ := strings.Cut(out["index.html"], `<div class="theme"`)
	buttons, _, _ = strings.Cut(buttons, "</div>")
	if !strings.HasSuffix(buttons, `data-dark="Dark">`) {
		t.Errorf("the switch of themes has words of its own: %s", buttons)
	}
}
