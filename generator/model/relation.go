package model

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dossier/generator/diag"
	"dossier/generator/edtf"
)

// RelationType is a declared relation, such as "member-of".
type RelationType struct {
	ID           string
	Pos          diag.Pos
	Name         Words // read from the side that declares it: "member of"
	Inverse      Words // read from the other side: "members"
	Group        Words // what an index calls those on that side: "Parties to treaties"; may be nil
	InverseGroup Words // likewise those on the other side
}

// Symmetric reports whether a relation reads the same from both ends, as
// "borders" does.
func (t *RelationType) Symmetric() bool { return maps.Equal(t.Name, t.Inverse) }

// MapTie says by which relation to which entity the map tells countries apart.
type MapTie struct {
	Relation string // a declared type
	To       Tag
}

// MapRelation is the index of the type of relation that tints the map, which
// must be about something.
func (s *Settings) MapRelation() int {
	return slices.IndexFunc(s.Relations, func(t RelationType) bool { return t.ID == s.Map.Relation })
}

// Tenure is when a relation holds, as far as its date says. A start counts
// as possible from its earliest day and as certain from its latest; so does
// an end, which takes effect on its day. A date that is no interval stands
// for the whole of its span, both ends included. What is marked uncertain (?)
// or has digits or members to choose from is never certain. An open end is
// certain up to the day to which the dossier speaks and possible after it.
type Tenure struct {
	Possible, Certain Days // Certain lies within Possible
	Start, End        Turn
	Says              int // last day that the date speaks of
}

// Days are consecutive days as ordinals (see edtf.Day.Ordinal); To is the
// first day after them.
type Days struct{ From, To int }

func (d Days) has(day int) bool { return d.From <= day && day < d.To }

// Turn is a start or an end. The zero value is none.
type Turn struct {
	Date edtf.Date
	Day  int // by which it has certainly come
	// Reckoned: nobody wrote that date; it is the day after what is written.
	Reckoned bool
}

// Exact reports whether the day of a turn is known.
func (t Turn) Exact() bool {
	first, _ := t.Date.Bounds()
	return first.Ordinal() == t.Day
}

// Held is how sure it is that a relation holds.
type Held int

// The answers, from the weakest.
const (
	NotHeld Held = iota
	PossiblyHeld
	CertainlyHeld
)

// On says whether the relation holds on a day, given as an ordinal.
func (t Tenure) On(day int) Held {
	switch {
	case t.Certain.has(day):
		return CertainlyHeld
	case t.Possible.has(day):
		return PossiblyHeld
	}
	return NotHeld
}

// HeldOn is the surest answer of several tenures.
func HeldOn(tenures []Tenure, day int) Held {
	held := NotHeld
	for _, t := range tenures {
		held = max(held, t.On(day))
	}
	return held
}

// Changes are the days on which the answer of any tenure may differ from the
// day before, ascending.
func Changes(tenures []Tenure) []int {
	var days []int
	for _, t := range tenures {
		days = append(days, t.Possible.From, t.Possible.To)
		if t.Certain != (Days{}) {
			days = append(days, t.Certain.From, t.Certain.To)
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	return slices.DeleteFunc(days, func(d int) bool { return d == edtf.MinDay.Ordinal() || d == edtf.MaxDay.Ordinal() })
}

// NewTenure reads the date of a relation; known is the last day of which the
// dossier speaks. Without a date nothing is certain, and anything possible.
func NewTenure(when edtf.Date, known edtf.Day) Tenure {
	t := Tenure{Possible: Days{edtf.MinDay.Ordinal(), edtf.MaxDay.Ordinal()}}
	switch {
	case when.IsZero():
		t.Says = edtf.MinDay.Ordinal()
		return t
	case when.IsInterval():
		t.interval(when)
	default:
		t.span(when)
	}
	if when.OpenEnd() {
		t.Certain.To = min(t.Certain.To, max(known.Ordinal(), t.Certain.From)+1)
	}
	if when.Uncertain() || t.Certain.From >= t.Certain.To {
		t.Certain = Days{}
	}
	return t
}

func (t *Tenure) interval(when edtf.Date) {
	none, ever := edtf.MinDay.Ordinal(), edtf.MaxDay.Ordinal()
	t.Certain = Days{ever, none}
	t.Says = none
	if start := when.Start(); !start.IsZero() {
		first, last := start.Bounds()
		t.Possible.From, t.Certain.From = first.Ordinal(), last.Ordinal()
		t.Start, t.Says = Turn{Date: start, Day: last.Ordinal()}, last.Ordinal()
	} else if when.OpenStart() {
		t.Certain.From = none
	}
	if end := when.End(); !end.IsZero() {
		first, last := end.Bounds()
		t.Possible.To, t.Certain.To = last.Ordinal(), first.Ordinal()
		if t.Possible.To <= t.Possible.From { // it began and ended on one day
			t.Possible.To = t.Possible.From + 1
			t.Certain.To = t.Possible.To
		}
		t.Start.Day = min(t.Start.Day, t.Possible.To-1)
		t.End, t.Says = Turn{Date: end, Day: t.Possible.To}, last.Ordinal()
	} else if when.OpenEnd() {
		t.Certain.To = ever
	}
}

// span reads a date that is no interval.
func (t *Tenure) span(when edtf.Date) {
	first, last := when.Bounds()
	t.Possible.From, t.Says = first.Ordinal(), last.Ordinal()
	t.Start = Turn{Date: when, Day: last.Ordinal()}
	if last != edtf.MaxDay {
		t.Possible.To = last.Ordinal() + 1
		t.End = Turn{Date: DayOf(last.Ordinal() + 1), Day: t.Possible.To, Reckoned: true}
	} else {
		t.Start.Day, t.Says = first.Ordinal(), first.Ordinal()
	}
	if !strings.ContainsAny(when.String(), "X[{") {
		t.Certain, t.Start.Day = t.Possible, first.Ordinal()
	}
}

// DayOf is the day of an ordinal (see edtf.Day.Ordinal) as a date. It is zero
// beyond the days that can be written.
func DayOf(ordinal int) edtf.Date {
	// The year is guessed from its mean length and then mended.
	year := 1 + int(int64(ordinal)*400/146097)
	for (edtf.Day{Year: year, Month: 1, Day: 1}).Ordinal() > ordinal {
		year--
	}
	for (edtf.Day{Year: year + 1, Month: 1, Day: 1}).Ordinal() <= ordinal {
		year++
	}
	month := 12
	for (edtf.Day{Year: year, Month: month, Day: 1}).Ordinal() > ordinal {
		month--
	}
	day := 1 + ordinal - edtf.Day{Year: year, Month: month, Day: 1}.Ordinal()
	date, _ := edtf.Parse(isoDay(edtf.Day{Year: year, Month: month, Day: day}))
	return date
}

// isoDay writes a day as EDTF does.
func isoDay(d edtf.Day) string {
	year := fmt.Sprintf("%04d", max(d.Year, -d.Year))
	if len(year) > 4 {
		year = "Y" + year
	}
	if d.Year < 0 {
		year = strings.Replace("-"+year, "-Y", "Y-", 1)
	}
	return fmt.Sprintf("%s-%02d-%02d", year, d.Month, d.Day)
}
