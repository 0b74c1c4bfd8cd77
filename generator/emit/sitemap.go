package emit

import (
	"encoding/xml"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// urlset is a sitemap (sitemaps.org 0.9) with the other editions of each page
// as alternates.
type urlset struct {
	XMLName xml.Name     `xml:"urlset"`
	NS      string       `xml:"xmlns,attr"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

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

// Sitemap emits the list of all pages, when the base URL is known.
func Sitemap(p *plan.Plan, _ *layout.Set) ([]publish.Output, error) {
	if p.Site.Settings.BaseURL == "" {
		return nil, nil
	}
	return []publish.Output{{Path: "sitemap.xml", Render: func(buf []byte) ([]byte, error) {
		set := urlset{NS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
		for _, page := range p.Pages {
			if page.Kind == plan.NotFound {
				continue
			}
			u := sitemapURL{Loc: p.URL(page.Path), LastMod: lastModified(page)}
			for _, e := range p.Editions {
				if len(p.Editions) > 1 && page.Kind != plan.Parallel {
					u.Alternates = append(u.Alternates, sitemapAlternate{"alternate", e.Lang, p.URL(p.Path(e.Lang, page.Key))})
				}
			}
			set.URLs = append(set.URLs, u)
		}
		return appendXML(buf, set)
	}}}, nil
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
		for _, c := range s.Corrections {
			if last.IsZero() || edtf.Compare(last, c.Date) < 0 {
				last = c.Date
			}
		}
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
