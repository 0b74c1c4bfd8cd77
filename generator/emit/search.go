package emit

import (
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
)

// Search emits the index of each edition, in the folder that its pages name. Its
// files are signed as pages are, as a text more changes many; to a script, too, the
// signature is a comment.
func Search(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	views := view.New(p, set)
	var out []publish.Output
	for _, e := range p.Editions {
		for _, f := range views.Searched(e).Files() {
			out = append(out, publish.Signed(e.Index()+f.Name, func(buf []byte) ([]byte, error) { return append(buf, f.Body...), nil }))
		}
	}
	return out, nil
}
