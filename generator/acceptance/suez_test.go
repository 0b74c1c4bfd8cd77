package acceptance

import (
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The second dossier has no English edition, one written from right to left
// and one without spaces, and a date of every shape that docs/writing.md has.
const suezContent = "testdata/suez/content"

var suezEditions = []string{"es", "uk", "ar", "kk", "zh"} // the first lies at the root

func TestSuez(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a dossier in five languages")
	}
	t.Parallel()
	s := readDossier(t, suezContent, buildDossier(t, suezContent, "--strict"), "/")
	checks := append(pageChecks(), pageCheck{"headings apart", findSameHeadings}, pageCheck{"dates in words", findCodes})
	for _, lang := range suezEditions {
		english := englishFinder(t, lang)
		checks = append(checks, pageCheck{"no English in " + lang, func(_ *site, p *page) []string {
			if edition, _ := editionOf(p.path); edition != lang {
				return nil
			}
			return english(p.root)
		}})
	}
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			s.eachPage(func(p *page) {
				for _, fault := range c.find(s, p) {
					t.Errorf("%s: %s", p.path, fault)
				}
			})
		})
	}
}

// TestSuezEditions fails when an edition lacks a page that another one has,
// or calls itself another language.
func TestSuezEditions(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a dossier in five languages")
	}
	s := readDossier(t, suezContent, buildDossier(t, suezContent), "/")
	has := map[string]map[string]bool{}
	s.eachPage(func(p *page) {
		lang, name := editionOf(p.path)
		if has[name] == nil {
			has[name] = map[string]bool{}
		}
		has[name][lang] = true
		for e := range p.elements("html") {
			if attr(e, "lang") != lang || (attr(e, "dir") == "rtl") != (lang == "ar") {
				t.Errorf("%s: lang=%q dir=%q", p.path, attr(e, "lang"), attr(e, "dir"))
			}
		}
	})
	for _, name := range slices.Sorted(maps.Keys(has)) {
		onlyFirst := name == "404.html" || strings.Contains(name, "/parallel-") // beside a second, third … language
		if len(has[name]) != len(suezEditions) && !onlyFirst {
			t.Errorf("%s is only in %v", name, slices.Sorted(maps.Keys(has[name])))
		}
	}
	if len(has) < 70 {
		t.Errorf("only %d pages", len(has))
	}
}

// editionOf parts a path into its edition and the path there.
func editionOf(name string) (lang, rest string) {
	for _, lang := range suezEditions[1:] {
		if rest, ok := strings.CutPrefix(name, lang+"/"); ok {
			return lang, rest
		}
	}
	return suezEditions[0], name
}

// findSameHeadings looks for headings of one level and one parent that a
// reader could not tell apart.
func findSameHeadings(_ *site, p *page) (faults []string) {
	var path [7]string
	seen := map[[7]string]bool{}
	for e := range p.elements("h1", "h2", "h3", "h4", "h5", "h6") {
		level := int(e.Data[1] - '0')
		path[level] = strings.Join(strings.Fields(text(e)), " ")
		clear(path[level+1:])
		if seen[path] {
			faults = append(faults, fmt.Sprintf("<%s> %q is there twice", e.Data, path[level]))
		}
		seen[path] = true
	}
	return faults
}

// codeLines are the signs of a date that nobody has put in words, a pattern a line;
// generator/dev/browser looks for the same in what scripts write.
//
//go:embed testdata/suez/codes.txt
var codeLines string

var codes = regexp.MustCompile(strings.Join(strings.Fields(codeLines), "|"))

// findCodes looks for EDTF in what readers are shown or told.
func findCodes(_ *site, p *page) (faults []string) {
	if p.path == "404.html" {
		return nil
	}
	for e := range p.elements("span") {
		if words := text(e); attr(e, "class") == "date" && strings.ContainsAny(words, `'"‘’“”„«»`) {
			faults = append(faults, "quotation marks of a pattern in "+words)
		}
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode && slices.Contains([]string{"code", "script", "style"}, n.Data) {
			return
		}
		shown := []string{}
		if n.Type == html.TextNode {
			shown = append(shown, n.Data)
		}
		for _, a := range n.Attr {
			if slices.Contains([]string{"aria-label", "title", "alt", "placeholder"}, a.Key) || a.Key == "content" && attr(n, "name") == "description" {
				shown = append(shown, a.Val)
			}
		}
		for _, words := range shown {
			if code := codes.FindString(words); code != "" {
				faults = append(faults, fmt.Sprintf("%q in %q", code, strings.TrimSpace(words)))
			}
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
	}
	walk(p.root)
	return faults
}

// TestFindCodes proves that each sign is found, and that words are not.
func TestFindCodes(t *testing.T) {
	find := func(words string) []string {
		return findCodes(nil, parsePage(t, "x.html", []byte("<p>"+words+"</p><p title=\""+words+"\"><code>2019-11</code></p>")))
	}
	for _, code := range []string{
		"2019-11-28", "2018-06", "201X", "18XX", "2019-11-0X", "2019-21", "2018-06/2019-11", "2020/2025", "2019-02/..", "../1992", "2019/",
		"/2019", "2019~", "1950S2", "Y17E7", "Y-17000", "2019?", "2019%", "[2010..2012]", "[2019,2020]", "{2018,2019}",
	} {
		if n := len(find(code)); n != 2 {
			t.Errorf("%s is found %d times", code, n)
		}
	}
	if findCodes(nil, parsePage(t, "x.html", []byte(`<p><span class="date">1869 „року“</span></p>`))) == nil {
		t.Error("a pattern's quotation marks are not found")
	}
	for _, words := range []string{"28 November 2019", "2020–2025", "2010s", "170,000,000", "44 BC", "1/2", "约1869年", "1869-1956", "…"} {
		if faults := find(words); faults != nil {
			t.Errorf("%s", faults)
		}
	}
}
