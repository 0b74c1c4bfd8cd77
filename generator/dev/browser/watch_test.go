package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestWatch proves that a tab's watch sees what a page must not do.
func TestWatch(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs a browser")
	}
	t.Parallel()
	elsewhere, here := serveAt(t, "/"), serveAt(t, "/")
	elsewhere.dir, here.dir = t.TempDir(), t.TempDir()
	const icon = `<!DOCTYPE html><link rel="icon" href="data:,">`
	for name, test := range map[string]struct{ page, want string }{
		"policy":    {`<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><script>1</script>`, "Content Security Policy"},
		"console":   {`<script>console.error("one word")</script>`, "one word"},
		"exception": {`<script>throw Error()</script>`, "exception"},
		"request":   {`<img src="` + elsewhere.url + `/a.png">`, "request to " + elsewhere.url},
		"gap":       {`<img src="gone.png">`, "404"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(filepath.Join(here.dir, "index.html"), []byte(icon+test.page), 0o666); err != nil {
				t.Fatal(err)
			}
			b := openTab(t, here.url+"/")
			b.open("index.html")
			got := ""
			for range polls { // what the browser reports may come after the page
				if got = strings.Join(b.seen(), "\n"); strings.Contains(got, test.want) {
					return
				}
				b.do(chromedp.Sleep(poll))
			}
			t.Errorf("saw %q", got)
		})
	}
}
