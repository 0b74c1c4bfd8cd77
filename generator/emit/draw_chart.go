package emit

import (
	"dossier/generator/draw/chart"
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
)

// wide draws events with their names along a horizontal axis; nil for too few.
func (v *view) wide(events []*model.Entity) *chart.Chart {
	return chart.Wide(v.chartEvents(events), v.chartWords())
}

// tall draws events with their names along a vertical axis; nil for too few.
func (v *view) tall(events []*model.Entity) *chart.Chart {
	return chart.Tall(v.chartEvents(events), v.chartWords())
}

// strip draws events without names; nil for too few.
func (v *view) strip(events []*model.Entity) *chart.Chart {
	return chart.Strip(v.chartEvents(events), v.chartWords())
}

// chartEvents are events, by date, as charts have them.
func (v *view) chartEvents(events []*model.Entity) []chart.Event {
	out := make([]chart.Event, 0, len(events))
	for _, e := range events {
		c := v.card(&e.Doc)
		x := chart.Event{Name: c.title, Href: v.hrefOf(c), Date: e.Date, Weight: v.weight(e)}
		if c.date != nil {
			x.When = inText(c.date)
		}
		out = append(out, x)
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

func (v *view) chartWords() chart.Words {
	return chart.Words{
		Label: v.words("timeline.chart"), Some: v.words("timeline.some"), Apart: v.apart,
		Gap:  func(years int) string { return v.set.Count(v.lang, "timeline.gap", years) },
		Date: func(d edtf.Date) string { return dateInText(d, v.lang) },
	}
}

// articleStrip draws the events among an article's entities, and dates those
// in its list of them, which is the strip's twin in words. The entities, given
// by number, are those of the groups, in the same order.
func (v *view) articleStrip(tagged []int32, groups []layout.Group) *chart.Chart {
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
