package browser

import (
	"runtime"
	"testing"
)

// engine is a browser other than Chromium.
type engine interface {
	open(address string)
	eval(expression string, value any) // of a promise
	width(n int)                       // of the window, as far as it can be so narrow
}

// standing says what is wrong with a page that every engine should show alike.
const standing = `(async () => {
	const faults = [], root = document.documentElement, wait = ms => new Promise(done => setTimeout(done, ms))
	const soon = async test => { for (let i = 0; i < 300 && !test(); i++) await wait(10); return test() }
	if (getComputedStyle(document.body).display !== "flex") faults.push("no stylesheet")
	if (root.scrollWidth > innerWidth) faults.push("it can be scrolled sideways: " + root.scrollWidth + " of " + innerWidth)
	const ways = [...document.querySelectorAll(".menu [aria-current], .tools > [aria-current]")]
	if (ways.length && !ways.some(way => {
		const m = way.closest(".menu, .tools").getBoundingClientRect(), r = way.getBoundingClientRect()
		return r.width && r.left >= m.left - 1 && r.right <= m.right + 1
	})) faults.push("the menu does not show where the page is")
	const dark = document.querySelector(".theme [value=dark]"), light = document.querySelector(".theme [value=light]")
	const ground = () => getComputedStyle(root).backgroundColor
	light.click()
	const before = ground()
	dark.click()
	if (!dark.offsetWidth || ground() === before) faults.push("the theme cannot be chosen")
	light.click()
	const mention = document.querySelector(".prose a.mention")
	if (mention) {
		const line = getComputedStyle(mention)
		if (line.textDecorationLine !== "underline") faults.push("links in prose cannot be told from it")
		if (document.hasFocus()) mention.focus()
		else mention.dispatchEvent(new PointerEvent("pointerover", {bubbles: true, pointerType: "mouse"})) // WebKit's window loses it when it is made narrow
		if (!await soon(() => document.querySelector(".preview:not([hidden]) .name"))) faults.push("no preview of a link")
	}
	const panel = document.getElementById("page_search")
	if (panel) {
		document.getElementById("search_field").value = "Suez"
		document.getElementById("search_field").dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true}))
		if (!await soon(() => document.querySelector("#search_hits a"))) faults.push("the search finds nothing")
	}
	return faults
})()`

// TestEngines opens a page of each type in the engines of Firefox and Safari, in a wide
// window from a server and in a narrow one from disk.
func TestEngines(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs browsers")
	}
	t.Parallel()
	served := serveSite(t, "/some/project/")
	served.dir = made(t, suez)
	project := place{"project", served.dir, served.url + served.prefix, true, inSuez}
	engines := map[string]func(*testing.T) engine{"Firefox": func(t *testing.T) engine { return newFirefox(t) }}
	if runtime.GOOS == "linux" { // WebKitGTK is nowhere else
		engines["WebKit"] = func(t *testing.T) engine { return newWebKit(t) }
	}
	for name, start := range engines {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := start(t)
			for _, p := range []place{project, onDisk(served.dir, inSuez)} {
				e.width(map[bool]int{true: 1440, false: 390}[p.http])
				types := append(p.largest(t, inSuez.patterns()), sample{"search", "search.html"})
				for _, s := range types {
					e.open(p.base + s.path)
					var faults []string
					e.eval(standing, &faults)
					for _, f := range faults {
						t.Errorf("%s, %s (%s): %s", p.name, s.kind, s.path, f)
					}
				}
			}
		})
	}
}
