// Package searched tells the search index what can be found in an edition: every
// page with a text, by its words, names and times, and the pages that list things, by
// their titles and what they say of themselves.
package searched

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"dossier/generator/edtf"
	"dossier/generator/grouped"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/prose"
	"dossier/generator/search"
	"dossier/generator/voice"
)

// Index is what can be found in an edition of a plan. Same gives what stands for a page
// (Document.Same), and stand for a text with the labels of its links (Said.Text).
func Index(p *plan.Plan, set *layout.Set, e plan.Edition, same func(*plan.Page) search.Sum, stand func(t *model.Text, labels string) any) *search.Index {
	v := voice.New(p.Site, set, e.Lang)
	x := &indexer{Voice: v, lists: p.Lists, site: p.Site, places: make([]int, len(p.Lists.Docs)), stand: stand}
	out := &search.Index{Language: e.Lang, Months: voice.Months(v), Documents: make([]search.Document, 0, len(p.Lists.Docs)), Content: x}
	x.pages = make([]*plan.Page, 0, len(p.Lists.Docs))
	for _, p := range p.Pages {
		if p.Edition.Lang == e.Lang && p.Of == nil && p.Kind != plan.Parallel && (p.Doc != nil || listing(p)) {
			if p.Doc != nil {
				x.places[x.lists.Number(p.Doc)] = len(x.pages)
			}
			x.pages = append(x.pages, p)
			kind := x.kind(p)
			at := slices.Index(out.Kinds, kind)
			if at < 0 {
				at = len(out.Kinds)
				out.Kinds = append(out.Kinds, kind)
			}
			out.Documents = append(out.Documents, search.Document{Path: strings.TrimPrefix(p.Path, e.Dir), Kind: at, Same: same(p), Land: p.Entity != nil && p.Key.Kind() == model.Countries})
		}
	}
	return out
}

// listing reports whether a page without a text of its own is one to be found: all
// are, but for the page that is searched from and the one for what is not there.
func listing(p *plan.Page) bool {
	return p.Kind == plan.Index || p.Kind.Row().Key != "" && p.Kind != plan.Search && p.Kind != plan.NotFound
}

// listed is what a page that lists things is called, and what it says of itself.
func (x *indexer) listed(p *plan.Page) (title, about voice.Said) {
	row := p.Kind.Row()
	if p.Kind == plan.Index {
		return x.KindName(p.IndexOf.ID), grouped.About(x.Voice, x.lists, p.IndexOf, len(x.lists.OfKind(p.IndexOf.ID)))
	}
	if row.About != "" {
		about = x.Say(row.About)
	}
	return x.Say(row.Title), about
}

// indexer says what an edition's pages are (search.Content).
type indexer struct {
	*voice.Voice
	lists  *lists.Lists
	site   *model.Site
	pages  []*plan.Page // of the index's documents
	places []int        // in pages, by a doc's number
	stand  func(t *model.Text, labels string) any
	spare  sync.Pool // of *helper
}

// helper is what one goroutine needs to say what is found.
type helper struct {
	*voice.Inflector
	named []int32 // memory, as what follows
	text  []byte
	ends  []int
}

func (x *indexer) helper() *helper {
	if h := x.spare.Get(); h != nil {
		return h.(*helper)
	}
	return &helper{Inflector: voice.NewInflector(x.Lang)}
}

// kind is the index's kind of a page.
func (x *indexer) kind(p *plan.Page) search.Kind {
	switch p.Kind {
	case plan.Entity:
		return search.Kind{ID: p.Key.Kind(), Name: x.KindName(p.Key.Kind()).Text}
	case plan.Article:
		return search.Kind{ID: "articles", Name: x.Words("kind.articles")}
	case plan.Section:
		return search.Kind{ID: "sections", Name: x.Words("kind.sections")}
	}
	return search.Kind{ID: "pages", Name: x.Words("contents.pages")}
}

// called is what a page is called, one of its kind: nothing of a list, which has no preview.
func (x *indexer) called(p *plan.Page) voice.Said {
	switch {
	case p.Kind == plan.Entity:
		return x.OneOf(p.Entity)
	case p.Kind == plan.Article:
		return x.Say("kind.articles.one")
	case p.Kind == plan.Section:
		return x.Say("kind.sections.one")
	case p.Doc != nil:
		return x.Say("kind.pages.one")
	}
	return voice.Said{}
}

// Row is what is shown of a page.
func (x *indexer) Row(i int) search.Row {
	p := x.pages[i]
	if p.Doc == nil {
		title, about := x.listed(p)
		return search.Row{Title: title.Text, TitleIn: title.Lang, Brief: about.Text, Lang: about.Lang}
	}
	text, called := x.Text(p.Doc), x.called(p)
	row := search.Row{Title: text.Title, TitleIn: x.Foreign(text), Called: called.Text, CalledIn: called.Lang, Brief: voice.BriefText(text), Lang: x.Foreign(text)}
	switch {
	case p.Entity != nil:
		row.Title, row.TitleIn = x.Name(p.Entity), x.NameLang(p.Entity)
		if p.Key.Kind() != model.Countries { // of these the role stands in place of the kind
			role := x.SayIn(p.Entity.Role)
			row.Note, row.NoteIn = role.Text, role.Lang
		}
	case p.Section != nil:
		of := x.Text(&p.Section.Article.Doc)
		row.Note, row.NoteIn = of.Title, x.Foreign(of)
	}
	if date := x.Date(when(p)); date != nil {
		row.Date, row.DateIn = voice.InText(date), date.Lang
	}
	return row
}

// when is the date of what a page is about, with the words that an editor has for it.
func when(p *plan.Page) (edtf.Date, model.Words) {
	switch {
	case p.Entity != nil:
		return p.Entity.Date, p.Entity.DateText
	case p.Section != nil:
		return p.Section.Date, p.Section.DateText
	}
	return edtf.Date{}, nil
}

// Passages are what words are looked for in: an entity's relations, the blocks of the text, and
// of a summary that the row has not whole all of it.
func (x *indexer) Passages(i int) []search.Block {
	p := x.pages[i]
	if p.Doc == nil {
		return nil
	}
	var out []search.Block
	if p.Entity != nil {
		_, facts := x.relations(p.Entity, x.Name(p.Entity))
		for _, fact := range facts {
			out = append(out, search.Block{Text: fact})
		}
	}
	text := x.Text(p.Doc)
	out = append(out, x.blocks(text, voice.Labels(x.lists, text))...)
	if voice.BriefText(text) != text.Summary {
		out = append(out, search.Block{Text: text.Summary})
	}
	return out
}

// Said is by what a page is found.
func (x *indexer) Said(i int) search.Said {
	p := x.pages[i]
	if p.Doc == nil {
		title, about := x.listed(p)
		return search.Said{
			Title: title.Text, Names: []string{title.Text}, Summary: about.Text, Blocks: func() []search.Block { return nil },
			// A question may say of which dossier: "what did the dossier correct".
			Roles: []search.Role{{Words: x.Text(x.site.Home).Title, To: 1}},
		}
	}
	doc, help := p.Doc, x.helper()
	defer x.spare.Put(help)
	text, of := x.Text(doc), x.lists.Number(doc)
	labels := voice.Labels(x.lists, text)
	out := search.Said{Title: text.Title, Summary: text.Summary, Text: x.stand(text, together(labels)), Blocks: func() []search.Block { return x.blocks(text, labels) }}
	named := help.named[:0] // entities, by number
	name := func(n int32) {
		if !slices.Contains(named, n) {
			named = append(named, n)
		}
	}
	tag := func(tags ...model.Tag) {
		for _, t := range tags {
			name(x.lists.NumberOf(t.Key))
		}
	}
	anchors := x.site.Anchors.Of(text)
	for i := range anchors {
		if at, ok := x.lists.Find(anchors[i].Target); ok && int(at) < len(x.lists.Entities) {
			name(at)
		}
	}
	switch {
	case p.Entity != nil:
		e := p.Entity
		out.Title = x.Name(e)
		out.Names, out.Forms = x.names(e, help.Inflector)
		out.Roles, _ = x.relations(e, out.Title)
		tag(e.Tags...)
		for _, t := range []*model.Tag{e.Place, e.Country} {
			if t != nil {
				tag(*t)
			}
		}
		if doc.Key.Kind() == model.Countries {
			name(of)
		}
	case p.Section != nil:
		tag(p.Section.Tags...)
	case len(x.site.Pages) > 0 && doc == x.site.Pages[0]:
		out.Names = []string{x.Words("about")} // so menus call it
	}
	date, _ := when(p)
	out.Times = x.times(date, p.Entity != nil)
	slices.SortFunc(named, func(a, b int32) int { return cmp.Compare(x.lists.Docs[a].Key, x.lists.Docs[b].Key) })
	out.Named = make([]int, 0, len(named))
	for _, n := range named {
		if x.lists.Docs[n].Key.Kind() == model.Countries {
			out.Country = append(out.Country, x.places[n])
		}
		if n != of {
			out.Named = append(out.Named, x.places[n])
		}
	}
	help.named = named
	return out
}

// blocks are those of a text, as plain words; what stands below them, the
// footnotes, is one more that cannot be led to.
func (x *indexer) blocks(t *model.Text, labels []prose.Insert) []search.Block {
	help := x.helper()
	defer x.spare.Put(help)
	text, ends := help.text[:0], help.ends[:0] // of all blocks, as one text: a string for each would be much garbage
	for i := range t.Body.Blocks {
		text = t.Body.AppendPlain(text, i, labels)
		ends = append(ends, len(text))
	}
	help.text, help.ends = text, ends
	out, all, start := make([]search.Block, 0, len(ends)), string(text), 0
	for i, end := range ends {
		if start < end {
			out = append(out, search.Block{Number: i + 1, Text: all[start:end]})
		}
		start = end
	}
	return out
}

// together are labels as one text.
func together(labels []prose.Insert) string {
	var all strings.Builder
	for _, l := range labels {
		all.WriteString(l.Text + "\x00")
	}
	return all.String()
}

// names are all of an entity, in every language, and its role, by which readers ask
// for a person, too; and the forms of names, as an editor gives them or the rules of
// their languages make them.
func (x *indexer) names(e *model.Entity, inflector *voice.Inflector) (names, forms []string) {
	seen := map[string]bool{}
	add := func(names ...string) {
		for _, name := range names {
			seen[name] = name != ""
		}
	}
	for _, lang := range x.site.Settings.Languages {
		add(e.Name(lang, lang))
		add(e.Aliases[lang]...)
		forms = slices.Concat(forms, e.Forms[lang], inflector.Forms(e, lang))
	}
	add(slices.Collect(maps.Values(e.Names))...)
	add(slices.Collect(maps.Values(e.Role))...)
	maps.DeleteFunc(seen, func(_ string, named bool) bool { return !named })
	return slices.Sorted(maps.Keys(seen)), forms
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
		_, last = x.site.Date().Bounds()
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
	month := func(m int) string { return edtf.YearText(m/12) + twoDigits(m%12+1) }
	from, to := first.Year*12+first.Month-1, last.Year*12+last.Month-1
	for m := from; m <= to && to-from < mostMonths; m++ {
		add(month(m), from == to)
	}
	if first == last {
		add(month(from)+twoDigits(first.Day), true)
	}
	return out
}

// twoDigits is the number of a month or day, as a date has it behind another one.
func twoDigits(n int) string { return string([]byte{'-', byte('0' + n/10), byte('0' + n%10)}) }
