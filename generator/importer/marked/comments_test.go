package marked

import (
	"fmt"
	"strings"
	"testing"
)

func TestComment(t *testing.T) {
	for in, want := range map[string]string{
		"a\nb":               "<!-- a\nb -->",
		"a\n\n> b\n- c\nd|e": "<!-- a > b - c\nd\\|e -->",
		"a\n1. b -->":        "<!-- a 1. b --&gt; -->",
	} {
		if got := Comment(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestSettleComments holds that no comment takes the words behind it into a block of
// HTML, or is cut by the end of the list that it is in.
func TestSettleComments(t *testing.T) {
	for in, want := range map[string]string{
		"X words *a*":     "words *a* <!-- x\ny -->",
		"- X words":       "- words <!-- x y -->",
		"  X":             "  <!-- x y -->",
		"> X X a":         "> a <!-- x y --> <!-- x y -->",
		"X":               "<!-- x\ny -->",
		"a X b":           "a <!-- x\ny --> b",
		"1. X\n   b\nX c": "1. <!-- x y -->\n   b\nc <!-- x\ny -->",
		"C b":             "`c` b",
	} {
		text := New("")
		text.S = strings.ReplaceAll(strings.ReplaceAll(in, "X", text.Keep("<!-- x\ny -->")), "C", text.Keep("`c`"))
		text.SettleComments()
		if got := text.String(); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestDemote(t *testing.T) {
	for in, want := range map[string]string{
		"# a\n\nb\n\n## c ##\n\n###### d": "## a\n\nb\n\n### c ##\n\n###### d",
		"a\n===\nb\n\nc\n---":             "## a\nb\n\n### c",
		"## a\n\nb\n---":                  "## a\n\nb\n---",
		"# a\n---\nb":                     "## a\n---\nb",
	} {
		text := New(in)
		if text.Demote(); text.String() != want {
			t.Errorf("%q is %q, want %q", in, text, want)
		}
	}
}

func TestMath(t *testing.T) {
	for in, want := range map[string]string{
		"$$\na_1\n$$":                          "0: ```latex\na_1\n```",
		"- $$a$$ b":                            "0: - `$$a$$` b",
		"cost $5 or $6_7 and `$x_1$`, \\$a^b$": "1: cost $5 or $6_7 and `$x_1$`, \\$a^b$",
		"($\\alpha$) and $x$, $a b$":           "1: (`$\\alpha$`) and `$x$`, $a b$",
		"$$a\n\nb$$":                           "0: $$a\n\nb$$",
	} {
		dollars, text, _ := strings.Cut(want, ": ")
		body := New(in)
		body.Math(dollars == "1")
		if got := body.String(); got != text {
			t.Errorf("%q is %q, want %q", in, got, text)
		}
	}
}

func TestNewTags(t *testing.T) {
	for in, want := range map[string]string{
		`<h2><a id="x" href="#x">A</a></h2>`:                                        "## [A](#x) {#x}",
		`<h2 id="y"><a name="x"></a>A</h2>`:                                         "## A {#y}",
		`<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <notextile>*a*</notextile>`: "漢(kan) *a*",
		`<ruby>漢<rt></rt></ruby>`:                                                   "漢",
	} {
		text, said := New(in), ""
		text.HTML(func(what, more string) { said += fmt.Sprint(what, more, " ") })
		if got := strings.TrimSpace(text.String()); got != want || strings.Contains(said, "anchor") {
			t.Errorf("%s is %q, want %q; said %s", in, got, want, said)
		}
	}
}
