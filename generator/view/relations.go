package view

import (
	"cmp"
	"fmt"
	"slices"

	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// relations are an entity's relations by type and direction, as far as the page
// shows them, each said once: few of a type stand among the facts, more in a
// chapter, to which a fact leads that says how many they are. Those that are divided
// among pages stand in the chapter alone.
func (p entityPage) relations(out *layout.Entity) {
	divided := p.Divided(lists.Relations) != nil
	for _, h := range lists.ByType(p.ties()) {
		g := p.relationGroup(h)
		if h.Few() && !divided {
			out.Held = append(out.Held, g)
			continue
		}
		many := p.Count("part.count", len(h.Ties)).Link()
		if many.Href = "#" + g.ID; divided {
			many.Href = "#relations_"
		} else {
			out.Relations = append(out.Relations, g)
		}
		out.Facts = append(out.Facts, layout.Fact{Label: g.Heading, LabelIn: g.HeadingIn, Items: []*layout.Item{{Link: many}}})
	}
	if divided {
		out.Relations = p.relationGroups()
	}
	out.Remarks = layout.Remarks(out.Held)
}

// relationGroups are the page's part of an entity's relations.
func (p entityPage) relationGroups() []layout.RelationGroup {
	var groups []layout.RelationGroup
	for _, h := range lists.ByType(onThisPage(p.page, p.lists.Ties(p.of))) {
		groups = append(groups, p.relationGroup(h))
	}
	return groups
}

// relationGroup presents relations of one type from one end.
func (p entityPage) relationGroup(h lists.Held) layout.RelationGroup {
	end := 1
	if h.Inverse {
		end = 2
	}
	var items []layout.RelationItem
	for _, t := range h.Ties {
		items = append(items, relationItem(p.page, t, p.references))
	}
	heading := p.SayIn(h.Words(&p.site.model().Settings.Relations[h.Type]))
	return layout.RelationGroup{Heading: p.heading(heading), HeadingIn: heading.Lang, ID: fmt.Sprintf("relation_%d_%d", h.Type+1, end), Sets: layout.SharedNotes(items)}
}

// relationItem presents the other end of a tie, with the times of its relations and
// marks of their sources, if there are references.
func relationItem(p *page, t lists.Tie, references *voice.References) layout.RelationItem {
	i := layout.RelationItem{Link: p.docLink(&t.To.Doc), Ended: t.Ended(p.lists.Known().Ordinal())}
	i.Before, i.Over = p.Words("list.comma"), voice.NotNow(p.Voice, t, p.lists.Known())
	for _, e := range t.Edges {
		date, note, marks := p.Date(e.When, nil), p.SayIn(e.Note).Text, references.Marks(e.Sources)
		if n := len(i.Times); n == 0 || i.Times[n-1].Note != note || !slices.Equal(i.Times[n-1].Marks, marks) {
			i.Times = append(i.Times, layout.RelationTime{Note: note, Marks: marks})
		}
		if date != nil {
			last := &i.Times[len(i.Times)-1]
			last.Dates = voice.WithDate(p.Voice, last.Dates, *date)
		}
	}
	return i
}

// graph is all relations, drawn and as a table.
func graph(p *page) layout.Graph {
	g := layout.Graph{Page: p.frame(p.Say("graph.about")), Until: p.Date(p.site.model().Date(), nil)}
	list := p.lists.AllTies()
	ties := entriesOnce(p.edition, list) // which the drawing and the table need
	list.Entries = func() []lists.Tie { return ties }
	g.Parts = p.pager(list.Name, p.Words("graph"))
	if p.Of == nil {
		g.Drawing = networkOf(p, ties)
		g.Earliest = voice.Earliest(p.Voice, ties)
		g.Moment, _ = p.moment(lists.Turns(ties, p.lists.Known().Ordinal()))
	}
	if p.site.plan.Has(p.Lang, plan.AsOfKey) {
		g.Views = relationViews(p)
	}
	references := voice.NewReferences(p.Voice)
	var rows []layout.RelationRow
	for _, t := range onThisPage(p, list) {
		to, name := relationItem(p, t, references), p.relationName(t.Type)
		rows = append(rows, layout.RelationRow{
			From: []layout.Link{shortItem(p, t.From).Link}, Name: name.Text, NameIn: name.Lang, To: []layout.Link{shortItem(p, t.To).Link}, Ended: to.Ended, Times: to.Times,
			Spans: t.Spans(p.lists.Known().Ordinal()),
		})
	}
	g.Rows, g.Sources = layout.SharedRows(rows, p.Words("list.comma")), references.Sources
	return g
}

// relationViews are the two pages of all relations.
func relationViews(p *page) []layout.Link {
	return []layout.Link{p.link(plan.GraphKey, p.Say("graph")), p.link(plan.AsOfKey, p.Say("asof"))}
}

// relationName is what a type of relation is called from the end that declares
// it.
func (e *edition) relationName(kind int) voice.Said {
	return e.SayIn(e.site.model().Settings.Relations[kind].Name)
}

// heading is what a type of relation is called where that heads a list.
func (e *edition) heading(name voice.Said) string {
	return voice.Capital(name.Text, cmp.Or(name.Lang, e.Lang))
}
