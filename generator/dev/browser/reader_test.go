package browser

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestReader reads the prose of the second dossier in what Firefox's reader view is made
// with: none is lost there.
func TestReader(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	readable(t, made(t, suez))
}

func readable(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat("node_modules/@mozilla/readability"); err != nil {
		t.Fatal("no readability: install it with npm ci in generator/dev/browser")
	}
	cmd := exec.Command("node", "reader.mjs", dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal("node reader.mjs:", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	lost, count := lines[:len(lines)-1], lines[len(lines)-1]
	if count == "0 pages" {
		t.Error("no page has prose")
	}
	for _, l := range lost {
		t.Error("lost in reader view: ", l)
	}
}

// mentions proves that links to entities can be told from text, and that on a phone the note
// on a fact comes to who asks for it.
func mentions(b *tab, p place) {
	for _, s := range p.samples(b.T) {
		if s.kind == "actor" {
			noteAtFoot(b, s.path)
		}
		if s.kind != "section" {
			continue
		}
		b.open(s.path)
		expect(b, "a mention's line", `(s => s.textDecorationLine + " " + s.textDecorationStyle)(getComputedStyle(document.querySelector(".prose a.mention")))`, "underline dotted")
	}
}

// noteAtFoot follows the first mark of a page's facts: the page stays where it is, and the
// note stands at the foot of the screen until one goes back.
func noteAtFoot(b *tab, page string) {
	b.Helper()
	b.size(390)
	b.open(page)
	at := eval[int64](b, `(a => { a.scrollIntoView({ block: "center", behavior: "instant" }); const at = Math.round(scrollY); a.click(); return at })(document.querySelector(".told .footnote-ref"))`)
	until(b, "note at the foot of the screen", `document.querySelector("li:target") && Math.round(document.querySelector("li:target").getBoundingClientRect().bottom) === innerHeight`)
	expect(b, "where the page is", `Math.round(scrollY)`, at)
	eval[bool](b, `(document.querySelector("li:target .footnote-backref").click(), true)`)
	until(b, "no note at the foot", `!document.querySelector("li:target")`)
	b.size(1440)
}
