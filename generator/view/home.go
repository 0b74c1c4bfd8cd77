package view

import (
	"dossier/generator/grouped"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// homeEvents is how many of the coming events the front page shows.
const homeEvents = 4

func home(p *page) layout.Home {
	s, text := p.site.model(), p.Text(p.Doc)
	h := layout.Home{Page: p.frame(summaryOf(p, text))}
	h.Lead, h.Body = leadAndRest(p, text)
	h.AsOf, h.Start = p.Date(s.Date(), nil), start(p)
	if more := toc(text, bodyPlace{}); h.Start != nil && len(more) > 0 {
		h.Start.Much = append(h.Start.Much, layout.Link{HTML: more[0].HTML, Href: more[0].Href, Lang: p.Foreign(text)})
	}
	h.Editor, h.Publisher = party(p, s.Settings.Editor), party(p, s.Settings.Publisher)
	h.Articles, h.Parts = articleCards(p), p.pager(lists.Main, p.Words("home.articles"))
	seen := lists.SeenFrom(p.lists.Lists, s.Date(), homeEvents)
	h.Key, h.Upcoming = layout.Named(eventItems(p, seen.Key)), eventItems(p, seen.Ahead)
	if h.Locator, h.Shown = overview(p); h.Locator == nil && len(p.lists.ByDate) > 0 {
		h.Strip = strip(p, p.lists.ByDate)
	}
	if n := len(p.lists.ByDate); n > 0 {
		h.Timeline = p.link(plan.TimelineKey, p.Say("home.events", n))
	}
	countries := p.lists.InKinds(p.lists.NumbersOf(p.lists.OfKind(model.Countries)))
	h.Countries = grouped.Countries(p.Voice, p.lists.Lists, countries, p.items(countries))
	return h
}

// start leads to the only article's first section, or to the first of several
// articles, and to what was corrected; nil when there is no article.
func start(p *page) *layout.Start {
	all := p.lists.Articles(true).Entries()
	if len(all) == 0 {
		return nil
	}
	first := all[0]
	to := &first.Doc
	var much []layout.Link
	if len(all) > 1 {
		much = append(much, p.Count("articles.count", len(all)).Link())
	} else {
		if n := len(first.Sections); n > 0 {
			to, much = &first.Sections[0].Doc, append(much, p.Sections(n).Link())
		}
		if n := lists.Minutes(p.lists.Lists, first, p.Lang); n > 0 {
			much = append(much, p.Say("home.minutes", n).Link())
		}
	}
	if n := len(p.lists.Corrections().Entries()); n > 0 {
		much = append(much, p.link(plan.CorrectionsKey, p.Say("part.title", p.Words("corrections"), n)))
	}
	return &layout.Start{Link: p.docLink(to), Much: much}
}

// articleCards are the front page's articles, as far as the page shows them.
func articleCards(p *page) []layout.ArticleCard {
	brief := p.base().Brief
	var cards []layout.ArticleCard
	for _, a := range onThisPage(p, p.lists.Articles(brief)) {
		card := layout.ArticleCard{Item: layout.Item{Link: p.docLink(&a.Doc), Summary: voice.Summary(p.Text(&a.Doc))}, Byline: byline(p, a, nil)}
		card.Date = card.Published
		if a.Retold == nil {
			card.Reteller = nil // the article says it
		}
		if brief {
			count := p.Sections(len(a.Sections))
			card.Note, card.NoteIn = count.Text, count.Lang
		} else {
			card.Sections = inParts(p, a, rows(p, a))
		}
		cards = append(cards, card)
	}
	return cards
}

// inParts divides an article's sections by its parts.
func inParts(p *page, a *model.Article, rows []layout.Item) []layout.Subgroup {
	return layout.InParts(rows, func(i int) (*layout.Link, bool) { return partOf(p, a.Sections[i]), a.Sections[i].Opens })
}

// rows are an article's sections, each with a date only where it is not that of the
// section before.
func rows(p *page, a *model.Article) []layout.Item {
	items := make([]layout.Item, len(a.Sections))
	for i, s := range a.Sections {
		items[i] = p.sectionItem(s)
		items[i].Summary = p.summaryIn(p.Text(&s.Doc))
	}
	return layout.Redated(items)
}
