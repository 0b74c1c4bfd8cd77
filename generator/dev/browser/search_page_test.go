package browser

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// TestSearchFromRight asks on the search page of an edition from right to left.
func TestSearchFromRight(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	searchFromRight(newTab(t, onServer(t, made(t, suez), inSuez).base))
}

const (
	searchField  = `document.getElementById("search_field")`
	fieldFocused = `document.activeElement?.id === "search_field"`
	hits         = `[...document.querySelectorAll("#search_hits > li")]`
	statusLine   = `document.getElementById("search_status").innerText.replace(/\s+/g, " ").trim()`
)

// until waits for an expression to be true.
func until(b *tab, what, expression string) {
	b.Helper()
	for range polls {
		// A page that is on its way out gives an error.
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression)); err == nil && ok {
			return
		}
		b.do(chromedp.Sleep(poll))
	}
	b.Fatalf("%s: %s shows %q and never %s", eval[string](b, "location.href"), what, eval[string](b, "document.body.innerText.slice(0, 600)"), expression)
}

// ask opens the search page with a question in its address.
func askOn(b *tab, page, question string) {
	b.Helper()
	b.open(page + "?q=" + url.QueryEscape(question))
	until(b, "status", statusLine+` !== ""`)
}

// key presses keys one after the other. What a page prevents is not typed, which
// takes the sign in the same event as the key.
func key(b *tab, keys ...string) {
	b.Helper()
	for _, k := range keys {
		if len(k) > 1 || k < " " {
			b.do(chromedp.KeyEvent(k))
			continue
		}
		for _, e := range []input.DispatchKeyEventParams{{Type: "keyDown", Key: k, Text: k}, {Type: "keyUp", Key: k}} {
			if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, e); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// slash holds when the key leads to the field and when it must not, and that it
// can be switched off.
func slash(b *tab, p place) {
	b.open("as-of.html")
	away := func() bool { return eval[bool](b, `/search\.html/.test(location.pathname)`) }
	for _, id := range []string{"asof_slider", "asof_day"} {
		eval[bool](b, fmt.Sprintf(`document.getElementById(%q).focus() || true`, id))
		key(b, "/")
	}
	eval[bool](b, `(() => { const e = document.body.appendChild(document.createElement("p")); e.contentEditable = "true"; e.append("x"); e.focus(); return true })()`)
	key(b, "/")
	eval[bool](b, `document.activeElement.blur() || true`)
	for _, mod := range []string{"ctrlKey", "altKey", "metaKey", "isComposing"} {
		eval[bool](b, fmt.Sprintf(`document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true, %s: true}))`, mod))
	}
	if away() {
		b.Fatal("the key leads away where it is typed or belongs to the browser")
	}
	key(b, "/")
	until(b, "address", `/search\.html$/.test(location.pathname)`)
	until(b, "focus", fieldFocused)
	if !p.http {
		return // a browser may keep nothing for files
	}
	until(b, "key of the field", searchField+`.getAttribute("aria-keyshortcuts") === "/"`)
	eval[bool](b, `document.getElementById("search_key").click() || true`)
	b.open("timeline.html")
	key(b, "/")
	expect(b, "key that is switched off", `/timeline\.html$/.test(location.pathname) + document.querySelector(".menu [href$='search.html']").getAttribute("aria-keyshortcuts")`, "true")
}

// searchStays holds that nothing moves when the script shows the field: its room is kept.
func searchStays(b *tab, _ place) {
	for _, width := range []int64{390, 1440} {
		b.size(width)
		b.open("search.html")
		until(b, "the field", `document.getElementById("search_field").checkVisibility({visibilityProperty: true})`)
		expect(b, "pixels by which the field moves what is below", `(() => {
			const top = () => document.querySelector(".register").getBoundingClientRect().top, shown = top(), field = document.getElementById("page_search")
			field.hidden = true
			return shown - top() + field.checkVisibility({visibilityProperty: true})
		})()`, 0)
	}
}

func searchWithoutScript(b *tab, p place) {
	b.script(false)
	b.open("index.html")
	follow(b, p, "header", `^search\.html$`)
	expect(b, "fields", `[...document.querySelectorAll("main :is(input, select, button, details)")].filter(e => e.checkVisibility()).length`, 0)
	expect(b, "names", `document.querySelectorAll(".register li a").length > 50`, true)
}

func searchFromRight(b *tab) {
	b.size(390)
	askOn(b, "ar/search.html", "مصر")
	until(b, "hits", hits+".length === 10")
	stays(b, "ar/search.html", 390)
	b.media("", "dark")
	if found := violations(b, axe(b.T), allRules); found != "" {
		b.Error(found)
	}
}

// A dossier in which all that can be is markup, and whose second language has no
// interface words.
var hostile = sync.OnceValues(func() (string, error) {
	own, err := workshop()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(own, "hostile-content")
	for name, text := range map[string]string{
		"index.md":                   "---\ntitle: 'T <img src=x onerror=1>'\nlanguages: [en, cy]\n---\n\nHome.\n",
		"articles/a/index.md":        "---\ntitle: 'A <img src=x onerror=alert(1)> & \"quoted\"'\n---\n\nLead.\n",
		"articles/a/01-b.md":         "---\ntitle: 'B </script><script>alert(1)</script> javascript'\ndate: 2019\nactors: [evil]\n---\n\n" + strings.Repeat("Words before. ", 40) + "Needle `<img src=x onerror=alert(1)>` & `{{.}}`.\n",
		"actors/evil.md":             "---\nname: '<b onclick=alert(1)>Evil</b> & \"Co\"'\ntype: person\naliases: ['<svg onload=alert(1)>']\n---\n\nText.\n",
		"articles/a/02-long.md":      "---\ntitle: 'L" + strings.Repeat("ong", 80) + "'\ndate: 2020\n---\n\n" + strings.Repeat("Needle", 60) + " needle.\n",
		"articles/a/03-nopassage.md": "---\ntitle: 'Nopassage'\ndate: 2021\n---\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			return "", err
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			return "", err
		}
	}
	return buildSite("hostile", dir)
})

// TestHostileSearch holds that markup in titles, texts and questions is shown as
// text; the tab's watch sees what ran and what was asked for.
func TestHostileSearch(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	dir := made(t, hostile)
	for _, p := range []place{onServer(t, dir, text{editions: []string{"en", "cy"}}), onDisk(dir, text{})} {
		t.Run(p.name, func(t *testing.T) {
			b := newTab(t, p.base)
			b.size(390)
			for question, title := range map[string]string{
				"quoted":                       `A <img src=x onerror=alert(1)> & “quoted”`,
				"javascript":                   `B </script><script>alert(1)</script> javascript`,
				"evil":                         `<b onclick=alert(1)>Evil</b> & “Co”`,
				"<img src=x onerror=alert(1)>": "",
				`"><script>alert(1)</script>`:  "",
				"needle":                       "",
				"nopassage":                    "Nopassage",
			} {
				askOn(b, "search.html", question)
				expect(b, "question", searchField+".value", question)
				expect(b, "elements of "+question, `document.querySelectorAll("main :is(img, b, svg, [onclick], [onerror])").length`, 0)
				if title != "" {
					until(b, "titles", fmt.Sprintf(`%s.some(li => li.querySelector("a").innerText.replace(/\s+/g, " ") === %q)`, hits, title))
				}
				stays(b, "search.html", 390)
			}
			askOn(b, "cy/search.html", "needle")
			expect(b, "language of the status", `document.querySelector("#search_status [lang]")?.lang ?? ""`, "en")
			expect(b, "language of a choice", `document.querySelector("#search_k option").lang`, "en")
		})
	}
}
