package layout

import (
	"html/template"

	"dossier/generator/layout/program"
)

// Preview is what a page can show of an entity without leaving it. It travels
// in the page, so that it works from disk.
type Preview struct {
	Href    string // as the page's links have it
	Flag    string
	Name    string
	NameIn  string // language of the name when it is not the page's
	Kind    string // in words, singular
	KindIn  string // their language when it is not the page's
	Date    *Date
	Role    string
	RoleIn  string // its language when it is not the page's
	Summary template.HTML
	Lang    string // of the summary, when it is not the page's

	*memo // when many pages show it, see Shared
}

// memo is embedded by an alias, so that layouts do not see it.
type memo = program.Memo

// Shared gives a preview that any number of pages may show. It must not change
// any more.
func (p Preview) Shared() *Preview {
	p.memo = program.NewMemo(&p)
	return &p
}

// Quote is a sentence that mentions an entity, with the words that do.
type Quote struct {
	Before, Words, After template.HTML
	Lang                 string // when it is not the page's
}
