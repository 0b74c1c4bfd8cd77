package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// large is a site with more kinds of terms than fit into a few files.
var large = sync.OnceValues(func() (string, error) {
	own, err := workshop()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(own, "large-content")
	files := map[string]string{"index.md": "---\ntitle: Large\nlanguages: [en]\n---\nHome.\n"}
	for i := range 960 {
		article := fmt.Sprintf("articles/a%02d/", i/60)
		files[article+"index.md"] = "---\ntitle: Article\n---\nLead.\n"
		files[fmt.Sprintf("%s%02d-s%d.md", article, i%60+1, i)] = fmt.Sprintf(
			"---\ntitle: Section %d\ndate: %d-%02d-%02d\ncountries: [%s]\n---\nAn agreement is named here, number %d.\n",
			i, 2005+i%16, i%12+1, i%28+1, []string{"FR", "DE", "IT", "ES", "PL"}[i%5], i)
	}
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return "", err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return "", err
		}
	}
	return buildSite("large", dir)
})

// TestSearchOfALargeSite: filters and times are whole, however many files they fill.
func TestSearchOfALargeSite(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	b := newTab(t, "file://"+made(t, large)+"/")
	askOn(b, "search.html", "agreement")
	expect(b, "documents by kind", `Promise.all([dossierIndex.load("meta"), dossierFind.facets()]).then(([{documents}, all]) =>
		all.filter(f => f.group === "k").reduce((n, f) => n + f.of.size, 0) - documents)`, 0)
	expect(b, "kinds, countries and years of the filters", `Promise.all([dossierIndex.load("meta"), dossierFind.facets()]).then(([{kinds, countries}, all]) => {
		const ids = (group) => new Set(all.filter(f => f.group === group).map(f => f.id)).size
		return ids("k") === Object.keys(kinds).length && ids("c") === Object.keys(countries).length && ids("y") > 5
	})`, true)
	expect(b, "what a decade lacks of its years", `Promise.all([dossierFind.find("2010-2019"), dossierFind.facets()]).then(([{hits}, all]) => {
		const found = new Set(hits.map(h => h.doc))
		return all.filter(f => f.group === "y" && /^201/.test(f.name)).flatMap(f => [...f.of.keys()]).filter(doc => !found.has(doc)).length
	})`, 0)
}

// A word that is too common for one file is found as any other, also by its beginning
// and with a slip.
func TestSearchForWordsWithFilesOfTheirOwn(t *testing.T) {
	if testing.Short() {
		t.Skip("opens a browser")
	}
	b := newTab(t, "about:")
	b.open("blank")
	const index = `const files = {
		meta: {terms: "!k:0.1 !k:1 agreement.2 ah", documents: 3, months: {}, slight: [], texts: 0, kinds: {0: "A", 1: "B"}, countries: {}},
		rows: {bits: 4, rows: 4},
		"t-21-6b-3a-30.0": "0!k:0 77 ", "t-21-6b-3a-31": "0!k:1 G ",
		"t-61-67-72-65-65-6d-65-6e-74.0": "0agreement 7", "t-61-67-72-65-65-6d-65-6e-74.1": "7 ", "t-61-68": "0ahead 7 ",
		"d-0": [[0, "a.html", "An agreement"], [1, "b.html", "B"], [2, "c.html", "C"]],
	}
	window.dossierIndex = {load: async (name) => files[name], cellsOf: ([, path, title, kind, summary = ""]) => ({path, title, kind, summary})}`
	b.do(chromedp.Evaluate[chromedp.Void](`document.body.innerHTML = '<div id="page_search" data-lang="en"><input id="search_field">'; ` + index + ";" + source(t, assets+"words.js") + source(t, assets+"find.js") + source(t, assets+"rare.js")))
	for _, asked := range []string{"agreement", "agreem", "agrement", "agreemnet", "agreements"} {
		expect(b, asked, fmt.Sprintf(`dossierFind.find(%q).then(({hits}) => hits.map(h => h.doc).join())`, asked), "0,1")
	}
	expect(b, "kinds", `dossierFind.facets().then(all => all.map(f => f.name + f.of.size).sort().join())`, "A2,B1")
}
