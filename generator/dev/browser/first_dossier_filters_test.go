package browser

import "fmt"

// kindsOfRelation takes the ticks from the boxes in the network's key, one by one, with the keyboard,
// and without scripts, too: the lines of that relation and their words are gone, no others, and
// nodes that are left without a line step back. On paper there are all lines, and no box.
func kindsOfRelation(b *tab, p place) {
	const (
		boxes  = `[...document.querySelectorAll(".key input")].filter(e => e.checkVisibility())`
		hidden = `[...new Set([...document.querySelectorAll(".scroll .edge, .scroll .words")].filter(e => getComputedStyle(e).display === "none").map(e => /line-\d+/.exec(e.getAttribute("class"))[0]))].join()`
		shown  = `(n => [...document.querySelectorAll(".scroll .line-" + n)].filter(e => getComputedStyle(e).display !== "none").length)(%d)`
		pale   = `[...document.querySelectorAll(".scroll .node:not(.ended)")].filter(e => getComputedStyle(e).visibility === "hidden").map(e => e.querySelector("text").textContent).sort().join()`
		lone   = `(edges => [...document.querySelectorAll(".scroll .node")].filter((node, i) => !node.matches(".ended") && !edges.some(e => getComputedStyle(e).display !== "none" && e.dataset.ends.split(" ").includes(String(i)))).map(e => e.querySelector("text").textContent).sort().join())([...document.querySelectorAll(".scroll .edge")])`
		ended  = `[...document.querySelectorAll(".scroll .node")].filter((node, i) => (getComputedStyle(node).opacity !== "1") === [...document.querySelectorAll(".scroll .edge:not(.ended)")].some(e => e.dataset.ends.split(" ").includes(String(i)))).length`
	)
	source := axe(b.T)
	b.size(390)
	b.open("graph.html")
	expect(b, "boxes beside the list that phones have", boxes+`.length`, 0)
	for _, dir := range []string{"", "fr/", "ru/"} {
		for _, width := range []int64{820, 1440} {
			b.size(width)
			b.open(dir + "graph.html")
			where := fmt.Sprintf("%sgraph.html, %d pixels wide: ", dir, width)
			expect(b, where+"boxes without a tick", boxes+`.filter(e => !e.checked).length`, 0)
			expect(b, where+"what is hidden or steps back", hidden+" + "+pale, "")
			expect(b, where+"nodes that step back though a line of theirs holds, or the other way round", ended, 0)
			expect(b, where+"boxes, each named as its lines are", boxes+`.filter(e => [...document.querySelectorAll(".scroll .words.line-" + e.value)].every(w => w.textContent === e.labels[0].innerText.trim())).length`, 9)
			expect(b, where+"small targets", boxes+`.map(e => e.labels[0].getBoundingClientRect()).filter(r => r.height < 24 || r.width < 24).length`, 0)
		}
	}
	for _, script := range []bool{true, false} {
		b.script(script)
		b.open("graph.html")
		for n := 1; n <= 9; n++ {
			where := fmt.Sprintf("relation %d, script %t: ", n, script)
			focus := fmt.Sprintf(boxes+`[%d].focus() || true`, n-1)
			eval[bool](b, focus)
			key(b, " ")
			expect(b, where+"what is hidden", hidden, fmt.Sprint("line-", n))
			expect(b, where+"nodes that step back", pale, eval[string](b, lone))
			b.media("print", "light")
			expect(b, where+"what is hidden or pale on paper, and boxes there", hidden+" + "+pale+" + "+boxes+`.length`, "0")
			b.media("", "light")
			eval[bool](b, focus) // paper has none
			key(b, " ")
			expect(b, where+"what is hidden when the tick is back", hidden+" + "+pale, "")
		}
	}
	b.script(true)
	b.open("graph.html")
	for _, n := range []int{2, 3} {
		eval[bool](b, fmt.Sprintf(boxes+`[%d].click() || true`, n-1))
		expect(b, "lines and words of a relation without a tick", fmt.Sprintf(shown, n), 0)
	}
	expect(b, "nodes without a line", pale, eval[string](b, lone))
	expect(b, "some of them", pale+`.includes("New START,")`, true)
	for _, scheme := range []string{"light", "dark"} {
		b.media("", scheme)
		if found := violations(b, source, allRules); found != "" {
			b.Errorf("graph.html with boxes without a tick, %s:\n%s", scheme, found)
		}
	}
	b.media("", "light")
	eval[bool](b, `[...document.querySelectorAll("a.node")].find(e => e.textContent.startsWith("Kazakhstan")).focus() || true`)
	expect(b, "neighbours over the lines that are left", `[...document.querySelectorAll(".scroll .node:not(.dim) text")].map(e => e.textContent).join()`, "CSTO,Kazakhstan")
	// The relation of the dossier's map reads first.
	const wide = `(which => [...document.querySelectorAll(".scroll .edge:not(.ended)" + which + " path:first-of-type, .key .edge" + which + " path:first-of-type")].map(e => parseFloat(getComputedStyle(e).strokeWidth)))`
	expect(b, "lines as wide as those of membership", fmt.Sprintf(`(least => %[1]s(":not(.main)").filter(w => w > least - 1).length)(Math.min(...%[1]s(".main")))`, wide), 0)
	expect(b, "lines of membership, and that of the key", wide+`(".main").length`, 7)
}

// roomForRing: nothing covers the ring around the field for a day, and no row of the states has the
// weight of an answer when it is none.
func roomForRing(b *tab, p place) {
	for _, page := range []string{"as-of.html", "graph.html"} {
		for _, width := range []int64{390, 820, 1440} {
			b.size(width)
			b.open(page)
			where := fmt.Sprintf("%s, %d pixels wide: ", page, width)
			const ring = `(e => { e.focus({focusVisible: true}); const s = getComputedStyle(e), far = parseFloat(s.outlineWidth) + parseFloat(s.outlineOffset), r = e.getBoundingClientRect(), of = document.getElementById("asof_controls").getBoundingClientRect()
				return [r.top - far >= of.top, r.bottom + far <= of.bottom, r.left - far >= of.left, r.right + far <= of.right, far > 3].join() })(document.getElementById("asof_day"))`
			expect(b, where+"room for the ring", ring, "true,true,true,true,true")
			eval[bool](b, `(document.activeElement.blur(), scrollTo({top: document.body.scrollHeight, behavior: "instant"}), true)`)
			eval[bool](b, `document.getElementById("asof_day").focus() || true`)
			expect(b, where+"the field under the bar, after Tab", `(e => { const r = e.getBoundingClientRect(); return document.elementFromPoint(r.x + r.width / 2, r.y + 2) === e })(document.getElementById("asof_day"))`, true)
		}
	}
	const (
		colour = `[...new Set([...document.querySelectorAll(".present%s :is(dt a, dd > .soft)")].map(e => getComputedStyle(e).color))].join("; ")`
		soft   = `(e => { e.className = "soft"; document.querySelector("main").append(e); return getComputedStyle(e).color })(document.createElement("p"))`
	)
	b.open("as-of.html")
	expect(b, "rows without a name on the dossier's day", `[...document.querySelectorAll(".unfilled")].map(e => e.querySelector("dt a").textContent).join()`, "INF Treaty")
	b.open("as-of.html#2011-03-03")
	expect(b, "rows without a name in 2011", `[...document.querySelectorAll(".unfilled")].map(e => e.innerText.replace(/\s+/g, " ")).join("; ")`, "CSTO: chaired by no dates this early in this dossier; Russia: led by not recorded in this dossier")
	expect(b, "their colour", fmt.Sprintf(colour, ".unfilled"), eval[string](b, soft))
	expect(b, "that of answers is another", fmt.Sprintf(colour, ":not(.unfilled)")+" !== "+soft, true)
	expect(b, "when the chair passed on", `[...document.querySelectorAll(".changes")].find(e => /chaired by/.test(e.caption.textContent)).querySelector("tbody tr:last-child th").innerText.trim()`, "2020")
}
