package lists

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// TestChangesAgreeWithEveryDay evaluates random relations day by day: after each
// row the state must hold until the next change, but for what is uncertain.
func TestChangesAgreeWithEveryDay(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	known := edtf.Day{Year: 2004, Month: 7, Day: 1}
	date := func() string {
		y := 2000 + random.IntN(6)
		switch random.IntN(6) {
		case 0:
			return fmt.Sprint(y)
		case 1:
			return fmt.Sprintf("%d-%02d", y, 1+random.IntN(12))
		case 2:
			return ".."
		}
		return fmt.Sprintf("%d-%02d-%02d", y, 1+random.IntN(12), 1+random.IntN(28))
	}
	for range 300 {
		var ties []Tie
		until := known.Ordinal()
		for n := range 4 {
			x := Tie{To: &model.Entity{Doc: model.Doc{Key: model.Key(fmt.Sprint("countries/", n))}}}
			for range 1 + random.IntN(2) {
				if d, err := edtf.Parse(date() + "/" + date()); err == nil {
					x.Tenures = append(x.Tenures, model.NewTenure(d, known))
					x.Edges = append(x.Edges, model.Edge{Relation: model.Relation{When: d}})
				}
			}
			ties = append(ties, x)
		}
		var all []model.Tenure
		for _, x := range ties {
			all = append(all, x.Tenures...)
		}
		for _, row := range Changes(ties, until) {
			if len(row.Dates) == 0 {
				continue
			}
			turns := model.Changes(all)
			last := until
			if next := slices.IndexFunc(turns, func(d int) bool { return d > row.Day }); next >= 0 {
				last = min(last, turns[next]-1)
			}
			for d := row.Day; d <= last; d++ {
				if got, want := stateOf(row), bruteForce(ties, d); got != want {
					t.Fatalf("%v, day %v: the row says %s, the relations %s", ties, model.DayOf(d), got, want)
				}
			}
		}
	}
}

func stateOf(c Change) string {
	var out []string
	for i, x := range c.State {
		out = append(out, fmt.Sprint(x.To.Key, c.Possibly[i]))
	}
	return strings.Join(out, " ")
}

// bruteForce asks every relation about a day, from its bounds alone.
func bruteForce(ties []Tie, day int) string {
	var out []string
	for _, x := range ties {
		possible, certain := false, false
		for _, e := range x.Edges {
			first, last := e.When.Bounds()
			_, started := e.When.Start().Bounds()
			ended, _ := e.When.End().Bounds()
			if e.When.OpenStart() {
				started = edtf.MinDay
			}
			oneDay := first == last
			possible = possible || first.Ordinal() <= day && (day < last.Ordinal() || oneDay && day == first.Ordinal())
			certain = certain || started.Ordinal() <= day && (day < ended.Ordinal() || oneDay && day == first.Ordinal())
		}
		if possible {
			out = append(out, fmt.Sprint(x.To.Key, !certain))
		}
	}
	return strings.Join(out, " ")
}
