// Package share says what other programs are told of a page: its description, the
// card that goes with a link to it, and what it is about in the words of schema.org.
// What needs absolute addresses is there only when the site's own is known.
package share

import (
	"sync"

	"dossier/generator/draw/card"
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/schema"
	"dossier/generator/voice"
)

// Site tells of the pages of a site. Any number of goroutines may ask.
type Site struct {
	plan  *plan.Plan
	fonts *card.Fonts
	cards sync.Map // *layout.Card by path, nil where there is none
}

// New tells of the pages of a plan.
func New(p *plan.Plan, fonts *card.Fonts) *Site { return &Site{plan: p, fonts: fonts} }

// page is a page as its edition words it.
type page struct {
	*plan.Page
	*Site
	*voice.Voice
	lists *lists.Edition
	frame *layout.Page
}

// Tell adds to the frame of a page, which has its title, crumbs and address
// already, what it says to other programs.
func (s *Site) Tell(f *layout.Page, of *plan.Page, v *voice.Voice, ed *lists.Edition) {
	p := page{of, s, v, ed, f}
	f.About = p.about()
	if f.Canonical == "" {
		return
	}
	f.Locale = voice.Locale(v.Lang)
	for _, a := range f.Alternates {
		if l := voice.Locale(a.Lang); a.Lang != "x-default" && l != "" && a.Lang != v.Lang {
			f.Locales = append(f.Locales, l)
		}
	}
	f.Card = p.card()
	if of.Of == nil {
		f.PublishedOn, f.ModifiedOn = day(p.published()), day(p.corrected())
	}
	f.Data = layout.Data(schema.JSON(p.things()...))
}

// published is when a page's text appeared; zero when that is not known.
func (p page) published() edtf.Date {
	if p.Article == nil || p.Kind == plan.Parallel {
		return edtf.Date{}
	}
	return p.Article.Published
}

// corrected is when a page's text was last corrected.
func (p page) corrected() edtf.Date {
	return model.Last(edtf.Date{}, p.corrections())
}

// corrections are those of a section, or of all sections of an article.
func (p page) corrections() []model.Correction {
	switch p.Kind {
	case plan.Section:
		return p.Section.Corrections
	case plan.Article:
		var all []model.Correction
		for _, s := range p.Article.Sections {
			all = append(all, s.Corrections...)
		}
		return all
	}
	return nil
}

// date is a date as ISO 8601 has it, with a year, a month or a day; "" for what
// that cannot say as exactly as it is known.
func date(d edtf.Date) string {
	const month, day = len("2019-12"), len("2019-12-10")
	text, ok := d.Datetime()
	if n := len(text); !ok || n != 4 && n != month && n != day || n == month && text[4] != '-' {
		return ""
	}
	return text
}

// day is date for days alone.
func day(d edtf.Date) string {
	if text := date(d); len(text) == len("2019-12-10") {
		return text
	}
	return ""
}

// span is when something began and ended, as far as date can say it.
func span(d edtf.Date) (start, end string) {
	if d.IsInterval() {
		return date(d.Start()), date(d.End())
	}
	return date(d), ""
}
