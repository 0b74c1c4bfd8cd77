package emit

import (
	"cmp"
	"slices"
	"time"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/voice"
	"dossier/generator/xmltext"
)

// How many entries a feed has at most. There are as many feeds as entities: theirs are
// shorter.
const (
	feedItems   = 50
	entityItems = 20
)

// Feeds emits, for each edition, a feed of articles, sections and corrections, one for
// each article and one for each entity that has sections; none when the base URL is not
// known, for a feed's addresses are absolute.
//
// They are RSS 2.0 rather than Atom, because an Atom entry must have a date of second
// precision, and a dossier's dates may be months. An entry has one link: some readers
// open the last one.
func Feeds(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	if p.Site.Settings.BaseURL == "" {
		return nil, nil
	}
	var out []publish.Output
	for _, e := range p.Editions {
		f := feeds{p, e, voice.New(p.Site, set, e.Lang)}
		add := func(path string, feed func() channel) {
			out = append(out, publish.Signed(path, func(buf []byte) ([]byte, error) {
				c := feed()
				c.self = path
				return f.append(buf, c), nil
			}))
		}
		add(e.Feed(), f.site)
		for _, a := range p.Site.Articles {
			add(e.FeedOf(a.Key), func() channel { return f.article(a) })
		}
		for _, x := range p.Site.Entities {
			if p.HasFeed(x.Key) {
				add(e.FeedOf(x.Key), func() channel { return f.entity(x) })
			}
		}
	}
	return out, nil
}

// feeds makes the feeds of an edition.
type feeds struct {
	*plan.Plan
	plan.Edition
	*voice.Voice
}

// channel is a feed.
type channel struct {
	title, about string
	page         string // that it is about
	self         string
	entries      []entry
}

// entry is a doc that was published or, when it has words, a correction of it.
type entry struct {
	doc        *model.Doc
	when       edtf.Date
	correction *model.Correction
}

func (f feeds) site() channel {
	home := f.Text(f.Site.Home)
	var all []entry
	for _, a := range f.Site.Articles {
		all = append(all, told(a.Sections, feedItems)...)
		all = append(all, entry{doc: &a.Doc, when: a.Published})
		if len(all) > 4*feedItems { // so that they are never many
			all = newest(all, feedItems)
		}
	}
	return channel{title: home.Title, about: cmp.Or(home.Summary, home.Title), page: f.Edition.Dir + "index.html", entries: newest(all, feedItems)}
}

func (f feeds) article(a *model.Article) channel {
	text := f.Text(&a.Doc)
	all := append(told(a.Sections, feedItems), entry{doc: &a.Doc, when: a.Published})
	return f.of(text.Title, text.Summary, a.Key, newest(all, feedItems))
}

func (f feeds) entity(e *model.Entity) channel {
	return f.of(f.Name(e), f.Text(&e.Doc).Summary, e.Key, newest(told(f.Lists.SectionsIn(f.Site.Backlinks.Of(e.Key).Sections), entityItems), entityItems))
}

// of is the feed of a page that is not the front page.
func (f feeds) of(title, about string, key model.Key, entries []entry) channel {
	title = f.Apart(title) + " – " + f.Apart(f.Text(f.Site.Home).Title)
	return channel{title: title, about: cmp.Or(about, title), page: f.Path(f.Voice.Lang, key), entries: entries}
}

// told are sections and their corrections: of those of an article, which were published
// with it as far as is known, the last first, as new ones come last. Of sections there
// are no more than so many; they come by article, the newest first.
func told(sections []*model.Section, most int) []entry {
	corrections := 0
	for _, s := range sections {
		corrections += len(s.Corrections)
	}
	out := make([]entry, 0, corrections+min(most, len(sections)))
	for _, s := range sections {
		for i := range s.Corrections {
			out = append(out, entry{&s.Doc, s.Corrections[i].Date, &s.Corrections[i]})
		}
	}
	for from := 0; from < len(sections) && most > 0; {
		to := from + 1
		for to < len(sections) && sections[to].Article == sections[from].Article {
			to++
		}
		for i := to - 1; i >= from && most > 0; i-- {
			out = append(out, entry{doc: &sections[i].Doc, when: sections[i].Article.Published})
			most--
		}
		from = to
	}
	return out
}

// newest are so many entries, by date; those without one come last.
func newest(all []entry, most int) []entry {
	slices.SortStableFunc(all, func(a, b entry) int { return model.NewestFirst(a.when, b.when) })
	return all[:min(most, len(all))]
}

// append writes a feed.
func (f feeds) append(buf []byte, c channel) []byte {
	line := func(indent, name, text string) {
		if text != "" {
			buf = append(xmltext.Element(append(buf, indent...), name, text), '\n')
		}
	}
	buf = append(buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"+
		"<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n <channel>\n"...)
	line("  ", "title", c.title)
	line("  ", "link", f.URL(c.page))
	buf = append(xmltext.Attribute(append(buf, "  <atom:link"...), "href", f.URL(c.self)), " rel=\"self\" type=\"application/rss+xml\"></atom:link>\n"...)
	line("  ", "description", c.about)
	line("  ", "language", f.Voice.Lang)
	for _, e := range c.entries {
		link, text := f.URL(f.Path(f.Voice.Lang, e.doc.Key)), f.Text(e.doc)
		title, summary, id, permanent := text.Title, text.Summary, link, "true"
		if e.correction != nil {
			kind := f.Words("corrections")
			if e.correction.OfSource {
				kind = f.Words("corrections.source")
			}
			title, summary = kind+f.Words("colon")+f.Apart(title), f.SayIn(e.correction.Text).Text
			id, permanent = link+"#correction-"+e.when.String(), "false"
		}
		buf = append(buf, "  <item>\n"...)
		line("   ", "title", title)
		line("   ", "link", link)
		buf = append(buf, "   <guid isPermaLink=\""+permanent+"\">"...)
		buf = append(xmltext.Append(buf, id), "</guid>\n"...)
		date, _ := e.when.Datetime()
		line("   ", "dc:date", date) // W3CDTF, at the date's own precision
		line("   ", "pubDate", pubDate(date))
		line("   ", "description", summary)
		buf = append(buf, "  </item>\n"...)
	}
	return append(buf, " </channel>\n</rss>\n"...)
}

// pubDate is a day as RFC 822 has it; "" for what is no day, and for days before 1970:
// readers that count seconds from then take them for days to come.
func pubDate(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil || day.Unix() < 0 {
		return ""
	}
	return day.Format("Mon, 02 Jan 2006 15:04:05 GMT")
}
