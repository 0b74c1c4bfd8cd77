package emit

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// sitemapURL is an entry of a sitemap (sitemaps.org 0.9), with the other editions of the page
// as alternates.
type sitemapURL struct {
	Loc        string             `xml:"loc"`
	LastMod    string             `xml:"lastmod,omitempty"` // W3C datetime, at the date's own precision
	Alternates []sitemapAlternate `xml:"xhtml:link"`
}

type sitemapAlternate struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// sitemapIndex names the sitemaps of a site that has several.
type sitemapIndex struct {
	XMLName  xml.Name     `xml:"sitemapindex"`
	NS       string       `xml:"xmlns,attr"`
	Sitemaps []sitemapURL `xml:"sitemap"`
}

// What the protocol allows in one sitemap (sitemaps.org), the bytes less a
// tenth, as they are estimated and not counted.
const (
	sitemapURLs  = 50_000
	sitemapBytes = 45_000_000
)

const sitemapNS = "http://www.sitemaps.org/schemas/sitemap/0.9"

// Sitemap emits the list of all pages, when the base URL is known. More than
// one sitemap may have are listed in several, and sitemap.xml is their index.
func Sitemap(p *plan.Plan, _ *layout.Set) ([]publish.Output, error) {
	return sitemaps(p, sitemapURLs, sitemapBytes), nil
}

func sitemaps(p *plan.Plan, urls, bytes int) []publish.Output {
	if p.Site.Settings.BaseURL == "" {
		return nil
	}
	lists := listed(p, urls, bytes)
	if len(lists) == 1 {
		return []publish.Output{sitemap(p, "sitemap.xml", lists[0])}
	}
	index := sitemapIndex{NS: sitemapNS}
	var out []publish.Output
	for i, pages := range lists {
		name := fmt.Sprintf("sitemap-%d.xml", i+1)
		out = append(out, sitemap(p, name, pages))
		index.Sitemaps = append(index.Sitemaps, sitemapURL{Loc: p.URL(name)})
	}
	return append(out, publish.Signed("sitemap.xml", func(buf []byte) ([]byte, error) { return appendXML(buf, index) }))
}

// listed divides the pages among sitemaps; there is always one.
func listed(p *plan.Plan, urls, bytes int) [][]*plan.Page {
	lists, size := [][]*plan.Page{nil}, 0
	for _, page := range p.Pages {
		if page.Kind == plan.NotFound {
			continue
		}
		entry := entrySize(p, page)
		last := &lists[len(lists)-1]
		if n := len(*last); n == urls || n > 0 && size+entry > bytes {
			lists, size = append(lists, nil), 0
			last = &lists[len(lists)-1]
		}
		*last, size = append(*last, page), size+entry
	}
	return lists
}

// entrySize is about how many bytes a page takes in a sitemap.
func entrySize(p *plan.Plan, page *plan.Page) int {
	address := len(p.Site.Settings.BaseURL) + len(page.Path)
	for i := range len(page.Path) {
		if page.Path[i] >= 0x80 {
			address += len("%D0") - 1
		}
	}
	n := 80 + address
	if len(p.Editions) > 1 && !p.ManyEditions() && page.Kind != plan.Parallel {
		n += len(p.Editions) * (80 + address)
	}
	return n
}

func sitemap(p *plan.Plan, name string, pages []*plan.Page) publish.Output {
	return publish.Long(name, func(buf []byte, spill func([]byte) []byte) []byte {
		return appendSitemap(buf, p, pages, publish.Signature(name), spill)
	})
}

// appendSitemap appends a sitemap that ends with a mark. It spills after each page; see publish.Long.
func appendSitemap(buf []byte, p *plan.Plan, pages []*plan.Page, mark string, spill func([]byte) []byte) []byte {
	b := bytes.NewBuffer(append(buf, xml.Header+`<urlset xmlns="`+sitemapNS+`" xmlns:xhtml="http://www.w3.org/1999/xhtml">`+"\n"...))
	enc, url := xml.NewEncoder(b), xml.StartElement{Name: xml.Name{Local: "url"}}
	enc.Indent(" ", " ")
	for _, page := range pages {
		if err := enc.EncodeElement(sitemapURL{p.URL(page.Path), lastModified(page), alternates(p, page)}, url); err != nil {
			panic(err) // a buffer takes all, and XML can say any text
		}
		if len(spill(b.Bytes())) == 0 { // or it is what it was
			b.Reset()
		}
	}
	return append(b.Bytes(), "\n</urlset>\n"+mark+"\n"...)
}

func appendXML(buf []byte, doc any) ([]byte, error) {
	b := bytes.NewBuffer(append(buf, xml.Header...))
	enc := xml.NewEncoder(b)
	enc.Indent("", " ")
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	return append(b.Bytes(), '\n'), nil
}

// alternates are a page in all editions that have it, when several have.
func alternates(p *plan.Plan, page *plan.Page) []sitemapAlternate {
	if len(p.Editions) < 2 || p.ManyEditions() || page.Kind == plan.Parallel { // of many, the pages themselves say it
		return nil
	}
	var out []sitemapAlternate
	for _, e := range p.Editions {
		if p.Has(e.Lang, page.Key) {
			out = append(out, sitemapAlternate{"alternate", e.Lang, p.URL(p.Path(e.Lang, page.Key))})
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// lastModified is when a page last changed as far as its content says: the
// last correction, or the article's publication.
func lastModified(page *plan.Page) string {
	if page.Article == nil {
		return ""
	}
	last := page.Article.Published
	sections := page.Article.Sections
	if page.Section != nil {
		sections = []*model.Section{page.Section}
	}
	for _, s := range sections {
		last = model.Last(last, s.Corrections)
	}
	date, _ := last.Datetime()
	return date
}

// Robots emits robots.txt, which lets everybody in and names the sitemap.
func Robots(p *plan.Plan, _ *layout.Set) ([]publish.Output, error) {
	body := "User-agent: *\nAllow: /\n"
	if u := p.URL("sitemap.xml"); u != "" {
		body += "\nSitemap: " + u + "\n"
	}
	return []publish.Output{publish.Bytes("robots.txt", []byte(body))}, nil
}
