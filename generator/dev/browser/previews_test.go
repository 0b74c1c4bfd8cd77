package browser

import (
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

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

	// A link may be hidden while its preview is looked up, as choosing a day hides lines: what the browser reports fails the test.
	eval[chromedp.Void](b, "void "+link+".blur()")
	eval[chromedp.Void](b, "(a => { a.focus({focusVisible: true}); a.style.display = 'none' })("+link+")")
	b.do(chromedp.Sleep(5 * poll))
	expect(b, "preview of a link that is hidden", `document.querySelector(".preview").hidden`, true)
	eval[chromedp.Void](b, link+".style.display = ''")
}
