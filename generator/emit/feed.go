package emit

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"time"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/voice"
)

// feedItems is how many entries a feed has at most.
const feedItems = 50

// rss is an RSS 2.0 feed. RSS rather than Atom because an Atom entry must
// have a date of second precision, and a dossier's dates may be months.
type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Atom    string     `xml:"xmlns:atom,attr"`
	DC      string     `xml:"xmlns:dc,attr"`
	Channel rssChannel `xml:"channel"`
}

type rssChannel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Self        rssSelf   `xml:"atom:link"`
	Description string    `xml:"description"`
	Language    string    `xml:"language"`
	Items       []rssItem `xml:"item"`
}

type rssSelf struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

type rssItem struct {
	Title       string  `xml:"title"`
	Link        string  `xml:"link"`
	GUID        rssGUID `xml:"guid"`
	Date        string  `xml:"dc:date,omitempty"` // W3CDTF, at the date's own precision
	PubDate     string  `xml:"pubDate,omitempty"` // RFC 822; days only
	Description string  `xml:"description,omitempty"`

	when edtf.Date
}

type rssGUID struct {
	PermaLink bool   `xml:"isPermaLink,attr"`
	Value     string `xml:",chardata"`
}

// Feeds emits a feed of articles and corrections for each edition; none when
// the base URL is not known, for a feed's addresses are absolute.
func Feeds(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	if p.Site.Settings.BaseURL == "" {
		return nil, nil
	}
	var out []publish.Output
	for _, e := range p.Editions {
		out = append(out, publish.Output{Path: e.Feed(), Render: func(buf []byte) ([]byte, error) {
			f := feed{p, e, voice.New(p.Site, set, e.Lang)}
			return appendXML(buf, f.rss())
		}})
	}
	return out, nil
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

// feed makes the feed of an edition.
type feed struct {
	*plan.Plan
	plan.Edition
	*voice.Voice
}

func (f feed) rss() rss {
	home := f.Text(f.Site.Home)
	channel := rssChannel{
		Title: home.Title, Link: f.URL(f.Edition.Dir + "index.html"), Description: cmp.Or(home.Summary, home.Title), Language: f.Voice.Lang,
		Self: rssSelf{Href: f.URL(f.Feed()), Rel: "self", Type: "application/rss+xml"},
	}
	for _, a := range f.Site.Articles {
		channel.Items = append(channel.Items, f.item(&a.Doc, a.Published, f.Text(&a.Doc).Summary, ""))
		for _, s := range a.Sections {
			for _, c := range s.Corrections {
				item := f.item(&s.Doc, c.Date, f.Correction(c).Text, "#correction-"+c.Date.String())
				item.Title = f.Words("corrections") + f.Words("colon") + f.Apart(item.Title)
				channel.Items = append(channel.Items, item)
			}
		}
	}
	slices.SortStableFunc(channel.Items, func(a, b rssItem) int { return edtf.Compare(b.when, a.when) })
	channel.Items = channel.Items[:min(feedItems, len(channel.Items))]
	return rss{Version: "2.0", Atom: "http://www.w3.org/2005/Atom", DC: "http://purl.org/dc/elements/1.1/", Channel: channel}
}

// item is an entry about a doc; mark tells several about one doc apart.
func (f feed) item(d *model.Doc, when edtf.Date, summary, mark string) rssItem {
	link := f.URL(f.Path(f.Voice.Lang, d.Key))
	item := rssItem{Title: f.Text(d).Title, Link: link, GUID: rssGUID{PermaLink: mark == "", Value: link + mark}, Description: summary, when: when}
	date, ok := when.Datetime()
	if !ok {
		return item
	}
	item.Date = date
	if day, err := time.Parse(time.DateOnly, date); err == nil {
		item.PubDate = day.Format("Mon, 02 Jan 2006 15:04:05 GMT")
	}
	return item
}
