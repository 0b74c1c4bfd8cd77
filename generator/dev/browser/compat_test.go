package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestOlderBrowsers holds that stylesheets and scripts need no more than Safari 15.4,
// Firefox 115 and Chromium 87 have, but for what testdata/compat.json says they can
// do without.
func TestOlderBrowsers(t *testing.T) {
	if testing.Short() {
		t.Skip("it needs npm's packages")
	}
	if _, err := os.Stat("node_modules/@mdn/browser-compat-data"); err != nil {
		t.Fatal("no data on browsers: install them with npm ci in generator/dev/browser")
	}
	var files []string
	for _, pattern := range []string{"*.css", "*.js"} {
		found, err := filepath.Glob(filepath.Join("..", "..", "..", "layouts", "assets", pattern))
		if err != nil || len(found) == 0 {
			t.Fatalf("no %s among the layouts' assets: %v", pattern, err)
		}
		files = append(files, found...)
	}
	cmd := exec.Command("node", append([]string{"compat.mjs"}, files...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal("node compat.mjs:", err)
	}
	for line := range strings.Lines(string(out)) {
		t.Error(strings.TrimSpace(line))
	}
}
