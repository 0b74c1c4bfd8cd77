package emit

import (
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
)

// Pages emits the HTML pages.
func Pages(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	views := view.New(p, set)
	out := make([]publish.Output, 0, len(p.Pages))
	for _, page := range p.Pages {
		out = append(out, publish.Signed(page.Path, func(buf []byte) ([]byte, error) {
			return set.Render(buf, page.Kind.Row().Template, views.View(page))
		}))
	}
	return out, nil
}
