package layout

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"dossier/generator/layout/program"
	"dossier/layouts"
)

// TestBuiltinLayoutsAreCompiled: without programs every page would still be
// made, in ten times the time.
func TestBuiltinLayoutsAreCompiled(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles all layouts for each page")
	}
	set, _ := load(t, layouts.FS, "en", "fr", "ru", "cy")
	for i, kind := range kinds {
		for _, e := range set.editions {
			if p, unknown := program.NewCompiler(escape(set.layouts), e.constants).Compile(set.layouts[i].among(base), kind.View); p == nil {
				t.Errorf("%s in %s is not compiled: there is no rule for %s", kind.Name, e.lang, unknown)
			}
			view := reflect.New(kind.View)
			view.Elem().FieldByName("Page").Set(reflect.ValueOf(set.Page(e.lang, "../")))
			for _, v := range []any{view.Interface(), view.Elem().Interface()} {
				if _, ok := set.compiled(nil, kind.Name, v); !ok {
					t.Errorf("%s in %s has no program for a %T, or it fails", kind.Name, e.lang, v)
				}
			}
		}
	}
}

// TestOwnTemplates: what a kind of page has in place of a shared template is there for its pages
// alone, also where a shared one calls it, whatever names layouts give; and a template that is
// used in another place than elsewhere, or is not there, spoils no other kind's program.
func TestOwnTemplates(t *testing.T) {
	set, faults := load(t, with(t, map[string]string{
		"base.html": `{{define "base"}}<p>{{template "main" .}}</p>{{end}}`,
		"partials/two.html": `{{define "middle"}}{{template "word" "a"}}{{template "same" "b"}}{{end}}{{define "word"}}shared {{.}}{{end}}{{define "same"}}, {{.}}{{end}}` +
			`{{define "main of home"}}X{{end}}{{define "same of all"}}Y{{end}}{{define "asked"}}{{. | urlquery}}{{end}}` +
			`{{define "x"}}{{template "y" .}}">{{end}}{{define "y"}}{{if .}}{{template "x" ""}}{{end}}<a title="{{end}}`,
		"partials/empty.html": `{{define "same"}}  {{end}}`,
		"404.html":            `{{define "main"}}{{template "middle"}}{{template "main of home"}}{{template "same of all"}}{{end}}`,
		"home.html":           `{{define "main"}}{{template "middle"}}{{end}}{{define "word"}}own {{.}}{{end}}`,
		"article.html":        `{{define "main"}}{{template "asked" "a b"}}{{end}}`,
		"section.html":        `{{define "main"}}<a href="?q={{template "asked" "a b"}}"></a>{{end}}`,
		"corrections.html":    `{{define "main"}}{{template "middle"}}{{template "nothing"}}{{end}}`,
		"sources.html":        `{{define "main"}}{{template "x" "z"}}</a>{{end}}`,
		"search.html":         `{{define "main"}}{{template "y" "z"}}"></a>{{end}}`,
	}), "en")
	if faults != "" {
		t.Fatal(faults)
	}
	page := set.Page("en", "../")
	for _, tt := range []struct {
		kind, want string
		view       any
	}{
		{"404", "<p>shared a, bXY</p>", NotFound{Page: page}},
		{"home", "<p>own a, b</p>", Home{Page: page}},
		{"article", "<p>a&#43;b</p>", Article{Page: page}},
		{"section", `<p><a href="?q=a&#43;b"></a></p>`, Section{Page: page}},
	} {
		program, ok := set.compiled(nil, tt.kind, tt.view)
		html, err := set.interpret(nil, tt.kind, tt.view)
		if !ok || err != nil || string(program) != string(html) || string(html) != tt.want {
			t.Errorf("%s: %q (%v) and %q (%v), want %q", tt.kind, program, ok, html, err, tt.want)
		}
	}
	for kind, view := range map[string]any{"corrections": Corrections{Page: page}, "search": Search{Page: page}, "sources": Sources{Page: page}} {
		want, wrong := set.WithoutPrograms().Render(nil, kind, view)
		got, err := set.Render(nil, kind, view)
		if string(got) != string(want) || fmt.Sprint(err) != fmt.Sprint(wrong) {
			t.Errorf("%s: %q, %v; html/template gives %q, %v", kind, got, err, want, wrong)
		}
	}
}

// TestRenderOnManyGoroutines: the first pages of a kind meet while its program
// is made.
func TestRenderOnManyGoroutines(t *testing.T) {
	set, _ := load(t, layouts.FS, "fr")
	var wg sync.WaitGroup
	for _, kind := range kinds {
		r := rand.New(rand.NewPCG(5, 6))
		view := any(nil)
		for done := false; !done; { // some views have a chart too few
			view = randomView(r, set, kind.View, func() string { return "page.js" }) // as a view may name an asset
			_, err := set.interpret(nil, kind.Name, view)
			done = err == nil
		}
		pages := make([][]byte, 4)
		for i := range pages {
			wg.Go(func() { pages[i], _ = set.Render(nil, kind.Name, view) })
		}
		wg.Wait()
		for _, p := range pages[1:] {
			if len(p) == 0 || !bytes.Equal(p, pages[0]) {
				t.Errorf("%s differs from one goroutine to the next", kind.Name)
			}
		}
	}
}

// TestViewsThatNoProgramIsFor: of another set, of another kind, or none.
func TestViewsThatNoProgramIsFor(t *testing.T) {
	set, _ := load(t, layouts.FS, "en", "fr")
	other, _ := load(t, with(t, map[string]string{"404.html": `{{define "main"}}Another{{end}}`, "assets/style.css": "p {}"}), "fr")
	compare(t, set, "404", NotFound{Page: other.Page("fr", "")})
	for _, lang := range []string{"fr", "ru"} { // no set has loaded ru
		compare(t, set, "404", &NotFound{Page: Page{Lang: lang}})
	}
	compare(t, set, "404", (*NotFound)(nil))
	compare(t, set, "index", Free{Page: set.Page("fr", "")})
	compare(t, set, "404", "no view")
}
