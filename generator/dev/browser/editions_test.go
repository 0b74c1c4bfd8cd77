package browser

import (
	"fmt"
	"slices"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
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
