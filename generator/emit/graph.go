package emit

import (
	"cmp"
	"slices"

	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// bond is a tie as the table of all relations has it: from the entity that
// declares it.
type bond struct {
	from *model.Entity
	kind int // index of the relation type
	tie
}

// bonds are all relations of the dossier, those of one pair and type
// together, by type, then by the names of both ends.
func (v *view) bonds() []bond {
	var all []bond
	types := v.plan.Site.Settings.Relations
	for n := range types {
		t := &types[n]
		var of []bond
		seen := map[[2]model.Key]bool{}
		for _, e := range v.plan.Site.Entities {
			for _, x := range v.ties(e.Key, t, false) {
				declared := slices.ContainsFunc(x.edges, func(edge model.Edge) bool { return !edge.Inverse })
				if declared && !seen[[2]model.Key{x.other.Key, e.Key}] {
					seen[[2]model.Key{e.Key, x.other.Key}] = t.Symmetric()
					of = append(of, bond{e, n, x})
				}
			}
		}
		slices.SortStableFunc(of, func(a, b bond) int {
			return cmp.Or(v.compareNames(a.other, b.other), v.compareNames(a.from, b.from))
		})
		all = append(all, of...)
	}
	return all
}

func (v *view) graph() layout.Graph {
	bonds := v.shared.bonds[v.lang]()
	g := layout.Graph{Page: v.chrome(v.words("graph"), v.words("graph.about")), Until: v.date(dossierDate(v.plan.Site), nil)}
	g.Parts = v.parts(plan.Main, v.words("graph"))
	if v.page.Of == nil {
		g.Drawing = v.network(bonds)
	}
	if v.plan.Has(v.lang, plan.AsOfKey) {
		l := v.link(plan.AsOfKey, v.words("asof"))
		g.AsOf = &l
	}
	for _, b := range shown(v, plan.Main, bonds) {
		to := v.relationItem(b.tie)
		g.Rows = append(g.Rows, layout.RelationRow{
			From: v.entityItem(b.from), Name: v.relationName(b.kind), To: v.entityItem(b.other), Ended: to.Ended, Times: to.Times,
		})
	}
	return g
}

func (v *view) relationName(kind int) string {
	return v.plan.Site.Settings.Relations[kind].Name.In(v.lang, v.fallback())
}
