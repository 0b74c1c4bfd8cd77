package share

import (
	"net/url"
	"strings"
	"testing"
)

// TestSeenFrom compares with how package url resolves an address.
func TestSeenFrom(t *testing.T) {
	for _, here := range []string{
		"https://example.org/index.html", "https://example.org/d/articles/suez/the-canal.html", "http://localhost:8080/ru/events/a.html",
		"https://example.org/d/%D0%B0/b%20c.html", "https://xn--e1afmkfd.org/~me/a.html", "mailto:a/b", "https://example.org/d/a..b/c.html", "https://example.org/d/x/./y.html",
	} {
		for _, href := range []string{
			"index.html", "../index.html", "../../index.html", "../../a/b.html#place_1", "#articles_", "../index.html#articles_", "", "a//b", "./a", "a/../b", "a/./b", "..", "../", "..a", ".a",
			"b%20c.html", "б.html", "/x.html", "//other.org/x", "https://other.org/", "x?y=1", "x.html#", "a:b", "%zz",
		} {
			if from, err := url.Parse(here); err != nil || strings.Count(here, "/")-3 < strings.Count(href, "../") {
				continue // no page leads out of the site
			} else if want, err := from.Parse(href); err != nil {
				if got, ok := seenFrom(here, href); ok {
					t.Errorf("%q from %q is %q, not an error", href, here, got)
				}
			} else if got, ok := seenFrom(here, href); !ok || got != want.String() {
				t.Errorf("%q from %q is %q, not %q", href, here, got, want)
			}
		}
	}
	if _, ok := seenFrom("https://[x/a", "%2f"); ok {
		t.Error("what is no address leads somewhere")
	}
}
