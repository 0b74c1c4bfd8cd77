// Package browser opens the two real dossiers, content and the one of the
// acceptance tests, in a real browser, the way readers do: at the root of a
// domain, below a project's path and from disk. It holds tests only.
//
// The tests need Chromium, Firefox and, on Linux, WebKitGTK's driver, by the names
// that the variables CHROMIUM, FIREFOX and WEBKIT give or one of their usual names,
// and axe-core, which npm ci puts into this folder. With the variable SCREENSHOTS naming a folder they leave
// pictures of the pages there.
//
// Invariants, whatever a test does: no request leaves the site, and the
// console shows no warning, error, exception or violation of the content
// security policy.
package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A test looks so often for what should come at once, and waits so long between:
// a minute in all, for machines that are busy with something else.
const (
	polls = 3000
	poll  = 20 * time.Millisecond
)

// missing is in the address of the page that is not there; the browser says
// so in its console.
const missing = "no-such-page"

// tab is a browser tab with cookies and storage of its own.
type tab struct {
	*testing.T
	ctx  context.Context
	base string // address of the site's root, ends in "/"
	watch
}

// newTab opens a tab; what its watch sees fails the test.
func newTab(t *testing.T, base string) *tab {
	t.Helper()
	b := openTab(t, base)
	t.Cleanup(func() {
		for _, fault := range b.seen() {
			t.Errorf("the browser reports: %s", fault)
		}
	})
	return b
}

func openTab(t *testing.T, base string) *tab {
	t.Helper()
	b := &tab{T: t, base: base, watch: watch{base: base}}
	ctx, closeTab := chromedp.NewContext(made(t, browser), chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	b.ctx = ctx
	b.do() // opens the tab, without a time limit that would close it
	if err := chromedp.Listen(ctx, b.see); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(cancel)
	b.ctx = ctx
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	b.size(1440)
	b.media("", "light")
	return b
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

// open loads a page by its path in the site.
func (b *tab) open(page string) {
	b.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Navigate(b.base+page)); err != nil {
		b.Fatalf("opening %s: %v", page, err)
	}
}

// size sets the width of the page in CSS pixels.
func (b *tab) size(width int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, 900))
}

// media sets the kind of medium ("" is the screen) and the system's theme.
// Motion is always reduced, so that no transition is seen half done.
func (b *tab) media(medium, scheme string) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium,
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: "reduce"},
		},
	})
	if err != nil {
		b.Fatal(err)
	}
}

// script switches JavaScript on or off for the pages that load from now on.
func (b *tab) script(on bool) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
	if err != nil {
		b.Fatal(err)
	}
}

// eval is the value of a JavaScript expression, awaited if it is a promise.
func eval[T any](b *tab, expression string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.Fatalf("%.200s: %v", expression, err)
	}
	return v
}

// expect fails the test when an expression has another value.
func expect[T comparable](b *tab, what, expression string, want T) {
	b.Helper()
	if got := eval[T](b, expression); got != want {
		b.Errorf("%s at %s: got %v, want %v", what, eval[string](b, "location.href"), got, want)
	}
}

// watch collects what a page must not do.
type watch struct {
	base string
	mu   sync.Mutex
	list []string
}

// see judges an event of the browser.
func (w *watch) see(event any) {
	fault := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		// A data address is in the page already, or in the browser's own widgets.
		if !strings.HasPrefix(e.Request.URL, w.base) && !strings.HasPrefix(e.Request.URL, "data:") {
			fault = "request to " + e.Request.URL
		}
	case *log.EventEntryAdded:
		notFound := e.Entry.Source == log.EntrySourceNetwork && strings.Contains(e.Entry.URL, missing)
		if (e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning) && !notFound {
			fault = fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		fault = fmt.Sprintf("console.%s", e.Type)
		for _, a := range e.Args {
			fault += fmt.Sprintf(" %s", a.Value)
		}
	case *runtime.EventExceptionThrown:
		fault = "exception: " + e.ExceptionDetails.Text
	}
	if fault != "" {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.list = append(w.list, fault)
	}
}

// seen are the faults so far.
func (w *watch) seen() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.list)
}
