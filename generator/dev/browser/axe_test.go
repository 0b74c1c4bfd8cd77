package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// axe reads the accessibility checker.
func axe(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal("no axe-core: install it with npm ci in generator/dev/browser")
	}
	return string(source)
}

// Only colours depend on the theme.
const (
	allRules  = `{resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}`
	contrasts = `{resultTypes: ["violations"], runOnly: ["color-contrast"]}`
)

// violations runs axe-core on the page and words what it finds, a line each.
// Injected through the debugger, it is not subject to the page's policy.
func violations(b *tab, source, rules string) string {
	b.Helper()
	if !eval[bool](b, "!!window.axe") {
		b.do(chromedp.Evaluate[chromedp.Void](source))
	}
	return eval[string](b, `axe.run(document, `+rules+`).then(r =>
		r.violations.map(v => v.id + ": " + v.nodes.map(n => n.target + " " + n.failureSummary.replace(/\s+/g, " ")).join("; ")).join("\n"))`)
}

// accessibility checks every type of page in each theme at two widths, and of the
// other editions, whose words have other lengths, those with the narrowest columns.
func accessibility(b *tab, p place) {
	source := axe(b.T)
	check := func(s sample, width int64, scheme, rules string) {
		b.size(width)
		b.media("", scheme)
		if found := violations(b, source, rules); found != "" {
			b.Errorf("%s (%s), %s, %d px:\n%s", s.path, s.kind, scheme, width, found)
		}
	}
	for _, s := range p.samples(b.T) {
		b.open(s.path)
		for _, width := range []int64{390, 1440} {
			check(s, width, "light", allRules)
			check(s, width, "dark", contrasts)
		}
	}
	for _, lang := range p.editions[1:] {
		for _, s := range p.inEdition(b.T, lang, "page", "section", "country") {
			b.open(s.path)
			check(s, 390, "light", allRules)
			check(s, 820, "dark", allRules)
		}
	}
}

// TestAxe proves that the checker runs and finds.
func TestAxe(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	here := serveAt(t, "/")
	here.dir = t.TempDir()
	const page = `<!DOCTYPE html><title>T</title><link rel="icon" href="data:,"><main><h1>A</h1><p style="color:#ccc;background:#fff">pale</p><img src="data:,"></main>`
	if err := os.WriteFile(filepath.Join(here.dir, "index.html"), []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
	b := openTab(t, here.url+"/")
	b.open("index.html")
	found := violations(b, axe(t), allRules)
	for _, rule := range []string{"html-has-lang", "color-contrast", "image-alt"} {
		if !strings.Contains(found, rule+":") {
			t.Errorf("axe-core does not report %s; it reports %q", rule, found)
		}
	}
}

// screenshots leaves pictures of pages in a folder.
func screenshots(b *tab, p place, dir string) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		b.Fatal(err)
	}
	for _, s := range p.samples(b.T) {
		if !strings.Contains(" home article section country event timeline ", " "+s.kind+" ") {
			continue
		}
		for _, width := range []int64{390, 820, 1440} {
			for _, scheme := range []string{"light", "dark"} {
				b.size(width)
				b.media("", scheme)
				b.open(s.path)
				picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
				if err != nil {
					b.Fatal(err)
				}
				file := filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", s.kind, width, scheme))
				if err := os.WriteFile(file, picture, 0o666); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
