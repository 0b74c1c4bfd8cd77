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

// A row says one date when what is over after one date begins another: nobody wrote the day
// after the former. Dates that are written all stand.
func TestDatesOfChanges(t *testing.T) {
	known := edtf.Day{Year: 2020, Month: 12, Day: 31}
	for _, tt := range []struct{ first, second, want string }{
		{"2019", "2020", "+a 2019; +b-a 2020"},
		{"2019", "2020~", "+a 2019; +b-a 2020~"},
		{"2019", "2020-01", "+a 2019; +b-a 2020-01; -b 2020-02-01"},
		{"2019", "2020-01-01/2020-06-01", "+a 2019; +b-a 2020-01-01; -b 2020-06-01"},
		{"2019-11", "2019-12/2020-03-05", "+a 2019-11; -a 2019-12-01; +b 2019-12; -b 2020-03-05"},
		{"2019-11", "2019-12", "+a 2019-11; +b-a 2019-12; -b 2020-01-01"},
		{"2019-12-31", "2020", "+a 2019-12-31; +b-a 2020"},
		{"2018", "2020", "+a 2018; -a 2019-01-01; +b 2020"},
		{"2019", "2020?", "+a 2019; +b-a 2020? 2020-01-01"},
		{"2019", "2020/2020-08-01", "+a 2019; -a 2020-01-01; +b 2020; -b 2020-08-01"},
		{"2015/2020-01-01", "2020", "+a 2015; +b-a 2020 2020-01-01"},
		{"2015/2019", "2020", "+a 2015; -a 2019; +b 2020"},
	} {
		var ties []Tie
		for i, s := range []string{tt.first, tt.second} {
			when, err := edtf.Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			ties = append(ties, Tie{To: &model.Entity{Doc: model.Doc{Key: model.Key("ab"[i : i+1])}}, Tenures: []model.Tenure{model.NewTenure(when, known)}})
		}
		var rows []string
		for _, c := range Changes(ties, known.Ordinal()) {
			row := ""
			for _, x := range c.Joined {
				row += "+" + string(x.To.Key)
			}
			for _, x := range c.Left {
				row += "-" + string(x.To.Key)
			}
			for _, d := range c.Dates {
				row += " " + d.String()
			}
			rows = append(rows, row)
		}
		if got := strings.Join(rows, "; "); got != tt.want {
			t.Errorf("%s, then %s: %s, want %s", tt.first, tt.second, got, tt.want)
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
