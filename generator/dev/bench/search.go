package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// questions are what a reader asks of a made-up dossier: one, two and three words, a
// name and its beginning, a time, a slip, and what no text has.
var questions = []string{"border", "border treaty", "meeting of foreign observers", "Kyrgyzstan", "kyrg", "May 2019", "agreemnt", "zebra"}

// browsers are the names that Chromium has.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// measureSearch asks the questions of a site on disk, each in a page of its own with
// nothing of the index in memory, and prints how much of it each loads and how long it
// takes to the first hits. Without a browser it says so.
func measureSearch(w io.Writer, site string, n int) error {
	at := slices.IndexFunc(browsers, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if at < 0 {
		fmt.Fprintf(w, "\n%d sections, search: no Chromium on the path.\n", n)
		return nil
	}
	if err := describeIndex(w, site, n); err != nil {
		return err
	}
	programs, stop := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(browsers[at]),
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun)
	defer stop()
	browser, closeIt := chromedp.NewContext(programs)
	defer closeIt()
	if err := chromedp.Do(browser); err != nil {
		return fmt.Errorf("the browser does not start: %w", err)
	}
	fmt.Fprint(w, "\n| question | hits | files | KB | KB gzip | ms to the first hits |\n| --- | ---: | ---: | ---: | ---: | ---: |\n")
	for _, q := range questions {
		if err := ask(browser, w, site, q); err != nil {
			return fmt.Errorf("search for %q: %w", q, err)
		}
	}
	return nil
}

// describeIndex prints how large the index is beside the site.
func describeIndex(w io.Writer, site string, n int) error {
	var files, all, index, whole int64
	err := filepath.WalkDir(site, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		all++
		whole += info.Size()
		if rel, _ := filepath.Rel(site, path); strings.HasPrefix(filepath.ToSlash(rel), "search/") {
			files++
			index += info.Size()
		}
		return nil
	})
	fmt.Fprintf(w, "\n%d sections, search: the index has %d of %d files and %.1f of %.1f MB (%.1f %%).\n",
		n, files, all, float64(index)/1e6, float64(whole)/1e6, 100*float64(index)/float64(whole))
	return err
}

// answered is what the page shows when it has answered.
type answered struct {
	Ms   float64 `json:"ms"` // since the question was entered
	Hits int     `json:"hits"`
}

// enter asks a question in a page that has come to rest.
const enter = `(async () => {
	await new Promise((rest) => setTimeout(rest, 1000))
	const field = document.getElementById('search_field'), list = document.getElementById('search_hits')
	const status = document.getElementById('search_status')
	const start = performance.now()
	field.value = %q
	field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
	await new Promise((said) => new MutationObserver(() => status.textContent && said()).observe(status, { childList: true, subtree: true }))
	return { hits: list.children.length, ms: performance.now() - start }
})()`

// ask asks one question in a new tab and prints a row.
func ask(browser context.Context, w io.Writer, site, question string) error {
	ctx, stop := chromedp.NewContext(browser)
	defer stop()
	if err := chromedp.Do(ctx); err != nil { // opens the tab, without a time limit that would close it
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var loaded index
	if err := chromedp.Listen(ctx, loaded.see); err != nil {
		return err
	}
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(site) + "/search.html"}
	if err := chromedp.Do(ctx, chromedp.Navigate(address.String())); err != nil {
		return err
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[answered](fmt.Sprintf(enter, question), chromedp.EvalAwaitPromise))
	if err != nil {
		return err
	}
	files, plain, small, err := loaded.weigh()
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "| %s | %d | %d | %.0f | %.0f | %.0f |\n", question, got.Hits, files, float64(plain)/1e3, float64(small)/1e3, got.Ms)
	return nil
}

// index notes the files of the index that a page loads.
type index struct {
	mu    sync.Mutex
	files []string
}

func (x *index) see(event any) {
	e, ok := event.(*network.EventRequestWillBeSent)
	if !ok {
		return
	}
	if at, err := url.Parse(e.Request.URL); err == nil && strings.Contains(at.Path, "/search/") {
		x.mu.Lock()
		defer x.mu.Unlock()
		x.files = append(x.files, filepath.FromSlash(at.Path))
	}
}

func (x *index) weigh() (files int, plain, small int64, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, f := range x.files {
		p, s, err := packed(f)
		if err != nil {
			return 0, 0, 0, err
		}
		plain, small = plain+p, small+s
	}
	return len(x.files), plain, small, nil
}

// packed is the size of a file, and when it is compressed.
func packed(file string) (plain, small int64, err error) {
	body, err := os.ReadFile(file)
	if err != nil {
		return 0, 0, err
	}
	var n counter
	z, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		return 0, 0, err
	}
	_, err = z.Write(body)
	return int64(len(body)), int64(n), errors.Join(err, z.Close())
}

type counter int64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }
