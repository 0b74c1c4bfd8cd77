package pipeline

import (
	"crypto/sha256"

	"dossier/generator/pipeline/cache"
	"dossier/generator/pipeline/keys"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// earlier is what is known of the build before this one, and what the next one is to know.
type earlier struct {
	folder  string            // of the layouts
	layouts [sha256.Size]byte // the hash of what was read in it
	outputs map[string]cache.Output

	inputs *cache.Inputs
	keys   map[string]keys.Key // of this build's outputs
}

func newEarlier(last cache.Outcome, folder string, layouts [sha256.Size]byte, inputs *cache.Inputs) *earlier {
	e := &earlier{folder: folder, layouts: layouts, inputs: inputs, outputs: make(map[string]cache.Output, len(last.Outputs))}
	for _, o := range last.Outputs {
		e.outputs[o.Path] = o
	}
	return e
}

// tell tells outputs what their bytes are, where these are what they were.
func (e *earlier) tell(p *plan.Plan, outputs []publish.Output) {
	e.keys = keys.Of(p)
	if now, ok := e.inputs.In(e.folder); !ok || now != e.layouts {
		return
	}
	for i := range outputs {
		o := &outputs[i]
		if was, ok := e.outputs[o.Path]; ok && was.Key == e.keys[o.Path] {
			o.Known = (*publish.Sum)(&was.Sum)
		}
	}
}

// next is what the next build is to know of the site's files.
func (e *earlier) next(entries []publish.Entry) []cache.Output {
	out := make([]cache.Output, 0, len(entries))
	for _, x := range entries {
		if key, ok := e.keys[x.Path]; ok {
			out = append(out, cache.Output{Path: x.Path, Key: key, Sum: x.Sum})
		}
	}
	return out
}
