package emit

import (
	"context"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/diag"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
	"dossier/layouts"
)

// planned is the plan of what was read, with its layouts.
func planned(t *testing.T, corpus *model.Corpus, faults diag.List, err error) (*plan.Plan, *layout.Set) {
	t.Helper()
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	site, faults := link.Resolve(corpus)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	p, faults := plan.New(site)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	set, faults, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), site.Settings.Languages)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	return p, set
}

// outputs are those of some emitters for a small dossier, by path.
func outputs(t *testing.T, files map[string]string, emitters ...Emitter) map[string]string {
	t.Helper()
	fs := afero.NewMemMapFs()
	write(t, fs, files)
	corpus, faults, err := content.Read(context.Background(), fs)
	p, set := planned(t, corpus, faults, err)
	out := map[string]string{}
	for _, emitter := range emitters {
		all, err := emitter(p, set)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range publish.Flat(all) {
			if _, twice := out[o.Path]; twice {
				t.Errorf("%s is made twice", o.Path)
			}
			out[o.Path] = rendered(t, o)
		}
	}
	return out
}

func write(t *testing.T, fs afero.Fs, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := afero.WriteFile(fs, name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func rendered(t *testing.T, o publish.Output) string {
	t.Helper()
	body, err := o.Render(nil)
	if err != nil {
		t.Fatal(o.Path, err)
	}
	return string(body)
}

// dot is a picture of one white pixel.
const dot = "GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"

// dossier is one with an article in two languages, two of whose sections were
// corrected; base is its address.
func dossier(base string) map[string]string {
	const section = "title: %s\ndate: 2018\ncorrections:\n  - {date: %s, text: {en: A name was wrong., fr: Un nom était faux.}}\n"
	return map[string]string{
		"index.md":                 "---\ntitle: Home\nlanguages: [en, fr]\n" + base + "---\nWelcome.\n",
		"articles/a/index.md":      "---\ntitle: The article\npublished: 2019-05\nsummary: What & why.\n---\nLead.\n",
		"articles/a/index.fr.md":   "---\ntitle: L'article\nsummary: Quoi.\n---\nChapeau.\n",
		"articles/a/01-first.md":   "---\n" + fmt.Sprintf(section, "First", "2019-06-07") + "---\nText.\n",
		"articles/a/02-second.md":  "---\n" + fmt.Sprintf(section, "ثانية", "2019-06") + "---\nText.\n",
		"articles/b/index.md":      "---\ntitle: Undated\n---\nLead.\n",
		"articles/b/01-section.md": "---\ntitle: Only\ndate: 2018\n---\nText.\n",
		"pages/dot.gif":            dot,
	}
}

const base = "base_url: https://example.org/d/\n"

func TestEveryFormat(t *testing.T) {
	out := outputs(t, dossier(base), All(nil)...)
	for _, name := range []string{
		"index.html", "fr/articles/a/first.html", "404.html", "feed.xml", "fr/feed.xml", "sitemap.xml", "robots.txt", "pages/dot.gif",
	} {
		if _, ok := out[name]; !ok {
			t.Errorf("there is no %s; there are %q", name, slices.Sorted(maps.Keys(out)))
		}
	}
	if got := out["pages/dot.gif"]; got != dot {
		t.Errorf("the file became %q", got)
	}
	if page := out["articles/a/index.html"]; !strings.Contains(page, "<h1") || !strings.Contains(page, "The article") || !strings.Contains(page, "articles/a/index.html") {
		t.Errorf("the article's page is %s", page)
	}
	styles := 0
	for name := range out {
		if strings.HasSuffix(name, ".css") {
			styles++
		}
	}
	if styles != 5 { // of all pages, of articles, of the network, of map and timeline, of the search
		t.Errorf("there are %d style sheets", styles)
	}
}

// Without a base there is nothing that needs absolute addresses.
func TestNoBase(t *testing.T) {
	out := outputs(t, dossier(""), Feeds, Sitemap, Robots)
	if got, want := fmt.Sprint(out), "map[robots.txt:User-agent: *\nAllow: /\n]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := outputs(t, dossier(base), Robots)["robots.txt"]; got != "User-agent: *\nAllow: /\n\nSitemap: https://example.org/d/sitemap.xml\n" {
		t.Errorf("robots.txt is %q", got)
	}
}

// read is a feed as a reader of feeds takes it.
type read struct {
	Channel struct {
		Title    string `xml:"title"`
		Language string `xml:"language"`
		About    string `xml:"description"`
		Links    []struct {
			Href string `xml:"href,attr"`
			Text string `xml:",chardata"`
		} `xml:"link"`
		Items []item `xml:"item"`
	} `xml:"channel"`
}

type item struct {
	Title, Link, Description string
	GUID                     string
	Date, PubDate            string
}

func (i *item) UnmarshalXML(d *xml.Decoder, start xml.StartElement) error {
	var x struct {
		Title string `xml:"title"`
		Link  string `xml:"link"`
		About string `xml:"description"`
		GUID  struct {
			Permanent bool   `xml:"isPermaLink,attr"`
			Text      string `xml:",chardata"`
		} `xml:"guid"`
		Date    string `xml:"http://purl.org/dc/elements/1.1/ date"`
		PubDate string `xml:"pubDate"`
	}
	err := d.DecodeElement(&x, &start)
	*i = item{x.Title, x.Link, x.About, fmt.Sprint(x.GUID.Text, " ", x.GUID.Permanent), x.Date, x.PubDate}
	return err
}

func feedOf(t *testing.T, body string) (f read) {
	t.Helper()
	if err := xml.Unmarshal([]byte(body), &f); err != nil {
		t.Fatal(err, body)
	}
	return f
}

func TestFeed(t *testing.T) {
	out := outputs(t, dossier(base), Feeds)
	const a = "https://example.org/d/articles/a/"
	first := a + "first.html#correction-2019-06-07"
	want := []item{
		{"Corrections: First", a + "first.html", "A name was wrong.", first + " false", "2019-06-07", "Fri, 07 Jun 2019 00:00:00 GMT"},
		{"Corrections: \u2068ثانية\u2069", a + "second.html", "A name was wrong.", a + "second.html#correction-2019-06 false", "2019-06", ""},
		{"ثانية", a + "second.html", "", a + "second.html true", "2019-05", ""},
		{"First", a + "first.html", "", a + "first.html true", "2019-05", ""},
		{"The article", a, "What & why.", a + " true", "2019-05", ""},
		{"Only", "https://example.org/d/articles/b/section.html", "", "https://example.org/d/articles/b/section.html true", "", ""},
		{"Undated", "https://example.org/d/articles/b/", "", "https://example.org/d/articles/b/ true", "", ""},
	}
	english := feedOf(t, out["feed.xml"]).Channel
	if got := english.Items; !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if english.Title != "Home" || english.Language != "en" || english.About != "Home" {
		t.Errorf("the feed is %q in %q about %q", english.Title, english.Language, english.About)
	}
	if got := english.Links; len(got) != 2 || got[0].Text != "https://example.org/d/" || got[1].Href != "https://example.org/d/feed.xml" {
		t.Errorf("its links are %v", got)
	}
	french := feedOf(t, out["fr/feed.xml"]).Channel
	if items := french.Items; french.Language != "fr" || items[0].Description != "Un nom était faux." ||
		items[4].Title != "L’article" || items[4].Link != "https://example.org/d/fr/articles/a/" {
		t.Errorf("the French feed has %q", french)
	}
}

// A feed has the newest entries, and no more than it should, of whichever article they are.
func TestFeedIsBounded(t *testing.T) {
	files := map[string]string{"index.md": "---\ntitle: Home\nlanguages: [en]\n" + base + "---\n"}
	const articles = 9 * feedItems
	for i := range articles {
		name := fmt.Sprintf("articles/a%03d/", i)
		files[name+"index.md"] = fmt.Sprintf("---\ntitle: Article %d\npublished: %d\n---\nLead.\n", i, 1500+i)
	}
	files["articles/a000/01-old.md"] = "---\ntitle: Corrected late\ndate: 1500\ncorrections: [{date: 2019, text: A slip.}]\n---\nText.\n"
	items := feedOf(t, outputs(t, files, Feeds)["feed.xml"]).Channel.Items
	last := fmt.Sprintf("Article %d", articles-feedItems+1)
	if len(items) != feedItems || !strings.Contains(items[0].Title, "Corrected late") ||
		items[1].Title != fmt.Sprintf("Article %d", articles-1) || items[feedItems-1].Title != last {
		t.Errorf("%d entries, from %q and %q to %q, not %q", len(items), items[0].Title, items[1].Title, items[len(items)-1].Title, last)
	}
}

// A page changed last when it was corrected, else when its article appeared;
// of any other page that is not known.
func TestSitemapEntries(t *testing.T) {
	var doc struct {
		URLs []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
			Links   []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(outputs(t, dossier(base), Sitemap)["sitemap.xml"]), &doc); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, u := range doc.URLs {
		line := u.LastMod
		for _, l := range u.Links {
			line += " " + l.Lang + "=" + strings.TrimPrefix(l.Href, "https://example.org/d/")
		}
		got[strings.TrimPrefix(u.Loc, "https://example.org/d/")] = line
	}
	for loc, want := range map[string]string{
		"":                            " en= fr=fr/",
		"articles/a/":                 "2019-06-07 en=articles/a/ fr=fr/articles/a/",
		"fr/articles/a/second.html":   "2019-06 en=articles/a/second.html fr=fr/articles/a/second.html",
		"articles/b/":                 " en=articles/b/ fr=fr/articles/b/",
		"articles/a/parallel.html":    "2019-06-07",
		"fr/articles/a/parallel.html": "2019-06-07",
	} {
		if line, ok := got[loc]; !ok || line != want {
			t.Errorf("%q: %q, want %q", loc, line, want)
		}
	}
	if _, ok := got["404.html"]; ok {
		t.Error("the page for what is not found is in the sitemap")
	}
}
