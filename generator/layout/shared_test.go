package layout

import (
	"html/template"
	"math/rand/v2"
	"strings"
	"testing"

	"dossier/layouts"
)

// TestSharedPreviews shows the same previews on pages of every kind and
// language, again and again.
func TestSharedPreviews(t *testing.T) {
	set, _ := load(t, layouts.FS, "en", "fr")
	other, _ := load(t, with(t, map[string]string{"partials/previews.html": `{{define "previews"}}{{range .}}{{template "preview" .}}{{template "name" .}}{{end}}{{end}}
		{{define "preview"}}<b title="{{.Name}}">{{.Summary}}</b>{{end}}{{define "name"}}{{.Name}}{{end}}`}), "en", "fr")
	r := rand.New(rand.NewPCG(7, 8))
	text := func() string { return hostile[r.IntN(len(hostile))] }
	var previews []*Preview
	for range 5 {
		previews = append(previews, Preview{Href: text(), Name: text(), Summary: template.HTML(text()), Role: text(), Date: &Date{Text: text()}}.Shared())
	}
	for range 3 {
		for _, s := range []*Set{set, other} {
			for _, lang := range []string{"en", "fr"} {
				page := s.Page(lang, "../")
				page.Previews = previews
				compare(t, s, "section", Section{Page: page})
				compare(t, s, "article", Article{Page: page})
			}
		}
	}
}

// TestSharedPreviewsAreWrittenOnce, and one that only one page shows each time.
func TestSharedPreviewsAreWrittenOnce(t *testing.T) {
	set, _ := load(t, layouts.FS, "fr")
	shared, own := Preview{Name: "before"}.Shared(), &Preview{Name: "before"}
	page := set.Page("fr", "")
	page.Previews = []*Preview{shared, own}
	for i, want := range []int{2, 1} {
		html, err := set.Render(nil, "section", Section{Page: page})
		if n := strings.Count(string(html), "before"); n != want || err != nil {
			t.Errorf("page %d has the text %d times, want %d (%v)", i, n, want, err)
		}
		own.Name = "after"
		shared.Name = "after"
	}
}

// TestCopiesAreWrittenAnew: a copy of a shared item has a text of its own, before
// and after the item has one.
func TestCopiesAreWrittenAnew(t *testing.T) {
	set, _ := load(t, layouts.FS, "fr")
	item := Item{Link: Link{Text: "a"}}.Shared()
	dated := *item
	dated.Note = "1919"
	for _, items := range [][]*Item{{&dated, item}, {item, &dated}, {item, item}} {
		view := Section{Page: set.Page("fr", ""), Tags: []Group{{Items: items}}}
		compare(t, set, "section", view)
		compare(t, set, "article", Article{Page: view.Page, Tags: view.Tags})
	}
}

// TestFaultsAreNotRemembered: what fails once fails again.
func TestFaultsAreNotRemembered(t *testing.T) {
	set, _ := load(t, with(t, map[string]string{"partials/previews.html": `{{define "previews"}}{{range .}}{{template "preview" .}}{{end}}{{end}}{{define "preview"}}{{.Date.Text}}{{end}}`}), "fr")
	page := set.Page("fr", "")
	page.Previews = []*Preview{Preview{}.Shared()}
	for range 2 {
		if compiled, fault := compare(t, set, "section", Section{Page: page}); compiled || !fault {
			t.Errorf("compiled %v, fault %v", compiled, fault)
		}
	}
}
