package view

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// entityPage is the page of an entity, or one that continues a list of it.
type entityPage struct {
	*page
	of *model.Entity
}

func entity(of *page) layout.Entity {
	p := entityPage{of, of.Entity}
	e := p.of
	text, tags, kind := p.Text(p.Doc), p.lists.Tagged(nil, e.Tags), p.OneOfKind(e)
	out := layout.Entity{
		Page: p.frame(summaryOf(p.page, text)), KindName: kind.Text, KindIn: kind.Lang, Flag: e.Flag,
		Names: p.OtherNames(e), Aliases: p.Aliases(e), Date: p.card(p.Doc).date,
		Summary: voice.Summary(text), Body: p.prose(text, bodyPlace{}), Facts: p.facts(tags), Relations: p.relations(),
	}
	out.Locator = p.locator()
	for _, address := range e.SameAs {
		u, err := url.Parse(address)
		if err == nil {
			out.SameAs = append(out.SameAs, layout.Link{Text: strings.TrimPrefix(u.Host, "www."), Href: address})
		}
	}
	if b := p.site.model().Backlinks[e.Key]; b != nil {
		out.Strip = strip(p.page, b.Events)
		sections, others := p.lists.NamedIn(e)
		mentioning := p.lists.Mentioning(e)
		mentioning.Entries = func() []lists.Naming { return others } // found along with the sections
		out.Events = eventItems(p.page, onThisPage(p.page, p.lists.EventsOf(e)))
		if p.Divided(lists.Main) == nil {
			out.Sections = p.sectionsByArticle(sections)
		} else {
			out.Sections = p.sectionsByYear()
		}
		out.Elsewhere = p.elsewhere(mentioning)
		out.Together = p.together(b.Sections)
		out.Others = p.namedBy()
	}
	out.RelationParts = p.pager(lists.Relations, p.Words("entity.relations"))
	out.EventParts = p.pager(lists.Events, p.Words("kind.events"))
	out.SectionParts = p.pager(lists.Main, p.Words("entity.sections"))
	out.OtherParts = p.pager(lists.Named, p.Words("entity.others"))
	out.ElsewhereParts = p.pager(lists.Mentioned, p.Words("entity.elsewhere"))
	if e.Key.Kind() == model.Events {
		events := p.lists.ByDate
		i, ok := slices.BinarySearchFunc(events, e, model.ByDate)
		if !ok {
			panic(fmt.Sprintf("view: %q is not among the events", e.Key))
		}
		if i > 0 {
			out.Prev = p.linkTo(&events[i-1].Doc)
		}
		if i+1 < len(events) {
			out.Next = p.linkTo(&events[i+1].Doc)
		}
	}
	return out
}

// facts are what front matter says of an entity, line by line.
func (p entityPage) facts(tags []int32) []layout.Fact {
	e := p.of
	var facts []layout.Fact
	add := func(label voice.Said, items ...*layout.Item) {
		if len(items) > 0 {
			facts = append(facts, layout.Fact{Label: label.Text, LabelIn: label.Lang, Items: items})
		}
	}
	plain := func(said voice.Said) *layout.Item { return &layout.Item{Link: said.Link()} }
	if e.Type != "" {
		add(p.Say("type"), plain(p.OneOf(e)))
	}
	if role := p.SayIn(e.Role); role.Text != "" {
		add(p.Say("role"), plain(role))
	}
	if l := p.placeLink(e); l != nil {
		add(p.Say("place"), &layout.Item{Link: *l})
	}
	if e.Country != nil {
		add(p.Say("country"), p.item(p.lists.NumberOf(e.Country.Key)))
	}
	for _, g := range p.byKind(p.lists.InKinds(tags)) {
		add(voice.Said{Text: g.Heading.Text, Lang: g.Heading.Lang}, g.Items...)
	}
	if at := e.Position; at != nil {
		i := plain(voice.Said{Text: voice.Position(p.Voice, at.Lat, at.Lon)})
		if at.Approximate {
			note := p.Say("approximate")
			i.Note, i.NoteIn = note.Text, note.Lang
		}
		add(p.Say("coordinates"), i)
	}
	if e.ISO != "" {
		add(p.Say("iso"), plain(voice.Said{Text: e.ISO}))
	}
	return facts
}

// namedBy lists what names an entity, as far as the page shows it: the articles
// that it wrote and further entities, by kind.
func (p entityPage) namedBy() []layout.Group {
	var wrote []*layout.Item
	var others []int32
	for _, o := range onThisPage(p.page, p.lists.Others(p.of)) {
		if o.Article != nil {
			wrote = append(wrote, &layout.Item{Link: p.docLink(&o.Article.Doc), Date: p.Date(o.Article.Published, nil)})
		} else {
			others = append(others, p.lists.Number(&o.Entity.Doc))
		}
	}
	groups := p.byKind(others)
	if len(wrote) == 0 {
		return groups
	}
	return append([]layout.Group{{Heading: p.Say("kind.articles").Link(), Items: wrote}}, groups...)
}

// entries is a page that continues a list of an entity or the front page.
func entries(of *page) layout.Entries {
	out := layout.Entries{Page: of.frame(voice.Said{})}
	name := of.Split.List
	if of.Entity == nil {
		list := of.Say("home.articles")
		out.List, out.ListIn, out.Articles = list.Text, list.Lang, articleCards(of)
		out.Parts = of.pager(name, out.List)
		return out
	}
	p, e := entityPage{of, of.Entity}, of.Entity
	kind, list := p.OneOfKind(e), p.listName(name)
	if name == lists.Main {
		list = p.Say("entity.sections")
	}
	out.KindName, out.KindIn, out.Flag, out.List, out.ListIn = kind.Text, kind.Lang, e.Flag, list.Text, list.Lang
	out.Parts = p.pager(name, out.List)
	switch name {
	case lists.Main:
		out.Groups = p.sectionsByYear()
	case lists.Events:
		out.Years = unheaded(of, byYear(of, onThisPage(of, p.lists.EventsOf(e))))
	case lists.Named:
		out.Groups = p.namedBy()
	case lists.Mentioned:
		out.Groups = []layout.Group{{Items: p.elsewhere(p.lists.Mentioning(e))}}
	case lists.Relations:
		out.Relations = p.relations()
	}
	return out
}
