package emit

import (
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
)

// Search emits the index of each edition, in the folder that its pages name.
func Search(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	views := view.New(p, set)
	var out []publish.Output
	for _, e := range p.Editions {
		for _, f := range views.Searched(e).Files() {
			out = append(out, publish.Bytes(e.Index()+f.Name, f.Body))
		}
	}
	return out, nil
}
