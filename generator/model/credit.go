package model

import (
	"net/url"
	"strings"

	"dossier/generator/edtf"
)

// Party is somebody who made or answers for something: an actor of the dossier,
// or else words. It is empty when nobody is named.
type Party struct {
	Actor *Tag
	Words Words
}

// IsZero reports that nobody is named.
func (p *Party) IsZero() bool { return p.Actor == nil && len(p.Words) == 0 }

// Retold says who retold something that was published elsewhere, and when. Either
// may be empty.
type Retold struct {
	By   Party
	Date edtf.Date
}

// ReportOn is where readers report a mistake on a page with a title, and where that
// can be given beforehand the title is the subject; "" when there is no such place.
func (s *Settings) ReportOn(title string) string {
	subject := strings.ReplaceAll(url.QueryEscape(title), "+", "%20")
	switch {
	case strings.HasPrefix(s.Report, "mailto:"):
		return s.Report + "?subject=" + subject
	case s.Report != "" || s.Repository == "":
		return s.Report
	}
	return s.Repository + "/issues/new?title=" + subject
}

// Parties are all that the corpus names as publisher, editor or reteller.
func (c *Corpus) Parties() []*Party {
	all := []*Party{&c.Settings.Publisher, &c.Settings.Editor}
	add := func(d *Doc) {
		if d.Retold != nil {
			all = append(all, &d.Retold.By)
		}
	}
	for _, a := range c.Articles {
		add(&a.Doc)
		for _, s := range a.Sections {
			add(&s.Doc)
		}
	}
	for _, d := range c.Pages {
		add(d)
	}
	return all
}

// Correction is a visible change of a published text.
type Correction struct {
	Date    edtf.Date
	Text    Words
	Sources []Source
}

// Last is the later one of a date and those of some corrections; zero when there
// is none.
func Last(date edtf.Date, corrections []Correction) edtf.Date {
	for _, c := range corrections {
		if date.IsZero() || edtf.Compare(date, c.Date) < 0 {
			date = c.Date
		}
	}
	return date
}
