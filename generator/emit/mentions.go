package emit

import (
	"cmp"
	"html"
	"html/template"
	"slices"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// togetherMost and togetherLeast bound the list of entities that are often
// named together: how many it shows and how many sections they must share.
const (
	togetherMost  = 8
	togetherLeast = 2
)

// quotes are the first mentions of an entity in the edition's texts of some
// docs, by the doc that mentions it.
func (v *view) quotes(e *model.Entity, in map[*model.Doc]bool) map[*model.Doc]*layout.Quote {
	quotes := map[*model.Doc]*layout.Quote{}
	for _, m := range v.mentions(e) {
		if !in[m.In] || quotes[m.In] != nil {
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

// mentions are those of an entity in the edition's texts.
func (v *view) mentions(e *model.Entity) []model.Mention {
	var out []model.Mention
	if b := v.plan.Site.Backlinks[e.Key]; b != nil {
		for _, m := range b.Mentions {
			if m.Text == v.text(m.In) {
				out = append(out, m)
			}
		}
	}
	return out
}

// inArticles lists the sections that are tagged with an entity or mention it,
// by article, with the sentence that does.
func (v *view) inArticles(e *model.Entity) []layout.Group {
	sections := slices.Clone(v.plan.Site.Backlinks[e.Key].Sections)
	in := docsOf(sections)
	for _, m := range v.mentions(e) {
		if s := v.shared.sections[m.In]; s != nil && !in[m.In] {
			in[m.In] = true
			sections = append(sections, s)
		}
	}
	slices.SortFunc(sections, func(x, y *model.Section) int {
		return cmp.Compare(v.shared.reading[x], v.shared.reading[y])
	})
	quotes, groups := v.quotes(e, in), v.byArticle(sections)
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

// elsewhere lists the other pages that mention an entity, as far as the page
// shows them: articles' leads, free pages and pages of entities, by key.
func (v *view) elsewhere(e *model.Entity) []layout.Item {
	seen := map[*model.Doc]bool{}
	var docs []*model.Doc
	for _, m := range v.mentions(e) {
		if v.shared.sections[m.In] == nil && !seen[m.In] {
			seen[m.In] = true
			docs = append(docs, m.In)
		}
	}
	slices.SortFunc(docs, func(a, b *model.Doc) int { return cmp.Compare(a.Key, b.Key) })
	docs = shown(v, plan.Mentioned, docs)
	in := make(map[*model.Doc]bool, len(docs))
	for _, d := range docs {
		in[d] = true
	}
	quotes := v.quotes(e, in)
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
