package pipeline

import (
	"crypto/sha256"
	"path/filepath"

	"dossier/generator/emit"
	"dossier/generator/link"
	"dossier/generator/model"
	"dossier/generator/parsed"
	"dossier/generator/pipeline/cache"
	"dossier/generator/pipeline/keys"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// earlier is what is known of the build before this one, and what the next one is to know.
type earlier struct {
	folder  string            // of the layouts
	layouts [sha256.Size]byte // the hash of what was read in it
	last    *cache.Last
	parsed  *parsed.Memory
	linked  *link.Memory
	kept    *emit.Kept

	inputs *cache.Inputs
	now    [sha256.Size]byte                           // layouts, as this build read them
	sum    func(file string) ([sha256.Size]byte, bool) // of the content files of this build
	keys   keys.Keys                                   // of this build's outputs
	said   func(*model.Doc) keys.Key                   // of what is shown of a doc
	made   *publish.Memory                             // of these, once they are published
}

func newEarlier(last *cache.Last, values *cache.Store, cfg Config, inputs *cache.Inputs) *earlier {
	e := &earlier{folder: cfg.Layouts, layouts: last.In(cfg.Layouts), inputs: inputs, last: last}
	below := func(file string) string { return filepath.Join(cfg.Content, filepath.FromSlash(file)) }
	e.parsed = &parsed.Memory{
		Sum:  func(file string) ([sha256.Size]byte, bool) { return inputs.Unread(below(file)) },
		Find: func(key parsed.Key) (string, bool) { return values.Find(cache.Key(key)) },
		Keep: func(key parsed.Key, value []byte) { values.Keep(cache.Key(key), value) },
	}
	e.sum = func(file string) ([sha256.Size]byte, bool) { return inputs.Sum(below(file)) }
	found := func(lang string) cache.Key { return cache.KeyOf("named", lang) }
	e.linked = &link.Memory{
		Sum:   e.sum,
		Found: func(lang string) string { value, _ := values.Find(found(lang)); return value },
		Keep:  func(lang string, value []byte) { values.Keep(found(lang), value) },
	}
	searched := func(lang string) cache.Key { // words are the layouts'
		return cache.KeyOf("searched", lang, string(e.now[:]))
	}
	e.kept = &emit.Kept{
		Shown:  func(d *model.Doc) [16]byte { return e.said(d) },
		Packed: func(lang string) string { packed, _ := values.Find(searched(lang)); return packed },
		Pack:   func(lang string, texts []byte) { values.Keep(searched(lang), texts) },
		Keyed:  func(path string, key [16]byte) { e.keys[path] = key },
	}
	return e
}

// memory is what is known of the outputs of a plan before they are made.
func (e *earlier) memory(p *plan.Plan) *publish.Memory {
	e.keys, e.said = keys.Of(p, e.sum)
	m := &publish.Memory{Still: e.last.Still, Mark: true}
	e.made = m
	now, sure := e.inputs.In(e.folder)
	if e.now = now; sure && now == e.layouts {
		m.Known = func(path string) (publish.Sum, bool) {
			was, known := e.last.Output(path)
			key, ok := e.keys.For(path)
			return was.Sum, known && ok && was.Key == key
		}
	}
	return m
}

// next is what the next build is to know of the site's files.
func (e *earlier) next() []cache.Output {
	out := make([]cache.Output, 0, len(e.made.Entries))
	for i, x := range e.made.Entries {
		if key, ok := e.keys.For(x.Path); ok {
			out = append(out, cache.Output{Path: x.Path, Key: key, Sum: x.Sum, Stamp: e.made.Stamps[i]})
		}
	}
	return out
}
