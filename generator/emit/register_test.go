package emit

import (
	"strings"
	"testing"

	"dossier/generator/model"
	"dossier/generator/plan"
)

// TestMisses holds when what must be there is never answered with another thing:
// numbers begin at 0, which is some entity's.
func TestMisses(t *testing.T) {
	entity, free := &model.Entity{Doc: model.Doc{Key: "actors/ada"}}, &model.Doc{Key: "pages/p"}
	r := newRegister(&plan.Plan{
		Site:  &model.Site{Corpus: &model.Corpus{Entities: []*model.Entity{entity}}},
		Pages: []*plan.Page{{Doc: &entity.Doc}, {Doc: free}, {}},
	})
	if r.number(&entity.Doc) != 0 || r.number(free) != 1 || r.entity("actors/ada") != entity {
		t.Errorf("numbers %v, keys %v", r.numbers, r.keys)
	}
	v := &view{shared: &shared{register: r}, page: &plan.Page{Kind: "sources"}}
	for want, ask := range map[string]func(){
		"without a doc":                   func() { v.title(nil) },
		`no page shows "pages/p"`:         func() { r.number(&model.Doc{Key: "pages/p"}) },
		`nothing has the key "actors/bo"`: func() { r.entity("actors/bo") },
		`"pages/p" is no entity`:          func() { r.entity("pages/p") },
		`nothing has the key "events/e"`:  func() { r.tagged(nil, []model.Tag{{Key: "events/e"}}) },
		`pages of the kind "sources"`:     func() { v.build() },
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
