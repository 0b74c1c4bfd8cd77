package layout

import "slices"

// Source credits a publication.
type Source struct {
	ID          string // to which marks lead; "" when there are none
	Back        string // to the first mark in the text of the page; "" when it has none
	Authors     []Link
	Title       string
	TitleIn     string
	Publisher   string
	PublisherIn string
	Date        *Date
	URL         string // of a copy when what was at its own is gone
	Comma       string // what stands between these
	Notes       []Link // copies, and what became of it
}

// CitedSource is a source with the pages that rest on it, as far as the page shows them.
type CitedSource struct {
	Source
	Language *Link  // of the title when it is not the page's
	Host     string // of URL; "" without one
	Pages    []Link
	Quotes   []*Quote // the sentences in which they say what they have of it, each once
}

// AddUse adds a page that rests on the source, with the sentence in which it says so; nil for
// none. What is the same as a sentence that is there is not said again, nor is one that another
// source is quoted with: said are those, with no word marked, and get this one.
func (c *CitedSource) AddUse(page Link, quote *Quote, said map[Quote]bool, same func(a, b string) bool, comma string) {
	if len(c.Pages) > 0 {
		page.Before = comma
	}
	c.Pages = append(c.Pages, page)
	if quote == nil {
		return
	}
	whole := Quote{Words: quote.Before + quote.Words + quote.After}
	known := said[whole]
	said[whole] = true
	if !known && !slices.ContainsFunc(c.Quotes, func(q *Quote) bool {
		return same(string(q.Before+q.Words+q.After), string(whole.Words))
	}) {
		c.Quotes = append(c.Quotes, quote)
	}
}

// SourceGroup are sources of one sort; the heading is empty where there is no other.
type SourceGroup struct {
	ID      string
	Heading Link
	Items   []CitedSource
}

// Sources are all sources of the dossier.
type Sources struct {
	Page
	Paged
	Groups []SourceGroup
}

// Cite is how a page is cited, and what its entry is called in the files of its folder.
type Cite struct {
	Text, Key string
	Files     []Link
}
