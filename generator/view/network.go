package view

import (
	"strings"

	"dossier/generator/draw/network"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// nodePlaces is where the network shows its entities: the same in every edition,
// with room for the longest of an entity's names.
type nodePlaces struct {
	shown  []*model.Entity
	left   int // how many entities with relations are not shown
	places *network.Places
}

func newNodePlaces(l *lists.Lists) nodePlaces {
	ties := make([][]int, len(l.Entities))
	for i, e := range l.Entities {
		for _, edge := range l.Site.Relations[e.Key] {
			if edge.Other != e.Key {
				ties[i] = append(ties[i], int(l.NumberOf(edge.Other)))
			}
		}
	}
	picked, left := network.MostConnected(ties)
	p := nodePlaces{left: left}
	at := map[model.Key]int{}
	var labels [][]string
	for i, n := range picked {
		e := l.Entities[n]
		p.shown, at[e.Key] = append(p.shown, e), i
		var of []string
		for _, lang := range l.Site.Settings.Languages {
			of = append(of, nodeLabel(e, lang, l.Site.Settings.Default()))
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

// networkOf draws the most connected entities, with those of all ties that are
// between them; nil when there are none.
func networkOf(p *page, all []lists.Tie) *network.Drawing {
	placed := p.site.nodes()
	at := map[model.Key]int{}
	var nodes []network.Node
	for i, e := range placed.shown {
		at[e.Key] = i
		link := p.docLink(&e.Doc)
		nodes = append(nodes, network.Node{
			Href: link.Href, Lang: link.Lang, Label: nodeLabel(e, p.Lang, p.site.model().Settings.Default()),
			Title: p.Apart(link.Text) + " – " + p.Apart(p.OneOf(e).Text), Kind: p.site.kind(e.Key.Kind()),
		})
	}
	var ties []network.Tie
	for _, t := range all {
		from, ok := at[t.From.Key]
		to, both := at[t.To.Key]
		if ok && both && from != to {
			item := relationItem(p, t, nil)
			ties = append(ties, network.Tie{
				Edge: network.Edge{From: from, To: to, Arrow: !p.site.model().Settings.Relations[t.Type].Symmetric()},
				Type: t.Type, Title: tieWords(p, t, item), Ended: item.Ended, Spans: t.Spans(p.lists.Known().Ordinal()),
			})
		}
	}
	d := placed.places.Draw(nodes, ties, network.Names{
		Kind: func(i int) (text, lang string) {
			name := p.KindName(p.site.model().Kinds[i].ID)
			return name.Text, name.Lang
		},
		Type: func(i int, inverse bool) (text, lang string) {
			name := p.relationName(i)
			if inverse {
				name = p.SayIn(p.site.model().Settings.Relations[i].Inverse)
			}
			return name.Text, name.Lang
		},
	})
	if d != nil {
		d.Left = placed.left
	}
	return d
}

// tieWords says a tie in a line.
func tieWords(p *page, t lists.Tie, item layout.RelationItem) string {
	words := p.Apart(p.title(&t.From.Doc)) + " – " + p.Apart(p.relationName(t.Type).Text) + " – " + p.Apart(p.title(&t.To.Doc))
	var dates []string
	for _, x := range item.Times {
		for _, d := range x.Dates {
			dates = append(dates, voice.InText(&d))
		}
	}
	if len(dates) > 0 {
		words += p.Words("bracket.open") + strings.Join(dates, p.Words("comma")) + p.Words("bracket.close")
	}
	return words
}
