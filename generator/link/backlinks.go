package link

import (
	"html"
	"slices"
	"strings"
	"sync"

	"dossier/generator/diag"
	"dossier/generator/intset"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/names"
)

// site puts together what was found: for a large corpus a matter of memory's
// speed, so its parts are made side by side.
func (p *pass) site(c *model.Corpus) *model.Site {
	s := &model.Site{Corpus: p.published(c), Numbered: p.docs}
	var wg sync.WaitGroup
	wg.Go(func() { s.Anchors = model.NewTable(p.anchors()) })
	wg.Go(func() { s.Relations = p.relations(c) })
	s.Backlinks = model.NewTable(p.backlinks(c))
	wg.Wait()
	return s
}

// anchors are those of each text.
func (p *pass) anchors() map[*model.Text][]model.Anchor {
	anchored := 0
	for i := range p.jobs {
		if len(p.jobs[i].found.anchors) > 0 {
			anchored++
		}
	}
	anchors := make(map[*model.Text][]model.Anchor, anchored)
	for i := range p.jobs {
		if j := &p.jobs[i]; len(j.found.anchors) > 0 {
			anchors[j.text] = j.found.anchors
		}
	}
	return anchors
}

// faults are broken links, texts that take too long and, once an edition, names
// with several owners.
func (p *pass) faults() diag.List {
	var faults diag.List
	type name struct{ edition, node int32 }
	reported := map[name]bool{}
	for i := range p.jobs {
		j := &p.jobs[i]
		j.faults(&faults)
		for _, s := range j.found.names.Shared {
			if id := (name{j.edition, s.Name}); !reported[id] {
				reported[id] = true
				p.report(&faults, j.text, s)
			}
		}
	}
	return faults
}

// faults reports what is wrong with a text by itself.
func (j *job) faults(faults *diag.List) {
	*faults = append(*faults, j.found.faults...)
	if at := j.found.names.Stuck; at > 0 {
		faults.Add(j.text.Pos(at, at+1), diag.TooLarge,
			"it takes more than %d steps to look for names in this text; give the entities shorter names, or write link: false here",
			limits.MaxNameSteps)
	}
}

// report words for the editor of t that a name may be one of two entities.
func (p *pass) report(faults *diag.List, t *model.Text, s names.Shared) {
	name := strings.Join(strings.Fields(html.UnescapeString(t.Body.HTML[s.Start:s.End])), " ") // as it is typed
	one, other := p.keys[p.pageOf(int(s.One))], p.keys[p.pageOf(int(s.Other))]
	faults.Add(t.Pos(int(s.Start), int(s.End)), diag.AmbiguousName,
		"%q may be %s or %s, so it links to neither; write [[%s|%s]] or [[%s|%s]]",
		name, one, other, one, name, other, name)
}

// arrow is a reference seen from what it points to.
type arrow struct {
	to   int32 // page
	from int32 // where it stands: an index into some list
	at   int32 // which of those that stand there
}

// turn turns references around: it gives each of n pages that arrows point to
// what they come from, in their order.
func turn[T any](arrows []arrow, n int, come func(arrow) T, give func(to int32, from []T)) {
	ends := make([]int, n+1)
	for _, a := range arrows {
		ends[a.to+1]++
	}
	for i := range n {
		ends[i+1] += ends[i]
	}
	all := make([]T, len(arrows))
	for _, a := range arrows {
		all[ends[a.to]] = come(a)
		ends[a.to]++
	}
	start := 0
	for to, end := range ends[:n] {
		if end > start {
			give(int32(to), all[start:end:end])
		}
		start = end
	}
}

// backlinks turns the references of front matter and prose around.
func (p *pass) backlinks(c *model.Corpus) map[model.Key]*model.Backlinks {
	var mentions [][]model.Mention
	var wg sync.WaitGroup
	wg.Go(func() { mentions = p.mentionsOf() })

	pages := make([]*model.Backlinks, len(p.keys))
	to := func(page int32) *model.Backlinks {
		if pages[page] == nil {
			pages[page] = &model.Backlinks{}
		}
		return pages[page]
	}
	var makers, tags []arrow
	var credits []model.Credit
	c.Credits(func(by *model.Tag, in *model.Doc, as model.Role) {
		makers = append(makers, arrow{to: p.number(by.Key), from: int32(len(credits))})
		credits = append(credits, model.Credit{In: p.number(in.Key), As: as})
	})
	n := 0
	for _, a := range c.Articles {
		for _, s := range a.Sections {
			n += len(s.Tags)
		}
	}
	tags = slices.Grow(tags, n)
	for _, a := range c.Articles {
		for _, s := range a.Sections {
			from := p.number(s.Key)
			for _, t := range s.Tags {
				tags = append(tags, arrow{to: p.number(t.Key), from: from})
			}
			for _, by := range makersOf(s) {
				if !slices.ContainsFunc(s.Tags, func(t model.Tag) bool { return t.Key == by.Key }) {
					tags = append(tags, arrow{to: p.number(by.Key), from: from})
				}
			}
		}
	}
	turn(makers, len(pages), func(a arrow) model.Credit { return credits[a.from] },
		func(page int32, from []model.Credit) { to(page).Credits = from })
	turn(tags, len(pages), func(a arrow) int32 { return a.from }, func(page int32, from []int32) { to(page).Sections = from })

	events, others := p.references(c)
	entity := func(a arrow) *model.Entity { return c.Entities[a.from] }
	turn(events, len(pages), entity, func(page int32, from []*model.Entity) { to(page).Events = from })
	turn(others, len(pages), entity, func(page int32, from []*model.Entity) { to(page).Others = from })

	wg.Wait()
	for page, from := range mentions {
		if from != nil {
			to(int32(page)).Mentions = from
		}
	}
	return byKey(p.keys, pages)
}

// makersOf are the authors of a section and its reteller, each once.
func makersOf(s *model.Section) []model.Tag {
	if s.Retold == nil || s.Retold.By.Actor == nil {
		return s.Authors
	}
	by := *s.Retold.By.Actor
	if slices.ContainsFunc(s.Authors, func(t model.Tag) bool { return t.Key == by.Key }) {
		return s.Authors
	}
	return append(slices.Clone(s.Authors), by)
}

// mentionsOf are the first mentions of each page in texts.
func (p *pass) mentionsOf() [][]model.Mention {
	n := 0
	for i := range p.jobs {
		n += len(p.jobs[i].found.targets)
	}
	arrows := make([]arrow, 0, n)
	for i := range p.jobs {
		for _, t := range p.jobs[i].found.targets {
			arrows = append(arrows, arrow{to: t.page, from: int32(i), at: t.anchor})
		}
	}
	pages := make([][]model.Mention, len(p.keys))
	turn(arrows, len(pages), func(a arrow) model.Mention {
		j := &p.jobs[a.from]
		return p.mention(j, a.at)
	}, func(page int32, from []model.Mention) { pages[page] = from })
	return pages
}

// mention is that of one of the anchors found in a text.
func (p *pass) mention(j *job, anchor int32) model.Mention {
	a := &j.found.anchors[anchor]
	return model.Mention{In: j.in, Text: int32(slices.Index(p.docs[j.in].Texts, j.text)), Start: a.Start, End: a.End}
}

// byKey files what is there of each page.
func byKey(keys []model.Key, pages []*model.Backlinks) map[model.Key]*model.Backlinks {
	n := 0
	for _, b := range pages {
		if b != nil {
			n++
		}
	}
	out := make(map[model.Key]*model.Backlinks, n)
	for i, b := range pages {
		if b != nil {
			out[keys[i]] = b
		}
	}
	return out
}

// references are the entities that the facts of events, by date, and of other
// entities name, each once an entity and never itself.
func (p *pass) references(c *model.Corpus) (events, others []arrow) {
	var dated []int32
	seen := intset.New(len(p.keys))
	refer := func(list []arrow, from int32) []arrow {
		e := c.Entities[from]
		seen.Clear()
		seen.Add(p.pageOf(int(from)))
		add := func(t *model.Tag) {
			if to := p.number(t.Key); seen.Add(to) {
				list = append(list, arrow{to: to, from: from})
			}
		}
		for i := range e.Tags {
			add(&e.Tags[i])
		}
		if e.Place != nil {
			add(e.Place)
		}
		if e.Country != nil {
			add(e.Country)
		}
		return list
	}
	for i, e := range c.Entities {
		if e.Key.Kind() == model.Events {
			dated = append(dated, int32(i))
		} else {
			others = refer(others, int32(i))
		}
	}
	slices.SortStableFunc(dated, func(a, b int32) int { return model.ByDate(c.Entities[a], c.Entities[b]) })
	for _, i := range dated {
		events = refer(events, i)
	}
	return events, others
}

// relations shows each relation from both of its ends.
func (p *pass) relations(c *model.Corpus) map[model.Key][]model.Edge {
	var arrows []arrow
	for i, e := range c.Entities {
		for n, rel := range e.Relations {
			arrows = append(arrows, arrow{p.pageOf(i), int32(i), int32(n)}, arrow{p.number(rel.To.Key), int32(i), ^int32(n)})
		}
	}
	out := map[model.Key][]model.Edge{}
	turn(arrows, len(p.keys), func(a arrow) model.Edge {
		if e := c.Entities[a.from]; a.at < 0 {
			return model.Edge{Relation: e.Relations[^a.at], Other: e.Key, Inverse: true}
		} else {
			return model.Edge{Relation: e.Relations[a.at], Other: e.Relations[a.at].To.Key}
		}
	}, func(page int32, from []model.Edge) { out[p.keys[page]] = from })
	return out
}
