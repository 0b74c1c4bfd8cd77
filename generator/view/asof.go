package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossier/generator/draw/chart"
	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/voice"
)

// asOfPage tells who stood in which relation when.
type asOfPage struct {
	*page
	references *voice.References
}

func asOf(of *page) layout.AsOf {
	p := asOfPage{of, voice.NewReferences(of.Voice)}
	site, known := p.site.model(), p.lists.Known()
	out := layout.AsOf{
		Page: p.frame(p.Say("asof.about")), Views: relationViews(of),
		Until: p.Date(site.Date(), nil),
	}
	divided, _ := p.divided(lists.Main)
	list := p.lists.AllMembers(divided != nil)
	out.Parts = p.pager(list.Name, p.Words("asof"))
	var turns []int
	var shown []shownGroup
	last := -1
	for _, m := range onThisPage(of, list) {
		t := &site.Settings.Relations[m.Type]
		if m.Type != last {
			last = m.Type
			name := p.SayIn(t.Name)
			out.Types = append(out.Types, layout.AsOfType{Name: p.heading(name), NameIn: name.Lang, ID: fmt.Sprintf("relation_%d", m.Type+1)})
		}
		g, ties := layout.AsOfGroup{Many: m.Many}, []lists.Tie(nil)
		if m.Many <= limits.MaxTies {
			ties = p.membersByName(m)
			g = p.asOfGroup(ties, known)
		}
		inverse := p.SayIn(t.Inverse)
		g.Of, g.Name, g.NameIn = p.entityItem(m.Of), inverse.Text, inverse.Lang
		section := &out.Types[len(out.Types)-1]
		section.Groups = append(section.Groups, g)
		if g.Many <= limits.MaxTies {
			shown = append(shown, shownGroup{m.Of, layout.Present{Of: shortItem(p.page, m.Of), Name: g.Name, NameIn: g.NameIn, Until: g.Until}, ties})
		}
		turns = append(turns, lists.Turns(ties, known.Ordinal())...)
	}
	out.Sources = p.references.Sources
	day := 0
	if out.Moment, day = p.moment(turns); out.Moment != nil {
		out.Present = p.present(shown, day)
	}
	return out
}

// shownGroup is a group with its ties.
type shownGroup struct {
	of   *model.Entity
	is   layout.Present
	ties []lists.Tie
}

// present tells who stands in each group on a day; those of one entity stand
// together.
func (p asOfPage) present(groups []shownGroup, day int) []layout.Present {
	at := map[model.Key]int{}
	for i, g := range groups {
		if _, ok := at[g.of.Key]; !ok {
			at[g.of.Key] = i
		}
	}
	slices.SortStableFunc(groups, func(a, b shownGroup) int { return cmp.Compare(at[a.of.Key], at[b.of.Key]) })
	var out []layout.Present
	for _, g := range groups {
		is := g.is
		for _, t := range g.ties {
			if len(t.Tenures) == 0 {
				continue
			}
			m := layout.PresentMember{Item: p.entityItem(t.To)}
			for _, x := range t.Tenures {
				m.Spans = strings.TrimSpace(m.Spans + " " + lists.Span(x))
			}
			held := model.HeldOn(t.Tenures, day)
			m.Held, m.Possibly = held != model.NotHeld, held == model.PossiblyHeld
			is.Any = is.Any || m.Held
			is.All = append(is.All, m)
		}
		over := 0
		is.Over, over = voice.Over(p.Voice, g.ties)
		is.Ended = day >= over
		is.Begins, is.From = voice.Begins(p.Voice, g.of)
		is.Idle = !is.Any && len(groups) > limits.MaxIdle
		out = append(out, is)
	}
	return out
}

// moment is the choice of a day among those on which something changes, and the
// day that it begins with; nil when there are none.
func (p *page) moment(turns []int) (*layout.Moment, int) {
	date := p.site.model().Date()
	stops, first := lists.Stops(turns, p.lists.Known().Ordinal(), !date.IsZero())
	if len(stops) == 0 {
		return nil, 0
	}
	d := model.DayOf(stops[first])
	scale, at := chart.Scale(stops, p.charts())
	return &layout.Moment{
		Stops: strings.Trim(fmt.Sprint(stops), "[]"), Scale: scale, At: strings.Trim(fmt.Sprint(at), "[]"), First: first, Days: p.Days(), Date: p.DateInText(d),
	}, stops[first]
}

// membersByName are those who stand in a relation to an entity.
func (p asOfPage) membersByName(m lists.Members) []lists.Tie {
	ties := p.lists.TiesOf(m.Of, m.Type, true)
	slices.SortStableFunc(ties, func(a, b lists.Tie) int { return p.compareNames(a.To, b.To) })
	return ties
}

// asOfGroup tells who stands in one relation to one entity when.
func (p asOfPage) asOfGroup(ties []lists.Tie, known edtf.Day) layout.AsOfGroup {
	g := layout.AsOfGroup{Until: known.Ordinal()}
	for _, t := range ties {
		if len(t.Tenures) == 0 {
			g.Undated = append(g.Undated, p.nextItem(t.To, len(g.Undated)))
		}
		for _, x := range t.Tenures {
			g.Until = max(g.Until, x.Says)
		}
	}
	for _, r := range lists.Changes(ties, g.Until) {
		g.Rows = append(g.Rows, p.asOfRow(r, len(ties) <= limits.MaxStates))
	}
	g.Marks = p.references.Marks(lists.Undated(ties))
	g.Notes = p.asOfNotes(ties)
	return g
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
	vague := voice.Vagueness(p.Voice, c.Vague)
	r := layout.AsOfRow{Count: len(c.State), Vague: vague.Text, VagueIn: vague.Lang}
	for _, d := range c.Dates {
		r.Dates = voice.WithDate(p.Voice, r.Dates, *p.Date(d, nil))
	}
	for _, t := range c.Joined {
		r.Joined = append(r.Joined, p.nextItem(t.To, len(r.Joined)))
	}
	r.Marks = p.references.Marks(c.Sources())
	for _, t := range c.Left {
		r.Left = append(r.Left, p.nextItem(t.To, len(r.Left)))
	}
	if states && len(c.State) <= limits.MaxStateNames {
		for i, t := range c.State {
			r.State = append(r.State, layout.AsOfState{Item: p.nextItem(t.To, i), Possibly: c.Possibly[i]})
		}
	}
	return r
}
