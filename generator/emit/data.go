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
		file := publish.Long(plan.DataFolder+f.Name, func(buf []byte, spill func([]byte) []byte) []byte {
			return f.Append(buf, publish.Signature(plan.DataFolder+f.Name), spill)
		})
		if f.Begins != nil {
			file = publish.Beginning(file, f.Begins)
		}
		out = append(out, file)
	}
	return out, nil
}
