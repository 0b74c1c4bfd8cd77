package drawn

import (
	"strings"

	"dossier/generator/draw/network"
	"dossier/generator/lists"
	"dossier/generator/model"
)

// Network is where the network shows its entities: the same in every edition,
// with room for the longest of an entity's names.
type Network struct {
	Shown  []*model.Entity
	Left   int // how many entities with relations are not shown
	Places *network.Places
}

// NewNetwork finds the places of a site's network.
func NewNetwork(l *lists.Lists) Network {
	ties := make([][]int, len(l.Entities))
	for i, e := range l.Entities {
		for _, edge := range l.Site.Relations[e.Key] {
			if edge.Other != e.Key {
				ties[i] = append(ties[i], int(l.NumberOf(edge.Other)))
			}
		}
	}
	picked, left := network.MostConnected(ties)
	p := Network{Left: left}
	at := map[model.Key]int{}
	var labels [][]string
	for i, n := range picked {
		e := l.Entities[n]
		p.Shown, at[e.Key] = append(p.Shown, e), i
		var of []string
		for _, lang := range l.Site.Settings.Languages {
			of = append(of, NodeLabel(e, lang, l.Site.Settings.Default()))
		}
		labels = append(labels, of)
	}
	type line struct {
		a, b int
		kind string
	}
	drawn := map[line]bool{}
	var pairs [][2]int
	for i, e := range p.Shown {
		for _, r := range e.Relations {
			to, ok := at[r.To.Key]
			if l := (line{min(i, to), max(i, to), r.Type}); ok && !drawn[l] {
				drawn[l] = true
				pairs = append(pairs, [2]int{i, to})
			}
		}
	}
	centre := -1
	if about := l.Site.Settings.Map; about != nil {
		if i, ok := at[about.To.Key]; ok {
			centre = i
		}
	}
	p.Places = network.Place(labels, pairs, centre)
	return p
}

// NodeLabel is what the network shows of an entity's names; the whole name is
// in the node's title and in the table.
func NodeLabel(e *model.Entity, lang, fallback string) string {
	return network.Label(e.Name(lang, fallback), e.Aliases[lang])
}

// ShortName is a name of an entity that fits into narrow places; its whole name when it has none.
func ShortName(e *model.Entity, lang, fallback, whole string) string {
	if label := NodeLabel(e, lang, fallback); !strings.HasSuffix(label, "…") {
		return label
	}
	return whole
}
