package layout

import (
	"bytes"
	"fmt"
	"html/template"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"dossier/layouts"
)

// hostile are texts that escapers treat in their own ways.
var hostile = []string{
	"", "", "x", "en", "home", "article", "section", "../countries/kyrgyzstan.html", "#part.1", "https://example.org/a?b=c&d=e+f#g",
	`"quoted" 'twice'`, "a < b && b > c", "</script><script>alert(1)</script>", "<b title='x>y'>bold</b>", "&amp; &lt;",
	"javascript:alert(1)", "JavaScript:x", "HTTP://x/", "mailto:a@b.c", "a/b:c", ":", "data:text/html,x", "//host/path",
	"a\x00b", "\xff\xfe bad \xc3", "\u2028\ufdd0\ufffe\ufffd", "Ünï — «код» 中文", "100% %41 %zz %4", "a b\tc\nd\ve\ff\rg", "a=b`c`", "(x) {y} [z] ~ ^ | \\",
	"1+1", "{}", "{}{}{}", "%s %d", "<!-- c -->", "]]>", "<br>", "\u00a0",
}

// fill sets everything that a layout can see of a value, at random.
func fill(r *rand.Rand, v reflect.Value, text func() string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text())
	case reflect.Int:
		v.SetInt([]int64{0, 1, 2, 3, -7, 255, 256, 737, 1 << 40}[r.IntN(9)])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), text)
		}
	case reflect.Slice:
		n := []int{0, 0, 1, 2, 3, 6}[r.IntN(6)]
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			if e := v.Index(i); e.Kind() == reflect.Pointer { // lists have no nil
				e.Set(reflect.New(e.Type().Elem()))
				fill(r, e.Elem(), text)
			} else {
				fill(r, e, text)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(r, v.Field(i), text)
			}
		}
	default:
		panic("views have no " + v.Kind().String())
	}
}

// randomView is a view of a kind, a pointer to a struct.
func randomView(r *rand.Rand, set *Set, typ reflect.Type, text func() string) any {
	view := reflect.New(typ)
	fill(r, view.Elem(), text)
	page := view.Elem().FieldByName("Page")
	p := page.Interface().(Page)
	p.edition, p.root = set.Page("fr", "").edition, []string{"", "../", "/base/", "/'&/"}[r.IntN(4)]
	page.Set(reflect.ValueOf(p))
	return view.Interface()
}

// compare renders a view both ways, and says whether its program could do it
// and whether the layout has a fault.
func compare(t *testing.T, set *Set, kind string, view any) (compiled, fault bool) {
	t.Helper()
	got, gotErr := set.Render([]byte("before "), kind, view)
	want, wantErr := set.interpret([]byte("before "), kind, view)
	if !bytes.Equal(got, want) || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
		at := 0
		for at < min(len(got), len(want)) && got[at] == want[at] {
			at++
		}
		around := func(b []byte) []byte { return b[min(max(0, at-60), len(b)):min(at+60, len(b))] }
		t.Errorf("%s differs at %d: compiled\n%q, %v\nhtml/template\n%q, %v", kind, at, around(got), gotErr, around(want), wantErr)
	}
	if p, v, root := set.program(kind, view); p != nil {
		_, compiled = p.run(nil, v, root)
	}
	return compiled, wantErr != nil
}

// TestProgramsGiveTheBytesOfTemplates fills the views of every kind of page at
// random.
func TestProgramsGiveTheBytesOfTemplates(t *testing.T) {
	set, _ := load(t, layouts.FS, "fr")
	for _, kind := range kinds {
		t.Run(kind.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			text := func() string { return hostile[r.IntN(len(hostile))] }
			for range 60 {
				view := randomView(r, set, kind.view, text)
				if compiled, fault := compare(t, set, kind.name, view); !compiled && !fault {
					t.Errorf("html/template had to help")
				}
				compare(t, set, kind.name, reflect.ValueOf(view).Elem().Interface())
				if t.Failed() {
					return
				}
			}
		})
	}
}

// snippets are layouts of a section. Those of the first list must be compiled;
// what is in the second is left to html/template, whole or for this view.
var snippets = struct{ compiled, left []string }{
	compiled: []string{
		`<a href="{{.Title}}">{{.Title}}</a>`, `<a href='{{.Title}}'>`, `<a href="x/{{.Title}}">`, `<a href="x?q={{.Title}}&amp;r={{.ID}}#{{.Site}}">`,
		`<p title={{.Title}}>`, `<p title="{{.Title}} - {{.Number}}" class='a {{.Number}}'>`, `<p title={{.Number}} {{/* c */}}>`,
		`<textarea>{{.Title}}{{.Body.HTML}}</textarea><title>{{.Title}}</title>`, `<!-- {{.Title}} -->{{.Body.HTML}}`,
		`{{.Number}} {{.Previews | len}} {{len .Title}} {{true}} {{"<x>"}} {{-3}} {{.Home.Current}}`,
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
		`{{if .Nav}}{{(index .Nav 0).Text}}{{with index .Nav 0}}{{.Href}}{{end}}{{end}}`,
		`{{template "x" .Nav}}{{template "y"}}{{define "x"}}{{range .}}{{template "z" .Text}}{{end}}{{end}}{{define "y"}}<hr>{{end}}{{define "z"}}[{{$}}]{{end}}`,
		`{{.T "section.of" .Number .Count}}{{.T "section.of" .Title 2}}{{.T "home"}}{{$.T "section.of"}}{{.T (print "ho" "me")}}<p title={{.T "section.of" 1 2}}>`,
		`<link href="{{.Asset "style.css"}}" title="{{.Asset "style.css"}}"><p title={{.Asset "icon.svg"}}>`,
		`{{if .Foreign}}<b>{{end}}{{$.Page.Lang}}{{.Page.Home.Text}}{{(.Body).Lang}}{{.Article.Text}}`,
		`{{template "r" .Tags}}{{define "r"}}{{range .}}{{.ID}}{{template "r2" .Items}}{{end}}{{end}}{{define "r2"}}{{with .}}({{template "r3" .}}){{end}}{{end}}{{define "r3"}}{{len .}}{{end}}`,
		`<p title="{{template "x" .Title}}" class='{{template "x" .ID}}'><a href="{{template "x" .Href}}">{{template "x" .Summary}}</a><textarea>{{template "x" .Site}}</textarea>{{define "x"}}{{with .}}{{.}}{{end}}{{end}}`,
		`<p title="{{template "x" .Nav}}">{{define "x"}}{{range .}}{{template "y" .}}{{template "z"}}{{end}}{{len $}}{{end}}{{define "y"}}{{$.Text}}{{.Lang}}{{end}}{{define "z"}} &lt; {{end}}`,
		`<title>{{template "x" .}}</title>{{template "x" .}}<p title="{{template "x" $}}">{{define "x"}}{{.T "home"}}{{.T "section.of" .Number 1}}{{$.Title}}{{end}}`,
	},
	left: []string{
		`<script>var x = {{.Title}}, y = "{{.Title}}", z = {{.Nav}};</script>`, `<p style="color: {{.Title}}">`, `<style>p { color: {{.Title}} }</style>`,
		`<p title="{{.Body.HTML}}">`, `<p title={{.Body.HTML}}>`, `<img srcset="{{.Title}}">`, `<a href={{.Title}}>`, `<p {{.Title}}="x">`, `<p onclick="f({{.Title}})">`, `<meta http-equiv="refresh" content="0; url={{.Title}}">`,
		`{{.}}`, `{{.Date}}`, `{{.Nav}}`, `{{printf "%v" .}}`, `{{range 3}}{{.}}{{end}}`, `{{slice .Title 0}}`, `{{1.5}} {{'a'}} {{0x10}}`, `{{range $i, $x := 3}}{{end}}`,
		`{{.Nope}}`, `{{.Prev.Text}}{{.Date.Text}}{{.LastCorrected.Text}}`, `{{index .Nav 99}}`, `{{(index .Nav 99).Text}}`, `{{.T "nope"}}`, `{{.T .Title}}`, `{{.Asset "nope"}}`, `{{nope}}`, `{{if}}`,
		`{{range $x := .Nav}}{{$x = index $.Nav 0}}{{.Text}}{{$x.Text}}{{end}}`, `{{range .Nav}}{{.Text}}{{break}}{{.Href}}{{end}}`,
		`{{template "nope"}}`, `<a href="`, `{{if .Date}}<p title="{{end}}`, `{{lt .Home.Current true}}`, `{{eq .Number "x"}}`, `{{eq .Date .LastCorrected}}`, `{{len .Number}}`, `{{.Title.Text}}`,
		`{{with or .Date .Prev}}{{.Text}}{{end}}`, `{{range .Sources}}{{range .Authors}}{{$.T "home"}}{{.T "home"}}{{end}}{{end}}`,
		"\n\n  {{.Prev.Text}}",
	},
}

func TestLayoutsOfAnyKind(t *testing.T) {
	for _, list := range []struct {
		compiled bool
		layouts  []string
	}{{true, snippets.compiled}, {false, snippets.left}} {
		for _, src := range list.layouts {
			base, more, _ := strings.Cut(src, "{{define")
			if more != "" {
				more = "{{define" + more
			}
			set, _ := load(t, with(t, map[string]string{"base.html": `{{define "base"}}` + base + `{{end}}` + more}), "fr")
			r := rand.New(rand.NewPCG(3, 4))
			every := true
			for i := range 3 * len(hostile) {
				text := func() string { return hostile[r.IntN(len(hostile))] }
				view := randomView(r, set, reflect.TypeFor[Section](), text).(*Section)
				view.Title = hostile[i%len(hostile)]
				view.Body.HTML = template.HTML(view.Body.Lang)
				compiled, _ := compare(t, set, "section", view)
				every = every && compiled
			}
			if list.compiled && !every {
				p, why := compile(escapedTrees(set.pages["section"], set.fresh["section"]), reflect.TypeFor[Section](), set.editions["fr"])
				t.Errorf("%s is not always compiled: %v %s", src, p != nil, why)
			}
			if !list.compiled && every {
				t.Errorf("%s is always compiled; it belongs into the other list", src)
			}
		}
	}
}

// TestTemplatesThatCallThemselves, for ever and not.
func TestTemplatesThatCallThemselves(t *testing.T) {
	for src, want := range map[string]bool{
		`{{define "base"}}{{template "x" .Nav}}{{end}}{{define "x"}}{{with .}}{{template "x" .}}{{end}}.{{end}}`:             false,
		`{{define "base"}}<p title="{{template "x" .Nav}}">{{end}}{{define "x"}}{{with .}}{{template "x" .}}{{end}}.{{end}}`: false,
		`{{define "base"}}{{template "x" .Title}}{{end}}{{define "x"}}{{if eq . ""}}{{template "x" .}}{{end}}.{{end}}`:       true,
	} {
		set, _ := load(t, with(t, map[string]string{"base.html": src}), "fr")
		page := set.Page("fr", "")
		page.Nav, page.Title = []Link{{Text: "x"}}, "x"
		if compiled, fault := compare(t, set, "section", Section{Page: page}); compiled != want || fault == want {
			t.Errorf("%s: compiled %v, fault %v", src, compiled, fault)
		}
	}
}

func FuzzPrograms(f *testing.F) {
	for i, s := range hostile {
		f.Add(uint64(i), s)
	}
	set, _ := load(f, layouts.FS, "fr")
	contexts := `{{define "base"}}{{.Title}}<a href="{{.Title}}" title="{{.Title}}">{{.Body.HTML}}</a><a href="a/{{.Title}}"><a href="?{{.Title}}"><p title={{.Title}}><textarea>{{.Title}}{{.Body.HTML}}</textarea>{{end}}`
	own, _ := load(f, with(f, map[string]string{"base.html": contexts}), "fr")
	f.Fuzz(func(t *testing.T, seed uint64, s string) {
		r := rand.New(rand.NewPCG(seed, 0))
		text := func() string {
			if r.IntN(2) == 0 {
				return s
			}
			return hostile[r.IntN(len(hostile))]
		}
		kind := kinds[seed%uint64(len(kinds))]
		compare(t, set, kind.name, randomView(r, set, kind.view, text))
		compare(t, own, "section", &Section{Page: Page{Title: s, edition: own.editions["fr"]}, Body: Prose{HTML: template.HTML(s)}})
	})
}
