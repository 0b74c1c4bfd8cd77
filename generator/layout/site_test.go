package layout_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/content"
	"dossier/generator/dev/bench/corpus"
	"dossier/generator/emit"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/plan"
	"dossier/generator/view"
	"dossier/layouts"
)

// TestProgramsMakeTheSameSite compares every page of whole dossiers: the second
// one of the tests, in its languages, and one that is made up.
func TestProgramsMakeTheSameSite(t *testing.T) {
	if testing.Short() {
		t.Skip("it makes whole sites twice")
	}
	madeUp := afero.NewMemMapFs()
	for path, text := range corpus.Files(7, 60) {
		if err := afero.WriteFile(madeUp, path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, fs := range map[string]afero.Fs{
		"second":  afero.NewReadOnlyFs(afero.NewBasePathFs(afero.NewOsFs(), "../acceptance/testdata/suez/content")),
		"made up": madeUp,
	} {
		t.Run(name, func(t *testing.T) { compareSites(t, fs) })
	}
}

func compareSites(t *testing.T, fs afero.Fs) {
	c, _, err := content.Read(context.Background(), fs)
	if err != nil {
		t.Fatal(err)
	}
	site, _ := link.Resolve(c)
	p, _ := plan.New(site)
	set, faults, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), c.Settings.Languages)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	fast, err := emit.Pages(p, set)
	if err != nil {
		t.Fatal(err)
	}
	slow, err := emit.Pages(p, set.WithoutPrograms())
	if err != nil {
		t.Fatal(err)
	}
	if len(fast) < 100 || len(slow) != len(fast) {
		t.Fatalf("%d and %d pages", len(fast), len(slow))
	}
	for i, page := range p.Pages {
		if !set.Compiled(page.Edition.Lang, page.Kind.Row().Template) {
			t.Errorf("%s has no program", page.Path)
		}
		got, err := fast[i].Render(nil)
		if err != nil {
			t.Fatal(err)
		}
		want, err := slow[i].Render(nil)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs with a program", page.Path)
		}
	}
}
