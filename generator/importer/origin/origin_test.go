package origin

import (
	"fmt"
	"strings"
	"testing"

	"dossier/generator/importer/marked"
	"dossier/generator/importer/matter"
)

func TestDate(t *testing.T) {
	for in, want := range map[string]string{
		"2019-11-28":                "2019-11-28||true",
		"2019-11":                   "2019-11||true",
		"2019":                      "2019||true",
		"2019-11-28 09:06:22 +0000": "2019-11-28|09:06:22 +0000|true",
		"2019-11-28T09:06:22Z":      "2019-11-28|T09:06:22Z|true",
		"2019-11-28 9:06":           "2019-11-28|9:06|true",
		"June 2018":                 "2018-06||true",
		"2019-05-15/2019-05-17":     "2019-05-15/2019-05-17||true",
		"next week":                 "||false",
		"10/12/2019":                "||false",
		strings.Repeat("9", 200):    "||false",
	} {
		date, clock, ok := Date(in)
		if got := fmt.Sprintf("%s|%s|%v", date, clock, ok); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}

func TestDatesOfPlaces(t *testing.T) {
	for in, want := range map[string]string{
		"2019-11-28-talks": "2019-11-28 talks", "2019-11 talks": "2019-11 talks", "2019": "2019 ", "2019-11-28": "2019-11-28 ",
		"2019 plans": " 2019 plans", "2019-13-01-x": " 2019-13-01-x", "talks-2019": " talks-2019",
	} {
		date, rest := DateOfName(in)
		if got := date + " " + rest; got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"a/2019/11/28/b": "2019-11-28", "2019/11": "2019-11", "2019/13": "2019", "a/2019/b": "2019", "a/b": "", "a/2019-11-28/b": "2019-11-28", "11/28": "",
	} {
		if got := DateOfFolders(strings.Split(in, "/")); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	for in, want := range map[string]string{"fr": "fr", "zh_tw": "zh-TW", "pt-br": "pt-BR", "x": "", "about": "", "en-latin-script": "", "und": ""} {
		if got := Language(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	for files, want := range map[string]string{
		"en/a.md fr/a.md pt-br/a.md x.md": "map[en:en fr:fr pt-br:pt-BR]",
		"en/a.md b.md fr/x.png":           "map[]",
		"en/a.md fr/a.md x.md y.md z.md":  "map[]",
		"en/a.md fr/a.md posts/x.md":      "map[en:en fr:fr]",
	} {
		if got := fmt.Sprint(LanguageFolders(strings.Fields(files))); got != want {
			t.Errorf("%s: %s, want %s", files, got, want)
		}
	}
	docs := []*Doc{{Lang: "fr"}, {Lang: "fr"}, {Lang: "de"}, {Lang: "en"}, {}}
	if got := fmt.Sprint(MostWritten(docs)); got != "[fr de en]" {
		t.Errorf("most written: %s", got)
	}
}

func TestAddresses(t *testing.T) {
	for _, ref := range []string{"a b#c (d)", `50% "x" 'y' <z>|w`, "file:a.md"} {
		address := Ref(ref)
		if got, ok := IsRef(address); !ok || got != ref || strings.ContainsAny(address, " ()<>\"'|") {
			t.Errorf("%q is %q and comes back as %q", ref, address, got)
		}
	}
	if _, ok := IsRef("https://e.org/"); ok {
		t.Error("an address is a reference")
	}
	for in, want := range map[string]string{"a/b/": "/a/b", "/A/index.html": "/a", "/a.html": "/a", "": "/", "/a/../b": "/b"} {
		if got := Clean(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestNotes(t *testing.T) {
	var n Notes
	text := marked.New("<p id=a><b>x</b></p><script>y</script><iframe src='z'></iframe>")
	n.HTML(text)
	n.Mind("a\n%s", "b")
	if got := fmt.Sprint(n.Turned, n.Hidden, n.Dropped, n.Look); got != "map[<b>:1 <iframe>:1 <p>:1 embedded page, to a link:1] [<script>y</script>] [the anchor #a] [a b]" {
		t.Errorf("got %s", got)
	}
}

// TestKeys reads texts that have keys alone, and events.
func TestKeys(t *testing.T) {
	m, err := matter.YAML("start: 29 March 2019\nend: 2019-03-30\nby: Bo\nlogo: a/b.png\nlink-out: https://e.org/x\nsizes: [1, 2]\nmore: {a: 1}\nshown: true\nnone: ''\n")
	if err != nil {
		t.Fatal(err)
	}
	d := &Doc{Front: m}
	f := d.Fields()
	if d.Span(f); d.Date != "2019-03-29/2019-03-30" {
		t.Errorf("date %q", d.Date)
	}
	if got := d.By(f); len(got) != 1 || got[0] != "Bo" {
		t.Errorf("by %q", got)
	}
	if d.Span(f); !d.Listed(f) || d.Listed(f) {
		t.Error("its keys are not listed once")
	}
	if want := "- **Logo:** ![b](a/b.png)\n- **Link out:** <https://e.org/x>\n- **Sizes:** 1, 2\n- **More:** {a: 1}\n"; d.Body != want {
		t.Errorf("keys are %q, want %q", d.Body, want)
	}
	f.Defaults = matter.Map{{Key: "lang", Value: "fr"}}
	if got := f.Ask("none", "lang"); got != "" {
		t.Errorf("a written key is %q", got)
	}
	if got := f.Ask("locale", "lang"); got != "fr" {
		t.Errorf("a default is %q", got)
	}
	if d := (&Doc{Front: matter.Map{{Key: "start", Value: "soon"}}}); !HasMath(matter.Map{{Key: "katex", Value: "true"}}) || HasMath(matter.Map{{Key: "math", Value: "false"}}) {
		t.Error("settings of formulas are not known")
	} else if d.Span(d.Fields()); d.Date != "" || d.Listed(d.Fields()) != true {
		t.Errorf("%q is a date", d.Date)
	}
}
