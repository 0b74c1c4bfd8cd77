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
		if i.Ahead {
			ahead := p.Say("relation.ahead")
			i.Note, i.NoteIn = ahead.Text, ahead.Lang
		}
		items = append(items, &i)
	}
	if p.Of == nil && p.Divided(list.Name) == nil {
		out.Groups = grouped.Of(p.Voice, p.lists.Lists, p.IndexOf, of, items)
	}
	switch {
	case out.Groups != nil:
	case p.IndexOf.ID == model.Events:
		out.Groups = byYear(p, of)
	default:
		out.Groups = layout.ByLetter(items, func(i int) string { return p.initial(of[i]) }, p.order.SameLetter)
	}
	return out
}

// contents lists all sections by article and all names by kind, or the lists of them
// when there are very many, and all pages that are no section or name.
func contents(p *page) layout.Index {
	out := layout.Index{Page: p.frame(p.Say("contents.about"))}
	list := p.lists.Pages()
	out.Parts = p.pager(list.Name, p.ownTitle().Text)
	pages := layout.Group{Heading: p.Say("contents.pages").Link(), ID: "pages_"}
	if p.Of == nil {
		out.Groups, pages.Items = named(p), framer{p}.views()
	}
	pages.Items = append(pages.Items, summarised(p, onThisPage(p, list))...)
	if out.Groups = append(out.Groups, pages); p.Of == nil {
		out.Groups = append(out.Groups, takeaway(p)...)
	}
	return out
}

// named are the sections by article and the names by kind, or links to the lists of
// them when there are very many.
func named(p *page) []layout.Group {
	all, s := len(p.lists.Entities), p.site.model()
	for _, a := range s.Articles {
		all += len(a.Sections)
	}
	var groups []layout.Group
	if all <= limits.MaxIndexNames {
		for i, a := range p.lists.Articles(true).Entries() {
			groups = append(groups, layout.Group{
				Heading: p.docLink(&a.Doc), ID: "article_" + strconv.Itoa(i+1),
				Ordered: true, Within: inParts(p, a, layout.Named(rows(p, a))),
			})
		}
		numbers := p.lists.InKinds(p.lists.NumbersOf(p.lists.Entities))
		for i, g := range p.byKind(numbers) {
			of := numbers[:len(g.Items)]
			if p.lists.Entities[of[0]].Key.Kind() == model.Countries {
				g.Within = layout.Divided(grouped.Countries(p.Voice, p.lists.Lists, of, g.Items))
			}
			g.ID, numbers = "kind_"+strconv.Itoa(i+1), numbers[len(of):]
			groups = append(groups, g)
		}
		return groups
	}
	kinds := layout.Group{Heading: p.Say("contents.kinds").Link(), ID: "kinds_"}
	add := func(l layout.Link, count voice.Said) {
		kinds.Items = append(kinds.Items, &layout.Item{Link: l, Note: count.Text, NoteIn: count.Lang})
	}
	for _, l := range (framer{p}).articleLink() {
		add(l, p.Count("articles.count", len(s.Articles)))
	}
	for _, k := range s.Kinds {
		if n := len(p.lists.OfKind(k.ID)); n > 0 {
			add(p.kindLink(k.ID), p.Count("part.count", n))
		}
	}
	return append(groups, kinds)
}

// corrections lists every correction by whose the error was, newest first.
func corrections(p *page) layout.Corrections {
	list := p.lists.Corrections()
	out := layout.Corrections{Page: p.frame(voice.CorrectionsTold(p.Voice, entriesOnce(p.edition, list)))}
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
