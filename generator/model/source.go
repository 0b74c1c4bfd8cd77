package model

import (
	"maps"
	"slices"

	"dossier/generator/diag"
	"dossier/generator/edtf"
)

// Source credits a publication. Any field may be empty.
type Source struct {
	ID               string // by which texts of the same doc refer to it
	Type             string // one of SourceTypes; "" where the publisher tells
	Title, Publisher Words
	About            Words // what it reports, in the editor's words; for a source whose title is not known
	Author           string
	Date             edtf.Date
	URL              string
	Pos              diag.Pos   // of URL
	Archived         []Archived // copies
	Dead             bool       // what was at URL is gone
	Accessed         edtf.Date  // when an editor last saw it
}

// SourceTypes are what a source may be said to be: an official text, or what somebody
// published of their own, such as a report.
var SourceTypes = []string{TypeDocument, TypePublication}

// The types of sources.
const (
	TypeDocument    = "document"
	TypePublication = "publication"
)

// Archived is a copy of a source that an archive keeps.
type Archived struct {
	URL  string
	Pos  diag.Pos  // of URL
	Date edtf.Date // of the copy; zero when it is not known
}

// Identity is equal for the sources that are one: those with one address, and else those
// with one title, or one that editors say the same of, publisher and date.
func (s *Source) Identity() string {
	if s.URL != "" {
		return s.URL
	}
	said := func(words Words) (out string) {
		for _, lang := range slices.Sorted(maps.Keys(words)) {
			out += words[lang] + "\x00"
		}
		return out
	}
	title := said(s.Title)
	if title == "" {
		title = "\x01" + said(s.About)
	}
	return title + "\x01" + said(s.Publisher) + "\x01" + s.Date.String()
}

// SourceNumbers are those under which a doc's page lists the sources that have an id, by
// that: sources that are one have one number.
func (d *Doc) SourceNumbers() map[string]int {
	numbers, byID := map[string]int{}, map[string]int{}
	for i := range d.Sources {
		s := &d.Sources[i]
		is := s.Identity()
		if numbers[is] == 0 {
			numbers[is] = len(numbers) + 1
		}
		if s.ID != "" && byID[s.ID] == 0 {
			byID[s.ID] = numbers[is]
		}
	}
	return byID
}

// Reachable reports a source that a reader can look at: at its address or in an
// archive.
func (s *Source) Reachable() bool { return s.URL != "" && !s.Dead || len(s.Archived) > 0 }

// Last is the later one of a date and those of the corrections of all sections.
func (a *Article) Last(date edtf.Date) edtf.Date {
	for _, s := range a.Sections {
		date = Last(date, s.Corrections)
	}
	return date
}
