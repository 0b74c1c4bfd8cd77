package view

import (
	"fmt"
	"html"
	"maps"
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/search"
	"dossier/generator/voice"
)

// Searched is what can be found in an edition: every page with a text.
func (s *Site) Searched(e plan.Edition) *search.Index {
	x := indexer{s.editions[e.Lang], &search.Index{Language: e.Lang, Months: voice.Months(s.editions[e.Lang].Voice)}, map[string]int{}, make([]int, len(s.lists.Docs)), voice.NewInflector(e.Lang)}
	var docs []int32
	for _, p := range s.plan.Pages {
		if p.Edition.Lang == e.Lang && p.Doc != nil && p.Of == nil && p.Kind != plan.Parallel {
			n := s.lists.Number(p.Doc)
			x.places[n] = len(docs)
			docs = append(docs, n)
			x.Documents = append(x.Documents, search.Document{Path: strings.TrimPrefix(p.Path, e.Dir), Kind: x.kind(p)})
		}
	}
	for i, n := range docs {
		x.document(&x.Documents[i], n)
	}
	return x.Index
}

// indexer makes an edition's index.
type indexer struct {
	*edition
	*search.Index
	kinds  map[string]int // places in Kinds
	places []int          // in Documents, by a doc's number
	*voice.Inflector
}

// kind is the place of what a page is called in the index's kinds.
func (x *indexer) kind(p *plan.Page) int {
	name := ""
	switch p.Kind {
	case plan.Entity:
		name = x.KindName(p.Key.Kind()).Text
	case plan.Article:
		name = x.Words("kind.articles")
	case plan.Section:
		name = x.Words("kind.sections")
	default:
		name = x.Words("contents.pages")
	}
	at, ok := x.kinds[name]
	if !ok {
		at = len(x.Kinds)
		x.kinds[name] = at
		x.Kinds = append(x.Kinds, name)
	}
	return at
}

func (x *indexer) document(d *search.Document, n int32) {
	doc := x.lists.Docs[n]
	text := x.Text(doc)
	d.Title, d.Summary, d.Lang = x.title(doc), text.Summary, x.Foreign(text)
	d.Blocks = x.blocks(text)
	named := map[model.Key]bool{}
	tag := func(tags ...model.Tag) {
		for _, t := range tags {
			named[t.Key] = true
		}
	}
	for _, a := range x.site.model().Anchors[text] {
		if at, ok := x.lists.Find(a.Target); ok && int(at) < len(x.lists.Entities) {
			named[a.Target] = true
		}
	}
	var when edtf.Date
	switch {
	case int(n) < len(x.lists.Entities):
		e := x.lists.Entities[n]
		when = e.Date
		d.Names, d.Note = x.names(e), x.SayIn(e.Role).Text
		if c := x.card(doc); c.date != nil {
			d.Date = c.date.Text
		}
		tag(e.Tags...)
		for _, t := range []*model.Tag{e.Place, e.Country} {
			if t != nil {
				tag(*t)
			}
		}
		if doc.Key.Kind() == model.Countries {
			named[doc.Key] = true
		}
	default:
		if s := x.lists.Section(n); s != nil {
			when = s.Date
			d.Note = x.title(&s.Article.Doc)
			d.Date = x.Date(s.Date, s.DateText).Text
			tag(s.Tags...)
		}
	}
	d.Times = x.times(when, d.Names != nil)
	for _, key := range slices.Sorted(maps.Keys(named)) {
		at := x.places[x.lists.NumberOf(key)]
		if key.Kind() == model.Countries {
			d.Country = append(d.Country, at)
		}
		if key != doc.Key {
			d.Named = append(d.Named, at)
		}
	}
}

// blocks are those of a text, as plain words; what stands below them, the
// footnotes, is one more that cannot be led to.
func (x *indexer) blocks(t *model.Text) []search.Block {
	labels := x.site.labels(t)
	var out []search.Block
	for i := range t.Body.Blocks {
		if words := html.UnescapeString(strings.TrimSpace(t.Body.Plain(i, labels))); words != "" {
			out = append(out, search.Block{Number: i + 1, Text: words})
		}
	}
	return out
}

// names are all of an entity, in every language and form.
func (x *indexer) names(e *model.Entity) []string {
	seen := map[string]bool{}
	add := func(names ...string) {
		for _, name := range names {
			seen[name] = name != ""
		}
	}
	for _, lang := range x.site.model().Settings.Languages {
		add(e.Name(lang, lang))
		add(e.Aliases[lang]...)
		add(e.Forms[lang]...)
		add(x.Forms(e, lang)...)
	}
	add(slices.Collect(maps.Values(e.Names))...)
	maps.DeleteFunc(seen, func(_ string, named bool) bool { return !named })
	return slices.Sorted(maps.Keys(seen))
}

// mostYears and mostMonths bound the times under which a date is found.
const (
	mostYears  = 30
	mostMonths = 24
)

// times are the years, months and the day that a date touches. An open end
// reaches to the dossier's date.
func (x *indexer) times(d edtf.Date, event bool) []search.Time {
	if d.IsZero() {
		return nil
	}
	first, last := d.Bounds()
	if d.OpenEnd() || last == edtf.MaxDay {
		_, last = x.site.model().Date().Bounds()
		if last == edtf.MaxDay || last.Compare(first) < 0 {
			last = first
		}
	}
	if d.OpenStart() || first == edtf.MinDay {
		first = last
	}
	var out []search.Time
	add := func(text string, within bool) {
		out = append(out, search.Time{EDTF: text, Within: within, Event: event})
	}
	for year := first.Year; year <= last.Year && year-first.Year < mostYears; year++ {
		add(edtf.YearText(year), first.Year == last.Year)
	}
	if first.Year < 0 {
		return out
	}
	month := func(m int) string { return fmt.Sprintf("%s-%02d", edtf.YearText(m/12), m%12+1) }
	from, to := first.Year*12+first.Month-1, last.Year*12+last.Month-1
	for m := from; m <= to && to-from < mostMonths; m++ {
		add(month(m), from == to)
	}
	if first == last {
		add(fmt.Sprintf("%s-%02d", month(from), first.Day), true)
	}
	return out
}
