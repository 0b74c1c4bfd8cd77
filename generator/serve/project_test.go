package serve

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/generator/diag"
)

// patience is how long a test waits for what should come at once.
const patience = time.Minute

// project is a folder being served by Run. Its build makes index.html of
// content/page.md and fails on the word "fault".
type project struct {
	t       *testing.T
	content string
	log     *buffer
	url     string
	stop    func() // ends Run and fails the test on an error
}

// buffer is a bytes.Buffer for several goroutines.
type buffer struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.String()
}

func start(t *testing.T, page string) *project {
	t.Helper()
	return startWith(t, page, usualTimeouts())
}

func startWith(t *testing.T, page string, times timeouts) *project {
	t.Helper()
	p := &project{t: t, content: filepath.Join(t.TempDir(), "content"), log: &buffer{}}
	if err := os.Mkdir(p.content, 0o755); err != nil {
		t.Fatal(err)
	}
	p.save("page.md", page)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	cfg := Config{Addr: "127.0.0.1:0", Watch: []string{p.content, filepath.Join(p.content, "..", "layouts")}, Log: p.log,
		Report: func(faults diag.List) { _ = faults.Write(p.log, diag.Text) }}
	go func() { ended <- run(ctx, cfg, p.build, times) }()
	p.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	t.Cleanup(p.stop)
	line := regexp.MustCompile(`Serving (http://127\.0\.0\.1:\d+/) — press Ctrl\+C to stop\n`)
	p.eventually("the server starts", func() bool {
		m := line.FindStringSubmatch(p.log.String())
		if m != nil {
			p.url = m[1]
		}
		return m != nil
	})
	return p
}

func (p *project) build(context.Context, []string) (Site, error) {
	text, err := os.ReadFile(filepath.Join(p.content, "page.md"))
	if err != nil {
		return Site{}, err
	}
	var faults diag.List
	faults.Add(diag.Pos{File: "page.md", Line: 1}, diag.UnknownKey, "a hint")
	if at := strings.Index(string(text), "fault"); at >= 0 {
		faults = append(faults, diag.Diagnostic{
			Pos: diag.Pos{File: "page.md", Line: 1, Col: at + 1}, Code: diag.BadDate, Message: "a <b>fault</b>", Excerpt: string(text),
		})
		return Site{Diagnostics: faults}, nil
	}
	page := "<!doctype html><html><body><p>" + string(text) + "</p></body></html>"
	return Site{Files: filesOf(map[string]string{"index.html": page}), Summary: "built it", Diagnostics: faults, OK: true}, nil
}

// save writes a file below content as careful editors do: beside it, then
// renamed over it.
func (p *project) save(name, text string) {
	p.t.Helper()
	path := filepath.Join(p.content, name)
	if err := os.WriteFile(path+"~", []byte(text), 0o644); err != nil {
		p.t.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		p.t.Fatal(err)
	}
}

func (p *project) get(path string) (status int, body string) {
	p.t.Helper()
	r, err := http.Get(p.url + path)
	if err != nil {
		p.t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return r.StatusCode, string(text)
}

// wantLog waits until some words are in the log: the builder tells of a site
// after it has made it the current one.
func (p *project) wantLog(words string) {
	p.t.Helper()
	p.eventually(fmt.Sprintf("the log has %q", words), func() bool { return strings.Contains(p.log.String(), words) })
}

func (p *project) eventually(what string, holds func() bool) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(deadline) {
			p.t.Fatalf("it never came that %s; log:\n%s", what, p.log)
		}
	}
}

// listen opens an event stream. The function it gives waits for the next event.
func (p *project) listen(query string) (next func() (event, data string)) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), patience)
	p.t.Cleanup(cancel)
	r, err := http.NewRequestWithContext(ctx, "GET", p.url+"__dossier/events"+query, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { answer.Body.Close() })
	if got := answer.Header.Get("Content-Type"); got != "text/event-stream" {
		p.t.Fatalf("the stream's type is %q", got)
	}
	lines := bufio.NewScanner(answer.Body)
	if !lines.Scan() || lines.Text() != "retry: 500" {
		p.t.Fatalf("the stream begins with %q", lines.Text())
	}
	return func() (event, data string) {
		p.t.Helper()
		for lines.Scan() {
			if name, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
				event = name
			} else if text, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				return event, text
			}
		}
		p.t.Fatalf("the stream ended (%v); log:\n%s", lines.Err(), p.log)
		return "", ""
	}
}

func (p *project) wantEvent(next func() (string, string), want string) (data string) {
	p.t.Helper()
	event, data := next()
	if event != want {
		p.t.Fatalf("event %q with %q, want %q; log:\n%s", event, data, want, p.log)
	}
	return data
}

func (p *project) wantPage(part string) {
	p.t.Helper()
	if status, body := p.get(""); status != 200 || !strings.Contains(body, part) {
		p.t.Errorf("status %d, want 200 and %q in\n%s", status, part, body)
	}
}
