package emit

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dossier/generator/edtf"
	"dossier/generator/layout"
	"dossier/generator/limits"
	"dossier/generator/model"
	"dossier/generator/plan"
)

func (v *view) asOf() layout.AsOf {
	site := v.plan.Site
	_, known := dossierDate(site).Bounds()
	out := layout.AsOf{
		Page: v.chrome(v.words("asof"), v.words("asof.about")), Graph: v.link(plan.GraphKey, v.words("graph")),
		Until: v.date(dossierDate(site), nil),
	}
	out.Parts = v.parts(plan.Main, v.words("asof"))
	var stops []int
	last := -1
	for _, h := range shown(v, plan.Main, v.holders()) {
		t := &site.Settings.Relations[h.Type]
		if h.Type != last {
			last = h.Type
			out.Types = append(out.Types, layout.AsOfType{Name: t.Name.In(v.lang, v.fallback()), ID: fmt.Sprintf("relation_%d", h.Type+1)})
		}
		g, days := layout.AsOfGroup{Many: h.Ties}, []int(nil)
		if h.Ties <= limits.MaxTies {
			g, days = v.asOfGroup(v.tiesByName(h.Entity.Key, t), known)
		}
		g.Of, g.Name = v.entityItem(h.Entity), t.Inverse.In(v.lang, v.fallback())
		section := &out.Types[len(out.Types)-1]
		section.Groups = append(section.Groups, g)
		stops = append(stops, days...)
	}
	if !dossierDate(site).IsZero() {
		stops = append(stops, known.Ordinal())
	}
	slices.Sort(stops)
	for _, day := range slices.Compact(stops) {
		d := model.DayOf(day)
		out.Stops = append(out.Stops, layout.AsOfStop{Number: day, Day: d.String(), Text: dateInText(d, v.lang)})
		if day <= known.Ordinal() {
			out.First = len(out.Stops) - 1
		}
	}
	return out
}

// holders are to whom others stand in relations, by type, then name.
func (v *view) holders() []plan.Holder {
	if s, _ := v.divided(plan.Main); s != nil {
		return s.Holders
	}
	site := v.plan.Site
	related := v.related()
	var all []plan.Holder
	for n := range site.Settings.Relations {
		for _, e := range related {
			if ties, dated := plan.Held(site.Relations[e.Key], &site.Settings.Relations[n]); dated {
				all = append(all, plan.Holder{Type: n, Entity: e, Ties: ties})
			}
		}
	}
	return all
}

// related are the entities that have relations, by name.
func (v *view) related() []*model.Entity {
	var of []*model.Entity
	for _, e := range v.plan.Site.Entities {
		if len(v.plan.Site.Relations[e.Key]) > 0 {
			of = append(of, e)
		}
	}
	v.byName(of)
	return of
}

// tiesByName are those who stand in a relation to an entity.
func (v *view) tiesByName(key model.Key, t *model.RelationType) []tie {
	ties := v.ties(key, t, true)
	slices.SortStableFunc(ties, func(a, b tie) int { return v.compareNames(a.other, b.other) })
	return ties
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
		g.Rows = append(g.Rows, v.asOfRow(r, len(ties) <= limits.MaxStates))
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

func (v *view) asOfRow(c change, states bool) layout.AsOfRow {
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
	if states && len(c.state) <= limits.MaxStateNames {
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
