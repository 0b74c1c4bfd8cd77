package voice

import (
	"dossier/generator/layout"
	"dossier/generator/lists"
	"dossier/generator/model"
	"dossier/generator/prose"
)

// Labels are the names of what the links without words in a text lead to, as HTML to
// put into its body.
func Labels(l *lists.Lists, t *model.Text) []prose.Insert {
	var out []prose.Insert
	for _, a := range l.Site.Anchors.Of(t) {
		if a.Label >= 0 {
			out = append(out, prose.Insert{At: int(a.Label), Text: Label(l, a, t.Lang)})
		}
	}
	return out
}

// Label is one of these, kept apart from the prose around it, whose writer need not
// know what the name holds.
func Label(l *lists.Lists, a model.Anchor, lang string) string {
	name := l.AnchorName(a, lang, l.Site.Settings.Default())
	if Turns(name, layout.Direction(lang)) {
		return "<bdi>" + name + "</bdi>"
	}
	return name
}
