package linkcheck

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/netip"
	"net/url"
	"strings"
)

// answer asks for one address.
func (r *run) answer(ctx context.Context, address string) Answer {
	u, _ := url.Parse(address) // Check has parsed it
	if why := nowhere(u); why != "" && !r.Private {
		return Answer{Word: Broken, Why: why, Private: true}
	}
	a, settled := r.follow(ctx, http.MethodHead, u)
	if !settled {
		a, _ = r.follow(ctx, http.MethodGet, u)
	}
	return a
}

// follow asks with one method, and goes where it is sent. An answer to HEAD is settled
// when GET would give no other.
func (r *run) follow(ctx context.Context, method string, from *url.URL) (a Answer, settled bool) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		panic(err) // it never fails
	}
	forGood, now := true, from // as far as every redirect is for good
	for u, hops := from, 0; ; hops++ {
		response, err := r.request(ctx, method, u, jar)
		if err != nil {
			return unanswered(ctx, err)
		}
		next, err := response.Location()
		if response.StatusCode < 300 || response.StatusCode > 399 || err != nil {
			return r.arrived(response.StatusCode, from, u, now)
		}
		if !isWeb(next.String()) {
			return Answer{Word: Broken, Why: "it leads on to what is no address of the web"}, false
		}
		if hops == maxHops {
			return Answer{Word: Broken, Why: fmt.Sprintf("it leads on more than %d times", maxHops)}, false
		}
		u = next
		if forGood = forGood && (response.StatusCode == http.StatusMovedPermanently || response.StatusCode == http.StatusPermanentRedirect); forGood {
			now = next
		}
	}
}

// arrived words a status that leads nowhere else, at the address to.
func (r *run) arrived(code int, from, to, now *url.URL) (Answer, bool) {
	switch {
	case code == http.StatusNotFound || code == http.StatusGone:
		return Answer{Word: Broken, Why: status(code)}, false
	case code < 200 || code > 299:
		return Answer{Word: Unsure, Why: status(code)}, false
	case isLost(from, to):
		return Answer{Word: Unsure, Why: "it leads on to the front page of the site; what was there may be gone"}, true
	case now != from && len(now.String()) <= maxAddress:
		return Answer{Word: Moved, Why: "it leads on for good", Now: now.String()}, true
	}
	return Answer{Word: OK}, true
}

// isLost reports an address that leads to nothing but the front page of its site, where
// many sites send those who ask for what is gone. Short addresses (bit.ly/x) lead to the
// front pages of others.
func isLost(from, to *url.URL) bool {
	path := strings.ToLower(strings.Trim(from.Path, "/"))
	if strings.Trim(to.Path, "/") != "" || to.RawQuery != "" || path == "" && from.RawQuery == "" {
		return false
	}
	for _, front := range []string{"index.", "default.", "home"} {
		if strings.HasPrefix(path, front) && from.RawQuery == "" {
			return false
		}
	}
	site := func(u *url.URL) string { return strings.TrimPrefix(hostOf(u), "www.") }
	return site(from) == site(to) || strings.Contains(path, "/") || from.RawQuery != ""
}

// unanswered words an error.
func unanswered(ctx context.Context, err error) (a Answer, settled bool) {
	var busy *busyError
	var private *privateError
	var invalid x509.CertificateInvalidError
	var hostname x509.HostnameError
	var certificate *tls.CertificateVerificationError
	switch {
	case ctx.Err() != nil:
		return Answer{Word: Unasked, Why: "there was no time to ask"}, true
	case errors.As(err, &busy):
		return Answer{Word: Unsure, Why: busy.Error()}, true
	case errors.As(err, &private):
		return Answer{Word: Unsure, Why: private.Error(), Private: true}, true
	case isNoHost(err):
		return Answer{Word: Broken, Why: "there is no such host"}, true
	case errors.As(err, &hostname):
		return Answer{Word: Broken, Why: "the certificate is another host's"}, true
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return Answer{Word: Broken, Why: "the certificate has expired"}, true
	case errors.As(err, &certificate):
		return Answer{Word: Unsure, Why: "the certificate is not one that this machine trusts"}, true
	case isSilence(err):
		return Answer{Word: Unsure, Why: "the site does not answer"}, true
	}
	var netErr *net.OpError
	if errors.As(err, &netErr) && netErr.Op == "dial" {
		return Answer{Word: Unsure, Why: "the site cannot be reached"}, true
	}
	return Answer{Word: Unsure, Why: "the answer cannot be read"}, false
}

// isSilence reports that no answer came in time.
func isSilence(err error) bool {
	var timeout net.Error
	return errors.As(err, &timeout) && timeout.Timeout()
}

// isNoHost reports a name that nobody has.
func isNoHost(err error) bool {
	var dns *net.DNSError
	return errors.As(err, &dns) && dns.IsNotFound
}

// status is a status with its words.
func status(code int) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", code, http.StatusText(code)))
}

// privateError says that a name leads to an address that is not public.
type privateError struct{ to netip.Addr }

func (e *privateError) Error() string {
	return fmt.Sprintf("it leads to %s, which is no public address; --allow-private asks it all the same", e.to)
}

// nowhere says why no reader elsewhere can reach an address, as far as that shows
// without asking.
func nowhere(u *url.URL) string {
	name := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	to, err := netip.ParseAddr(name)
	if err == nil && !isPublic(to) || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return name + " is no public address: readers cannot reach it"
	}
	return ""
}

// notPublic are the ranges beyond those that netip names (IANA's registries of special
// addresses): this network, shared by a provider's customers, of protocols, of examples,
// of benchmarks, reserved; and those of IPv6 that lead to any of IPv4.
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"),
	netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

// translated are addresses of IPv4 on networks that have IPv6 alone (RFC 6052).
var translated = netip.MustParsePrefix("64:ff9b::/96")

// isPublic reports an address that all of the internet can reach.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if translated.Contains(a) {
		bytes := a.As16()
		a = netip.AddrFrom4([4]byte(bytes[12:]))
	}
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return true
}
