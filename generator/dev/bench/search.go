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
// nothing of the index in memory, and prints and gives how much of it each loads and how
// long it takes to the first hits. Without a browser it says so and gives nothing.
func measureSearch(ctx context.Context, w io.Writer, site, title string, questions []string) (all []answer, err error) {
	at := slices.IndexFunc(browsers, func(name string) bool { _, err := exec.LookPath(name); return err == nil })
	if at < 0 {
		fmt.Fprintf(w, "\n%s, search: no Chromium on the path.\n", title)
		return nil, nil
	}
	if err := describeIndex(w, site, title); err != nil {
		return nil, err
	}
	programs, stop := chromedp.NewExecAllocator(ctx, chromedp.ExecPath(browsers[at]),
		chromedp.Flag("headless", "new"), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun)
	defer stop()
	browser, closeIt := chromedp.NewContext(programs)
	defer closeIt()
	if err := chromedp.Do(browser); err != nil {
		return nil, fmt.Errorf("the browser does not start: %w", err)
	}
	fmt.Fprint(w, "\n| question | hits | files | KB | KB gzip | scripts, KB gzip | ms to the first hits |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for _, q := range questions {
		a, err := ask(browser, site, q)
		if err != nil {
			return nil, fmt.Errorf("search for %q: %w", q, err)
		}
		fmt.Fprintf(w, "| %s | %d | %d | %.0f | %.0f | %.1f | %.0f |\n", q, a.hits, a.files, float64(a.plain)/1e3, float64(a.small)/1e3, float64(a.scripts)/kilobyte, a.ms)
		all = append(all, a)
	}
	return all, nil
}

// answer is what a question took: files of the index, their bytes before and after
// compression, the compressed bytes of scripts, and the time to the first hits.
type answer struct {
	hits, files           int
	plain, small, scripts int64
	ms                    float64
}

// describeIndex prints how large the index is beside the site.
func describeIndex(w io.Writer, site, title string) error {
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
	fmt.Fprintf(w, "\n%s, search: the index has %d of %d files and %.1f of %.1f MB (%.1f %%).\n",
		title, files, all, float64(index)/1e6, float64(whole)/1e6, 100*float64(index)/float64(whole))
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

// ask asks one question in a new tab.
func ask(browser context.Context, site, question string) (a answer, err error) {
	ctx, stop := chromedp.NewContext(browser)
	defer stop()
	if err := chromedp.Do(ctx); err != nil { // opens the tab, without a time limit that would close it
		return a, err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	var loaded index
	if err := chromedp.Listen(ctx, loaded.see); err != nil {
		return a, err
	}
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(site) + "/search.html"}
	if err := chromedp.Do(ctx, chromedp.Navigate(address.String())); err != nil {
		return a, err
	}
	got, err := chromedp.Run(ctx, chromedp.Evaluate[answered](fmt.Sprintf(enter, question), chromedp.EvalAwaitPromise))
	if err != nil {
		return a, err
	}
	a, err = loaded.weigh()
	a.hits, a.ms = got.Hits, got.Ms
	return a, err
}

// index notes the files of the index that a page loads, and the scripts.
type index struct {
	mu             sync.Mutex
	files, scripts []string
}

func (x *index) see(event any) {
	e, ok := event.(*network.EventRequestWillBeSent)
	if !ok {
		return
	}
	at, err := url.Parse(e.Request.URL)
	if err != nil {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	switch file := filepath.FromSlash(at.Path); {
	case strings.Contains(at.Path, "/search/"):
		x.files = append(x.files, file)
	case strings.HasSuffix(at.Path, ".js"):
		x.scripts = append(x.scripts, file)
	}
}

func (x *index) weigh() (a answer, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, f := range x.files {
		p, s, err := packed(f)
		if err != nil {
			return answer{}, err
		}
		a.files, a.plain, a.small = a.files+1, a.plain+p, a.small+s
	}
	for _, f := range x.scripts {
		_, s, err := packed(f)
		if err != nil {
			return answer{}, err
		}
		a.scripts += s
	}
	return a, nil
}

// packed is the size of a file, and when it is compressed.
func packed(file string) (plain, small int64, err error) {
	body, err := os.ReadFile(file)
	if err != nil {
		return 0, 0, err
	}
	small, err = squeezed(body)
	return int64(len(body)), small, err
}

// squeezed is how many bytes something has when it is compressed.
func squeezed(body []byte) (int64, error) {
	var n counter
	z, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	_, err = z.Write(body)
	return int64(n), errors.Join(err, z.Close())
}

type counter int64

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }
