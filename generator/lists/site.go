package lists

import (
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/limits"
	"dossier/generator/model"
)

// Articles are those of the front page, newest first; brief ones without their
// sections.
func (l *Lists) Articles(brief bool) List[*model.Article] {
	return List[*model.Article]{
		Key: "articles",
		Entries: func() []*model.Article {
			all := slices.Clone(l.Site.Articles)
			slices.SortStableFunc(all, func(a, b *model.Article) int { return model.NewestFirst(a.Published, b.Published) })
			return all
		},
		Weight: func(a *model.Article) int { return l.weigh.card(a, !brief) },
		Date:   func(a *model.Article) edtf.Date { return a.Published },
	}
}

// Chapters are an article's sections on its own page.
func (l *Lists) Chapters(a *model.Article) List[*model.Section] {
	return l.chapters(a, "chapters of ", func(s *model.Section) (all, bare int) { return chapter(l, s) })
}

// chapter is what a section takes within its article: in full it may have a small map.
func chapter(l *Lists, s *model.Section) (all, bare int) {
	all, bare = l.weigh.chapter(s)
	if Spots(l, l.Tags[l.Reading(s)], func(e *model.Entity) bool { return e.Position != nil }) != nil {
		all += ofMap
	}
	return all, bare
}

// Pairs are an article's sections in two languages side by side.
func (l *Lists) Pairs(a *model.Article, languages [2]string) List[*model.Section] {
	return l.chapters(a, "pairs of ", func(s *model.Section) (all, bare int) { return l.weigh.pair(&s.Doc, languages) })
}

func (l *Lists) chapters(a *model.Article, key string, weigh func(*model.Section) (all, bare int)) List[*model.Section] {
	return List[*model.Section]{
		Key: key + string(a.Key), Fixed: true, Full: true,
		Entries: func() []*model.Section { return a.Sections },
		Weight:  func(s *model.Section) int { return l.within(weigh(s)) },
	}
}

// within is what a text takes on a page with others: all of it, or without its
// prose when it is too long for one.
func (l *Lists) within(all, bare int) int {
	if all > l.most {
		return bare
	}
	return all
}

// Pair is what a doc takes in two languages side by side on a page with others.
func (l *Lists) Pair(d *model.Doc, languages [2]string) int {
	return l.within(l.weigh.pair(d, languages))
}

// TooLong reports whether a section is too long to stand in full on a page
// with others.
func (l *Lists) TooLong(s *model.Section) bool {
	all, _ := chapter(l, s)
	return all > l.most
}

// TooLongBeside is TooLong for a doc in two languages side by side.
func (l *Lists) TooLongBeside(d *model.Doc, languages [2]string) bool {
	all, _ := l.weigh.pair(d, languages)
	return all > l.most
}

// Timeline is all events by date.
func (l *Lists) Timeline() List[*model.Entity] {
	return List[*model.Entity]{
		Key:     "timeline",
		Entries: func() []*model.Entity { return l.ByDate },
		Weight:  l.weigh.entityEntry,
		Date:    func(e *model.Entity) edtf.Date { return e.Date },
	}
}

// Index is the entities of a kind: events by date, others by name.
func (e *Edition) Index(k *model.Kind) List[*model.Entity] {
	if k.ID == model.Events {
		return e.Timeline()
	}
	return List[*model.Entity]{
		Key: "index of " + k.ID,
		Entries: func() []*model.Entity {
			of := slices.Clone(e.ofKind[k.ID])
			e.ByName(of)
			return of
		},
		Weight: func(x *model.Entity) int { return e.weigh.entityEntry(x) + 25 },
	}
}

// Pages are the free pages.
func (l *Lists) Pages() List[*model.Doc] {
	return List[*model.Doc]{
		Key:     "pages",
		Entries: func() []*model.Doc { return l.Site.Pages },
		Weight:  func(d *model.Doc) int { return ofItem + l.weigh.link(d) + l.weigh.summary(d) },
	}
}

// Correction is a correction with the section that it mended.
type Correction struct {
	model.Correction
	Section *model.Section
}

// Retold reports whether the text retells another, so that it is to be said whose the
// error was.
func (c Correction) Retold() bool { return c.OfSource || c.Section.Article.Source != nil }

// Corrections is the log of corrections, newest first.
func (l *Lists) Corrections() List[Correction] {
	return List[Correction]{
		Key: "corrections",
		Entries: func() []Correction {
			var all []Correction
			for _, a := range l.Site.Articles {
				for _, s := range a.Sections {
					for _, c := range s.Corrections {
						all = append(all, Correction{c, s})
					}
				}
			}
			slices.SortStableFunc(all, func(a, b Correction) int { return model.NewestFirst(a.Date, b.Date) })
			return all
		},
		Weight: func(c Correction) int { return l.weigh.correction(c.Section, &c.Correction) },
		Date:   func(c Correction) edtf.Date { return c.Date },
	}
}

// Places is the list beside the map: countries by name, each before its places,
// then what lies in none.
func (e *Edition) Places() List[*model.Entity] {
	return List[*model.Entity]{
		Key: "places",
		Entries: func() []*model.Entity {
			in := map[model.Key][]*model.Entity{}
			var others []*model.Entity
			for _, x := range e.Site.Entities {
				switch {
				case x.Position == nil || x.Key.Kind() == model.Countries:
				case x.Country != nil:
					in[x.Country.Key] = append(in[x.Country.Key], x)
				default:
					others = append(others, x)
				}
			}
			countries := slices.Clone(e.ofKind[model.Countries])
			e.ByName(countries)
			var all []*model.Entity
			for _, c := range countries {
				e.ByName(in[c.Key])
				all = append(append(all, c), in[c.Key]...)
			}
			e.ByName(others)
			return append(all, others...)
		},
		Weight: func(x *model.Entity) int { return 2*ofItem + e.weigh.entityLink(x) },
	}
}

// State is what is current, behind or missing in an edition.
type State struct {
	Lang            string
	Current         int
	Behind, Missing []*model.Doc
}

// statesOf are those of all editions into which something is translated.
func statesOf(s *model.Site) []State {
	var states []State
	for _, lang := range s.Into() {
		state := State{Lang: lang}
		for _, d := range s.Docs() {
			switch t := d.Texts.In(lang); {
			case d.Lacks(lang):
				state.Missing = append(state.Missing, d)
			case t == nil: // nothing is to be translated
			case len(model.Drift(d.Original(s.Settings.Default()), t)) > 0:
				state.Behind = append(state.Behind, d)
			default:
				state.Current++
			}
		}
		states = append(states, state)
	}
	return states
}

// Untranslated is a doc that is behind or missing in an edition.
type Untranslated struct {
	State  int // index of the edition's
	Behind bool
	Doc    *model.Doc
}

// Into are the languages of which the page about translations tells what is
// missing: all, but of very many in a further edition its own.
func (e *Edition) Into() []string {
	into := e.Site.Into()
	if len(e.Site.Settings.Languages) > limits.MaxMenuLinks && e.Lang != e.Site.Settings.Default() {
		into = slices.DeleteFunc(slices.Clone(into), func(l string) bool { return l != e.Lang })
	}
	return into
}

// Translations are what is behind or missing in the editions of Into.
func (e *Edition) Translations() List[Untranslated] {
	into := e.Into()
	return List[Untranslated]{
		Key: "translations into " + strings.Join(into, " "),
		Entries: func() []Untranslated {
			var all []Untranslated
			for i, s := range e.States() {
				if !slices.Contains(into, s.Lang) {
					continue
				}
				for _, d := range s.Behind {
					all = append(all, Untranslated{i, true, d})
				}
				for _, d := range s.Missing {
					all = append(all, Untranslated{i, false, d})
				}
			}
			return all
		},
		Weight: func(u Untranslated) int { return 20 + e.weigh.link(u.Doc) },
		AtMost: func() (all int) { // to find out what is behind takes longer
			for _, d := range e.Site.Docs() {
				all += 20 + e.weigh.link(d)
			}
			return all * len(into)
		},
	}
}
