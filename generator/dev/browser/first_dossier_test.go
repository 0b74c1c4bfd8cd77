package browser

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// The dossier that this project began with. What the files named as this one hold of it
// is true of no other: they go with it.
var (
	csto   = sync.OnceValues(func() (string, error) { return buildSite("csto", "content") })
	inCSTO = text{
		[]string{"en", "fr", "ru"},
		"articles/csto-plans-2020/new-start-and-inf.html", "p_4",
		"articles/csto-plans-2020/index.html", "five-year-plan.p_1",
	}
)

// TestFirstDossier opens it in every place.
func TestFirstDossier(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	inPlaces(t, places(t, csto, "content", inCSTO), func(p place) []reading {
		list := []reading{
			{"chosen day", chosenDay}, {"editions", editions},
			{"previews", func(b *tab, p place) { previews(b, p.section) }}, {"previews of each kind", previewsOfEachKind},
		}
		if p.name == "root" {
			list = append(list, reading{"journey", journey}, reading{"kinds of relation", kindsOfRelation}, reading{"room for a ring", roomForRing}, reading{"width", everyWidth}, reading{"accessibility", accessibility}, reading{"ways", ways}, reading{"first screen", firstScreen}, reading{"order", order}, reading{"print", printed}, reading{"breaks in print", paperBreaks}, reading{"note at foot", noteAtFoot})
		}
		return list
	})
}

// TestFirstDossierReader loses no prose in reader view.
func TestFirstDossierReader(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	readable(t, made(t, csto))
}

// TestFirstDossierStructuredData is true of it, and it has something of every kind.
func TestFirstDossierStructuredData(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs an npm package")
	}
	t.Parallel()
	kinds := tellsTrue(t, "csto", "content")
	for _, kind := range append(everywhere, "isBasedOn", "correction", "location", "geo") {
		if kinds[kind] == 0 {
			t.Errorf("no page has %s: %v", kind, kinds)
		}
	}
}

// TestFirstDossierDrawings have room for their texts.
func TestFirstDossierDrawings(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	t.Parallel()
	roomForTexts(newTab(t, onDisk(made(t, csto), inCSTO).base), map[string]string{"en": "", "fr": "fr/", "ru": "ru/"})
}

// TestFirstDossierCharts keep their words in the column that they stand in, beside which there
// may be another: on screens of any width, in fonts with wide letters and with narrow ones.
func TestFirstDossierCharts(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	t.Parallel()
	p := onDisk(made(t, csto), inCSTO)
	b := newTab(t, p.base)
	for _, lang := range p.editions {
		for _, page := range []string{p.article, "countries/russia.html", "timeline.html"} {
			b.open(p.in(lang, page))
			for _, font := range []string{"DejaVu Sans", "Liberation Sans"} {
				eval[bool](b, `(document.documentElement.style.setProperty("--sans", "'`+font+`'"), true)`)
				for _, width := range []int64{704, 820, 1100, 1440} {
					b.size(width)
					expect(b, fmt.Sprintf("%s %s, %d pixels wide, in %s: words outside of their column", lang, page, width, font), `[...document.querySelectorAll(".chart")].filter(e => e.checkVisibility()).flatMap(e => {
						const c = (e.closest(".text") ?? document.querySelector("main")).getBoundingClientRect()
						return [...e.querySelectorAll("text")].filter(x => x.checkVisibility() && (x.getBoundingClientRect().right > Math.max(c.right, c.left + 576) + 1 || x.getBoundingClientRect().left < c.left - 1)).map(x => x.textContent)
					}).join()`, "")
				}
			}
		}
	}
}

// TestFirstDossierMaps hold all their names: on screens of any width and on paper, in fonts
// with wide letters and with narrow ones.
func TestFirstDossierMaps(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	t.Parallel()
	p := onDisk(made(t, csto), inCSTO)
	b := newTab(t, p.base)
	pages := map[string]int{}
	for _, file := range p.htmlFiles(t) {
		if strings.HasSuffix(file, "404.html") { // from disk it finds no styles
			continue
		}
		b.size(1440)
		b.open(file)
		if eval[int64](b, `document.querySelectorAll("svg.map text").length`) == 0 {
			continue
		}
		pages[eval[string](b, `document.documentElement.lang`)]++
		for _, font := range []string{"DejaVu Sans", "Liberation Sans"} {
			eval[bool](b, `(document.documentElement.style.setProperty("--sans", "'`+font+`'"), true)`)
			for _, width := range []int64{320, 390, 703, 704, 820, 895, 896, 1440} {
				b.size(width)
				holdNames(b, fmt.Sprintf("%s, %d pixels wide, in %s", file, width, font))
			}
			b.media("print", "light")
			for _, width := range []int64{643, 794} { // A4 without its margins and with them
				b.size(width)
				holdNames(b, fmt.Sprintf("%s, printed %d pixels wide, in %s", file, width, font))
			}
			b.media("", "light")
		}
	}
	for _, lang := range p.editions {
		if pages[lang] < 40 {
			t.Errorf("%s: only %d pages with maps", lang, pages[lang])
		}
		b.open(p.in(lang, "map.html"))
		for _, width := range []int64{390, 1440} {
			b.size(width)
			expect(b, fmt.Sprint(lang, ": members without a name on the large map, ", width, " pixels wide"), `(names => [...document.querySelectorAll(".gazetteer > h3:first-of-type + .items > li > bdi > a, .gazetteer > h3:first-of-type + .items > li > a")].map(e => e.textContent).filter(e => !names.includes(e)).join())
				([...document.querySelectorAll("main > .maps > .map text")].filter(e => e.checkVisibility()).map(e => e.textContent))`, "")
			expect(b, "members", `document.querySelectorAll(".gazetteer > h3:first-of-type + .items > li").length`, int64(6))
			expect(b, fmt.Sprint(lang, ": signs on the large map, ", width, " pixels wide"), `[...document.querySelectorAll("main > .maps > .map .spot")].filter(e => e.checkVisibility()).length`, int64(6))
			expect(b, fmt.Sprint(lang, ": signs of events in insets, the first the most, ", width, " pixels wide"), `(all => all.length > 0 && all.every((n, i) => n <= (all[i - 1] ?? n)))
				([...document.querySelectorAll(".insets > .maps:not(.world)")].filter(e => e.checkVisibility()).map(e => e.querySelectorAll("svg.spot").length))`, true)
			expect(b, "signs without a ring", `[...document.querySelectorAll("main > .maps > .map .spot:not(.approximate):not(.ahead) path")].map(e => getComputedStyle(e)).filter(s => !s.paintOrder.startsWith("stroke") || parseFloat(s.strokeWidth) < 4 || s.stroke !== getComputedStyle(document.documentElement).backgroundColor).length`, int64(0))
		}
	}
}

// TestFirstDossierDisputed: what is disputed is hatched on all maps that show it, and its name is
// on none on which it would be larger than that, on the ground of others.
func TestFirstDossierDisputed(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	t.Parallel()
	p := onDisk(made(t, csto), inCSTO)
	b := newTab(t, p.base)
	for _, tt := range []struct{ file, names string }{
		{"index.html", "Crimea Donbas"}, {"countries/russia.html", ""}, {"countries/ukraine.html", "Crimea Donbas South Ossetia"},
		{"articles/csto-plans-2020/bishkek-summit.html", "Crimea"}, {"articles/csto-plans-2020/victory-anniversary.html", "Crimea Donbas"},
	} {
		b.open(tt.file)
		expect(b, tt.file+": hatched", `document.querySelectorAll(".locator > .map > .disputed, .locator > .map > g > .disputed").length`, int64(1))
		expect(b, tt.file+": names", `[...document.querySelectorAll(".locator text[font-style=italic]")].map(e => e.textContent).sort().join(" ")`, tt.names)
	}
	b.open("articles/csto-plans-2020/victory-anniversary.html")
	expect(b, "the country of Bishkek", `[...document.querySelectorAll(".locator text")].filter(e => e.textContent === "Kyrgyzstan").length`, int64(1))
}

// holdNames looks whether a name that is shown leaves the picture of its map.
func holdNames(b *tab, where string) {
	b.Helper()
	expect(b, where+": names that leave their maps", `[...document.querySelectorAll("svg.map text")].filter(e => e.checkVisibility() && (t => {
		const of = e.ownerSVGElement.viewBox.baseVal
		return t.x < 0 || t.y < 0 || t.x + t.width > of.width || t.y + t.height > of.height
	})(e.getBBox())).map(e => e.textContent).join()`, "")
}

// TestFirstDossierQuestions asks it 60 questions, and more, from disk and below a path.
func TestFirstDossierQuestions(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	list, more := questions(t, "first_dossier_questions.txt"), questions(t, "first_dossier_questions_more.txt")
	if len(list) != 60 {
		t.Errorf("%d questions", len(list))
	}
	onDisk := onDisk(made(t, csto), inCSTO)
	t.Run("from disk", func(t *testing.T) {
		t.Parallel()
		inChromium(t, onDisk, list)
		inChromium(t, onDisk, more)
	})
	t.Run("in Firefox from disk", func(t *testing.T) {
		t.Parallel()
		inFirefox(newFirefox(t), t, onDisk, list)
	})
	t.Run("below a path", func(t *testing.T) {
		t.Parallel()
		srv := serveSite(t, "/some/project/")
		srv.dir = onDisk.dir
		p := place{"project", srv.dir, srv.url + srv.prefix, true, inCSTO}
		inChromium(t, p, list)
		var some []question // a page for each of all would take minutes
		for i := 0; i < len(list); i += 4 {
			some = append(some, list[i])
		}
		eachAlone(newTab(t, p.base), p, some)
	})
}

// ways looks whether menus and contents say where one is.
func ways(b *tab, p place) {
	b.size(390)
	i := strings.LastIndexByte(p.section, '/')
	for _, file := range []string{"index.html", p.article, p.section, "map.html", "contents.html", "actors/csto.html", "ru/actors/csto.html", "pages/about.html"} {
		b.open(file)
		want := int64(1)
		if file == "index.html" {
			want = 0
		}
		expect(b, "places in the menu", `document.querySelectorAll(".menu [aria-current]").length`, want)
		expect(b, "links of the menu beyond the screen", `[...document.querySelectorAll(".menu a")].filter(a => (r => r.left < 0 || r.right > innerWidth)(a.getBoundingClientRect())).length`, int64(0))
	}

	b.size(1440)
	for _, file := range []string{"contents.html", "map.html", "countries/index.html", "fr/contents.html"} {
		b.open(file)
		expect(b, "entries that two columns share", `[...document.querySelectorAll(".items > li")].filter(e => e.getClientRects().length > 1).map(e => e.innerText).join()`, "")
		expect(b, "entries wider than their column", `[...document.querySelectorAll(".items > li > bdi > a, .items > li > a")].filter(e => e.textContent.length < 18 && !/\s/.test(e.textContent) && e.getClientRects().length > 1).map(e => e.innerText).join()`, "")
	}

	b.open(p.section)
	const sibling = `document.querySelector(".toc [aria-current]")`
	expect(b, "section among those around it", sibling+`.pathname.endsWith(`+"`"+p.section[i:]+"`"+`)`, true)
	expect(b, "which is in view", sibling+`.checkVisibility({visibilityProperty: true})`, true)

	b.open(p.article)
	const parts = `[...document.querySelectorAll(".part")]`
	for _, n := range slices.Backward([]string{"0", "4", "11"}) {
		eval[bool](b, parts+"["+n+`].scrollIntoView({behavior: "instant"}) !== 0`)
		until(b, "mark in the contents", `(a => a && a.hash.slice(1) === `+parts+"["+n+`].id && a.getAttribute("aria-current") === "location")(document.querySelector(".toc [aria-current]"))`)
		expect(b, "marks in the contents", `document.querySelectorAll(".toc [aria-current]").length`, int64(1))
	}
}

// firstScreen holds that a phone shows the first line of each section before one scrolls,
// and the menu in one row.
func firstScreen(b *tab, p place) {
	const phone, line = 844, 34
	b.size(390)
	section := regexp.MustCompile(`^((fr|ru)/)?articles/[^/]+/[^/]+\.html$`)
	n := 0
	for _, file := range p.htmlFiles(b.T) {
		if base := path.Base(file); !section.MatchString(file) || base == "index.html" || strings.HasPrefix(base, "parallel") {
			continue
		}
		n++
		b.open(file)
		if at := eval[float64](b, `document.querySelector("section.text > .prose > *").getBoundingClientRect().top`); at > phone-line {
			b.Errorf("%s: its text begins at %.0f of %d px", file, at, phone)
		}
		expect(b, "room beside the map", `[...document.querySelectorAll(".glance svg.map:not(li *)")].map(e => document.querySelector("section.text").clientWidth - e.clientWidth).filter(n => n > 8).join()`, "")
		expect(b, "dates in two lines", `[...document.querySelectorAll("main time:not(.long)")].filter(e => e.getClientRects().length > 1).map(e => e.textContent).join()`, "")
		expect(b, "rows of the menu", `new Set([...document.querySelectorAll(".menu li")].filter(e => e.checkVisibility()).map(e => e.offsetTop)).size`, int64(1))
	}
	if n < 48 {
		b.Errorf("only %d sections", n)
	}
}

// previewsOfEachKind hovers over a link to a page of each kind, and over links that
// have no preview: to a list, and to the page itself.
func previewsOfEachKind(b *tab, p place) {
	for _, link := range []struct{ from, scope, to string }{
		{p.section, "main aside", toCountry},
		{p.section, "main aside", toEvent},
		{p.section, "main .credit", toArticle},
		{p.article, "main", toSection + "|#"},
		{"index.html", "main .prose", `^pages/[^/]+\.html$`},
		{"index.html", "main aside", toEvent},
		{"timeline.html", "main svg", toEvent},
		{"map.html", "main svg", toCountry},
		{"graph.html", "main svg", toCountry},
		{"actors/csto.html", "main .prose", toSection},
		{"fr/" + p.section, "main aside", "^fr/countries/(?!index)"},
		{p.section, "main aside", `^countries/index\.html$`},
	} {
		b.open(link.from)
		found := eval[[3]any](b, fmt.Sprintf(`(() => {
			for (const a of document.querySelectorAll(%q)) {
				const file = new URL(a.getAttribute("href"), document.baseURI).href.slice(%[3]d);
				if (!new RegExp(%[2]q).test(file) || !a.checkVisibility()) continue;
				a.scrollIntoView({block: "center"});
				const seen = [...a.querySelectorAll("text")].find(e => e.checkVisibility()) ?? a; // between a name and what it is of lies another's
				const r = seen.getClientRects()[0], x = r.x + r.width / 2, y = r.y + r.height / 2;
				if (a.contains(document.elementFromPoint(x, y))) return [file, x, y]; // the middle of a country may be another's
			}
			return ["", 0, 0];
		})()`, link.scope+" a[href]", link.to, len(p.base)))
		file, _, _ := strings.Cut(found[0].(string), "#")
		if file == "" {
			b.Errorf("%s: no link in %q leads to %s", link.from, link.scope, link.to)
			continue
		}
		b.do(chromedp.MouseEvent(chromedp.MouseMoved, found[1].(float64), found[2].(float64)))
		want := ""
		if !strings.HasSuffix(link.to, `index\.html$`) || link.to == toArticle {
			_, want = p.words(b.T, file)
		}
		const name = `(box => box.hidden ? "" : box.querySelector(".name").textContent)(document.querySelector(".preview"))`
		got := ""
		for i := 0; got == "" && (want != "" && i < polls || i < 50); i++ {
			b.do(chromedp.Sleep(poll))
			got = eval[string](b, name)
		}
		if want == "" && got != "" || want != "" && (got == "" || !strings.HasSuffix(want, got)) {
			b.Errorf("%s: the preview of %s is of %q, want %q", link.from, file, got, want)
		}
	}
}

// paperBreaks holds that what leads to something stands on a page with it, that no page is
// half empty all the same, and that each map has its own key: the first may be on another sheet.
func paperBreaks(b *tab, p place) {
	b.Helper()
	b.open(p.article)
	wellFilled(b, p.article, printPDF(b))
	b.size(643) // A4 without its margins
	b.media("print", "light")
	wholeInColumns(b)
	expect(b, "what a printed map does not explain", `[...document.querySelectorAll(".locator")].flatMap(m => {
		const looks = where => [...m.querySelectorAll(where + " .tint:not([fill=none])")].map(e => e.getAttribute("fill") || e.classList[1])
		const said = looks(".map-key")
		return looks("a + .map").filter(look => !said.includes(look))
	}).join()`, "")
	const parted = `[...document.querySelectorAll("h1, h2, h3, .note, .prose p")].filter(e => e.checkVisibility() && (e.localName !== "p" || e.matches(".note") || e.nextElementSibling?.matches("ul, ol")) && getComputedStyle(e).breakAfter !== "avoid").map(e => e.textContent).join("; ")`
	expect(b, "what may be parted from what it leads to", parted, "")
	expect(b, "notes and lists", `document.querySelectorAll(".note").length > 2 && document.querySelectorAll(".locator").length > 2 && document.querySelectorAll(".prose p + ul").length > 3`, true)
	expect(b, "charts in print", `[...document.querySelectorAll(".chart")].filter(e => e.checkVisibility()).map(e => e.closest("h1 ~ .low") && getComputedStyle(e).breakInside).join()`, "avoid")
	b.media("", "light")
}

// everyWidth opens every page as narrow as the narrowest telephone, and as most. Pages
// that are alike in all editions have words of other lengths in each.
func everyWidth(b *tab, p place) {
	for _, file := range p.htmlFiles(b.T) {
		b.size(320)
		b.open(file)
		stays(b, file, 320)
		b.size(390)
		stays(b, file, 390)
	}
}

// noteAtFoot follows the first mark of a page's facts on a phone: the page stays where it is,
// and the note stands at the foot of the screen until one goes back.
func noteAtFoot(b *tab, p place) {
	b.size(390)
	b.open("countries/russia.html")
	at := eval[int64](b, `(a => { a.scrollIntoView({ block: "center", behavior: "instant" }); const at = Math.round(scrollY); a.click(); return at })(document.querySelector(".told .footnote-ref"))`)
	until(b, "note at the foot of the screen", `document.querySelector("li:target") && Math.round(document.querySelector("li:target").getBoundingClientRect().bottom) === innerHeight`)
	expect(b, "where the page is", `Math.round(scrollY)`, at)
	eval[bool](b, `(document.querySelector("li:target .footnote-backref").click(), true)`)
	until(b, "no note at the foot", `!document.querySelector("li:target")`)
	b.size(1440)
}
