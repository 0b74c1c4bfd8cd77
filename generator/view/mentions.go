package view

import (
	"html/template"
	"strconv"

	"dossier/generator/grouped"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// quote is the sentence that mentions an entity; nil for no mention, or one
// outside of sentences, or in one that tells less than the text's summary.
func (p entityPage) quote(m *model.Mention) *layout.Quote {
	if m == nil {
		return nil
	}
	_, t := p.site.model().Of(*m)
	q := t.Body.Quote(int(m.Start), int(m.End), voice.Labels(p.lists.Lists, t), voice.Dots(t.Lang))
	if q.Words == "" || !q.Whole() || !q.Tells(string(p.summaryIn(t))) { // without words is a picture that is a link
		return nil
	}
	return &layout.Quote{Before: template.HTML(q.Before), Words: template.HTML(q.Words), After: template.HTML(q.After), Lang: p.Foreign(t)}
}

// namingItem presents what names an entity with the sentence that does; else with
// its summary. A text that the entity made or answers for says so.
func (p entityPage) namingItem(n lists.Naming) layout.Item {
	of := p.lists.Docs[n.Doc]
	item := layout.Item{Link: p.docLink(of)}
	if s := p.lists.Section(n.Doc); s != nil {
		item = p.sectionItem(s)
	}
	if item.Quote = p.quote(p.lists.MentionIn(p.of, n)); item.Quote == nil {
		item.Summary = p.summaryIn(p.Text(of))
	}
	for _, c := range p.lists.CreditsIn(p.of, n) {
		if role := p.Say("role." + string(c.As)); item.Note == "" {
			item.Note, item.NoteIn = role.Text, role.Lang
		} else {
			item.Note += p.Words("comma") + role.Text
		}
	}
	return item
}

// sectionsByArticle lists the sections that are tagged with an entity or name
// it, by article.
func (p entityPage) sectionsByArticle(all []lists.Naming) []layout.Group {
	var groups []layout.Group
	for len(all) > 0 {
		article, n := p.lists.Section(all[0].Doc).Article, 1
		for n < len(all) && p.lists.Section(all[n].Doc).Article == article {
			n++
		}
		g := layout.Group{Heading: p.docLink(&article.Doc), ID: "article_" + strconv.Itoa(len(groups)+1), Items: make([]*layout.Item, n)}
		items := make([]layout.Item, n)
		for i := range items {
			items[i] = p.namingItem(all[i])
			g.Items[i] = &items[i]
		}
		groups, all = append(groups, g), all[n:]
	}
	return layout.RedatedGroups(groups)
}

// sectionsByYear lists the page's part of the same sections by year, each with
// its article.
func (p entityPage) sectionsByYear() []layout.Group {
	var groups []layout.Group
	for _, n := range onThisPage(p.page, p.lists.SectionsOf(p.of)) {
		s, item := p.lists.Section(n.Doc), p.namingItem(n)
		groups = grouped.Year(p.Voice, groups, s.Date)
		item.Place = p.linkTo(&s.Article.Doc)
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, &item)
	}
	return layout.RedatedGroups(layout.Unheaded(groups, p.Of != nil))
}

// elsewhere lists by kind the other pages that name an entity, as far as the page
// shows them.
func (p entityPage) elsewhere(all lists.List[lists.Naming]) []layout.Group {
	var groups []layout.Group
	for _, n := range onThisPage(p.page, all) {
		heading := p.Say("contents.pages").Link()
		if kind := p.lists.Docs[n.Doc].Key.Kind(); kind == model.Articles {
			heading = p.Say("kind.articles").Link()
		} else if int(n.Doc) < len(p.lists.Entities) {
			heading = p.kindLink(kind)
		}
		if i := len(groups); i == 0 || groups[i-1].Heading.Text != heading.Text {
			groups = append(groups, layout.Group{Heading: heading})
		}
		g, item := &groups[len(groups)-1], p.namingItem(n)
		g.Items = append(g.Items, &item)
	}
	return groups
}
