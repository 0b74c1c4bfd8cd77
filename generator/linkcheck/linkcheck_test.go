package linkcheck

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/generator/progress"
)

// web is a server that all hosts lead to, and what was asked of it.
type web struct {
	server *httptest.Server
	mu     sync.Mutex
	asked  []string        // "GET a.test/x"
	waits  []time.Duration // of the checker
	now    time.Time
}

func newWeb(t *testing.T, answer http.HandlerFunc) *web {
	w := &web{now: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	w.server = httptest.NewServer(http.HandlerFunc(func(to http.ResponseWriter, r *http.Request) {
		w.mu.Lock()
		w.asked = append(w.asked, r.Method+" "+r.Host+r.URL.RequestURI())
		w.mu.Unlock()
		answer(to, r)
	}))
	t.Cleanup(w.server.Close)
	return w
}

// checker asks this web, whose clock only waiting moves.
func (w *web) checker() *Checker {
	transport := Transport(true)
	transport.Proxy = nil
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		switch host, _, _ := net.SplitHostPort(address); host {
		case "gone.test":
			return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
		case "offline.test":
			return nil, &net.DNSError{Err: "server misbehaving", Name: host, IsTemporary: true}
		case "refused.test":
			return nil, &net.OpError{Op: "dial", Err: errors.New("connection refused")}
		}
		var d net.Dialer
		return d.DialContext(ctx, network, w.server.Listener.Addr().String())
	}
	return &Checker{
		Agent: "tester", Transport: transport, Timeout: 10 * time.Second,
		Now: func() time.Time { w.mu.Lock(); defer w.mu.Unlock(); return w.now },
		Wait: func(ctx context.Context, d time.Duration) error {
			w.mu.Lock()
			defer w.mu.Unlock()
			w.now, w.waits = w.now.Add(d), append(w.waits, d)
			return ctx.Err()
		},
	}
}

// answers is how the sites of the table answer, by path.
func answers(w http.ResponseWriter, r *http.Request) {
	to := func(code int, location string) {
		w.Header().Set("Location", location)
		w.WriteHeader(code)
	}
	head := r.Method == http.MethodHead
	switch p := strings.TrimPrefix(r.URL.Path, "/"); p {
	case "404", "410", "403", "500", "999", "401", "304":
		var code int
		fmt.Sscan(p, &code)
		w.WriteHeader(code)
	case "405", "501", "headless":
		if head {
			w.WriteHeader(map[string]int{"405": 405, "501": 501, "headless": 404}[p])
		}
	case "hangs-up-on-head":
		if head {
			panic(http.ErrAbortHandler)
		}
	case "loops-on-head":
		if head {
			to(302, "/loops-on-head")
		}
	case "for-good":
		to(301, "/new/place")
	case "308":
		to(308, "https://b.test:80/x") // which speaks no TLS
	case "for-a-while":
		to(302, "/new/place")
	case "both":
		to(301, "/for-a-while")
	case "loop":
		to(302, "/loop")
	case "long":
		to(301, "/for-good?"+strings.Repeat("x", 3000))
	case "longest":
		to(301, "/new?"+strings.Repeat("x", maxAddress))
	case "mail":
		to(302, "mailto:x@a.test")
	case "old/story":
		to(301, "/")
	case "index.html":
		to(301, "/")
	case "short":
		to(301, "http://b.test/")
	case "cookie":
		if _, err := r.Cookie("seen"); err != nil {
			http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
			to(302, "/cookie")
		}
	case "huge":
		if head {
			w.WriteHeader(405)
			return
		}
		for chunk := make([]byte, 1<<16); ; {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for address, want := range map[string]struct {
		Answer
		asked string // "HG": HEAD, then GET
	}{
		"http://a.test/":                         {Answer{Word: OK}, "H"},
		"http://a.test":                          {Answer{Word: OK}, "H"},
		"HTTP://A.test/%D1%8F?q=а#top":           {Answer{Word: OK}, "H"},
		"http://a.test/404":                      {Answer{Word: Broken, Why: "404 Not Found"}, "HG"},
		"http://a.test/410":                      {Answer{Word: Broken, Why: "410 Gone"}, "HG"},
		"http://a.test/401":                      {Answer{Word: Unsure, Why: "401 Unauthorized"}, "HG"},
		"http://a.test/403":                      {Answer{Word: Unsure, Why: "403 Forbidden"}, "HG"},
		"http://a.test/500":                      {Answer{Word: Unsure, Why: "500 Internal Server Error"}, "HG"},
		"http://a.test/999":                      {Answer{Word: Unsure, Why: "999"}, "HG"},
		"http://a.test/304":                      {Answer{Word: Unsure, Why: "304 Not Modified"}, "HG"},
		"http://a.test/405":                      {Answer{Word: OK}, "HG"},
		"http://a.test/501":                      {Answer{Word: OK}, "HG"},
		"http://a.test/headless":                 {Answer{Word: OK}, "HG"},
		"http://a.test/hangs-up-on-head":         {Answer{Word: OK}, "HG"},
		"http://a.test/loops-on-head":            {Answer{Word: OK}, "HHHHHHHHHHHG"},
		"http://a.test/huge":                     {Answer{Word: OK}, "HG"},
		"http://a.test/for-a-while":              {Answer{Word: OK}, "HH"},
		"http://a.test/for-good":                 {Answer{Word: Moved, Why: "it leads on for good", Now: "http://a.test/new/place"}, "HH"},
		"http://a.test/for-good#a":               {Answer{Word: Moved, Why: "it leads on for good", Now: "http://a.test/new/place#a"}, "HH"},
		"http://a.test/both":                     {Answer{Word: Moved, Why: "it leads on for good", Now: "http://a.test/for-a-while"}, "HHH"},
		"http://a.test/long":                     {Answer{Word: Moved, Why: "it leads on for good", Now: "http://a.test/new/place"}, "HHH"},
		"http://a.test/longest":                  {Answer{Word: OK}, "HH"},
		"http://a.test/308":                      {Answer{Word: Unsure, Why: "the answer cannot be read"}, "HG"},
		"http://a.test/loop":                     {Answer{Word: Broken, Why: "it leads on more than 10 times"}, "HHHHHHHHHHHGGGGGGGGGGG"},
		"http://a.test/mail":                     {Answer{Word: Broken, Why: "it leads on to what is no address of the web"}, "HG"},
		"http://a.test/old/story":                {Answer{Word: Unsure, Why: "it leads on to the front page of the site; what was there may be gone"}, "HH"},
		"http://a.test/index.html":               {Answer{Word: Moved, Why: "it leads on for good", Now: "http://a.test/"}, "HH"},
		"http://a.test/short":                    {Answer{Word: Moved, Why: "it leads on for good", Now: "http://b.test/"}, "HH"},
		"http://a.test/cookie":                   {Answer{Word: OK}, "HH"},
		"http://gone.test/":                      {Answer{Word: Broken, Why: "there is no such host"}, ""},
		"http://offline.test/":                   {Answer{Word: Unsure, Why: "the answer cannot be read"}, ""},
		"http://refused.test/":                   {Answer{Word: Unsure, Why: "the site cannot be reached"}, ""},
		"http://user:secret@a.test/":             {Answer{Word: OK}, "H"},
		"http://a.test/%zz":                      {Answer{Word: Broken, Why: "it is not well formed"}, ""},
		"https://":                               {Answer{Word: Broken, Why: "it is not well formed"}, ""},
		"http://10.1.2.3/":                       {Answer{Word: Broken, Why: "10.1.2.3 is no public address: readers cannot reach it", Private: true}, ""},
		"http://[::1]:8080/":                     {Answer{Word: Broken, Why: "::1 is no public address: readers cannot reach it", Private: true}, ""},
		"http://localhost.:8080/":                {Answer{Word: Broken, Why: "localhost is no public address: readers cannot reach it", Private: true}, ""},
		"http://a.localhost/":                    {Answer{Word: Broken, Why: "a.localhost is no public address: readers cannot reach it", Private: true}, ""},
		"mailto:x@a.test":                        {Answer{}, ""},
		"http://a.test/old/story/deeper?x=1#y":   {Answer{Word: OK}, "H"},
		"http://пример.test/" /* an IDN host */ : {Answer{Word: OK}, "H"},
	} {
		w := newWeb(t, answers)
		got := w.checker().Check(t.Context(), []string{address}).Answers[address]
		if got != want.Answer {
			t.Errorf("%s is %+v, want %+v", address, got, want.Answer)
		}
		asked := ""
		for _, a := range w.asked {
			asked += a[:1]
		}
		if asked != want.asked {
			t.Errorf("%s was asked %v, want %s", address, w.asked, want.asked)
		}
	}
}

func TestNothingButTheAddressIsSent(t *testing.T) {
	var got http.Header
	w := newWeb(t, func(_ http.ResponseWriter, r *http.Request) {
		got = r.Header.Clone()
		if r.Host != "xn--e1afmkfd.test" || r.URL.String() != "/%D1%8F?q=1" || r.ContentLength != 0 {
			t.Errorf("asked %s%s", r.Host, r.URL)
		}
	})
	w.checker().Check(t.Context(), []string{"http://user:secret@пример.test/я?q=1#part"})
	if got.Get("User-Agent") != "tester" || len(got) != 2 || got.Get("Accept") == "" {
		t.Errorf("sent %v", got)
	}
}

// Addresses that differ only behind the # are one, and each asked address is asked once.
func TestEachOnce(t *testing.T) {
	w := newWeb(t, answers)
	res := w.checker().Check(t.Context(), []string{"http://a.test/404", "http://a.test/404#a", "http://a.test/404", "http://A.test./404"})
	if len(res.Answers) != 3 || res.Answers["http://a.test/404#a"].Word != Broken || len(w.asked) != 4 || res.Hosts != 1 || res.Reached != 1 {
		t.Errorf("%+v after %v", res, w.asked)
	}
}

// Of one host one thing is asked at a time, with a pause between, also where others lead
// to it.
func TestOneAtATime(t *testing.T) {
	var mu sync.Mutex
	now, most := map[string]int{}, map[string]int{}
	w := newWeb(t, func(to http.ResponseWriter, r *http.Request) {
		mu.Lock()
		now[r.Host]++
		most[r.Host] = max(most[r.Host], now[r.Host])
		mu.Unlock()
		if r.URL.Path == "/over" {
			http.Redirect(to, r, "http://busy.test"+r.URL.Path+r.Host, http.StatusFound)
		}
		for range 100 {
			runtime.Gosched() // so that another could come
		}
		mu.Lock()
		now[r.Host]--
		mu.Unlock()
	})
	var addresses []string
	for i := range 12 {
		addresses = append(addresses, fmt.Sprintf("http://h%d.test/over", i), fmt.Sprintf("http://busy.test/%d", i))
	}
	res := w.checker().Check(t.Context(), addresses)
	for _, a := range addresses {
		if res.Answers[a].Word != OK {
			t.Errorf("%s is %+v", a, res.Answers[a])
		}
	}
	for host, n := range most {
		if n != 1 {
			t.Errorf("%s was asked %d things at once", host, n)
		}
	}
	var paused time.Duration
	for _, d := range w.waits {
		paused += d
	}
	if paused < 23*pause || res.Hosts != 13 || res.Reached != 13 {
		t.Errorf("24 requests of one host with %s of pauses; %d of %d hosts", paused, res.Reached, res.Hosts)
	}
}

// Hosts are asked side by side: each of two answers only when the other was asked.
func TestSideBySide(t *testing.T) {
	var asked sync.WaitGroup
	asked.Add(2)
	both := make(chan struct{})
	go func() { asked.Wait(); close(both) }()
	w := newWeb(t, func(_ http.ResponseWriter, r *http.Request) {
		asked.Done()
		select {
		case <-both:
		case <-r.Context().Done():
		}
	})
	res := w.checker().Check(t.Context(), []string{"http://a.test/", "http://b.test/"})
	if res.Answers["http://a.test/"].Word != OK || res.Answers["http://b.test/"].Word != OK {
		t.Errorf("%+v", res.Answers)
	}
}

// A host that asks for patience gets as much as is bearable.
func TestPatience(t *testing.T) {
	date := time.Date(2026, 1, 1, 0, 0, 31, 0, time.UTC).Format(http.TimeFormat)
	for _, test := range []struct {
		name   string
		status int
		after  []string // Retry-After of each answer; then it is 200
		want   Answer
		second Answer // of another address of the host
		waits  []time.Duration
	}{
		{"seconds", 429, []string{"7"}, Answer{Word: OK}, Answer{Word: OK}, []time.Duration{7 * time.Second, pause}},
		{"no time at all", 429, []string{"0"}, Answer{Word: OK}, Answer{Word: OK}, []time.Duration{10 * time.Second, pause}},
		{"a date", 503, []string{date}, Answer{Word: OK}, Answer{Word: OK}, []time.Duration{31 * time.Second, pause}},
		{"a date in the past", 503, []string{"Thu, 01 Jan 2015 00:00:00 GMT"}, Answer{Word: OK}, Answer{Word: OK}, []time.Duration{10 * time.Second, pause}},
		{"nonsense", 429, []string{"soon", "-3"}, Answer{Word: OK}, Answer{Word: OK}, []time.Duration{10 * time.Second, 20 * time.Second, pause}},
		{"too long", 429, []string{"3600"}, Answer{Word: Unsure, Why: "429 Too Many Requests: the site asks to be left alone for 1h0m0s"},
			Answer{Word: Unsure, Why: "429 Too Many Requests: the site asks to be left alone for 1h0m0s"}, nil},
		{"again and again", 429, []string{"", "", "", ""}, Answer{Word: Unsure, Why: "429 Too Many Requests: the site asks to be left alone"},
			Answer{Word: Unsure, Why: "429 Too Many Requests: the site asks to be left alone"}, []time.Duration{10 * time.Second, 20 * time.Second}},
		{"out of order", 503, []string{"", "", ""}, Answer{Word: Unsure, Why: "503 Service Unavailable: the site asks to be left alone"},
			Answer{Word: OK}, []time.Duration{10 * time.Second, 20 * time.Second, pause}},
	} {
		left := test.after
		w := newWeb(t, func(to http.ResponseWriter, _ *http.Request) {
			if len(left) > 0 {
				if left[0] != "" {
					to.Header().Set("Retry-After", left[0])
				}
				left = left[1:]
				to.WriteHeader(test.status)
			}
		})
		res := w.checker().Check(t.Context(), []string{"http://a.test/1", "http://a.test/2"})
		if got := res.Answers["http://a.test/1"]; got != test.want {
			t.Errorf("%s: %+v, want %+v", test.name, got, test.want)
		}
		if got := res.Answers["http://a.test/2"]; got != test.second {
			t.Errorf("%s, then: %+v, want %+v", test.name, got, test.second)
		}
		if !slices.Equal(w.waits, test.waits) {
			t.Errorf("%s: waited %v, want %v", test.name, w.waits, test.waits)
		}
	}
}

// A host that is silent twice, out of order for two addresses, or of a name that nobody
// has, is asked no more.
func TestGivenUp(t *testing.T) {
	three := func(host string) []string {
		return []string{"http://" + host + "/1", "http://" + host + "/2", "http://" + host + "/3"}
	}
	for _, test := range []struct {
		host  string
		want  Answer
		asked int
	}{
		{"silent.test", Answer{Word: Unsure, Why: "the site does not answer"}, 2},
		{"order.test", Answer{Word: Unsure, Why: "503 Service Unavailable: the site asks to be left alone"}, 2 * maxTries},
		{"gone.test", Answer{Word: Broken, Why: "there is no such host"}, 0},
	} {
		w := newWeb(t, func(to http.ResponseWriter, r *http.Request) {
			if r.Host == "silent.test" {
				<-r.Context().Done() // till it is asked no more
			}
			to.WriteHeader(http.StatusServiceUnavailable)
		})
		c := w.checker()
		if test.host == "silent.test" {
			c.Timeout = 50 * time.Millisecond
		}
		res := c.Check(t.Context(), three(test.host))
		for _, a := range three(test.host) {
			if res.Answers[a] != test.want {
				t.Errorf("%s is %+v, want %+v", a, res.Answers[a], test.want)
			}
		}
		if len(w.asked) != test.asked {
			t.Errorf("%s was asked %v, want %d", test.host, w.asked, test.asked)
		}
	}
}

// seen is closed when its words are written.
type seen struct {
	words string
	shown chan struct{}
}

func (s *seen) Write(b []byte) (int, error) {
	if s.words != "" && strings.Contains(string(b), s.words) {
		s.words = ""
		close(s.shown)
	}
	return len(b), nil
}

// Somebody who looks sees how far a check is: the second host answers when that is seen.
func TestProgress(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits a second")
	}
	terminal := &seen{"Asking the web: 1 of 2", make(chan struct{})}
	ctx, meter := progress.Start(t.Context(), terminal, func() int { return 80 })
	defer meter.Stop()
	w := newWeb(t, func(_ http.ResponseWriter, r *http.Request) {
		if r.Host == "b.test" {
			select {
			case <-terminal.shown:
			case <-r.Context().Done():
			}
		}
	})
	addresses := []string{"http://a.test/1", "http://a.test/1#a", "http://b.test/2", "mailto:a@a.test"}
	for address, a := range w.checker().Check(ctx, addresses).Answers {
		if a.Word != OK {
			t.Errorf("%s is %+v", address, a)
		}
	}
}

// What was found till a check is stopped is kept.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	w := newWeb(t, func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/2" {
			stop()
			<-r.Context().Done()
		}
	})
	res := w.checker().Check(ctx, []string{"http://a.test/1", "http://a.test/2", "http://a.test/3"})
	unasked := Answer{Word: Unasked, Why: "there was no time to ask"}
	if a := res.Answers; a["http://a.test/1"].Word != OK || a["http://a.test/2"] != unasked || a["http://a.test/3"] != unasked {
		t.Errorf("%+v", a)
	}
	if len(w.asked) != 2 {
		t.Errorf("asked %v", w.asked)
	}
}

func TestCertificates(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	server.Config.ErrorLog = nil
	defer server.Close()
	trusted := server.Client().Transport.(*http.Transport).TLSClientConfig
	future := trusted.Clone()
	future.Time = func() time.Time { return time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC) }
	for _, test := range []struct {
		host   string
		config *tls.Config
		want   Answer
	}{
		{"example.com", trusted, Answer{Word: OK}}, // whose the certificate is
		{"a.test", trusted, Answer{Word: Broken, Why: "the certificate is another host's"}},
		{"example.com", future, Answer{Word: Broken, Why: "the certificate has expired"}},
		{"example.com", nil, Answer{Word: Unsure, Why: "the certificate is not one that this machine trusts"}},
	} {
		c := newWeb(t, answers).checker()
		transport := Transport(true)
		transport.Proxy, transport.TLSClientConfig = nil, test.config
		transport.DialContext = func(ctx context.Context, network, _ string) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, network, server.Listener.Addr().String())
		}
		c.Transport = transport
		address := "https://" + test.host + "/"
		if got := c.Check(t.Context(), []string{address}).Answers[address]; got != test.want {
			t.Errorf("%s is %+v, want %+v", address, got, test.want)
		}
	}
}

// Where a public site leads to a machine of this network, and where a name does, nobody is
// dialled.
func TestPrivateIsNotDialled(t *testing.T) {
	inside := newWeb(t, answers)
	to := inside.server.Listener.Addr().String()
	public := newWeb(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "http://"+to+"/", http.StatusFound) })
	c := public.checker()
	transport := Transport(false)
	guarded := transport.DialContext
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		switch address {
		case "a.test:80":
			address = public.server.Listener.Addr().String()
			return new(net.Dialer).DialContext(ctx, network, address)
		case "inside.test:80": // a name that leads there
			address = to
		}
		return guarded(ctx, network, address)
	}
	c.Transport = transport
	addresses := []string{"http://a.test/", "http://inside.test/", "http://" + to + "/"}
	res := c.Check(t.Context(), addresses)
	for _, a := range addresses[:2] {
		if got := res.Answers[a]; got.Word != Unsure || !got.Private || !strings.HasPrefix(got.Why, "it leads to 127.0.0.1, which is no public address") {
			t.Errorf("%s is %+v", a, got)
		}
	}
	if got := res.Answers[addresses[2]].Word; got != Broken || len(inside.asked) != 0 {
		t.Errorf("%s is %s, and was asked %v", addresses[2], got, inside.asked)
	}
	c = inside.checker()
	c.Private, c.Transport = true, Transport(true)
	if got := c.Check(t.Context(), addresses[2:]).Answers[addresses[2]]; got.Word != OK {
		t.Errorf("%s is %+v where that is allowed", addresses[2], got)
	}
}

func TestIsPublic(t *testing.T) {
	for text, want := range map[string]bool{
		"8.8.8.8": true, "192.0.1.1": true, "172.32.0.1": true, "100.128.0.1": true, "2606:4700::1": true, "64:ff9b::808:808": true, "::ffff:8.8.8.8": true,
		"0.0.0.0": false, "0.1.2.3": false, "10.0.0.1": false, "100.64.0.1": false, "127.0.0.1": false, "169.254.169.254": false, "172.16.0.1": false,
		"192.0.0.8": false, "192.0.2.1": false, "192.168.1.1": false, "198.18.0.1": false, "198.51.100.7": false, "203.0.113.9": false, "224.0.0.1": false,
		"240.0.0.1": false, "255.255.255.255": false, "::": false, "::1": false, "::ffff:10.0.0.1": false, "64:ff9b::a00:1": false, "64:ff9b:1::1": false,
		"100::1": false, "2001::1": false, "2001:db8::1": false, "2002:a00:1::": false, "fc00::1": false, "fe80::1%eth0": false, "fec0::1": false, "ff02::1": false,
	} {
		if got := isPublic(netip.MustParseAddr(text)); got != want {
			t.Errorf("%s is public: %t", text, got)
		}
	}
}

func TestIsLost(t *testing.T) {
	for _, test := range []struct {
		from, to string
		want     bool
	}{
		{"http://a.test/old/story", "https://www.a.test/", true},
		{"http://a.test/story", "http://a.test", true},
		{"http://a.test/?p=12", "http://a.test/", true},
		{"http://a.test/index.php?p=12", "http://a.test/", true},
		{"http://a.test/old/story", "https://b.test/", true},
		{"http://a.test/story", "http://a.test/?lang=fr", false},
		{"http://a.test/Index.html", "http://a.test/", false},
		{"http://a.test", "http://a.test/", false},
		{"http://short.test/x", "http://b.test/", false},
		{"http://a.test/old", "http://a.test/new", false},
	} {
		from, _ := url.Parse(test.from)
		to, _ := url.Parse(test.to)
		if got := isLost(from, to); got != test.want {
			t.Errorf("%s is lost at %s: %t", test.from, test.to, got)
		}
	}
}
