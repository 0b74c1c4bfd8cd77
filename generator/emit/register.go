package emit

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/generator/model"
	"dossier/generator/plan"
)

// register numbers all docs that have a page, so that pages can keep what they
// know of each in a slice: first the entities by key, then the sections in
// reading order, then what else there is.
type register struct {
	docs     []*model.Doc
	entities []*model.Entity
	sections []*model.Section
	numbers  map[*model.Doc]int32
	keys     map[model.Key]int32
	tags     [][]int32 // the entities that each section is tagged with, ascending
}

func newRegister(p *plan.Plan) register {
	r := register{entities: slices.Clone(p.Site.Entities)}
	slices.SortFunc(r.entities, func(a, b *model.Entity) int { return cmp.Compare(a.Key, b.Key) })
	for _, a := range p.Site.Articles {
		r.sections = append(r.sections, a.Sections...)
	}
	most := len(r.entities) + len(r.sections) + len(p.Site.Articles) + len(p.Site.Corpus.Pages) + 1
	r.docs, r.numbers, r.keys = make([]*model.Doc, 0, most), make(map[*model.Doc]int32, most), make(map[model.Key]int32, most)
	for _, e := range r.entities {
		r.add(&e.Doc)
	}
	for _, s := range r.sections {
		r.add(&s.Doc)
	}
	for _, page := range p.Pages {
		if page.Doc != nil {
			r.add(page.Doc)
		}
	}
	r.tags = make([][]int32, len(r.sections))
	for i, s := range r.sections {
		r.tags[i] = r.tagged(nil, s.Tags)
	}
	return r
}

func (r *register) add(d *model.Doc) {
	if _, known := r.keys[d.Key]; !known {
		r.keys[d.Key], r.numbers[d] = int32(len(r.docs)), int32(len(r.docs))
		r.docs = append(r.docs, d)
	}
}

// tagged adds to numbers those of the entities that tags name. The result is
// ascending, each once.
func (r *register) tagged(numbers []int32, tags []model.Tag) []int32 {
	numbers = slices.Grow(numbers, len(tags))
	for _, t := range tags {
		numbers = append(numbers, r.numberOf(t.Key))
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// number is a doc's number. It panics when the doc has no page: 0 would be
// another's.
func (r *register) number(d *model.Doc) int32 {
	n, ok := r.numbers[d]
	if !ok {
		if d == nil {
			panic("emit: a page without a doc is asked for it")
		}
		panic(fmt.Sprintf("emit: no page shows %q", d.Key))
	}
	return n
}

// numberOf is the number of a key's doc; it panics when there is none.
func (r *register) numberOf(key model.Key) int32 {
	n, ok := r.keys[key]
	if !ok {
		panic(fmt.Sprintf("emit: nothing has the key %q", key))
	}
	return n
}

// entity is the entity of a key; it panics when the key is another's.
func (r *register) entity(key model.Key) *model.Entity {
	n := r.numberOf(key)
	if int(n) >= len(r.entities) {
		panic(fmt.Sprintf("emit: %q is no entity", key))
	}
	return r.entities[n]
}

// reading is a section's place in reading order.
func (r *register) reading(s *model.Section) int { return int(r.number(&s.Doc)) - len(r.entities) }

// section is the section of a number; nil when the number is another's.
func (r *register) section(number int32) *model.Section {
	if at := int(number) - len(r.entities); at >= 0 && at < len(r.sections) {
		return r.sections[at]
	}
	return nil
}

// numbersOf are the numbers of entities.
func (r *register) numbersOf(entities []*model.Entity) []int32 {
	numbers := make([]int32, len(entities))
	for i, e := range entities {
		numbers[i] = r.number(&e.Doc)
	}
	return numbers
}
