package view

import (
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// byline says who made an article, or a section of it. Where the article is retold
// from a publication, its authors are those of the original; who retold it is the
// text's own reteller, else the dossier's editor, else the dossier's editors, whoever
// they are.
func byline(p *page, a *model.Article, s *model.Section) layout.Byline {
	authors, retold := a.Authors, a.Retold
	if s != nil {
		authors = s.Authors
		if s.Retold != nil {
			retold = s.Retold
		}
		if a.Source != nil && len(authors) == 0 {
			authors = a.Authors
		}
	}
	b := retelling(p, retold)
	if s == nil {
		b.Published = p.Date(a.Published, nil)
	}
	if a.Source == nil {
		b.Authors = p.authors(authors)
		return b
	}
	from := p.Source(*a.Source, p.authors(authors))
	if from.Publisher != "" {
		from.Title = "" // the page gives it below
	}
	b.Origin, b.OriginWords = &from, voice.MarkedWords(p.Voice, p.Lang, "retold.from")
	if edtf.Compare(a.Published, a.Source.Date) == 0 {
		b.Published = nil // the same date twice
	}
	if retold == nil {
		b.Reteller, b.RetellerWords = reteller(p, model.Party{}), voice.MarkedWords(p.Voice, p.Lang, "retold.by")
	}
	return b
}

// retelling says who retold a text, when that is to be said of it.
func retelling(p *page, r *model.Retold) layout.Byline {
	b := layout.Byline{Comma: p.Words("comma")}
	if r != nil {
		b.Reteller, b.RetellerWords, b.Retold = reteller(p, r.By), voice.MarkedWords(p.Voice, p.Lang, "retold.by"), p.Date(r.Date, nil)
	}
	return b
}

// reteller names who retold a text.
func reteller(p *page, by model.Party) *layout.Link {
	settings := &p.site.model().Settings
	if l := party(p, by); l != nil {
		return l
	}
	if l := party(p, settings.Editor); l != nil {
		return l
	}
	l := p.Say("retold.editors").Link()
	l.Href = settings.Repository
	return &l
}

// party names somebody; nil when nobody is named.
func party(p *page, of model.Party) *layout.Link {
	if of.Actor != nil {
		return p.linkTo(&p.lists.Entity(of.Actor.Key).Doc)
	}
	if of.IsZero() {
		return nil
	}
	l := p.SayIn(of.Words).Link()
	return &l
}
