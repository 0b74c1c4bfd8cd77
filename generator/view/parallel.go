package view

import (
	"html/template"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// pairName names the two languages of a parallel page.
func (e *edition) pairName(lang, beside string) string {
	return e.Apart(voice.LanguageName(lang)) + " – " + e.Apart(voice.LanguageName(beside))
}

// parallel shows the page's article in its edition and another one.
func parallel(p *page) layout.Parallel {
	a, beside := p.Article, p.site.editions[p.Beside]
	out := layout.Parallel{
		Page: p.frame(voice.Said{}), Article: p.docLink(&a.Doc),
		Columns: [2]layout.Link{{Text: p.name, Lang: p.Lang}, {Text: beside.name, Lang: beside.Lang}},
	}
	list := p.lists.Pairs(a, [2]string{p.Lang, beside.Lang})
	out.Parts = p.pager(list.Name, out.Article.Text)
	for _, other := range p.site.plan.Parallels(a) {
		if other.Edition.Lang != p.Lang {
			continue // the same two the other way round: the menu of editions leads there
		}
		out.Pairs = append(out.Pairs, layout.Link{
			Text: p.pairName(other.Edition.Lang, other.Beside), Href: p.href(other.Path), Current: other == p.base(),
		})
	}
	if p.Of == nil {
		lead := pair(p, beside, &a.Doc, 0)
		out.Lead = &lead
	}
	for _, s := range onThisPage(p, list) {
		out.Sections = append(out.Sections, pair(p, beside, &s.Doc, 1+p.lists.Reading(s)-p.lists.Reading(a.Sections[0])))
	}
	return out
}

// pair sets the blocks of a text beside those of the same text in another
// edition.
func pair(p *page, beside *edition, d *model.Doc, number int) layout.ParallelSection {
	left, right := p.Text(d), beside.Text(d)
	missing, none := [2]bool{left.Lang != p.Lang, right.Lang != beside.Lang}, voice.MarkedWords(p.Voice, p.Lang, "parallel.missing")
	out := layout.ParallelSection{ID: d.Key.ID(), Number: number, Titles: [2]layout.Link{
		{Text: left.Title, HTML: voice.Marked(left.TitleHTML()), Href: p.hrefTo(d.Key), Lang: left.Lang},
		{Text: right.Title, HTML: voice.Marked(right.TitleHTML()), Href: p.hrefIn(beside, d.Key), Lang: right.Lang},
	}}
	if p.lists.TooLongBeside(d, [2]string{p.Lang, beside.Lang}) {
		out.Rows = [][2]layout.Prose{{voice.SummaryAlone(left), voice.SummaryAlone(right)}}
		return layout.Untranslated(out, missing, none)
	}
	at := bodyPlace{prefix: d.Key.ID() + ".", deeper: 1}
	l := left.Body.FillBlocks(filler{p, p.edition}.fill(nil, left, at))
	at.bare = true
	r := right.Body.FillBlocks(filler{p, beside}.fill(nil, right, at))
	for i := range max(len(l), len(r)) {
		var row [2]layout.Prose
		if i < len(l) {
			row[0] = layout.Prose{HTML: template.HTML(l[i]), Lang: left.Lang}
		}
		if i < len(r) {
			row[1] = layout.Prose{HTML: template.HTML(r[i]), Lang: right.Lang}
		}
		out.Rows = append(out.Rows, row)
	}
	return layout.Untranslated(out, missing, none)
}
