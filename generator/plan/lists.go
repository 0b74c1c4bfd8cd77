package plan

import (
	"cmp"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// planner divides the lists of pages.
type planner struct {
	site     *model.Site
	limits   Limits
	entities map[model.Key]*model.Entity
	events   []*model.Entity // in order of years
	heaviest int             // of all entries of entities' lists
	sections map[*model.Doc]*model.Section
}

func newPlanner(s *model.Site, l Limits) *planner {
	p := &planner{site: s, limits: l, entities: make(map[model.Key]*model.Entity, len(s.Entities))}
	p.heaviest = relationEntry(&model.Entity{}, &model.Relation{})
	for _, a := range s.Articles {
		p.heaviest = max(p.heaviest, card(a, false), mentionEntry(&a.Doc))
		for _, sec := range a.Sections {
			p.heaviest = max(p.heaviest, sectionEntry(sec))
		}
	}
	for _, e := range s.Entities {
		p.entities[e.Key] = e
		if e.Key.Kind() == model.Events {
			p.events = append(p.events, e)
		}
		p.heaviest = max(p.heaviest, entityEntry(e), mentionEntry(&e.Doc))
		for i := range e.Relations {
			p.heaviest = max(p.heaviest, ofTerm+60+entityLink(e)+words(e.Relations[i].Note))
		}
	}
	slices.SortStableFunc(p.events, func(a, b *model.Entity) int { return model.InYears(a.Date, b.Date) })
	return p
}

// list is a list of a page on its way to be divided.
type list struct {
	name   List
	weight int
	divide func() *Split // nil: it cannot be
}

// divide chooses which of a page's lists are divided: the heaviest, until all
// fit beside the rest of the page.
func (p *planner) divide(rest int, lists ...list) []*Split {
	total := rest
	for _, l := range lists {
		total += l.weight
	}
	slices.SortStableFunc(lists, func(a, b list) int { return b.weight - a.weight })
	var splits []*Split
	for _, l := range lists {
		if total <= p.limits.Page || l.weight <= p.limits.First {
			break
		}
		if s := l.divide(); len(s.Parts) > 1 {
			s.List = l.name
			splits = append(splits, s)
			total += p.limits.First - l.weight
		}
	}
	return splits
}

// weigh reckons each of some entries.
func weigh[T any](of []T, weight func(T) int) (weights []int, total int) {
	weights = make([]int, len(of))
	for i, x := range of {
		weights[i] = weight(x)
		total += weights[i]
	}
	return weights, total
}

// yearsOf are the years of some entries.
func yearsOf[T any](of []T, date func(T) edtf.Date) []int {
	years := make([]int, len(of))
	for i, x := range of {
		year, ok := date(x).Year()
		if !ok {
			year = NoYear
		}
		years[i] = year
	}
	return years
}

// entity divides the lists of an entity's page in the edition of lang.
func (p *planner) entity(e *model.Entity, lang string) []*Split {
	b := p.site.Backlinks[e.Key]
	edges := p.site.Relations[e.Key]
	if b == nil {
		b = &model.Backlinks{}
	}
	n := len(b.Sections) + len(b.Mentions) + len(b.Events) + len(b.Others) + len(b.Articles) + len(edges)
	head := p.longest(&e.Doc)
	if head+n*p.heaviest <= p.limits.Page {
		return nil
	}
	sections, docs := p.mentioning(b, lang)
	sectionWeights, ofSections := weigh(sections, sectionEntry)
	eventWeights, ofEvents := weigh(b.Events, entityEntry)
	named, ofNamed := weigh(b.Others, func(e *model.Entity) int { return entityLink(e) + 20 })
	authored, ofAuthored := weigh(b.Articles, func(a *model.Article) int { return link(&a.Doc) + 60 })
	mentioned, ofMentioned := weigh(docs, mentionEntry)
	ties, ofTies := p.ties(edges)
	return p.divide(head,
		list{Main, ofSections, func() *Split {
			years := yearsOf(sections, func(s *model.Section) edtf.Date { return s.Date })
			return &Split{Sections: sections, Parts: p.limits.byYear(years, sectionWeights)}
		}},
		list{Events, ofEvents, func() *Split {
			events := slices.Clone(b.Events)
			slices.SortStableFunc(events, func(a, b *model.Entity) int { return model.InYears(a.Date, b.Date) })
			eventWeights, _ = weigh(events, entityEntry)
			years := yearsOf(events, func(e *model.Entity) edtf.Date { return e.Date })
			return &Split{Entities: events, Parts: p.limits.byYear(years, eventWeights)}
		}},
		list{Named, ofNamed + ofAuthored, func() *Split { return &Split{Parts: p.limits.inAnyOrder(append(authored, named...))} }},
		list{Mentioned, ofMentioned, func() *Split { return &Split{Parts: p.limits.inAnyOrder(mentioned)} }},
		list{Relations, ofTies, func() *Split { return &Split{Parts: p.limits.inAnyOrder(ties)} }})
}

// mentioning are the sections that are tagged with an entity or mention it in
// the edition of lang, in order of years, and the other docs that mention it.
func (p *planner) mentioning(b *model.Backlinks, lang string) (sections []*model.Section, docs []*model.Doc) {
	tagged := make(map[*model.Doc]bool, len(b.Sections))
	sections = slices.Clone(b.Sections)
	for _, s := range sections {
		tagged[&s.Doc] = true
	}
	for _, m := range b.Mentions {
		if m.Text != m.In.In(lang, p.site.Settings.Default()) || tagged[m.In] {
			continue
		}
		tagged[m.In] = true
		if s := p.section(m.In); s != nil {
			sections = append(sections, s)
		} else {
			docs = append(docs, m.In)
		}
	}
	slices.SortFunc(sections, func(a, b *model.Section) int {
		return cmp.Or(model.InYears(a.Date, b.Date), cmp.Compare(a.Key, b.Key))
	})
	return sections, docs
}

// section is the section that a doc is; nil for other docs.
func (p *planner) section(d *model.Doc) *model.Section {
	if p.sections == nil {
		p.sections = map[*model.Doc]*model.Section{}
		for _, a := range p.site.Articles {
			for _, s := range a.Sections {
				p.sections[&s.Doc] = s
			}
		}
	}
	return p.sections[d]
}

// ties weighs an entity's relations, those of one type and direction to one
// other entity together.
func (p *planner) ties(edges []model.Edge) (weights []int, total int) {
	types := map[string]*model.RelationType{}
	for i := range p.site.Settings.Relations {
		t := &p.site.Settings.Relations[i]
		types[t.ID] = t
	}
	type tie struct {
		kind    string
		inverse bool
		other   model.Key
	}
	at := map[tie]int{}
	for i := range edges {
		e := &edges[i]
		t := tie{e.Type, e.Inverse && !types[e.Type].Symmetric(), e.Other}
		n, ok := at[t]
		if !ok {
			n = len(weights)
			at[t] = n
			weights = append(weights, 60+entityLink(p.entities[e.Other]))
		}
		weights[n] += ofTerm + words(e.Note)
	}
	for _, w := range weights {
		total += w
	}
	return weights, total
}
