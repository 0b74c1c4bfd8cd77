package emit

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// dossierDate is the date to which the dossier speaks: its newest article's,
// else the one of the settings. It may be zero.
func dossierDate(s *model.Site) edtf.Date {
	if len(s.Articles) > 0 && !s.Articles[0].Published.IsZero() {
		return s.Articles[0].Published
	}
	return s.Settings.Published
}

// tie is one entity's relations of one type to one other.
type tie struct {
	other   *model.Entity
	edges   []model.Edge   // by date
	tenures []model.Tenure // of the edges that have a date
}

// ties are an entity's relations of one type from one of its ends, each other
// entity once; of a symmetric type, from both.
func (v *view) ties(key model.Key, t *model.RelationType, inverse bool) []tie {
	_, known := dossierDate(v.plan.Site).Bounds()
	at := map[model.Key]int{}
	var ties []tie
	for _, e := range v.plan.Site.Relations[key] {
		if e.Type != t.ID || e.Inverse != inverse && !t.Symmetric() {
			continue
		}
		i, ok := at[e.Other]
		if !ok {
			i = len(ties)
			at[e.Other] = i
			ties = append(ties, tie{other: v.shared.entity(e.Other)})
		}
		x := &ties[i]
		x.edges = append(x.edges, e)
		if !e.When.IsZero() {
			x.tenures = append(x.tenures, model.NewTenure(e.When, known))
		}
	}
	for _, x := range ties {
		slices.SortStableFunc(x.edges, func(a, b model.Edge) int { return edtf.Compare(a.When, b.When) })
	}
	return ties
}

// ended reports whether a tie was over by a day.
func (t tie) ended(day int) bool {
	for _, x := range t.tenures {
		if x.Possible.To > day {
			return false
		}
	}
	return len(t.tenures) == len(t.edges)
}

// begun reports whether a tie may have begun by a day.
func (t tie) begun(day int) bool {
	for _, x := range t.tenures {
		if x.Possible.From <= day {
			return true
		}
	}
	return len(t.tenures) < len(t.edges)
}

// relationsOf is an entity's ties of one type, seen from one end.
type relationsOf struct {
	kind, end int // index of the type; 1 for the end that relations lead to
	tie
}

// relations groups an entity's relations by type and direction, in the order
// in which the types are declared; within a group those that hold come first,
// then those to come, then those that ended, each by date. Of very many the
// page shows a part.
func (v *view) relations(e *model.Entity) []layout.RelationGroup {
	types := v.plan.Site.Settings.Relations
	all := func() []relationsOf { return v.relationsOf(e) }
	if divided, _ := v.divided(plan.Relations); divided != nil {
		all = func() []relationsOf {
			return once(v, "relations "+string(e.Key), func() []relationsOf { return v.relationsOf(e) })
		}
	}
	var groups []layout.RelationGroup
	for _, x := range shown(v, plan.Relations, all()) {
		id := fmt.Sprintf("relation_%d_%d", x.kind+1, x.end+1)
		if n := len(groups); n == 0 || groups[n-1].ID != id {
			words := [2]model.Words{types[x.kind].Name, types[x.kind].Inverse}[x.end]
			groups = append(groups, layout.RelationGroup{Heading: words.In(v.lang, v.fallback()), ID: id})
		}
		g := &groups[len(groups)-1]
		g.Items = append(g.Items, v.relationItem(x.tie))
	}
	for i := range groups {
		shareNote(&groups[i])
	}
	return groups
}

// relationsOf are all of an entity's ties in that order.
func (v *view) relationsOf(e *model.Entity) []relationsOf {
	types := v.plan.Site.Settings.Relations
	var all []relationsOf
	for n := range types {
		for end := range 2 {
			if end == 1 && types[n].Symmetric() {
				continue
			}
			for _, x := range v.inOrder(v.ties(e.Key, &types[n], end == 1)) {
				all = append(all, relationsOf{n, end, x})
			}
		}
	}
	return all
}

func (v *view) inOrder(ties []tie) []tie {
	_, known := dossierDate(v.plan.Site).Bounds()
	rank := func(t tie) int {
		switch {
		case t.ended(known.Ordinal()):
			return 2
		case !t.begun(known.Ordinal()):
			return 1
		}
		return 0
	}
	ties = slices.Clone(ties)
	slices.SortStableFunc(ties, func(a, b tie) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), edtf.Compare(a.edges[0].When, b.edges[0].When))
	})
	return ties
}

func (v *view) relationItem(t tie) layout.RelationItem {
	_, known := dossierDate(v.plan.Site).Bounds()
	i := layout.RelationItem{Link: v.docLink(&t.other.Doc), Flag: t.other.Flag, Ended: t.ended(known.Ordinal())}
	for _, e := range t.edges {
		date, note := v.date(e.When, nil), e.Note.In(v.lang, v.fallback())
		if n := len(i.Times); n == 0 || i.Times[n-1].Note != note {
			i.Times = append(i.Times, layout.RelationTime{Note: note})
		}
		if date != nil {
			last := &i.Times[len(i.Times)-1]
			last.Dates = append(last.Dates, *date)
		}
	}
	return i
}

// shareNote moves a note that all of a group's relations have to its heading.
func shareNote(g *layout.RelationGroup) {
	if len(g.Items) < 2 {
		return
	}
	note := g.Items[0].Times[0].Note
	for _, i := range g.Items {
		if len(i.Times) != 1 || i.Times[0].Note != note {
			return
		}
	}
	g.Note = note
	for i := range g.Items {
		g.Items[i].Times[0].Note = ""
	}
}
