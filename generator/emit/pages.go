package emit

import (
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
)

// Pages emits the HTML pages, and one at each old address, which leads on to where its
// page is now.
func Pages(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	views := view.New(p, set)
	out := make([]publish.Output, 0, len(p.Pages)+len(p.Moved))
	for _, page := range p.Pages {
		out = append(out, publish.Signed(page.Path, func(buf []byte) ([]byte, error) {
			return set.Render(buf, page.Kind.Row().Template, views.View(page))
		}))
	}
	for _, m := range p.Moved {
		out = append(out, publish.Signed(m.Path, func(buf []byte) ([]byte, error) {
			return set.Render(buf, "moved", views.Moved(m))
		}))
	}
	return out, nil
}
