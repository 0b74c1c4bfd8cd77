package browser

import "testing"

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
		return buildSite("told", "content", "--base-url", told.url+told.prefix)
	})
	untold := serveAt(t, "/some/project/")
	untold.dir = made(t, csto)
	for _, at := range []*host{told, untold} {
		b := openTab(t, at.url+at.prefix)
		for _, test := range []struct{ path, lang, heading string }{
			{"gone.html", "en", "Page not found"},
			{"articles/csto-plans-2020/gone.html", "en", "Page not found"},
			{"french/gone.html", "en", "Page not found"},
			{"fr/gone.html", "fr", "Page introuvable"},
			{"fr/articles/csto-plans-2020/gone.html", "fr", "Page introuvable"},
			{"ru/countries/gone.html", "ru", "Страница не найдена"},
		} {
			b.open(test.path)
			root := at.url + at.prefix + inCSTO.in(test.lang, "")
			expect(b, "language", `document.documentElement.lang`, test.lang)
			expect(b, "headings", `[...document.querySelectorAll("h1, h2")].map(e => e.localName + e.innerText).join()`, "h1"+test.heading)
			expect(b, "title", `document.title`, test.heading+" – "+eval[string](b, `document.querySelector(".brand").innerText`))
			expect(b, "style", `getComputedStyle(document.body).display`, "flex")
			expect(b, "links elsewhere", `[...document.querySelectorAll(".brand, main a")].map(a => a.href).filter(to => !to.startsWith("`+root+`")).join()`, "")
			expect(b, "search", `!!document.querySelector("main a[href$='search.html']")`, true)
			expect(b, "switch", `[...document.querySelectorAll(".editions a")].map(a => a.lang + (a.getAttribute("aria-current") || "")).join()`, map[string]string{"en": "entrue,fr,ru", "fr": "en,frtrue,ru", "ru": "en,fr,rutrue"}[test.lang])
		}
	}
}

// TestMissingPageWithoutScript holds that it says the same in every language.
func TestMissingPageWithoutScript(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	b := openTab(t, "file://"+made(t, csto)+"/") // which is no server's root
	b.script(false)
	b.open("404.html")
	expect(b, "headings", `[...document.querySelectorAll("h1, h2")].map(e => e.closest("[lang]").lang + ": " + e.innerText).join()`, "en: Page not found,fr: Page introuvable,ru: Страница не найдена")
}
