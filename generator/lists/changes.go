package lists

import (
	"fmt"
	"slices"
	"strings"

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

// Spans are those of a tie's tenures, none longer than the dossier or a date of
// its own speaks; "" when one of its relations has no date, and so always shows.
func (t Tie) Spans(known int) string {
	if len(t.Tenures) < len(t.Edges) {
		return ""
	}
	var spans []string
	for _, x := range t.Tenures {
		until := max(known, x.Says) + 1
		x.Possible.To, x.Certain.To = min(x.Possible.To, until), min(x.Certain.To, until)
		spans = append(spans, Span(x))
	}
	return strings.Join(spans, " ")
}

// Turns are the days on which something changes among ties, as far as the
// dossier or a date of theirs speaks.
func Turns(ties []Tie, known int) []int {
	var days []int
	for _, t := range ties {
		for _, x := range t.Tenures {
			for _, d := range model.Changes([]model.Tenure{x}) {
				if d <= max(known, x.Says) {
					days = append(days, d)
				}
			}
		}
	}
	return days
}

// farthest is how many days from the year 1 the clocks of browsers reach.
const farthest = 90_000_000

// Stops are days of change as a script is given them, ascending, with the day of
// which the dossier speaks when it has one, and which of them to begin with: the
// last by then.
func Stops(days []int, known int, dated bool) (stops []int, first int) {
	if dated {
		days = append(days, known)
	}
	days = slices.DeleteFunc(days, func(d int) bool { return max(d, -d) > farthest })
	slices.Sort(days)
	stops = slices.Compact(days)
	for i, d := range stops {
		if d <= known {
			first = i
		}
	}
	return stops, first
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

// Sources are those of the relations that begin or end then, or held before any
// change, each once.
func (c Change) Sources() []model.Source {
	of := append(c.Joined[:len(c.Joined):len(c.Joined)], c.Left...)
	if len(c.Dates) == 0 {
		of = c.State
	}
	return sourcesOf(of, func(e model.Edge) bool {
		x := model.NewTenure(e.When, edtf.MinDay)
		if len(c.Dates) == 0 {
			return !e.When.IsZero() && x.Possible.From == c.Day
		}
		return !x.Start.Date.IsZero() && x.Start.Day == c.Day || !x.End.Date.IsZero() && x.End.Day == c.Day
	})
}

// Undated are the sources of ties' relations that have no date, each once.
func Undated(ties []Tie) []model.Source {
	return sourcesOf(ties, func(e model.Edge) bool { return e.When.IsZero() })
}

// sourcesOf are those of some of the relations of ties, each once.
func sourcesOf(ties []Tie, wanted func(model.Edge) bool) []model.Source {
	var all []model.Source
	seen := map[string]bool{}
	for _, t := range ties {
		for _, e := range t.Edges {
			for i := range e.Sources {
				if id := e.Sources[i].Identity(); wanted(e) && !seen[id] {
					seen[id] = true
					all = append(all, e.Sources[i])
				}
			}
		}
	}
	return all
}

func changeOn(ties []Tie, day int) Change {
	c := Change{Day: day}
	var reckoned edtf.Date
	turned := func(turn model.Turn) bool {
		if turn.Date.IsZero() || turn.Day != day {
			return false
		}
		if turn.Reckoned {
			reckoned = turn.Date
			return true
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
	// What is over after 2019 and what begins with 2020 are one moment: the date that is
	// written says it.
	if !reckoned.IsZero() && !slices.ContainsFunc(c.Dates, func(d edtf.Date) bool {
		first, _ := d.Bounds()
		return first.Ordinal() == day && !d.Uncertain()
	}) {
		c.Dates = append(c.Dates, reckoned)
	}
	slices.SortFunc(c.Dates, edtf.Compare)
	return c
}
