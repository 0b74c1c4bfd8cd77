package lists

import (
	"fmt"
	"slices"
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

// What is tagged in one section only is not often together.
func TestTogether(t *testing.T) {
	s := &model.Site{Corpus: &model.Corpus{Settings: model.Settings{Languages: []string{"en"}}, Home: &model.Doc{}, Kinds: []model.Kind{{ID: model.Actors}}}}
	for _, id := range []string{"a", "b", "c", "d"} {
		s.Entities = append(s.Entities, &model.Entity{Doc: doc(model.Key("actors/"+id), 0, "en")})
	}
	article := &model.Article{Doc: doc("articles/x", 0, "en")}
	for i, ids := range []string{"abc", "acd", "ac", "abd"} {
		x := &model.Section{Doc: doc(model.Key(fmt.Sprint("articles/x/", i)), 0, "en"), Article: article}
		for _, id := range ids {
			x.Tags = append(x.Tags, model.Tag{Key: model.Key("actors/" + string(id))})
		}
		article.Sections = append(article.Sections, x)
	}
	s.Articles = []*model.Article{article}
	s.Backlinks = model.NewTable(map[model.Key]*model.Backlinks{"actors/a": {Sections: article.Sections}, "actors/d": {Sections: article.Sections[1:2]}})
	l := New(s, 5000)
	for range 2 { // the second time with the same tally
		if got := l.Together(s.Entities[0]); !slices.Equal(got, []int32{2, 1, 3}) {
			t.Errorf("a is together with %v", got)
		}
		if got := l.Together(s.Entities[3]); got != nil {
			t.Errorf("d is together with %v", got)
		}
	}
}
