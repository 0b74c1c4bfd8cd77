package serve

import (
	"net"
	"net/http"
	"strconv"
)

// guard allows requests that this machine's user makes to this server, and
// no others. A page of another site can make the browser send requests here,
// and by DNS rebinding even under that site's name. Such requests are known by the
// headers Host, Origin and Sec-Fetch-Site, which a page cannot forge.
type guard struct {
	port uint16 // of the listener
}

// refuse gives the reason to answer 403, or "".
func (g guard) refuse(r *http.Request) string {
	if !g.ours(r.Host) {
		return "This server answers only to the address it printed when it started."
	}
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return "This server does not answer pages of other sites."
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return ""
	}
	// Whoever follows a link to this server sees the page; the site with the link does not.
	if r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document" {
		return ""
	}
	return "This server does not answer pages of other sites."
}

// ours reports whether a Host header names this server: a loopback name or
// address with our port.
func (g guard) ours(hostport string) bool {
	host, port, err := net.SplitHostPort(hostport)
	if err != nil && g.port == 80 { // browsers leave out the scheme's own port
		host, port, err = net.SplitHostPort(hostport + ":80")
	}
	return err == nil && isLoopback(host) && port == strconv.Itoa(int(g.port))
}
