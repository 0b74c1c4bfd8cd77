package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestMoved renames a page and opens its old address from disk: it leads to the page,
// with a script to the same place of it; the old address is none to go back to.
func TestMoved(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	dir := t.TempDir()
	for file, text := range map[string]string{
		"content/index.md":       "---\ntitle: T\nlanguages: [en, fr]\n---\n[[about]]\n",
		"content/pages/about.md": "---\ntitle: About us\n---\n" + strings.Repeat("Words.\n\n", 99) + "## What was last\n\nWords.\n",
	} {
		name := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"rename", "about", "method"}, {"build"}} {
		cmd := exec.Command(made(t, program), args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("dossier %s: %v\n%s", args[0], err, out)
		}
	}
	b := newTab(t, "file://"+filepath.ToSlash(filepath.Join(dir, "public"))+"/")
	const home = `location.pathname.endsWith('/public/index.html')`
	for _, edition := range []string{"", "fr/"} {
		for _, script := range []bool{true, false} {
			b.script(script)
			b.open("index.html")
			fragment := ""
			if script {
				fragment = "#what-was-last"
			}
			b.open(edition + "pages/about.html#what-was-last")
			until(b, "the page", `location.href.endsWith('/public/`+edition+`pages/method.html`+fragment+`') && document.readyState === 'complete'`)
			expect(b, "title", `document.querySelector('h1').textContent.trim()`, "About us")
			if script {
				expect(b, "the place", `scrollY > 900`, true)
			}
			b.do(chromedp.NavigateBack())
			until(b, "the page before", home)
		}
	}
}
