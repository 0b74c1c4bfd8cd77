package browser

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The second dossier: no English, an edition from right to left, one without
// spaces, and a date of every shape.
var inSuez = text{
	[]string{"es", "uk", "ar", "kk", "zh"},
	"articles/history/ownership.html", "p_3",
	"articles/history/index.html", "ownership.p_1",
}

// TestSuez opens the second dossier. What does not depend on languages and dates
// is left to TestBrowser.
func TestSuez(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	dir := made(t, suez)
	onServer, onDisk := onServer(t, dir, inSuez), onDisk(dir, inSuez)
	for _, test := range []struct {
		reading
		place
	}{
		{reading{"pages", everyEdition}, onServer},
		{reading{"accessibility", accessibleEditions}, onServer},
		{reading{"scripts", scripts}, onServer},
		{reading{"paper", paper}, onServer},
		{reading{"editions", editions}, onServer},
		{reading{"editions from disk", editions}, onDisk},
		{reading{"previews", previewsFromRight}, onServer},
		{reading{"previews from disk", previewsFromRight}, onDisk},
		{reading{"days from disk", days}, onDisk},
	} {
		t.Run(test.reading.name, func(t *testing.T) { test.run(newTab(t, test.base), test.place) })
	}
}

func previewsFromRight(b *tab, p place) { previews(b, p.in("ar", p.section)) }

// inEdition are the largest pages of each type in an edition, or of these types.
func (p place) inEdition(t *testing.T, lang string, types ...string) []sample {
	t.Helper()
	list := append(pageTypes(), sample{"place", `^places/[^/]+\.html$`})
	if len(types) > 0 {
		list = slices.DeleteFunc(list, func(s sample) bool { return !slices.Contains(types, s.kind) })
	}
	for i := range list {
		list[i].path = strings.Replace(list[i].path, "^", "^"+p.in(lang, ""), 1)
	}
	return p.largest(t, list)
}

// full are the types of pages that have most of what others have, and all drawings.
var full = []string{"home", "article", "country", "timeline", "map", "graph", "as of"}

// everyEdition looks at the types of pages on screens of three widths: at all in
// the editions that are least alike, at the fullest in the others.
func everyEdition(b *tab, p place) {
	for _, lang := range p.editions {
		types := full
		if lang == "ar" || lang == "zh" {
			types = nil
		}
		for _, s := range p.inEdition(b.T, lang, types...) {
			b.open(s.path)
			for _, width := range []int64{390, 820, 1440} {
				b.size(width)
				stays(b, s.path, width)
				for _, fault := range append(eval[[]string](b, inDrawings), eval[[]string](b, broken)...) {
					b.Errorf("%s, %d pixels wide: %s", s.path, width, fault)
				}
			}
			inWords(b)
		}
	}
	// What the test would find if names were wider than they are thought to be.
	b.open("timeline.html")
	eval[bool](b, `(() => { for (const e of document.querySelectorAll("main svg text")) e.style.fontSize = "40px"; return true })()`)
	found := strings.Join(eval[[]string](b, inDrawings), "\n")
	for _, fault := range []string{"leaves its drawing", "are in one place"} {
		if !strings.Contains(found, fault) {
			b.Errorf("of texts that are too large none is reported that %s", fault)
		}
	}
}

// inDrawings says which texts of a page's drawings leave them or cover one another.
// Widths are estimates: where nothing is cut off, a text may be a little wider. Names of rows
// stand beside the drawing, in what holds both.
const inDrawings = `(() => {
	const faults = []
	for (const svg of document.querySelectorAll("main svg")) {
		const frame = (svg.closest(".chart-rows, .chart:has(.side)") || svg).getBoundingClientRect()
		const texts = [...svg.querySelectorAll("text")].map(e => ({text: e.textContent.trim(), at: e.getBoundingClientRect()})).filter(x => x.text && x.at.width)
		texts.forEach(({text, at}, i) => {
			const room = getComputedStyle(svg).overflow === "visible" ? 1 + .05 * at.width : 1
			if (at.left < frame.left - room || at.right > frame.right + room || at.top < frame.top - 1 || at.bottom > frame.bottom + 1)
				faults.push("“" + text + "” leaves its drawing")
			for (const other of texts.slice(i + 1)) {
				const across = Math.min(at.right, other.at.right) - Math.max(at.left, other.at.left)
				const down = Math.min(at.bottom, other.at.bottom) - Math.max(at.top, other.at.top)
				if (across > 2 && down > .3 * Math.min(at.height, other.at.height)) faults.push("“" + text + "” and “" + other.text + "” are in one place")
			}
		})
	}
	return faults
})()`

// broken says which numbers stand in two lines, which notes are not on the line
// they belong to, and which headings of years reach into what stands beside them.
const broken = `(() => {
	const faults = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
	for (let n = walker.nextNode(); n; n = walker.nextNode()) {
		for (const m of n.data.matchAll(/\d[\d.,\u00a0\u202f]*\d/g)) {
			const range = document.createRange()
			range.setStart(n, m.index), range.setEnd(n, m.index + m[0].length)
			const lines = [...range.getClientRects()]
			if (lines.some(r => r.top > lines[0].bottom - 1)) faults.push("“" + m[0] + "” is broken")
		}
	}
	for (const ref of document.querySelectorAll("sup:has(> a)")) {
		const range = document.createRange()
		let before = ref.previousSibling
		while (before.lastChild) before = before.lastChild // another number, a link
		range.setStart(before, before.length - 1), range.setEnd(before, before.length)
		if (ref.getBoundingClientRect().top > range.getBoundingClientRect().bottom) faults.push("the number of a note begins a line")
	}
	for (const h of document.querySelectorAll(".year h2"))
		if (h.scrollWidth > h.clientWidth) faults.push("“" + h.innerText + "” has no room")
	return faults
})()`

// shown are the words that a reader sees or is told, each once.
const shown = `(() => {
	const list = new Set(), walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
	for (let n = walker.nextNode(); n; n = walker.nextNode()) {
		if (n.nodeType === Node.TEXT_NODE) {
			if (!n.parentElement.closest("code, script, style")) list.add(n.data)
		} else for (const name of ["aria-label", "aria-valuetext", "title", "alt", "placeholder"]) {
			if (n.hasAttribute(name)) list.add(n.getAttribute(name))
		}
	}
	return [...list]
})()`

// codes are the signs of a date that nobody has put in words.
func codes(t *testing.T) *regexp.Regexp {
	t.Helper()
	lines, err := os.ReadFile(filepath.Join("..", "..", "acceptance", "testdata", "suez", "codes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(strings.Join(strings.Fields(string(lines)), "|"))
}

// inWords fails the test when the page shows the code of a date.
func inWords(b *tab) {
	b.Helper()
	signs := codes(b.T)
	for _, words := range eval[[]string](b, shown) {
		if code := signs.FindString(words); code != "" {
			b.Errorf("%s shows %q in %q", eval[string](b, "location.href"), code, strings.TrimSpace(words))
		}
	}
}

// accessibleEditions asks axe-core about what languages change: directions and
// words that nobody gave.
func accessibleEditions(b *tab, p place) {
	source := axe(b.T)
	pages := append(p.inEdition(b.T, "ar", full...), p.inEdition(b.T, "zh", "article", "timeline")...)
	for i, s := range pages {
		scheme := []string{"light", "dark"}[i%2]
		b.size([]int64{390, 1440}[i/2%2])
		b.media("", scheme)
		b.open(s.path)
		if found := violations(b, source, allRules); found != "" {
			b.Errorf("%s, %s:\n%s", s.path, scheme, found)
		}
	}
}

// scripts holds that prose, stress and headings look as their language has it,
// also where it is not the page's.
func scripts(b *tab, p place) {
	b.open(p.section)
	eval[bool](b, `(() => {
		const prose = document.querySelector(".prose")
		for (const name of ["h2", "blockquote", "em", "ol"]) prose.append(document.createElement(name))
		return true
	})()`)
	look := func(lang string) string {
		return eval[string](b, fmt.Sprintf(`(() => {
			const prose = document.querySelector(".prose"), style = name => getComputedStyle(name ? prose.querySelector(name + ":empty") : prose)
			const lead = s => Math.round(10 * parseFloat(s.lineHeight) / parseFloat(s.fontSize)) / 10
			prose.lang = document.querySelector("h1").lang = %q
			return [lead(style()), lead(style("h2")), style("blockquote").fontStyle, style("em").fontStyle, style("em").fontWeight, style("em").textEmphasisStyle,
				style("ol").listStyleType, style().wordBreak, parseFloat(getComputedStyle(document.querySelector("h1")).letterSpacing) < 0].join(" ")
		})()`, lang))
	}
	for lang, want := range map[string]string{
		"es": "1.6 1.2 italic italic 400 none decimal normal true",
		"ar": "1.8 1.4 normal normal 600 none decimal normal false",
		"fa": "1.8 1.4 normal normal 600 none persian normal false",
		"he": "1.6 1.2 normal normal 600 none decimal normal false",
		"hi": "1.8 1.4 normal normal 600 none decimal normal false",
		"hy": "1.6 1.2 italic italic 400 none decimal normal true",
		"ja": "1.8 1.2 normal normal 400 dot decimal normal false",
		"ko": "1.8 1.2 normal normal 400 dot decimal keep-all false",
		"ne": "1.8 1.4 normal normal 600 none devanagari normal false",
		"th": "1.8 1.4 normal normal 600 none decimal normal false",
		"zh": "1.8 1.2 normal normal 400 dot decimal normal false",
	} {
		if got := look(lang); got != want {
			b.Errorf("%s: got %s, want %s", lang, got, want)
		}
	}
}

// days holds that the page of states words the days that a reader chooses as
// the timeline does, and never shows a code.
func days(b *tab, p place) {
	for _, lang := range p.editions {
		b.open(p.in(lang, "timeline.html"))
		worded := eval[map[string]string](b, `Object.fromEntries([...document.querySelectorAll("main time")].map(e => [e.dateTime, e.textContent]).filter(([day]) => /^\d{4}-\d\d-\d\d$/.test(day)))`)
		if len(worded) < 3 {
			b.Fatalf("%s: only %d days", lang, len(worded))
		}
		b.open(p.in(lang, "as-of.html"))
		list, err := json.Marshal(worded)
		if err != nil {
			b.Fatal(err)
		}
		for _, fault := range eval[[]string](b, fmt.Sprintf(`(() => {
			const faults = [], picker = document.getElementById("asof_day"), output = document.getElementById("asof_date")
			picker.min = "0001-01-01"
			picker.max = "9999-12-31"
			for (const [day, want] of Object.entries(%s)) {
				picker.value = day
				picker.dispatchEvent(new Event("change"))
				// What keeps a day apart from other words is not seen.
				if (output.textContent.replace(/[\u2066-\u2069]/g, "") !== want) faults.push(day + " is “" + output.textContent + "” and “" + want + "”")
			}
			return faults
		})()`, list)) {
			b.Errorf("%s: %s", lang, fault)
		}
		stops := eval[int](b, `(() => {
			const slider = document.getElementById("asof_slider"), seen = document.body.appendChild(document.createElement("p"))
			const note = () => {
				const p = seen.appendChild(document.createElement("p"))
				p.textContent = document.getElementById("asof_date").textContent
				p.title = slider.getAttribute("aria-valuetext")
				// What the field shows can be read back.
				document.getElementById("asof_day").dispatchEvent(new Event("change"))
				if (document.getElementById("asof_wrong").textContent || document.getElementById("asof_date").textContent !== p.textContent) throw new Error("not read: " + p.textContent)
			}
			for (const day of ["1869-11-18", "0044-03-15", "-0043-03-15"]) {
				history.replaceState(null, "", "#" + day)
				dispatchEvent(new Event("hashchange"))
				note()
			}
			for (slider.value = 0; ; slider.stepUp()) {
				slider.dispatchEvent(new Event("input"))
				note()
				if (slider.value === slider.max) return seen.children.length
			}
		})()`)
		if stops < 6 {
			b.Errorf("%s: only %d stops", lang, stops)
		}
		inWords(b)
	}
}
