package emit

import (
	"slices"
	"strconv"
	"sync"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

func newShared(p *plan.Plan, set *layout.Set) *shared {
	s := &shared{
		register: newRegister(p), ofKind: map[string][]*model.Entity{},
		inTime: map[model.Key]int{}, editions: map[string]*edition{},
		bonds: map[string]func() []bond{}, states: sync.OnceValue(func() []editionState { return editionStates(p.Site) }),
		maps: newCartography(p.Site),
	}
	for _, e := range p.Site.Entities {
		s.ofKind[e.Key.Kind()] = append(s.ofKind[e.Key.Kind()], e)
	}
	s.events = slices.SortedStableFunc(slices.Values(s.ofKind[model.Events]), model.ByDate)
	for i, e := range s.events {
		s.inTime[e.Key] = i
	}
	for _, e := range p.Editions {
		s.editions[e.Lang] = newEdition(e, len(s.docs))
		v := &view{plan: p, set: set, shared: s, lang: e.Lang, edition: s.editions[e.Lang]}
		v.edition.order, s.bonds[e.Lang] = sync.OnceValue(v.kindOrder), sync.OnceValue(v.bonds)
	}
	s.sizes = sync.OnceValue(func() map[string]string { return sizesOf(p.Site.Media) })
	s.nodes = sync.OnceValue(func() nodePlaces { return newNodePlaces(p.Site) })
	return s
}

// date words a date; nil when there is none.
func (v *view) date(d edtf.Date, words model.Words) *layout.Date {
	text := words.In(v.lang, v.fallback())
	if d.IsZero() && text == "" {
		return nil
	}
	datetime, _ := d.Datetime()
	if text == "" {
		return &layout.Date{Text: d.Format(v.lang), Datetime: datetime, Dir: isolation(v.lang)}
	}
	dir := v.writtenDir(words)
	if dir == "" && turns(text, "ltr") {
		dir = "auto"
	}
	return &layout.Date{Text: text, Datetime: datetime, Dir: dir}
}

// writtenDir is the isolation of a date that an editor words.
func (v *view) writtenDir(words model.Words) string {
	lang := v.lang
	if _, own := words[lang]; !own {
		lang = v.fallback()
	}
	dir := layout.Direction(lang)
	if dir == "ltr" && layout.Direction(v.lang) == dir {
		return ""
	}
	return dir
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
	i.Summary = v.listed(v.text(&e.Doc))
	return i
}

func (v *view) place(e *model.Entity) *layout.Link {
	if e.Place != nil {
		l := v.docLink(&v.shared.entity(e.Place.Key).Doc)
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

// byKind groups entities, given by number, under their kinds, in the order of
// the kinds; within a kind, events go by date and others by name.
func (v *view) byKind(numbers []int32) []layout.Group {
	return v.grouped(v.inKinds(numbers))
}

// items presents entities, given by number, in a list.
func (v *view) items(numbers []int32) []*layout.Item {
	items := make([]*layout.Item, len(numbers))
	for i, n := range numbers {
		items[i] = v.item(n)
	}
	return items
}

// yearGroup begins a group for a date, unless the last one has its heading.
func (v *view) yearGroup(groups []layout.Group, d edtf.Date) []layout.Group {
	years, dated := d.Listing()
	heading := capital(v.yearsName(years, dated), v.lang)
	if n := len(groups); n > 0 && groups[n-1].Heading.Text == heading {
		return groups
	}
	return append(groups, layout.Group{Heading: layout.Link{Text: heading}, ID: "year_" + strconv.Itoa(len(groups)+1)})
}

// byYear groups entities that are in the order of lists by year.
func (v *view) byYear(entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	for _, e := range entities {
		groups = v.yearGroup(groups, e.Date)
		g := &groups[len(groups)-1]
		i := v.eventItem(e)
		g.Items = append(g.Items, &i)
	}
	return groups
}

// alphabetThreshold is how long a list must be to be divided by letters.
const alphabetThreshold = 40

// byLetter divides a sorted list by first letters when it is long. Letters
// that the language sorts as one (E and É; Е and Ё) share a heading.
func (v *view) byLetter(items []*layout.Item) []layout.Group {
	if len(items) < alphabetThreshold {
		return []layout.Group{{Items: items}}
	}
	var groups []layout.Group
	for _, i := range items {
		letter := initial(i.Text, v.lang)
		if n := len(groups); n == 0 || !v.edition.collation.sameLetter(groups[n-1].Heading.Text, letter) {
			groups = append(groups, layout.Group{Heading: layout.Link{Text: letter}, ID: "letter_" + strconv.Itoa(len(groups)+1)})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, i)
	}
	return groups
}
