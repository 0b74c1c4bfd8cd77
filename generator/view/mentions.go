package view

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/prose"
	"dossier/generator/voice"
)

// quote is the sentence that mentions an entity; nil for no mention.
func (p entityPage) quote(m *model.Mention) *layout.Quote {
	if m == nil {
		return nil
	}
	q := m.Text.Body.Quote(m.Start, m.End, p.site.labels(m.Text), voice.Dots(m.Text.Lang))
	if q.Words == "" { // a picture that is a link
		q.Words = p.of.NameHTML(m.Text.Lang, p.site.model().Settings.Default())
	}
	return &layout.Quote{Before: template.HTML(q.Before), Words: template.HTML(q.Words), After: template.HTML(q.After), Lang: p.Foreign(m.Text)}
}

// labels are the names of what the links without words in a text lead to.
func (s *Site) labels(t *model.Text) []prose.Insert {
	var out []prose.Insert
	for _, a := range s.model().Anchors[t] {
		if a.Label >= 0 {
			out = append(out, prose.Insert{At: a.Label, Text: s.anchorLabel(a, t.Lang)})
		}
	}
	return out
}

// namingItem presents a section that names an entity with the sentence that
// does; else with its summary.
func (p entityPage) namingItem(n lists.Naming) layout.Item {
	item := p.sectionItem(n.Section)
	if item.Quote = p.quote(n.Mention); item.Quote == nil {
		item.Summary = p.summaryIn(p.Text(n.Doc))
	}
	return item
}

// sectionsByArticle lists the sections that are tagged with an entity or name
// it, by article.
func (p entityPage) sectionsByArticle(all []lists.Naming) []layout.Group {
	articles := 0
	for i, n := range all {
		if i == 0 || n.Section.Article != all[i-1].Section.Article {
			articles++
		}
	}
	groups := make([]layout.Group, 0, articles)
	for len(all) > 0 {
		article, n := all[0].Section.Article, 1
		for n < len(all) && all[n].Section.Article == article {
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
	return groups
}

// sectionsByYear lists the page's part of the same sections by year, each with
// its article.
func (p entityPage) sectionsByYear() []layout.Group {
	var groups []layout.Group
	for _, n := range onThisPage(p.page, p.lists.SectionsOf(p.of)) {
		groups = yearGroup(p.page, groups, n.Section.Date)
		item := p.namingItem(n)
		item.Place = p.linkTo(&n.Section.Article.Doc)
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, &item)
	}
	return unheaded(p.page, groups)
}

// elsewhere lists the other pages that mention an entity, as far as the page
// shows them: articles' leads, free pages and pages of entities.
func (p entityPage) elsewhere(all lists.List[lists.Naming]) []*layout.Item {
	var items []*layout.Item
	for _, n := range onThisPage(p.page, all) {
		items = append(items, &layout.Item{Link: p.docLink(n.Doc), Quote: p.quote(n.Mention)})
	}
	return items
}

// togetherMost and togetherLeast bound the list of entities that are often
// named together: how many it shows and how many sections they must share.
const (
	togetherMost  = 8
	togetherLeast = 2
)

// together lists the entities most often tagged in the same sections.
func (p entityPage) together(sections []*model.Section) []layout.Item {
	tally, _ := p.site.tallies.Get().(*tally)
	if tally == nil {
		tally = newTally(len(p.lists.Entities))
	}
	defer p.site.tallies.Put(tally)
	for _, s := range sections {
		tally.add(p.lists.Tags[p.lists.Reading(s)])
	}
	own := p.lists.Number(&p.of.Doc)
	most := tally.empty(togetherLeast)
	most = slices.DeleteFunc(most, func(c counted) bool { return c.number == own })
	slices.SortFunc(most, func(a, b counted) int { return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.number, b.number)) })
	most = most[:min(togetherMost, len(most))]
	items := make([]layout.Item, len(most))
	for i, c := range most {
		items[i] = p.entityItem(p.lists.Entities[c.number])
		count := p.Sections(int(c.times))
		items[i].Note, items[i].NoteIn = count.Text, count.Lang
	}
	return items
}

// tally counts entities by number.
type tally struct {
	times []int32
	seen  []int32 // which are not 0
}

// counted is an entity's number and how often it was counted.
type counted struct{ number, times int32 }

func newTally(entities int) *tally { return &tally{times: make([]int32, entities)} }

func (t *tally) add(numbers []int32) {
	for _, n := range numbers {
		if t.times[n] == 0 {
			t.seen = append(t.seen, n)
		}
		t.times[n]++
	}
}

// empty gives what was counted at least so often, and begins anew.
func (t *tally) empty(least int32) []counted {
	var out []counted
	for _, n := range t.seen {
		if t.times[n] >= least {
			out = append(out, counted{n, t.times[n]})
		}
		t.times[n] = 0
	}
	t.seen = t.seen[:0]
	return out
}
