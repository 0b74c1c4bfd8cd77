package emit

import (
	"context"
	"crypto/sha256"
	"maps"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/layout"
	"dossier/generator/model"
	"dossier/generator/plan"
	"dossier/generator/publish"
)

// TestSearchKept: the index is the same whatever is kept of the one before, in this process
// or from another: also where a text says the same, and names what is now called otherwise.
func TestSearchKept(t *testing.T) {
	fs, packed, within := afero.NewMemMapFs(), map[string]string{}, &Kept{}
	keyed := 0
	reader := content.NewReader(fs)
	for _, name := range []string{"Ada", "Grace", "Grace"} {
		write(t, fs, map[string]string{
			"index.md":      "---\ntitle: Home\nlanguages: [en]\n---\nWelcome to [[ada]].\n",
			"pages/p.md":    "---\ntitle: P\n---\nA page.\n",
			"actors/ada.md": "---\nname: " + name + "\ntype: person\n---\nText.\n",
		})
		corpus, faults, err := reader.Read(context.Background(), nil)
		p, set := planned(t, corpus, faults, err)
		before := len(packed)
		other := &Kept{
			Shown: func(d *model.Doc) [16]byte { return shown(t, fs, d, name) }, Packed: func(lang string) string { return packed[lang] },
			Pack: func(lang string, texts []byte) { packed[lang] = string(texts) }, Keyed: func(string, [16]byte) { keyed++ },
		}
		want := indexOf(t, nil, p, set)
		for what, kept := range map[string]*Kept{"this process": within, "another": other} {
			if got := indexOf(t, kept, p, set); !maps.Equal(got, want) {
				t.Errorf("%s: with what is kept in %s the index is\n%q\nnot\n%q", name, what, got, want)
			}
		}
		if len(packed) != 1 || before > 1 || keyed == 0 {
			t.Errorf("kept are %d indexes, and %d files have keys", len(packed), keyed)
		}
	}
}

// shown stands for what pages say of a doc in a dossier with somebody of a name.
func shown(t *testing.T, fs afero.Fs, d *model.Doc, name string) [16]byte {
	if d == nil {
		return [16]byte{1}
	}
	text, err := afero.ReadFile(fs, d.File)
	if err != nil {
		t.Error(err)
	}
	sum := sha256.Sum256(append(text, name+"\x00"+string(d.Key)...))
	return [16]byte(sum[:16])
}

func indexOf(t *testing.T, k *Kept, p *plan.Plan, set *layout.Set) map[string]string {
	t.Helper()
	all, err := k.Search(p, set)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, o := range publish.Flat(all) {
		files[o.Path] = rendered(t, o)
	}
	return files
}
