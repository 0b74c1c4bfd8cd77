package chart

import (
	"cmp"
	"slices"

	"dossier/generator/edtf"
)

// end is what is known of one end of an event.
type end uint8

const (
	sure    end = iota
	vague       // uncertain or approximate
	unknown     // there is one; it is not known
	open        // there is none
)

// fades reports an end that is not sure.
func (e end) fades() bool { return e == vague || e == unknown }

// span is an event in time. Where an end is unknown or open, its moment is
// the other one's.
type span struct {
	event      *Event
	place      int // of the event among all
	from, to   int // half days; to is not in it
	start, end end
}

// day reports whether the event is one day.
func (s span) day() bool {
	return s.to-s.from == 2 && max(s.start, s.end) <= vague
}

// spanOf is an event's time; false when nothing is known that could be drawn.
func spanOf(e *Event) (span, bool) {
	d := e.Date
	first, last := d.Bounds()
	if _, dated := d.Year(); !dated || first == edtf.MinDay && last == edtf.MaxDay {
		return span{}, false
	}
	s := span{event: e, start: certainty(d.Start()), end: certainty(d.End())}
	if first == edtf.MinDay {
		first, s.start = last, unknown
		if d.OpenStart() {
			s.start = open
		}
	}
	if last == edtf.MaxDay {
		last, s.end = first, unknown
		if d.OpenEnd() {
			s.end = open
		}
	}
	s.from, s.to = 2*first.Ordinal(), 2*last.Ordinal()+2
	return s, true
}

func certainty(d edtf.Date) end {
	if d.Uncertain() || d.Approximate() {
		return vague
	}
	return sure
}

// spansOf are the events that a chart draws, by date: at most some, and nil when
// fewer than least can be.
func spansOf(events []Event, least, most int) []span {
	out := make([]span, 0, len(events))
	for i := range events {
		if s, ok := spanOf(&events[i]); ok {
			s.place = i
			out = append(out, s)
		}
	}
	if len(out) < least {
		return nil
	}
	if len(out) > most {
		out = heaviest(out, most)
		slices.SortFunc(out, func(a, b span) int { return cmp.Compare(a.place, b.place) })
	}
	return out
}

// heaviest are some of the events, those that weigh most; of those that weigh the
// same and are too many, some from all of the time.
func heaviest(spans []span, most int) []span {
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(b.event.Weight, a.event.Weight) })
	least := spans[most].event.Weight
	first := slices.IndexFunc(spans, func(s span) bool { return s.event.Weight == least })
	alike := spans[first:]
	if i := slices.IndexFunc(alike, func(s span) bool { return s.event.Weight < least }); i >= 0 {
		alike = alike[:i]
	}
	out := slices.Clone(spans[:first])
	for i, n := 0, most-first; i < n; i++ {
		out = append(out, alike[i*len(alike)/n])
	}
	return out
}
