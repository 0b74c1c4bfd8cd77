package view

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/voice"
)

// asOfPage tells who stood in which relation when.
type asOfPage struct{ *page }

func asOf(of *page) layout.AsOf {
	p := asOfPage{of}
	site, known := p.site.model(), p.lists.Known()
	out := layout.AsOf{
		Page: p.frame(p.Say("asof.about")), Graph: p.link(plan.GraphKey, p.Say("graph")),
		Until: p.Date(site.Date(), nil), Days: p.Days(),
	}
	divided, _ := p.divided(lists.Main)
	list := p.lists.AllMembers(divided != nil)
	out.Parts = p.pager(list.Name, p.Words("asof"))
	var stops []int
	last := -1
	for _, m := range onThisPage(of, list) {
		t := &site.Settings.Relations[m.Type]
		if m.Type != last {
			last = m.Type
			name := p.SayIn(t.Name)
			out.Types = append(out.Types, layout.AsOfType{Name: p.heading(name), NameIn: name.Lang, ID: fmt.Sprintf("relation_%d", m.Type+1)})
		}
		g, days := layout.AsOfGroup{Many: m.Many}, []int(nil)
		if m.Many <= limits.MaxTies {
			g, days = p.asOfGroup(p.membersByName(m), known)
		}
		inverse := p.SayIn(t.Inverse)
		g.Of, g.Name, g.NameIn = p.entityItem(m.Of), inverse.Text, inverse.Lang
		section := &out.Types[len(out.Types)-1]
		section.Groups = append(section.Groups, g)
		stops = append(stops, days...)
	}
	if !site.Date().IsZero() {
		stops = append(stops, known.Ordinal())
	}
	slices.Sort(stops)
	for _, day := range slices.Compact(stops) {
		d := model.DayOf(day)
		out.Stops = append(out.Stops, layout.AsOfStop{Number: day, Day: d.String(), Text: p.DateInText(d)})
		if day <= known.Ordinal() {
			out.First = len(out.Stops) - 1
		}
	}
	return out
}

// membersByName are those who stand in a relation to an entity.
func (p asOfPage) membersByName(m lists.Members) []lists.Tie {
	ties := p.lists.TiesOf(m.Of, m.Type, true)
	slices.SortStableFunc(ties, func(a, b lists.Tie) int { return p.compareNames(a.To, b.To) })
	return ties
}

// asOfGroup tells who stands in one relation to one entity when. It also
// gives the days on which that changes.
func (p asOfPage) asOfGroup(ties []lists.Tie, known edtf.Day) (layout.AsOfGroup, []int) {
	g := layout.AsOfGroup{Until: known.Ordinal()}
	var tenures []model.Tenure
	for _, t := range ties {
		if len(t.Tenures) == 0 {
			g.Undated = append(g.Undated, p.nextItem(t.To, len(g.Undated)))
			continue
		}
		m := layout.AsOfMember{Item: p.entityItem(t.To)}
		for _, x := range t.Tenures {
			g.Until = max(g.Until, x.Says)
			m.Spans = strings.TrimSpace(m.Spans + " " + lists.Span(x))
		}
		g.All = append(g.All, m)
		tenures = append(tenures, t.Tenures...)
	}
	for _, r := range lists.Changes(ties, g.Until) {
		g.Rows = append(g.Rows, p.asOfRow(r, len(ties) <= limits.MaxStates))
	}
	g.Notes = p.asOfNotes(ties)
	days := slices.DeleteFunc(model.Changes(tenures), func(d int) bool { return d > g.Until })
	return g, days
}

// asOfNotes are the notes of relations, each once.
func (p asOfPage) asOfNotes(ties []lists.Tie) []layout.AsOfNote {
	var notes []layout.AsOfNote
	for _, t := range ties {
		for _, e := range t.Edges {
			text := p.SayIn(e.Note).Text
			if text == "" {
				continue
			}
			i := slices.IndexFunc(notes, func(n layout.AsOfNote) bool { return n.Text == text })
			if i < 0 {
				i = len(notes)
				notes = append(notes, layout.AsOfNote{Text: text})
			}
			of := p.nextItem(t.To, len(notes[i].Of))
			if n := &notes[i]; !slices.ContainsFunc(n.Of, func(x layout.Item) bool { return x.Href == of.Href }) {
				n.Of = append(n.Of, of)
			}
		}
	}
	if len(notes) == 1 && len(notes[0].Of) == len(ties) {
		notes[0].Of = nil
	}
	return notes
}

// nextItem presents an entity after some others in a line.
func (p asOfPage) nextItem(e *model.Entity, after int) layout.Item {
	i := p.entityItem(e)
	if after > 0 {
		i.Before = p.Words("list.comma")
	}
	return i
}

func (p asOfPage) asOfRow(c lists.Change, states bool) layout.AsOfRow {
	vague := p.vagueness(c.Vague)
	r := layout.AsOfRow{Count: len(c.State), Vague: vague.Text, VagueIn: vague.Lang}
	for _, d := range c.Dates {
		r.Dates = p.listed(r.Dates, *p.Date(d, nil))
	}
	for _, t := range c.Joined {
		r.Joined = append(r.Joined, p.nextItem(t.To, len(r.Joined)))
	}
	for _, t := range c.Left {
		r.Left = append(r.Left, p.nextItem(t.To, len(r.Left)))
	}
	if states && len(c.State) <= limits.MaxStateNames {
		for i, t := range c.State {
			r.State = append(r.State, layout.AsOfMember{Item: p.nextItem(t.To, i), Possibly: c.Possibly[i]})
		}
	}
	return r
}

var (
	yearOnly  = regexp.MustCompile(`^-?\d{4}$`)
	monthOnly = regexp.MustCompile(`^-?\d{4}-(0\d|1[0-2])$`)
)

// vagueness words how precisely a date is known; "" for no date.
func (p asOfPage) vagueness(d edtf.Date) voice.Said {
	switch s := d.String(); {
	case d.IsZero():
		return voice.Said{}
	case yearOnly.MatchString(s):
		return p.Say("asof.year")
	case monthOnly.MatchString(s):
		return p.Say("asof.month")
	}
	return p.Say("asof.vague")
}
