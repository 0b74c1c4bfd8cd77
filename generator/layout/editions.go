package layout

// Stale says what has changed in the original since a page was translated.
type Stale struct {
	Original Link
	Changes  []Link // paragraphs of the original that are new or changed
}

// Parallel shows an article in two editions side by side.
type Parallel struct {
	Page
	Paged
	Article  Link             // by its title
	Pairs    []Link           // the editions that this one is beside, each as a pair
	Columns  [2]Link          // names of the two languages; Lang is set
	Lead     *ParallelSection // the article's own text; nil on a page that continues it
	Sections []ParallelSection
}

// ParallelSection is a section in two languages, block by block. A side is
// empty where an edition has fewer blocks.
type ParallelSection struct {
	ID     string
	Number int // in the article, from 1; 0 for its lead
	Titles [2]Link
	Rows   [][2]Prose
}

// Translations says which texts of each further edition are current, behind
// their originals or missing.
type Translations struct {
	Page
	Paged
	States []EditionState
}

// EditionState is the state of one edition.
type EditionState struct {
	Name      Link // Lang is set
	ID        string
	Summary   string // in words: how many are current, behind and missing; that none is behind or missing
	SummaryIn string // their language when it is not the page's
	Behind    []Item
	Missing   []Item
}
