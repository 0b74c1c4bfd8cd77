package emit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
)

// A chart draws events at exactly the bounds of their dates. It stands beside
// a list that says the same, so it may leave events out: more than maxDrawn
// (then those stay that most texts name, of two alike the earlier), and those
// for which there is no lane. Its note then says so.
const (
	minDrawn = 2
	maxDrawn = 80
)

// end is what is known of one end of an event.
type end uint8

const (
	sure    end = iota
	vague       // uncertain or approximate
	unknown     // there is one; it is not known
	open        // there is none
)

// span is an event in time. Where an end is unknown or open, its moment is
// the other one's.
type span struct {
	event      *model.Entity
	from, to   int // half days; to is not in it
	start, end end
}

// day reports whether the event is one day.
func (s span) day() bool {
	return s.to-s.from == 2 && max(s.start, s.end) <= vague
}

// spanOf is an event's time; false when nothing is known that could be drawn.
func spanOf(e *model.Entity) (span, bool) {
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

// spans are the events that a chart draws, by date; nil when too few can be.
// at most most of them.
func (v *view) spans(events []*model.Entity, most int) []span {
	out := make([]span, 0, len(events))
	for _, e := range events {
		if s, ok := spanOf(e); ok {
			out = append(out, s)
		}
	}
	if len(out) < minDrawn {
		return nil
	}
	if len(out) > most {
		slices.SortStableFunc(out, func(a, b span) int { return cmp.Compare(v.weight(b.event), v.weight(a.event)) })
		out = out[:most]
		slices.SortFunc(out, func(a, b span) int { return model.ByDate(a.event, b.event) })
	}
	return out
}

// weight is how many texts name an entity.
func (v *view) weight(e *model.Entity) int {
	b := v.plan.Site.Backlinks[e.Key]
	if b == nil {
		return 0
	}
	return len(b.Sections) + len(b.Mentions)
}

// chart starts a chart of some events.
func (v *view) chart(kind string, spans []span) *layout.Chart {
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
	words := v.words("timeline.chart")
	for _, d := range []edtf.Date{from, to} {
		words = strings.Replace(words, "{}", dateInText(d, v.lang), 1)
	}
	return &layout.Chart{Kind: kind, Label: words}
}

// note says how many events are drawn when it is not all.
func (v *view) note(c *layout.Chart, all int) *layout.Chart {
	if len(c.Marks) < all {
		c.Note = v.words("timeline.some")
		for _, n := range []int{len(c.Marks), all} {
			c.Note = strings.Replace(c.Note, "{}", strconv.Itoa(n), 1)
		}
	}
	return c
}

// mark starts the mark of an event.
func (v *view) mark(s span) layout.ChartMark {
	c := v.card(&s.event.Doc)
	return layout.ChartMark{Href: v.hrefOf(c), Title: inText(c.date) + " · " + v.apart(c.title)}
}

// cutWords says how many years lie between the events around the i-th cut.
func (v *view) cutWords(a axis, i int) string {
	years := ((a.cores[i+1].from-a.cores[i].to)*400 + 146097) / (2 * 146097)
	if years < 1 {
		return "⋯"
	}
	return v.set.Count(v.lang, "timeline.gap", years)
}

// articleStrip draws the events among an article's entities, and dates those
// in its list of them, which is the strip's twin in words. The entities, given
// by number, are those of the groups, in the same order.
func (v *view) articleStrip(tagged []int32, groups []layout.Group) *layout.Chart {
	var events []*model.Entity
	for _, g := range groups {
		for i, item := range g.Items {
			if e := v.shared.entities[tagged[i]]; e.Key.Kind() == model.Events {
				events = append(events, e)
				dated := *item // other pages have it without
				dated.Note = inText(v.cardOf(tagged[i]).date)
				g.Items[i] = &dated
			}
		}
		tagged = tagged[len(g.Items):]
	}
	return v.strip(events)
}
