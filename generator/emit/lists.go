package emit

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

func newShared(p *plan.Plan) *shared {
	s := &shared{
		entities: map[model.Key]*model.Entity{}, docs: map[model.Key]*model.Doc{}, ofKind: map[string][]*model.Entity{},
		inTime: map[model.Key]int{}, collators: map[string]*collation{}, ranks: map[string]func() map[model.Key]int{},
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
		}
	}
	s.events = slices.SortedStableFunc(slices.Values(s.ofKind[model.Events]), model.ByDate)
	for i, e := range s.events {
		s.inTime[e.Key] = i
	}
	for _, e := range p.Editions {
		s.collators[e.Lang] = newCollation(e.Lang)
		s.ranks[e.Lang] = sync.OnceValue(func() map[model.Key]int { return rankNames(p, e.Lang) })
		s.bonds[e.Lang] = sync.OnceValue((&view{plan: p, shared: s, lang: e.Lang}).bonds)
	}
	s.nodes = sync.OnceValue(func() nodePlaces { return newNodePlaces(p.Site) })
	return s
}

// collation compares names in a language's order. A collate.Collator is not
// safe for concurrent use.
type collation struct {
	mu    sync.Mutex
	c     *collate.Collator
	loose *collate.Collator // blind to case and accents that make no letter of their own
}

func newCollation(lang string) *collation {
	tag := language.Make(lang)
	return &collation{c: collate.New(tag), loose: collate.New(tag, collate.Loose)}
}

// sameLetter reports whether two letters differ only by case or accent.
func (c *collation) sameLetter(a, b string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.loose.CompareString(a, b) == 0
}

func (c *collation) sort(items []layout.Item) {
	c.mu.Lock()
	defer c.mu.Unlock()
	slices.SortStableFunc(items, func(a, b layout.Item) int {
		return cmp.Or(c.c.CompareString(a.Text, b.Text), cmp.Compare(a.Href, b.Href))
	})
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
	i.Date = v.date(e.Date, e.DateText)
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
	var items []layout.Item
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
	var items []layout.Item
	for _, e := range of {
		items = append(items, v.entityItem(e))
	}
	return items
}

// tagged are the entities that tags name, each once.
func (v *view) tagged(tags []model.Tag) []*model.Entity {
	var out []*model.Entity
	seen := map[model.Key]bool{}
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
		if n := len(groups); n == 0 || !v.shared.collators[v.lang].sameLetter(groups[n-1].Heading.Text, letter) {
			groups = append(groups, layout.Group{Heading: layout.Link{Text: letter}, ID: "letter_" + strconv.Itoa(len(groups)+1)})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, i)
	}
	return groups
}
