package emit

import (
	"cmp"
	"html/template"
	"iter"
	"slices"
	"strconv"

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
	for m := range v.mentions(e) {
		if in[m.In] && quotes[m.In] == nil {
			quotes[m.In] = v.quote(e, m)
		}
	}
	return quotes
}

// quote is the sentence that mentions an entity.
func (v *view) quote(e *model.Entity, m *model.Mention) *layout.Quote {
	q := m.Text.Body.Quote(m.Start, m.End, v.labels(m.Text))
	if q.Words == "" { // a picture that is a link
		q.Words = e.NameHTML(m.Text.Lang, v.fallback())
	}
	quote := &layout.Quote{Before: template.HTML(q.Before), Words: template.HTML(q.Words), After: template.HTML(q.After)}
	if m.Text.Lang != v.lang {
		quote.Lang = m.Text.Lang
	}
	return quote
}

// labels are the names of what the links without words in a text lead to.
func (v *view) labels(t *model.Text) []model.Insert {
	var out []model.Insert
	for _, a := range v.plan.Site.Anchors[t] {
		if a.Label >= 0 {
			out = append(out, model.Insert{At: a.Label, Text: v.anchorLabel(a, t.Lang)})
		}
	}
	return out
}

// mentions are those of an entity in the edition's texts.
func (v *view) mentions(e *model.Entity) iter.Seq[*model.Mention] {
	return func(yield func(*model.Mention) bool) {
		b := v.plan.Site.Backlinks[e.Key]
		if b == nil {
			return
		}
		for i := range b.Mentions {
			m := &b.Mentions[i]
			if (m.Text.Lang == v.lang || m.Text == v.text(m.In)) && !yield(m) {
				return
			}
		}
	}
}

// entry is a section in an entity's list, with the place that mentions the
// entity, if any does.
type entry struct {
	section int32 // its number
	mention *model.Mention
}

// inArticles lists the sections that are tagged with an entity or mention it,
// by article, with the sentence that does.
func (v *view) inArticles(e *model.Entity) []layout.Group {
	tagged := v.plan.Site.Backlinks[e.Key].Sections
	entries := make([]entry, 0, 2*len(tagged))
	for m := range v.mentions(e) {
		if n := v.shared.number(m.In); v.shared.section(n) != nil {
			entries = append(entries, entry{n, m})
		}
	}
	for _, s := range tagged {
		entries = append(entries, entry{section: v.shared.number(&s.Doc)})
	}
	slices.SortStableFunc(entries, func(x, y entry) int { return cmp.Compare(x.section, y.section) })
	entries = slices.CompactFunc(entries, func(x, y entry) bool { return x.section == y.section }) // the first mention stays
	articles := 0
	for i, x := range entries {
		if i == 0 || v.shared.section(x.section).Article != v.shared.section(entries[i-1].section).Article {
			articles++
		}
	}
	groups := make([]layout.Group, 0, articles)
	for len(entries) > 0 {
		article, n := v.shared.section(entries[0].section).Article, 1
		for n < len(entries) && v.shared.section(entries[n].section).Article == article {
			n++
		}
		g := layout.Group{Heading: v.docLink(&article.Doc), ID: "article_" + strconv.Itoa(len(groups)+1), Items: make([]*layout.Item, n)}
		items := make([]layout.Item, n)
		for i, x := range entries[:n] {
			s := v.shared.section(x.section)
			items[i] = v.sectionItem(s)
			if x.mention != nil {
				items[i].Quote = v.quote(e, x.mention)
			} else {
				items[i].Summary = v.listed(v.text(&s.Doc))
			}
			g.Items[i] = &items[i]
		}
		groups, entries = append(groups, g), entries[n:]
	}
	return groups
}

// elsewhere lists the other pages that mention an entity, as far as the page
// shows them: articles' leads, free pages and pages of entities, by key.
func (v *view) elsewhere(e *model.Entity) []*layout.Item {
	seen := map[*model.Doc]bool{}
	var docs []*model.Doc
	for m := range v.mentions(e) {
		if v.shared.section(v.shared.number(m.In)) == nil && !seen[m.In] {
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
	var items []*layout.Item
	for _, doc := range docs {
		items = append(items, &layout.Item{Link: v.docLink(doc), Quote: quotes[doc]})
	}
	return items
}

// together lists the entities most often tagged in the same sections.
func (v *view) together(e *model.Entity, sections []*model.Section) []layout.Item {
	tally, _ := v.shared.tallies.Get().(*tally)
	if tally == nil {
		tally = newTally(len(v.shared.entities))
	}
	defer v.shared.tallies.Put(tally)
	for _, s := range sections {
		tally.add(v.shared.tags[v.shared.reading(s)])
	}
	own := v.shared.number(&e.Doc)
	most := tally.empty(togetherLeast)
	most = slices.DeleteFunc(most, func(c counted) bool { return c.number == own })
	slices.SortFunc(most, func(a, b counted) int { return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.number, b.number)) })
	most = most[:min(togetherMost, len(most))]
	items := make([]layout.Item, len(most))
	for i, c := range most {
		items[i] = v.entityItem(v.shared.entities[c.number])
		items[i].Note = v.count(int(c.times))
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

// previews are of the entities of some numbers, and of those that texts link
// to, each once, in the order of their keys.
func (v *view) previews(tags []int32, texts ...*model.Text) []*layout.Preview {
	numbers := slices.Clone(tags)
	for _, t := range texts {
		for i := range v.plan.Site.Anchors[t] {
			n, ok := v.shared.keys[v.plan.Site.Anchors[t][i].Target]
			if ok && int(n) < len(v.shared.entities) {
				numbers = append(numbers, n)
			}
		}
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	out := make([]*layout.Preview, 0, len(numbers))
	for _, n := range numbers {
		if v.shared.entities[n].Key != v.page.Key {
			out = append(out, v.preview(n))
		}
	}
	return out
}
