package emit

import (
	"cmp"
	"slices"
	"strings"

	"dossier/generator/draw/network"
	"dossier/generator/layout"
	"dossier/generator/model"
)

// nodePlaces is where the network shows its entities: the same in every edition,
// with room for the longest of an entity's names.
type nodePlaces struct {
	shown  []*model.Entity
	left   int // how many entities with relations are not shown
	places *network.Places
}

func newNodePlaces(s *model.Site) nodePlaces {
	entities := slices.SortedFunc(slices.Values(s.Entities), func(a, b *model.Entity) int { return cmp.Compare(a.Key, b.Key) })
	numbers := map[model.Key]int{}
	for i, e := range entities {
		numbers[e.Key] = i
	}
	ties := make([][]int, len(entities))
	for i, e := range entities {
		for _, edge := range s.Relations[e.Key] {
			if edge.Other != e.Key {
				ties[i] = append(ties[i], numbers[edge.Other])
			}
		}
	}
	picked, left := network.MostConnected(ties)
	p := nodePlaces{left: left}
	at := map[model.Key]int{}
	var labels [][]string
	for i, n := range picked {
		e := entities[n]
		p.shown, at[e.Key] = append(p.shown, e), i
		var of []string
		for _, lang := range s.Settings.Languages {
			of = append(of, nodeLabel(e, lang, s.Settings.Default()))
		}
		labels = append(labels, of)
	}
	var pairs [][2]int
	for i, e := range p.shown {
		for _, r := range e.Relations {
			if to, ok := at[r.To.Key]; ok {
				pairs = append(pairs, [2]int{i, to})
			}
		}
	}
	p.places = network.Place(labels, pairs)
	return p
}

// nodeLabel is what the network shows of an entity's names; the whole name is
// in the node's title and in the table.
func nodeLabel(e *model.Entity, lang, fallback string) string {
	return network.Label(e.Name(lang, fallback), e.Aliases[lang])
}

// network draws the most connected entities; nil when no relation is drawn.
func (v *view) network(bonds []bond) *network.Drawing {
	placed := v.shared.nodes()
	at := map[model.Key]int{}
	kinds := map[string]int{}
	for i, k := range v.plan.Site.Kinds {
		kinds[k.ID] = i
	}
	var nodes []network.Node
	for i, e := range placed.shown {
		at[e.Key] = i
		link := v.docLink(&e.Doc)
		nodes = append(nodes, network.Node{
			Href: link.Href, Lang: link.Lang, Label: nodeLabel(e, v.lang, v.fallback()),
			Title: v.apart(link.Text) + " – " + v.apart(v.oneOf(e)), Kind: kinds[e.Key.Kind()],
		})
	}
	var ties []network.Tie
	for _, b := range bonds {
		from, ok := at[b.from.Key]
		to, both := at[b.other.Key]
		if ok && both && from != to {
			item := v.relationItem(b.tie)
			ties = append(ties, network.Tie{
				Edge: network.Edge{From: from, To: to, Arrow: !v.plan.Site.Settings.Relations[b.kind].Symmetric()},
				Type: b.kind, Title: v.bondWords(b, item), Ended: item.Ended,
			})
		}
	}
	d := placed.places.Draw(nodes, ties, network.Names{
		Kind: func(i int) string { return v.kindName(v.plan.Site.Kinds[i].ID) }, Type: v.relationName,
	})
	if d != nil {
		d.Left = placed.left
	}
	return d
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
