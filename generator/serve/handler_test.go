package serve

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// newServer serves a small site as if on port 1313.
func newServer(t *testing.T) *server {
	t.Helper()
	s := &server{state: newState("RUN"), guard: guard{port: 1313}, streams: make(chan struct{}, maxStreams), times: usualTimeouts()}
	s.state.succeed(filesOf(map[string]string{
		"index.html":              "<body>home</body>",
		"404.html":                "<body>nothing</body>",
		"articles/x/index.html":   "<body>x</body>",
		"articles/x/a b.html":     "no end tag",
		"empty/only.txt":          "text",
		"style.css":               "css",
		"script.js":               "js",
		"data.json":               "{}",
		"feed.xml":                "<a/>",
		"events.ics":              "ics",
		"a.svg":                   "svg",
		"a.png":                   "png",
		"a.jpg":                   "jpg",
		"a.webp":                  "webp",
		"a.avif":                  "avif",
		"a.gif":                   "gif",
		"a.pdf":                   "pdf",
		"a.woff2":                 "woff2",
		"a.unknown":               "<script>",
		"страны/Кыргызстан.html":  "<body>KG</body>",
		"encoded/%2e%2e/name.txt": "a name with per cent signs",
	}))
	return s
}

// filesOf are the files of a site that are known.
func filesOf(texts map[string]string) Files {
	return func(name string) (func() ([]byte, error), bool) {
		text, ok := texts[name]
		return func() ([]byte, error) { return []byte(text), nil }, ok
	}
}

func ask(s *server, method, target string, header map[string]string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	r.Host = "127.0.0.1:1313"
	for name, value := range header {
		if name == "Host" {
			r.Host = value
		}
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func TestGuard(t *testing.T) {
	s := newServer(t)
	for _, tt := range []struct {
		method string
		header map[string]string
		want   int
	}{
		{"GET", nil, 200},
		{"HEAD", nil, 200},
		{"POST", nil, 405},
		{"PUT", nil, 405},
		{"DELETE", nil, 405},
		{"OPTIONS", nil, 405},
		{"TRACE", nil, 405},
		{"get", nil, 405},
		{"GET", map[string]string{"Host": "localhost:1313"}, 200},
		{"GET", map[string]string{"Host": "[::1]:1313"}, 200},
		{"GET", map[string]string{"Host": "127.0.0.2:1313"}, 200},
		{"GET", map[string]string{"Host": ""}, 403},
		{"GET", map[string]string{"Host": "127.0.0.1"}, 403},
		{"GET", map[string]string{"Host": "127.0.0.1:1314"}, 403},
		{"GET", map[string]string{"Host": "127.0.0.1:01313"}, 403},
		{"GET", map[string]string{"Host": "evil.example:1313"}, 403},
		{"GET", map[string]string{"Host": "localhost.evil.example:1313"}, 403},
		{"GET", map[string]string{"Host": "127.0.0.1.evil.example:1313"}, 403},
		{"GET", map[string]string{"Host": "192.168.1.1:1313"}, 403},
		{"GET", map[string]string{"Host": "0.0.0.0:1313"}, 403},
		{"GET", map[string]string{"Host": "[::]:1313"}, 403},
		{"POST", map[string]string{"Host": "evil.example:1313"}, 403},
		{"GET", map[string]string{"Origin": "http://127.0.0.1:1313"}, 200},
		{"GET", map[string]string{"Origin": "http://evil.example"}, 403},
		{"GET", map[string]string{"Origin": "https://127.0.0.1:1313"}, 403},
		{"GET", map[string]string{"Origin": "http://127.0.0.1:8080"}, 403},
		{"GET", map[string]string{"Origin": "null"}, 403},
		{"GET", map[string]string{"Sec-Fetch-Site": "same-origin"}, 200},
		{"GET", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		{"GET", map[string]string{"Sec-Fetch-Site": "same-site"}, 403},
		{"GET", map[string]string{"Sec-Fetch-Site": "cross-site"}, 403},
		{"GET", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"GET", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"GET", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
	} {
		for _, path := range []string{"/", ownPath + "live.js"} {
			got := ask(s, tt.method, path, tt.header)
			if got.StatusCode != tt.want {
				t.Errorf("%s %s %v: status %d, want %d", tt.method, path, tt.header, got.StatusCode, tt.want)
			}
			if allow := got.Header.Get("Allow"); (allow == "GET, HEAD") != (tt.want == 405) {
				t.Errorf("%s %s %v: Allow is %q", tt.method, path, tt.header, allow)
			}
			if got.Header.Get("Cache-Control") != "no-store" || got.Header.Get("X-Content-Type-Options") != "nosniff" {
				t.Errorf("%s %s %v: headers %v", tt.method, path, tt.header, got.Header)
			}
		}
	}
}

func TestGuardOnPort80(t *testing.T) {
	g := guard{port: 80}
	for host, want := range map[string]bool{
		"localhost": true, "localhost:80": true, "127.0.0.1": true, "[::1]": true, "localhost:1313": false, "evil.example": false, "": false,
	} {
		if got := g.ours(host); got != want {
			t.Errorf("%q: %t, want %t", host, got, want)
		}
	}
}

func TestPaths(t *testing.T) {
	const script = `<script src="/__dossier/live.js" data-site="RUN-1" defer></script>`
	s := newServer(t)
	for _, tt := range []struct {
		path   string
		status int
		body   string
	}{
		{"/", 200, "<body>home" + script + "</body>"},
		{"/index.html", 200, "<body>home" + script + "</body>"},
		{"/articles/x/", 200, "<body>x" + script + "</body>"},
		{"/articles/x/a%20b.html", 200, "no end tag" + script},
		{"/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D1%8B/%D0%9A%D1%8B%D1%80%D0%B3%D1%8B%D0%B7%D1%81%D1%82%D0%B0%D0%BD.html", 200, "<body>KG" + script + "</body>"},
		{"/style.css", 200, "css"},
		{"/encoded/%252e%252e/name.txt", 200, "a name with per cent signs"},
		{"/missing.html", 404, "<body>nothing" + script + "</body>"},
		{"/missing/", 404, "<body>nothing" + script + "</body>"},
		{"/style.css/", 404, "<body>nothing" + script + "</body>"},
		{"/empty", 404, "<body>nothing" + script + "</body>"},
		{"/empty/", 404, "<body>nothing" + script + "</body>"},
		{"/%252e%252e/secret", 404, "<body>nothing" + script + "</body>"},
		{"/__dossier/", 404, "There is no such page.\n"},
		{"/__dossier/failure.html", 404, "There is no such page.\n"},
		{"/__dossier/../index.html", 404, "There is no such page.\n"},
		{"/../index.html", 400, ""},
		{"/articles/../index.html", 400, ""},
		{"/articles/..", 400, ""},
		{"/.", 400, ""},
		{"/./index.html", 400, ""},
		{"/%2e%2e/index.html", 400, ""},
		{"/%2E%2e%2Findex.html", 400, ""},
		{"/..%2f..%2fetc/passwd", 400, ""},
		{"/..%5c..%5cwindows", 400, ""},
		{"/articles%5cx", 400, ""},
		{"//evil.example/", 400, ""},
		{"//", 400, ""},
		{"/articles//x/", 400, ""},
		{"/articles/x//", 400, ""},
		{"/a%00.html", 400, ""},
		{"/a%0d%0aSet-Cookie:x", 400, ""},
		{"/%ff", 400, ""},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = "127.0.0.1:1313"
		var err error
		if r.URL, err = url.ParseRequestURI(tt.path); err != nil {
			t.Fatal(err)
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tt.status || tt.body != "" && w.Body.String() != tt.body {
			t.Errorf("%s: status %d, want %d; body %q, want %q", tt.path, w.Code, tt.status, w.Body, tt.body)
		}
		if strings.Contains(w.Header().Get("Set-Cookie"), "x") {
			t.Errorf("%s: %v", tt.path, w.Header())
		}
	}
	folder := ask(s, "GET", "/articles/x?q=1", nil)
	if folder.StatusCode != 302 || folder.Header.Get("Location") != "/articles/x/?q=1" {
		t.Errorf("a folder: %d to %q", folder.StatusCode, folder.Header.Get("Location"))
	}
}

func TestContentTypes(t *testing.T) {
	s := newServer(t)
	for path, want := range map[string]string{
		"/":                       "text/html; charset=utf-8",
		"/missing":                "text/html; charset=utf-8",
		"/style.css":              "text/css; charset=utf-8",
		"/script.js":              "text/javascript; charset=utf-8",
		"/data.json":              "application/json",
		"/feed.xml":               "application/xml; charset=utf-8",
		"/events.ics":             "text/calendar; charset=utf-8",
		"/a.svg":                  "image/svg+xml",
		"/a.png":                  "image/png",
		"/a.jpg":                  "image/jpeg",
		"/a.webp":                 "image/webp",
		"/a.avif":                 "image/avif",
		"/a.gif":                  "image/gif",
		"/a.pdf":                  "application/pdf",
		"/empty/only.txt":         "text/plain; charset=utf-8",
		"/a.woff2":                "font/woff2",
		"/a.unknown":              "application/octet-stream",
		ownPath + "live.js":       "text/javascript; charset=utf-8",
		ownPath + "live.css":      "text/css; charset=utf-8",
		ownPath + "events?site=x": "text/event-stream",
	} {
		if got := ask(s, "HEAD", path, nil).Header.Get("Content-Type"); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestStreamsAreBounded(t *testing.T) {
	s := newServer(t)
	for range maxStreams {
		s.streams <- struct{}{}
	}
	if got := ask(s, "GET", ownPath+"events", nil).StatusCode; got != 503 {
		t.Errorf("status %d, want 503", got)
	}
}
