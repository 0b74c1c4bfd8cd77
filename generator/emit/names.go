package emit

import (
	"bytes"
	"cmp"
	"slices"

	"dossier/generator/layout"
	"dossier/generator/model"
)

// byName sorts entities by name, in place; of two of one name the one with the
// lesser path comes first.
func (v *view) byName(of []*model.Entity) { slices.SortFunc(of, v.compareNames) }

func (v *view) compareNames(a, b *model.Entity) int {
	x, y := v.card(&a.Doc), v.card(&b.Doc)
	return cmp.Or(bytes.Compare(x.of.order, y.of.order), cmp.Compare(x.path, y.path))
}

// kindOrder is the order in which lists by kind show entities: that of the
// kinds; within a kind, events go by date and others by name.
type kindOrder struct {
	numbers []int32 // of the entities, in order
	places  []int32 // in that order, by number
}

func (v *view) kindOrder() kindOrder {
	var o kindOrder
	for _, k := range v.plan.Site.Kinds {
		list := slices.Clone(v.shared.ofKind[k.ID])
		if k.ID == model.Events {
			slices.SortStableFunc(list, model.ByDate)
		} else {
			v.byName(list)
		}
		o.numbers = append(o.numbers, v.shared.numbersOf(list)...)
	}
	o.places = make([]int32, len(v.shared.entities))
	for i, n := range o.numbers {
		o.places[n] = int32(i)
	}
	return o
}

// inKinds puts entities, given by number, in the order of lists by kind.
func (v *view) inKinds(numbers []int32) []int32 {
	order := v.edition.order()
	out := make([]int32, len(numbers))
	for i, n := range numbers {
		out[i] = order.places[n]
	}
	slices.Sort(out)
	for i, place := range out {
		out[i] = order.numbers[place]
	}
	return out
}

// grouped lists entities that are in the order of inKinds under their kinds.
func (v *view) grouped(numbers []int32) []layout.Group {
	groups := make([]layout.Group, 0, min(len(numbers), len(v.plan.Site.Kinds)))
	for len(numbers) > 0 {
		kind, n := v.shared.entities[numbers[0]].Key.Kind(), 1
		for n < len(numbers) && v.shared.entities[numbers[n]].Key.Kind() == kind {
			n++
		}
		groups = append(groups, layout.Group{Heading: v.kindLink(kind), Items: v.items(numbers[:n])})
		numbers = numbers[n:]
	}
	return groups
}
