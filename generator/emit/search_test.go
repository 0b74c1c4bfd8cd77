package emit

import (
	"context"
	"crypto/sha256"
	"maps"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
	"dossier/layouts"
)

// TestSearchKept: the index is the same whatever is kept of the one before, in this process
// or from another: also where a text says the same, and names what is now called otherwise.
func TestSearchKept(t *testing.T) {
	fs, packed, within := afero.NewMemMapFs(), map[string]string{}, &Kept{}
	sum := func(file string) (sum [sha256.Size]byte, ok bool) {
		text, err := afero.ReadFile(fs, file)
		return sha256.Sum256(text), err == nil
	}
	reader := content.NewReader(fs)
	for _, name := range []string{"Ada", "Grace", "Grace"} {
		for file, text := range map[string]string{
			"index.md":      "---\ntitle: Home\nlanguages: [en]\n---\nWelcome to [[ada]].\n",
			"pages/p.md":    "---\ntitle: P\n---\nA page.\n",
			"actors/ada.md": "---\nname: " + name + "\ntype: person\n---\nText.\n",
		} {
			if err := afero.WriteFile(fs, file, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		corpus, faults, err := reader.Read(context.Background(), nil)
		if err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
		site, _ := link.Resolve(corpus)
		p, _ := plan.New(site)
		set, _, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), site.Settings.Languages)
		if err != nil {
			t.Fatal(err)
		}
		before := len(packed)
		other := &Kept{
			Sum: sum, Packed: func(lang string) string { return packed[lang] }, Pack: func(lang string, texts []byte) { packed[lang] = string(texts) },
		}
		want := indexOf(t, nil, p, set)
		for what, kept := range map[string]*Kept{"this process": within, "another": other} {
			if got := indexOf(t, kept, p, set); !maps.Equal(got, want) {
				t.Errorf("%s: with what is kept in %s the index is\n%q\nnot\n%q", name, what, got, want)
			}
		}
		if len(packed) != 1 || before > 1 {
			t.Errorf("kept are %d texts", len(packed))
		}
	}
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
