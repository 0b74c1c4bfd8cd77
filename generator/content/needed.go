package content

import (
	"dossier/generator/diag"
	"dossier/generator/glyph"
)

// needWords is need for words, which the default edition must have: the others
// show them where they have none.
func (f *front) needWords(key, lang, example string) {
	f.need(key, example)
	v, ok := f.get(key)
	if !ok || !v.IsMap {
		return
	}
	for _, x := range v.Map {
		if s, isText := x.Value.Scalar.(string); x.Key == lang && (!isText || s != "" && !glyph.Unseen(s)) {
			return
		}
	}
	f.faults.Add(v.Pos, diag.MissingKey, "%q has no words in %q, the language of the default edition; add %s: …", key, lang, lang)
}
