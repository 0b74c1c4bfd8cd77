package browser

// order holds that a section has its parts on every screen in the order in which the
// keyboard and screen readers meet them: what stands below another comes after it, or
// is in the margin beside it. What leads on from the text follows it on narrow screens.
func order(b *tab, p place) {
	const parts = `[...document.querySelectorAll(".spread > *")]`
	for _, width := range []int64{390, 820, 1440} {
		b.size(width)
		b.open(p.section)
		expect(b, "parts of a section", parts+`.map(e => e.localName + "." + e.classList[0]).filter(x => x !== "div.glance").join(" ")`, "header.text section.text aside.margin")
		expect(b, "parts above one that they follow", parts+`.filter((e, i, all) => all.slice(0, i).some(before => (
			(a, b) => b.top < a.bottom - 1 && b.left < a.right && a.left < b.right
		)(before.getBoundingClientRect(), e.getBoundingClientRect()))).map(e => e.className).join()`, "")
		expect(b, "the margin beside the title", `document.querySelector(".glance, .margin").getBoundingClientRect().top < document.querySelector("h1").getBoundingClientRect().bottom`, width == 1440)
	}
}

// sameEdge holds that the masthead, the text and the footer begin at one line on every
// kind of page.
func sameEdge(b *tab, p place) {
	for _, width := range []int64{390, 820, 1440} {
		b.size(width)
		for _, page := range p.largest(b.T, pageTypes()) {
			b.open(page.path)
			expect(b, "edges", `new Set(["nav.menu", "main", ".colophon .wide"].map(s => Math.round(document.querySelector(s).getBoundingClientRect().left))).size`, int64(1))
		}
	}
}
