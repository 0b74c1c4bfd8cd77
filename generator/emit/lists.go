package emit

import (
	"slices"
	"strconv"
	"sync"
	"unicode"
	"unicode/utf8"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

func newShared(p *plan.Plan) *shared {
	s := &shared{
		entities: map[model.Key]*model.Entity{}, docs: map[model.Key]*model.Doc{}, numbers: map[*model.Doc]int32{}, ofKind: map[string][]*model.Entity{},
		inTime: map[model.Key]int{}, editions: map[string]*edition{},
		bonds: map[string]func() []bond{}, states: sync.OnceValue(func() []editionState { return editionStates(p.Site) }),
		sections: map[*model.Doc]*model.Section{}, reading: map[*model.Section]int{},
		maps: newCartography(p.Site),
	}
	for _, a := range p.Site.Articles {
		for _, sec := range a.Sections {
			s.reading[sec] = len(s.sections)
			s.sections[&sec.Doc] = sec
		}
	}
	for _, e := range p.Site.Entities {
		s.entities[e.Key] = e
		s.ofKind[e.Key.Kind()] = append(s.ofKind[e.Key.Kind()], e)
	}
	for _, page := range p.Pages {
		if page.Doc != nil {
			s.docs[page.Key] = page.Doc
			if _, known := s.numbers[page.Doc]; !known {
				s.numbers[page.Doc] = int32(len(s.numbers))
			}
		}
	}
	s.events = slices.SortedStableFunc(slices.Values(s.ofKind[model.Events]), model.ByDate)
	for i, e := range s.events {
		s.inTime[e.Key] = i
	}
	for _, e := range p.Editions {
		s.editions[e.Lang] = newEdition(e.Lang, len(s.numbers))
		s.bonds[e.Lang] = sync.OnceValue((&view{plan: p, shared: s, lang: e.Lang, edition: s.editions[e.Lang]}).bonds)
	}
	s.nodes = sync.OnceValue(func() nodePlaces { return newNodePlaces(p.Site) })
	return s
}

// date words a date; nil when there is none.
func (v *view) date(d edtf.Date, words model.Words) *layout.Date {
	text := words.In(v.lang, v.fallback())
	if d.IsZero() && text == "" {
		return nil
	}
	if text == "" {
		text = d.Format(v.lang)
	}
	datetime, _ := d.Datetime()
	return &layout.Date{Text: text, Datetime: datetime}
}

// entityItem presents an entity in a list.
func (v *view) entityItem(e *model.Entity) layout.Item {
	return layout.Item{Link: v.docLink(&e.Doc), Flag: e.Flag}
}

// eventItem presents a dated entity in a list.
func (v *view) eventItem(e *model.Entity) layout.Item {
	i := v.entityItem(e)
	i.Date = v.card(&e.Doc).date
	i.Place = v.place(e)
	i.Summary = v.text(&e.Doc).Summary
	return i
}

func (v *view) place(e *model.Entity) *layout.Link {
	if e.Place != nil {
		l := v.docLink(&v.shared.entities[e.Place.Key].Doc)
		return &l
	}
	if words := e.PlaceText.In(v.lang, v.fallback()); words != "" {
		return &layout.Link{Text: words}
	}
	return nil
}

func (v *view) eventItems(events []*model.Entity) []layout.Item {
	items := make([]layout.Item, 0, len(events))
	for _, e := range events {
		items = append(items, v.eventItem(e))
	}
	return items
}

// count words a number of sections; "" for none.
func (v *view) count(sections int) string {
	if sections == 0 {
		return ""
	}
	return v.set.Count(v.lang, "sections.count", sections)
}

// byKind groups entities under their kinds, in the order of the kinds; within
// a kind, events go by date and others by name.
func (v *view) byKind(entities []*model.Entity) []layout.Group {
	return v.grouped(v.inKinds(entities))
}

// items presents entities in a list.
func (v *view) items(of []*model.Entity) []layout.Item {
	items := make([]layout.Item, 0, len(of))
	for _, e := range of {
		items = append(items, v.entityItem(e))
	}
	return items
}

// tagged are the entities that tags name, each once.
func (v *view) tagged(tags []model.Tag) []*model.Entity {
	out := make([]*model.Entity, 0, len(tags))
	seen := make(map[model.Key]bool, len(tags))
	for _, t := range tags {
		if !seen[t.Key] {
			seen[t.Key] = true
			out = append(out, v.shared.entities[t.Key])
		}
	}
	return out
}

// byYear groups dated items; entities and items run in parallel.
func (v *view) byYear(entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	for _, e := range entities {
		heading := capital(v.words("part.undated"))
		if year, ok := e.Date.Year(); ok {
			heading = format(yearText(year), v.lang)
		}
		if n := len(groups); n == 0 || groups[n-1].Heading.Text != heading {
			groups = append(groups, layout.Group{Heading: layout.Link{Text: heading}, ID: "year_" + strconv.Itoa(len(groups)+1)})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, v.eventItem(e))
	}
	return groups
}

// alphabetThreshold is how long a list must be to be divided by letters.
const alphabetThreshold = 40

// byLetter divides a sorted list by first letters when it is long. Letters
// that the language sorts as one (E and É; Е and Ё) share a heading.
func (v *view) byLetter(items []layout.Item) []layout.Group {
	if len(items) < alphabetThreshold {
		return []layout.Group{{Items: items}}
	}
	var groups []layout.Group
	for _, i := range items {
		r, _ := utf8.DecodeRuneInString(i.Text)
		letter := string(unicode.ToUpper(r))
		if n := len(groups); n == 0 || !v.edition.collation.sameLetter(groups[n-1].Heading.Text, letter) {
			groups = append(groups, layout.Group{Heading: layout.Link{Text: letter}, ID: "letter_" + strconv.Itoa(len(groups)+1)})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, i)
	}
	return groups
}
