package view

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/generator/draw/chart"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// entityPage is the page of an entity, or one that continues a list of it.
type entityPage struct {
	*page
	of         *model.Entity
	references *voice.References
}

func newEntityPage(of *page) entityPage {
	return entityPage{of, of.Entity, voice.NewReferences(of.Voice)}
}

// mostBrief is how many characters of markup a text has that stands before facts on a phone: a screen or so.
const mostBrief = 2500

func entity(of *page) layout.Entity {
	p := newEntityPage(of)
	e := p.of
	marks := p.references.Marks(e.Sources)
	text, kind := p.Text(p.Doc), p.OneOf(e)
	p.references.Marked(p.site.model().Anchors.Of(text))
	out := layout.Entity{
		Page: p.frame(summaryOf(p.page, text)), KindName: kind.Text, KindIn: kind.Lang,
		Names: p.OtherNames(e), Aliases: p.Aliases(e), Date: p.card(p.Doc).date, Ahead: e.Key.Kind() == model.Events && lists.After(e.Date, p.site.model().Date()),
		Summary: voice.Summary(text), Body: p.prose(text, bodyPlace{}), Locator: p.locator(), Marks: marks,
	}
	out.Brief = utf8.RuneCountInString(text.Body.HTML) <= mostBrief
	if about := p.site.model().Settings.Map; about != nil && about.To.Key == e.Key && out.Locator == nil {
		out.Locator, out.Shown = overview(p.page)
	}
	p.facts(&out)
	p.relations(&out)
	out.Sources = p.references.Sources
	for i := range out.Sources {
		if s := &out.Sources[i]; s.Back == "" && len(out.Held) > 0 && out.Relations == nil {
			s.Back = "#facts_" // where it is referred to
		}
	}
	for _, address := range e.SameAs {
		if u, err := url.Parse(address); err == nil {
			out.SameAs = append(out.SameAs, layout.Link{Text: strings.TrimPrefix(u.Host, "www."), Href: address})
		}
	}
	if b := p.site.model().Backlinks.Of(e.Key); b != nil {
		sections, others := p.lists.NamedIn(e)
		mentioning := p.lists.Mentioning(e)
		mentioning.Entries = func() []lists.Naming { return p.lists.WithNamers(e, others) } // found along with the sections
		events := onThisPage(p.page, p.lists.EventsOf(e))
		out.Events = eventItems(p.page, events)
		if out.Wide = chart.WideStrip(chartEvents(p.page, b.Events), p.charts()); out.Wide != nil {
			layout.Named(out.Events)
		}
		groups := p.sectionsByYear
		if p.Divided(lists.Main) == nil {
			groups = func() []layout.Group { return p.sectionsByArticle(sections) }
		}
		out.Appears, out.Folded, out.More = layout.Fold(groups(), p.elsewhere(mentioning), limits.MaxUnfolded)
	}
	out.RelationParts = p.pager(lists.Relations, p.Words("entity.relations"))
	out.EventParts = p.pager(lists.Events, p.Words("kind.events"))
	out.SectionParts = p.pager(lists.Main, p.Words("entity.sections"))
	out.ElsewhereParts = p.pager(lists.Mentioned, p.Words("entity.elsewhere"))
	out.Chapters = voice.Chapters(p.Voice, &out)
	if e.Key.Kind() == model.Events {
		events := p.lists.ByDate
		i, ok := slices.BinarySearchFunc(events, e, model.ByDate)
		if !ok {
			panic(fmt.Sprintf("view: %q is not among the events", e.Key))
		}
		if i > 0 {
			out.Earlier = p.item(p.lists.Number(&events[i-1].Doc))
		}
		if i+1 < len(events) {
			out.Later = p.item(p.lists.Number(&events[i+1].Doc))
		}
	}
	return out
}

// ties are all relations of the entity, whichever the page shows.
func (p entityPage) ties() []lists.Tie {
	list := p.lists.Ties(p.of)
	if p.Divided(lists.Relations) != nil {
		return entriesOnce(p.edition, list)
	}
	return list.Entries()
}

// facts are what front matter says of an entity beside its relations, line by line,
// without what stands over its name.
func (p entityPage) facts(out *layout.Entity) {
	e, facts := p.of, &out.Facts
	add := func(label voice.Said, items ...*layout.Item) {
		if len(items) > 0 {
			*facts = append(*facts, layout.Fact{Label: label.Text, LabelIn: label.Lang, Items: items})
		}
	}
	plain := func(said voice.Said) *layout.Item { return &layout.Item{Link: said.Link()} }
	if role := p.SayIn(e.Role); role.Text != "" && e.Key.Kind() != model.Countries {
		add(p.Say("role"), plain(role))
	}
	if l := p.placeLink(e); l != nil {
		add(p.Say("place"), &layout.Item{Link: *l})
	}
	if e.Country != nil {
		add(p.Say("country"), p.item(p.lists.NumberOf(e.Country.Key)))
	}
	for _, g := range p.byKind(p.lists.InKinds(p.lists.Tagged(nil, e.Tags))) {
		add(voice.Said{Text: g.Heading.Text, Lang: g.Heading.Lang}, g.Items...)
	}
	if n := p.site.model().Settings.EventType(e.Type); n > 0 && e.Key.Kind() == model.Events {
		add(p.SayIn(p.site.model().Settings.EventTypes[n-1].Heading()), p.items(p.lists.NumbersOf(lists.Alike(p.lists.ByDate, e)))...)
	}
	facts = &out.Codes
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
	p, e := newEntityPage(of), of.Entity
	kind, list := p.OneOf(e), p.listName(name)
	if name == lists.Main {
		list = p.Say("entity.sections")
	}
	out.KindName, out.KindIn, out.List, out.ListIn = kind.Text, kind.Lang, list.Text, list.Lang
	out.Parts = p.pager(name, out.List)
	switch name {
	case lists.Main:
		out.Groups = p.sectionsByYear()
	case lists.Events:
		out.Years = layout.Unheaded(byYear(of, onThisPage(of, p.lists.EventsOf(e))), of.Of != nil)
	case lists.Mentioned:
		out.Groups = p.elsewhere(p.lists.Mentioning(e))
	case lists.Relations:
		out.Relations, out.Sources = p.relationGroups(), p.references.Sources
	}
	return out
}
