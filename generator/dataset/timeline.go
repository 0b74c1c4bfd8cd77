package dataset

import (
	"html"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/voice"
)

// humanYears are those that TimelineJS shows on its scale of days: what a date of
// JavaScript holds. Beyond them its scale is of years alone.
const humanYears = 270_000

// appendTimeline writes the events for TimelineJS 3, in the voice's language. Each has
// its date in words, which is what readers see; the numbers only say where it is drawn,
// and are as few as the date has.
func (d *dossier) appendTimeline(buf []byte, mark string, spill func([]byte) []byte) []byte {
	o := &object{buf, spill}
	o.open("", '{')
	scale := "human"
	for _, e := range d.Lists.ByDate {
		if year, ok := e.Date.Year(); ok && (year > humanYears || year < -humanYears) {
			scale = "cosmological"
		}
	}
	o.text("scale", scale)
	home := d.Text(d.site.Home)
	o.open("title", '{')
	headline(o, home.Title, home.Summary)
	o.close('}')
	o.open("events", '[')
	for _, e := range d.Lists.ByDate {
		from, to, ok := drawn(e.Date)
		if !ok {
			continue
		}
		o.line()
		o.open("", '{')
		o.text("unique_id", strings.ReplaceAll(string(e.Key), "/", "-"))
		words := voice.InText(d.Date(e.Date, e.DateText))
		moment(o, "start_date", from)
		if to != (edtf.Day{}) {
			moment(o, "end_date", to)
		}
		o.text("display_date", words)
		o.text("group", d.OneOf(e).Text)
		headline(o, d.Name(e), d.Text(&e.Doc).Summary)
		o.close('}')
	}
	o.last(']')
	return o.end(mark)
}

// headline adds what a slide says. TimelineJS takes it as HTML.
func headline(o *object, title, about string) {
	o.open("text", '{')
	o.text("headline", html.EscapeString(title))
	o.text("text", html.EscapeString(about))
	o.close('}')
}

// moment adds a date. The year before 1 is -1 there, as it counts years of eras.
func moment(o *object, name string, at edtf.Day) {
	o.open(name, '{')
	year := at.Year
	if year < 1 {
		year--
	}
	o.number("year", year)
	if at.Month > 0 {
		o.number("month", at.Month)
	}
	if at.Day > 0 {
		o.number("day", at.Day)
	}
	o.close('}')
}

// drawn says from where to where a date is drawn, with a day or month of 0 where it has
// none; the end is zero when it is drawn at one place. What has no known end is drawn
// where it begins, or else where it ends.
func drawn(d edtf.Date) (from, to edtf.Day, ok bool) {
	first, last := d.Bounds()
	if _, known := d.Year(); !known || first == edtf.MinDay && last == edtf.MaxDay {
		return from, to, false
	}
	kind, start, end := d.Shape()
	switch {
	case kind == edtf.Single && said(start) || first != edtf.MinDay && last == edtf.MaxDay:
		return placed(start, first), to, true
	case first == edtf.MinDay:
		return placed(end, last), to, true
	}
	return placed(start, first), placed(end, last), true
}

// said reports a date of known numbers: a year, a month or a day.
func said(p edtf.Point) bool { return p.Known && !p.Masked() && !p.IsSeason() }

// placed is a date as far as it is known; of one that leaves numbers open, the day at
// the end of what it may mean, less a day that is only that of a month's.
func placed(p edtf.Point, bound edtf.Day) edtf.Day {
	if !said(p) {
		bound.Day = 0
		return bound
	}
	out := edtf.Day{Year: p.Year}
	if p.HasMonth() {
		out.Month = p.Month
	}
	if p.HasDay() {
		out.Day = p.Day
	}
	return out
}
