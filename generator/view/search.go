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
	out.Groups = p.byLetter(items, func(i int) string { return p.order.Letter(p.filedAs(names[i])) })
	if out.Field = p.Of == nil; out.Field && words.Stems(p.Lang) {
		out.Stems = "stem-" + words.Base(p.Lang) + ".js"
	}
	return out
}

// filedAs is what a name is sorted by: of an entity's name in the edition what sorts
// the entity, which of a person is the family name.
func (e *edition) filedAs(n lists.Registered) string {
	if n.Name == n.Entity.Name(e.Lang, e.site.model().Settings.Default()) {
		return e.order.SortName(n.Entity)
	}
	return n.Name
}

func (e *edition) sortsName(n lists.Registered) []byte { return e.order.Place(e.filedAs(n)) }

// register presents a name, with that of the edition when it is another.
func register(p *page, n lists.Registered) *layout.Item {
	i := p.entityItem(n.Entity)
	i.HTML, i.Lang = "", languageOf(n, p.Lang)
	if i.Text != n.Name {
		i.Note, i.Text = i.Text, voice.Capital(n.Name, n.Lang)
	}
	return &i
}

// languageOf is the language of a name, when it is not that of the edition.
func languageOf(n lists.Registered, edition string) string {
	if n.Lang == edition {
		return ""
	}
	return n.Lang
}
