package browser

import (
	"fmt"

	"github.com/chromedp/chromedp/kb"
)

// chosenDay types days on the pages that show one: in the order of the edition, in
// its words and as EDTF. The states, the network and its table are those of the
// day, and what is no day is said so.
func chosenDay(b *tab, p place) {
	const typed = `(text => { const f = document.getElementById("asof_day"); f.value = text
		f.dispatchEvent(new Event("input")); f.dispatchEvent(new Event("change"))
		const wrong = document.getElementById("asof_wrong").textContent
		return [document.getElementById("asof_date").textContent, ...wrong ? [wrong] : f.value === text ? [] : ["= " + f.value]].join(" ").replace(/\s/g, " ") })(%q)`
	for _, page := range []string{"as-of.html", "graph.html"} {
		b.open(page)
		for _, day := range [][2]string{
			{"09.12.2019", "9 December 2019"}, {"9/12/2019", "9 December 2019"}, {"2019-12-08", "8 December 2019"},
			{"1 january 2007", "1 January 2007"}, {"2019-02", "28 February 2019"}, {"2018?", "31 December 2018"},
			{"2019-02-XX", "28 February 2019"}, {"201X", "10 December 2019"}, {"2019", "10 December 2019"}, {"2019-12", "10 December 2019"}, {"december 2019", "10 December 2019"}, {"2018", "31 December 2018"},
			{"july 2007", "31 July 2007"}, {"2007-2", "28 February 2007"}, {"", "10 December 2019"}, {"1.1.2007", "1 January 2007"},
		} {
			expect(b, page+", "+day[0], fmt.Sprintf(typed, day[0]), day[1]+" = "+day[1])
		}
		for _, none := range []string{"31.02.2019", "tomorrow"} {
			expect(b, page+", "+none, fmt.Sprintf(typed, none), "1 January 2007 This is not a date. State on 1 January 2007")
		}
		expect(b, page+", address", `location.hash`, "#2007-01-01")
		expect(b, page+", date in the byline", `[...document.querySelectorAll(".head time")].length`, 0)
		expect(b, page+", what to type", `document.getElementById(document.getElementById("asof_day").getAttribute("aria-describedby").split(" ")[0]).textContent.replace(/\s/g, " ")`, "For example: 10 December 2019, 2019-12, 2019")
		expect(b, page+", years", `[...document.querySelectorAll("#asof_scale text")].map(e => e.textContent).join(" ")`, "1990 2000 2010 2020")
	}
	expect(b, "rows of Uzbekistan in 2007", `[...document.querySelectorAll(".all tr:not(.ended)")].filter(e => /^.*Uzbekistan.*CSTO|Uzbekistan.*Collective Security Treaty Org/s.test(e.textContent)).length`, 1)
	expect(b, "lines of membership in 2007", `document.querySelectorAll(".scroll g.line-1[data-ends]:not(.ended)").length`, 7)
	expect(b, "lines, names and rows that are not there in 2007", `[...document.querySelectorAll(".network .scroll [data-ends], .branches li, .all tr")].filter(e => getComputedStyle(e).display === "none" || e.hidden).length`, 0)
	expect(b, "views that do not lead to that day", `[...document.querySelectorAll(".views a")].filter(e => e.hash !== "#2007-01-01").length`, 0)
	expect(b, "ties without a date that are pale", `document.querySelectorAll(".network [data-ends].ended:not([data-spans]), .hubs .ended:not([data-spans])").length`, 0)
	expect(b, "words in 2007 that are pale though a line of theirs holds, or the other way round", `[...document.querySelectorAll(".network .words")].filter(w =>
		w.classList.contains("ended") === !!document.querySelector(".network [data-ends][data-bundle='" + w.dataset.bundle + "']:not(.ended)")).length`, 0)
	eval[bool](b, `document.querySelector("a.node").focus() || true`)
	expect(b, "lit lines", `document.querySelectorAll(".network .scroll .dim").length > 0`, true)
	previewsBesideLines(b)
	otherDay(b)
	foldedOnPhones(b)
	starOnPhones(b)
	roomBesideFieldAndNames(b)
	b.open("as-of.html#1995-05-05")
	const none = `[...document.querySelectorAll(".present")].filter(e => [...e.querySelectorAll("li")].every(e => e.hidden)).map(e => e.querySelector("dd > .soft").textContent).sort().filter((e, i, all) => e !== all[i - 1]).join()`
	expect(b, "who stands nowhere before there is what they stand in, or the dossier has dates", none, "begins: 5\u00a0February 2011,begins: 7\u00a0October 2002,no dates this early in this dossier")
	b.open("as-of.html#2019-09-05")
	expect(b, "who stands nowhere since it ended", none, "ended: 2\u00a0August 2019")
	b.size(1440)
	b.open("graph.html#2011-05-01")
	expect(b, "words on a line that does not hold, though one of theirs does", `[...document.querySelectorAll(".scroll .words:not(.ended)")].filter(w => {
		const far = e => (p => Math.min(...[...Array(19).keys()].map(i => p.getPointAtLength(p.getTotalLength() * (i + 1) / 20)).map(q => Math.hypot(q.x - w.getAttribute("x"), q.y - w.getAttribute("y")))))(e.querySelector("path"))
		return [...document.querySelectorAll(".scroll .edge")].filter(e => e.dataset.bundle === w.dataset.bundle).sort((a, b) => far(a) - far(b))[0].classList.contains("ended")
	}).map(w => w.textContent).join()`, "")
	// After the dossier's day only plans are known, and nothing is said to have ended.
	b.open("as-of.html#2020-06-01")
	expect(b, "who is to chair", `[...document.querySelectorAll(".present")].find(e => e.querySelector("dt").textContent.endsWith("chaired by")).querySelector("dd").innerText.replace(/\s+/g, " ").trim()`, "Russia (ahead)")
	b.open("graph.html#2020-06-01")
	expect(b, "what is pale after the dossier's day", `document.getElementById("graph_pale").textContent.replace(/\s/g, " ")`, "The dossier makes no claim about the time after 10 December 2019, unless a relation itself gives a later date.")
	const formerly = `[...document.querySelectorAll(".all .once")].filter(e => e.checkVisibility()).length`
	expect(b, "what is said to have ended, on another day", formerly, 0)
	b.open("graph.html")
	expect(b, "some are said to have ended", formerly+" > 0", true)
	for _, page := range []string{"graph.html", "as-of.html"} {
		b.open(page)
		slide(b, page)
	}
	staysInSight(b)
}

// previewsBesideLines opens the preview of each node of the network: it covers no node, words or
// line that are lit up, is on the screen, and near its node.
func previewsBesideLines(b *tab) {
	b.size(1440)
	b.open("graph.html")
	covered := eval[[]string](b, `(async () => {
		const out = [], box = document.querySelector(".preview"), shown = () => new Promise(done => setTimeout(done, 10))
		for (const node of document.querySelectorAll(".scroll a.node")) {
			node.scrollIntoView({behavior: "instant", block: "center"})
			node.focus({focusVisible: true})
			for (let i = 0; box.hidden && i < 300; i++) await shown()
			const r = box.getBoundingClientRect(), on = (x, y) => x > r.left && x < r.right && y > r.top && y < r.bottom
			let n = box.hidden || r.left < 0 || r.top < 0 || r.right > innerWidth || r.bottom > innerHeight ? 1000 : 0
			const own = node.getBoundingClientRect(), far = Math.hypot(Math.max(own.left - r.right, r.left - own.right, 0), Math.max(own.top - r.bottom, r.top - own.bottom, 0))
			if (far > 150) out.push(node.textContent + ": " + Math.round(far) + " pixels away")
			for (const e of document.querySelectorAll(".network .scroll .node:not(.dim), .network .words:not(.dim)")) {
				const o = e.getBoundingClientRect()
				if (o.left < r.right && o.right > r.left && o.top < r.bottom && o.bottom > r.top) n++
			}
			for (const e of document.querySelectorAll(".network .scroll .edge:not(.dim) path:first-of-type"))
				for (let i = 0; i < e.getTotalLength(); i += 10) {
					const p = e.getPointAtLength(i).matrixTransform(e.getScreenCTM())
					if (on(p.x, p.y)) n++
				}
			for (const w of document.querySelectorAll(".network .words:not(.dim)")) {
				const near = [...document.querySelectorAll(".network .scroll .edge:not(.dim)")].filter(e => e.dataset.bundle === w.dataset.bundle).map(e => e.querySelector("path"))
				const far = (path, part) => (p => Math.hypot(p.x - w.getAttribute("x"), p.y - w.getAttribute("y")))(path.getPointAtLength(path.getTotalLength() * part))
				if (!near.some(path => [.2, .3, .4, .5, .6, .7, .8, .26, .74].some(part => far(path, part) < 60))) out.push(node.textContent + ": “" + w.textContent + "” stands on no line of it")
			}
			if (n) out.push(node.textContent + ": " + n)
			node.blur()
		}
		return out })()`)
	if len(covered) > 0 {
		b.Errorf("previews in the network cover what is lit up or are far off, or words are elsewhere: %q", covered)
	}
}

// otherDay tells what does not hold on a chosen day, and what has no date, from what holds: on
// the lines, and in words in the list that phones have instead.
func otherDay(b *tab) {
	const (
		colours   = `[...new Set([...document.querySelectorAll(".network .scroll [data-ends]:not([data-spans]) path:first-of-type")].map(e => getComputedStyle(e).stroke))].length`
		sample    = `document.querySelector(".of-undated .edge").checkVisibility()`
		italics   = `[...new Set([...document.querySelectorAll(".network .words")].filter(e => getComputedStyle(e).fontStyle === "italic").map(e => e.textContent))].sort().join()`
		said      = `(type => [...[...document.querySelectorAll(".hubs > li")[0].querySelectorAll(".branches > li")].find(e => e.querySelector("span").textContent === type).querySelectorAll(".names-row li")].map(e => e.innerText.replace(/\s/g, " ")).join("; "))`
		unmarked  = `[...document.querySelectorAll(".branches .names-row li")].filter(e => e.checkVisibility() && (e.matches(".ended") || !e.dataset.spans) && !/\(.+\)/.test(e.innerText)).length`
		marked    = `[...document.querySelectorAll(".branches .names-row li:not(.ended)[data-spans] .when")].filter(e => e.checkVisibility()).length`
		misplaced = `document.querySelectorAll(".branches .ended + li:not(.ended)").length`
	)
	b.size(1440)
	b.open("graph.html")
	expect(b, "colours of lines without a date", colours, 4)
	expect(b, "an example of them", sample, false)
	b.open("graph.html#1998-12-31")
	expect(b, "colours of lines without a date in 1998", colours, 1)
	expect(b, "an example of them in 1998", sample, true)
	expect(b, "words on lines without a date alone", italics, "based in,borders,claims,operated by")
	eval[bool](b, `[...document.querySelectorAll("a.node")].find(e => e.textContent.startsWith("Georgia")).focus() || true`)
	expect(b, "words on lines without a date alone, when a node is lit up", italics, "based in,borders,claims,operated by")

	b.size(390)
	b.open("graph.html")
	expect(b, "members", said+`("members")`, "Armenia; Belarus; Kazakhstan; Kyrgyzstan; Russia; Tajikistan; Uzbekistan (23 June 2006 – 19 December 2012)")
	expect(b, "names on the dossier's day that hold and say when", `[...document.querySelectorAll(".branches .names-row li:not(.ended) .when")].filter(e => e.checkVisibility()).length`, 0)
	b.open("graph.html#1998-12-31")
	expect(b, "members in 1998", said+`("members").split("; ").slice(0, 1).join()`, "Armenia (since 7 October 2002)")
	expect(b, "who chairs in 1998", said+`("chaired by")`, "Kyrgyzstan (2019); Russia (2020)")
	expect(b, "names in 1998 that do not say when", unmarked, 0)
	expect(b, "names in 1998 that hold and say when", marked, 0)
	expect(b, "names in 1998 that hold, after ones that do not", misplaced, 0)
	expect(b, "key in 1998", `document.getElementById("graph_pale").textContent.replace(/\s/g, " ")`, "Pale: a relation that did not hold on the day chosen (31 December 1998).")
	b.open("graph.html#2010-01-01")
	expect(b, "members in 2010", said+`("members")`, "Armenia; Belarus; Kazakhstan; Kyrgyzstan; Russia; Tajikistan; Uzbekistan")
}

// foldedOnPhones has the tables of changes folded on phones, each under a line that says what it
// is, and open elsewhere.
func foldedOnPhones(b *tab) {
	const open = `[...document.querySelectorAll(".changes tbody")].filter(e => e.checkVisibility()).length`
	for width, want := range map[int64]int{390: 0, 820: 8, 1440: 8} {
		b.size(width)
		b.open("as-of.html")
		expect(b, fmt.Sprintf("tables of changes that are open, %d pixels wide", width), open, want)
		expect(b, fmt.Sprintf("their lines, %d pixels wide", width), `[...document.querySelectorAll(".chapter summary")].filter(e => e.checkVisibility()).length`, 8-want)
	}
	expect(b, "what a line says", `document.querySelector(".chapter summary").textContent`, "Collective Security Treaty Organization: members")
	b.size(390)
	b.open("as-of.html")
	expect(b, "screens that the page is long, fewer than four", `document.documentElement.scrollHeight < 4 * 844`, true)
	eval[bool](b, `document.querySelector(".chapter summary").click() || true`)
	expect(b, "a table after a tap on its line", open, 1)
}

// starOnPhones: a phone draws the relations of what the dossier is about, on the day that is chosen.
func starOnPhones(b *tab) {
	const star = `[...document.querySelectorAll(".star .node")].filter(e => e.checkVisibility())`
	for _, dir := range []string{"", "fr/", "ru/"} {
		for width, want := range map[int64]int{390: 8, 820: 0, 1440: 0} {
			b.size(width)
			b.open(dir + "graph.html")
			expect(b, fmt.Sprintf("%sgraph.html: nodes of the star, %d pixels wide", dir, width), star+`.length`, want)
		}
		b.size(390)
		b.open(dir + "graph.html")
		expect(b, dir+"graph.html: names that leave their box in the star", star+`.filter(e => e.querySelector("text").getBBox().width > e.querySelector("path").getBBox().width - 8).length`, 0)
	}
	for day, pale := range map[string]int{"2007-01-01": 0, "2010-01-01": 0, "2015-01-01": 1, "1993-01-01": 7} {
		b.open("as-of.html")
		b.open("graph.html#" + day)
		expect(b, "nodes of the star that are pale, "+day, star+`.filter(e => e.matches(".ended") && !e.matches(".main")).length`, pale)
	}
}

// roomBesideFieldAndNames: no example of a date stands on a line alone beside the field, and names fill
// no box of the network to its rim, where the letters are largest.
func roomBesideFieldAndNames(b *tab) {
	for _, dir := range []string{"", "fr/", "ru/"} {
		for _, width := range []int64{390, 820, 1440} {
			b.size(width)
			b.open(dir + "graph.html")
			expect(b, fmt.Sprintf("%sgraph.html, examples on the last line, %d pixels wide", dir, width), `(all => all.filter(e => e.getBoundingClientRect().top === all[2].getBoundingClientRect().top).length > 1)([...document.querySelectorAll("#asof_hint code")])`, true)
			expect(b, fmt.Sprintf("%sgraph.html, full boxes, %d pixels wide", dir, width), `[...document.querySelectorAll(".node text")].filter(e => e.checkVisibility() && e.getComputedTextLength() > e.previousElementSibling.getBBox().width - 14).map(e => e.textContent).join()`, "")
		}
	}
}

// staysInSight scrolls to what changes with the day: the bar with the day and its slider is
// still there, unless the screen is low; and the key says of which day the network is.
func staysInSight(b *tab) {
	const bar = `(r => [Math.round(r.top), r.height < 90, r.bottom > 0].join())(document.getElementById("asof_slider").closest(".bar").getBoundingClientRect())`
	const to = `(e => e.scrollIntoView({behavior: "instant", block: "end"}) !== 0)([...document.querySelectorAll(%q)].pop())`
	for _, width := range []int64{390, 1440} {
		b.size(width)
		for page, last := range map[string]string{"graph.html": ".ledger", "as-of.html": ".present:not([hidden])"} {
			b.open(page)
			eval[bool](b, fmt.Sprintf(to, last))
			if page == "graph.html" {
				expect(b, page+", the bar", bar, "0,true,true")
			} else {
				expect(b, page+", the bar is on the screen", bar+`.endsWith("true,true")`, true)
			}
		}
	}
	b.open("graph.html")
	const said = `document.getElementById("graph_pale").textContent.replace(/\s/g, " ")`
	expect(b, "pale lines", said, "Pale: a relation that did not hold at the dossier’s date.")
	b.open("graph.html#2007-01-01")
	expect(b, "pale lines in 2007", said, "Pale: a relation that did not hold on the day chosen (1 January 2007).")
}

// slide moves the slider: it is as long as the time, keys go from one day of change
// to the next, however near or far that is, and a pointer takes the nearest. That the
// script shows the controls moves nothing below them.
func slide(b *tab, page string) {
	const shown = `document.getElementById("asof_date").textContent.replace(/\s/g, " ")`
	eval[bool](b, `document.getElementById("asof_slider").focus() || true`)
	for _, step := range [][2]string{
		{kb.Home, "1 June 1988"}, {kb.ArrowRight, "1 December 1991"}, {kb.ArrowRight, "31 December 1991"}, {kb.ArrowRight, "15 May 1992"},
		{kb.ArrowLeft, "31 December 1991"}, {kb.End, "1 January 2020"}, {kb.ArrowLeft, "10 December 2019"},
	} {
		key(b, step[0])
		expect(b, page+", slider", shown, step[1])
	}
	const at = `(share => { const s = document.getElementById("asof_slider"); s.dispatchEvent(new PointerEvent("pointerdown")); s.value = s.max * share
		s.dispatchEvent(new Event("input")); dispatchEvent(new PointerEvent("pointerup")); return document.getElementById("asof_date").textContent.replace(/\s/g, " ") })`
	expect(b, page+", pointer by the first day", at+`(.05)`, "1 June 1988")
	expect(b, page+", pointer by the second", at+`(.1)`, "1 December 1991")
	for _, id := range []string{"asof_controls", "asof_bar"} {
		expect(b, page+", room for "+id, fmt.Sprintf(`(c => { const high = c.offsetHeight; [...c.children].slice(c.id === "asof_bar").forEach(e => e.remove()); return Math.abs(high - c.offsetHeight) < 16 })(document.getElementById(%q))`, id), true)
	}
}
