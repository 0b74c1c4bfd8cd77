package layout

import "html/template"

// Preview is what a page can show of an entity without leaving it. It travels
// in the page, so that it works from disk.
type Preview struct {
	Href    string // as the page's links have it
	Flag    string
	Name    string
	Kind    string // in words, singular
	Date    *Date
	Role    string
	Summary template.HTML
	Lang    string // of the summary, when it is not the page's

	kept *kept // when many pages show it, see Shared
}

// Quote is a sentence that mentions an entity, with the words that do.
type Quote struct {
	Before, Words, After template.HTML
	Lang                 string // when it is not the page's
}
