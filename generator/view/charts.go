package view

import (
	"dossier/generator/draw/chart"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// timeline is all events by date.
func timeline(p *page) layout.Timeline {
	list := p.lists.Timeline()
	out := layout.Timeline{Page: p.frame(p.Say("timeline.about")), Years: byYear(p, onThisPage(p, list))}
	out.Parts = p.pager(list.Name, p.Words("timeline"))
	if p.Of == nil {
		events, words := chartEvents(p, p.lists.ByDate), chartWords(p.Voice)
		out.Wide, out.Tall = chart.Wide(events, words), chart.Tall(events, words)
	}
	return out
}

// strip draws events without names; nil for too few.
func strip(p *page, events []*model.Entity) *chart.Chart {
	return chart.Strip(chartEvents(p, events), chartWords(p.Voice))
}

// chartEvents are events, by date, as charts have them.
func chartEvents(p *page, events []*model.Entity) []chart.Event {
	out := make([]chart.Event, 0, len(events))
	for _, e := range events {
		c := p.card(&e.Doc)
		x := chart.Event{Name: c.title, Href: p.hrefOf(c), Date: e.Date}
		if b := p.site.model().Backlinks[e.Key]; b != nil {
			x.Weight = len(b.Sections) + len(b.Mentions)
		}
		if c.date != nil {
			x.When = voice.InText(c.date)
		}
		out = append(out, x)
	}
	return out
}

func chartWords(v *voice.Voice) chart.Words {
	return chart.Words{
		Label: v.Words("timeline.chart"), Apart: v.Apart, Date: v.DateInText, InYear: v.InYear,
		RightToLeft: layout.Direction(v.Lang) == "rtl",
		Some: func(drawn, all int) (text, lang string) {
			said := v.Say("timeline.some", drawn, all)
			return said.Text, said.Lang
		},
		Gap: func(years int) (text, lang string) {
			said := v.Count("timeline.gap", years)
			return said.Text, said.Lang
		},
	}
}

// articleStrip draws the events among an article's entities, and dates those
// in its list of them, which is the strip's twin in words. The entities, given
// by number, are those of the groups, in the same order.
func articleStrip(p *page, tagged []int32, groups []layout.Group) *chart.Chart {
	var events []*model.Entity
	for _, g := range groups {
		for i, item := range g.Items {
			if e := p.lists.Entities[tagged[i]]; e.Key.Kind() == model.Events {
				events = append(events, e)
				dated := *item // other pages have it without
				date := p.cardOf(tagged[i]).date
				dated.Note, dated.NoteIn = voice.InText(date), date.Lang
				g.Items[i] = &dated
			}
		}
		tagged = tagged[len(g.Items):]
	}
	return strip(p, events)
}
