package view

import (
	"strings"

	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// notFound is shown by a server at any address, and so in the languages of all
// editions: which one the address is in, a script finds out.
func notFound(p *page) layout.NotFound {
	out := layout.NotFound{Page: p.frame(voice.Said{})}
	out.Info = nil // it has no footer
	all := p.site.plan.Editions
	for _, e := range all {
		in := *p
		in.edition, in.menu = p.site.editions[e.Lang], nil
		out.In = append(out.In, notFoundIn(&in))
		if home := out.In[len(out.In)-1].Items[0]; len(all) > 1 && len(all) <= limits.MaxMenuLinks {
			out.Editions = append(out.Editions, layout.Link{Text: in.name, Href: home.Href, Lang: e.Lang, Current: e.Lang == p.Lang})
		}
	}
	if p.site.model().Settings.BaseURL == "" {
		for up := range strings.Count(climbs, "/") + 1 { // an edition's folder is one more
			out.Ways = append(out.Ways, "."+strings.Repeat("/..", up))
		}
	}
	return out
}

// notFoundIn is what the page says in the language of p's edition.
func notFoundIn(p *page) layout.NotFoundIn {
	title, text := p.Say("notfound.title"), p.Say("notfound.text")
	s, m := p.site.model(), framer{p}.newMenu()
	site := p.Text(s.Home).Title
	docs := append([]*model.Doc{s.Home}, s.Pages...)
	for _, a := range s.Articles {
		docs = append(docs, &a.Doc)
	}
	return layout.NotFoundIn{
		Lang: p.Lang, Dir: layout.Direction(p.Lang), Folder: p.dir,
		Site: site, Tab: p.Apart(title.Text) + " – " + p.Apart(site),
		Title: title.Text, TitleIn: title.Lang, Text: text.Text, TextIn: text.Lang,
		Field: p.Words("search.field"), Items: layout.Told(append([]layout.Link{m.home}, m.nav...), append(framer{p}.views(), summarised(p, docs)...)),
	}
}
