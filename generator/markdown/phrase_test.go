package markdown

import (
	"strings"
	"testing"

	"dossier/generator/diag"
)

func TestPhrase(t *testing.T) {
	for _, tt := range []struct{ lang, typed, plain, html, faults string }{
		{"en", `The "Aurora" of '21...`, `The “Aurora” of ’21…`, "", ""},
		{"en", `The *Aurora* & "**it**" < 3`, `The Aurora & “it” < 3`, "The <em>Aurora</em> &amp; “<strong>it</strong>” &lt; 3", ""},
		{"en", "1. `x \"y\"` ~~z~~", `1. x "y" z`, "1. <code>x &quot;y&quot;</code> <del>z</del>", ""},
		{"en", "# Not a heading", "# Not a heading", "", ""},
		{"en", "- *a*", "- a", "- <em>a</em>", ""},
		{"en", `2 \* 3 AC\DC snake_case_name [a] AT&T &amp;`, `2 * 3 AC\DC snake_case_name [a] AT&T &`, "", ""},
		{"en", "[*a*](b.md) and [[c|d]] ![e](f.png) [[g]]", "a and d e g", "<em>a</em> and d e g", "not-understood"},
		{"en", "a <i onclick=x>b</i>", "a <i onclick=x>b</i>", "", "raw-html"},
		{"en", "[x](javascript:a)", "x", "", "not-understood"},
		{"en", "{{ x }}", "{{ x }}", "", "template-syntax"},
		{"en", "a :smile: b", "a :smile: b", "", "not-understood"},
		{"en", "a ==b== c", "a ==b== c", "", "not-understood"},
		{"en", `20 % of "a": {b} = $5: c`, "20 % of “a”: {b} = $5: c", "", ""},
		{"en", "a claim[^1]", "a claim[^1]", "", "footnote"},
		{"en", "a\nb\n\n*c*\n", "a b c", "a\nb\n<em>c</em>", ""},
		{"fr", `"*Aurora*" : oui !`, "« Aurora » : oui !", "« <em>Aurora</em> » : oui !", ""},
		{"zh", "会议\n第二**「x」**年", "会议第二「x」年", "会议第二<strong>「x」</strong>年", ""},
		{"ru", "", "", "", ""},
	} {
		var faults diag.List
		got := NewParser(tt.lang).Phrase(tt.typed, diag.Pos{File: "x.md", Line: 2, Col: 3}, &faults)
		space := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
		if space.Replace(got.Plain) != tt.plain || space.Replace(got.HTML) != tt.html || got.Typed != tt.typed {
			t.Errorf("%s: %q\n got %q, %q\nwant %q, %q", tt.lang, tt.typed, got.Plain, got.HTML, tt.plain, tt.html)
		}
		var codes []string
		for _, f := range faults {
			codes = append(codes, string(f.Code))
			if f.Pos.String() != "x.md:2:3" {
				t.Errorf("%q: a fault at %s", tt.typed, f.Pos)
			}
		}
		if strings.Join(codes, ",") != tt.faults {
			t.Errorf("%q: faults %v, want %s", tt.typed, faults, tt.faults)
		}
	}
}
