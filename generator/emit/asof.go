package emit

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
)

// maxState is how many names the state after a change lists; of more it gives
// the number.
const maxState = 40

func (v *view) asOf() layout.AsOf {
	site := v.plan.Site
	_, known := dossierDate(site).Bounds()
	out := layout.AsOf{
		Page: v.chrome(v.words("asof"), v.words("asof.about")), Graph: v.link(plan.GraphKey, v.words("graph")),
		Until: v.date(dossierDate(site), nil),
	}
	var stops []int
	names := v.nameOrder()
	entities := v.byName(names)
	for n := range site.Settings.Relations {
		t := &site.Settings.Relations[n]
		section := layout.AsOfType{Name: t.Name.In(v.lang, v.fallback()), ID: fmt.Sprintf("relation_%d", n+1)}
		for _, e := range entities {
			ties := v.ties(e.Key, t, true)
			if !slices.ContainsFunc(ties, func(x tie) bool { return len(x.tenures) > 0 }) {
				continue
			}
			slices.SortStableFunc(ties, func(a, b tie) int { return cmp.Compare(names[a.other.Key], names[b.other.Key]) })
			g, days := v.asOfGroup(ties, known)
			g.Of, g.Name = v.entityItem(e), t.Inverse.In(v.lang, v.fallback())
			section.Groups = append(section.Groups, g)
			stops = append(stops, days...)
		}
		if len(section.Groups) > 0 {
			out.Types = append(out.Types, section)
		}
	}
	if !dossierDate(site).IsZero() {
		stops = append(stops, known.Ordinal())
	}
	slices.Sort(stops)
	for _, day := range slices.Compact(stops) {
		d := model.DayOf(day)
		out.Stops = append(out.Stops, layout.AsOfStop{Number: day, Day: d.String(), Text: d.Format(v.lang)})
		if day <= known.Ordinal() {
			out.First = len(out.Stops) - 1
		}
	}
	return out
}

// byName lists the entities that have relations by name.
func (v *view) byName(names map[model.Key]int) []*model.Entity {
	var of []*model.Entity
	for _, e := range v.plan.Site.Entities {
		if _, ok := names[e.Key]; ok {
			of = append(of, e)
		}
	}
	slices.SortStableFunc(of, func(a, b *model.Entity) int { return cmp.Compare(names[a.Key], names[b.Key]) })
	return of
}

// asOfGroup tells who stands in one relation to one entity when. It also
// gives the days on which that changes.
func (v *view) asOfGroup(ties []tie, known edtf.Day) (layout.AsOfGroup, []int) {
	g := layout.AsOfGroup{Until: known.Ordinal()}
	var tenures []model.Tenure
	for _, t := range ties {
		if len(t.tenures) == 0 {
			g.Undated = append(g.Undated, v.entityItem(t.other))
			continue
		}
		m := layout.AsOfMember{Item: v.entityItem(t.other)}
		for _, x := range t.tenures {
			g.Until = max(g.Until, x.Says)
			m.Spans = strings.TrimSpace(m.Spans + " " + spans(x))
		}
		g.All = append(g.All, m)
		tenures = append(tenures, t.tenures...)
	}
	for _, r := range rowsOf(ties, g.Until) {
		g.Rows = append(g.Rows, v.asOfRow(r))
	}
	g.Notes = v.asOfNotes(ties)
	days := slices.DeleteFunc(model.Changes(tenures), func(d int) bool { return d > g.Until })
	return g, days
}

// asOfNotes are the notes of relations, each once.
func (v *view) asOfNotes(ties []tie) []layout.AsOfNote {
	var notes []layout.AsOfNote
	for _, t := range ties {
		for _, e := range t.edges {
			text := e.Note.In(v.lang, v.fallback())
			if text == "" {
				continue
			}
			i := slices.IndexFunc(notes, func(n layout.AsOfNote) bool { return n.Text == text })
			if i < 0 {
				i = len(notes)
				notes = append(notes, layout.AsOfNote{Text: text})
			}
			of := v.entityItem(t.other)
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

// spans writes a tenure for the page's script.
func spans(t model.Tenure) string {
	s := fmt.Sprintf("%d,%d", t.Possible.From, t.Possible.To)
	if t.Certain != (model.Days{}) {
		s += fmt.Sprintf(",%d,%d", t.Certain.From, t.Certain.To)
	}
	return s
}

// change is what changes in a group by a day, and the state on it.
type change struct {
	day          int
	dates        []edtf.Date // none for what held before any change
	vague        edtf.Date   // the first of them that is not exact to the day
	joined, left []tie
	state        []tie
	possibly     []bool // of each in state
}

// rowsOf are the changes among ties up to a day, in order. A vague date
// stands where it has certainly passed.
func rowsOf(ties []tie, until int) []change {
	var days []int
	for _, t := range ties {
		for _, x := range t.tenures {
			days = append(days, x.Start.Day, x.End.Day)
			if x.Possible.From == edtf.MinDay.Ordinal() {
				days = append(days, edtf.MinDay.Ordinal())
			}
		}
	}
	slices.Sort(days)
	var rows []change
	for _, day := range slices.Compact(days) {
		if day > until {
			break
		}
		if c := changeOn(ties, day); len(c.dates) > 0 || day == edtf.MinDay.Ordinal() {
			rows = append(rows, c)
		}
	}
	return rows
}

func changeOn(ties []tie, day int) change {
	c := change{day: day}
	turned := func(turn model.Turn) bool {
		if turn.Date.IsZero() || turn.Day != day {
			return false
		}
		if !slices.Contains(c.dates, turn.Date) {
			c.dates = append(c.dates, turn.Date)
		}
		if !turn.Exact() && c.vague.IsZero() {
			c.vague = turn.Date
		}
		return true
	}
	for _, t := range ties {
		held := model.HeldOn(t.tenures, day)
		if held != model.NotHeld {
			c.state = append(c.state, t)
			c.possibly = append(c.possibly, held == model.PossiblyHeld)
		}
		began := held != model.NotHeld && model.HeldOn(t.tenures, day-1) != model.CertainlyHeld
		for _, x := range t.tenures {
			if began && turned(x.Start) {
				c.joined = append(c.joined, t)
			}
			if held == model.NotHeld && turned(x.End) {
				c.left = append(c.left, t)
			}
		}
	}
	slices.SortFunc(c.dates, edtf.Compare)
	return c
}

func (v *view) asOfRow(c change) layout.AsOfRow {
	r := layout.AsOfRow{Count: len(c.state), Vague: v.vagueness(c.vague)}
	for _, d := range c.dates {
		r.Dates = append(r.Dates, *v.date(d, nil))
	}
	for _, t := range c.joined {
		r.Joined = append(r.Joined, v.entityItem(t.other))
	}
	for _, t := range c.left {
		r.Left = append(r.Left, v.entityItem(t.other))
	}
	if len(c.state) <= maxState {
		for i, t := range c.state {
			r.State = append(r.State, layout.AsOfMember{Item: v.entityItem(t.other), Possibly: c.possibly[i]})
		}
	}
	return r
}

var (
	yearOnly  = regexp.MustCompile(`^-?\d{4}$`)
	monthOnly = regexp.MustCompile(`^-?\d{4}-(0\d|1[0-2])$`)
)

// vagueness words how precisely a date is known; "" for no date.
func (v *view) vagueness(d edtf.Date) string {
	switch s := d.String(); {
	case d.IsZero():
		return ""
	case yearOnly.MatchString(s):
		return v.words("asof.year")
	case monthOnly.MatchString(s):
		return v.words("asof.month")
	}
	return v.words("asof.vague")
}
