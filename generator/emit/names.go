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
	entities []*model.Entity
	places   []int32 // in entities, by an entity's number
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
		o.entities = append(o.entities, list...)
	}
	o.places = make([]int32, len(v.shared.entities))
	for i, e := range o.entities {
		o.places[v.shared.numbers[&e.Doc]] = int32(i)
	}
	return o
}

// inKinds gives the entities of some numbers in the order of lists by kind.
func (v *view) inKinds(numbers []int32) []*model.Entity {
	order := v.edition.order()
	places := make([]int32, len(numbers))
	for i, n := range numbers {
		places[i] = order.places[n]
	}
	slices.Sort(places)
	out := make([]*model.Entity, len(places))
	for i, place := range places {
		out[i] = order.entities[place]
	}
	return out
}

// grouped lists entities that are in the order of inKinds under their kinds.
func (v *view) grouped(entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	for len(entities) > 0 {
		kind, n := entities[0].Key.Kind(), 1
		for n < len(entities) && entities[n].Key.Kind() == kind {
			n++
		}
		groups = append(groups, layout.Group{Heading: v.link(model.Key(kind), v.kindName(kind)), Items: v.items(entities[:n])})
		entities = entities[n:]
	}
	return groups
}
