package emit

import (
	"crypto/sha256"

	"dossier/generator/layout"
	"dossier/generator/model"
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
			files := k.index(searched.Index(p, set, e, k.same, func(t *model.Text, labels string) any { return said{t, labels} }))
			out := make([]publish.Output, len(files))
			for i, f := range files {
				k.keyed(e.Index()+f.Name, f.Of)
				out[i] = publish.Signed(e.Index()+f.Name, func(buf []byte) ([]byte, error) { return f.Append(buf), nil })
			}
			return out
		}})
	}
	return out, nil
}

// index gives the files of an index, with what is known of its texts.
func (k *Kept) index(x *search.Index) []search.File {
	switch {
	case k == nil:
		return x.Files(nil)
	case k.Pack == nil:
		return x.Files(k.memory(x.Language))
	}
	m := search.Unpack(k.Packed(x.Language))
	files := x.Files(m)
	k.Pack(x.Language, m.Pack())
	return files
}

// keyed tells of a file of an index.
func (k *Kept) keyed(path string, of search.Sum) {
	if k == nil || k.Keyed == nil || of == (search.Sum{}) {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.Keyed(path, of)
}

// same gives what stands for all that is found of a page.
func (k *Kept) same(p *plan.Page) search.Sum {
	if k == nil || k.Shown == nil {
		return search.Sum{}
	}
	of := k.Shown(p.Doc)
	all := sha256.Sum256(append(of[:], p.Path...))
	return search.Sum(all[:len(search.Sum{})])
}

// said is a text with the names that stand in it and are not its own words.
type said struct {
	*model.Text
	labels string
}

// memory is what is kept of an edition's texts.
func (k *Kept) memory(lang string) *search.Memory {
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
