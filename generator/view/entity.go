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
	text, tags := p.Text(p.Doc), p.lists.Tagged(nil, e.Tags)
	out := layout.Entity{
		Page: p.frame(text.Summary), KindName: p.OneOfKind(e), Flag: e.Flag,
		Names: p.OtherNames(e), Aliases: p.Aliases(e), Date: p.card(p.Doc).date,
		Summary: voice.Summary(text), Body: p.prose(text, bodyPlace{}), Facts: p.facts(tags), Relations: p.relations(),
	}
	out.Previews = p.previews(tags, text)
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
	add := func(label string, items ...*layout.Item) {
		if len(items) > 0 {
			facts = append(facts, layout.Fact{Label: label, Items: items})
		}
	}
	plain := func(text string) *layout.Item { return &layout.Item{Link: layout.Link{Text: text}} }
	if e.Type != "" {
		add(p.Words("type"), plain(p.Words("actor."+e.Type)))
	}
	if role := p.In(e.Role); role != "" {
		add(p.Words("role"), plain(role))
	}
	if l := p.placeLink(e); l != nil {
		add(p.Words("place"), &layout.Item{Link: *l})
	}
	if e.Country != nil {
		add(p.Words("country"), p.item(p.lists.NumberOf(e.Country.Key)))
	}
	for _, g := range p.byKind(p.lists.InKinds(tags)) {
		add(g.Heading.Text, g.Items...)
	}
	if at := e.Position; at != nil {
		i := plain(voice.Position(p.Voice, at.Lat, at.Lon))
		if at.Approximate {
			i.Note = p.Words("approximate")
		}
		add(p.Words("coordinates"), i)
	}
	if e.ISO != "" {
		add(p.Words("iso"), plain(e.ISO))
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
	return append([]layout.Group{{Heading: layout.Link{Text: p.Words("kind.articles")}, Items: wrote}}, groups...)
}

// entries is a page that continues a list of an entity or the front page.
func entries(of *page) layout.Entries {
	out := layout.Entries{Page: of.frame("")}
	name := of.Split.List
	if of.Entity == nil {
		out.List, out.Articles = of.Words("home.articles"), articleCards(of)
		out.Parts = of.pager(name, out.List)
		return out
	}
	p, e := entityPage{of, of.Entity}, of.Entity
	out.KindName, out.Flag, out.List = p.OneOfKind(e), e.Flag, p.listName(name)
	if name == lists.Main {
		out.List = p.Words("entity.sections")
	}
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
