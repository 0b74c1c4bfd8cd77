package emit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/draw/network"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// lineStyles is how many patterns of lines the style sheet has.
const lineStyles = 6

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

// network draws the most connected entities.
func (v *view) network(bonds []bond) *layout.Network {
	placed := v.shared.nodes()
	at := map[model.Key]int{}
	boxes := slices.Clone(placed.boxes)
	for i, e := range placed.shown {
		at[e.Key] = i
		boxes[i].W = nodeWidth(nodeLabel(e, v.lang, v.fallback()))
	}
	n := &layout.Network{Width: placed.width, Height: placed.height, Left: placed.left, Shown: len(placed.shown)}
	var drawn []bond
	var edges []network.Edge
	for _, b := range bonds {
		from, ok := at[b.from.Key]
		to, both := at[b.other.Key]
		if ok && both && from != to {
			drawn = append(drawn, b)
			edges = append(edges, network.Edge{From: from, To: to, Arrow: !v.plan.Site.Settings.Relations[b.kind].Symmetric()})
		}
	}
	if len(drawn) == 0 {
		return nil
	}
	v.drawEdges(n, drawn, network.Lines(boxes, edges))
	v.drawNodes(n, placed.shown, boxes)
	return n
}

func (v *view) drawEdges(n *layout.Network, drawn []bond, lines []network.Line) {
	style := map[int]int{}
	for i, b := range drawn {
		if style[b.kind] == 0 {
			number := len(style) + 1
			style[b.kind] = number
			key := layout.NetworkKey{Text: v.relationName(b.kind), Style: (number-1)%lineStyles + 1, Mark: strconv.Itoa(number), Path: "M2 12H54"}
			if lines[i].Tip != "" {
				key.Tip = "M62 12L53 8L53 16Z"
			}
			n.Types = append(n.Types, key)
		}
		item := v.relationItem(b.tie)
		number := style[b.kind]
		n.Ended = n.Ended || item.Ended
		n.Symmetric = n.Symmetric || lines[i].Tip == ""
		n.Edges = append(n.Edges, layout.NetworkEdge{
			Title: v.bondWords(b, item), Style: (number-1)%lineStyles + 1, Ended: item.Ended,
			Path: lines[i].Path, Tip: lines[i].Tip, Mark: strconv.Itoa(number), X: lines[i].X, Y: lines[i].Y,
		})
	}
}

// bondWords says a relation in a line.
func (v *view) bondWords(b bond, item layout.RelationItem) string {
	words := v.apart(v.title(&b.from.Doc)) + " – " + v.apart(v.relationName(b.kind)) + " – " + v.apart(v.title(&b.other.Doc))
	var dates []string
	for _, t := range item.Times {
		for _, d := range t.Dates {
			dates = append(dates, inText(&d))
		}
	}
	if len(dates) > 0 {
		words += " (" + strings.Join(dates, ", ") + ")"
	}
	return words
}

func (v *view) drawNodes(n *layout.Network, shown []*model.Entity, boxes []network.Box) {
	style := map[string]int{}
	for _, k := range v.plan.Site.Kinds {
		if slices.ContainsFunc(shown, func(e *model.Entity) bool { return e.Key.Kind() == k.ID }) {
			style[k.ID] = len(style) + 1
			example := network.Box{W: 44 * network.Unit, H: 20 * network.Unit, X: 32 * network.Unit, Y: 12 * network.Unit}
			n.Kinds = append(n.Kinds, layout.NetworkKey{
				Text: v.kindName(k.ID), Style: (style[k.ID]-1)%network.Shapes + 1, Path: network.Outline(example, style[k.ID]-1),
			})
		}
	}
	for i, e := range shown {
		link := v.docLink(&e.Doc)
		link.Text = nodeLabel(e, v.lang, v.fallback())
		s := style[e.Key.Kind()]
		n.Nodes = append(n.Nodes, layout.NetworkNode{
			Link: link, Title: v.apart(v.title(&e.Doc)) + " – " + v.apart(v.oneOf(e)), Style: (s-1)%network.Shapes + 1,
			Path: network.Outline(boxes[i], s-1), X: boxes[i].X / network.Unit, Y: boxes[i].Y / network.Unit,
		})
	}
}
