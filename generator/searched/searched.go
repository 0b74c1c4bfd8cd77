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
// (Document.Same), and stand for a text with the labels of its links (Document.Text).
func Index(p *plan.Plan, set *layout.Set, e plan.Edition, same func(*plan.Page) search.Sum, stand func(t *model.Text, labels string) any) *search.Index {
	v := voice.New(p.Site, set, e.Lang)
	x := indexer{v, p.Lists, p.Site, &search.Index{Language: e.Lang, Months: voice.Months(v)}, make([]int, len(p.Lists.Docs)), stand, new(sync.Pool)}
	pages := make([]*plan.Page, 0, len(p.Lists.Docs))
	x.Documents = make([]search.Document, 0, len(p.Lists.Docs))
	for _, p := range p.Pages {
		if p.Edition.Lang == e.Lang && p.Of == nil && p.Kind != plan.Parallel && (p.Doc != nil || listing(p)) {
			if p.Doc != nil {
				x.places[x.lists.Number(p.Doc)] = len(pages)
			}
			pages = append(pages, p)
			kind, called := x.kind(p)
			x.Documents = append(x.Documents, search.Document{Path: strings.TrimPrefix(p.Path, e.Dir), Kind: kind, Called: called.Text, CalledIn: called.Lang, Same: same(p), Land: p.Entity != nil && p.Key.Kind() == model.Countries})
		}
	}
	for i, p := range pages {
		d := &x.Documents[i]
		d.Fill = sync.OnceFunc(func() {
			if p.Doc != nil {
				x.document(d, x.lists.Number(p.Doc))
			} else {
				x.listing(d, p)
			}
		})
	}
	return x.Index
}

// listing reports whether a page without a text of its own is one to be found: all
// are, but for the page that is searched from and the one for what is not there.
func listing(p *plan.Page) bool {
	return p.Kind == plan.Index || p.Kind.Row().Key != "" && p.Kind != plan.Search && p.Kind != plan.NotFound
}

// listing fills in what a page that lists things is called, and what it says of itself.
func (x *indexer) listing(d *search.Document, p *plan.Page) {
	d.Blocks = func() []search.Block { return nil }
	var title, about voice.Said
	if row := p.Kind.Row(); p.Kind == plan.Index {
		title = x.KindName(p.IndexOf.ID)
		about = grouped.About(x.Voice, x.lists, p.IndexOf, len(x.lists.OfKind(p.IndexOf.ID)))
	} else {
		title = x.Say(row.Title)
		if row.About != "" {
			about = x.Say(row.About)
		}
	}
	d.Title, d.TitleIn, d.Names = title.Text, title.Lang, []string{title.Text}
	// A question may say of which dossier: "what did the dossier correct".
	d.Roles = []search.Role{{Words: x.Text(x.site.Home).Title, To: 1}}
	d.Summary, d.Brief, d.Lang = about.Text, about.Text, about.Lang
}

// indexer makes an edition's index.
type indexer struct {
	*voice.Voice
	lists *lists.Lists
	site  *model.Site
	*search.Index
	places []int // in Documents, by a doc's number
	stand  func(t *model.Text, labels string) any
	spare  *sync.Pool // of *helper
}

// helper is what one goroutine needs to fill in a document.
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
	return &helper{Inflector: voice.NewInflector(x.Language)}
}

// kind is the place of a page's kind in the index's, and what one such thing is
// called: nothing of a list, which has no preview.
func (x *indexer) kind(p *plan.Page) (at int, one voice.Said) {
	var k search.Kind
	switch p.Kind {
	case plan.Entity:
		k, one = search.Kind{ID: p.Key.Kind(), Name: x.KindName(p.Key.Kind()).Text}, x.OneOf(p.Entity)
	case plan.Article:
		k, one = search.Kind{ID: "articles", Name: x.Words("kind.articles")}, x.Say("kind.articles.one")
	case plan.Section:
		k, one = search.Kind{ID: "sections", Name: x.Words("kind.sections")}, x.Say("kind.sections.one")
	default:
		k = search.Kind{ID: "pages", Name: x.Words("contents.pages")}
		if p.Doc != nil {
			one = x.Say("kind.pages.one")
		}
	}
	at = slices.Index(x.Kinds, k)
	if at < 0 {
		at = len(x.Kinds)
		x.Kinds = append(x.Kinds, k)
	}
	return at, one
}

func (x *indexer) document(d *search.Document, n int32) {
	doc, help := x.lists.Docs[n], x.helper()
	defer x.spare.Put(help)
	text := x.Text(doc)
	d.Title, d.TitleIn, d.Summary, d.Brief, d.Lang = text.Title, x.Foreign(text), text.Summary, voice.BriefText(text), x.Foreign(text)
	labels := voice.Labels(x.lists, text)
	d.Text, d.Blocks = x.stand(text, together(labels)), func() []search.Block { return x.blocks(text, labels) }
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
	var when edtf.Date
	var words model.Words // for when
	switch {
	case int(n) < len(x.lists.Entities):
		e := x.lists.Entities[n]
		when, words = e.Date, e.DateText
		d.Title, d.TitleIn = x.Name(e), x.NameLang(e)
		var role voice.Said
		if doc.Key.Kind() != model.Countries { // of these it stands in place of the kind
			role = x.SayIn(e.Role)
		}
		d.Names, d.Forms = x.names(e, help.Inflector)
		d.Roles, d.Facts = x.relations(e, d.Title)
		d.Note, d.NoteIn = role.Text, role.Lang
		tag(e.Tags...)
		for _, t := range []*model.Tag{e.Place, e.Country} {
			if t != nil {
				tag(*t)
			}
		}
		if doc.Key.Kind() == model.Countries {
			name(n)
		}
	default:
		if pages := x.site.Pages; len(pages) > 0 && doc == pages[0] {
			d.Names = []string{x.Words("about")} // so menus call it
		}
		if s := x.lists.Section(n); s != nil {
			when, words = s.Date, s.DateText
			of := x.Text(&s.Article.Doc)
			d.Note, d.NoteIn = of.Title, x.Foreign(of)
			tag(s.Tags...)
		}
	}
	if date := x.Date(when, words); date != nil {
		d.Date, d.DateIn = voice.InText(date), date.Lang
	}
	d.Times = x.times(when, int(n) < len(x.lists.Entities))
	slices.SortFunc(named, func(a, b int32) int { return cmp.Compare(x.lists.Docs[a].Key, x.lists.Docs[b].Key) })
	d.Named = make([]int, 0, len(named))
	for _, of := range named {
		if x.lists.Docs[of].Key.Kind() == model.Countries {
			d.Country = append(d.Country, x.places[of])
		}
		if of != n {
			d.Named = append(d.Named, x.places[of])
		}
	}
	help.named = named
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
