package linkcheck

import (
	"context"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"time"
)

// host is one that is asked. Who holds its turn may use the rest.
type host struct {
	turn     chan struct{} // holds one
	free     time.Time     // when it may be asked again
	answered bool          // at least once
	silent   int           // requests in a row that it left unanswered, or answered with no more than "later"
	closed   error         // what it gave last, when it is asked no more
}

func (r *run) host(u *url.URL) *host {
	r.mu.Lock()
	defer r.mu.Unlock()
	h, ok := r.hosts[hostOf(u)]
	if !ok {
		h = &host{turn: make(chan struct{}, 1)}
		r.hosts[hostOf(u)] = h
	}
	return h
}

// busyError says that a host asks to be left alone.
type busyError struct {
	status int
	until  time.Duration // from now; 0 when it does not say for how long
}

func (b *busyError) Error() string {
	if b.until > 0 {
		return fmt.Sprintf("%s: the site asks to be left alone for %s", status(b.status), b.until.Round(time.Second))
	}
	return status(b.status) + ": the site asks to be left alone"
}

// request asks for one thing when it is the host's turn, again when the host asks for
// patience. The response has no body. Errors are those of the network, a *busyError or
// the context's.
func (r *run) request(ctx context.Context, method string, u *url.URL, jar *cookiejar.Jar) (*http.Response, error) {
	h := r.host(u)
	select {
	case h.turn <- struct{}{}:
		defer func() { <-h.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	for try := 1; ; try++ {
		if h.closed != nil {
			return nil, h.closed
		}
		if wait := h.free.Sub(r.Now()); wait > 0 {
			if err := r.Wait(ctx, wait); err != nil {
				return nil, err
			}
		}
		response, err := r.ask(ctx, method, u, jar)
		h.free = r.Now().Add(pause)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			h.missed(err)
			return nil, err
		}
		h.answered = true
		busy := r.busy(response)
		if busy == nil {
			h.silent = 0
			return response, nil
		}
		if try == maxTries || busy.until > maxPatience {
			if h.silent++; h.silent >= maxSilence || busy.status == http.StatusTooManyRequests || busy.until > 0 {
				h.closed = busy
			}
			return nil, busy
		}
		patience := busy.until
		if patience == 0 {
			patience = time.Duration(try) * 10 * time.Second
		}
		h.free = r.Now().Add(max(patience, pause))
	}
}

// missed notes a request without an answer. A host that has no address, or is silent
// again, is asked no more.
func (h *host) missed(err error) {
	h.silent++
	if h.silent >= maxSilence && isSilence(err) || isNoHost(err) {
		h.closed = err
	}
}

// ask makes one request.
func (r *run) ask(ctx context.Context, method string, u *url.URL, jar *cookiejar.Jar) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, r.Timeout)
	defer cancel()
	asked := *u
	asked.User, asked.Fragment = nil, ""
	request, err := http.NewRequestWithContext(ctx, method, asked.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", r.Agent)
	request.Header.Set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8") // some sites refuse who accepts nothing by name
	client := http.Client{Transport: r.Transport, Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	return response, response.Body.Close() // unread: who was asked is told to stop
}

// busy is what a host says that asks for patience; nil for one that does not.
func (r *run) busy(response *http.Response) *busyError {
	if response.StatusCode != http.StatusTooManyRequests && response.StatusCode != http.StatusServiceUnavailable {
		return nil
	}
	out := &busyError{status: response.StatusCode}
	after := response.Header.Get("Retry-After")
	if seconds, err := strconv.ParseUint(after, 10, 31); err == nil {
		out.until = time.Duration(seconds) * time.Second
	} else if at, err := http.ParseTime(after); err == nil {
		out.until = max(0, at.Sub(r.Now()))
	}
	return out
}
