// Package outlinks lists what leads out of a dossier: every address of the web or of
// mail that its content has, with its place, the pages that show it, and what the
// content says of what is there. It asks nobody; what the web answers is joined to the
// list as plain data (Report).
package outlinks

import (
	"slices"

	"dossier/generator/diag"
	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// Where says in what part of a file an address stands: in its prose, or under a key of
// its front matter.
type Where string

// The parts.
const (
	InBody       Where = "body"
	InSource     Where = "source" // of an article
	InSources    Where = "sources"
	InArchived   Where = "archived"
	InSameAs     Where = "same_as"
	InRepository Where = "repository"
	InReport     Where = "report"
)

// Link is an address in one place.
type Link struct {
	Address string
	Pos     diag.Pos // below the content folder
	Where   Where
	Pages   []string // paths in the site: of the page of what it is written in, in each edition that shows it
	Facts            // of a copy none
}

// Facts are what the sources of the dossier that have an address say of it. An address
// that stands in prose, too, has them there as well.
type Facts struct {
	Cited    bool // a source has it
	Archived []model.Archived
	Dead     bool      // what was there is gone
	Date     edtf.Date // when it appeared; zero when that is not known
	Accessed edtf.Date // when an editor last saw it; likewise
}

// Of lists the addresses of a site in the order of their places. Addresses of the
// repository and for reports, which every page has, have the front page.
func Of(p *plan.Plan) []Link {
	l := &lister{plan: p, facts: map[string]Facts{}}
	set := &p.Site.Settings
	l.add(set.Repository, set.RepositoryPos, InRepository, l.everywhere(p.Site.Home))
	l.add(set.Report, set.ReportPos, InReport, l.everywhere(p.Site.Home))
	for _, d := range p.Site.Docs() {
		l.bodies(d)
	}
	for _, a := range p.Site.Articles {
		if a.Source != nil {
			l.sources(&a.Doc, InSource, *a.Source)
		}
		for _, s := range a.Sections {
			l.sources(&s.Doc, InSources, s.Sources...)
			for _, c := range s.Corrections {
				l.sources(&s.Doc, InSources, c.Sources...)
			}
		}
	}
	for _, e := range p.Site.Entities {
		l.sources(&e.Doc, InSources, e.Sources...)
		for _, r := range e.Relations {
			l.sources(&e.Doc, InSources, r.Sources...)
		}
		for i, address := range e.SameAs {
			l.add(address, e.SameAsPos[i], InSameAs, l.everywhere(&e.Doc))
		}
	}
	for i := range l.links {
		if l.links[i].Where != InArchived {
			l.links[i].Facts = l.facts[l.links[i].Address]
		}
	}
	slices.SortStableFunc(l.links, func(a, b Link) int { return a.Pos.Compare(b.Pos) })
	return l.links
}

// lister gathers the list.
type lister struct {
	plan  *plan.Plan
	links []Link
	facts map[string]Facts // by address
}

// add adds an address unless it is "".
func (l *lister) add(address string, pos diag.Pos, where Where, pages []string) {
	if address != "" {
		l.links = append(l.links, Link{Address: address, Pos: pos, Where: where, Pages: pages})
	}
}

// bodies adds the addresses in all texts of d.
func (l *lister) bodies(d *model.Doc) {
	for _, t := range d.Texts {
		pages := l.pages(d, func(lang string) bool { return d.In(lang, l.plan.Site.Settings.Default()) == t })
		for i := range t.Body.Links {
			if x := &t.Body.Links[i]; x.IsExternal() {
				l.add(x.Target, x.Pos, InBody, pages)
			}
		}
	}
}

// sources adds the addresses of sources that d names, and of their copies.
func (l *lister) sources(d *model.Doc, where Where, sources ...model.Source) {
	pages := l.everywhere(d)
	for i := range sources {
		s := &sources[i]
		l.add(s.URL, s.Pos, where, pages)
		for _, a := range s.Archived {
			l.add(a.URL, a.Pos, InArchived, pages)
		}
		if s.URL != "" {
			l.facts[s.URL] = l.facts[s.URL].and(s)
		}
	}
}

// and adds what one more source says.
func (f Facts) and(s *model.Source) Facts {
	for _, a := range s.Archived {
		if !slices.ContainsFunc(f.Archived, func(b model.Archived) bool { return a.URL == b.URL }) {
			f.Archived = append(slices.Clip(f.Archived), a)
		}
	}
	if f.Accessed.IsZero() || !s.Accessed.IsZero() && edtf.Compare(f.Accessed, s.Accessed) < 0 {
		f.Accessed = s.Accessed
	}
	if f.Date.IsZero() {
		f.Date = s.Date
	}
	f.Cited, f.Dead = true, f.Dead || s.Dead
	return f
}

// everywhere are the pages of d in all editions.
func (l *lister) everywhere(d *model.Doc) []string {
	return l.pages(d, func(string) bool { return true })
}

// pages are those of d in the editions that show something.
func (l *lister) pages(d *model.Doc, shows func(lang string) bool) []string {
	var paths []string
	for _, e := range l.plan.Editions {
		if l.plan.Has(e.Lang, d.Key) && shows(e.Lang) {
			paths = append(paths, l.plan.Path(e.Lang, d.Key))
		}
	}
	return paths
}
