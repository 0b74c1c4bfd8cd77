package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// webkit is WebKitGTK's small browser, the nearest to Safari that runs here, driven
// by the WebDriver protocol, on a screen in memory: it has no mode without windows.
type webkit struct {
	*testing.T
	session string // address of what the driver is asked for
}

// newWebKit starts a screen, a driver and a browser for one test.
func newWebKit(t *testing.T) *webkit {
	t.Helper()
	driver := "WebKitWebDriver"
	if name := os.Getenv("WEBKIT"); name != "" {
		driver = name
	}
	for _, name := range []string{driver, "Xvfb"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Fatalf("no %s: install WebKitGTK's driver and a screen in memory (Debian: apt-get install webkit2gtk-driver xvfb)", name)
		}
	}
	browsers, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if err != nil || len(browsers) == 0 {
		t.Fatal("no MiniBrowser, which comes with WebKitGTK's driver: ", err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	screen := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{write}
	run(t, screen)
	write.Close()
	display, err := bufio.NewReader(read).ReadString('\n')
	read.Close()
	if err != nil {
		t.Fatal("the screen does not start: ", err)
	}
	port := freePort(t)
	own := t.TempDir()
	drive := exec.Command(driver, "--port="+port)
	drive.Env = append(os.Environ(), "DISPLAY=:"+strings.TrimSpace(display), "HOME="+own, "TMPDIR="+own,
		"WEBKIT_DISABLE_COMPOSITING_MODE=1", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1", "http_proxy=http://127.0.0.1:9", "no_proxy=127.0.0.1")
	run(t, drive)
	for range polls {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			conn.Close()
			break
		}
		time.Sleep(poll)
	}
	w := &webkit{t, "http://127.0.0.1:" + port + "/session"}
	var session struct{ SessionID string }
	w.call("POST", "", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{
		"webkitgtk:browserOptions": map[string]any{"binary": browsers[0], "args": []string{"--automation"}},
	}}}, &session)
	w.session += "/" + session.SessionID
	t.Cleanup(func() { w.call("DELETE", "", nil, nil) })
	return w
}

// run starts a program that ends with the test.
func run(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	return port
}

// call asks the driver, and puts what it answers to value, if that is not nil.
func (w *webkit) call(method, path string, arguments, value any) {
	w.Helper()
	var body io.Reader
	if arguments != nil {
		text, err := json.Marshal(arguments)
		if err != nil {
			w.Fatal(err)
		}
		body = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, w.session+path, body)
	if err != nil {
		w.Fatal(err)
	}
	client := http.Client{Timeout: 2 * time.Minute}
	answer, err := client.Do(request)
	if err != nil {
		w.Fatalf("%s: %v", path, err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		w.Fatalf("%s: %s %v: %.500s", path, answer.Status, err, text)
	}
	if value == nil {
		return
	}
	if err := json.Unmarshal(text, &struct{ Value any }{value}); err != nil {
		w.Fatalf("%s: %v: %.200s", path, err, text)
	}
}

func (w *webkit) open(address string) {
	w.Helper()
	w.call("POST", "/url", map[string]any{"url": address}, nil)
}

func (w *webkit) width(n int) {
	w.Helper()
	w.call("POST", "/window/rect", map[string]any{"width": n, "height": 900}, nil)
}

func (w *webkit) eval(expression string, value any) {
	w.Helper()
	w.call("POST", "/execute/async", map[string]any{
		"script": fmt.Sprintf("const done = arguments[0]; %s.then(done, e => done('' + e))", expression), "args": []any{},
	}, value)
}
