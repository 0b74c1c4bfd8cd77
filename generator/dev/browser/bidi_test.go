package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What names, notes and titles may hold: a text of the other direction that
// ends in digits, directions that nothing ends, and ends of none.
var turning = []string{"Alpha", "עברית 12", "Al\u202epha", "عربي (3", "Al\u2069pha\u202e", "Al\u2067\u2067pha", "\u202bAl\u2066pha", "12 עברית!"}

// TestNeighboursKeepTheirPlaces builds a dossier whose every name is such a
// text, and looks where the browser puts what stands beside them: the program's
// own words read forwards, and pieces of a line stand in their order.
func TestNeighboursKeepTheirPlaces(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	program := made(t, program)
	for _, name := range turning {
		dir := t.TempDir()
		for file, text := range turned() {
			file = filepath.Join(dir, "content", file)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(strings.ReplaceAll(text, "NAME", name)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(program, "build", "--quiet")
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%q: dossier build: %v\n%s", name, err, out)
		}
		b := newTab(t, "file://"+filepath.ToSlash(filepath.Join(dir, "public"))+"/")
		pieces := 0
		for _, page := range []string{
			"index.html", "things/index.html", "things/alpha.html", "things/beta.html", "events/e.html", "events/index.html", "timeline.html", "graph.html", "as-of.html",
			"articles/a/index.html", "articles/a/one.html", "corrections.html",
		} {
			b.open(page)
			found := eval[[]string](b, outOfPlace)
			pieces += eval[int](b, "document.querySelectorAll('main bdi, main [dir=auto]').length")
			if len(found) > 0 {
				t.Errorf("%q, %s:\n%s", name, page, strings.Join(found, "\n"))
			}
		}
		if pieces < 50 {
			t.Errorf("%q: %d pieces", name, pieces)
		}
		if name == turning[1] || name == turning[2] { // what the page would be without
			b.open("things/beta.html")
			eval[bool](b, `(() => { for (const e of document.querySelectorAll("main bdi, main [dir=auto]")) e.removeAttribute("dir"), e.style.unicodeBidi = "normal"; return true })()`)
			if found := eval[[]string](b, outOfPlace); len(found) == 0 {
				t.Errorf("%q: nothing is out of place without isolation: the test sees nothing", name)
			}
		}
	}
}

// outOfPlace says what reads backwards, or stands before what it follows.
const outOfPlace = `(() => {
	const faults = [], turns = /[\p{Script=Hebrew}\p{Script=Arabic}\u202a-\u202e\u2066-\u2069]/u, apart = "bdi, [dir=auto]"
	const block = e => { while (/^(inline|contents)/.test(getComputedStyle(e).display)) e = e.parentElement; return e }
	const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
	let before
	for (let n = walker.nextNode(); n; n = walker.nextNode()) {
		const parent = n.parentElement
		if (!n.data.trim() || parent.closest("svg, .unseen, [hidden], .prose") || !parent.getClientRects().length) continue
		let outer = parent.closest(apart)
		while (outer && outer.parentElement.closest("main " + apart)) outer = outer.parentElement.closest("main " + apart)
		const all = document.createRange()
		if (outer) all.selectNodeContents(outer); else all.selectNodeContents(n)
		const rect = all.getBoundingClientRect(), text = all.toString().trim()
		if (!outer && turns.test(text)) {
			if (block(parent).textContent.trim() !== text) faults.push("not apart: " + text)
		} else if (!outer) {
			let last
			for (let i = 0; i < n.data.length; i++) {
				if (!n.data[i].trim()) continue
				const r = document.createRange()
				r.setStart(n, i), r.setEnd(n, i + 1)
				const at = r.getBoundingClientRect()
				if (last && Math.abs(at.top - last.top) < 3 && at.left < last.left) { faults.push("backwards: " + text); break }
				last = at
			}
		}
		const piece = {of: outer || n, in: block(outer || parent), rect, text}
		if (before && before.of === piece.of) continue
		if (before && before.in === piece.in && before.rect.height < 30 && rect.height < 30 && Math.abs(before.rect.bottom - rect.bottom) < 8 && before.rect.right > rect.left + 1)
			faults.push("“" + text + "” stands before “" + before.text + "”")
		before = piece
	}
	return faults
})()`

// turned are the files of a dossier with NAME wherever there is a choice.
func turned() map[string]string {
	return map[string]string{
		"index.md":            "---\ntitle: \"NAME\"\nkinds: {things: {name: {en: \"NAME\"}}}\nrelations: {r: {name: {en: \"NAME\"}, inverse: {en: \"of NAME\"}}}\n---\n\nHome.\n",
		"articles/a/index.md": "---\ntitle: \"NAME\"\nauthor: [bob, ann]\npublished: 2020-01-01\nsummary: \"NAME\"\nsource: {title: \"NAME\", publisher: \"NAME\", date: 2020}\n---\n\nLead.\n",
		"articles/a/01-one.md": "---\ntitle: \"NAME\"\ndate: 2019-01-01\nthings: [alpha, beta, gamma]\nactors: [bob, ann]\nevents: [e]\nsummary: \"NAME\"\n" +
			"corrections: [{date: 2020-02-01, text: \"NAME\"}]\nsources: [{title: \"NAME\", publisher: \"NAME\", date: 2018}, {title: \"NAME\", date: 2017}]\nauthor: [bob, ann]\n---\n\nText.\n",
		"articles/a/02-two.md": "---\ntitle: \"NAME two\"\ndate: 2019-02-01\ndate_text: \"NAME\"\nthings: [alpha, beta]\nactors: [bob]\n---\n\nText.\n",
		"things/alpha.md":      "---\nname: \"NAME\"\naliases: [\"NAME a\", \"NAME b\"]\nrole: \"NAME\"\nsummary: \"NAME\"\nrelations: [{type: r, to: things/beta, when: 2001/2003, note: \"NAME\"}, {type: r, to: things/gamma, when: 2001-05/..}]\n---\n\nx\n",
		"things/beta.md":       "---\nname: \"NAME beta\"\nrelations: [{type: r, to: things/gamma, note: \"NAME\"}]\n---\n\nx\n",
		"things/gamma.md":      "---\nname: \"NAME gamma\"\nrelations: [{type: r, to: things/beta, when: 1999/2000, note: \"NAME\"}]\n---\n\nx\n",
		"actors/bob.md":        "---\nname: \"NAME bob\"\ntype: person\nrole: \"NAME\"\n---\n\nx\n",
		"actors/ann.md":        "---\nname: \"NAME ann\"\ntype: person\n---\n\nx\n",
		"events/e.md":          "---\nname: \"NAME e\"\ndate: 2018-05-01\nplace: \"NAME\"\nactors: [bob, ann]\nsummary: \"NAME\"\n---\n\nx\n",
	}
}
