// Package linkcheck asks the web whether addresses still lead somewhere. Addresses go
// in, an answer for each comes out; it knows nothing of dossiers.
//
// It is a guest at other people's sites. Of a host one thing is asked at a time, with a
// pause after each; a host that asks for patience (429, 503, Retry-After) gets it, or is
// left alone when it wants more than is bearable, as is one that has been silent twice.
// HEAD comes first. GET follows where the answer to HEAD is no success, since many sites
// answer HEAD wrongly, and no body is read. Nothing is sent but the address, less what
// follows its #, and who asks. Cookies live for one address: some sites lead a guest that
// takes none around in a circle.
//
// It says broken only of what is certainly so: sites refuse programs with 401, 403, 429
// and 999, and are out of order for a day; those answers are unsure. What follows the #
// of an address is not looked for: pages make such places by script, so that a check of
// the HTML gives more false alarms than true ones.
//
// Addresses that are not public are not dialled unless that is allowed: content may be
// a stranger's, and the machine that checks it may stand inside of a network.
package linkcheck

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"syscall"
	"time"

	"dossier/generator/progress"
)

// Bounds of what is asked.
const (
	Timeout      = 20 * time.Second // for one answer
	pause        = time.Second      // between two requests to one host
	maxHosts     = 8                // asked side by side
	maxHops      = 10               // redirects of one address
	maxTries     = 3                // of one request, for a host that asks for patience
	maxPatience  = time.Minute      // that a host may ask for
	maxSilence   = 2                // requests that a host leaves unanswered before it is asked no more
	maxHeaderLen = 256 << 10
	maxAddress   = 2048 // bytes of an address that is suggested
)

// Word is what became of an address.
type Word string

// The words.
const (
	OK      Word = "ok"
	Moved   Word = "moved" // for good; Now says to where
	Broken  Word = "broken"
	Unsure  Word = "unsure"  // the site refuses programs, is out of order, or does not answer
	Unasked Word = "unasked" // there was no time
)

// Answer is what the web says of an address.
type Answer struct {
	Word Word
	Why  string // of what is not ok, in words of this program: none are the site's
	Now  string // the address to write instead; "" when none is known

	Private bool // it is of a machine or network that readers cannot reach
}

// Checker asks. All fields must be set.
type Checker struct {
	Agent     string            // who asks, as User-Agent
	Transport http.RoundTripper // Transport makes one
	Private   bool              // addresses that are not public are asked, too
	Timeout   time.Duration     // for one answer

	Now  func() time.Time
	Wait func(context.Context, time.Duration) error // the error is the context's
}

// Transport is how the web is reached. Private allows addresses that are not public, and
// a proxy that the environment names, behind which an address cannot be seen.
func Transport(private bool) *http.Transport {
	dialer := &net.Dialer{Timeout: Timeout}
	t := &http.Transport{
		ForceAttemptHTTP2: true, TLSHandshakeTimeout: Timeout,
		MaxResponseHeaderBytes: maxHeaderLen, DisableCompression: true, IdleConnTimeout: 10 * time.Second,
	}
	if private {
		t.Proxy = http.ProxyFromEnvironment
	} else {
		dialer.Control = func(_, address string, _ syscall.RawConn) error {
			to, err := netip.ParseAddrPort(address)
			if err == nil && !isPublic(to.Addr()) {
				err = &privateError{to.Addr()}
			}
			return err
		}
	}
	t.DialContext = dialer.DialContext
	return t
}

// Result is what a check found.
type Result struct {
	Answers map[string]Answer // by address
	Hosts   int               // that were asked
	Reached int               // of them, that answered whatever it was
}

// Check asks each address once, those that differ only behind the # together. When ctx
// is done, what was not asked till then is Unasked. Addresses that are not of the web
// (mail) have no answer.
func (c *Checker) Check(ctx context.Context, addresses []string) Result {
	r := &run{Checker: c, hosts: map[string]*host{}, answers: map[string]Answer{}}
	var order []string // of hosts
	queues, queued := map[string][]string{}, map[string]bool{}
	for _, address := range addresses {
		bare, _, _ := strings.Cut(address, "#")
		if !isWeb(bare) || queued[bare] {
			continue
		}
		queued[bare] = true
		u, err := url.Parse(bare)
		if err != nil || u.Host == "" {
			r.answers[bare] = Answer{Word: Broken, Why: "it is not well formed"}
			continue
		}
		if queues[hostOf(u)] == nil {
			order = append(order, hostOf(u))
		}
		queues[hostOf(u)] = append(queues[hostOf(u)], bare)
	}
	total := 0
	for _, queue := range queues {
		total += len(queue)
	}
	progress.Phase(ctx, "Asking the web")
	done := progress.Count(ctx, total)
	next := make(chan []string)
	var wg sync.WaitGroup
	for range min(maxHosts, len(order)) {
		wg.Go(func() {
			for queue := range next {
				for _, address := range queue {
					r.keep(address, r.answer(ctx, address))
					done()
				}
			}
		})
	}
	for _, h := range order {
		next <- queues[h]
	}
	close(next)
	wg.Wait()
	return r.result(addresses)
}

// run is one check.
type run struct {
	*Checker
	mu      sync.Mutex
	hosts   map[string]*host
	answers map[string]Answer // by address, less what follows its #
}

func (r *run) keep(bare string, a Answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answers[bare] = a
}

// result gives each address its answer.
func (r *run) result(addresses []string) Result {
	out := Result{Answers: map[string]Answer{}, Hosts: len(r.hosts)}
	for _, h := range r.hosts {
		if h.answered {
			out.Reached++
		}
	}
	for _, address := range addresses {
		bare, fragment, _ := strings.Cut(address, "#")
		a, ok := r.answers[bare]
		if !ok {
			continue
		}
		if a.Now != "" && fragment != "" && !strings.Contains(a.Now, "#") {
			a.Now += "#" + fragment
		}
		out.Answers[address] = a
	}
	return out
}

// isWeb reports an address that a browser would ask for.
func isWeb(address string) bool {
	scheme, _, _ := strings.Cut(strings.ToLower(address), ":")
	return scheme == "http" || scheme == "https"
}

// hostOf is what is asked one thing at a time.
func hostOf(u *url.URL) string { return strings.TrimSuffix(strings.ToLower(u.Host), ".") }
