package browser

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	ax "github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestSearchPage asks on the search page, below a project's path and from disk.
func TestSearchPage(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	for _, p := range places(t)[1:] {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			list := []reading{
				{"keyboard", searchByKeyboard}, {"slash", slash}, {"back", backToHits}, {"filters", searchFilters}, {"more", moreHits},
				{"without script", searchWithoutScript},
			}
			if p.http {
				list = append(list, reading{"names", searchNames}, reading{"accessibility", searchAccessibility}, reading{"print", searchPrinted})
			}
			for _, test := range list {
				t.Run(test.name, func(t *testing.T) { test.run(newTab(t, p.base), p) })
			}
		})
	}
	t.Run("from right to left", func(t *testing.T) { searchFromRight(newTab(t, onServer(t, made(t, suez), inSuez).base)) })
}

const (
	searchField  = `document.getElementById("search_field")`
	fieldFocused = `document.activeElement?.id === "search_field"`
	hits         = `[...document.querySelectorAll("#search_hits > li")]`
	focusedHit   = hits + `.findIndex(li => li.contains(document.activeElement))`
	statusLine   = `document.getElementById("search_status").innerText.replace(/\s+/g, " ").trim()`
)

// until waits for an expression to be true.
func until(b *tab, what, expression string) {
	b.Helper()
	for range polls {
		// A page that is on its way out gives an error.
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression)); err == nil && ok {
			return
		}
		b.do(chromedp.Sleep(poll))
	}
	b.Fatalf("%s: %s shows %q and never %s", eval[string](b, "location.href"), what, eval[string](b, "document.body.innerText.slice(0, 600)"), expression)
}

// ask opens the search page with a question in its address.
func askOn(b *tab, page, question string) {
	b.Helper()
	b.open(page + "?q=" + url.QueryEscape(question))
	until(b, "status", statusLine+` !== ""`)
}

// key presses keys one after the other. What a page prevents is not typed, which
// takes the sign in the same event as the key.
func key(b *tab, keys ...string) {
	b.Helper()
	for _, k := range keys {
		if len(k) > 1 || k < " " {
			b.do(chromedp.KeyEvent(k))
			continue
		}
		for _, e := range []input.DispatchKeyEventParams{{Type: "keyDown", Key: k, Text: k}, {Type: "keyUp", Key: k}} {
			if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, e); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// searchByKeyboard goes from a page to a paragraph and touches no mouse.
func searchByKeyboard(b *tab, p place) {
	b.open(p.section)
	tabTo(b, ".menu [href$='search.html']")
	expect(b, "key of the link", `document.activeElement.getAttribute("aria-keyshortcuts")`, "/")
	expect(b, "name of the link", `document.activeElement.innerText.trim()`, "Search")
	key(b, kb.Enter)
	until(b, "focus", fieldFocused)
	key(b, kb.Tab, "/") // the filters are not shown yet: what comes next is not the field
	until(b, "focus", fieldFocused)
	expect(b, "the key is not typed", searchField+".value", "")
	key(b, "N", "A", "T", "O", "/")
	until(b, "hits", hits+".length > 3")
	expect(b, "the key is typed in the field", searchField+".value", "NATO/")
	expect(b, "address", "location.search", "?q=NATO%2F")
	key(b, kb.ArrowDown, kb.ArrowDown, kb.ArrowUp)
	expect(b, "hit with the focus", focusedHit, 0)
	key(b, kb.ArrowUp)
	expect(b, "focus above the first hit", fieldFocused, true)
	key(b, kb.ArrowDown, kb.ArrowDown, kb.Escape)
	expect(b, "focus after Esc", fieldFocused, true)
	b.open("search.html?q=Rudaki")
	until(b, "hits", hits+".length > 0")
	eval[bool](b, searchField+`.focus() || true`)
	key(b, kb.ArrowDown)
	to := eval[string](b, `document.activeElement.href`)
	if !strings.HasSuffix(to, "#p_1") {
		b.Errorf("the hit leads to %s", to)
	}
	key(b, kb.Enter)
	until(b, "address", fmt.Sprintf("location.href === %q", to))
	until(b, "paragraph", `!!document.querySelector(":target")`)

	b.open("search.html?q=member+state") // of hits further down, texts are read when these are about to be followed
	until(b, "hits", hits+".length > 3")
	const toParagraph = `.map(li => li.querySelector("a")).filter(a => /#p_\d+$/.test(a.href)).length`
	before := eval[int](b, hits+toParagraph)
	eval[bool](b, hits+`.slice(3).forEach(li => li.querySelector("a").focus()) || true`)
	until(b, "more hits that lead to a paragraph", fmt.Sprint(hits, toParagraph, " > ", before))

	b.open("search.html?q=NATO")
	until(b, "hits", hits+".length > 3")
	key(b, kb.Escape)
	until(b, "no question", hits+`.length === 0 && location.search === "" && `+searchField+`.value === ""`)
	expect(b, "status of no question", statusLine, "")
	expect(b, "the register stays", `document.querySelector(".register").checkVisibility()`, true)
}

// slash holds when the key leads to the field and when it must not, and that it
// can be switched off.
func slash(b *tab, p place) {
	b.open("as-of.html")
	away := func() bool { return eval[bool](b, `/search\.html/.test(location.pathname)`) }
	for _, id := range []string{"asof_slider", "asof_day"} {
		eval[bool](b, fmt.Sprintf(`document.getElementById(%q).focus() || true`, id))
		key(b, "/")
	}
	eval[bool](b, `(() => { const e = document.body.appendChild(document.createElement("p")); e.contentEditable = "true"; e.append("x"); e.focus(); return true })()`)
	key(b, "/")
	eval[bool](b, `document.activeElement.blur() || true`)
	for _, mod := range []string{"ctrlKey", "altKey", "metaKey", "isComposing"} {
		eval[bool](b, fmt.Sprintf(`document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true, %s: true}))`, mod))
	}
	if away() {
		b.Fatal("the key leads away where it is typed or belongs to the browser")
	}
	key(b, "/")
	until(b, "address", `/search\.html$/.test(location.pathname)`)
	until(b, "focus", fieldFocused)
	if !p.http {
		return // a browser may keep nothing for files
	}
	until(b, "key of the field", searchField+`.getAttribute("aria-keyshortcuts") === "/"`)
	eval[bool](b, `document.getElementById("search_key").click() || true`)
	b.open("timeline.html")
	key(b, "/")
	expect(b, "key that is switched off", `/timeline\.html$/.test(location.pathname) + document.querySelector(".menu [href$='search.html']").getAttribute("aria-keyshortcuts")`, "true")
}

// backToHits follows a hit and comes back to it; the other editions are asked the
// same.
func backToHits(b *tab, p place) {
	askOn(b, "search.html", "CSTO")
	until(b, "more", `!document.getElementById("search_more").hidden`)
	b.do(press(b, `document.getElementById("search_more")`))
	until(b, "hits", hits+".length === 20")
	to := eval[string](b, hits+`[13].querySelector("a").href`)
	// At once: a tab behind others does not scroll smoothly.
	eval[bool](b, "("+hits+`[13].scrollIntoView({behavior: "instant", block: "center"}), true)`)
	eval[bool](b, hits+`[13].querySelector("a").focus() || true`)
	key(b, kb.Enter)
	until(b, "address", fmt.Sprintf("location.href === %q && document.readyState === 'complete'", to))
	_, _ = chromedp.Run(b.ctx, chromedp.Evaluate[chromedp.Void]("void history.back()"))
	until(b, "question", `location.search === "?q=CSTO" && `+searchField+`.value === "CSTO"`)
	until(b, "hits", hits+".length === 20")
	until(b, "focus", focusedHit+" === 13")
	until(b, "the hit in view", `(r => r.top >= 0 && r.bottom <= innerHeight)(document.activeElement.getBoundingClientRect())`)
	expect(b, "French asks the same", `document.querySelector('.editions a[hreflang="fr"]').href`, b.base+"fr/search.html?q=CSTO")
	b.do(press(b, `document.querySelector('.editions a[hreflang="fr"]')`))
	until(b, "French hits", `document.documentElement.lang === "fr" && `+hits+".length > 3")
}

// searchFilters holds what filters leave and say.
func searchFilters(b *tab, _ place) {
	askOn(b, "search.html", "CSTO")
	until(b, "filters", `!document.getElementById("search_filters").hidden`)
	all := eval[string](b, statusLine)
	b.do(press(b, `document.querySelector("#search_filters summary")`))
	until(b, "choices", `document.getElementById("search_k").length > 2 && document.getElementById("search_c").length > 2 && document.getElementById("search_y").length > 2`)
	choose := func(group, pattern string) string {
		b.Helper()
		return eval[string](b, fmt.Sprintf(`(() => {
			const select = document.getElementById("search_%s")
			const option = [...select.options].find(o => /%s/.test(o.text))
			select.value = option.value
			select.dispatchEvent(new Event("change", {bubbles: true}))
			return option.text.replace(/.*\((\d+)\)$/, "$1")
		})()`, group, pattern))
	}
	n := choose("k", `^Events \(\d+\)$`)
	until(b, "status", fmt.Sprintf("%s === %q", statusLine, "Results: "+n))
	expect(b, "address", "location.search", "?q=CSTO&k=events")
	expect(b, "French asks the same", `document.querySelector('.editions a[hreflang="fr"]').search`, "?q=CSTO&k=events")
	expect(b, "all hits are events", hits+`.every(li => li.querySelector("a").pathname.includes("/events/"))`, true)
	expect(b, "other kinds can still be chosen", `document.getElementById("search_k").length > 2`, true)
	n = choose("y", `^2019 \(\d+\)$`)
	until(b, "status", fmt.Sprintf("%s === %q", statusLine, "Results: "+n))
	address := eval[string](b, "location.href")
	b.open("index.html")
	if _, err := chromedp.Run(b.ctx, chromedp.Navigate(address)); err != nil {
		b.Fatal(err)
	}
	until(b, "status of the shared address", fmt.Sprintf("%s === %q", statusLine, "Results: "+n))
	expect(b, "year", `document.getElementById("search_y").value`, "2019")
	eval[bool](b, searchField+`.select() || true`)
	key(b, "N", "a", "u", "r", "u", kb.Enter)
	until(b, "status when filters leave nothing", statusLine+` === "Results: 0"`)
	b.do(press(b, `document.getElementById("search_clear")`))
	until(b, "status without filters", statusLine+` !== "Results: 0"`)
	expect(b, "address without filters", "location.search", "?q=Nauru")
	expect(b, "focus", fieldFocused, true)
	askOn(b, "search.html", "CSTO")
	expect(b, "status without filters", statusLine, all)
}

// moreHits holds that no hit is shown twice, and where the focus goes.
func moreHits(b *tab, _ place) {
	askOn(b, "search.html", "CSTO")
	until(b, "hits", hits+".length === 10")
	eval[bool](b, `(() => { const more = document.getElementById("search_more"); more.focus(); more.click(); more.click(); return true })()`)
	until(b, "hits", hits+".length === 20")
	until(b, "focus", focusedHit+" === 10")
	expect(b, "different hits", `new Set(`+hits+`.map(li => li.querySelector("a").href)).size`, 20)
	askOn(b, "search.html", "qqqqzzzz")
	expect(b, "status of nonsense", statusLine, "Nothing found. The list of all names is below.")
	expect(b, "hits of nonsense", hits+".length", 0)
	askOn(b, "search.html", "bishkek zzqqzz")
	expect(b, "what is near is said", statusLine+`.includes("these come near")`, true)
}

func searchWithoutScript(b *tab, p place) {
	b.script(false)
	b.open("index.html")
	follow(b, p, "header", `^search\.html$`)
	expect(b, "fields", `[...document.querySelectorAll("main :is(input, select, button, details)")].filter(e => e.checkVisibility()).length`, 0)
	expect(b, "names", `document.querySelectorAll(".register li a").length > 50`, true)
}

// searchNames holds what a screen reader says of the page's parts.
func searchNames(b *tab, _ place) {
	askOn(b, "search.html", "CSTO")
	until(b, "more", `!document.getElementById("search_more").hidden`)
	b.do(press(b, `document.querySelector("#search_filters summary")`))
	until(b, "choices", `document.getElementById("search_k").length > 2`)
	tree, err := chromedp.Call(b.ctx, ax.GetFullAXTree, ax.GetFullAXTreeParams{})
	if err != nil {
		b.Fatal(err)
	}
	var found []string
	for _, n := range tree.Nodes {
		if !n.Ignored && n.Role != nil && n.Name != nil {
			found = append(found, strings.ReplaceAll(string(n.Role.Value)+" "+string(n.Name.Value), `"`, ""))
		}
	}
	for _, want := range []string{
		"search ", "searchbox Search this dossier", "checkbox The key / leads here from every page", "status ",
		"combobox Kind", "combobox Country", "combobox Year", "button More results",
		"link Collective Security Treaty Organization", "link Search", "heading All names",
	} {
		if !slices.Contains(found, want) {
			b.Errorf("no %q among %q", want, found[:min(len(found), 80)])
		}
	}
	expect(b, "language of status words", `document.querySelector("#search_status [lang]")`+" === null", true)
}

// searchAccessibility looks at the page with hits and open filters.
func searchAccessibility(b *tab, _ place) {
	source := axe(b.T)
	b.size(390)
	for _, page := range []string{"search.html", "ru/search.html"} {
		b.media("", "light")
		askOn(b, page, "NATO")
		until(b, "filters", `!document.getElementById("search_filters").hidden`)
		b.do(press(b, `document.querySelector("#search_filters summary")`))
		until(b, "choices", `document.getElementById("search_k").length > 2`)
		for _, width := range []int64{320, 390, 820, 1440} {
			b.size(width)
			stays(b, page, width)
			expect(b, "small targets", `[...document.querySelectorAll("#page_search :is(a, button, select, summary, input[type=search], label:has(input)), .register a")].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.9).map(e => e.outerHTML.slice(0, 90)).join()`, "")
			for _, look := range []struct{ scheme, rules string }{{"light", allRules}, {"dark", contrasts}} {
				b.media("", look.scheme)
				if found := violations(b, source, look.rules); found != "" {
					b.Errorf("%s, %s, %d px:\n%s", page, look.scheme, width, found)
				}
			}
		}
	}
}

func searchPrinted(b *tab, _ place) {
	askOn(b, "search.html", "CSTO")
	until(b, "hits", hits+".length === 10")
	b.media("print", "light")
	expect(b, "tools in print", `[...document.querySelectorAll("main :is(input, select, button, summary, label), #search_status")].filter(e => e.checkVisibility()).length`, 0)
	expect(b, "register in print", `document.querySelector(".register").checkVisibility()`, true)
}

func searchFromRight(b *tab) {
	b.size(390)
	askOn(b, "ar/search.html", "مصر")
	until(b, "hits", hits+".length === 10")
	stays(b, "ar/search.html", 390)
	b.media("", "dark")
	if found := violations(b, axe(b.T), allRules); found != "" {
		b.Error(found)
	}
}

// A dossier in which all that can be is markup, and whose second language has no
// interface words.
var hostile = sync.OnceValues(func() (string, error) {
	own, err := workshop()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(own, "hostile-content")
	for name, text := range map[string]string{
		"index.md":                   "---\ntitle: 'T <img src=x onerror=1>'\nlanguages: [en, cy]\n---\n\nHome.\n",
		"articles/a/index.md":        "---\ntitle: 'A <img src=x onerror=alert(1)> & \"quoted\"'\n---\n\nLead.\n",
		"articles/a/01-b.md":         "---\ntitle: 'B </script><script>alert(1)</script> javascript'\ndate: 2019\nactors: [evil]\n---\n\n" + strings.Repeat("Words before. ", 40) + "Needle `<img src=x onerror=alert(1)>` & `{{.}}`.\n",
		"actors/evil.md":             "---\nname: '<b onclick=alert(1)>Evil</b> & \"Co\"'\ntype: person\naliases: ['<svg onload=alert(1)>']\n---\n\nText.\n",
		"articles/a/02-long.md":      "---\ntitle: 'L" + strings.Repeat("ong", 80) + "'\ndate: 2020\n---\n\n" + strings.Repeat("Needle", 60) + " needle.\n",
		"articles/a/03-nopassage.md": "---\ntitle: 'Nopassage'\ndate: 2021\n---\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return "", err
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return "", err
		}
	}
	return buildSite("hostile", dir)
})

// TestHostileSearch holds that markup in titles, texts and questions is shown as
// text; the tab's watch sees what ran and what was asked for.
func TestHostileSearch(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	dir := made(t, hostile)
	for _, p := range []place{onServer(t, dir, text{editions: []string{"en", "cy"}}), onDisk(dir, text{})} {
		t.Run(p.name, func(t *testing.T) {
			b := newTab(t, p.base)
			b.size(390)
			for question, title := range map[string]string{
				"quoted":                       `A <img src=x onerror=alert(1)> & “quoted”`,
				"javascript":                   `B </script><script>alert(1)</script> javascript`,
				"evil":                         `<b onclick=alert(1)>Evil</b> & “Co”`,
				"<img src=x onerror=alert(1)>": "",
				`"><script>alert(1)</script>`:  "",
				"needle":                       "",
				"nopassage":                    "Nopassage",
			} {
				askOn(b, "search.html", question)
				expect(b, "question", searchField+".value", question)
				expect(b, "elements of "+question, `document.querySelectorAll("main :is(img, b, svg, [onclick], [onerror])").length`, 0)
				if title != "" {
					until(b, "titles", fmt.Sprintf(`%s.some(li => li.querySelector("a").innerText.replace(/\s+/g, " ") === %q)`, hits, title))
				}
				stays(b, "search.html", 390)
			}
			askOn(b, "cy/search.html", "needle")
			expect(b, "language of the status", `document.querySelector("#search_status [lang]")?.lang ?? ""`, "en")
			expect(b, "language of a choice", `document.querySelector("#search_k option").lang`, "en")
		})
	}
}
