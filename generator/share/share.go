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
		published, corrected := p.appeared()
		f.PublishedOn, f.ModifiedOn = day(published), day(corrected)
		for _, t := range p.authors() {
			f.AuthorPages = append(f.AuthorPages, p.url(t.Key))
		}
	}
	f.Data = layout.Data(schema.JSON(p.things()...))
}

// appeared is when an article or a section was published, and when it was last
// corrected, as citations have it; both are zero for any other page.
func (p page) appeared() (published, corrected edtf.Date) {
	if p.Kind != plan.Article && p.Kind != plan.Section {
		return published, corrected
	}
	return voice.Cited{Doc: p.Doc, Article: p.Article, Section: p.Section}.Appeared(&p.plan.Site.Settings)
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
