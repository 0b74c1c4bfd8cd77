package share

import (
	"dossier/generator/draw/card"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// Drawing is a card to be drawn.
type Drawing struct {
	Path string
	Card card.Card
}

// Drawings are the cards of an edition: of the front page and of the articles, as
// far as the fonts can write what stands on them. Every other page has that of its
// article or of the front page.
func (s *Site) Drawings(e plan.Edition, v *voice.Voice) []Drawing {
	var out []Drawing
	add := func(a *model.Article) {
		if d := (Drawing{e.Card(cardKey(a)), s.wording(a, v)}); s.fonts.Can(d.Card.Texts()...) {
			out = append(out, d)
		}
	}
	add(nil)
	for _, a := range s.plan.Site.Articles {
		add(a)
	}
	return out
}

// wording is what stands on the card of an article; nil is the front page.
func (s *Site) wording(a *model.Article, v *voice.Voice) card.Card {
	home := v.Text(s.plan.Site.Home)
	if a == nil {
		return card.Card{Title: home.Title, Text: voice.BriefText(home)}
	}
	text := v.Text(&a.Doc)
	c := card.Card{Site: home.Title, Title: text.Title, Text: voice.BriefText(text)}
	if d := v.Date(a.Published, nil); d != nil {
		c.Date = d.Text
	}
	return c
}

func cardKey(a *model.Article) model.Key {
	if a == nil {
		return ""
	}
	return a.Key
}

// card is the card of a page, which several share; nil when none can be drawn.
func (p page) card() *layout.Card {
	if c := p.cardOf(p.Article); c != nil || p.Article == nil {
		return c
	}
	return p.cardOf(nil)
}

func (p page) cardOf(a *model.Article) *layout.Card {
	path := p.Edition.Card(cardKey(a))
	known, ok := p.cards.Load(path)
	if !ok {
		var made *layout.Card
		if c := p.wording(a, p.Voice); p.fonts.Can(c.Texts()...) {
			made = &layout.Card{URL: p.plan.URL(path), Alt: c.Title, Width: card.Width, Height: card.Height}
			if c.Site != "" {
				made.Alt = p.Fill("part.title", c.Site, c.Title)
			}
		}
		known, _ = p.cards.LoadOrStore(path, made)
	}
	return known.(*layout.Card)
}
