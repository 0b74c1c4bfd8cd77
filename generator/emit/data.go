package emit

import (
	"dossier/generator/dataset"
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/voice"
)

// Data emits what the dossier says as data, once for all editions; what stands there in
// one language only is in that of the default one.
func Data(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	var out []publish.Output
	for _, f := range dataset.Files(p, voice.New(p.Site, set, p.Site.Settings.Default())) {
		out = append(out, publish.Output{Path: plan.DataFolder + f.Name, Begins: f.Begins, Render: func(buf []byte) ([]byte, error) {
			return f.Append(buf, publish.Signature(plan.DataFolder+f.Name)), nil
		}})
	}
	return out, nil
}
