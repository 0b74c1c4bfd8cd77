package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// What the tests share is made when the first of them asks for it: a folder, the
// program, sites that it built, and the browser.
var (
	workshop = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "dossier-browser-") })
	program  = sync.OnceValues(buildProgram)
	suez     = sync.OnceValues(func() (string, error) { return buildSite("suez", suezContent) })
	browser  = sync.OnceValues(runBrowser)

	closeBrowser = func() {}
)

// suezContent is the second dossier, from the project's root. Tests of this package that
// are about the first one stand in files whose names say so.
const suezContent = "generator/acceptance/testdata/suez/content"

func TestMain(m *testing.M) {
	code := m.Run()
	closeBrowser()
	if dir, err := workshop(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

// made is a shared thing.
func made[T any](t *testing.T, thing func() (T, error)) T {
	t.Helper()
	v, err := thing()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func buildProgram() (string, error) {
	dir, err := workshop()
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "dossier")
	if out, err := exec.Command("go", "build", "-o", file, "../..").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %v\n%s", err, out)
	}
	return file, nil
}

// buildSite builds a dossier, given by a path in the project, into a new folder.
func buildSite(name, content string, flags ...string) (string, error) {
	file, err := program()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(filepath.Dir(file), name)
	cmd := exec.Command(file, append([]string{"build", "--content", content, "--out", dir}, flags...)...)
	cmd.Dir = filepath.Join("..", "..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("dossier build: %v\n%s", err, out)
	}
	return dir, nil
}

// chromium finds the browser.
func chromium() (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome"}
	if name := os.Getenv("CHROMIUM"); name != "" {
		names = []string{name}
	}
	for _, name := range names {
		if file, err := exec.LookPath(name); err == nil {
			return file, nil
		}
	}
	return "", fmt.Errorf("no browser among %s: install Chromium (Debian: apt-get install chromium) or name it in CHROMIUM", strings.Join(names, ", "))
}

// runBrowser starts a browser without a window and with a fresh profile.
func runBrowser() (context.Context, error) {
	file, err := chromium()
	if err != nil {
		return nil, err
	}
	own, err := workshop()
	if err != nil {
		return nil, err
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(file), chromedp.UserDataDir(filepath.Join(own, "profile")), chromedp.Env("TMPDIR="+own),
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.NoFirstRun, chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("disable-renderer-backgrounding", true), chromedp.Flag("disable-backgrounding-occluded-windows", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	ctx, closeIt := chromedp.NewContext(ctx)
	closeBrowser = func() { closeIt(); stop() }
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("the browser does not start: %v", err)
	}
	return ctx, nil
}
