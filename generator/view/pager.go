package view

import (
	"fmt"
	"strings"
	"sync"

	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// divided is the page's list of a name when it goes on on other pages, and
// which part of it the page shows; nil when the page shows all of it.
func (p *page) divided(name lists.Name) (*plan.Split, int) {
	if p.Of != nil {
		return p.Split, p.Part
	}
	return p.Page.Divided(name), 0
}

// onThisPage is the page's part of a list.
func onThisPage[T any](p *page, l lists.List[T]) []T {
	s, part := p.divided(l.Name)
	if s == nil {
		return l.Entries()
	}
	all := entriesOnce(p.edition, l)
	if last := s.Parts[len(s.Parts)-1].To; last != len(all) {
		panic(fmt.Sprintf("view: of %s there are %d entries, and pages for %d", l.Key, len(all), last))
	}
	return all[s.Parts[part].From:s.Parts[part].To]
}

// entriesOnce makes the entries of a list that several pages share once.
func entriesOnce[T any](e *edition, l lists.List[T]) []T {
	f, _ := e.long.LoadOrStore(l.Key, sync.OnceValue(l.Entries))
	return f.(func() []T)()
}

// partNames words the parts of a list: short to choose from and, where a short
// name would not do alone, long for titles.
func partNames(p *page, s *plan.Split) (short, long []voice.Said) {
	of := p.base()
	letterOf := p.letters(of, s)
	for _, part := range s.Parts {
		switch {
		case s.ByYear():
			name := p.Years(part.Years, part.First != lists.NoYear)
			if part.Of > 1 {
				name.Text = p.Fill("part.of", name.Text, part.Number, part.Of)
			}
			short, long = append(short, name), append(long, name)
		case of.Kind == plan.Article || of.Kind == plan.Parallel:
			name := voice.Between(p.Number(part.From+1), p.Number(part.To))
			short, long = append(short, voice.Said{Text: name}), append(long, p.Say("part.sections", name))
		default:
			name, page := p.Number(part.Number), p.Say("part.page", part.Number, part.Of)
			if letterOf != nil && part.From < part.To {
				name = voice.Between(letterOf(part.From), letterOf(part.To-1))
			}
			short, long = append(short, voice.Said{Text: name}), append(long, page)
		}
	}
	return short, long
}

// letters gives what finds the letter of an entry of a divided list by name; nil
// for one that has another order.
func (e *edition) letters(of *plan.Page, s *plan.Split) func(i int) string {
	switch {
	case of.Kind == plan.Index && !s.ByYear():
		all := entriesOnce(e, e.lists.Index(of.IndexOf))
		return func(i int) string { return e.initial(all[i]) }
	case of.Kind == plan.Search:
		all := entriesOnce(e, e.lists.Register())
		return func(i int) string { return e.order.Letter(e.order.FiledAs(all[i].Entity, all[i].Name)) }
	}
	return nil
}

// initial is the letter under which lists have an entity.
func (e *edition) initial(x *model.Entity) string { return e.order.Letter(e.order.SortName(x)) }

// pager leads to the pages of one of the page's lists; nil when it is whole.
// label says of what the list is.
func (p *page) pager(name lists.Name, label string) *layout.Parts {
	s, at := p.divided(name)
	if s == nil {
		return nil
	}
	pages := p.Words("part.pages")
	if s.ByYear() {
		pages = p.Words("years")
	}
	kind := p.base().Kind
	prev, next := p.Say("previous"), p.Say("next")
	out := &layout.Parts{
		At: at, Counts: at == 0 && (s.ByYear() || kind == plan.Index || kind == plan.Search || kind == plan.Contents),
		Label: p.Fill("part.title", label, pages), Turn: p.Fill("part.title", label, p.Words("nav.pager")),
		PrevWord: prev.Text, PrevIn: prev.Lang, NextWord: next.Text, NextIn: next.Lang,
	}
	short, long := partNames(p, s)
	link := func(i int, name voice.Said) *layout.Link {
		return &layout.Link{Text: name.Text, Lang: name.Lang, Href: p.href(s.Parts[i].Page.Path), Current: i == at}
	}
	for i, part := range s.Parts {
		if n := part.To - part.From; n > 0 {
			name, count := short[i], p.Count("part.count", n)
			name.Text = strings.ReplaceAll(name.Text, "–", "\u2060–\u2060") // not to be broken
			out.Pages = append(out.Pages, layout.PartLink{Link: *link(i, name), Count: n, Number: p.Number(n), Entries: count.Text, EntriesIn: count.Lang})
		}
	}
	if s.Parts[0].To == 0 { // the page itself has none of the entries
		long[0] = p.ownTitle()
	}
	if at > 0 {
		out.Prev = link(at-1, long[at-1])
	}
	if at+1 < len(s.Parts) {
		out.Next = link(at+1, long[at+1])
	}
	return out
}

// further gives the frame of a page that continues a list its title, its crumbs,
// and menus in which the page that has the list is the current one.
func (p framer) further(f *layout.Page) {
	up := p.ownTitle().Link()
	switch p.Of.Kind {
	case plan.Home:
		up = p.Say("home").Link()
	case plan.Parallel:
		up = layout.Link{Text: p.pairName(p.Lang, p.Of.Beside)}
	}
	up.Href = p.href(p.Of.Path)
	f.Crumbs = append(p.crumbs(p.Of), up)
	for _, links := range [][]layout.Link{f.Nav, f.Info} {
		for i := range links {
			links[i].Current = links[i].Current || links[i].Href == up.Href
		}
	}
	_, long := partNames(p.page, p.Split)
	name := long[p.Part].Text
	if list := p.listName(p.Split.List).Text; list != "" {
		name = p.Fill("part.list", list, name)
	}
	f.Title, f.Heading, f.Description = p.Fill("part.title", p.ownTitle().Text, name), "", ""
}

// listName words one of an entity's further lists; the list of its sections
// needs no name beside the years.
func (e *edition) listName(name lists.Name) voice.Said {
	switch name {
	case lists.Events:
		return e.Say("kind.events")
	case lists.Mentioned:
		return e.Say("entity.elsewhere")
	case lists.Relations:
		return e.Say("entity.relations")
	}
	return voice.Said{}
}
