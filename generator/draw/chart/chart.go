// Package chart draws events along time, at exactly the bounds of their dates.
//
// A chart stands beside a list that says the same, so it may leave events out:
// those of whose year nothing is known, and of more than it can hold those that
// weigh least. Its notes then say so.
//
// A dossier speaks as of a date. What a chart shows after it is hollow, and what
// has no end goes on to it and no further: nothing is claimed of a later time.
//
// A chart is plain data: shapes and texts with their places. All arithmetic is
// in whole numbers, so the same events give the same chart on every machine.
package chart

import (
	"strings"

	"dossier/generator/edtf"
)

// Event is what a chart draws. Events are given by date.
type Event struct {
	Name   string
	Href   string
	When   string // its date in words
	WhenIn string // their language when it is not the page's
	Date   edtf.Date
	Type   int // which of Words.Types it is, from 1; 0 for none
	Weight int // the heavier stay when there are too many
}

// Words are what a chart says. "{}" stands for what a chart fills in.
type Words struct {
	Label string                   // what is drawn, for who cannot see it: {} the first date, {} the last
	Date  func(d edtf.Date) string // a date beside other words
	// InYear is a day or a month of a year that is said elsewhere.
	InYear func(d edtf.Date) string
	Apart  func(name string) string // a name beside other words
	// YearEnd is what the last day of a year is called: {} the year.
	YearEnd string

	AsOf   edtf.Date // to which the dossier speaks; zero when that is not known
	AsOfIs Said      // what the line at that date is called: {} the date
	Types  []Said    // what sorts of events are called
	// Sign is what one of Signs says; Some is how many events are drawn, Undated
	// what is not for want of a year, and Gap how long a stretch is that is left out.
	Sign    func(sign string) Said
	Some    func(drawn, all int) Said
	Undated func(names []string) Said
	Gap     func(years int) Said

	RightToLeft bool // time runs as the text does

	ticks *keptTicks // see Kept; nil keeps none
}

// Said are words, and their language when it is not the page's.
type Said struct{ Text, Lang string }

// Chart is a drawing of events along time, as an SVG of Height pixels that
// takes whatever inline size it is given: lengths along the axis are
// percentages, all others pixels. Time runs as the language's text does. Names stand above or
// beside their shapes, or on one with Side before the SVG, in room that the style sheet leaves free.
type Chart struct {
	Kind   string // "wide", "tall", "strip" or "small"
	Side   bool
	Height string
	Label  string // what is drawn, for who cannot see it; "" on a small one
	Notes  []Said // what is not drawn
	Boxes  []Box
	Lines  []Line
	Texts  []Text
	Marks  []Mark
	Key    []Key
}

// Mark is one event: its link holds its shapes and its name, whose places are
// from Y downwards where it has one. Class is that of its sort: "k1" to "k6", "k0"
// for one without among others that have one.
type Mark struct {
	Href  string
	Y     string
	Title string // date and name; "" where both stand beside it
	Class string
	Boxes []Box
	Dots  []Dot
	Texts []Text
}

// Key says what a shape means: one of Signs, or a sort of events.
type Key struct {
	Said
	Class string
	Boxes []Box
	Dots  []Dot
}

// Box is a rectangle: "bar" is all of the event's time, "fade-1" to
// "fade-3" where it fades, "ahead" what lies after the dossier's date, "cut" a
// stretch left out of the axis, "thread" a bar across it, "foot" the time of a shape that is
// wider, "hit" what can be pointed at, which the style sheet makes
// as wide as a row.
type Box struct{ Class, X, Y, W, H string }

// Line is a line: "axis", "tick" or, at the dossier's date, "asof".
type Line struct{ Class, X1, Y1, X2, Y2 string }

// Dot is a day, "dot", with "vague" when it is not certain and "ahead" when it
// lies after the dossier's date; or, with a path about its place, moved by DX
// pixels, "open" where a time goes on and "kind" for a sort of events.
type Dot struct{ Class, X, Y, DX, Path string }

// Text is a line of text. Anchor is "start", "middle" or "end"; DX moves
// it by pixels. Class is "", "year" for a tick that begins a year, "gap", "asof" or
// "when" for the date of an event; with "less" it is for narrow screens alone, with "more" for others. Lang is set when the words are not in the page's language.
// When is the date of an event behind its name, and WhenIn its language when it is not the page's.
type Text struct{ Class, X, DX, Y, Anchor, Text, Lang, When, WhenIn string }

// newChart starts a chart of some events.
func newChart(kind string, spans []span, w Words) *Chart {
	first, last := spans[0], spans[0]
	for _, s := range spans {
		if s.from < first.from {
			first = s
		}
		if s.to > last.to {
			last = s
		}
	}
	from, to := first.event.Date.Start(), last.event.Date.End()
	if from.IsZero() {
		from = first.event.Date.End()
	}
	if to.IsZero() {
		to = last.event.Date.Start()
	}
	return &Chart{Kind: kind, Label: fill(w.Label, w.Date(from), w.Date(to)), Marks: make([]Mark, 0, len(spans))}
}

// fill puts texts where words have "{}".
func fill(words string, texts ...string) string {
	for _, t := range texts {
		words = strings.Replace(words, "{}", t, 1)
	}
	return words
}

// mostUndated is how many names a note says.
const mostUndated = 5

// noted says of which events nothing is drawn, and why.
func (c *Chart) noted(events []Event, w Words) *Chart {
	var undated []string
	for i := range events {
		if _, ok := spanOf(&events[i]); !ok {
			undated = append(undated, w.Apart(events[i].Name))
		}
	}
	if all := len(events) - len(undated); len(c.Marks) < all {
		c.Notes = append(c.Notes, w.Some(len(c.Marks), all))
	}
	if len(undated) > mostUndated {
		undated = append(undated[:mostUndated], "…")
	}
	if len(undated) > 0 {
		c.Notes = append(c.Notes, w.Undated(undated))
	}
	return c
}

// mark starts the mark of an event.
func (w Words) mark(s span) Mark {
	m := Mark{Href: s.event.Href, Title: s.event.When + " · " + w.Apart(s.event.Name)}
	if len(w.Types) > 0 {
		m.Class = "k" + px(w.kind(s))
	}
	return m
}

// asOf is what the line at the dossier's date is called.
func (w Words) asOf() string { return fill(w.AsOfIs.Text, w.Date(w.AsOf)) }
