package layout

import (
	"strings"
	"testing"
)

// TestEnglishThatStandsIn: wherever a layout asks for words of a language that
// lacks them, html/template and the program write the same: a span in text, words
// alone in attributes, and numbers in the digits of the words.
func TestEnglishThatStandsIn(t *testing.T) {
	files := map[string]string{
		"404.html": `{{define "main"}}<p>{{.T "home"}}|{{.T "section.of" 1 20}}|{{.T "home.upcoming" .Title}}|{{.T "colon"}}|{{.Num 305}}</p>
<a title="{{.T "home"}} {{.T "home.upcoming" .Title}}" data-x={{.T "home"}} href="#{{.T "skip"}}">{{if .T "home"}}yes{{end}}{{with .T "next"}}{{.}}{{end}}</a>
<textarea>{{.Plain "home"}}{{.Plain "section.of" 1 20}}</textarea>{{template "given" (.T "home")}}{{printf "%s" (.Plain "home")}}{{len (.Plain "home")}}<i lang="{{.LangOf "home"}}"></i>{{end}}
{{define "given"}}<b>{{.}}</b>{{end}}`,
		"messages/sw.yaml": "next: \"Ifuatayo\"\n",
	}
	set, _ := load(t, with(t, files), "en", "sw", "ur", "fa", "mr")
	for lang, want := range map[string]string{
		"en": `<p>Home|Section 1 of 20|Ahead, seen from a &lt; b {}|: |305</p>`,
		"sw": `<p><span lang="en">Home</span>|<span lang="en">Section 1 of 20</span>|<span lang="en">Ahead, seen from <span lang="sw">a &lt; b {}</span></span>|: |305</p>
<a title="Home Ahead, seen from a &lt; b {}" data-x=Home href="#%3cspan%20lang%3d%22en%22%3eSkip%20to%20the%20text%3c%2fspan%3e">yesIfuatayo</a>
<textarea>HomeSection 1 of 20</textarea><b><span lang="en">Home</span></b>Home4<i lang="en"></i>`,
		"ur": `<p><span lang="en" dir="ltr">Home</span>|<span lang="en" dir="ltr">Section 1 of 20</span>|<span lang="en" dir="ltr">Ahead, seen from <span lang="ur" dir="rtl">a &lt; b {}</span></span>|`,
		"mr": `<p><span lang="en">Home</span>|<span lang="en">Section 1 of 20</span>|<span lang="en">Ahead, seen from <span lang="mr">a &lt; b {}</span></span>|: |३०५</p>`,
		"fa": `بخش ۱ از ۲۰`,
	} {
		view := NotFound{Page: set.Page(lang, "")}
		view.Title = "a < b {}"
		if compiled, fault := compare(t, set, "404", view); !compiled || fault {
			t.Errorf("%s: compiled %v, fault %v", lang, compiled, fault)
		}
		page, err := set.Render(nil, "404", view)
		if err != nil || !strings.Contains(string(page), want) {
			_, main, _ := strings.Cut(string(page), "<main")
			t.Errorf("%s: %v, want\n%s\nin\n%s", lang, err, want, main)
		}
	}
}
