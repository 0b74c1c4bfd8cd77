package plan

import (
	"slices"
	"strings"

	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/parallel"
)

// planner divides the lists of pages.
type planner struct {
	lists  *lists.Lists
	limits Limits
	brief  bool                // the sections of all articles are too many for the front page
	shared map[string][]*Split // that all editions have alike, by the list's key
}

func newPlanner(s *model.Site, l Limits) *planner {
	p := &planner{lists: lists.New(s, l.Page), limits: l, shared: map[string][]*Split{}}
	p.brief = p.lists.Articles(false).Weigh(0).Total > l.Page
	chapters := each(s.Articles, func(a *model.Article) []*Split {
		return l.divide(p.lists.Text(&a.Doc), p.lists.Chapters(a))
	})
	for i, a := range s.Articles {
		p.shared[p.lists.Chapters(a).Key] = chapters[i]
	}
	return p
}

// each divides the lists of several pages on all processors, which for many
// pages is the largest part of planning.
func each[T any](pages []T, divide func(T) []*Split) [][]*Split {
	out := make([][]*Split, len(pages))
	parallel.Each(len(pages), 64, func() func(int) { return func(i int) { out[i] = divide(pages[i]) } })
	return out
}

// only divides a page's only list, which all editions divide alike. Each
// edition gets its own copy.
func (p *planner) only(list lists.Weighable) []*Split {
	splits, ok := p.shared[list.Identity()]
	if !ok {
		splits = p.limits.divide(0, list)
		p.shared[list.Identity()] = splits
	}
	var out []*Split
	for _, s := range splits {
		own := *s
		own.Parts = slices.Clone(s.Parts)
		out = append(out, &own)
	}
	return out
}

// entity divides the lists of an entity's page.
func (p *planner) entity(e *lists.Edition, x *model.Entity) []*Split {
	if e.EntityAtMost(x) <= p.limits.Page {
		return nil
	}
	return p.limits.divide(e.Own(x), e.SectionsOf(x), e.EventsOf(x), e.Mentioning(x), e.Ties(x))
}

// divide chooses which of a page's lists are divided: the heaviest, until all
// fit beside the rest of the page.
func (l Limits) divide(rest int, all ...lists.Weighable) []*Split {
	total := rest
	weights := make([]lists.Weights, len(all))
	for i, list := range all {
		weights[i] = list.Weigh(l.Page - rest)
		total += weights[i].Total
	}
	slices.SortStableFunc(weights, func(a, b lists.Weights) int { return b.Total - a.Total })
	var splits []*Split
	for _, w := range weights {
		if total <= l.Page || w.Total <= l.First {
			break
		}
		if parts := l.cut(w, rest); len(parts) > 1 {
			splits = append(splits, &Split{w.Name, parts})
			total += l.First - w.Total
		}
	}
	return splits
}

// cut divides a list of a page.
func (l Limits) cut(w lists.Weights, rest int) []Part {
	switch {
	case w.Years != nil:
		return l.byYear(w.Years, w.Of)
	case w.Full:
		return l.inOrder(w.Of, max(l.First, l.Page-rest))
	case w.Fixed:
		return l.inOrder(w.Of, l.First)
	}
	return l.inAnyOrder(w.Of)
}

// Divided is a page's list when it is divided among pages, else nil.
func (p *Page) Divided(name lists.Name) *Split {
	for _, s := range p.Splits {
		if s.List == name {
			return s
		}
	}
	return nil
}

// further adds the pages that continue a list of a page.
func (b *builder) further(base *Page, s *Split) {
	file := strings.TrimSuffix(strings.TrimPrefix(base.Path, b.Dir), ".html")
	switch {
	case base.Kind == Home:
		file = model.Articles + "/"
	case strings.Contains(file, "/"):
		file += "/"
	default:
		file += "-"
	}
	s.Parts[0].Page = base
	for i := 1; i < len(s.Parts); i++ {
		page := Page{Kind: base.Kind, Article: base.Article, Entity: base.Entity, IndexOf: base.IndexOf, Beside: base.Beside, Of: base, Split: s, Part: i}
		if base.Kind == Home || base.Kind == Entity {
			page.Kind = Entries
		}
		name := file + string(s.List) + s.name(i) + ".html"
		page.Key = model.Key(name)
		b.add(name, page)
		s.Parts[i].Page = b.Pages[len(b.Pages)-1]
	}
}
