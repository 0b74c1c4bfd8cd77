package browser

import (
	"fmt"
	"slices"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// editions changes the language through all editions and back, and finds the
// same paragraph each time: first the one in the address, then the one that is
// being read.
func editions(b *tab, p place) {
	change := func(lang, file, paragraph string) {
		b.Helper()
		link := fmt.Sprintf("document.querySelector(`.editions [hreflang=%q]`)", lang)
		if _, err := chromedp.Run(b.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, press(b, link))); err != nil {
			b.Fatalf("changing to %s: %v", lang, err)
		}
		expect(b, "address after changing to "+lang, "location.href", b.base+p.in(lang, file)+"#"+paragraph)
		expect(b, "language", "document.documentElement.lang", lang)
		expect(b, "the paragraph is in view", fmt.Sprintf("(r => r.top < innerHeight && r.bottom > 0)(document.getElementById(%q).getBoundingClientRect())", paragraph), true)
	}
	first, others := p.editions[0], p.editions[1:]
	b.open(p.section + "#" + p.paragraph)
	for _, lang := range append(slices.Clone(others), first) {
		change(lang, p.section, p.paragraph)
	}

	// Without an address: the paragraph on which the view last rested.
	b.open(p.article)
	// A timer begun with the page's own, and longer, ends after it, however busy the machine is.
	eval[bool](b, fmt.Sprintf(`new Promise(done => {
		let timer;
		addEventListener("scroll", () => { clearTimeout(timer); timer = setTimeout(done, 1000, true); });
		scrollTo(0, document.getElementById(%q).getBoundingClientRect().top + scrollY);
	})`, p.inArticle))
	change(others[0], p.article, p.inArticle)
}

// previews opens what a link in prose leads to by mouse and by keyboard.
func previews(b *tab, file string) {
	b.open(file)
	const link = `document.querySelector("main .prose a.mention")`
	eval[chromedp.Void](b, "void "+link+".scrollIntoView({block: 'center'})")
	at := eval[[2]float64](b, "(r => [r.x + r.width / 2, r.y + r.height / 2])("+link+".getBoundingClientRect())")
	expect(b, "preview before hovering", `document.querySelector(".preview").hidden`, true)
	b.do(chromedp.MouseEvent(chromedp.MouseMoved, at[0], at[1]))
	shown := func(what string, want bool) {
		b.Helper()
		for range polls {
			if eval[bool](b, `document.querySelector(".preview").hidden`) != want {
				return
			}
			b.do(chromedp.Sleep(poll))
		}
		b.Errorf("preview %s: shown %v, want %v", what, !want, want)
	}
	shown("under the mouse", true)
	expect(b, "the preview is on the screen", `(r => r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight)(document.querySelector(".preview").getBoundingClientRect())`, true)
	expect(b, "words", `document.querySelector(".preview .name").textContent.length > 1`, true)
	expect(b, "description of the link", link+".getAttribute('aria-describedby')", "page_preview")
	b.do(chromedp.KeyEvent(kb.Escape))
	shown("after Escape", false)

	b.do(chromedp.MouseEvent(chromedp.MouseMoved, 1, 1))
	eval[chromedp.Void](b, "void "+link+".focus({focusVisible: true})")
	shown("on focus", true)
	b.do(chromedp.KeyEvent(kb.Escape))
	shown("after Escape", false)
	expect(b, "focus stays", "document.activeElement === "+link, true)
}
