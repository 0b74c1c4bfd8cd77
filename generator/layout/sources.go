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
	Quoted   []Citing
	Pages    []Link // the others
}

// Citing are pages that rest on a source, with the sentence in which the first says so, and
// the others nearly so.
type Citing struct {
	Pages []Link
	Quote *Quote
}

// AddUse adds a page that rests on the source, with the sentence in which it says so; nil for
// none. What is the same as a sentence that is there is not said again, nor is one that another
// source is quoted with: said are those, with no word marked, and get this one.
func (c *CitedSource) AddUse(page Link, quote *Quote, said map[Quote]bool, same func(a, b string) bool, comma string) {
	to := &c.Pages
	if quote != nil {
		whole := Quote{Words: quote.Before + quote.Words + quote.After}
		known := said[whole]
		said[whole] = true
		at := slices.IndexFunc(c.Quoted, func(x Citing) bool {
			return same(string(x.Quote.Before+x.Quote.Words+x.Quote.After), string(whole.Words))
		})
		if at < 0 && !known {
			at, c.Quoted = len(c.Quoted), append(c.Quoted, Citing{Quote: quote})
		}
		if at >= 0 {
			to = &c.Quoted[at].Pages
		}
	}
	if len(*to) > 0 {
		page.Before = comma
	}
	*to = append(*to, page)
}

// SourceGroup are sources of one sort; the heading is empty where there is no other.
type SourceGroup struct {
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
