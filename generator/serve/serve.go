// Package serve shows a site while it is being written: it builds, serves the
// result on this machine, watches the sources, rebuilds when they change and
// reloads the pages that are open. A page is made when somebody asks for it.
//
// What always holds:
//   - Only this machine is served: the listener is on a loopback address, and a
//     request must name that address and come from one of our own pages, so that
//     no foreign page reads a draft through the browser (DNS rebinding).
//   - The files served are those of the last good site. A build with errors
//     changes nothing but the diagnostics, which are shown on top of the pages.
//   - Builds run one at a time. A change seen while one runs makes another
//     follow, so the last save always counts.
//   - What an editor wrote reaches a page of ours only as text.
//   - When Run returns, its goroutines have ended and its files are closed.
//
// The package reads the clock to say how long a build took, to gather the changes
// of one save, and for timeouts; nothing of that reaches a page.
package serve

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"syscall"
	"time"

	"dossier/generator/diag"
)

// Files finds a file of a site by its relative name with slashes, such as
// "articles/x/index.html", and gives the function that makes its bytes; ok is
// false when the site has no such file. Both are called by several goroutines,
// also while the next build runs.
type Files func(name string) (render func() ([]byte, error), ok bool)

// Site is what one build gives.
type Site struct {
	Files       Files     // not used when OK is false
	Summary     string    // one line about the first build, to print
	Diagnostics diag.List // sorted; Excerpt holds the text of the line at fault
	OK          bool      // false: there are errors, and the last good site stays
}

// Build makes the site, given the files and folders that may have changed since
// the build before, each below one of Config.Watch and named as it is there;
// nil means that anything may have. The error is for a failing environment;
// faults of the content are diagnostics. Builds never run at the same time.
type Build func(ctx context.Context, changed []string) (Site, error)

// Config says where to serve, what to watch and where to write.
type Config struct {
	Addr   string          // host:port; the host is a loopback address or "localhost", port 0 means any free one
	Watch  []string        // folders, watched with all they hold; one that is missing is watched once it appears
	Log    io.Writer       // progress, a line each
	Report func(diag.List) // prints the diagnostics of a build, when there are any
}

// ErrAddr is what Run's error wraps when Config.Addr is not one to serve on.
var ErrAddr = errors.New("not an address of this machine alone")

// timeouts bound what a slow or silent client can hold.
type timeouts struct {
	header    time.Duration // to send a request's head
	read      time.Duration // to send all of a request
	write     time.Duration // to take an answer
	idle      time.Duration // between two requests
	stream    time.Duration // to take one message of an event stream, which has no other bound
	heartbeat time.Duration // between two messages of a stream, so that it does not look dead
	shutdown  time.Duration // for requests that run when the server stops
}

func usualTimeouts() timeouts {
	return timeouts{
		header: 5 * time.Second, read: 10 * time.Second, write: 30 * time.Second, idle: time.Minute,
		stream: 10 * time.Second, heartbeat: 15 * time.Second, shutdown: time.Second,
	}
}

// maxHeader bounds the bytes of a request's head.
const maxHeader = 1 << 16

// server is one run of the command.
type server struct {
	state   *state
	guard   guard
	streams chan struct{} // holds one element for each open event stream
	times   timeouts
}

// Run serves the site until ctx ends, which is no error. An error says that the
// address cannot be used (see ErrAddr), that the folders cannot be watched, or
// that the first build failed for want of its environment. When a later build
// fails so, it is reported like a fault of the content, and serving goes on.
func Run(ctx context.Context, cfg Config, build Build) error {
	return run(ctx, cfg, build, usualTimeouts())
}

func run(ctx context.Context, cfg Config, build Build, times timeouts) error {
	listener, err := listen(ctx, cfg.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	out := &lockedWriter{w: cfg.Log}
	watch, err := newWatcher(cfg.Watch, out)
	if err != nil {
		return err
	}
	defer watch.close()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	b := &builder{build: build, log: out, report: cfg.Report, state: newState(rand.Text()[:8])}
	if err := b.first(ctx); err != nil || ctx.Err() != nil {
		return err
	}
	port := listener.Addr().(*net.TCPAddr).AddrPort().Port()
	s := &server{state: b.state, guard: guard{port: port}, streams: make(chan struct{}, maxStreams), times: times}
	web := &http.Server{
		Handler:                      s,
		ReadHeaderTimeout:            times.header,
		ReadTimeout:                  times.read,
		WriteTimeout:                 times.write,
		IdleTimeout:                  times.idle,
		MaxHeaderBytes:               maxHeader,
		DisableGeneralOptionsHandler: true,
		ErrorLog:                     log.New(lines{out}, "", 0),
		// Ends the event streams, which Shutdown would wait for.
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	changes := make(chan []string, 1)
	failed := make(chan error, 1)
	var running sync.WaitGroup
	running.Go(func() { watch.run(ctx, changes) })
	running.Go(func() { b.follow(ctx, changes) })
	running.Go(func() { failed <- web.Serve(listener) })
	b.say("Serving http://%s/ — press Ctrl+C to stop", listener.Addr())

	select {
	case <-ctx.Done():
		err = nil
	case err = <-failed:
		err = fmt.Errorf("serve on %s: %w", listener.Addr(), err)
	}
	cancel()
	stop(web, times.shutdown)
	running.Wait()
	return err
}

// stop lets running requests finish, but only until the timeout: browsers keep
// connections open on which they have asked nothing yet.
func stop(web *http.Server, timeout time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	if web.Shutdown(ctx) != nil {
		web.Close()
	}
}

// listen opens addr, which must be on this machine alone.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("--addr %q: %w; write host:port, such as 127.0.0.1:1313", addr, ErrAddr)
	}
	if !isLoopback(host) {
		return nil, fmt.Errorf("--addr %q: %w; drafts are served to this machine only, "+
			"so the host must be 127.0.0.1, [::1] or localhost", addr, ErrAddr)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windowsInUse) {
		return nil, fmt.Errorf("%s is in use by another program; stop it, or choose another port with --addr", addr)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s; choose another address with --addr: %w", addr, err)
	}
	// "localhost" may lead elsewhere: the resolver of this machine decides.
	if bound := listener.Addr().(*net.TCPAddr); !bound.IP.IsLoopback() {
		listener.Close()
		return nil, fmt.Errorf("--addr %q: %w; it leads to %s", addr, ErrAddr, bound.IP)
	}
	return listener, nil
}

// windowsInUse is WSAEADDRINUSE, what Windows says of a busy port; Go's
// EADDRINUSE is a number of its own there. No other system has this one.
const windowsInUse = syscall.Errno(10048)

// isLoopback reports whether host, without brackets, names this machine alone.
func isLoopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// lines escapes, in each line that is written to w, what must not be printed.
type lines struct{ w io.Writer }

func (l lines) Write(p []byte) (int, error) {
	for line := range strings.Lines(string(p)) {
		if err := diag.Say(l.w, "%s", strings.TrimSuffix(line, "\n")); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

// lockedWriter lets one goroutine at a time write to w.
type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}
