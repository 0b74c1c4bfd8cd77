package emit

import (
	"sync"

	"dossier/generator/book"
	"dossier/generator/epub"
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// Books emits each article as a book, in each edition.
func Books(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	var out []publish.Output
	for _, e := range p.Editions {
		shelf := sync.OnceValue(func() *book.Shelf { return book.New(p, set, e) })
		for _, a := range p.Site.Articles {
			out = append(out, publish.Beginning(publish.Output{Path: e.Book(a.Key), Render: func(buf []byte) ([]byte, error) {
				return epub.Append(buf, shelf().Book(a)), nil
			}}, epub.Begins))
		}
	}
	return out, nil
}
