package plan

import (
	"cmp"
	"slices"
	"sync"

	"dossier/generator/edtf"
	"dossier/generator/model"
	"dossier/generator/parallel"
)

// weighed is a section with its weight in the list of an entity's.
type weighed struct {
	*model.Section
	weight int
}

// planner divides the lists of pages.
type planner struct {
	site     *model.Site
	limits   Limits
	entities map[model.Key]*model.Entity
	events   []*model.Entity // in order of years
	heaviest int             // of all entries of entities' lists
	sections map[*model.Doc]weighed
	shared   map[any][]*Split // that all editions have alike, by what the page shows
}

func newPlanner(s *model.Site, l Limits) *planner {
	p := &planner{site: s, limits: l, entities: make(map[model.Key]*model.Entity, len(s.Entities)), shared: map[any][]*Split{}, sections: map[*model.Doc]weighed{}}
	ofSections, entry, note := 0, 0, 0
	var weighing sync.WaitGroup
	weighing.Go(func() { ofSections = p.weighSections() })
	for _, e := range s.Entities {
		p.entities[e.Key] = e
		if e.Key.Kind() == model.Events {
			p.events = append(p.events, e)
		}
		entry = max(entry, p.entityEntry(e))
		for i := range e.Relations {
			note = max(note, p.words(e.Relations[i].Note))
		}
	}
	weighing.Wait()
	p.heaviest = max(ofSections, entry+ofQuote, entry+ofTerm+note)
	slices.SortStableFunc(p.events, func(a, b *model.Entity) int { return model.InYears(a.Date, b.Date) })
	return p
}

// each divides the lists of several pages on all processors, which for many
// pages is the largest part of planning.
func each[T any](pages []T, divide func(T) []*Split) [][]*Split {
	out := make([][]*Split, len(pages))
	parallel.Each(len(pages), 64, func() func(int) { return func(i int) { out[i] = divide(pages[i]) } })
	return out
}

// weighSections fills p.sections and gives what the heaviest entry of a section
// or an article weighs.
func (p *planner) weighSections() (heaviest int) {
	for _, a := range p.site.Articles {
		article := p.link(&a.Doc)
		heaviest = max(heaviest, p.mentionEntry(&a.Doc))
		for _, s := range a.Sections {
			weight := p.sectionEntry(s) + article
			p.sections[&s.Doc] = weighed{s, weight}
			heaviest = max(heaviest, weight)
		}
	}
	return heaviest
}

// once gives the splits of a page that are the same in every edition, each
// edition its own copy. They are made when they are not yet there.
func (p *planner) once(page any, divide func() []*Split) []*Split {
	splits, ok := p.shared[page]
	if !ok {
		splits = divide()
		p.shared[page] = splits
	}
	var out []*Split
	for _, s := range splits {
		own := *s
		own.Parts = slices.Clone(s.Parts)
		out = append(out, &own)
	}
	return out
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

// yearsOf are the years under which some entries are listed.
func yearsOf[T any](of []T, date func(T) edtf.Date) []edtf.Listing {
	years := make([]edtf.Listing, len(of))
	for i, x := range of {
		l, ok := date(x).Listing()
		if !ok {
			l = edtf.Listing{First: NoYear, Last: NoYear}
		}
		years[i] = l
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
	_, ofSections := weigh(sections, p.sectionWeight)
	_, ofEvents := weigh(b.Events, p.entityEntry)
	named, ofNamed := weigh(b.Others, func(e *model.Entity) int { return p.entityLink(e) + 20 })
	authored, ofAuthored := weigh(b.Articles, func(a *model.Article) int { return p.link(&a.Doc) + 60 })
	mentioned, ofMentioned := weigh(docs, p.mentionEntry)
	ties, ofTies := p.ties(edges)
	return p.divide(head,
		list{Main, ofSections, func() *Split {
			slices.SortFunc(sections, func(a, b *model.Section) int {
				return cmp.Or(model.InYears(a.Date, b.Date), cmp.Compare(a.Key, b.Key))
			})
			weights, _ := weigh(sections, p.sectionWeight)
			years := yearsOf(sections, func(s *model.Section) edtf.Date { return s.Date })
			return &Split{Sections: sections, Parts: p.limits.byYear(years, weights)}
		}},
		list{Events, ofEvents, func() *Split {
			events := slices.Clone(b.Events)
			slices.SortStableFunc(events, func(a, b *model.Entity) int { return model.InYears(a.Date, b.Date) })
			weights, _ := weigh(events, p.entityEntry)
			years := yearsOf(events, func(e *model.Entity) edtf.Date { return e.Date })
			return &Split{Entities: events, Parts: p.limits.byYear(years, weights)}
		}},
		list{Named, ofNamed + ofAuthored, func() *Split { return &Split{Parts: p.limits.inAnyOrder(append(authored, named...))} }},
		list{Mentioned, ofMentioned, func() *Split { return &Split{Parts: p.limits.inAnyOrder(mentioned)} }},
		list{Relations, ofTies, func() *Split { return &Split{Parts: p.limits.inAnyOrder(ties)} }})
}

// mentioning are the sections that are tagged with an entity or mention it in
// the edition of lang, and the other docs that mention it.
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
		if s, ok := p.sections[m.In]; ok {
			sections = append(sections, s.Section)
		} else {
			docs = append(docs, m.In)
		}
	}
	return sections, docs
}

func (p *planner) sectionWeight(s *model.Section) int { return p.sections[&s.Doc].weight }

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
			weights = append(weights, 60+p.entityLink(p.entities[e.Other]))
		}
		weights[n] += ofTerm + p.words(e.Note)
	}
	for _, w := range weights {
		total += w
	}
	return weights, total
}
