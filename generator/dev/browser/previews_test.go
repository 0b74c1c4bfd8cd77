package browser

import (
	"fmt"
	"strings"

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
}

// previewsOfEachKind hovers over a link to a page of each kind, and over links that
// have no preview: to a list, and to the page itself.
func previewsOfEachKind(b *tab, p place) {
	for _, link := range []struct{ from, scope, to string }{
		{p.section, "main aside", toCountry},
		{p.section, "main aside", toEvent},
		{p.section, "main .credit", toArticle},
		{p.article, "main", toSection + "|#"},
		{"index.html", "main .prose", `^pages/[^/]+\.html$`},
		{"index.html", "main aside", toEvent},
		{"timeline.html", "main svg", toEvent},
		{"map.html", "main svg", toCountry},
		{"graph.html", "main svg", toCountry},
		{"actors/csto.html", "main .prose", toSection},
		{"fr/" + p.section, "main aside", "^fr/countries/(?!index)"},
		{p.section, "main aside", `^countries/index\.html$`},
	} {
		b.open(link.from)
		found := eval[[3]any](b, fmt.Sprintf(`(() => {
			const a = [...document.querySelectorAll(%q)].find(a => new RegExp(%q).test(new URL(a.getAttribute("href"), document.baseURI).href.slice(%d)) && a.checkVisibility());
			if (!a) return ["", 0, 0];
			a.scrollIntoView({block: "center"});
			const r = a.getClientRects()[0];
			return [new URL(a.getAttribute("href"), document.baseURI).href.slice(%[3]d), r.x + r.width / 2, r.y + r.height / 2];
		})()`, link.scope+" a[href]", link.to, len(p.base)))
		file, _, _ := strings.Cut(found[0].(string), "#")
		if file == "" {
			b.Errorf("%s: no link in %q leads to %s", link.from, link.scope, link.to)
			continue
		}
		b.do(chromedp.MouseEvent(chromedp.MouseMoved, found[1].(float64), found[2].(float64)))
		want := ""
		if !strings.HasSuffix(link.to, `index\.html$`) || link.to == toArticle {
			_, want = p.words(b.T, file)
		}
		const name = `(box => box.hidden ? "" : box.querySelector(".name").textContent)(document.querySelector(".preview"))`
		got := ""
		for i := 0; got == "" && (want != "" && i < polls || i < 50); i++ {
			b.do(chromedp.Sleep(poll))
			got = eval[string](b, name)
		}
		if want == "" && got != "" || want != "" && (got == "" || !strings.HasSuffix(want, got)) {
			b.Errorf("%s: the preview of %s is of %q, want %q", link.from, file, got, want)
		}
	}
}
