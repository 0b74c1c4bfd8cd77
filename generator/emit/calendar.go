package emit

import (
	"dossier/generator/calendar"
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/voice"
)

// Calendars emits the events of each edition that a calendar can hold; none when no
// event is one of these.
func Calendars(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	if !p.HasCalendar() {
		return nil, nil
	}
	var out []publish.Output
	for _, e := range p.Editions {
		out = append(out, publish.Beginning(publish.Long(e.Calendar(), func(buf []byte, spill func([]byte) []byte) []byte {
			a := almanac{p, e, voice.New(p.Site, set, e.Lang)}
			return calendar.Append(buf, a.calendar(), spill)
		}), calendar.Begins))
	}
	return out, nil
}

// almanac makes the calendar of an edition.
type almanac struct {
	*plan.Plan
	plan.Edition
	*voice.Voice
}

func (a almanac) calendar() *calendar.Calendar {
	home := a.Text(a.Site.Home)
	return &calendar.Calendar{
		Name: home.Title, About: home.Summary, Lang: a.Voice.Lang, URL: a.URL(a.Edition.Dir + "index.html"), Stamp: stampOf(a.Site), Events: a.events,
	}
}

// events are those that a calendar can hold, each made when it is its turn: of a long
// calendar they are not all in memory.
func (a almanac) events(yield func(calendar.Event) bool) {
	origin := a.Site.Origin()
	for _, e := range a.Lists.ByDate {
		if plan.InCalendar(e.Date) {
			event := a.event(e)
			event.UID = string(e.Key) + "@" + origin
			if !yield(event) {
				return
			}
		}
	}
}

// event is an entry for an event: on the day that is written, else on all days on which
// it may have been, and then it says so.
func (a almanac) event(e *model.Entity) calendar.Event {
	text := a.Text(&e.Doc)
	first, last := e.Date.Bounds()
	out := calendar.Event{
		First: first, Last: last, Vague: !wholeDays(e.Date), EDTF: e.Date.String(),
		Summary: calendar.Text{Words: a.Name(e), Lang: a.NameLang(e)}, About: calendar.Text{Words: text.Summary, Lang: a.Foreign(text)},
		URL: a.URL(a.Path(a.Voice.Lang, e.Key)),
	}
	if date := a.Date(e.Date, e.DateText); out.Vague || len(e.DateText) > 0 {
		out.Summary.Words = a.Apart(out.Summary.Words) + a.Words("bracket.open") + voice.InText(date) + a.Words("bracket.close")
	}
	if e.Type != "" {
		out.Category = textOf(a.OneOf(e))
	}
	out.Location = textOf(a.SayIn(e.PlaceText))
	if e.Place != nil {
		place := a.Lists.Entity(e.Place.Key)
		out.Location = calendar.Text{Words: a.Name(place), Lang: a.NameLang(place)}
		if at := place.Position; at != nil && !at.Approximate {
			out.Geo = &calendar.Geo{Lat: at.Lat, Lon: at.Lon}
		}
	}
	return out
}

func textOf(s voice.Said) calendar.Text { return calendar.Text{Words: s.Text, Lang: s.Lang} }

// wholeDays reports a date that means every day that it touches: a day, or from one day
// to another.
func wholeDays(d edtf.Date) bool {
	kind, start, end := d.Shape()
	whole := func(p edtf.Point) bool { return p.HasDay() && p.Plain() }
	return whole(start) && (kind == edtf.Single || kind == edtf.Interval && whole(end))
}

// stampOf is when the calendar is said to be made: on the last day of which the dossier
// speaks, or long ago when it speaks of none.
func stampOf(s *model.Site) edtf.Day {
	_, last := s.Settings.Published.Bounds()
	if !plan.HasDay(last) {
		return edtf.Day{Year: 1970, Month: 1, Day: 1}
	}
	return last
}
