package lists

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// Cited is a source with the pages that rest on it.
type Cited struct {
	model.Source
	Authors []model.Tag  // of an article's source that names none
	Pages   []*model.Doc // each once
	at      []int        // for each of them, as in Use
	Retold  bool         // an article of the dossier retells it
}

// Sort is what sort of source it is.
type Sort int

// The sorts of sources, in the order in which they are listed.
const (
	Retold    Sort = iota
	Document       // a treaty, a charter: nobody published it of their own
	Published      // a report of the press, a book
)

// Sort is the source's: if its editors do not say which, one with a publisher is Published.
func (c *Cited) Sort() Sort {
	switch {
	case c.Retold:
		return Retold
	case c.Type == model.TypeDocument, c.Type == "" && len(c.Publisher) == 0:
		return Document
	}
	return Published
}

// Addressed reports whether it is known where the source is, or was.
func (c *Cited) Addressed() bool { return c.Reachable() || c.Dead }

// bySort compares sources by their sort, then by date; those without one come last.
func bySort(a, b *Cited) int {
	if n := cmp.Or(cmp.Compare(a.Sort(), b.Sort())); n != 0 {
		return n
	}
	switch {
	case a.Date.IsZero() != b.Date.IsZero():
		return map[bool]int{true: 1, false: -1}[a.Date.IsZero()]
	case a.Date.IsZero():
		return 0
	}
	return edtf.Compare(a.Date, b.Date)
}

// Use is a source and one of the pages that rest on it.
type Use struct {
	Of   *Cited
	Page *model.Doc
	At   int // which of the page's own sources it is, from 1; 0 when what has it is not the page itself
}

// Sources are the sources of the dossier, as the edition sorts them, an entry for each
// page that rests on one: so a source of very many pages can go on on a further page.
func (e *Edition) Sources() List[Use] {
	return List[Use]{
		Key: "sources",
		Entries: func() []Use {
			all := slices.Clone(e.cited())
			if e.order.Sources != nil {
				keys := make(map[*Cited][]byte, len(all))
				for _, c := range all {
					keys[c] = e.order.Sources(c)
				}
				slices.SortStableFunc(all, func(a, b *Cited) int { return cmp.Or(bySort(a, b), bytes.Compare(keys[a], keys[b])) })
			}
			var uses []Use
			for _, c := range all {
				for i, d := range c.Pages {
					uses = append(uses, Use{c, d, c.at[i]})
				}
			}
			return uses
		},
		Weight: func(u Use) int {
			return e.weigh.source(&u.Of.Source) + ofLink*len(u.Of.Authors) + e.weigh.link(u.Page) + ofQuote
		},
	}
}

// Cites reports whether the dossier has sources.
func Cites(l *Lists) bool { return len(l.cited()) > 0 }

// citedIn gathers the sources of a site: those of articles and sections in reading
// order, then those of entities. One that is written several times is one.
func citedIn(l *Lists) []*Cited {
	var all []*Cited
	known, used := map[string]*Cited{}, map[*Cited]map[*model.Doc]bool{}
	add := func(sources []model.Source, authors []model.Tag, own bool, pages ...*model.Doc) {
		at, numbers := 0, map[string]bool{}
		for _, s := range sources {
			if own && !numbers[s.Identity()] {
				at++
				numbers[s.Identity()] = true
			}
			c, ok := known[s.Identity()]
			if !ok {
				c = &Cited{Source: s}
				all, known[s.Identity()], used[c] = append(all, c), c, map[*model.Doc]bool{}
			} else {
				c.Source = joined(c.Source, s)
			}
			if s.Author == "" && len(c.Authors) == 0 {
				c.Authors = authors
			}
			for _, d := range pages {
				if !used[c][d] {
					used[c][d] = true
					c.Pages, c.at = append(c.Pages, d), append(c.at, at)
				}
			}
		}
	}
	corrections := func(of []model.Correction, d *model.Doc) {
		for _, c := range of {
			add(c.Sources, nil, false, d)
		}
	}
	for _, a := range l.Site.Articles {
		if a.Source != nil {
			add([]model.Source{*a.Source}, a.Authors, false, &a.Doc)
			known[a.Source.Identity()].Retold = true
		}
		for _, s := range a.Sections {
			add(s.Sources, nil, true, &s.Doc)
			corrections(s.Corrections, &s.Doc)
		}
	}
	for _, x := range l.Site.Entities {
		add(x.Sources, nil, true, &x.Doc)
		for _, r := range x.Relations {
			if len(r.Sources) > 0 {
				add(r.Sources, nil, false, &x.Doc, &l.Entity(r.To.Key).Doc)
			}
		}
	}
	return all
}

// joined is what two writings of one source say together.
func joined(a, b model.Source) model.Source {
	words := func(a, b model.Words) model.Words {
		out := maps.Clone(b)
		if out == nil {
			return a
		}
		maps.Copy(out, a)
		return out
	}
	a.Title, a.Publisher, a.About = words(a.Title, b.Title), words(a.Publisher, b.Publisher), words(a.About, b.About)
	a.Type = cmp.Or(a.Type, b.Type)
	if a.Author == "" {
		a.Author = b.Author
	}
	if a.Date.IsZero() {
		a.Date = b.Date
	}
	for _, copied := range b.Archived {
		if !slices.ContainsFunc(a.Archived, func(x model.Archived) bool { return x.URL == copied.URL }) {
			a.Archived = append(slices.Clip(a.Archived), copied)
		}
	}
	a.Dead = a.Dead || b.Dead
	if a.Accessed.IsZero() || !b.Accessed.IsZero() && edtf.Compare(a.Accessed, b.Accessed) < 0 {
		a.Accessed = b.Accessed
	}
	return a
}
