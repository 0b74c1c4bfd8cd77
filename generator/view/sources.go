package view

import (
	"fmt"
	"html/template"

	"dossier/generator/evidence"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// sources lists every source with the pages that rest on it.
func sources(p *page) layout.Sources {
	list := p.lists.Sources()
	out := layout.Sources{Page: p.frame(voice.SourcesTold(p.Voice, entriesOnce(p.edition, list)))}
	out.Parts = p.pager(list.Name, p.ownTitle().Text)
	var last *lists.Cited
	said := map[layout.Quote]bool{} // with no word marked: a sentence that names several sources is quoted once
	for _, use := range onThisPage(p, list) {
		if last == nil || use.Of.Sort() != last.Sort() {
			out.Groups = append(out.Groups, layout.SourceGroup{ID: fmt.Sprintf("sort_%d", use.Of.Sort()+1), Heading: voice.SortOf(p.Voice, use.Of).Link()})
		}
		g := &out.Groups[len(out.Groups)-1]
		if use.Of != last {
			last = use.Of
			g.Items = append(g.Items, voice.CitedSource(p.Voice, last, p.authors(last.Authors)))
		}
		link, quote := citing(p, use)
		if last.Sort() == lists.Retold {
			quote = nil // its article has more of it than one sentence
		}
		g.Items[len(g.Items)-1].AddUse(link, quote, said, evidence.Same, p.Words("list.comma"))
	}
	if len(out.Groups) == 1 && p.Of == nil && out.Parts == nil {
		out.Groups[0].Heading = layout.Link{}
	}
	return out
}

// citing leads to where a page names a source, with the sentence that does; else to
// the page's list of sources.
func citing(p *page, use lists.Use) (layout.Link, *layout.Quote) {
	link, text := p.docLink(use.Page), p.Text(use.Page)
	of := evidence.Source{Marks: evidence.Marks(p.site.model().Anchors.Of(text), use.At), Names: evidence.Names(&use.Of.Source)}
	if d := use.Of.Date; !d.IsZero() && text.Lang == p.Lang {
		of.Dates = []string{p.DateInText(d)}
	}
	at, ok := evidence.Find(&text.Body, of, voice.Labels(p.lists.Lists, text))
	if !ok {
		if use.At > 0 {
			link.Href += fmt.Sprintf("#source_%d", use.At)
		}
		return link, nil
	}
	link.Href += "#" + bodyPlace{}.blockID(at.Block)
	q := at.Sentence
	return link, &layout.Quote{Before: template.HTML(q.Before), Words: template.HTML(q.Words), After: template.HTML(q.After), Lang: p.Foreign(text)}
}

// cite is how a page with a text is cited; nil for any other.
func (p *page) cite() *layout.Cite {
	if p.Doc == nil || p.Of != nil || p.Kind == plan.Home {
		return nil
	}
	return p.citations.Cite(voice.Cited{Doc: p.Doc, Article: p.Article, Section: p.Page.Section, Entity: p.Entity, Address: p.site.plan.URL(p.Path)})
}
