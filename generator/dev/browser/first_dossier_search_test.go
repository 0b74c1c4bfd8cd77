package browser

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	ax "github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestFirstDossierSearch asks on the search page, below a project's path and from disk.
func TestFirstDossierSearch(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	inPlaces(t, places(t, csto, "content", inCSTO)[1:], func(p place) []reading {
		list := []reading{{"keyboard", searchByKeyboard}, {"back", backToHits}, {"filters", searchFilters}, {"more", moreHits}, {"meant", searchMeant}}
		if p.http {
			list = append(list, reading{"names", searchNames}, reading{"accessibility", searchAccessibility}, reading{"print", searchPrinted})
		}
		return list
	})
}

// searchMeant asks with a word that is far from all that is there, with a slip, and for
// what a summary says alone.
func searchMeant(b *tab, p place) {
	for question, want := range map[string]string{
		"Что планировалось на 2020 год?": "Результатов: 6 Всё сразу нигде не встречается; вот что ближе всего.",
		"Казахсатне?":                    "Результатов: 11 Возможно, имелось в виду: Казахстан?",
	} {
		b.open(p.in("ru", "search.html?q="+url.QueryEscape(question)))
		until(b, "hits", hits+".length > 0")
		expect(b, "status for "+question, statusLine, want)
	}
	b.open("search.html?q=Which+states+are+members%3F")
	until(b, "hits", hits+".length > 0")
	expect(b, "the first hit names them", hits+`[0].innerText.includes("Armenia, Belarus, Kazakhstan")`, true)
	b.open("search.html?q=2015")
	until(b, "hits", hits+".length > 0")
	expect(b, "words that are marked though they are another year", "document.querySelectorAll('#search_hits mark').length", 0)
}

const focusedHit = hits + `.findIndex(li => li.contains(document.activeElement))`

// searchByKeyboard goes from a page to a paragraph and touches no mouse.
func searchByKeyboard(b *tab, p place) {
	b.open(p.section)
	tabTo(b, ".menu [href$='search.html']")
	expect(b, "key of the link", `document.activeElement.getAttribute("aria-keyshortcuts")`, "/")
	expect(b, "name of the link", `document.activeElement.innerText.trim()`, "Search")
	key(b, kb.Enter)
	until(b, "focus", fieldFocused)
	key(b, kb.Tab, kb.Tab, "/") // past the choice of the key: the filters are not shown yet
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
			expect(b, "small targets", `[...document.querySelectorAll("#page_search :is(a, button, select, summary, input[type=search], label:has(input)), .register a")].filter(e => e.checkVisibility() && e.getBoundingClientRect().height < (innerWidth === 1440 && e.closest(".group") ? 19.9 : 43.9)).map(e => e.outerHTML.slice(0, 90)).join()`, "")
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
