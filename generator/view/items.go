package view

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// entityItem presents an entity in a list.
func (p *page) entityItem(e *model.Entity) layout.Item {
	return layout.Item{Link: p.docLink(&e.Doc), Flag: e.Flag}
}

// eventItem presents an entity in a list with its date, place and summary.
func (p *page) eventItem(e *model.Entity) layout.Item {
	i := p.entityItem(e)
	i.Date = p.card(&e.Doc).date
	i.Place = p.placeLink(e)
	i.Summary = p.summaryIn(p.Text(&e.Doc))
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

func (p *page) sectionItem(s *model.Section) layout.Item {
	c := p.card(&s.Doc)
	return layout.Item{Link: cardLink(p, c, &s.Doc), Date: c.date}
}

// item presents an entity, given by its number, in a list.
func (p *page) item(number int32) *layout.Item {
	c := p.cardOf(number)
	shares := p.inArticle()
	if shares {
		if i := c.of.shownItem.Load(); i != nil {
			return i
		}
	}
	i := p.entityItem(p.lists.Entities[number])
	if !shares {
		return &i
	}
	shared := i.Shared()
	c.of.shownItem.Store(shared) // another page may do so too; the items are equal
	return shared
}

// items presents entities, given by number, in a list.
func (p *page) items(numbers []int32) []*layout.Item {
	items := make([]*layout.Item, len(numbers))
	for i, n := range numbers {
		items[i] = p.item(n)
	}
	return items
}

// preview previews an entity, given by its number.
func preview(p *page, number int32) *layout.Preview {
	c := p.cardOf(number)
	shares := p.inArticle()
	if shares {
		if x := c.of.shownPreview.Load(); x != nil {
			return x
		}
	}
	x := c.of.preview
	x.Href = p.hrefOf(c)
	if !shares {
		return &x
	}
	shared := x.Shared()
	c.of.shownPreview.Store(shared) // as above
	return shared
}

// previews are of the entities of some numbers, and of those that texts link
// to, each once, in the order of their keys.
func (p *page) previews(tags []int32, texts ...*model.Text) []*layout.Preview {
	numbers := slices.Clone(tags)
	for _, t := range texts {
		anchors := p.site.model().Anchors[t]
		for i := range anchors {
			n, ok := p.lists.Find(anchors[i].Target)
			if ok && int(n) < len(p.lists.Entities) {
				numbers = append(numbers, n)
			}
		}
	}
	slices.Sort(numbers)
	numbers = slices.Compact(numbers)
	out := make([]*layout.Preview, 0, len(numbers))
	for _, n := range numbers {
		if p.lists.Entities[n].Key != p.Key {
			out = append(out, preview(p, n))
		}
	}
	return out
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

// yearGroup begins a group for a date, unless the last one has its heading.
func yearGroup(p *page, groups []layout.Group, d edtf.Date) []layout.Group {
	years, dated := d.Listing()
	heading := p.Years(years, dated).Link()
	heading.Text = voice.Capital(heading.Text, cmp.Or(heading.Lang, p.Lang))
	if n := len(groups); n > 0 && groups[n-1].Heading.Text == heading.Text {
		return groups
	}
	return append(groups, layout.Group{Heading: heading, ID: "year_" + strconv.Itoa(len(groups)+1)})
}

// byYear lists entities that are in the order of their dates under years.
func byYear(p *page, entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	for _, e := range entities {
		groups = yearGroup(p, groups, e.Date)
		g := &groups[len(groups)-1]
		i := p.eventItem(e)
		g.Items = append(g.Items, &i)
	}
	return groups
}

// unheaded drops the heading of a lone group where the page's title says it.
func unheaded(p *page, groups []layout.Group) []layout.Group {
	if len(groups) == 1 && p.Of != nil {
		groups[0].Heading, groups[0].ID = layout.Link{}, ""
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
