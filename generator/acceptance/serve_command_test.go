package acceptance

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"
)

// served is a dossier that the command shows.
type served struct {
	t      *testing.T
	dir    string
	url    string
	lines  chan string // what the command prints
	stop   context.CancelFunc
	status chan int
}

func startServe(t *testing.T, flags ...string) *served {
	t.Helper()
	s := newServed(t)
	s.start(nil, flags...)
	return s
}

func newServed(t *testing.T) *served {
	t.Helper()
	s := &served{t: t, dir: t.TempDir(), lines: make(chan string, 100), status: make(chan int, 1)}
	s.write("index.md", "---\ntitle: Bridges\n---\nText.\n")
	return s
}

// start starts the command. Its standard output goes to stdout; with nil it is
// read with the rest.
func (s *served) start(stdout io.Writer, flags ...string) {
	t := s.t
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	s.stop = stop
	out, in := io.Pipe()
	if stdout == nil {
		stdout = in
	}
	args := append([]string{"serve", "--addr", "127.0.0.1:0", "--content", filepath.Join(s.dir, "content"), "--layouts", filepath.Join(s.dir, "layouts"),
		"--out", filepath.Join(s.dir, "public")}, flags...)
	go func() {
		s.status <- run(ctx, args, afero.NewOsFs(), stdout, in)
		in.Close()
	}()
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			s.lines <- lines.Text()
		}
		close(s.lines)
	}()
	t.Cleanup(s.end)
	s.url = strings.Fields(s.line("Serving http://"))[1]
}

// end stops the command and waits until it has ended.
func (s *served) end() {
	s.stop()
	for range s.lines { // what it still says, that it need not wait for a reader
	}
}

func (s *served) write(name, text string) {
	s.t.Helper()
	name = filepath.Join(s.dir, "content", name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// line waits for a line that holds some words.
func (s *served) line(words string) string {
	s.t.Helper()
	for patience := time.After(time.Minute); ; {
		select {
		case line, ok := <-s.lines:
			if !ok {
				s.t.Fatalf("the command ended before it said %q", words)
			}
			if strings.Contains(line, words) {
				return line
			}
		case <-patience:
			s.t.Fatalf("the command does not say %q", words)
		}
	}
}

func (s *served) get(name string) (int, string) {
	s.t.Helper()
	resp, err := http.Get(s.url + name)
	if err != nil {
		s.t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// TestServe shows a dossier, follows its changes, keeps the last good site beside a fault, and writes nothing to disk.
func TestServe(t *testing.T) {
	s := startServe(t)
	if status, body := s.get(""); status != http.StatusOK || !strings.Contains(body, "Bridges") {
		t.Errorf("the home page: %d, %.200s", status, body)
	}
	s.write("pages/new.md", "---\ntitle: A new page\nunknown: key\n---\n")
	s.line("unknown-key")
	if status, body := s.get("pages/new.html"); status != http.StatusOK || !strings.Contains(body, "A new page") {
		t.Errorf("the new page: %d, %.200s", status, body)
	}
	s.write("pages/new.md", "no front matter\n")
	s.line("front-matter")
	if status, body := s.get("pages/new.html"); status != http.StatusOK || !strings.Contains(body, "A new page") {
		t.Errorf("the page of the last good site: %d, %.200s", status, body)
	}
	if status, body := s.get("none.html"); status != http.StatusNotFound || !strings.Contains(body, `href="/index.html"`) {
		t.Errorf("a missing page, whose links start at the root: %d, %.200s", status, body)
	}
	if _, err := os.Stat(filepath.Join(s.dir, "public")); !os.IsNotExist(err) {
		t.Errorf("the output folder: %v", err)
	}
	s.stop()
	if status := <-s.status; status != done {
		t.Errorf("exit status %d", status)
	}
}

// TestServeQuietly passes over hints.
func TestServeQuietly(t *testing.T) {
	s := startServe(t, "--quiet")
	s.write("pages/new.md", "---\ntitle: A new page\nunknown: key\n---\n")
	s.line("rebuilt in")
	s.write("pages/new.md", "no front matter\n")
	for line := range s.lines {
		if strings.Contains(line, "unknown-key") {
			t.Errorf("a hint is printed: %s", line)
		}
		if strings.Contains(line, "front-matter") {
			return
		}
	}
	t.Error("an error is not printed")
}

// TestServeFlags shows what the flags choose: in the terminal and beside pages.
func TestServeFlags(t *testing.T) {
	s := newServed(t)
	s.write("pages/warned.md", "---\ntitle: W\nunknown: key\naccept: [raw-html]\n---\n")
	var stdout bytes.Buffer // written to before the command says that it serves
	s.start(&stdout, "--format", "json", "--except", "unused,empty-value")
	if got := stdout.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, `"code":"unknown-key"`) {
		t.Errorf("on standard output:\n%s", got)
	}
	s.end()

	s = newServed(t)
	s.write("pages/warned.md", "---\ntitle: W\nunknown: key\naccept: [raw-html]\n---\n")
	s.start(nil, "--strict", "--only", "broken-link")
	if status, body := s.get("pages/warned.html"); status != http.StatusOK {
		t.Errorf("with warnings that are hidden: %d, %.200s", status, body)
	}
	s.end()

	s = newServed(t)
	s.write("pages/warned.md", "---\ntitle: W\nunknown: key\naccept: [raw-html]\n---\n")
	s.start(nil, "--strict", "--quiet", "--except", "unknown-key")
	if status, body := s.get("pages/warned.html"); status != http.StatusServiceUnavailable || !strings.Contains(body, "[unused]") || strings.Contains(body, "unknown-key") {
		t.Errorf("with a warning that is not: %d, %.200s", status, body)
	}
}

func TestServeFails(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	busy := taken.Addr().String()
	for _, tt := range []struct {
		args []string
		want int
		says string
	}{
		{[]string{"--addr", "0.0.0.0:1313"}, misused, "--addr"},
		{[]string{"--addr", busy}, environment, busy + " is in use by another program; stop it, or choose another port with --addr"},
		{[]string{"--addr", "127.0.0.1:0", "--jobs=-1"}, misused, "--jobs takes a number from 1"},
		{[]string{"--addr", "127.0.0.1:0", "--base-url", "nowhere"}, misused, "--base-url takes an address"},
		{[]string{"--addr", "127.0.0.1:0", "--content", filepath.Join(t.TempDir(), "none")}, environment, "there is no content folder"},
	} {
		var stdout, stderr bytes.Buffer
		status := run(t.Context(), append([]string{"serve", "--content", t.TempDir()}, tt.args...), afero.NewOsFs(), &stdout, &stderr)
		if status != tt.want || !strings.Contains(stderr.String(), tt.says) {
			t.Errorf("serve %v: exit status %d, want %d; %s", tt.args, status, tt.want, stderr.String())
		}
	}
}
