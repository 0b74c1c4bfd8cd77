package emit

import (
	"cmp"
	"html"
	"html/template"
	"slices"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// togetherMost and togetherLeast bound the list of entities that are often
// named together: how many it shows and how many sections they must share.
const (
	togetherMost  = 8
	togetherLeast = 2
)

// quotes are the first mentions of an entity in the edition's texts, by the
// doc that mentions it.
func (v *view) quotes(e *model.Entity) map[*model.Doc]*layout.Quote {
	quotes := map[*model.Doc]*layout.Quote{}
	b := v.plan.Site.Backlinks[e.Key]
	if b == nil {
		return quotes
	}
	for _, m := range b.Mentions {
		if m.Text != v.text(m.In) || quotes[m.In] != nil {
			continue
		}
		q := m.Text.Body.Quote(m.Start, m.End)
		if q.Words == "" {
			q.Words = html.EscapeString(e.Name(m.Text.Lang, v.fallback()))
		}
		quote := &layout.Quote{Before: template.HTML(q.Before), Words: template.HTML(q.Words), After: template.HTML(q.After)}
		if m.Text.Lang != v.lang {
			quote.Lang = m.Text.Lang
		}
		quotes[m.In] = quote
	}
	return quotes
}

// inArticles lists the sections that are tagged with an entity or mention it,
// by article, with the sentence that does.
func (v *view) inArticles(b *model.Backlinks, quotes map[*model.Doc]*layout.Quote) []layout.Group {
	sections := slices.Clone(b.Sections)
	for doc := range quotes {
		if s := v.shared.sections[doc]; s != nil && !slices.Contains(b.Sections, s) {
			sections = append(sections, s)
		}
	}
	slices.SortFunc(sections, func(x, y *model.Section) int {
		return cmp.Compare(v.shared.reading[x], v.shared.reading[y])
	})
	groups := v.byArticle(sections)
	n := 0
	for g := range groups {
		for i := range groups[g].Items {
			if q := quotes[&sections[n].Doc]; q != nil {
				groups[g].Items[i].Quote, groups[g].Items[i].Summary = q, ""
			}
			n++
		}
	}
	return groups
}

// elsewhere lists the other pages that mention an entity: articles' leads,
// free pages and pages of entities, in the order of the plan.
func (v *view) elsewhere(quotes map[*model.Doc]*layout.Quote) []layout.Item {
	var docs []*model.Doc
	for doc := range quotes {
		if v.shared.sections[doc] == nil {
			docs = append(docs, doc)
		}
	}
	slices.SortFunc(docs, func(a, b *model.Doc) int { return cmp.Compare(a.Key, b.Key) })
	var items []layout.Item
	for _, doc := range docs {
		items = append(items, layout.Item{Link: v.docLink(doc), Quote: quotes[doc]})
	}
	return items
}

// together lists the entities most often tagged in the same sections.
func (v *view) together(e *model.Entity, sections []*model.Section) []layout.Item {
	shared := map[model.Key]int{}
	for _, s := range sections {
		for _, t := range s.Tags {
			if t.Key != e.Key {
				shared[t.Key]++
			}
		}
	}
	var keys []model.Key
	for key, n := range shared {
		if n >= togetherLeast {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b model.Key) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b))
	})
	var items []layout.Item
	for _, key := range keys[:min(togetherMost, len(keys))] {
		i := v.entityItem(v.shared.entities[key])
		i.Note = v.count(shared[key])
		items = append(items, i)
	}
	return items
}

// previews are of the entities that texts link to or tags name, each once, in
// the order of their keys.
func (v *view) previews(texts []*model.Text, tags []model.Tag) []layout.Preview {
	var keys []model.Key
	for _, t := range texts {
		for _, a := range v.plan.Site.Anchors[t] {
			keys = append(keys, a.Target)
		}
	}
	for _, t := range tags {
		keys = append(keys, t.Key)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	out := make([]layout.Preview, 0, len(keys))
	for _, key := range keys {
		e := v.shared.entities[key]
		if e == nil || key == v.page.Key {
			continue
		}
		c := v.card(&e.Doc)
		p := c.preview
		p.Href = v.hrefAt(c.path)
		out = append(out, p)
	}
	return out
}
