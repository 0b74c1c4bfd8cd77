package serve

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

func TestReload(t *testing.T) {
	p := start(t, "one")
	p.wantPage("<p>one</p><script src")
	next := p.listen("")
	for _, text := range []string{"two", "three"} {
		p.save("page.md", text)
		p.wantEvent(next, "reload")
		p.wantPage("<p>" + text + "</p>")
	}
	for _, want := range []string{
		"built it\npage.md:1: warning: a hint [unknown-key]\nServing", " ms: 1 file changed (" + filepath.ToSlash(filepath.Join(p.content, "page.md")) + ")\n",
	} {
		p.wantLog(want)
	}
}

// A page that was loaded before the present site is told at once.
func TestReloadOfStalePage(t *testing.T) {
	p := start(t, "one")
	_, before := p.get("")
	version := regexp.MustCompile(`data-site="([^"]+)"`).FindStringSubmatch(before)[1]
	next := p.listen("")
	p.save("page.md", "two")
	p.wantEvent(next, "reload")
	if got := p.wantEvent(p.listen("?site="+version), "reload"); got == version {
		t.Errorf("two sites have the version %q", got)
	}
}

func TestFailingBuild(t *testing.T) {
	p := start(t, "one")
	next := p.listen("")
	p.save("page.md", "\ta fault")
	const want = `{"build":2,"title":"not rebuilt: 1 error; the last good site stays","faults":[{"place":"page.md:1:4",` +
		`"message":"a \u003cb\u003efault\u003c/b\u003e","code":"bad-date","excerpt":"\ta fault","caret":true,"before":"\ta "}]}`
	if got := p.wantEvent(next, "errors"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	p.wantPage("<p>one</p>")
	if got := p.wantEvent(p.listen(""), "errors"); got != want {
		t.Errorf("a page opened meanwhile gets %s", got)
	}
	p.wantLog("page.md:1:4: error: a <b>fault</b> [bad-date]\nnot rebuilt: 1 error; the last good site stays\n")
	p.save("page.md", "two")
	p.wantEvent(next, "reload")
	p.wantPage("<p>two</p>")
}

func TestNeverAGoodSite(t *testing.T) {
	p := start(t, "a fault <script>")
	for _, path := range []string{"", "articles/x.html"} {
		status, body := p.get(path)
		if status != 503 {
			t.Errorf("/%s: status %d, want 503", path, status)
		}
		for _, want := range []string{
			"page.md:1:3", "a &lt;b&gt;fault&lt;/b&gt;", "a fault &lt;script&gt;\n<span aria-hidden=\"true\"><span>a </span>^</span>", "[bad-date]",
			"there is no site to show yet", `data-build="1"`, `role="alert"`, `<script src="/__dossier/live.js"`,
		} {
			if !strings.Contains(body, want) {
				t.Errorf("/%s: %q is not in\n%s", path, want, body)
			}
		}
		if strings.Contains(body, "a hint") {
			t.Errorf("/%s shows a warning:\n%s", path, body)
		}
	}
	next := p.listen("")
	p.wantEvent(next, "errors")
	p.save("page.md", "good")
	p.wantEvent(next, "reload")
	p.wantPage("<p>good</p>")
}

// When the environment fails a later build, serving goes on.
func TestEnvironmentFailsLater(t *testing.T) {
	p := start(t, "one")
	next := p.listen("")
	if err := os.Remove(filepath.Join(p.content, "page.md")); err != nil {
		t.Fatal(err)
	}
	if got := p.wantEvent(next, "errors"); !strings.Contains(got, `"problem":"open `) {
		t.Errorf("got %s", got)
	}
	p.wantPage("<p>one</p>")
	p.save("page.md", "two")
	p.wantEvent(next, "reload")
}

func TestEnvironmentFailsFirst(t *testing.T) {
	broken := errors.New("the disk is gone")
	err := Run(t.Context(), Config{Addr: "127.0.0.1:0", Log: io.Discard}, func(context.Context, []string) (Site, error) { return Site{}, broken })
	if !errors.Is(err, broken) {
		t.Errorf("Run: %v", err)
	}
}

func TestAddr(t *testing.T) {
	for _, addr := range []string{
		"0.0.0.0:0", ":0", "[::]:0", "192.168.1.1:0", "example.org:0", "127.0.0.1", "", "1313", "127.0.0.1.example.org:0", "2130706433:0",
	} {
		err := Run(t.Context(), Config{Addr: addr, Log: io.Discard}, nil)
		if !errors.Is(err, ErrAddr) || !strings.Contains(err.Error(), "--addr") {
			t.Errorf("%q: %v", addr, err)
		}
	}
	busy := strings.TrimSuffix(strings.TrimPrefix(start(t, "one").url, "http://"), "/")
	err := Run(t.Context(), Config{Addr: busy, Log: io.Discard}, nil)
	if err == nil || errors.Is(err, ErrAddr) || !strings.Contains(err.Error(), busy+" is in use by another program") || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("%q: %v", busy, err)
	}
}

func TestShutdownLeavesNothing(t *testing.T) {
	http.DefaultClient.CloseIdleConnections()
	before := runtime.NumGoroutine()
	times := usualTimeouts()
	times.shutdown = patience // for the stream to end by itself, however busy the machine is
	p := startWith(t, "one", times)
	stream, err := http.Get(p.url + "__dossier/events")
	if err != nil {
		t.Fatal(err)
	}
	p.stop()
	if _, err := io.Copy(io.Discard, stream.Body); err != nil {
		t.Errorf("the stream was cut off: %v", err)
	}
	stream.Body.Close()
	p.eventually("all goroutines end", func() bool {
		http.DefaultClient.CloseIdleConnections()
		return runtime.NumGoroutine() <= before
	})
	if _, err := http.Get(p.url); err == nil {
		t.Error("still served")
	}
}

// Run ends while a build is under way, and only after that has ended.
func TestCancelDuringFirstBuild(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	ended := false
	err := Run(ctx, Config{Addr: "127.0.0.1:0", Log: io.Discard}, func(ctx context.Context, _ []string) (Site, error) {
		cancel()
		<-ctx.Done()
		ended = true
		return Site{}, ctx.Err()
	})
	if err != nil || !ended {
		t.Errorf("err %v, ended %t", err, ended)
	}
}
