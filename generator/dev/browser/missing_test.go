package browser

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestMissingPage asks for pages that are not there: what says so is in the language
// of the edition that the address lies in, and leads into that edition, from a project's path,
// too, that the site was not told.
func TestMissingPage(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	told := serveAt(t, "/some/project/")
	told.dir = made(t, func() (string, error) {
		return buildSite("told", suezContent, "--base-url", told.url+told.prefix)
	})
	untold := serveAt(t, "/some/project/")
	untold.dir = made(t, suez)
	for _, at := range []*host{told, untold} {
		b := openTab(t, at.url+at.prefix)
		for _, test := range []struct{ path, lang, heading string }{
			{"gone.html", "es", "Página no encontrada"},
			{"countries/gone_-b%C3%A9.html", "es", "Página no encontrada"},
			{"countries/gone/index.html", "es", "Página no encontrada"},
			{"articles/history/gone.html", "es", "Página no encontrada"},
			{"arabic/gone.html", "es", "Página no encontrada"},
			{"uk/gone.html", "uk", "Сторінку не знайдено"},
			{"uk/articles/history/gone.html", "uk", "Сторінку не знайдено"},
			{"zh/countries/gone.html", "zh", "页面不存在"},
		} {
			b.open(test.path)
			root := at.url + at.prefix + inSuez.in(test.lang, "")
			expect(b, "language", `document.documentElement.lang`, test.lang)
			expect(b, "headings", `[...document.querySelectorAll("h1, h2")].map(e => e.localName + e.innerText).join()`, "h1"+test.heading)
			expect(b, "title", `document.title`, test.heading+" – "+eval[string](b, `document.querySelector(".brand").innerText`))
			expect(b, "style", `getComputedStyle(document.body).display`, "flex")
			expect(b, "links home, and to what the menu has but the search", `[...document.querySelectorAll("main a")].map(a => a.href).join() === ["`+root+`index.html", ...[...document.querySelectorAll(".menu a")].map(a => a.href).filter(to => !to.endsWith("/search.html"))].join()`, true)
			expect(b, "themes", `document.querySelectorAll(".theme button").length`, 3)
			expect(b, "language of the menu", `document.querySelector(".menu a").closest("[lang]").lang`, test.lang)
			expect(b, "links elsewhere", `[...document.querySelectorAll(".brand, .menu a, main a")].map(a => a.href).filter(to => !to.startsWith("`+root+`")).join()`, "")
			sought := "gone"
			if strings.Contains(test.path, "_") {
				sought = "gone bé"
			}
			expect(b, "search for the address", `document.querySelector("main [type=search]").value`, sought)
			expect(b, "name of the field", `document.querySelector("main label").control.id + !!document.querySelector("main label").innerText`, "search_losttrue")
			expect(b, "switch", `[...document.querySelectorAll(".editions a")].map(a => a.lang + (a.getAttribute("aria-current") || "")).join()`, strings.Replace("es,uk,ar,kk,zh", test.lang, test.lang+"true", 1))
			eval[chromedp.Void](b, `document.querySelector("main form button").click()`)
			until(b, "search page", `location.href === "`+root+`search.html?q=`+strings.ReplaceAll(url.QueryEscape(sought), "+", "%20")+`"`)
		}
	}
}

// TestMissingPageWithoutScript holds that it says the same in every language.
func TestMissingPageWithoutScript(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	b := openTab(t, "file://"+made(t, suez)+"/") // which is no server's root
	b.script(false)
	b.open("404.html")
	expect(b, "headings", `[...document.querySelectorAll("h1, h2")].map(e => e.closest("[lang]").lang + ": " + e.innerText).join()`, "es: Página no encontrada,uk: Сторінку не знайдено,ar: الصفحة غير موجودة,kk: Бет табылмады,zh: 页面不存在")
}
