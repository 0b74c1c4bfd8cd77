package serve

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"time"
)

// ownPath is where the server's own files are, out of the way of the site's.
const ownPath = "/__dossier/"

const (
	maxStreams      = 64 // event streams that are open at a time
	reconnectMillis = 500
)

//go:embed live
var live embed.FS

// failureTemplate is the page shown while there is no site.
var failureTemplate = template.Must(template.ParseFS(live, "live/failure.html"))

// serveOwn answers for the server's own files.
func (s *server) serveOwn(w http.ResponseWriter, r *http.Request, name string) {
	switch name {
	case "live.js", "live.css":
		data, err := live.ReadFile("live/" + name)
		if err != nil {
			panic(err)
		}
		send(w, r, http.StatusOK, name, data)
	case "events":
		s.serveEvents(w, r)
	default:
		http.Error(w, "There is no such page.", http.StatusNotFound)
	}
}

// serveEvents streams server-sent events: "reload" when there is a newer site
// than the one whose version stands in the query's "site" (or, without that,
// than the present one), and "errors", with a failure as JSON, when the last build
// failed. What is true already when a page connects is sent at once.
func (s *server) serveEvents(w http.ResponseWriter, r *http.Request) {
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	current, changed := s.state.load()
	seen := r.URL.Query().Get("site")
	if seen == "" {
		seen = current.version
	}
	var shown *failure
	beat := time.NewTicker(s.times.heartbeat)
	defer beat.Stop()
	message := fmt.Appendf(nil, "retry: %d\n\n", reconnectMillis)
	for {
		if current.version != seen {
			seen = current.version
			message = fmt.Appendf(message, "event: reload\ndata: %s\n\n", seen)
		}
		if current.failure != nil && current.failure != shown {
			data, err := json.Marshal(current.failure)
			if err != nil {
				panic(err)
			}
			message = fmt.Appendf(message, "event: errors\ndata: %s\n\n", data)
		}
		shown = current.failure
		if !push(w, message, s.times.stream) {
			return
		}
		message = nil
		select {
		case <-r.Context().Done():
			return
		case <-beat.C:
			message = []byte(": heartbeat\n\n")
		case <-changed:
			current, changed = s.state.load()
		}
	}
}

// push writes to a stream and reports whether its reader is still there and
// reads it before the timeout.
func push(w http.ResponseWriter, message []byte, timeout time.Duration) bool {
	stream := http.NewResponseController(w)
	if stream.SetWriteDeadline(time.Now().Add(timeout)) != nil {
		return false
	}
	_, err := w.Write(message)
	return err == nil && stream.Flush() == nil
}

// withScript adds to a page the script that reloads it when there is a newer
// site than version. It is a file of the same origin: the pages' content security
// policy allows no other scripts.
func withScript(page []byte, version string) []byte {
	at := bytes.LastIndex(page, []byte("</body>"))
	if at < 0 {
		at = len(page)
	}
	tag := fmt.Sprintf(`<script src="%slive.js" data-site="%s" defer></script>`, ownPath, version)
	return slices.Concat(page[:at], []byte(tag), page[at:])
}

// failurePage is the page to show while there is no site.
func failurePage(f *failure) []byte {
	var page bytes.Buffer
	if err := failureTemplate.Execute(&page, f); err != nil {
		panic(err)
	}
	return page.Bytes()
}
