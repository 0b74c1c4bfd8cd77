package acceptance

import (
	"bytes"
	"fmt"
	"iter"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// elements are the elements of a page in document order, of some names only
// when names are given.
func (p *page) elements(names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := range p.root.Descendants() {
			if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) && !yield(n) {
				return
			}
		}
	}
}

func attr(e *html.Node, key string) string {
	for _, a := range e.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(e *html.Node, key string) bool {
	return slices.ContainsFunc(e.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func text(e *html.Node) string {
	var b strings.Builder
	for n := range e.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

func (p *page) title() string {
	for e := range p.elements("title") {
		return text(e)
	}
	return ""
}

// resolve finds the file of the site that an address on a page means.
func (s *site) resolve(from, addr string) (file, fragment string, err error) {
	u, err := url.Parse(addr)
	switch {
	case err != nil:
		return "", "", err
	case u.IsAbs() || u.Host != "":
		return "", "", fmt.Errorf("it leaves the site")
	case u.RawQuery != "" || u.ForceQuery:
		return "", "", fmt.Errorf("it has a query")
	case u.Path == "" && u.Fragment == "":
		return "", "", fmt.Errorf("it is empty")
	case u.Path == "":
		return from, u.Fragment, nil
	}
	file = path.Join(path.Dir(from), u.Path)
	if from == "404.html" { // it is shown at addresses of any depth
		below, ok := strings.CutPrefix(u.Path, s.base)
		if way := strings.TrimLeft(u.Path, "./"); !ok && strings.HasPrefix(way, "assets/") {
			below, ok = way, true // one of the ways that it tries
		}
		if !ok {
			return "", "", fmt.Errorf("it does not begin with %s", s.base)
		}
		file = path.Clean(below)
	} else if u.Path[0] == '/' {
		return "", "", fmt.Errorf("it is absolute")
	}
	if s.files[file] == nil || strings.HasSuffix(u.Path, "/") {
		return "", "", fmt.Errorf("%q is no file of the site", file)
	}
	return file, u.Fragment, nil
}

type pageCheck struct {
	name string
	find func(*site, *page) []string // gives the faults
}

func pageChecks() []pageCheck {
	return []pageCheck{
		{"markup", findMarkup}, {"nesting", findNesting}, {"links", findLinks}, {"active", findActive},
		{"policy", findPolicy}, {"ids", findIDs}, {"headings", findHeadings}, {"attributes", findAttributes}, {"flags", findFlags},
	}
}

// findFlags finds flags made of letters, which some systems show as the letters.
func findFlags(_ *site, p *page) (faults []string) {
	if i := bytes.IndexFunc(p.source, func(r rune) bool { return r >= '🇦' && r <= '🇿' }); i >= 0 {
		faults = append(faults, fmt.Sprintf("a flag at byte %d", i))
	}
	return faults
}

func findLinks(s *site, p *page) (faults []string) {
	report := func(e *html.Node, addr string, why any) {
		faults = append(faults, fmt.Sprintf("<%s> with %q: %v", e.Data, addr, why))
	}
	for e := range p.elements() {
		for _, a := range e.Attr {
			switch {
			case slices.Contains([]string{"href", "src", "data-href", "poster", "data", "action", "formaction"}, a.Key):
			case a.Key == "srcset" || a.Key == "content" && strings.Contains(a.Val, "://") && !strings.HasPrefix(attr(e, "property"), "og:"):
				report(e, a.Val, "an address where none may be")
				continue
			default:
				continue
			}
			rel := attr(e, "rel")
			switch u, err := url.Parse(a.Val); {
			case err == nil && e.Data == "link" && (rel == "canonical" || rel == "alternate") && u.IsAbs():
				if s.base == "/" || !strings.HasPrefix(u.Path, s.base) {
					report(e, a.Val, "it is no address of this site")
				}
			case err == nil && e.Data == "a" && rel == "external":
				if !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) || !strings.Contains(s.prose, a.Val) {
					report(e, a.Val, "no editor wrote it")
				}
			default:
				file, fragment, err := s.resolve(p.path, a.Val)
				if err != nil {
					report(e, a.Val, err)
				} else if fragment != "" && (s.pages[file] == nil || !s.pages[file].ids[fragment]) {
					report(e, a.Val, "there is no such id")
				}
			}
		}
	}
	return faults
}

// findActive looks for script and style that the policy would block.
func findActive(_ *site, p *page) (faults []string) {
	for e := range p.elements() {
		data := attr(e, "type") == "application/ld+json" // which is not run
		if e.Data == "style" || e.Data == "script" && !data && (attr(e, "src") == "" || e.FirstChild != nil) {
			faults = append(faults, "inline <"+e.Data+">")
		}
		for _, a := range e.Attr {
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
				faults = append(faults, fmt.Sprintf("<%s %s=%q>", e.Data, a.Key, a.Val))
			}
		}
	}
	return faults
}

func findPolicy(_ *site, p *page) (faults []string) {
	for e := range p.elements("meta", "link", "script", "img") {
		if e.Data != "meta" {
			return []string{"no content security policy before the first <" + e.Data + ">"}
		}
		if strings.EqualFold(attr(e, "http-equiv"), "Content-Security-Policy") {
			for _, bad := range []string{"unsafe", "http", "*"} {
				if strings.Contains(attr(e, "content"), bad) {
					faults = append(faults, "the policy allows "+bad)
				}
			}
			for _, need := range []string{"default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"} {
				if !strings.Contains(attr(e, "content"), need) {
					faults = append(faults, "the policy lacks "+need)
				}
			}
			return faults
		}
	}
	return []string{"no content security policy"}
}

// TestPageChecks proves that each check finds the faults it is for.
func TestPageChecks(t *testing.T) {
	const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'">`
	const sound = "<!DOCTYPE html>\n<html lang=\"en\"><head>" + policy + "<title>T</title></head><body><h1 id=\"a\">A</h1>#</body></html>"
	tests := []struct{ check, old, new string }{
		{"markup", "#", "<p>one<p>two</p>"}, {"markup", "#", "<p>one"}, {"markup", "#", "</i>"}, {"markup", "#", "<b><i>x</b></i>"},
		{"markup", "#", "a & b"}, {"markup", "#", `<br class="a" class="b">`}, {"markup", "#", "<table><tr></tr></table>"},
		{"markup", "#", "<p><ul></ul></p>"}, {"markup", "<!DOCTYPE html>\n", ""}, {"markup", "</body>", ""},
		{"nesting", "#", "<ul><p></p></ul>"}, {"nesting", "#", "<li></li>"}, {"nesting", "#", "<span><div></div></span>"},
		{"nesting", "#", "<a><b><button></button></b></a>"},
		{"links", "#", `<a href="/x.html">x</a>`}, {"links", "#", `<a href="gone.html">x</a>`}, {"links", "#", `<a href="./">x</a>`},
		{"links", "#", `<a href="x.html/">x</a>`}, {"links", "#", `<a href="../x.html">x</a>`}, {"links", "#", `<a href="">x</a>`},
		{"links", "#", `<a href="x.html#b">x</a>`}, {"links", "#", `<a href="#b">x</a>`}, {"links", "#", `<a href="x.html?q">x</a>`},
		{"links", "#", `<a href="//example.org/">x</a>`}, {"links", "#", `<a rel="external" href="https://example.net/">x</a>`},
		{"links", "#", `<a rel="external" href="javascript:wrote">x</a>`}, {"links", "#", `<img src="https://example.org/" alt="">`},
		{"links", "<title>", `<link rel="canonical" href="https://example.org/"><title>`}, {"links", "#", `<img srcset="x.html">`},
		{"active", "#", "<script>1</script>"}, {"active", "#", "<style></style>"}, {"active", "#", `<p style="">`}, {"active", "#", `<p onclick="">`},
		{"policy", policy, ""}, {"policy", "<meta", "<script></script><meta"}, {"policy", "default-src 'self'", "default-src *"},
		{"policy", "; base-uri 'none'", ""}, {"policy", "'self'", "'self' 'unsafe-inline'"},
		{"ids", "#", `<p id="a"></p>`}, {"ids", "#", `<p id=""></p>`}, {"ids", "#", `<p aria-labelledby="b"></p>`},
		{"headings", "#", "<h3>x</h3>"}, {"headings", "#", "<h1>x</h1>"}, {"headings", "#", "<h2></h2>"}, {"headings", "h1", "h2"},
		{"attributes", ` lang="en"`, ""}, {"attributes", "#", `<img src="x">`}, {"attributes", "<title>T</title>", ""},
	}
	s := &site{base: "/", prose: "wrote https://example.org/", files: map[string][]byte{}, pages: map[string]*page{}}
	s.files["x.html"], s.pages["x.html"] = []byte(sound), parsePage(t, "x.html", []byte(sound))
	for _, c := range pageChecks() {
		good := strings.Replace(sound, "#", `<p><a href="x.html#a">x</a> &amp; <a rel="external" href="https://example.org/">y</a></p>`, 1)
		if faults := c.find(s, parsePage(t, "y.html", []byte(good))); faults != nil {
			t.Errorf("%s finds %q in a sound page", c.name, faults)
		}
		for _, test := range tests {
			bad := strings.Replace(sound, test.old, test.new, 1)
			if test.check == c.name && c.find(s, parsePage(t, "y.html", []byte(bad))) == nil {
				t.Errorf("%s finds no fault when %q becomes %q", c.name, test.old, test.new)
			}
		}
	}
}
