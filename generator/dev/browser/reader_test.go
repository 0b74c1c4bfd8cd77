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

// mentions proves that links to entities can be told from text.
func mentions(b *tab, p place) {
	for _, s := range p.samples(b.T) {
		if s.kind != "section" {
			continue
		}
		b.open(s.path)
		expect(b, "a mention's line", `(s => s.textDecorationLine + " " + s.textDecorationStyle)(getComputedStyle(document.querySelector(".prose a.mention")))`, "underline dotted")
	}
}
