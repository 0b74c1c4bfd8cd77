package emit

import (
	"dossier/generator/layout"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/search"
	"dossier/generator/searched"
)

// Search emits the index of each edition, in the folder that its pages name. It is
// made when it is asked for. Its files are signed as pages are, as a text more changes
// many; to a script, too, the signature is a comment.
func (k *Kept) Search(p *plan.Plan, set *layout.Set) ([]publish.Output, error) {
	var out []publish.Output
	for _, e := range p.Editions {
		out = append(out, publish.Output{Path: e.Index(), Files: func() []publish.Output {
			files := searched.Index(p, set, e).Files(k.memory(e.Lang))
			out := make([]publish.Output, len(files))
			for i, f := range files {
				out[i] = publish.Signed(e.Index()+f.Name, func(buf []byte) ([]byte, error) { return f.Append(buf), nil })
			}
			return out
		}})
	}
	return out, nil
}

// memory is what is kept of an edition's texts.
func (k *Kept) memory(lang string) *search.Memory {
	if k == nil {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.searched == nil {
		k.searched = map[string]*search.Memory{}
	}
	if k.searched[lang] == nil {
		k.searched[lang] = &search.Memory{}
	}
	return k.searched[lang]
}
