package browser

import (
	"slices"
	"strings"
)

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
