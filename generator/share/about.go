package share

import (
	"strings"

	"dossier/generator/plan"
	"dossier/generator/voice"
)

// about describes a page in a sentence or two; no other page has the same, unless
// editors gave two the same summary.
func (p page) about() string {
	site := p.Text(p.plan.Site.Home).Title
	if p.Of != nil {
		return p.Fill("part.title", site, p.frame.Title)
	}
	switch p.Kind {
	case plan.Index:
		return p.Fill("part.title", p.Fill("part.list", site, p.frame.Title), p.names())
	case plan.Parallel:
		return p.Fill("part.title", p.frame.Title, p.Words("parallel"))
	}
	if about := p.Kind.Row().About; about != "" {
		return p.Fill("part.title", site, p.Words(about))
	}
	if p.Doc == nil {
		return p.Fill("part.title", site, p.frame.Title)
	}
	summary := p.Text(p.Doc).Summary
	switch {
	case p.Kind == plan.Entity && summary == "":
		return p.Fill("part.title", site, p.Fill("part.list", p.frame.Title, p.OneOf(p.Entity).Text))
	case p.Kind == plan.Entity: // several may say only "Member of the union."
		return p.Fill("part.title", p.frame.Title, summary)
	case summary != "":
		return summary
	case p.Kind == plan.Section:
		return p.Fill("part.title", p.Text(&p.Article.Doc).Title, p.frame.Title)
	case p.Kind == plan.Home:
		return p.listed(site, p.titles())
	}
	return p.Fill("part.title", site, p.frame.Title)
}

// listed is a title with what it has; the title alone when it has nothing.
func (p page) listed(title, of string) string {
	if of == "" {
		return title
	}
	return p.Fill("part.title", title, of)
}

// enough is about how many bytes of names are worth showing: search engines cut
// descriptions after some 160 letters.
const enough = 150

// names are the first names of the kind that an index lists.
func (p page) names() string {
	of := p.lists.Index(p.IndexOf).Entries()
	return p.first(len(of), func(i int) string { return p.Name(of[i]) })
}

// titles are those of the first articles.
func (p page) titles() string {
	of := p.plan.Site.Articles
	return p.first(len(of), func(i int) string { return p.Text(&of[i].Doc).Title })
}

// first joins the first of n texts, and dots where there are more.
func (p page) first(n int, text func(i int) string) string {
	var out strings.Builder
	for i := range n {
		if i > 0 {
			out.WriteString(p.Words("list.comma"))
			if out.Len() > enough {
				out.WriteString(voice.Dots(p.Lang))
				break
			}
		}
		out.WriteString(p.Apart(text(i)))
	}
	return out.String()
}
