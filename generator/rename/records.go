package rename

import (
	"slices"

	"dossier/generator/diag"
	"dossier/generator/model"
)

// Record is what a translation records of its original, where an edit of references has
// changed that: then the translation has not become stale, and the record follows.
type Record struct {
	File    string
	Pos     diag.Pos
	Instead map[string]string // hashes
}

// Records are those of a corpus that has been edited; now gives the key of a doc from the
// one that it had before.
func Records(before, after *model.Corpus, now func(model.Key) model.Key) (all []Record) {
	docs := map[model.Key]*model.Doc{}
	for _, d := range after.Docs() {
		docs[d.Key] = d
	}
	for _, was := range before.Docs() {
		is, ok := docs[now(was.Key)]
		if !ok {
			continue
		}
		original := is.Original(after.Settings.Default())
		old, hashes := was.Original(before.Settings.Default()).Fingerprint(), original.Fingerprint()
		if len(old) != len(hashes) || slices.Equal(old, hashes) {
			continue
		}
		instead := map[string]string{}
		for i := range old {
			if old[i] != hashes[i] {
				instead[old[i]] = hashes[i]
			}
		}
		for _, lang := range after.Settings.Languages {
			if t := is.Texts.In(lang); t != nil && t != original && len(t.Translates) > 0 {
				all = append(all, Record{t.File, t.TranslatesPos, instead})
			}
		}
	}
	return all
}

// Now gives the key of a doc after the renaming.
func (p *Plan) Now(key model.Key) model.Key {
	if now, ok := p.keys[key]; ok {
		return now
	}
	return key
}

// Origin is where a file was before the renaming.
func (p *Plan) Origin(file string) string {
	for from, to := range p.files {
		if to == file {
			return from
		}
	}
	return file
}
