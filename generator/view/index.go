package view

import (
	"strconv"

	"dossier/generator/grouped"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// index is the list of a kind of entity.
func index(p *page) layout.Index {
	list := p.lists.Index(p.IndexOf)
	out := layout.Index{Page: p.frame(grouped.About(p.Voice, p.lists.Lists, p.IndexOf, len(p.lists.OfKind(p.IndexOf.ID))))}
	out.Parts = p.pager(list.Name, p.ownTitle().Text)
	of := onThisPage(p, list)
	items := make([]*layout.Item, 0, len(of))
	for _, e := range of {
		i := p.eventItem(e)
		if b := p.site.model().Backlinks.Of(e.Key); b != nil && p.IndexOf.ID != model.Events {
			count := p.Sections(len(b.Sections))
			i.Note, i.NoteIn = count.Text, count.Lang
		}
		items = append(items, &i)
	}
	if p.Of == nil && p.Divided(list.Name) == nil {
		out.Groups = grouped.Of(p.Voice, p.lists.Lists, p.IndexOf, of, items)
	}
	switch {
	case out.Groups != nil:
		return out
	case p.IndexOf.ID == model.Events:
		out.Groups = byYear(p, of)
		return out
	}
	out.Groups = layout.ByLetter(items, func(i int) string { return p.initial(of[i]) }, p.order.SameLetter)
	return out
}

// contents lists all names by kind, or the kinds when there are very many, and all
// free pages.
func contents(p *page) layout.Index {
	out := layout.Index{Page: p.frame(p.Say("contents.about"))}
	list := p.lists.Pages()
	out.Parts = p.pager(list.Name, p.ownTitle().Text)
	switch all := p.lists.Entities; {
	case p.Of != nil:
	case len(all) <= limits.MaxIndexNames:
		out.Groups = p.byKind(p.lists.InKinds(p.lists.NumbersOf(all)))
		for i := range out.Groups {
			out.Groups[i].ID = "kind_" + strconv.Itoa(i+1)
		}
	default:
		kinds := layout.Group{Heading: p.Say("contents.kinds").Link(), ID: "kinds_"}
		for _, k := range p.site.model().Kinds {
			if n := len(p.lists.OfKind(k.ID)); n > 0 {
				count := p.Count("part.count", n)
				kinds.Items = append(kinds.Items, &layout.Item{Link: p.kindLink(k.ID), Note: count.Text, NoteIn: count.Lang})
			}
		}
		out.Groups = append(out.Groups, kinds)
	}
	pages := layout.Group{Heading: p.Say("contents.pages").Link(), ID: "pages_"}
	for _, d := range onThisPage(p, list) {
		pages.Items = append(pages.Items, &layout.Item{Link: p.docLink(d), Summary: voice.Summary(p.Text(d))})
	}
	if len(pages.Items) > 0 {
		out.Groups = append(out.Groups, pages)
	}
	if p.Of == nil {
		out.Groups = append(out.Groups, takeaway(p)...)
	}
	return out
}

// corrections lists every correction by whose the error was, newest first.
func corrections(p *page) layout.Corrections {
	list := p.lists.Corrections()
	out := layout.Corrections{Page: p.frame(voice.CorrectionsTold(p.Voice, list.Entries()))}
	out.Parts = p.pager(list.Name, p.ownTitle().Text)
	var all []layout.Correction
	boxes := map[*model.Section][]int{}
	for _, c := range onThisPage(p, list) {
		in, found := boxes[c.Section]
		if !found {
			in = p.Text(&c.Section.Doc).Body.Alerting("correction")
			boxes[c.Section] = in
		}
		x := p.Correction(c.Correction, c.Retold())
		x.In = p.linkTo(&c.Section.Doc)
		x.In.Href += "#" + correctedAt(in, model.Told(c.Section.Corrections, len(in), c.Correction))
		if len(p.site.model().Articles) > 1 {
			x.Of = p.linkTo(&c.Section.Article.Doc)
		}
		all = append(all, x)
	}
	out.Groups = layout.ByError(all, p.Say("corrections.sources").Link(), p.Say("corrections.ours").Link())
	return out
}
