package emit

import (
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/share"
	"dossier/generator/voice"
)

// Cards emits the pictures that go with links; none when the base URL is not
// known, for their addresses are absolute.
func Cards(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	if p.Site.Settings.BaseURL == "" {
		return nil, nil
	}
	var out []publish.Output
	shared := share.New(p, set.Fonts)
	for _, e := range p.Editions {
		for _, d := range shared.Drawings(e, voice.New(p.Site, set, e.Lang)) {
			out = append(out, publish.Output{Path: d.Path, Render: func(buf []byte) ([]byte, error) {
				return set.Fonts.Append(buf, d.Card), nil
			}})
		}
	}
	return out, nil
}
