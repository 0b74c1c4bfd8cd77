package serve

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"path/filepath"
	"strings"
	"time"
	"unicode"
)

// ServeHTTP answers with the server's own files under ownPath, and with the
// site's for the rest.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	if reason := s.guard.refuse(r); reason != "" {
		http.Error(w, reason, http.StatusForbidden)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "Only GET and HEAD are answered.", http.StatusMethodNotAllowed)
		return
	}
	if own, ok := strings.CutPrefix(r.URL.Path, ownPath); ok {
		s.serveOwn(w, r, own)
		return
	}
	name, ok := fileName(r.URL.Path)
	if !ok {
		http.Error(w, "This is not the address of a page.", http.StatusBadRequest)
		return
	}
	current, _ := s.state.load()
	if current.files == nil {
		page := failurePage(current.failure)
		send(w, r, http.StatusServiceUnavailable, "index.html", withScript(page, current.version))
		return
	}
	serveFile(w, r, current, name)
}

// fileName gives the name of the file at a decoded URL path: the path itself,
// or the index of the folder when it ends in a slash. It is not ok when the path
// has a segment that is empty, "." or "..", or characters that have a special
// meaning in file names of some system.
func fileName(urlPath string) (name string, ok bool) {
	name = strings.TrimPrefix(urlPath, "/")
	if name == "" {
		return "index.html", true
	}
	folder := strings.TrimSuffix(name, "/")
	if folder == "." || !fs.ValidPath(folder) || !filepath.IsLocal(folder) ||
		strings.ContainsRune(folder, '\\') || strings.ContainsFunc(folder, unicode.IsControl) {
		return "", false
	}
	if folder != name {
		return folder + "/index.html", true
	}
	return name, true
}

// serveFile answers with a file of the site, with a redirect when name is a
// folder that has an index, or with the site's own page for what is missing.
func serveFile(w http.ResponseWriter, r *http.Request, site snapshot, name string) {
	status := http.StatusOK
	render, ok := site.files(name)
	if !ok {
		if _, isFolder := site.files(name + "/index.html"); isFolder {
			to := url.URL{Path: "/" + name + "/", RawQuery: r.URL.RawQuery}
			http.Redirect(w, r, to.String(), http.StatusFound)
			return
		}
		status, name = http.StatusNotFound, "404.html"
		if render, ok = site.files(name); !ok {
			http.Error(w, "There is no such page.", status)
			return
		}
	}
	data, err := render()
	if err != nil {
		page := failurePage(&failure{Title: "this page cannot be made", Problem: err.Error()})
		send(w, r, http.StatusInternalServerError, "index.html", withScript(page, site.version))
		return
	}
	if strings.EqualFold(path.Ext(name), ".html") {
		data = withScript(data, site.version)
	}
	send(w, r, status, name, data)
}

// send answers with data, whose type follows from name.
func send(w http.ResponseWriter, r *http.Request, status int, name string, data []byte) {
	w.Header().Set("Content-Type", contentType(name))
	if status == http.StatusOK {
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
		return
	}
	w.WriteHeader(status)
	w.Write(data) // for HEAD, the server leaves it out
}

// contentType gives the media type for a file's name. The table of package mime
// would differ from one machine to another.
func contentType(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".xml":
		return "application/xml; charset=utf-8"
	case ".json":
		return "application/json"
	case ".geojson":
		return "application/geo+json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".pdf":
		return "application/pdf"
	case ".epub":
		return "application/epub+zip"
	case ".wasm":
		return "application/wasm"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".avif":
		return "image/avif"
	case ".gif":
		return "image/gif"
	case ".ico":
		return "image/vnd.microsoft.icon"
	case ".woff2":
		return "font/woff2"
	}
	return "application/octet-stream"
}
