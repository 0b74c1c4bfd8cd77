package serve

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// impatient are timeouts that a test can wait for.
func impatient() timeouts {
	times := usualTimeouts()
	times.header, times.read, times.write = 100*time.Millisecond, 200*time.Millisecond, 200*time.Millisecond
	times.idle, times.stream, times.heartbeat = 200*time.Millisecond, 200*time.Millisecond, 20*time.Millisecond
	return times
}

// dial opens a connection, on which HTTP is written by hand.
func (p *project) dial() *net.TCPConn {
	p.t.Helper()
	conn, err := net.Dial("tcp", p.host())
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
		p.t.Fatal(err)
	}
	return conn.(*net.TCPConn)
}

func (p *project) host() string { return strings.TrimSuffix(strings.TrimPrefix(p.url, "http://"), "/") }

// say writes to a connection; the server may have closed it already.
func say(conn net.Conn, format string, args ...any) { _, _ = fmt.Fprintf(conn, format, args...) }

// wantClosed waits until the server has closed the connection.
func (p *project) wantClosed(conn net.Conn, what string) {
	p.t.Helper()
	if _, err := io.Copy(io.Discard, conn); err != nil && strings.Contains(err.Error(), "timeout") {
		p.t.Errorf("%s: the connection stays open", what)
	}
}

// wantQuiet waits until no more goroutines run than before.
func (p *project) wantQuiet(before int) {
	p.t.Helper()
	p.eventually("all goroutines end", func() bool {
		http.DefaultClient.CloseIdleConnections()
		return runtime.NumGoroutine() <= before
	})
}

// A client that is slow, or says nothing, is hung up on, whatever it was about to do.
func TestSlowClients(t *testing.T) {
	p := startWith(t, strings.Repeat("a long page ", 1<<20), impatient())
	http.DefaultClient.CloseIdleConnections()
	before := runtime.NumGoroutine()
	for what, say := range map[string]func(net.Conn){
		"nothing":     func(net.Conn) {},
		"half a head": func(c net.Conn) { say(c, "GET / HTTP/1.1\r\nHost: %s\r\n", p.host()) },
		"no body":     func(c net.Conn) { say(c, "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 1000\r\n\r\n", p.host()) },
		"half a chunk": func(c net.Conn) {
			say(c, "GET / HTTP/1.1\r\nHost: %s\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nx", p.host())
		},
		"idle":          func(c net.Conn) { say(c, "HEAD / HTTP/1.1\r\nHost: %s\r\n\r\n", p.host()) },
		"reads nothing": func(c net.Conn) { say(c, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n", p.host()) },
		"a byte at a time": func(c net.Conn) {
			for range 1000 {
				if _, err := c.Write([]byte("X")); err != nil {
					return
				}
				time.Sleep(5 * time.Millisecond)
			}
		},
	} {
		conn := p.dial()
		say(conn)
		if what == "reads nothing" {
			p.wantQuiet(before) // with the connection still open at this end
		}
		p.wantClosed(conn, what)
	}
	p.wantQuiet(before)
	// The page itself may take longer than an impatient server waits: what is
	// not there is answered as fast on any machine.
	p.eventually("the server still answers", func() bool {
		resp, err := http.Head(p.url + "nothing.html")
		if err != nil {
			return false
		}
		resp.Body.Close()
		return resp.StatusCode == http.StatusNotFound
	})
}

// Each bound holds by itself, however long the others are.
func TestEachBound(t *testing.T) {
	for what, tt := range map[string]struct {
		bound func(*timeouts)
		say   string
	}{
		"half a head": {func(x *timeouts) { x.header = 100 * time.Millisecond }, "GET / HTTP/1.1\r\nHost: %s\r\n"},
		"no body":     {func(x *timeouts) { x.read = 100 * time.Millisecond }, "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 9\r\n\r\n"},
		"idle":        {func(x *timeouts) { x.idle = 100 * time.Millisecond }, "HEAD / HTTP/1.1\r\nHost: %s\r\n\r\n"},
	} {
		long := 10 * patience
		times := timeouts{header: long, read: long, write: long, idle: long, stream: long, heartbeat: long, shutdown: time.Second}
		tt.bound(&times)
		p := startWith(t, "one", times)
		conn := p.dial()
		say(conn, tt.say, p.host())
		p.wantClosed(conn, what)
	}
}

// A stream outlives the timeouts of requests.
func TestStreamLives(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits for seconds")
	}
	times := usualTimeouts()
	times.header, times.read, times.write, times.heartbeat = time.Second, time.Second, time.Second, 20*time.Millisecond
	p := startWith(t, "one", times)
	next := p.listen("")
	time.Sleep(times.read + times.write + times.write/2)
	p.save("page.md", "two")
	p.wantEvent(next, "reload")
}

// A stream that nobody reads is ended, and its place given to another.
func TestStreamNeverRead(t *testing.T) {
	s := newServer(t)
	s.times = impatient()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.guard.port = listener.Addr().(*net.TCPAddr).AddrPort().Port()
	web := &http.Server{Handler: s}
	go web.Serve(listener)
	defer web.Close()
	p := &project{t: t, url: "http://" + listener.Addr().String() + "/", log: &buffer{}}
	say(p.dial(), "GET %sevents HTTP/1.1\r\nHost: %s\r\n\r\n", ownPath, p.host())
	p.eventually("the stream opens", func() bool { return len(s.streams) == 1 })
	// In time no buffer between the two holds them all.
	problem := strings.Repeat("x", 1<<20)
	p.eventually("the stream ends", func() bool {
		s.state.fail(failure{Problem: problem})
		return len(s.streams) == 0
	})
}

// Of a thousand streams as many are served as may be, the others are refused at once, and when all
// are closed nothing is left of them.
func TestThousandStreams(t *testing.T) {
	p := start(t, "one")
	http.DefaultClient.CloseIdleConnections()
	before := runtime.NumGoroutine()
	var open []net.Conn
	served, refused := 0, 0
	for range 1000 {
		conn := p.dial()
		say(conn, "GET %sevents HTTP/1.1\r\nHost: %s\r\n\r\n", ownPath, p.host())
		status, err := bufio.NewReader(conn).ReadString('\n')
		switch {
		case err != nil:
			t.Fatal(err)
		case strings.Contains(status, " 200 "):
			served++
			open = append(open, conn)
		case strings.Contains(status, " 503 "):
			refused++
			conn.Close()
		}
	}
	if served != maxStreams || refused != 1000-maxStreams {
		t.Errorf("%d served, %d refused", served, refused)
	}
	for _, conn := range open {
		conn.Close()
	}
	p.wantQuiet(before)
	next := p.listen("")
	p.save("page.md", "two")
	p.wantEvent(next, "reload")
}

// Requests that no browser makes, byte for byte: none gets a page by a foreign name, and none a
// file beside the site.
func TestRawRequests(t *testing.T) {
	p := start(t, "one")
	if err := os.WriteFile(filepath.Join(p.content, "..", "secret.txt"), []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	host := p.host()
	for request, want := range map[string]string{
		"GET / HTTP/1.1\r\nHost: " + host:                             "200",
		"GET / HTTP/1.1\r\nHost: " + host + "\r\nHost: evil.example":  "400",
		"GET / HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://evil": "403",
		"GET / HTTP/1.1": "400",
		"GET / HTTP/1.0": "403",
		"GET / HTTP/1.1\r\nHost: " + host + "@evil.example":                  "400",
		"GET / HTTP/1.1\r\nHost: evil.example#" + host:                       "400",
		"GET http://evil.example/ HTTP/1.1\r\nHost: " + host:                 "403",
		"GET http://" + host + "/ HTTP/1.1\r\nHost: evil.example":            "200", // the address of the request is what counts
		"CONNECT evil.example:80 HTTP/1.1\r\nHost: " + host:                  "403",
		"OPTIONS * HTTP/1.1\r\nHost: " + host:                                "405",
		"GET / HTTP/1.1\r\nHost: " + host + "\r\nX: " + long(maxHeader+8192): "431",
		"GET /" + long(1<<14) + " HTTP/1.1\r\nHost: " + host:                 "404",
	} {
		p.wantStatus(request, want)
	}
	for _, path := range []string{
		"/../secret.txt", "/../../secret.txt", "/%2e%2e/secret.txt", "/%2E./secret.txt", "/.%2e/secret.txt", "/..%2fsecret.txt", "/..%2Fsecret.txt",
		"/..%5csecret.txt", "/..\\secret.txt", "/....//secret.txt", "/./../secret.txt", "/x/../../secret.txt", "//../secret.txt", "/%2f../secret.txt",
		"/%c0%ae%c0%ae/secret.txt", "/%u002e%u002e/secret.txt", "/..;/secret.txt", "/..%00/secret.txt", "/secret.txt%00.html", "/..%c0%afsecret.txt",
		"/%252e%252e/secret.txt", "/%25%32%65%25%32%65/secret.txt", "/．．/secret.txt", "/%ef%bc%8e%ef%bc%8e/secret.txt", "/..%e2%88%95secret.txt",
		"/.../secret.txt", "/.. /secret.txt", "/..%20/secret.txt", "/..%0a/secret.txt", "/__dossier/../../secret.txt", "/__dossier/%2e%2e/secret.txt",
		"/C:%5csecret.txt", "/C:/secret.txt", "/file:///secret.txt", "/" + filepath.ToSlash(p.content) + "/../secret.txt", "../secret.txt", "secret.txt",
	} {
		answer := p.raw("GET " + path + " HTTP/1.1\r\nHost: " + host)
		if code, _, _ := strings.Cut(strings.TrimPrefix(answer, "HTTP/1.1 "), " "); code != "400" && code != "404" || strings.Contains(answer, "\r\n\r\nsecret") {
			t.Errorf("%s: %.80q", path, answer)
		}
	}
}

func long(n int) string { return strings.Repeat("x", n) }

// raw sends a request's head and gives the whole answer.
func (p *project) raw(head string) string {
	p.t.Helper()
	conn := p.dial()
	say(conn, "%s\r\nConnection: close\r\n\r\n", head)
	answer, err := io.ReadAll(conn)
	if err != nil && len(answer) == 0 {
		p.t.Errorf("%.80q: %v", head, err)
	}
	return string(answer)
}

func (p *project) wantStatus(head, want string) {
	p.t.Helper()
	if answer := p.raw(head); !strings.HasPrefix(answer, "HTTP/1.1 "+want+" ") && !strings.HasPrefix(answer, "HTTP/1.0 "+want+" ") {
		p.t.Errorf("%.80q: %.80q, want %s", head, answer, want)
	}
}
