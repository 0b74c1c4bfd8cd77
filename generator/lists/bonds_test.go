package lists

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/model"
)

// Who stands in a relation to the same ones is together; of the others those who stand
// in it at all; first by what holds, then by what ended.
func TestBonds(t *testing.T) {
	for _, tt := range []struct{ name, relations, want string }{
		{"to the same, and to others", "a leads x y; b leads x y; c leads x; d leads x z", "leads x y: a b; leads x: c d; led by: x y z; -"},
		{"nothing in common", "a leads x; b leads y", "leads: a b; led by: x y; -"},
		{"alone", "a leads x; b likes y", "- a b x y"},
		{"from the other end", "a leads x; a leads y", "led by a: x y; - a"},
		{"the first type counts", "a likes x; b likes x; a leads y; b leads y", "leads y: a b; - x y"},
		{"what holds counts before what ended", "a led x; b led x; a likes y; c likes y", "likes y: a c; - b x y"},
		{"what ended", "a led x; b led x", "leads x (ended): a b; - x"},
		{"both ends alike", "a borders b; c borders b", "borders b: a c; - b"},
		{"each other", "a borders b", "borders: a b; - "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := &model.Site{Corpus: &model.Corpus{Home: &model.Doc{}}, Relations: map[model.Key][]model.Edge{}}
			s.Settings.Published = date("2019")
			s.Settings.Relations = []model.RelationType{
				{ID: "leads", Name: model.Words{"en": "leads"}, Inverse: model.Words{"en": "led by"}},
				{ID: "likes", Name: model.Words{"en": "likes"}, Inverse: model.Words{"en": "liked by"}},
				{ID: "borders", Name: model.Words{"en": "borders"}, Inverse: model.Words{"en": "borders"}},
			}
			var ids []string
			for _, relation := range strings.Split(tt.relations, "; ") {
				words := strings.Fields(relation)
				kind, when := words[1], ""
				if kind == "led" {
					kind, when = "leads", "1990/1999"
				}
				for _, id := range words[2:] {
					from, to := model.Key("countries/"+words[0]), model.Key("countries/"+id)
					s.Relations[from] = append(s.Relations[from], model.Edge{Relation: model.Relation{Type: kind, When: date(when)}, Other: to})
					s.Relations[to] = append(s.Relations[to], model.Edge{Relation: model.Relation{Type: kind, When: date(when)}, Other: from, Inverse: true})
				}
				ids = append(append(ids, words[0]), words[2:]...)
			}
			slices.Sort(ids)
			for _, id := range slices.Compact(ids) {
				s.Entities = append(s.Entities, &model.Entity{Doc: doc(model.Key("countries/"+id), 0, "en")})
			}
			name := func(i int) string { return s.Entities[i].Key.ID() }
			bonds, rest := Bonds(New(s, 5000), s.Entities)
			var got strings.Builder
			for _, b := range bonds {
				kind := s.Settings.Relations[b.Type].Name["en"]
				if b.Inverse {
					kind = s.Settings.Relations[b.Type].Inverse["en"]
				}
				for _, e := range b.To {
					kind += " " + e.Key.ID()
				}
				if b.Ended {
					kind += " (ended)"
				}
				fmt.Fprint(&got, kind, ":")
				for _, i := range b.Of {
					fmt.Fprint(&got, " ", name(i))
				}
				fmt.Fprint(&got, "; ")
			}
			fmt.Fprint(&got, "-")
			for _, i := range rest {
				fmt.Fprint(&got, " ", name(i))
			}
			if strings.TrimSpace(got.String()) != strings.TrimSpace(tt.want) {
				t.Errorf("got  %s\nwant %s", got.String(), tt.want)
			}
		})
	}
}
