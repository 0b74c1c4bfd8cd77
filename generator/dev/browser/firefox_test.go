package browser

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// quiet are settings with which Firefox asks nobody anything, and says at which port
// it is driven.
const quiet = `user_pref("marionette.port", 0);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("services.settings.server", "http://127.0.0.1:9");
user_pref("toolkit.telemetry.enabled", false);
`

// firefox is a browser that is driven by Marionette, its own protocol: messages are
// JSON, with their length before them.
type firefox struct {
	*testing.T
	conn net.Conn
	in   *bufio.Reader
	id   int
}

// newFirefox starts a browser without a window and with a fresh profile, for one test.
func newFirefox(t *testing.T) *firefox {
	t.Helper()
	names := []string{"firefox-esr", "firefox"}
	if name := os.Getenv("FIREFOX"); name != "" {
		names = []string{name}
	}
	file := ""
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil && file == "" {
			file = found
		}
	}
	if file == "" {
		t.Fatalf("no browser among %s: install Firefox (Debian: apt-get install firefox-esr) or name it in FIREFOX", strings.Join(names, ", "))
	}
	own, err := os.MkdirTemp(filepath.Dir(made(t, program)), "firefox-")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(own, "user.js"), []byte(quiet), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(file, "--headless", "--marionette", "--no-remote", "--profile", own)
	cmd.Env = append(os.Environ(), "HOME="+own, "TMPDIR="+own)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	f := &firefox{T: t}
	t.Cleanup(func() {
		if f.conn != nil {
			f.send("Marionette:Quit", map[string]any{"flags": []string{"eForceQuit"}})
			f.conn.Close()
		}
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			cmd.Process.Kill()
			<-ended
		}
	})
	var port []byte
	for range polls {
		if port, err = os.ReadFile(filepath.Join(own, "MarionetteActivePort")); err == nil && len(port) > 0 {
			break
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s does not start: %v", file, err)
		case <-time.After(poll):
		}
	}
	if f.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port))); err != nil {
		t.Fatal(err)
	}
	f.conn.SetDeadline(time.Now().Add(5 * time.Minute))
	f.in = bufio.NewReader(f.conn)
	f.receive() // who speaks
	f.call("WebDriver:NewSession", map[string]any{}, nil)
	f.call("WebDriver:SetTimeouts", map[string]any{"script": 120_000}, nil)
	return f
}

// receive is the next message.
func (f *firefox) receive() []byte {
	f.Helper()
	length, err := f.in.ReadString(':')
	if err != nil {
		f.Fatal(err)
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		f.Fatal(err)
	}
	text := make([]byte, n)
	if _, err := io.ReadFull(f.in, text); err != nil {
		f.Fatal(err)
	}
	return text
}

func (f *firefox) send(command string, arguments map[string]any) {
	f.Helper()
	f.id++
	text, err := json.Marshal([]any{0, f.id, command, arguments})
	if err != nil {
		f.Fatal(err)
	}
	if _, err := fmt.Fprintf(f.conn, "%d:%s", len(text), text); err != nil {
		f.Errorf("%s: %v", command, err)
	}
}

// call has a command done, and puts what it gives to value, if that is not nil.
func (f *firefox) call(command string, arguments map[string]any, value any) {
	f.Helper()
	f.send(command, arguments)
	var answer [4]json.RawMessage // 1, the number of the command, the error, the result
	text := f.receive()
	if err := json.Unmarshal(text, &answer); err != nil {
		f.Fatalf("%s: %v: %.200s", command, err, text)
	}
	if string(answer[2]) != "null" {
		f.Fatalf("%s: %.500s", command, answer[2])
	}
	if value == nil {
		return
	}
	result := struct{ Value any }{value}
	if err := json.Unmarshal(answer[3], &result); err != nil {
		f.Fatalf("%s: %v: %.200s", command, err, answer[3])
	}
}

// open loads a page by its address.
func (f *firefox) open(address string) {
	f.Helper()
	f.call("WebDriver:Navigate", map[string]any{"url": address}, nil)
}

// eval gives the value of a promise.
func (f *firefox) eval(expression string, value any) {
	f.Helper()
	f.call("WebDriver:ExecuteAsyncScript", map[string]any{
		"script": "const done = arguments[0]; " + expression + ".then(done, e => done('' + e))", "args": []any{},
	}, value)
}

func (f *firefox) width(n int) {
	f.Helper()
	f.call("WebDriver:SetWindowRect", map[string]any{"width": n, "height": 900}, nil)
}
