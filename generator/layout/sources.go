package layout

// Source credits a publication.
type Source struct {
	ID          string // to which the marks of facts lead; "" when there are none
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
	Remarks []Link // the language of the title when it is not the page's, and that it has no address
	Pages   []Link
}

// Sources are all sources of the dossier.
type Sources struct {
	Page
	Paged
	Items   []CitedSource
	Nowhere string // said once where no source of the page has an address
}

// Cite is how a page is cited, and what its entry is called in the files of its folder.
type Cite struct {
	Text, Key string
	Files     []Link
}
