package layout

// Paged is part of the views of pages whose list may be too long for one page.
type Paged struct {
	Parts *Parts // nil when all of the list is on the page
}

// Parts leads to the pages of a list that is too long for one, from one of
// them.
type Parts struct {
	At         int    // which of them the page is: 0 for the one that has the list
	Counts     bool   // whether to say how many entries each has: the page has the list, and the parts have names
	Label      string // of the links to all of them
	Pages      []PartLink
	Turn       string // label of the links to the neighbours
	Back, On   string // the words for them
	Prev, Next *Link
}

// PartLink leads to a page of a list.
type PartLink struct {
	Link
	Count   int    // how many entries it has
	Entries string // the same in words
}

// Entries is a further page of a list of an entity or of the front page. One
// of its lists is filled.
type Entries struct {
	Page
	Paged
	KindName  string  // what it is that has the list
	Flag      string  // likewise
	List      string  // what is listed
	Years     []Group // events by year
	Groups    []Group // entries under headings or without
	Relations []RelationGroup
	Articles  []ArticleCard
}
