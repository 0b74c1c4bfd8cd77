package view

import (
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/search/words"
	"dossier/generator/voice"
)

// searchPage has the field to search in and every name of an entity.
func searchPage(p *page) layout.Search {
	out := layout.Search{Page: p.frame(p.Say("search.about"))}
	list := p.lists.Register()
	out.Parts = p.pager(list.Name, p.Words("search.names"))
	names := onThisPage(p, list)
	items := make([]*layout.Item, len(names))
	for i, n := range names {
		items[i] = register(p, n)
	}
	out.Groups = layout.ByLetter(items, func(i int) string { return p.order.Letter(p.order.FiledAs(names[i].Entity, names[i].Name)) }, p.order.SameLetter)
	if out.Field = p.Of == nil; out.Field && words.Stems(p.Lang) {
		out.Stems = "stem-" + words.Base(p.Lang) + ".js"
	}
	return out
}

// register presents a name with the one of the edition when it is another, else with
// what it is a name of.
func register(p *page, n lists.Registered) *layout.Item {
	i := p.entityItem(n.Entity)
	i.HTML, i.Lang = "", n.Foreign(p.Lang)
	if i.Of = i.Text != n.Name; i.Of {
		i.Note, i.Text = i.Text, voice.Capital(n.Name, n.Lang)
	} else {
		kind := p.OneOf(n.Entity)
		i.Note, i.NoteIn = kind.Text, kind.Lang
	}
	return &i
}
