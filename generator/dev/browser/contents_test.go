package browser

import (
	"fmt"
	"path"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// click clicks on an element where it is, without moving it into view.
func click(b *tab, selector string) {
	b.Helper()
	at := eval[[2]float64](b, fmt.Sprintf(`(r => [r.x + 20, r.y + r.height / 2])(document.querySelector(%q).getBoundingClientRect())`, selector))
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// contentsStay reads long texts on a phone: their contents are at hand wherever one is,
// name the section, and lead to one whose heading is to be seen, without scripts, too. A
// script folds sections in two languages, but for the one that is chosen.
func contentsStay(b *tab, p place) {
	const shift = 8
	const bar = `document.querySelector(".toc details")`
	const top = `Math.round(` + bar + `.getBoundingClientRect().top)`
	const heading = `(h => h.getBoundingClientRect().top - ` + bar + `.getBoundingClientRect().bottom)(document.querySelector(":target h2"))`
	for _, script := range []bool{true, false} {
		b.script(script)
		for _, file := range []string{p.article, path.Dir(p.article) + "/parallel.html"} {
			b.size(390)
			b.open(file)
			const sections = `[...document.querySelectorAll(".both")]` // of two languages
			expect(b, file+", sections unfolded", sections+`.filter(d => d.open).length === (`+fmt.Sprint(script)+` ? Math.min(1, `+sections+`.length) : `+sections+`.length)`, true)
			eval[bool](b, sections+`.map(d => d.open = true).length >= 0`)
			eval[bool](b, `(document.querySelector(".part:last-of-type").scrollIntoView({behavior: "instant"}), true)`)
			expect(b, file+", the bar", top, 0)
			if script {
				until(b, file+", where one is", `(a => [...document.querySelectorAll(".part")].some(e => a?.hash === "#" + e.id && document.querySelector(".toc summary").dataset.at === e.querySelector(".number").textContent + " " + a.querySelector("bdi").textContent))(document.querySelector(".toc [aria-current]"))`)
			}
			click(b, ".toc summary")
			expect(b, file+", open", bar+`.open`, true)
			eval[bool](b, sections+`.map(d => d.open = !`+fmt.Sprint(script)+`).length >= 0`)
			click(b, ".toc li:nth-child(2) a")
			until(b, file+", the chosen section unfolded", `!document.querySelector(":target > .both:not([open])")`)
			expect(b, file+", folded again", bar+`.open`, !script)
			if at := eval[float64](b, heading); at < 0 || at > 450 || script && at > 100 {
				b.Errorf("%s, with scripts %t: the heading is %.0f px below the bar", file, script, at)
			}
			for range 4 {
				b.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(shift)))
			}
			expect(b, file+", what has the focus is not below the bar", `(e => e.closest(".toc") !== null || e.getBoundingClientRect().top >= `+bar+`.getBoundingClientRect().bottom)(document.activeElement)`, true)
		}
	}
	b.script(true)
}
