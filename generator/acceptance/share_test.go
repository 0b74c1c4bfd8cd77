package acceptance

import (
	"bytes"
	"fmt"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// Lengths and sizes are those that X (developer.x.com, cards markup) and Facebook
// (ogp.me, sharing best practices) ask for.
const (
	longestAlt  = 420
	mostPicture = 5 << 20
)

var locale = regexp.MustCompile(`^[a-z]{2,3}_[A-Z]{2}$`)

// findShared looks at what a page tells those who show links to it.
func findShared(s *site, p *page) (faults []string) {
	fault := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	said := map[string][]string{}
	for e := range p.elements("meta", "link") {
		switch key := attr(e, "property") + attr(e, "name"); {
		case e.Data == "meta" && key != "" && attr(e, "media") == "":
			said[key] = append(said[key], attr(e, "content"))
		case e.Data == "link" && strings.Contains(attr(e, "rel"), "apple-touch-icon"):
			said["icon"] = append(said["icon"], attr(e, "href"))
		}
	}
	one := func(key string) string {
		if len(said[key]) != 1 || strings.TrimSpace(said[key][0]) == "" {
			fault("%s is %q", key, said[key])
			return ""
		}
		return said[key][0]
	}
	if one("theme-color"); len([]rune(one("description"))) < 8 {
		fault("the description says nothing: %q", said["description"])
	}
	if p.path == "404.html" {
		return faults
	}
	own := func(what, address string) string {
		file, ok := strings.CutPrefix(address, s.base)
		if file == "" || strings.HasSuffix(file, "/") {
			file += "index.html"
		}
		if s.files[file] == nil || !ok {
			fault("%s: nothing is at %q", what, address)
		}
		return file
	}
	if one("og:title"); own("og:url", one("og:url")) != p.path {
		fault("its address is %s", said["og:url"])
	}
	if one("og:site_name"); one("og:description") != one("description") {
		fault("two descriptions")
	}
	kind := one("og:type")
	if text := strings.Contains("/"+p.path, "/articles/") && !strings.Contains(p.path, "/parallel"); kind != "article" && kind != "website" || text != (kind == "article") {
		fault("og:type is %q", kind)
	}
	alternates := 0
	for e := range p.elements("link") {
		if lang := attr(e, "hreflang"); lang != "" && lang != "x-default" {
			alternates++
		}
	}
	locales := append([]string{one("og:locale")}, said["og:locale:alternate"]...)
	if slices.ContainsFunc(locales, func(l string) bool { return !locale.MatchString(l) }) || alternates > 0 && len(locales) != alternates {
		fault("%d editions, but og:locale %q", alternates, locales)
	}
	card := one("twitter:card")
	switch picture := said["og:image"]; {
	case len(picture) == 0:
		if card != "summary" {
			fault("a card of kind %s without a picture", card)
		}
	case card != "summary_large_image":
		fault("a picture for a card of kind %s", card)
	default:
		data := s.files[own("og:image", one("og:image"))]
		size, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || size.Width != 1200 || size.Height != 630 || one("og:image:width") != "1200" || one("og:image:height") != "630" || len(data) > mostPicture {
			fault("%s: %v, %d × %d, %d bytes", picture, err, size.Width, size.Height, len(data))
		}
		if alt := one("og:image:alt"); len([]rune(alt)) > longestAlt {
			fault("%q is too long for a picture's words", alt)
		}
	}
	for key, values := range said {
		if !strings.HasPrefix(key, "article:") {
			continue
		}
		if kind != "article" {
			fault("%s on a %s", key, kind)
		}
		for _, v := range values {
			switch _, err := time.Parse(time.DateOnly, v); {
			case key == "article:author":
				own(key, v)
			case err != nil || len(values) != 1:
				fault("%s is %q", key, values)
			}
		}
	}
	for _, href := range said["icon"] {
		file, _, err := s.resolve(p.path, href)
		if err != nil {
			fault("%v", err)
		} else if _, err := png.DecodeConfig(bytes.NewReader(s.files[file])); err != nil {
			fault("%s: %v", file, err)
		}
	}
	return faults
}

// shared looks at all pages; no two pages of an edition describe themselves alike.
func shared(t *testing.T, content string) {
	const base = "https://example.org/some/project/"
	s := readDossier(t, content, buildDossier(t, content, "--base-url", base), base)
	cards, described := 0, map[string]string{}
	s.eachPage(func(p *page) {
		for _, fault := range findShared(s, p) {
			t.Errorf("%s: %s", p.path, fault)
		}
		if bytes.Contains(p.source, []byte(`property="og:image"`)) {
			cards++
		}
		for e := range p.elements("meta") {
			if key := htmlLang(p) + " " + attr(e, "content"); attr(e, "name") == "description" {
				if before, ok := described[key]; ok {
					t.Errorf("%s: described as %s is: %s", p.path, before, key)
				}
				described[key] = p.path
			}
		}
	})
	if cards == 0 || len(described) < 200 {
		t.Errorf("%s: %d pages with cards, %d descriptions", content, cards, len(described))
	}
}

func htmlLang(p *page) string {
	for e := range p.elements("html") {
		return attr(e, "lang")
	}
	return ""
}

// TestFindShared proves that each kind of fault is found.
func TestFindShared(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads all pages")
	}
	const base = "https://example.org/"
	s := readDossier(t, suezContent, buildDossier(t, suezContent, "--base-url", base), base)
	const file = "articles/history/index.html"
	if faults := findShared(s, s.pages[file]); faults != nil {
		t.Fatal(faults)
	}
	for _, change := range []struct{ of, to string }{
		{`name="description"`, `name="descriptions"`},
		{`property="og:url" content="https://example.org/articles/history/"`, `property="og:url" content="https://example.org/"`},
		{`property="og:locale" content="es_ES"`, `property="og:locale" content="es"`},
		{`property="og:locale:alternate" content="uk_UA"`, `name="x" content="y"`},
		{`content="summary_large_image"`, `content="summary"`},
		{`/assets/cards/`, `/assets/none/`},
		{`property="og:image:width" content="1200"`, `property="og:image:width" content="600"`},
		{`property="og:type" content="article"`, `property="og:type" content="website"`},
		{`property="article:published_time" content="2024-05-02"`, `property="article:published_time" content="2024-05"`},
		{`name="theme-color"`, `name="theme"`},
	} {
		source := bytes.ReplaceAll(s.pages[file].source, []byte(change.of), []byte(change.to))
		if bytes.Equal(source, s.pages[file].source) {
			t.Errorf("the page has no %s", change.of)
		} else if findShared(s, parsePage(t, file, source)) == nil {
			t.Errorf("%s in the place of %s is no fault", change.to, change.of)
		}
	}
}
