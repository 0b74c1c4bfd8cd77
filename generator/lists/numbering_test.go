package lists

import (
	"strings"
	"testing"

	"dossier/generator/model"
)

// TestMisses holds when what must be there is never answered with another thing:
// numbers begin at 0, which is some entity's.
func TestMisses(t *testing.T) {
	entity, free := &model.Entity{Doc: model.Doc{Key: "actors/ada"}}, &model.Doc{Key: "pages/p"}
	n := newNumbering(&model.Site{Corpus: &model.Corpus{Home: &model.Doc{}, Entities: []*model.Entity{entity}, Pages: []*model.Doc{free}}})
	if n.Number(&entity.Doc) != 0 || n.Number(free) != 2 || n.Entity("actors/ada") != entity {
		t.Errorf("numbers %v", n.keys)
	}
	for want, ask := range map[string]func(){
		"without a doc":                   func() { n.Number(nil) },
		`no page shows "pages/q"`:         func() { n.Number(&model.Doc{Key: "pages/q"}) },
		`nothing has the key "actors/bo"`: func() { n.Entity("actors/bo") },
		`"pages/p" is no entity`:          func() { n.Entity("pages/p") },
		`nothing has the key "events/e"`:  func() { n.Tagged(nil, []model.Tag{{Key: "events/e"}}) },
	} {
		func() {
			defer func() {
				if got, _ := recover().(string); !strings.Contains(got, want) {
					t.Errorf("panics with %q, want %q", got, want)
				}
			}()
			ask()
			t.Errorf("%s: an answer", want)
		}()
	}
}
