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
	return cmp.Or(bytes.Compare(x.order, y.order), cmp.Compare(x.path, y.path))
}

// inKinds puts entities in the order in which lists by kind show them: that of
// the kinds; within a kind, events go by date and others by name.
func (v *view) inKinds(entities []*model.Entity) []*model.Entity {
	of := map[string][]*model.Entity{}
	for _, e := range entities {
		of[e.Key.Kind()] = append(of[e.Key.Kind()], e)
	}
	out := make([]*model.Entity, 0, len(entities))
	for _, k := range v.plan.Site.Kinds {
		list := of[k.ID]
		if k.ID == model.Events {
			slices.SortStableFunc(list, model.ByDate)
		} else {
			v.byName(list)
		}
		out = append(out, list...)
	}
	return out
}

// grouped lists entities that are in the order of inKinds under their kinds.
func (v *view) grouped(entities []*model.Entity) []layout.Group {
	var groups []layout.Group
	last := ""
	for _, e := range entities {
		if kind := e.Key.Kind(); kind != last {
			last = kind
			groups = append(groups, layout.Group{Heading: v.link(model.Key(kind), v.kindName(kind))})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, v.entityItem(e))
	}
	return groups
}
