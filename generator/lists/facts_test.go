package lists

import (
	"fmt"
	"testing"

	"dossier/generator/limits"
	"dossier/generator/model"
)

func TestByType(t *testing.T) {
	var ties []Tie
	for range limits.MaxFacts + 3 {
		ties = append(ties, Tie{Type: 1})
	}
	ties = append(ties, Tie{Type: 1, Inverse: true}, Tie{Type: 2})
	got := ""
	of := model.RelationType{Name: model.Words{"en": "leads"}, Inverse: model.Words{"en": "led by"}}
	for _, h := range ByType(ties) {
		got += fmt.Sprintf("%d %s: %d, few %v; ", h.Type, h.Words(&of)["en"], len(h.Ties), h.Few())
	}
	if want := "1 leads: 15, few false; 1 led by: 1, few true; 2 leads: 1, few true; "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if ByType(nil) != nil {
		t.Error("there are relations of nothing")
	}
}

func TestAround(t *testing.T) {
	for _, tt := range [][4]int{{0, 1, 0, 1}, {2, 5, 0, 5}, {0, 16, 0, 5}, {2, 16, 0, 5}, {3, 16, 1, 6}, {12, 16, 10, 15}, {15, 16, 11, 16}} {
		if from, to := Around(tt[0], tt[1]); from != tt[2] || to != tt[3] || tt[0] < from || tt[0] >= to {
			t.Errorf("around %d of %d: %d to %d, want %d to %d", tt[0], tt[1], from, to, tt[2], tt[3])
		}
	}
}
