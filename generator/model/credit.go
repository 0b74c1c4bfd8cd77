package model

import (
	"net/url"
	"sort"
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

// Role is what somebody did for a text.
type Role string

// The roles. An editor and a publisher answer for the dossier: for its front page.
const (
	Author    Role = "author"
	Reteller  Role = "reteller"
	Editor    Role = "editor"
	Publisher Role = "publisher"
)

// Credit is what an actor did for a text.
type Credit struct {
	In int32 // the text's number in Site.Numbered
	As Role
}

// CreditsIn are those of one text, by its number.
func (b *Backlinks) CreditsIn(doc int32) []Credit {
	begin := sort.Search(len(b.Credits), func(i int) bool { return b.Credits[i].In >= doc })
	end := begin
	for end < len(b.Credits) && b.Credits[end].In == doc {
		end++
	}
	return b.Credits[begin:end]
}

// Credits gives the actors that made or answer for each text, in the order of Docs.
func (c *Corpus) Credits(give func(by *Tag, in *Doc, as Role)) {
	party := func(of Party, d *Doc, as Role) {
		if of.Actor != nil {
			give(of.Actor, d, as)
		}
	}
	made := func(authors []Tag, d *Doc) {
		for i := range authors {
			give(&authors[i], d, Author)
		}
		if d.Retold != nil {
			party(d.Retold.By, d, Reteller)
		}
	}
	party(c.Settings.Editor, c.Home, Editor)
	party(c.Settings.Publisher, c.Home, Publisher)
	for _, a := range c.Articles {
		made(a.Authors, &a.Doc)
		for _, s := range a.Sections {
			made(s.Authors, &s.Doc)
		}
	}
	for _, d := range c.Pages {
		made(nil, d)
	}
}

// Correction is a visible change of a published text, or says where what it retells
// is wrong.
type Correction struct {
	Date     edtf.Date
	Text     Words
	OfSource bool // the error is that of what is retold, not the dossier's own
	Sources  []Source
}

// Told reports whether one of a text's corrections is told in the text, where that has some boxes
// for what was mended.
func Told(all []Correction, boxes int, c Correction) bool {
	if boxes == 0 || boxes >= len(all) {
		return boxes > 0
	}
	of := 0
	for i := range all {
		if all[i].OfSource {
			of++
		}
	}
	return c.OfSource && boxes >= of // those of the source are then told before its own
}

// Untold are the corrections that a text with so many boxes of corrections does not
// tell itself: a box for each tells all, and fewer tell where the source is wrong, as
// the text retells that, if they are enough for it.
func Untold(all []Correction, boxes int) []Correction {
	if boxes >= len(all) {
		return nil
	}
	var own []Correction
	for _, c := range all {
		if !c.OfSource {
			own = append(own, c)
		}
	}
	if boxes >= len(all)-len(own) {
		return own
	}
	return all
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
