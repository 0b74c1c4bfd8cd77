package lists

import (
	"fmt"
	"slices"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// Span writes a tenure for a script: "possible from, possible to, certain from,
// certain to" in days, the latter two left out when nothing is certain.
func Span(t model.Tenure) string {
	s := fmt.Sprintf("%d,%d", t.Possible.From, t.Possible.To)
	if t.Certain != (model.Days{}) {
		s += fmt.Sprintf(",%d,%d", t.Certain.From, t.Certain.To)
	}
	return s
}

// Change is what changes in a group by a day, and the state on it.
type Change struct {
	Day          int
	Dates        []edtf.Date // none for what held before any change
	Vague        edtf.Date   // the first of them that is not exact to the day
	Joined, Left []Tie
	State        []Tie
	Possibly     []bool // of each in State
}

// Changes are the changes among ties up to a day, in order. A vague date
// stands where it has certainly passed.
func Changes(ties []Tie, until int) []Change {
	var days []int
	for _, t := range ties {
		for _, x := range t.Tenures {
			days = append(days, x.Start.Day, x.End.Day)
			if x.Possible.From == edtf.MinDay.Ordinal() {
				days = append(days, edtf.MinDay.Ordinal())
			}
		}
	}
	slices.Sort(days)
	var rows []Change
	for _, day := range slices.Compact(days) {
		if day > until {
			break
		}
		if c := changeOn(ties, day); len(c.Dates) > 0 || day == edtf.MinDay.Ordinal() {
			rows = append(rows, c)
		}
	}
	return rows
}

func changeOn(ties []Tie, day int) Change {
	c := Change{Day: day}
	turned := func(turn model.Turn) bool {
		if turn.Date.IsZero() || turn.Day != day {
			return false
		}
		if !slices.Contains(c.Dates, turn.Date) {
			c.Dates = append(c.Dates, turn.Date)
		}
		if !turn.Exact() && c.Vague.IsZero() {
			c.Vague = turn.Date
		}
		return true
	}
	for _, t := range ties {
		held := model.HeldOn(t.Tenures, day)
		if held != model.NotHeld {
			c.State = append(c.State, t)
			c.Possibly = append(c.Possibly, held == model.PossiblyHeld)
		}
		began := held != model.NotHeld && model.HeldOn(t.Tenures, day-1) != model.CertainlyHeld
		for _, x := range t.Tenures {
			if began && turned(x.Start) {
				c.Joined = append(c.Joined, t)
			}
			if held == model.NotHeld && turned(x.End) {
				c.Left = append(c.Left, t)
			}
		}
	}
	slices.SortFunc(c.Dates, edtf.Compare)
	return c
}
