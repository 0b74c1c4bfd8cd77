package lists

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/model"
)

// Who stands in a relation is together, whoever it is to: first those of whom it holds,
// then those of whom it did; a relation that has ended for most comes last.
func TestBonds(t *testing.T) {
	for _, tt := range []struct{ name, relations, want string }{
		{"to the same, and to others", "a leads x y; b leads x y; c leads x; d leads x z", "leads x y z: a b c d; led by a b c d: x y z; -"},
		{"nothing in common", "a leads x; b leads y", "leads x y: a b; led by a b: x y; -"},
		{"alone", "a leads x; b likes y", "- a b x y"},
		{"from the other end", "a leads x; a leads y", "led by a: x y; - a"},
		{"the first type counts", "a likes x; b likes x; a leads y; b leads y", "leads y: a b; - x y"},
		{"what holds counts before what ended", "a led x; b led x; a likes y; c likes y", "likes y: a c; - b x y"},
		{"what ended", "a led x; b led x", "leads x (0 now, 2 ended): a b; - x"},
		{"what ended comes last", "a led x; b led x; c likes y; d likes y", "likes y: c d; leads x (0 now, 2 ended): a b; - x y"},
		{"what holds of one, and ended of another", "c leads x; a led y; c led y", "leads x y (1 now, 1 ended): c a; led by a c (1 now, 1 ended): x y; -"},
		{"joins those of whom it holds", "b leads x; c leads x; a led y", "leads x y (2 now, 1 ended): b c a; led by a b c (1 now, 1 ended): x y; -"},
		{"both ends alike", "a borders b; c borders b", "borders a b c: a b c; -"},
		{"each other", "a borders b", "borders a b: a b; -"},
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
				kind := b.Words(&s.Settings.Relations[b.Type])["en"]
				for _, e := range b.To {
					kind += " " + e.Key.ID()
				}
				if b.Ended > 0 {
					kind += fmt.Sprintf(" (%d now, %d ended)", b.Now, b.Ended)
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
