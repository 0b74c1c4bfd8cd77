package browser

import (
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// state is the chosen theme and the buttons that are pressed.
const state = `document.documentElement.dataset.theme + ":" +
	[...document.querySelectorAll('.theme [aria-pressed="true"]')].map(x => x.value)`

const background = "getComputedStyle(document.documentElement).backgroundColor"

// noteFirstTheme notes the theme that stands when the body begins, before
// which nothing can be painted.
const noteFirstTheme = `new MutationObserver((_, o) => {
	if (document.body) { window.firstTheme = document.documentElement.dataset.theme ?? "none"; o.disconnect(); }
}).observe(document, {childList: true, subtree: true})`

func theme(b *tab, p place) {
	_, err := chromedp.Call(b.ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: noteFirstTheme})
	if err != nil {
		b.Fatal(err)
	}
	b.open("index.html")
	expect(b, "theme at first", state, "auto:auto")
	light := eval[string](b, background)
	b.do(press(b, button("dark")))
	expect(b, "theme when Dark is pressed", state, "dark:dark")
	dark := eval[string](b, background)
	if light == dark {
		b.Errorf("Dark leaves the background %s", light)
	}
	kept := "dark"
	if !p.http && eval[string](b, `localStorage.getItem("dossier-theme") ?? ""`) == "" {
		kept = "auto" // a browser may keep nothing for files
	}
	for _, next := range []func(){
		func() { follow(b, p, "main", toArticle) },
		func() { b.do(chromedp.Reload()) },
		func() { b.open("timeline.html") },
	} {
		next()
		expect(b, "theme on the next page", state, kept+":"+kept)
		expect(b, "theme before the first paint", "window.firstTheme", kept)
	}
	if kept == "dark" {
		b.open("index.html")
		article := follow(b, p, "main", toArticle)
		b.do(press(b, button("light")))
		turn(b, p, "back", "index.html")
		expect(b, "theme on the page before", state, "light:light")
		turn(b, p, "forward", article)
	}
	sameThemes(b)
}

// sameThemes fails when a theme looks different by choice and by the system's
// preference.
func sameThemes(b *tab) {
	b.Helper()
	const colours = `JSON.stringify([...document.documentElement.computedStyleMap()].filter(([name]) => name.startsWith("--") || name.includes("color")).map(String))`
	for _, scheme := range [][2]string{{"light", "dark"}, {"dark", "light"}} {
		b.media("", scheme[0])
		b.do(press(b, button("auto")))
		want := eval[string](b, colours)
		b.media("", scheme[1])
		b.do(press(b, button(scheme[0])))
		expect(b, "colours of "+scheme[0]+" by choice", colours, want)
	}
}

// tabTo presses Tab until an element of the selector has the focus.
func tabTo(b *tab, selector string) {
	b.Helper()
	for range 20 {
		b.do(chromedp.KeyEvent(kb.Tab))
		if eval[bool](b, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			return
		}
	}
	b.Fatalf("the Tab key does not reach %s", selector)
}

func themeByKeyboard(b *tab, _ place) {
	b.open("index.html")
	tabTo(b, `.theme [value="light"]`)
	b.do(chromedp.KeyEvent(" "))
	expect(b, "theme after Space", state, "light:light")
	tabTo(b, `.theme [value="dark"]`)
	expect(b, "outline of the focus", `getComputedStyle(document.activeElement).outlineStyle`, "solid")
	b.do(chromedp.KeyEvent(kb.Enter))
	expect(b, "theme after Enter", state, "dark:dark")
}

// forcedColours holds that a reader's own colours change nothing of where things are.
func forcedColours(b *tab, _ place) {
	const places = `JSON.stringify([...document.querySelectorAll("header *")].map(e => (r => [r.x, r.y, r.width, r.height])(e.getBoundingClientRect())))`
	b.open("index.html")
	want := eval[string](b, places)
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}},
	})
	if err != nil {
		b.Fatal(err)
	}
	expect(b, "places in forced colours", places, want)
}
