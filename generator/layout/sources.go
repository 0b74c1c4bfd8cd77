package layout

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

// Citing is a page that rests on a source, with the sentence in which it says so.
type Citing struct {
	Link
	Quote *Quote
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
