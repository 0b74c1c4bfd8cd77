package view

import (
	"html/template"

	"dossier/generator/grouped"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/mapkey"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// entityItem presents an entity in a list.
func (p *page) entityItem(e *model.Entity) layout.Item {
	return layout.Item{Link: p.docLink(&e.Doc)}
}

// eventItem presents an entity in a list with its date, place and summary.
func (p *page) eventItem(e *model.Entity) layout.Item {
	i := p.entityItem(e)
	i.Date = p.card(&e.Doc).date
	i.Place, i.Ahead = p.placeLink(e), lists.After(e.Date, p.site.model().Date())
	i.Summary, i.Sort = p.summaryIn(p.Text(&e.Doc)), mapkey.Sort(p.Voice, p.site.model(), e)
	return i
}

// summaryIn is the summary of a text in a list: whole in that of its kind and
// along time, cut in those of what it names.
func (p *page) summaryIn(t *model.Text) template.HTML {
	if p.Kind == plan.Index || p.Kind == plan.Timeline {
		return voice.Summary(t)
	}
	return voice.Brief(t)
}

// summarised presents texts in a list with their summaries.
func summarised(p *page, docs []*model.Doc) []*layout.Item {
	var items []*layout.Item
	for _, d := range docs {
		items = append(items, &layout.Item{Link: p.docLink(d), Summary: voice.Summary(p.Text(d))})
	}
	return items
}

// placeLink leads to where an event was, or says it.
func (p *page) placeLink(e *model.Entity) *layout.Link {
	if e.Place != nil {
		return p.linkTo(&p.lists.Entity(e.Place.Key).Doc)
	}
	if words := p.SayIn(e.PlaceText); words.Text != "" {
		l := words.Link()
		return &l
	}
	return nil
}

// sectionItem presents a section in a list, with its date if that is not the dossier's own.
func (p *page) sectionItem(s *model.Section) layout.Item {
	c := p.card(&s.Doc)
	out := layout.Item{Link: cardLink(p, c, &s.Doc), Date: c.date}
	if s.Date == p.site.model().Date() {
		out.Date = nil
	}
	return out
}

// item presents an entity, given by its number, in a list.
func (p *page) item(number int32) *layout.Item {
	e := p.lists.Entities[number]
	i := p.entityItem(e)
	if e.Key.Kind() == model.Events {
		i.Date = p.cardOf(number).date
	}
	return &i
}

// items presents entities, given by number, in a list.
func (p *page) items(numbers []int32) []*layout.Item {
	items := make([]*layout.Item, len(numbers))
	for i, n := range numbers {
		items[i] = p.item(n)
	}
	return items
}

// byKind lists entities, given by number in the order of lists by kind, under
// their kinds.
func (p *page) byKind(numbers []int32) []layout.Group {
	groups := make([]layout.Group, 0, min(len(numbers), len(p.site.model().Kinds)))
	for len(numbers) > 0 {
		kind, n := p.lists.Entities[numbers[0]].Key.Kind(), 1
		for n < len(numbers) && p.lists.Entities[numbers[n]].Key.Kind() == kind {
			n++
		}
		groups = append(groups, layout.Group{Heading: p.kindLink(kind), Items: p.items(numbers[:n])})
		numbers = numbers[n:]
	}
	return groups
}

// byYear lists entities that are in the order of their dates under years.
func byYear(p *page, entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	past := false
	for _, e := range entities {
		groups = grouped.Year(p.Voice, groups, e.Date)
		g := &groups[len(groups)-1]
		i := p.eventItem(e)
		if past && i.Ahead {
			now := p.Say("map.asof", p.DateInText(p.site.model().Date())).Link()
			if len(g.Items) == 0 {
				g.Now = &now
			} else {
				i.Now = &now
			}
		}
		past = !i.Ahead
		g.Items = append(g.Items, &i)
	}
	return groups
}

func eventItems(p *page, events []*model.Entity) []layout.Item {
	items := make([]layout.Item, 0, len(events))
	for _, e := range events {
		items = append(items, p.eventItem(e))
	}
	return items
}
