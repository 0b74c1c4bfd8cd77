package lists

import (
	"fmt"
	"strings"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

// A change rests on the sources of the relations that begin or end then, and on no
// other of the same two.
func TestSourcesOfChanges(t *testing.T) {
	known := edtf.Day{Year: 2019, Month: 12, Day: 10}
	tie := Tie{}
	for _, e := range [][2]string{{"../1980", "A"}, {"1992/1999", "B"}, {"2006/2012", "C"}, {"2015", "D"}, {"", "E"}} {
		edge := model.Edge{}
		edge.Sources = []model.Source{{URL: "https://example.org/" + e[1]}, {URL: "https://example.org/" + e[1]}}
		if e[0] != "" {
			when, err := edtf.Parse(e[0])
			if err != nil {
				t.Fatal(err)
			}
			edge.When = when
			tie.Tenures = append(tie.Tenures, model.NewTenure(when, known))
		}
		tie.Edges = append(tie.Edges, edge)
	}
	said := func(of []model.Source) string {
		var s []string
		for _, x := range of {
			s = append(s, strings.TrimPrefix(x.URL, "https://example.org/"))
		}
		return strings.Join(s, "")
	}
	var got []string
	for _, c := range Changes([]Tie{tie}, known.Ordinal()) {
		got = append(got, fmt.Sprint(c.Dates, said(c.Sources())))
	}
	if s, want := strings.Join(got, " "), "[]A [1980]A [1992]B [1999]B [2006]C [2012]C [2015]D [2016-01-01]D"; s != want {
		t.Errorf("%s, want %s", s, want)
	}
	if s := said(Undated([]Tie{tie})); s != "E" {
		t.Errorf("without a date: %s", s)
	}
}
