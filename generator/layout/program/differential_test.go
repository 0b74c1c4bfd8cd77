package program

import (
	"bytes"
	"html/template"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

var constants = Constants{
	Words: map[string]string{"home": "L’accueil & “moi”\u00a0<", "section.of": "Partie\u00a0{} sur {}"},
	Assets: map[string]func() string{
		"style.css": func() string { return "assets/style.0123.css" },
		"icon.svg":  func() string { return "assets/a b&c.svg" },
	},
}

// layout is a set of templates, both ways.
type layout struct {
	page    *template.Template
	program *Program
	unknown string
}

// newLayout compiles templates. What html/template does not parse is left to it,
// too.
func newLayout(src string) layout {
	fresh := func() (*template.Template, error) {
		page := template.New("").Option("missingkey=error")
		_, err := page.New("base.html").Parse(src)
		return page, err
	}
	l := layout{}
	l.page, _ = fresh()
	l.program, l.unknown = NewCompiler(Escape(fresh, "base"), constants).Compile("base", reflect.TypeFor[Section]())
	return l
}

// compare makes a view's page both ways, and says whether the program could do
// it and whether the layout has a fault.
func compare(t *testing.T, l layout, view *Section) (compiled, fault bool) {
	t.Helper()
	want := bytes.NewBufferString("before ")
	err := l.page.ExecuteTemplate(want, "base", view)
	if l.program == nil {
		return false, err != nil
	}
	got, ok := l.program.Run([]byte("before "), reflect.ValueOf(view).Elem(), view.root)
	if ok && (err != nil || !bytes.Equal(got, want.Bytes())) {
		t.Errorf("compiled\n%q\nhtml/template\n%q, %v", got, want, err)
	}
	return ok, err != nil
}

// snippets are layouts of a section. Those of the first list must be compiled;
// what is in the second is left to html/template, whole or for this view.
var snippets = struct{ compiled, left []string }{
	compiled: []string{
		`<a href="{{.Title}}">{{.Title}}</a>`, `<a href='{{.Title}}'>`, `<a href="x/{{.Title}}">`, `<a href="x?q={{.Title}}&amp;r={{.ID}}#{{.Site}}">`,
		`<p title={{.Title}}>`, `<p title="{{.Title}} - {{.Number}}" class='a {{.Number}}'>`, `<p title={{.Number}} {{/* c */}}>`,
		`<textarea>{{.Title}}{{.Body.HTML}}</textarea><title>{{.Title}}</title>`, `<!-- {{.Title}} -->{{.Body.HTML}}`,
		`{{.Number}} {{.Lately | len}} {{len .Title}} {{true}} {{"<x>"}} {{-3}} {{.Home.Current}}`,
		`{{if not .Title}}a{{else if .Summary}}b{{else if and .ID .Href}}c{{else}}d{{end}}`,
		`{{with .Date}}{{.Text}}{{else}}none{{end}}{{with $x := .Title}}{{$x}}{{.}}{{else with .Summary}}{{.}}{{end}}`,
		`{{$x := .Title}}{{if .Date}}{{$x = .Href}}{{end}}{{$x}}{{range .Nav}}{{$x = .Text}}{{end}}{{$x}}`,
		`{{$n := 1}}{{if .Date}}{{$n = .Number}}{{$m := "inner"}}{{$m}}{{end}}{{$n}}`,
		`{{range $i, $x := .Nav}}{{if eq $i 2}}{{break}}{{end}}{{if $x.Current}}{{continue}}{{end}}{{$i}}{{$x.Text}}{{.Href}}{{else}}no{{end}}`,
		`{{range .Tags}}{{.ID}}{{range .Items}}{{.Text}}{{else}}e{{break}}{{end}},{{end}}`,
		`{{or .Title .Href "z"}}{{and .Title .Href}}{{.Title | or .Href}}{{(or .Prev .Next) | not}}{{if or .Date .Prev .Number}}y{{end}}`,
		`{{eq .Title "x" .Summary}}{{ne .Title .Site}}{{lt .Number 3}}{{ge .Number .Count}}{{gt .Title "m"}}{{le 1 .Number}}{{eq .Home.Current true}}`,
		`{{printf "%s|%d|%v|%q" .Title .Number .Body.Lang .Body.HTML}}{{print .Title 1 2 .Number}}{{println .Title}}{{.Title | printf "%5s"}}`,
		`{{html .Title}}{{.Title | html}}{{js .Title}}{{urlquery .Title}}{{.Title | urlquery}}<p title="{{.Title | html}}">`,
		`{{range $i, $x := .Pair}}{{$i}}{{.Text}}{{end}}{{(index .Pair 1).Href}}{{len .Pair}}`,
		`{{if .Nav}}{{(index .Nav 0).Text}}{{with index .Nav 0}}{{.Href}}{{end}}{{end}}`,
		`{{template "x" .Nav}}{{template "y"}}{{define "x"}}{{range .}}{{template "z" .Text}}{{end}}{{end}}{{define "y"}}<hr>{{end}}{{define "z"}}[{{$}}]{{end}}`,
		`{{.T "section.of" .Number .Count}}{{.T "section.of" .Title 2}}{{.T "home"}}{{$.T "section.of"}}{{.T (print "ho" "me")}}<p title={{.T "section.of" 1 2}}>`,
		`<link href="{{.Asset "style.css"}}" title="{{.Asset "style.css"}}"><p title={{.Asset "icon.svg"}}>{{with "icon.svg"}}{{$.Asset .}}{{end}}<a href="{{.Asset (print "style" ".css")}}">{{with .Asset "icon.svg"}}{{.}}{{end}}{{with .T "section.of" .Number 2}}{{len .}}{{end}}`,
		`<link href="{{.Asset (print "style" ".css")}}"><script src="{{.Asset (print "icon" ".svg")}}"></script>{{.Asset (print "icon" ".svg")}}`,
		`{{if .Foreign}}<b>{{end}}{{$.Page.Lang}}{{.Page.Home.Text}}{{(.Body).Lang}}{{.Article.Text}}`,
		`{{template "r" .Tags}}{{define "r"}}{{range .}}{{.ID}}{{template "r2" .Items}}{{end}}{{end}}{{define "r2"}}{{with .}}({{template "r3" .}}){{end}}{{end}}{{define "r3"}}{{len .}}{{end}}`,
		`<p title="{{template "x" .Title}}" class='{{template "x" .ID}}'><a href="{{template "x" .Href}}">{{template "x" .Summary}}</a><textarea>{{template "x" .Site}}</textarea>{{define "x"}}{{with .}}{{.}}{{end}}{{end}}`,
		`<p title="{{template "x" .Nav}}">{{define "x"}}{{range .}}{{template "y" .}}{{template "z"}}{{end}}{{len $}}{{end}}{{define "y"}}{{$.Text}}{{.Lang}}{{end}}{{define "z"}} &lt; {{end}}`,
		`<title>{{template "x" .}}</title>{{template "x" .}}<p title="{{template "x" $}}">{{define "x"}}{{.T "home"}}{{.T "section.of" .Number 1}}{{$.Title}}{{end}}`,
	},
	left: []string{
		`<script>var x = {{.Title}}, y = "{{.Title}}", z = {{.Nav}};</script>`, `<p style="color: {{.Title}}">`, `<style>p { color: {{.Title}} }</style>`,
		`<p title="{{.Body.HTML}}">`, `<p title={{.Body.HTML}}>`, `<img srcset="{{.Title}}">`, `<a href={{.Title}}>`, `<p {{.Title}}="x">`, `<p onclick="f({{.Title}})">`, `<meta http-equiv="refresh" content="0; url={{.Title}}">`,
		`{{.}}`, `{{.Date}}`, `{{.Nav}}`, `{{printf "%v" .}}`, `{{range .Lately}}{{.Twice}}{{end}}`, `{{range 3}}{{.}}{{end}}`, `{{slice .Title 0}}`, `{{1.5}} {{'a'}} {{0x10}}`, `{{range $i, $x := 3}}{{end}}`,
		`{{.Nope}}`, `{{.Prev.Text}}{{.Date.Text}}{{.LastCorrected.Text}}`, `{{index .Nav 99}}`, `{{(index .Nav 99).Text}}`, `{{.T "nope"}}`, `{{.T .Title}}`, `{{.Asset "nope"}}`, `{{.Asset .Title}}`, `{{nope}}`, `{{if}}`,
		`{{range $x := .Nav}}{{$x = index $.Nav 0}}{{.Text}}{{$x.Text}}{{end}}`, `{{range .Nav}}{{.Text}}{{break}}{{.Href}}{{end}}`,
		`{{template "nope"}}`, `<a href="`, `{{if .Date}}<p title="{{end}}`, `{{lt .Home.Current true}}`, `{{eq .Number "x"}}`, `{{eq .Date .LastCorrected}}`, `{{len .Number}}`, `{{.Title.Text}}`,
		`{{with or .Date .Prev}}{{.Text}}{{end}}`, `{{range .Sources}}{{range .Authors}}{{$.T "home"}}{{.T "home"}}{{end}}{{end}}`,
		"\n\n  {{.Prev.Text}}",
	},
}

func TestTemplatesOfAnyKind(t *testing.T) {
	for _, list := range []struct {
		compiled bool
		layouts  []string
	}{{true, snippets.compiled}, {false, snippets.left}} {
		for _, src := range list.layouts {
			base, more, _ := strings.Cut(src, "{{define")
			if more != "" {
				more = "{{define" + more
			}
			l := newLayout(`{{define "base"}}` + base + `{{end}}` + more)
			r := rand.New(rand.NewPCG(3, 4))
			every := true
			for i := range 3 * len(hostile) {
				view := randomSection(r, constants, func() string { return hostile[r.IntN(len(hostile))] })
				view.Title = hostile[i%len(hostile)]
				view.Body.HTML = template.HTML(view.Body.Lang)
				compiled, _ := compare(t, l, view)
				every = every && compiled
			}
			if list.compiled && !every {
				t.Errorf("%s is not always compiled: %s", src, l.unknown)
			}
			if !list.compiled && every {
				t.Errorf("%s is always compiled; it belongs into the other list", src)
			}
		}
	}
}

// TestTemplatesThatCallThemselves, for ever and not.
func TestTemplatesThatCallThemselves(t *testing.T) {
	if testing.Short() {
		t.Skip("it overflows stacks")
	}
	for src, want := range map[string]bool{
		`{{define "base"}}{{template "x" .Nav}}{{end}}{{define "x"}}{{with .}}{{template "x" .}}{{end}}.{{end}}`:             false,
		`{{define "base"}}<p title="{{template "x" .Nav}}">{{end}}{{define "x"}}{{with .}}{{template "x" .}}{{end}}.{{end}}`: false,
		`{{define "base"}}{{template "x" .Title}}{{end}}{{define "x"}}{{if eq . ""}}{{template "x" .}}{{end}}.{{end}}`:       true,
	} {
		view := &Section{Page: Page{Nav: []Link{{Text: "x"}}, Title: "x"}}
		if compiled, fault := compare(t, newLayout(src), view); compiled != want || fault == want {
			t.Errorf("%s: compiled %v, fault %v", src, compiled, fault)
		}
	}
}

// TestOtherViews: a program is for one type only.
func TestOtherViews(t *testing.T) {
	l := newLayout(`{{define "base"}}a{{end}}`)
	for _, view := range []any{Link{}, ""} {
		if page, ok := l.program.Run([]byte("b"), reflect.ValueOf(view), ""); ok || string(page) != "b" {
			t.Errorf("%T: %q, %v", view, page, ok)
		}
	}
}

func FuzzEscapers(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	l := newLayout(`{{define "base"}}{{.Title}}<a href="{{.Title}}" title="{{.Title}}">{{.Body.HTML}}</a><a href="a/{{.Title}}"><a href="?{{.Title}}"><p title={{.Title}}><textarea>{{.Title}}{{.Body.HTML}}</textarea>{{end}}`)
	f.Fuzz(func(t *testing.T, s string) {
		view := &Section{Page: Page{Title: s}}
		view.Body.HTML = template.HTML(s)
		if compiled, _ := compare(t, l, view); !compiled {
			t.Errorf("html/template had to help")
		}
	})
}
