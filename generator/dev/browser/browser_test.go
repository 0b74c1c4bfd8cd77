package browser

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestBrowser opens the second dossier in every place.
func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	inPlaces(t, places(t, suez, suezContent, inSuez), readings)
}

// inPlaces runs the tests for each place.
func inPlaces(t *testing.T, places []place, readings func(place) []reading) {
	for _, p := range places {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			for _, test := range readings(p) {
				t.Run(test.name, func(t *testing.T) { test.run(newTab(t, p.base), p) })
			}
		})
	}
}

type reading struct {
	name string
	run  func(*tab, place)
}

// readings are the tests for a place, whatever the dossier. What depends on the files
// alone is tested in one, and what TestSuez looks at is left out.
func readings(p place) []reading {
	list := []reading{{"journey", journey}, {"theme", theme}, {"theme by keyboard", themeByKeyboard}, {"slash", slash}}
	if p.http {
		list = append(list, reading{"missing page", missingPage})
	}
	if p.name == "project" {
		return append(list, reading{"without script", withoutScript}, reading{"search without script", searchWithoutScript}, reading{"search stays", searchStays})
	}
	list = append(list, reading{"skip link", skipLink})
	if p.name == "root" {
		list = append(list, reading{"accessibility", accessibility},
			reading{"contents", contentsStay}, reading{"order", order}, reading{"edges", sameEdge}, reading{"print", printed}, reading{"mentions", mentions}, reading{"forced colours", forcedColours})
		if dir := os.Getenv("SCREENSHOTS"); dir != "" {
			list = append(list, reading{"screenshots", func(b *tab, p place) { screenshots(b, p, dir) }})
		}
	}
	return list
}

// Where links lead to, as patterns of paths.
const (
	toHome    = `^index\.html$`
	toArticle = `^articles/[^/]+/index\.html$`
	toSection = `^articles/[^/]+/(?!index\.)[^/]+\.html$`
	toCountry = `^countries/(?!index\.)[^/]+\.html$`
	toEvent   = `^events/(?!index\.)[^/]+\.html$`
	toEvents  = `^events/index\.html$`
	toIndex   = `^contents\.html$`
)

// press clicks on the first line of the element that an expression gives. It
// measures by itself, since chromedp loses sight of a page that the browser
// kept alive in its history.
func press(b *tab, element string) chromedp.Action[chromedp.Void] {
	b.Helper()
	at := eval[[2]float64](b, fmt.Sprintf(`(e => {
		e.scrollIntoView({block: "center"});
		const r = e.getClientRects()[0];
		return [r.x + r.width / 2, r.y + r.height / 2];
	})(%s)`, element))
	return chromedp.MouseClickXY(at[0], at[1])
}

// button is the expression for a button of the theme switch.
func button(theme string) string {
	return fmt.Sprintf("document.querySelector(`.theme [value=%q]`)", theme)
}

// follow clicks the first link in scope that leads to a path of the pattern,
// waits for the page, and gives its path.
func follow(b *tab, p place, scope, pattern string) string {
	b.Helper()
	links := fmt.Sprintf("document.querySelectorAll(%q)", scope+" a[href]")
	found := eval[string](b, fmt.Sprintf(`(() => {
		const i = [...%s].findIndex(a => typeof a.href === "string" && a.href.startsWith(%q) && new RegExp(%q).test(a.href.slice(%[4]d)) && a.checkVisibility());
		return i < 0 ? "" : i + " " + %[1]s[i].href.slice(%[4]d);
	})()`, links, p.base, pattern, len(p.base)))
	index, path, ok := strings.Cut(found, " ")
	if !ok {
		b.Fatalf("%s: no link in %q leads to %s", eval[string](b, "location.href"), scope, pattern)
	}
	if _, err := chromedp.Run(b.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, press(b, links+"["+index+"]"))); err != nil {
		b.Fatalf("clicking the link to %s: %v", path, err)
	}
	arrived(b, p, path)
	return path
}

// arrived fails the test when the tab does not show a page of the site.
func arrived(b *tab, p place, path string) {
	b.Helper()
	title, heading := p.words(b.T, path)
	expect(b, "address", "location.href", p.base+path)
	expect(b, "title", "document.title", title)
	expect(b, "heading", `document.querySelector("h1").innerText.replace(/\s+/g, " ").trim()`, heading)
}

// turn goes one page back or forward in the history. It waits for the
// address: a page that the browser kept alive does not load again.
func turn(b *tab, p place, direction, path string) {
	b.Helper()
	// The answer may be lost with the page that gives it.
	_, _ = chromedp.Run(b.ctx, chromedp.Evaluate[chromedp.Void]("void history."+direction+"()"))
	there := fmt.Sprintf("location.href === %q && document.readyState === 'complete'", p.base+path)
	for range polls {
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](there)); err == nil && ok {
			break // an error is that of a page on its way out
		}
		b.do(chromedp.Sleep(poll))
	}
	arrived(b, p, path)
}

// journey reads from home to an event and goes back, by history and by
// breadcrumbs.
func journey(b *tab, p place) {
	b.open("index.html")
	trail := []string{"index.html"}
	for _, step := range []string{toArticle, toSection, toCountry, toEvent} {
		eval[bool](b, `[...document.querySelectorAll(".listed")].every(d => d.open = true)`) // a list that a chart stands for
		trail = append(trail, follow(b, p, "main", step))
	}
	for i := len(trail) - 2; i >= 0; i-- {
		turn(b, p, "back", trail[i])
	}
	for _, file := range trail[1:3] {
		turn(b, p, "forward", file)
	}
	follow(b, p, ".crumbs", toArticle)
	follow(b, p, ".crumbs", toHome)
	b.open(trail[4])
	follow(b, p, ".crumbs", toEvents)
	follow(b, p, ".crumbs", toHome)
	follow(b, p, "header", `^timeline\.html$`)
	follow(b, p, "footer", `^corrections\.html$`)
}

// withoutScript compares every type of page with and without JavaScript.
func withoutScript(b *tab, p place) {
	const all = `[...document.querySelectorAll("body > *")].map(e => e.innerText).join("\n").split(/\s*\n\s*/).filter(x => x).join("\n")`
	const switches = `[...document.querySelectorAll(".theme")].filter(e => e.checkVisibility()).length`
	const links = `[...document.links].filter(a => a.checkVisibility()).map(a => a.href).join("\n")`
	// What only scripts can work is shown by them, and no part of the text.
	const tools = `document.querySelectorAll(".theme, #asof_panel").forEach(e => e.remove()), `
	for _, s := range p.samples(b.T) {
		if s.kind == "404" {
			continue // TestMissingPageWithoutScript
		}
		b.script(true)
		b.open(s.path)
		expect(b, "theme switches", switches, 1)
		text := eval[string](b, tools+all)
		addresses := eval[string](b, links)
		b.script(false)
		b.open(s.path)
		expect(b, "theme switches without script", switches, 0)
		if got := eval[string](b, tools+all); got != text {
			b.Errorf("%s: the text without script differs: %s", s.path, firstDifference(got, text))
		}
		expect(b, "links without script", links, addresses)
	}
	b.open("index.html")
	follow(b, p, "main", toArticle)
	follow(b, p, "main", toSection)
	follow(b, p, "header", toIndex)
	follow(b, p, "main", toEvents)
}

// firstDifference shows the lines where two texts part.
func firstDifference(a, b string) string {
	left, right := strings.Split(a, "\n"), strings.Split(b, "\n")
	i := 0
	for i < len(left) && i < len(right) && left[i] == right[i] {
		i++
	}
	return fmt.Sprintf("%q, with script %q", left[i:min(i+1, len(left))], right[i:min(i+1, len(right))])
}

func skipLink(b *tab, p place) {
	for _, s := range p.samples(b.T) {
		b.open(s.path)
		b.do(chromedp.KeyEvent(kb.Tab))
		expect(b, "first stop of Tab", `document.activeElement.getAttribute("href") ?? ""`, "#page_main")
		expect(b, "skip link in view", `document.activeElement.getBoundingClientRect().top >= 0`, true)
		b.do(chromedp.KeyEvent(kb.Enter))
		expect(b, "focus after the skip link", `document.activeElement === document.querySelector("main")`, true)
	}
}

// stays fails the test when the page that is open is wider than the screen.
func stays(b *tab, file string, px int64) {
	b.Helper()
	if got := eval[int64](b, "document.scrollingElement.scrollWidth"); got > px {
		b.Errorf("%s is %d pixels wide on a screen of %d; the first that stands out: %s", file, got, px, eval[string](b, fmt.Sprintf(
			`String([...document.querySelectorAll("body *")].filter(e => e.checkVisibility() && (r => r.right > %d || r.left < 0)(e.getBoundingClientRect())).map(e => e.outerHTML.slice(0, 120))[0])`, px)))
	}
}

// mapTones are the colours of maps.
const mapTones = `["land", "named", "area", "coast", "rule"].map(name => getComputedStyle(document.documentElement).getPropertyValue("--" + name)).join()`

func printed(b *tab, p place) {
	b.size(643) // A4 without its margins
	for _, s := range p.samples(b.T) {
		b.media("", "dark")
		b.open(s.path)
		b.media("print", "light")
		tones := eval[string](b, mapTones)
		b.media("print", "dark")
		expect(b, "colours of maps on paper", mapTones, tones)
		expect(b, "what is for the screen, in print", `[...document.querySelectorAll("nav, button, .skip")].filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 80)).join()`, "")
		expect(b, "what is too small in print", `[...document.querySelectorAll("main svg text")].filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().d < 7 / .75).map(e => e.textContent).join("; ")`, "")
		expect(b, "heading in print", `document.querySelector("h1").checkVisibility()`, true)
		expect(b, "paper", background, "rgb(255, 255, 255)")
		b.media("", "dark")
		b.do(press(b, button("dark")))
		b.media("print", "light")
		expect(b, "paper when Dark is chosen", background, "rgb(255, 255, 255)")
		expect(b, "colours of maps on paper when Dark is chosen", mapTones, tones)
	}
}

// missingPage is for places whose address the page knows, or that are a root. What it
// tries elsewhere has the missing page's name.
func missingPage(b *tab, p place) {
	_, want := p.words(b.T, "404.html")
	for _, path := range []string{missing, missing + "/x/" + missing + ".html"} {
		response, err := chromedp.Run(b.ctx, chromedp.NavigateResponse(b.base+path))
		if err != nil {
			b.Fatal(err)
		}
		if response.Status != 404 {
			b.Errorf("%s: status %d", path, response.Status)
		}
		expect(b, "heading", `document.querySelector("h1").innerText`, want)
		expect(b, "style", `getComputedStyle(document.body).display`, "flex")
		expect(b, "theme", state, "auto:auto")
		follow(b, p, "main", toHome)
	}
}
