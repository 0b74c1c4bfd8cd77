package voice

import (
	"dossier/generator/layout"
	"dossier/generator/lists"
)

// Earliest words from when on a dossier speaks of the relations of each type of some ties,
// as items of a sentence.
func Earliest(v *Voice, ties []lists.Tie) []layout.Item {
	var out []layout.Item
	for i, b := range lists.Earliest(ties) {
		name := v.SayIn(v.site.Settings.Relations[b.Type].Name)
		item := layout.Item{Link: name.Link(), Date: v.Date(b.Date, nil)}
		if i > 0 {
			item.Before = v.Words("list.comma")
		}
		out = append(out, item)
	}
	return out
}
