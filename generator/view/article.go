package view

import (
	"slices"

	"dossier/generator/draw/chart"
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/mapkey"
	"dossier/generator/model"
	"dossier/generator/voice"
)

func article(p *page) layout.Article {
	a, text := p.Article, p.Text(&p.Article.Doc)
	out := layout.Article{Page: p.frame(summaryOf(p, text))}
	list := p.lists.Chapters(a)
	out.Parts = p.pager(list.Name, text.Title)
	if p.Of == nil {
		out.Byline = byline(p, a, nil)
		out.Summary, out.Body = voice.Summary(text), p.prose(text, bodyPlace{})
		out.LastCorrected, out.Book = p.Date(a.Last(edtf.Date{}), nil), p.href(p.Edition.Book(a.Key))
		for _, other := range p.site.plan.Parallels(a) {
			if other.Edition.Lang == p.Lang {
				l := p.link(other.Key, p.Say("parallel"))
				out.Parallel = &l
				break
			}
		}
	} else {
		out.Foreign = p.Foreign(text)
	}
	out.Source = articleSource(p, a)
	sections := onThisPage(p, list)
	out.Sections = make([]layout.Section, 0, len(sections))
	var tags []int32
	for _, s := range sections {
		tags = append(tags, p.lists.Tags[p.lists.Reading(s)]...)
		out.Sections = append(out.Sections, chapter(p, s))
	}
	mapkey.Once(layout.RedatedSections(out.Sections))
	slices.Sort(tags)
	tags = slices.Compact(tags)
	tagged := p.lists.InKinds(tags)
	out.Tags = p.byKind(tagged)
	events := listed(p, tagged, out.Tags)
	if out.Strip = strip(p, events); out.Strip != nil {
		out.Low = chart.Low(chartEvents(p, events), p.charts())
	}
	return out
}

// chapter is a section inside its article's page.
func chapter(p *page, s *model.Section) layout.Section {
	text, out := p.Text(&s.Doc), sectionAnywhere(p, s)
	out.Title, out.Heading = text.Title, p.card(&s.Doc).html
	if s.Date == s.Article.Published {
		out.Date = nil // the head of the page has it
	}
	if p.lists.TooLong(s) {
		out.Body = voice.SummaryAlone(text)
		if text.Lang == p.Lang {
			out.Body.Lang = ""
		}
	} else {
		out.Body, out.Where = p.prose(text, bodyPlace{prefix: s.Key.ID() + ".", deeper: 1}), spots(p, s)
	}
	return out
}

// sectionPage is a section on its own page.
func sectionPage(p *page) layout.Section {
	s, text := p.Page.Section, p.Text(p.Doc)
	out, tags := sectionAnywhere(p, s), p.lists.Tags[p.lists.Reading(s)]
	out.Page = p.frame(summaryOf(p, text))
	out.Body, out.TOC = p.prose(text, bodyPlace{}), toc(text, bodyPlace{})
	tagged := p.lists.InKinds(tags)
	out.Tags = p.byKind(tagged)
	out.Small, out.Where = small(p, listed(p, tagged, out.Tags)), spots(p, s)
	mapkey.Beside(out.Small, out.Where)
	out.Byline, out.Source = byline(p, s.Article, s), articleSource(p, s.Article)
	all := s.Article.Sections
	from, to := lists.Around(out.Number-1, len(all))
	for i, x := range all[from:to] {
		out.Siblings = append(out.Siblings, layout.Sibling{Link: p.docLink(&x.Doc), Number: from + i + 1, Part: partOf(p, x), Opens: x.Opens})
	}
	if n := out.Number; n > 1 {
		out.Prev = p.linkTo(&all[n-2].Doc)
	}
	if n := out.Number; n < len(all) {
		out.Next = p.linkTo(&all[n].Doc)
	}
	return out
}

// sectionAnywhere is what a section has wherever it stands.
func sectionAnywhere(p *page, s *model.Section) layout.Section {
	a := s.Article
	out := layout.Section{
		ID: s.Key.ID(), Href: p.hrefTo(s.Key), Article: p.docLink(&a.Doc),
		Number: 1 + p.lists.Reading(s) - p.lists.Reading(a.Sections[0]), Count: len(a.Sections),
		Byline: layout.Byline{Authors: p.authors(s.Authors)}, Date: p.card(&s.Doc).date, LastCorrected: p.Date(model.Last(edtf.Date{}, s.Corrections), nil), Summary: voice.Summary(p.Text(&s.Doc)),
	}
	out.Part, out.Opens = partOf(p, s), s.Opens
	var boxes []int
	if p.Section != nil || !p.lists.TooLong(s) {
		boxes = p.Text(&s.Doc).Body.Alerting("correction")
	}
	for _, c := range model.Untold(s.Corrections, len(boxes)) {
		out.Corrections = append(out.Corrections, p.Correction(c, a.Source != nil))
	}
	out.CorrectedAt = correctedAt(boxes, out.Corrections == nil && len(boxes) > 0)
	references := voice.NewReferences(p.Voice)
	references.Marks(s.Sources)
	references.Marked(p.site.model().Anchors.Of(p.Text(&s.Doc)))
	out.Sources = references.Sources
	return out
}

// partOf is the title of the part of its article that a section stands in; nil for none.
func partOf(p *page, s *model.Section) *layout.Link {
	if len(s.Part) == 0 {
		return nil
	}
	part := p.SayIn(s.Part).Link()
	return &part
}

// correctedAt is where a section's page says what was mended: where its text tells it, in a
// box there, else below the text.
func correctedAt(boxes []int, told bool) string {
	if told {
		return bodyPlace{}.blockID(boxes[0])
	}
	return "page_corrections"
}

// authors links to the authors of something, as words that make a sentence of
// them.
func (p *page) authors(of []model.Tag) []layout.Link {
	var links []layout.Link
	for _, t := range of {
		links = append(links, p.docLink(&p.lists.Entity(t.Key).Doc))
	}
	last := p.Say("list.last")
	if last.Lang != "" { // an "and" alone is not worth a span
		last.Text = p.Words("list.comma")
	}
	for i := range links {
		switch {
		case i == 0:
		case i == len(links)-1:
			links[i].Before = last.Text
		default:
			links[i].Before = p.Words("list.comma")
		}
	}
	return links
}

func articleSource(p *page, a *model.Article) *layout.Source {
	if a.Source == nil {
		return nil
	}
	s := p.Source(*a.Source, p.authors(a.Authors))
	return &s
}
