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
		events, words := chartEvents(p, p.lists.ByDate), p.charts()
		out.Wide, out.Tall = chart.Wide(events, words), chart.Tall(events, words)
	}
	return out
}

// strip draws the events of an article or of the dossier; nil for too few.
func strip(p *page, events []*model.Entity) *chart.Chart {
	return chart.Strip(chartEvents(p, events), p.charts())
}

// small draws the events of a section; nil for too few.
func small(p *page, events []*model.Entity) *chart.Chart {
	return chart.Small(chartEvents(p, events), p.charts())
}

// chartEvents are events, by date, as charts have them.
func chartEvents(p *page, events []*model.Entity) []chart.Event {
	out := make([]chart.Event, 0, len(events))
	for _, e := range events {
		c := p.card(&e.Doc)
		x := chart.Event{Name: c.title, Href: p.hrefOf(c), Date: e.Date, Type: p.site.model().Settings.EventType(e.Type)}
		if b := p.site.model().Backlinks.Of(e.Key); b != nil {
			x.Weight = len(b.Sections) + len(b.Mentions)
		}
		if c.date != nil {
			x.When, x.WhenIn = voice.InText(c.date), c.date.Lang
		}
		out = append(out, x)
	}
	return out
}

// listed are the events among the entities of an article or a section, which it
// dates in the list of them: that is the twin in words of what is drawn. The
// entities, given by number, are those of the groups, in the same order.
func listed(p *page, tagged []int32, groups []layout.Group) []*model.Entity {
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
	return events
}
