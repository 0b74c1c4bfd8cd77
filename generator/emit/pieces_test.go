package emit

import (
	"context"
	"maps"
	"testing"

	"github.com/spf13/afero"

	"dossier/generator/calendar"
	"dossier/generator/content"
	"dossier/generator/dataset"
	"dossier/generator/layout"
	"dossier/generator/link"
	"dossier/generator/plan"
	"dossier/generator/publish"
	"dossier/generator/view"
	"dossier/generator/voice"
	"dossier/layouts"
)

// Files about the whole dossier are the same when all that is written of them is taken away after each row.
func TestDataInPieces(t *testing.T) {
	corpus, faults, err := content.Read(context.Background(), afero.NewBasePathFs(afero.NewOsFs(), "../acceptance/testdata/suez/content"))
	if err != nil || faults.HasErrors() {
		t.Fatal(faults, err)
	}
	site, _ := link.Resolve(corpus)
	p, _ := plan.New(site)
	set, _, err := layout.Load(layouts.FS, layouts.FS, "layouts", view.Templates(), site.Settings.Languages)
	if err != nil {
		t.Fatal(err)
	}
	v := voice.New(site, set, site.Settings.Default())
	files := append(dataset.Files(p, v), dataset.File{Name: "sitemap.xml",
		Append: func(buf []byte, mark string, spill func([]byte) []byte) []byte {
			return appendSitemap(buf, p, p.Pages, mark, spill)
		}}, dataset.File{Name: "calendar.ics", Append: func(buf []byte, _ string, spill func([]byte) []byte) []byte {
		return calendar.Append(buf, almanac{p, p.Editions[0], v}.calendar(), spill)
	}})
	for _, f := range files {
		whole := f.Append(nil, "mark", func(buf []byte) []byte { return buf })
		var pieces []byte
		n := 0
		end := f.Append(nil, "mark", func(buf []byte) []byte {
			n++
			pieces = append(pieces, buf...)
			clear(buf) // nobody looks back
			return buf[:0]
		})
		if pieces = append(pieces, end...); string(pieces) != string(whole) || n == 0 {
			t.Errorf("%s in %d pieces is\n%.2000s\nnot\n%.2000s", f.Name, n, pieces, whole)
		}
	}
}

// Entries that are not kept for a folder's other formats are those that are.
func TestCitationsAnew(t *testing.T) {
	kept := outputs(t, dossier(base), Citations)
	anew := outputs(t, dossier(base), func(p *plan.Plan, set *layout.Set) ([]publish.Output, error) { return citations(p, set, 0), nil })
	if len(kept) == 0 || !maps.Equal(kept, anew) {
		t.Errorf("%v\nnot %v", anew, kept)
	}
}
