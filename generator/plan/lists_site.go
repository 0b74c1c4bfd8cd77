package plan

import (
	"cmp"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// only divides a page's only list.
func (p *planner) only(total int, divide func() *Split) []*Split {
	return p.divide(0, list{Main, total, divide})
}

// home divides the articles by the year in which they appeared, newest first.
func (p *planner) home() []*Split {
	brief := p.brief()
	articles := slices.Clone(p.site.Articles)
	slices.SortStableFunc(articles, func(a, b *model.Article) int { return model.NewestFirst(a.Published, b.Published) })
	weights, total := weigh(articles, func(a *model.Article) int { return p.card(a, !brief) })
	return p.only(total, func() *Split {
		years := yearsOf(articles, func(a *model.Article) edtf.Date { return a.Published })
		return &Split{Articles: articles, Parts: p.limits.byYear(years, weights)}
	})
}

// brief reports whether the sections of all articles are too many to be listed
// on the front page: then the articles stand there without them.
func (p *planner) brief() bool {
	total := 0
	for _, a := range p.site.Articles {
		if total += p.card(a, true); total > p.limits.Page {
			return true
		}
	}
	return false
}

// articles divides the sections of all articles.
func (p *planner) articles() {
	splits := each(p.site.Articles, func(a *model.Article) []*Split { return p.chapters(a, p.longest(&a.Doc), p.chapter) })
	for i, a := range p.site.Articles {
		p.shared[a] = splits[i]
	}
}

// parallel divides an article in two languages.
func (p *planner) parallel(a *model.Article, languages [2]string) []*Split {
	lead, bare := p.pair(&a.Doc, languages)
	if lead > p.limits.Page {
		lead = bare
	}
	return p.chapters(a, lead, func(s *model.Section) (all, bare int) { return p.pair(&s.Doc, languages) })
}

func (p *planner) chapters(a *model.Article, head int, weight func(*model.Section) (all, bare int)) []*Split {
	weights, total := weigh(a.Sections, func(s *model.Section) int {
		all, bare := weight(s)
		if all > p.limits.Page { // it stands there without its prose
			return bare
		}
		return all
	})
	return p.divide(head, list{Main, total, func() *Split {
		return &Split{Parts: p.limits.inOrder(weights, max(p.limits.First, p.limits.Page-head))}
	}})
}

// TooLong reports whether a section is too long to stand in full on a page
// with others.
func (p *Plan) TooLong(s *model.Section) bool {
	all, _ := p.planner.chapter(s)
	return all > p.planner.limits.Page
}

// TooLongBeside is TooLong for a doc in two languages side by side.
func (p *Plan) TooLongBeside(d *model.Doc, languages [2]string) bool {
	all, _ := p.planner.pair(d, languages)
	return all > p.planner.limits.Page
}

// index divides the list of a kind: events by year, others by name.
func (p *planner) index(k *model.Kind) []*Split {
	if k.ID == model.Events {
		return p.timeline()
	}
	var weights []int
	total := 0
	for _, e := range p.site.Entities {
		if e.Key.Kind() == k.ID {
			weights = append(weights, p.entityEntry(e)+25)
			total += weights[len(weights)-1]
		}
	}
	return p.only(total, func() *Split { return &Split{Parts: p.limits.inAnyOrder(weights)} })
}

// contents divides the list of all free pages; that of the kinds is short.
func (p *planner) contents() []*Split {
	weights, total := weigh(p.site.Corpus.Pages, func(d *model.Doc) int { return ofItem + p.link(d) + p.summary(d) })
	return p.only(total, func() *Split { return &Split{Parts: p.limits.inAnyOrder(weights)} })
}

func (p *planner) timeline() []*Split {
	weights, total := weigh(p.events, p.entityEntry)
	return p.only(total, func() *Split {
		years := yearsOf(p.events, func(e *model.Entity) edtf.Date { return e.Date })
		return &Split{Entities: p.events, Parts: p.limits.byYear(years, weights)}
	})
}

// corrections divides the log of corrections, newest first.
func (p *planner) corrections() []*Split {
	var all []Correction
	for _, a := range p.site.Articles {
		for _, s := range a.Sections {
			for _, c := range s.Corrections {
				all = append(all, Correction{c, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Correction) int { return model.NewestFirst(a.Date, b.Date) })
	weights, total := weigh(all, func(c Correction) int { return p.correction(c.Section, &c.Correction) })
	return p.only(total, func() *Split {
		years := yearsOf(all, func(c Correction) edtf.Date { return c.Date })
		return &Split{Corrections: all, Parts: p.limits.byYear(years, weights)}
	})
}

// places divides the list beside the map: countries, and what has a position.
func (p *planner) places() []*Split {
	var weights []int
	total := 0
	for _, e := range p.site.Entities {
		if e.Key.Kind() == model.Countries || e.Position != nil {
			weights = append(weights, 2*ofItem+p.entityLink(e))
			total += weights[len(weights)-1]
		}
	}
	return p.only(total, func() *Split { return &Split{Parts: p.limits.inAnyOrder(weights)} })
}

// translations divides what is missing or behind in further editions.
func (p *planner) translations(further []string) []*Split {
	docs, fallback := p.site.Docs(), p.site.Settings.Default()
	if _, all := weigh(docs, func(d *model.Doc) int { return 20 + p.link(d) }); all*len(further) <= p.limits.Page {
		return nil
	}
	var weights []int
	total := 0
	for _, lang := range further {
		for _, d := range docs {
			if t := d.Texts[lang]; t == nil || len(model.Drift(d.Original(fallback), t)) > 0 {
				weights = append(weights, 20+p.link(d))
				total += weights[len(weights)-1]
			}
		}
	}
	return p.only(total, func() *Split { return &Split{Parts: p.limits.inAnyOrder(weights)} })
}

// bonds divides the table of all relations, those of one type between two
// entities together.
func (p *planner) bonds() []*Split {
	type bond struct {
		kind     string
		from, to model.Key
	}
	symmetric := map[string]bool{}
	for i := range p.site.Settings.Relations {
		t := &p.site.Settings.Relations[i]
		symmetric[t.ID] = t.Symmetric()
	}
	at := map[bond]int{}
	var weights []int
	total := 0
	for _, e := range p.site.Entities {
		for _, r := range e.Relations {
			b := bond{r.Type, e.Key, r.To.Key}
			if symmetric[r.Type] && b.to < b.from {
				b.from, b.to = b.to, b.from
			}
			n, ok := at[b]
			if !ok {
				n = len(weights)
				at[b] = n
				weights = append(weights, 140+p.entityLink(e)+p.entityLink(p.entities[r.To.Key]))
				total += weights[n]
			}
			more := ofTerm + 40 + p.words(r.Note)
			weights[n] += more
			total += more
		}
	}
	return p.only(total, func() *Split { return &Split{Parts: p.limits.inAnyOrder(weights)} })
}

// asOf divides the relations by date: of each type and entity together, those
// of most relations first.
func (p *planner) asOf() []*Split {
	holders := p.holders()
	weights, total := weigh(holders, p.asOfGroup)
	return p.only(total, func() *Split {
		slices.SortStableFunc(holders, func(a, b Holder) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(b.Ties, a.Ties)) })
		weights, _ = weigh(holders, p.asOfGroup)
		return &Split{Holders: holders, Parts: p.limits.inOrder(weights, p.limits.First)}
	})
}

func (p *planner) holders() []Holder {
	var all []Holder
	for i := range p.site.Settings.Relations {
		for _, e := range p.site.Entities {
			if n, dated := Held(p.site.Relations[e.Key], &p.site.Settings.Relations[i]); dated {
				all = append(all, Holder{i, e, n})
			}
		}
	}
	return all
}
