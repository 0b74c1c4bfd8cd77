package view

import (
	"strings"

	"dossier/generator/draw/network"
	"dossier/generator/drawn"
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// networkOf draws the most connected entities, with those of all ties that are
// between them; nil when there are none.
func networkOf(p *page, all []lists.Tie) *network.Drawing {
	placed, day, settings := p.site.nodes(), p.lists.Known().Ordinal(), &p.site.model().Settings
	at := map[model.Key]int{}
	var nodes []network.Node
	for i, e := range placed.Shown {
		at[e.Key] = i
		link := p.docLink(&e.Doc)
		nodes = append(nodes, network.Node{
			Href: link.Href, Lang: link.Lang, Label: drawn.NodeLabel(e, p.Lang, p.site.model().Settings.Default()),
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
				Edge: network.Edge{From: from, To: to, Arrow: !settings.Relations[t.Type].Symmetric()},
				Type: t.Type, Title: tieWords(p, t, item), Main: settings.Map != nil && t.Type == settings.MapRelation(), Pale: item.Ended || !t.Begun(day),
				Times: tieDates(p, item), Spans: t.Spans(day),
			})
		}
	}
	d := placed.Places.Draw(nodes, ties, network.Names{
		Kind: func(i int) (text, lang string) {
			name := p.KindName(p.site.model().Kinds[i].ID)
			return name.Text, name.Lang
		},
		Type: func(i int, inverse bool) (text, lang string) {
			name := p.relationName(i)
			if inverse {
				name = p.SayIn(settings.Relations[i].Inverse)
			}
			return name.Text, name.Lang
		},
	})
	if d != nil {
		d.Left = placed.Left
	}
	return d
}

// tieWords says a tie in a line.
func tieWords(p *page, t lists.Tie, item layout.RelationItem) string {
	words := p.Apart(p.title(&t.From.Doc)) + " – " + p.Apart(p.relationName(t.Type).Text) + " – " + p.Apart(p.title(&t.To.Doc))
	if dates := tieDates(p, item); dates != "" {
		words += p.Words("bracket.open") + dates + p.Words("bracket.close")
	}
	return words
}

// tieDates are the times of a tie in words.
func tieDates(p *page, item layout.RelationItem) string {
	var dates []string
	for _, x := range item.Times {
		for _, d := range x.Dates {
			dates = append(dates, voice.InText(&d))
		}
	}
	return strings.Join(dates, p.Words("comma"))
}
