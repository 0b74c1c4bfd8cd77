package lists

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/generator/model"
)

// Numbering numbers all docs that have a page, so that what is known of each can
// be kept in a slice: first the entities by key, then the sections in reading
// order, then what else there is.
type Numbering struct {
	Docs     []*model.Doc
	Entities []*model.Entity
	Sections []*model.Section
	Tags     [][]int32 // of each section: the entities it is tagged with, ascending

	dated    []int32 // of each section: its place among all by date
	keys     map[model.Key]int32
	listed   []int32 // by the numbers that docs have in the site
	numbered []int32 // the other way about; of what has none there -1
}

func newNumbering(s *model.Site) Numbering {
	n := Numbering{Entities: slices.Clone(s.Entities)}
	slices.SortFunc(n.Entities, func(a, b *model.Entity) int { return cmp.Compare(a.Key, b.Key) })
	for _, a := range s.Articles {
		n.Sections = append(n.Sections, a.Sections...)
	}
	most := len(n.Entities) + len(n.Sections) + len(s.Articles) + len(s.Pages) + 1
	n.Docs, n.keys = make([]*model.Doc, 0, most), make(map[model.Key]int32, most)
	add := func(d *model.Doc) {
		n.keys[d.Key] = int32(len(n.Docs))
		n.Docs = append(n.Docs, d)
	}
	for _, e := range n.Entities {
		add(&e.Doc)
	}
	for _, x := range n.Sections {
		add(&x.Doc)
	}
	add(s.Home)
	for _, a := range s.Articles {
		add(&a.Doc)
	}
	for _, d := range s.Pages {
		add(d)
	}
	n.listed, n.numbered = make([]int32, len(s.Numbered)), slices.Repeat([]int32{-1}, len(n.Docs))
	for i, d := range s.Numbered {
		n.listed[i] = n.Number(d)
		n.numbered[n.listed[i]] = int32(i)
	}
	n.Tags = make([][]int32, len(n.Sections))
	for i, x := range n.Sections {
		n.Tags[i] = n.Tagged(nil, x.Tags)
	}
	n.dated = placesByDate(n.Sections)
	return n
}

// placesByDate gives each section its place among them by date, so that the lists of every entity need
// not compare dates.
func placesByDate(sections []*model.Section) []int32 {
	order := make([]int32, len(sections))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		x, y := sections[a], sections[b]
		return cmp.Or(model.InYears(x.Date, y.Date), cmp.Compare(x.Key, y.Key))
	})
	places := make([]int32, len(sections))
	for place, i := range order {
		places[i] = int32(place)
	}
	return places
}

// again is the numbering after an edit: all have the numbers that they had.
func (n *Numbering) again(e *model.Edit) Numbering {
	x := *n
	x.Docs, x.Sections = slices.Clone(n.Docs), slices.Clone(n.Sections)
	for _, now := range e.Docs {
		x.Docs[n.Number(now)] = now
	}
	for _, a := range e.Articles {
		for i, s := range a.Was.Sections {
			x.Sections[n.Reading(s)] = a.Now.Sections[i]
		}
	}
	return x
}

// Tagged adds to numbers those of the entities that tags name. The result is
// ascending, each once.
func (n *Numbering) Tagged(numbers []int32, tags []model.Tag) []int32 {
	numbers = slices.Grow(numbers, len(tags))
	for _, t := range tags {
		numbers = append(numbers, n.NumberOf(t.Key))
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// Number is a doc's number, which it has by its key: the doc of the site before an edit has
// the same. It panics when no page has the key: 0 would be another's.
func (n *Numbering) Number(d *model.Doc) int32 {
	if d == nil {
		panic("lists: a page without a doc is asked for it")
	}
	number, ok := n.keys[d.Key]
	if !ok {
		panic(fmt.Sprintf("lists: no page shows %q", d.Key))
	}
	return number
}

// Find is the number of a key's doc, when there is one.
func (n *Numbering) Find(key model.Key) (number int32, ok bool) {
	number, ok = n.keys[key]
	return number, ok
}

// NumberOf is the number of a key's doc; it panics when there is none.
func (n *Numbering) NumberOf(key model.Key) int32 {
	number, ok := n.keys[key]
	if !ok {
		panic(fmt.Sprintf("lists: nothing has the key %q", key))
	}
	return number
}

// Entity is the entity of a key; it panics when the key is another's.
func (n *Numbering) Entity(key model.Key) *model.Entity {
	number := n.NumberOf(key)
	if int(number) >= len(n.Entities) {
		panic(fmt.Sprintf("lists: %q is no entity", key))
	}
	return n.Entities[number]
}

// Reading is a section's place in reading order.
func (n *Numbering) Reading(s *model.Section) int { return int(n.Number(&s.Doc)) - len(n.Entities) }

// Section is the section of a number; nil when the number is another's.
func (n *Numbering) Section(number int32) *model.Section {
	if at := int(number) - len(n.Entities); at >= 0 && at < len(n.Sections) {
		return n.Sections[at]
	}
	return nil
}

// SectionsIn are the sections with numbers that they have in the site.
func (n *Numbering) SectionsIn(numbers []int32) []*model.Section {
	out := make([]*model.Section, len(numbers))
	for i, at := range numbers {
		out[i] = n.Section(n.listed[at])
	}
	return out
}

// NumbersOf are the numbers of entities.
func (n *Numbering) NumbersOf(entities []*model.Entity) []int32 {
	numbers := make([]int32, len(entities))
	for i, e := range entities {
		numbers[i] = n.Number(&e.Doc)
	}
	return numbers
}

// AnchorName is the name of what [[id]] leads to, as HTML, in the language of
// the prose around it, or else in the original one.
func (n *Numbering) AnchorName(a model.Anchor, lang, original string) string {
	at := n.NumberOf(a.Target)
	if a.Here {
		for _, h := range n.Docs[at].In(lang, original).Body.Headings {
			if h.ID == a.Heading() {
				return h.Text
			}
		}
	}
	if int(at) < len(n.Entities) {
		return n.Entities[at].NameHTML(lang, original)
	}
	return n.Docs[at].In(lang, original).TitleHTML()
}
