// Package chart draws events along time, at exactly the bounds of their dates.
//
// A chart stands beside a list that says the same, so it may leave events out:
// of more than 80 those stay that weigh most, of two alike the earlier, and
// those are left out for which there is no lane. Its note then says so.
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
	Date   edtf.Date
	Weight int // the heavier stay when there are too many
}

// Words are what a chart says. "{}" stands for what a chart fills in.
type Words struct {
	Label string                   // what is drawn, for who cannot see it: {} the first date, {} the last
	Date  func(d edtf.Date) string // a date beside other words
	// InYear is a day or a month of a year that is said elsewhere.
	InYear func(d edtf.Date) string
	Apart  func(name string) string // a name beside other words
	// Some is how many events are drawn, and Gap how long a stretch is that is left
	// out; lang is the language of the words when it is not the page's.
	Some func(drawn, all int) (text, lang string)
	Gap  func(years int) (text, lang string)

	RightToLeft bool // time runs as the text does
}

// Chart is a drawing of events along time, as an SVG of Height pixels that
// takes whatever inline size it is given: lengths along a horizontal axis are
// percentages, all others pixels. Time runs as the language's text does, and
// down in a tall chart.
type Chart struct {
	Kind   string // "wide", "tall" or "strip"
	Width  string
	Height string
	Label  string // what is drawn, for who cannot see it
	Note   string // what is not drawn; "" when nothing is missing
	NoteIn string // its language when it is not the page's
	Boxes  []Box
	Lines  []Line
	Texts  []Text
	Marks  []Mark
}

// Mark is one event: its link holds its shapes and its name.
type Mark struct {
	Href  string
	Title string // date and name
	Boxes []Box
	Dots  []Dot
	Texts []Text
}

// Box is a rectangle: "bar" is all of the event's time, "fade-1" to
// "fade-3" where it fades, "cut" a stretch left out of the axis, "hit" what
// can be pointed at.
type Box struct{ Class, X, Y, W, H string }

// Line is a line: "axis", "tick" or, from a shape to a name that stands
// apart, "leader".
type Line struct{ Class, X1, Y1, X2, Y2 string }

// Dot is a day: "dot", or "dot vague" when it is not certain.
type Dot struct{ Class, X, Y string }

// Text is a line of text. Anchor is "start", "middle" or "end"; DX moves
// it by pixels. Class is "", "year" for a tick that begins a year, or "gap". Lang
// is set when the words are not in the page's language.
type Text struct{ Class, X, DX, Y, Anchor, Text, Lang string }

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
	return &Chart{Kind: kind, Label: fill(w.Label, w.Date(from), w.Date(to))}
}

// fill puts texts where words have "{}".
func fill(words string, texts ...string) string {
	for _, t := range texts {
		words = strings.Replace(words, "{}", t, 1)
	}
	return words
}

// note says how many of all events are drawn when it is not all.
func (c *Chart) note(all int, w Words) *Chart {
	if len(c.Marks) < all {
		c.Note, c.NoteIn = w.Some(len(c.Marks), all)
	}
	return c
}

// mark starts the mark of an event.
func (w Words) mark(s span) Mark {
	return Mark{Href: s.event.Href, Title: s.event.When + " · " + w.Apart(s.event.Name)}
}

// cut says at a place how many years lie between the events around the i-th cut.
func (w Words) cut(a axis, i int, at Text) Text {
	at.Class = "gap"
	years := ((a.cores[i+1].from-a.cores[i].to)*400 + 146097) / (2 * 146097)
	if years < 1 {
		at.Text = "⋯"
		return at
	}
	at.Text, at.Lang = w.Gap(years)
	return at
}
