package check

import (
	"dossier/generator/diag"
	"dossier/generator/plan"
)

// files reports pictures and documents that no text shows. They are published
// nevertheless: somebody may know the address.
func files(p *plan.Plan) diag.List {
	if len(p.Site.Media) == 0 {
		return nil
	}
	shown := map[string]bool{}
	for _, d := range p.Site.Docs() {
		if d.Unread {
			return nil // it may show any of them
		}
		for _, t := range d.Texts {
			for _, a := range p.Site.Anchors.Of(t) {
				shown[a.File()] = true
			}
		}
	}
	var faults diag.List
	for _, m := range p.Site.Media {
		if !shown[m.File] {
			faults.Add(diag.Pos{File: m.File}, diag.Unused, "no text shows this file, and it is published; link to it, or delete it")
		}
	}
	return faults
}
