package plan

import (
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// Calendar is the path of the edition's calendar.
func (e Edition) Calendar() string { return e.Dir + "events.ics" }

// FeedOf is the path of the feed of an article or of an entity in the edition.
func (e Edition) FeedOf(key model.Key) string {
	if key.Kind() == model.Articles {
		return e.Dir + string(key) + "/feed.xml"
	}
	return e.Dir + string(key) + ".xml"
}

// Book is the path of an article as a book in the edition.
func (e Edition) Book(article model.Key) string {
	return e.Dir + string(article) + "/" + article.ID() + ".epub"
}

// DataFolder is the folder of what the dossier says as data, once for all editions.
const DataFolder = "data/"

// HasFeed reports whether an article or entity has a feed: an entity has one when
// sections are tagged with it, or it wrote them.
func (p *Plan) HasFeed(key model.Key) bool {
	if p.Site.Settings.BaseURL == "" {
		return false
	}
	if key.Kind() == model.Articles {
		return strings.Count(string(key), "/") == 1
	}
	b := p.Site.Backlinks.Of(key)
	return b != nil && len(b.Sections) > 0
}

// HasCalendar reports whether a calendar can hold any event of the dossier.
func (p *Plan) HasCalendar() bool {
	return slices.ContainsFunc(p.Lists.ByDate, func(e *model.Entity) bool { return InCalendar(e.Date) })
}

// InCalendar reports whether a calendar can hold what happened then: on days of the
// years 1 to 9999, of which the first and the last are known and lie within a year.
// What may have been on any day of a longer time would stand on each page of it.
func InCalendar(d edtf.Date) bool {
	first, last := d.Bounds()
	return !d.IsZero() && HasDay(first) && HasDay(last) && last.Ordinal()-first.Ordinal() < 366
}

// HasDay reports whether other programs know a day: a date of theirs has a year of four
// digits and no other era.
func HasDay(d edtf.Day) bool { return d.Year >= 1 && d.Year <= 9999 }
