package linkcheck

import (
	"context"
	"crypto/tls"
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

// archived is a checker of a web that is the archive alone.
func archived(t *testing.T, answer http.HandlerFunc) (*Checker, *web) {
	w := newWeb(t, nil)
	server := httptest.NewTLSServer(answer)
	t.Cleanup(server.Close)
	transport := Transport(true)
	transport.Proxy, transport.TLSClientConfig = nil, &tls.Config{InsecureSkipVerify: true}
	transport.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if address != "archive.org:443" {
			t.Errorf("dials %s", address)
		}
		return new(net.Dialer).DialContext(ctx, network, server.Listener.Addr().String())
	}
	c := w.checker()
	c.Transport = transport
	return c, w
}

func TestCopies(t *testing.T) {
	var asked []string
	snapshot := `{"url": "x", "archived_snapshots": {"closest": {"status": "%s", "available": %s, "url": "%s", "timestamp": "%s"}}}`
	c, w := archived(t, func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.RequestURI())
		if r.UserAgent() != "tester" {
			t.Errorf("asked as %q", r.UserAgent())
		}
		answer := map[string]string{
			"a.test/x?y=1": fmt.Sprintf(snapshot, "200", "true", "http://web.archive.org/web/20190505101112/https://a.test/x?y=1", "20190505101112"),
			"none.test/":   `{"url": "none.test", "archived_snapshots": {}}`,
			"error.test/":  fmt.Sprintf(snapshot, "404", "true", "http://web.archive.org/web/20190505101112/https://a.test/", "20190505101112"),
			"closed.test/": fmt.Sprintf(snapshot, "200", "false", "http://web.archive.org/web/20190505101112/https://a.test/", "20190505101112"),
			"evil.test/":   fmt.Sprintf(snapshot, "200", "true", "http://evil.test/web/20190505101112/https://a.test/", "20190505101112"),
			"quote.test/":  fmt.Sprintf(snapshot, "200", "true", `http://web.archive.org/web/20190505101112/https://a.test/\"`, "20190505101112"),
			"other.test/":  fmt.Sprintf(snapshot, "200", "true", "http://web.archive.org/web/20190505101112/https://a.test/", "2019"),
			"long.test/":   fmt.Sprintf(snapshot, "200", "true", "http://web.archive.org/web/20190505101112/https://a.test/"+strings.Repeat("x", maxAddress), "20190505101112"),
		}
		_, _ = w.Write([]byte(answer[r.URL.Query().Get("url")]))
	})
	lost := []Lost{{"https://a.test/x?y=1#part", "20190501"}}
	for _, host := range []string{"none", "error", "closed", "evil", "quote", "other", "long"} {
		lost = append(lost, Lost{Address: "http://" + host + ".test/"})
	}
	got, err := c.Copies(t.Context(), lost)
	want := map[string]Copy{lost[0].Address: {"https://web.archive.org/web/20190505101112/https://a.test/x?y=1", "2019-05-05"}}
	if err != nil || !maps.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
	if asked[0] != "/wayback/available?timestamp=20190501&url=a.test%2Fx%3Fy%3D1" || asked[1] != "/wayback/available?url=none.test%2F" || len(asked) != len(lost) {
		t.Errorf("asked %q", asked)
	}
	if !slices.Equal(w.waits, slices.Repeat([]time.Duration{pause}, len(lost)-1)) {
		t.Errorf("waited %v", w.waits)
	}
}

// After an answer that is none the archive is left alone.
func TestCopiesWithoutArchive(t *testing.T) {
	for _, test := range []struct {
		answer http.HandlerFunc
		want   string
	}{
		{func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(429) }, "429 Too Many Requests"},
		{func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://10.0.0.1/", http.StatusFound)
		}, "302 Found"},
		{func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) }, "its answer cannot be read: invalid character '<' looking for beginning of value"},
		{func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte(`{"x":"` + strings.Repeat("x", maxAnswer) + `"}`))
		}, "its answer cannot be read: unexpected end of JSON input"},
	} {
		asked := 0
		c, _ := archived(t, func(w http.ResponseWriter, r *http.Request) { asked++; test.answer(w, r) })
		got, err := c.Copies(t.Context(), []Lost{{Address: "http://a.test/"}, {Address: "http://b.test/"}})
		if err == nil || err.Error() != test.want || len(got) != 0 || asked != 1 {
			t.Errorf("%v, %v after %d requests, want %s", got, err, asked, test.want)
		}
	}
	c, _ := archived(t, nil)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := c.Copies(ctx, []Lost{{Address: "http://a.test/"}}); err == nil {
		t.Error("no error when stopped")
	}
}
