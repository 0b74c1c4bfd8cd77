package protocol

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"
)

// URI gives the address of a file with an absolute path, as editors write it.
func URI(file string) string {
	p := filepath.ToSlash(file)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p // a drive of Windows
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}

// Path gives the path of the file at an address; ok is false when that is no
// file's. Editors escape more or fewer characters than they must.
func Path(uri string) (file string, ok bool) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Host != "" && u.Host != "localhost" || u.Path == "" {
		return "", false
	}
	p := path.Clean(u.Path)
	if len(p) > 2 && p[0] == '/' && p[2] == ':' { // "/c:/x" is a path of Windows
		p = strings.ToUpper(p[1:2]) + p[2:]
	}
	return filepath.FromSlash(p), true
}
