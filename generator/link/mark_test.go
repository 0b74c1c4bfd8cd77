package link

import (
	"fmt"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// marks are those among the anchors of a text, with * for the first of a source.
func marks(site *model.Site, t *model.Text) string {
	var out []string
	for _, a := range site.Anchors.Of(t) {
		if a.Source > 0 {
			first := map[bool]string{true: "*"}[a.First]
			out = append(out, fmt.Sprintf("%d%s %s", a.Source, first, a.Target))
		}
	}
	return strings.Join(out, ", ")
}

// TestMarks: a name in [^…] that is no footnote is a source's, in each language; sources that
// are one have one number.
func TestMarks(t *testing.T) {
	const treaty, report = "https://example.org/treaty", "https://example.org/report"
	for _, tt := range []struct{ body, want, fault string }{
		{"One.[^treaty] [[a/two]] and[^report] two.[^report]", "1* articles/a/one, 2* articles/a/one, 2 articles/a/one", ""},
		{"One.[^again]", "1* articles/a/one", ""},
		{"See https://example.org/x[^treaty] and www.example.org.[^report]", "1* articles/a/one, 2* articles/a/one", ""},
		{"One.[^treaty] Two.[^1]\n\n[^1]: As[^report] it says.\n", "1* articles/a/one, 2* articles/a/one", ""},
		{"One.[^repord]", "", `articles/a/01-one.md:4:5: error: "repord" is neither a footnote nor the id of a source of this file; write [^repord]: and its text in a line of its own, or give the source this id; did you mean "report"? [footnote]`},
		{"One.[^nota] [^note]\n\n[^note]: N.", "", `articles/a/01-one.md:4:5: error: "nota" is neither a footnote nor the id of a source of this file; write [^nota]: and its text in a line of its own, or give the source this id; did you mean "note"? [footnote]`},
		{"One.[^7]", "", `articles/a/01-one.md:4:5: error: "7" is neither a footnote nor the id of a source of this file; write [^7]: and its text in a line of its own, or give the source this id [footnote]`},
		{"One.[^report]\n\n[^report]: N.", "", `articles/a/01-one.md:6:1: error: the footnote "report" has the id of a source of articles/a/01-one.md; give one of them another name [footnote]`},
	} {
		c := corpus(t, tt.body)
		s := c.Articles[0].Sections[0]
		s.Sources = []model.Source{{URL: treaty}, {ID: "treaty", URL: treaty}, {ID: "report", URL: report}, {ID: "again", URL: treaty}}
		site, faults := Resolve(c)
		fault := ""
		for _, f := range faults {
			fault += f.String()
			if f.Severity() != diag.Error {
				t.Errorf("%q: %v is no error", tt.body, f)
			}
		}
		if got := marks(site, s.Texts.In("en")); got != tt.want || fault != tt.fault {
			t.Errorf("%q: %q, want %q\n%s\nwant\n%s", tt.body, got, tt.want, fault, tt.fault)
		}
	}
}

// TestMarksOfWhatIsUnread: of sources that nobody could read nothing is said.
func TestMarksOfWhatIsUnread(t *testing.T) {
	c := corpus(t, "One.[^x]")
	c.Articles[0].Sections[0].Unread = true
	if _, faults := Resolve(c); len(faults) > 0 {
		t.Error(faults)
	}
}

// TestMarksAgain: a resolver that has read a text before knows of other sources.
func TestMarksAgain(t *testing.T) {
	c := corpus(t, "One.[^x]")
	r := NewResolver()
	for n, sources := range [][]model.Source{{{ID: "x"}}, {{URL: "https://example.org"}, {ID: "x"}}, {{ID: "y"}}} {
		now := *c
		article := *c.Articles[0]
		section := *article.Sections[0]
		section.Sources, section.Article = sources, &article
		article.Sections = append([]*model.Section{&section}, article.Sections[1:]...)
		now.Articles = append([]*model.Article{&article}, c.Articles[1:]...)
		site, faults := r.Resolve(&now)
		want := []string{"1* articles/a/one", "2* articles/a/one", ""}[n]
		if got := marks(site, section.Texts.In("en")); got != want || faults.HasErrors() != (want == "") {
			t.Errorf("%d: %q and %v, want %q", n, got, faults, want)
		}
	}
}
