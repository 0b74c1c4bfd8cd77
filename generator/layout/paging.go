package layout

// Paged is part of the views of pages whose list may be too long for one page.
type Paged struct {
	Parts *Parts // nil when all of the list is on the page
}

// Parts has the links among the pages of a list that is too long for one page,
// as one of these pages shows them.
type Parts struct {
	At     int    // number of this page; 0 is the page that the list belongs to
	Counts bool   // whether the links say how many entries each page has
	Label  string // of the links to all of the pages
	Pages  []PartLink

	Turn               string // label of the links to the page before and the page after
	PrevWord, NextWord string // what they are called
	PrevIn, NextIn     string // in which language, when it is not the page's
	Prev, Next         *Link
}

// PartLink leads to a page of a list.
type PartLink struct {
	Link
	Count     int    // how many entries it has
	Number    string // the same in the language's digits
	Entries   string // the same in words
	EntriesIn string // their language when it is not the page's
}

// Entries is a further page of a list of an entity or of the front page. One
// of its lists is filled.
type Entries struct {
	Page
	Paged
	KindName  string  // kind of the entity, in words; "" on the front page's
	KindIn    string  // its language when it is not the page's
	List      string  // what is listed
	ListIn    string  // its language when it is not the page's
	Years     []Group // events by year
	Groups    []Group // entries under headings or without
	Relations []RelationGroup
	Sources   []Source // of the relations
	Articles  []ArticleCard
}
