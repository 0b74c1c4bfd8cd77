package lists

import (
	"fmt"
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

func TestEarliest(t *testing.T) {
	var ties []Tie
	for _, r := range []struct {
		kind int
		when string
	}{{0, "2019"}, {0, "2018-05/2019"}, {1, "1988-06-01/.."}, {1, ""}, {2, "../1999"}, {2, "1990"}, {3, ""}, {4, "2018-05-01"}} {
		tie := Tie{Type: r.kind, Edges: []model.Edge{{}}}
		if r.when != "" {
			d, err := edtf.Parse(r.when)
			if err != nil {
				t.Fatal(err)
			}
			tie.Tenures = append(tie.Tenures, model.NewTenure(d, edtf.MinDay))
		}
		ties = append(ties, tie)
	}
	got := ""
	for _, b := range Earliest(ties) {
		got += fmt.Sprint(b.Type, " ", b.Date, ", ")
	}
	if want := "1 1988-06-01, 0 2018-05, 4 2018-05-01, "; got != want {
		t.Errorf("relations begin %q, want %q", got, want)
	}
}
