package emit

import (
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// homeEvents is how many past and how many coming events the front page shows.
const homeEvents = 4

func (v *view) home() layout.Home {
	s := v.plan.Site
	text := v.text(s.Home)
	h := layout.Home{Page: v.chrome(text.Title, text.Summary), Body: v.prose(text, bodyPlace{})}
	asOf := s.Settings.Published
	if len(s.Articles) > 0 && !s.Articles[0].Published.IsZero() {
		asOf = s.Articles[0].Published
	}
	h.AsOf = v.date(asOf, nil)
	h.Previews = v.previews(nil, text)
	articles := s.Articles
	if divided := v.page.Divided(plan.Main); divided != nil {
		articles = divided.Articles
	}
	h.Articles, h.Parts = v.cards(articles), v.parts(plan.Main, v.words("home.articles"))
	h.Recent, h.Upcoming = v.around(asOf)
	h.Countries = v.items(v.inKinds(v.shared.numbersOf(v.shared.ofKind[model.Countries])))
	return h
}

// around are the last events that had begun by a date, newest first, and the
// first that begin after it. What has no year is neither.
func (v *view) around(asOf edtf.Date) (recent, upcoming []layout.Item) {
	_, today := asOf.Bounds()
	var past, future []*model.Entity
	for _, e := range v.shared.events {
		first, _ := e.Date.Bounds()
		switch _, dated := e.Date.Listing(); {
		case !dated:
		case asOf.IsZero() || first.Compare(today) <= 0:
			past = append(past, e)
		case len(future) < homeEvents:
			future = append(future, e)
		}
	}
	past = slices.Clone(past[max(0, len(past)-homeEvents):])
	slices.Reverse(past)
	recent, upcoming = v.eventItems(past), v.eventItems(future)
	for _, list := range [][]layout.Item{recent, upcoming} {
		for i := range list {
			list[i].Summary = ""
		}
	}
	return recent, upcoming
}

func (v *view) authors(of []model.Tag) []layout.Link {
	var links []layout.Link
	for _, t := range of {
		links = append(links, v.docLink(&v.shared.entity(t.Key).Doc))
	}
	for i := range links {
		switch {
		case i == 0:
		case i == len(links)-1:
			links[i].Before = v.words("list.last")
		default:
			links[i].Before = v.words("list.comma")
		}
	}
	return links
}

func (v *view) sectionItem(s *model.Section) layout.Item {
	c := v.card(&s.Doc)
	return layout.Item{Link: v.cardLink(c, &s.Doc), Date: c.date}
}

func (v *view) article() layout.Article {
	a := v.page.Article
	text := v.text(&a.Doc)
	out := layout.Article{Page: v.chrome(text.Title, text.Summary)}
	out.Parts = v.parts(plan.Main, text.Title)
	var texts []*model.Text
	if v.page.Of == nil {
		texts = append(texts, text)
		out.Authors, out.Published = v.authors(a.Authors), v.date(a.Published, nil)
		out.Summary, out.Body = summary(text), v.prose(text, bodyPlace{})
		out.LastCorrected = v.lastCorrected(corrected(a))
		for _, p := range v.plan.Parallels(a) {
			if p.Edition.Lang == v.lang {
				l := v.link(p.Key, v.words("parallel"))
				out.Parallel = &l
				break
			}
		}
	} else if text.Lang != v.lang {
		out.Foreign = text.Lang
	}
	out.Source = v.articleSource(a)
	sections := shown(v, plan.Main, a.Sections)
	out.Sections = make([]layout.Section, 0, len(sections))
	var tags []int32
	for _, s := range sections {
		texts = append(texts, v.text(&s.Doc))
		tags = append(tags, v.shared.tags[v.shared.reading(s)]...)
		out.Sections = append(out.Sections, v.section(s, true))
	}
	slices.Sort(tags)
	tags = slices.Compact(tags)
	tagged := v.inKinds(tags)
	out.Tags = v.grouped(tagged)
	out.Strip = v.articleStrip(tagged, out.Tags)
	out.Previews = v.previews(tags, texts...)
	return out
}

// corrected are all corrections of an article's sections.
func corrected(a *model.Article) []model.Correction {
	var list []model.Correction
	for _, s := range a.Sections {
		list = append(list, s.Corrections...)
	}
	return list
}

// section presents a section, on its own page or inside its article's.
func (v *view) section(s *model.Section, inside bool) layout.Section {
	a, text := s.Article, v.text(&s.Doc)
	out := layout.Section{
		ID: s.Key.ID(), Href: v.hrefTo(s.Key), Article: v.docLink(&a.Doc),
		Number: 1 + v.shared.reading(s) - v.shared.reading(a.Sections[0]), Count: len(a.Sections),
		Authors: v.authors(s.Authors), Date: v.card(&s.Doc).date, LastCorrected: v.lastCorrected(s.Corrections), Summary: summary(text),
	}
	for _, c := range s.Corrections {
		out.Corrections = append(out.Corrections, v.correction(c))
	}
	for _, src := range s.Sources {
		out.Sources = append(out.Sources, v.source(src, nil))
	}
	if inside {
		out.Title, out.Heading = text.Title, v.card(&s.Doc).html
		if v.plan.TooLong(s) {
			out.Body = summaryAlone(text, v.lang)
		} else {
			out.Body = v.prose(text, bodyPlace{prefix: s.Key.ID() + ".", deeper: 1})
		}
		return out
	}
	out.Body, out.TOC = v.prose(text, bodyPlace{}), contents(text, bodyPlace{})
	out.Tags = v.byKind(v.shared.tags[v.shared.reading(s)])
	out.Source = v.articleSource(a)
	if n := out.Number; n > 1 {
		out.Prev = v.neighbour(&a.Sections[n-2].Doc)
	}
	if n := out.Number; n < len(a.Sections) {
		out.Next = v.neighbour(&a.Sections[n].Doc)
	}
	return out
}

func (v *view) neighbour(d *model.Doc) *layout.Link {
	l := v.docLink(d)
	return &l
}

func (v *view) articleSource(a *model.Article) *layout.Source {
	if a.Source == nil {
		return nil
	}
	s := v.source(*a.Source, v.authors(a.Authors))
	return &s
}

func (v *view) source(s model.Source, authors []layout.Link) layout.Source {
	if s.Author != "" {
		authors = []layout.Link{{Text: s.Author}}
	}
	return layout.Source{Authors: authors, Title: s.Title.In(v.lang, v.fallback()), Publisher: s.Publisher.In(v.lang, v.fallback()), Date: v.date(s.Date, nil), URL: s.URL}
}

func (v *view) correction(c model.Correction) layout.Correction {
	return layout.Correction{Date: v.date(c.Date, nil), Text: c.Text.In(v.lang, v.fallback())}
}

func (v *view) lastCorrected(list []model.Correction) *layout.Date {
	var last edtf.Date
	for _, c := range list {
		if last.IsZero() || edtf.Compare(last, c.Date) < 0 {
			last = c.Date
		}
	}
	return v.date(last, nil)
}

func (v *view) index() layout.Index {
	k := v.page.Lists
	name := v.kindName(k.ID)
	out := layout.Index{Page: v.chrome(name, "")}
	out.Parts = v.parts(plan.Main, name)
	if k.ID == model.Events {
		out.Groups = v.byYear(v.datedEvents())
		return out
	}
	of := shown(v, plan.Main, v.indexed(k))
	items := make([]*layout.Item, 0, len(of))
	for _, e := range of {
		i := v.eventItem(e)
		if b := v.plan.Site.Backlinks[e.Key]; b != nil {
			i.Note = v.count(len(b.Sections))
		}
		items = append(items, &i)
	}
	out.Groups = v.byLetter(items)
	return out
}

// contents lists what the menus have no room for: all kinds and all free pages.
func (v *view) contents() layout.Index {
	title := v.words("contents.all")
	out := layout.Index{Page: v.chrome(title, "")}
	out.Parts = v.parts(plan.Main, title)
	if v.page.Of == nil {
		kinds := layout.Group{Heading: layout.Link{Text: v.words("contents.kinds")}, ID: "kinds_"}
		for _, l := range v.kindLinks() {
			kinds.Items = append(kinds.Items, &layout.Item{Link: l})
		}
		out.Groups = append(out.Groups, kinds)
	}
	pages := layout.Group{Heading: layout.Link{Text: v.words("contents.pages")}, ID: "pages_"}
	for _, d := range shown(v, plan.Main, v.plan.Site.Corpus.Pages) {
		pages.Items = append(pages.Items, &layout.Item{Link: v.docLink(d), Summary: summary(v.text(d))})
	}
	if len(pages.Items) > 0 {
		out.Groups = append(out.Groups, pages)
	}
	return out
}

// datedEvents are all events by date, as far as the page shows them.
func (v *view) datedEvents() []*model.Entity {
	if s, _ := v.divided(plan.Main); s != nil {
		return shown(v, plan.Main, s.Entities)
	}
	return v.shared.events
}

func (v *view) timeline() layout.Timeline {
	out := layout.Timeline{Page: v.chrome(v.words("timeline"), v.words("timeline.about")), Years: v.byYear(v.datedEvents())}
	out.Parts = v.parts(plan.Main, v.words("timeline"))
	if v.page.Of == nil {
		out.Wide, out.Tall = v.wide(v.shared.events), v.tall(v.shared.events)
	}
	return out
}

func (v *view) free() layout.Free {
	text := v.text(v.page.Doc)
	out := layout.Free{Page: v.chrome(text.Title, text.Summary), Body: v.prose(text, bodyPlace{}), TOC: contents(text, bodyPlace{})}
	out.Previews = v.previews(nil, text)
	return out
}

// corrections lists every correction, newest first.
func (v *view) corrections() layout.Corrections {
	var all []plan.Correction
	if s, _ := v.divided(plan.Main); s != nil {
		all = shown(v, plan.Main, s.Corrections)
	} else {
		for _, a := range v.plan.Site.Articles {
			for _, s := range a.Sections {
				for _, c := range s.Corrections {
					all = append(all, plan.Correction{Correction: c, Section: s})
				}
			}
		}
		slices.SortStableFunc(all, func(a, b plan.Correction) int { return model.NewestFirst(a.Date, b.Date) })
	}
	out := layout.Corrections{Page: v.chrome(v.words("corrections"), v.words("corrections.about"))}
	out.Parts = v.parts(plan.Main, v.words("corrections"))
	for _, c := range all {
		x := v.correction(c.Correction)
		x.In, x.Of = v.neighbour(&c.Section.Doc), v.neighbour(&c.Section.Article.Doc)
		out.Items = append(out.Items, x)
	}
	return out
}
