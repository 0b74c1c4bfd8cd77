package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

const (
	section   = "articles/csto-plans-2020/new-start-and-inf.html"
	paragraph = "#p_4"
	article   = "articles/csto-plans-2020/index.html"
	inArticle = "#five-year-plan.p_1"
)

// editions changes the language from English to French to Russian and back,
// and finds the same paragraph each time: first the one in the address, then
// the one that is being read.
func editions(b *tab, p place) {
	b.open(section + paragraph)
	change := func(lang, file, paragraph string) {
		b.Helper()
		link := fmt.Sprintf("document.querySelector(`.editions [hreflang=%q]`)", lang)
		if _, err := chromedp.Run(b.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, press(b, link))); err != nil {
			b.Fatalf("changing to %s: %v", lang, err)
		}
		expect(b, "address after changing to "+lang, "location.href", b.base+file+paragraph)
		expect(b, "language", "document.documentElement.lang", lang)
		expect(b, "the paragraph is in view", fmt.Sprintf("(r => r.top < innerHeight && r.bottom > 0)(document.getElementById(%q).getBoundingClientRect())", paragraph[1:]), true)
	}
	change("fr", "fr/"+section, paragraph)
	change("ru", "ru/"+section, paragraph)
	change("en", section, paragraph)

	// Without an address: the paragraph on which the view last rested.
	b.open(article)
	// A timer begun with the page's own, and longer, ends after it, however busy the machine is.
	eval[bool](b, fmt.Sprintf(`new Promise(done => {
		let timer;
		addEventListener("scroll", () => { clearTimeout(timer); timer = setTimeout(done, 1000, true); });
		scrollTo(0, document.getElementById(%q).getBoundingClientRect().top + scrollY);
	})`, inArticle[1:]))
	change("fr", "fr/"+article, inArticle)
}

// previews opens what a link leads to by mouse and by keyboard.
func previews(b *tab, p place) {
	b.open(section)
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
