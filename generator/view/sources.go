package view

import (
	"slices"

	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// sources lists every source with the pages that rest on it.
func sources(p *page) layout.Sources {
	out := layout.Sources{Page: p.frame(p.Say("sources.about"))}
	list := p.lists.Sources()
	out.Parts = p.pager(list.Name, p.ownTitle().Text)
	var last *lists.Cited
	uses := onThisPage(p, list)
	if !slices.ContainsFunc(uses, func(u lists.Use) bool { return u.Of.Reachable() || u.Of.Dead }) {
		out.Nowhere = voice.Capital(p.Words("sources.nowhere"), p.Lang)
	}
	for _, use := range uses {
		if use.Of != last {
			last = use.Of
			item := layout.CitedSource{Source: p.Source(last.Source, p.authors(last.Authors))}
			if item.TitleIn != "" {
				item.Remarks = append(item.Remarks, layout.Link{Text: voice.LanguageName(item.TitleIn), Lang: item.TitleIn})
			}
			if out.Nowhere == "" && !last.Reachable() && !last.Dead {
				item.Remarks = append(item.Remarks, p.Say("sources.nowhere").Link())
			}
			out.Items = append(out.Items, item)
		}
		item := &out.Items[len(out.Items)-1]
		link := p.docLink(use.Page)
		if len(item.Pages) > 0 {
			link.Before = p.Words("list.comma")
		}
		item.Pages = append(item.Pages, link)
	}
	return out
}

// sourceKey sorts a source.
func (e *edition) sourceKey(c *lists.Cited) []byte {
	author := c.Author
	if author == "" && len(c.Authors) > 0 {
		author = e.order.SortName(e.lists.Entity(c.Authors[0].Key))
	}
	return e.order.SourceKey(c.Source, author)
}

// cite is how a page with a text is cited; nil for any other.
func (p *page) cite() *layout.Cite {
	if p.Doc == nil || p.Of != nil || p.Kind == plan.Home {
		return nil
	}
	return p.citations.Cite(voice.Cited{Doc: p.Doc, Article: p.Article, Section: p.Page.Section, Entity: p.Entity, Address: p.site.plan.URL(p.Path)})
}
