package view

import (
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// homeEvents is how many past and how many coming events the front page shows.
const homeEvents = 4

func home(p *page) layout.Home {
	s, text := p.site.model(), p.Text(p.Doc)
	h := layout.Home{Page: p.frame(summaryOf(p, text)), Body: p.prose(text, bodyPlace{})}
	h.AsOf = p.Date(s.Date(), nil)
	h.Articles, h.Parts = articleCards(p), p.pager(lists.Main, p.Words("home.articles"))
	h.Recent, h.Upcoming = around(p, s.Date())
	h.Countries = p.items(p.lists.InKinds(p.lists.NumbersOf(p.lists.OfKind(model.Countries))))
	return h
}

// articleCards are the front page's articles, as far as the page shows them.
func articleCards(p *page) []layout.ArticleCard {
	brief := p.base().Brief
	var cards []layout.ArticleCard
	for _, a := range onThisPage(p, p.lists.Articles(brief)) {
		card := layout.ArticleCard{Item: layout.Item{Link: p.docLink(&a.Doc), Date: p.Date(a.Published, nil), Summary: voice.Summary(p.Text(&a.Doc))}, Authors: p.authors(a.Authors)}
		if brief {
			count := p.Sections(len(a.Sections))
			card.Note, card.NoteIn = count.Text, count.Lang
		} else {
			for _, sec := range a.Sections {
				card.Sections = append(card.Sections, p.sectionItem(sec))
			}
		}
		cards = append(cards, card)
	}
	return cards
}

// around are the last events that had begun by a date, newest first, and the
// first that begin after it. What has no year is neither.
func around(p *page, asOf edtf.Date) (recent, upcoming []layout.Item) {
	_, today := asOf.Bounds()
	var past, future []*model.Entity
	for _, e := range p.lists.ByDate {
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
	recent, upcoming = eventItems(p, past), eventItems(p, future)
	for _, list := range [][]layout.Item{recent, upcoming} {
		for i := range list {
			list[i].Summary = ""
		}
	}
	return recent, upcoming
}
