package lists

import (
	"cmp"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// weighEntries weighs the entries that entities' lists may have: what a section
// takes, and what none takes more than.
func weighEntries(l *Lists) {
	for _, a := range l.Site.Articles {
		article := l.weigh.link(&a.Doc)
		l.heaviest = max(l.heaviest, l.weigh.mentionEntry(&a.Doc))
		for _, s := range a.Sections {
			weight := l.weigh.sectionEntry(s) + article
			l.weights = append(l.weights, weight)
			l.heaviest = max(l.heaviest, weight)
		}
	}
	for _, d := range append(l.Site.Pages[:len(l.Site.Pages):len(l.Site.Pages)], l.Site.Home) {
		l.heaviest = max(l.heaviest, l.weigh.mentionEntry(d))
	}
	entry, note := 0, 0
	for _, e := range l.Site.Entities {
		entry = max(entry, l.weigh.entityEntry(e))
		for i := range e.Relations {
			note = max(note, l.weigh.words(e.Relations[i].Note)+l.weigh.sources(e.Relations[i].Sources))
		}
	}
	l.heaviest = max(l.heaviest, entry+ofQuote, entry+ofTerm+note)
}

// EntityAtMost is what the lists of an entity's page and its own text take at
// most, without a look at their entries.
func (l *Lists) EntityAtMost(x *model.Entity) int {
	b := l.backlinks(x)
	n := len(b.Sections) + len(b.Mentions) + len(b.Events) + len(b.Others) + len(b.Credits) + len(l.Site.Relations[x.Key])
	return l.Own(x) + n*l.heaviest
}

// Own is what an entity's longest text and its sources take.
func (l *Lists) Own(x *model.Entity) int { return l.Text(&x.Doc) + l.weigh.sources(x.Sources) }

// Text is what a doc's longest text takes.
func (l *Lists) Text(d *model.Doc) int { return l.weigh.longest(d) }

func (l *Lists) backlinks(x *model.Entity) *model.Backlinks {
	if b := l.Site.Backlinks.Of(x.Key); b != nil {
		return b
	}
	return &model.Backlinks{}
}

// Naming is a doc that names an entity, with the place where it does; a section
// may be tagged with it and name it nowhere. There may be very many of them, so they are
// numbers, which the collector need not follow.
type Naming struct {
	Doc     int32 // its number
	mention int32 // the first, by its place among the entity's; noMention for none
}

const noMention = -1

// MentionIn is the first place where the doc of a naming names the entity; nil for none.
func (e *Edition) MentionIn(x *model.Entity, n Naming) *model.Mention {
	if n.mention == noMention {
		return nil
	}
	return &e.backlinks(x).Mentions[n.mention]
}

// CreditsIn are what an entity did for the doc of a naming.
func (e *Edition) CreditsIn(x *model.Entity, n Naming) []model.Credit {
	return e.backlinks(x).CreditsIn(e.numbered[n.Doc])
}

// NamedIn are the sections that are tagged with an entity or name it in the
// edition's texts, in reading order, and the other docs that name it, by key.
func (e *Edition) NamedIn(x *model.Entity) (sections, others []Naming) {
	return e.sectionsNaming(x), e.othersNaming(x)
}

func (e *Edition) sectionsNaming(x *model.Entity) []Naming {
	b := e.backlinks(x)
	sections := e.mentions(make([]Naming, 0, 2*len(b.Sections)), b, func(doc int32) bool { return e.Section(doc) != nil })
	for _, s := range b.Sections {
		sections = append(sections, Naming{e.listed[s], noMention})
	}
	return once(sections, func(x, y Naming) int { return cmp.Compare(x.Doc, y.Doc) })
}

func (e *Edition) othersNaming(x *model.Entity) []Naming {
	others := e.mentions(nil, e.backlinks(x), func(doc int32) bool { return e.Section(doc) == nil })
	return once(others, func(x, y Naming) int { return cmp.Compare(e.Docs[x.Doc].Key, e.Docs[y.Doc].Key) })
}

// mentions adds to namings the mentions of the edition's texts in some docs.
func (e *Edition) mentions(namings []Naming, of *model.Backlinks, in func(doc int32) bool) []Naming {
	for i, m := range of.Mentions {
		n := Naming{e.listed[m.In], int32(i)}
		if !in(n.Doc) {
			continue
		}
		d := e.Docs[n.Doc]
		if t := d.Texts[m.Text]; t.Lang == e.Lang || t == e.text(d, e.Lang) {
			namings = append(namings, n)
		}
	}
	return namings
}

// once orders namings, and leaves one of each doc: the first mention in it, if there is one.
func once(all []Naming, order func(x, y Naming) int) []Naming {
	slices.SortFunc(all, func(x, y Naming) int { return cmp.Or(order(x, y), cmp.Compare(uint32(x.mention), uint32(y.mention))) })
	return slices.CompactFunc(all, func(x, y Naming) bool { return x.Doc == y.Doc })
}

// SectionsOf are the sections of NamedIn by date.
func (e *Edition) SectionsOf(x *model.Entity) List[Naming] {
	return List[Naming]{
		Name: Main, Key: "sections of " + string(x.Key),
		Entries: func() []Naming {
			sections := e.sectionsNaming(x)
			first := int32(len(e.Entities))
			slices.SortFunc(sections, func(a, b Naming) int { return cmp.Compare(e.dated[a.Doc-first], e.dated[b.Doc-first]) })
			return sections
		},
		Weight: func(n Naming) int { return e.weights[int(n.Doc)-len(e.Entities)] },
		Date:   func(n Naming) edtf.Date { return e.Section(n.Doc).Date },
	}
}

// Mentioning are the other docs that name an entity, or that it made or answers for:
// articles, free pages, and entities by kind, but for the events of EventsOf.
func (e *Edition) Mentioning(x *model.Entity) List[Naming] {
	return List[Naming]{
		Name: Mentioned, Key: "mentions of " + string(x.Key),
		Entries: func() []Naming { return e.WithNamers(x, e.othersNaming(x)) },
		Weight:  func(n Naming) int { return e.weigh.mentionEntry(e.Docs[n.Doc]) },
	}
}

// WithNamers are the entries of Mentioning, from the docs beside sections that
// NamedIn has.
func (e *Edition) WithNamers(x *model.Entity, mentioning []Naming) []Naming {
	b := e.backlinks(x)
	places := e.kinds().places
	rank := func(n Naming) (class, place int) {
		switch {
		case int(n.Doc) < len(e.Entities):
			return 2, int(places[n.Doc])
		case e.Docs[n.Doc].Key.Kind() == model.Articles:
			return 0, int(n.Doc)
		}
		return 1, int(n.Doc)
	}
	all := make([]Naming, 0, len(mentioning)+len(b.Credits)+len(b.Others))
	for _, n := range mentioning {
		key := e.Docs[n.Doc].Key
		listed := x.Place != nil && key == x.Place.Key // among its facts
		if key.Kind() == model.Events {
			_, listed = slices.BinarySearchFunc(b.Events, e.Entities[n.Doc], model.ByDate)
		}
		if !listed {
			all = append(all, n)
		}
	}
	for _, c := range b.Credits {
		if n := e.listed[c.In]; e.Section(n) == nil {
			all = append(all, Naming{n, noMention})
		}
	}
	for _, o := range b.Others {
		all = append(all, Naming{e.Number(&o.Doc), noMention})
	}
	slices.SortStableFunc(all, func(a, b Naming) int {
		x, i := rank(a)
		y, j := rank(b)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(i, j))
	})
	return slices.CompactFunc(all, func(a, b Naming) bool { return a.Doc == b.Doc })
}

// EventsOf are the events that name an entity, by date.
func (l *Lists) EventsOf(x *model.Entity) List[*model.Entity] {
	return List[*model.Entity]{
		Name: Events, Key: "events of " + string(x.Key),
		Entries: func() []*model.Entity { return l.backlinks(x).Events },
		Weight:  l.weigh.entityEntry,
		Date:    func(e *model.Entity) edtf.Date { return e.Date },
	}
}
