package plan

import (
	"slices"

	"dossier/generator/lists"
	"dossier/generator/model"
)

// Again plans the pages of a site that differs from the plan's by an edit, and takes about
// as long as it takes to copy the list of pages: all paths stay. Named are the pages of
// which it has changed what names them. It is not ok when a list may have to be divided
// otherwise: then New must plan.
func (p *Plan) Again(site *model.Site, e *model.Edit, named map[model.Key]bool) (again *Plan, ok bool) {
	planner := *p.planner
	planner.lists = lists.Again(p.Lists, site, e)
	x := *p
	x.Site, x.Lists, x.planner, x.Pages = site, planner.lists, &planner, slices.Clone(p.Pages)
	now := map[*model.Article]*model.Article{}
	for _, a := range e.Articles {
		now[a.Was] = a.Now
		if planner.limits.divide(planner.lists.Text(&a.Now.Doc), planner.lists.Chapters(a.Now)) != nil {
			return nil, false
		}
	}
	if len(site.Settings.Languages) > 1 && drifts(e, site.Settings.Default()) {
		return nil, false
	}
	if len(p.parallels) > 0 {
		x.parallels = make(map[*model.Article][]*Page, len(p.parallels))
		for a, pages := range p.parallels {
			if b := now[a]; b != nil {
				a, pages = b, nil // they are added below
			}
			x.parallels[a] = pages
		}
	}
	for i, page := range x.Pages {
		a := now[page.Article]
		switch {
		case a != nil && len(page.Splits) > 0:
			return nil, false
		case a != nil:
			own := renewed(page, a)
			x.Pages[i] = own
			if own.Kind == Parallel {
				if planner.limits.divide(planner.lists.Pair(&a.Doc, own.languages()), planner.lists.Pairs(a, own.languages())) != nil {
					return nil, false
				}
				x.parallels[a] = append(x.parallels[a], own)
			}
		case page.Entity != nil && named[page.Key] && !sameDivision(page.Splits, planner.entity(planner.lists.In(page.Edition.Lang, lists.Order{}), page.Entity)):
			return nil, false
		}
	}
	x.Moved = slices.Clone(p.Moved)
	for was, doc := range e.Docs {
		for i := range x.Moved {
			if x.Moved[i].To == was {
				x.Moved[i].To = doc
			}
		}
	}
	return &x, true
}

// renewed is a page of an article, or of one of its sections, after an edit.
func renewed(page *Page, a *model.Article) *Page {
	own := *page
	own.Article = a
	switch {
	case page.Section != nil:
		own.Section = a.Sections[slices.Index(page.Article.Sections, page.Section)]
		own.Doc = &own.Section.Doc
	case page.Doc != nil:
		own.Doc = &a.Doc
	}
	return &own
}

// sameDivision reports whether a page's lists go on on the same pages with as many entries.
func sameDivision(was, now []*Split) bool {
	return slices.EqualFunc(was, now, func(a, b *Split) bool {
		return a.List == b.List && slices.EqualFunc(a.Parts, b.Parts, func(x, y Part) bool {
			x.Page, y.Page = nil, nil
			return x == y
		})
	})
}

// languages are those of a parallel page's columns.
func (p *Page) languages() [2]string { return [2]string{p.Edition.Lang, p.Beside} }

// drifts reports an edit after which a translation is behind that was not, or the other
// way about.
func drifts(e *model.Edit, fallback string) bool {
	for was, now := range e.Docs {
		for _, t := range now.Texts {
			before := was.Texts.In(t.Lang)
			if t == before && now.Original(fallback) == was.Original(fallback) {
				continue
			}
			if (len(model.Drift(was.Original(fallback), before)) > 0) != (len(model.Drift(now.Original(fallback), t)) > 0) {
				return true
			}
		}
	}
	return false
}
