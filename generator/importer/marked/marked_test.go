package marked

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func TestCodeIsOutOfTheWay(t *testing.T) {
	for _, test := range []struct{ name, in, words string }{
		{"fence", "a\n\n```go\n[x](y)\n```\nb", "a\n\n□\nb"},
		{"fence of tildes with more inside", "~~~~\n~~~\n```\n~~~~\nb", "□\nb"},
		{"fence in a list", "- a\n\n  ```\n  x\n  ```\n- b", "- a\n\n  □\n- b"},
		{"fence in a quotation", "> ```\n> x\n> ```\nb", "> □\nb"},
		{"fence that never ends", "a\n```\nx", "a\n□"},
		{"back quotes behind a fence", "```x `y`", "```x □"},
		{"indented", "a\n\n    x\n\n    y\n\nb", "a\n\n    □\n\nb"},
		{"indented after words", "a\n    x", "a\n    x"},
		{"list goes on", "- a\n\n    b\n\n  - c\n\n      d", "- a\n\n    b\n\n  - c\n\n      d"},
		{"indented in a list", "- a\n\n      b\n\nc", "- a\n\n      □\n\nc"},
		{"indented with a tab", "a\n\n\tx\nb", "a\n\n\t□\nb"},
		{"in HTML", "<div>\n\n    <b>x</b>\n</div>\n\n    y", "<div>\n\n    <b>x</b>\n</div>\n\n    □"},
		{"span", "a `x` ``y ` z`` `b", "a □ □ `b"},
		{"span over lines", "a `x\ny` b", "a □ b"},
		{"span ends with its paragraph", "a `x\n\ny` b", "a `x\n\ny` b"},
		{"escaped", "\\`a `b`", "\\`a □"},
		{"comment", "a <!-- b\n\nc --> d", "a □ d"},
		{"pre", "a <pre class=\"language-c\">x</pre> b", "a \n\n□\n\n b"},
		{"code tag", "a <code>x&lt;y</code> b", "a □ b"},
		{"private sign", "a \U000F0000 b", "a □ b"},
	} {
		text := New(test.in)
		got := strings.Map(func(r rune) rune {
			if IsKept(r) {
				return '□'
			}
			return r
		}, text.S)
		if got != test.words {
			t.Errorf("%s: %q\n got %q\nwant %q", test.name, test.in, got, test.words)
		}
		if whole := text.String(); !strings.Contains(test.in, "<") && whole != test.in {
			t.Errorf("%s: %q comes back as %q", test.name, test.in, whole)
		}
	}
	if got := New("<pre><code class=\"language-go\">a &lt; b\n```\n</code></pre>").String(); got != "\n\n````go\na < b\n```\n````\n\n" {
		t.Errorf("pre becomes %q", got)
	}
	if got := New("<code>a ` b</code>").String(); got != "``a ` b``" {
		t.Errorf("code becomes %q", got)
	}
}

func TestFences(t *testing.T) {
	fence := Fence{Open: regexp.MustCompile(`(?m)^[ \t]*\{% code (\w*) %\}\n?`), Close: regexp.MustCompile(`[ \t]*\{% end %\}`)}
	for in, want := range map[string]string{
		"a\n{% code go %}\nx\n{% end %}\nb":               "a\n```go\nx\n```\n\nb",
		"- a\n  {% code go %}\n  x\n  {% end %}\nb":       "- a\n  ```go\n  x\n  ```\n\nb",
		"```\n{% code go %}\n```\n{% code c %}y{% end %}": "```\n{% code go %}\n```\n```c\ny\n```\n",
		"{% code go %}\nx":                                "{% code go %}\nx",
	} {
		if got := New(in, fence).String(); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestHTML(t *testing.T) {
	for in, want := range map[string]string{
		"a <b>b</b> <em> c </em>d <strong></strong>e": "a **b**  *c* d e",
		"<p>one</p><p>two":                            "one\n\ntwo",
		"a<br/>b<br clear=all>c":                      "a<br>b<br>c",
		`<a href="x.html" title="t">words</a>`:        "[words](x.html)",
		`<a name="here"></a>a <a href="y"> b </a>c`:   "a  [b](y) c",
		`<a href="y"></a><a>z</a>`:                    "z",
		`<img src='a b.png' alt="[x]">`:               `![\[x\]](a%20b.png)`,
		`<img alt="none">`:                            "",
		`<figure><a href="l"><img src="a.png" alt="b"></a><figcaption>It's <i>c</i></figcaption></figure>`: `![b](a.png 'It\'s *c*')`,
		"<figure><p>x</p></figure>":                          "x",
		"<h2 id='i'>A <b>b</b></h2>c":                        "## A **b** {#i}\n\nc",
		"<h3></h3>a":                                         "a",
		"<ul><li>a<li><p>b</p><ul><li>c</li></ul></li></ul>": "- a\n- b\n  - c",
		"<ol start=3><li>a</li>\n<li>b</li></ol>":            "3. a\n4. b",
		"<ul><p>x</p><li></li></ul>":                         "- x",
		"<blockquote><p>a</p><p>b</p></blockquote>":          "> a\n>\n> b",
		"<dl><dt>a</dt><dd>b</dd><dd>c\n\nd</dd></dl>":       "a\n: b\n: c\n\n  d",
		"<table><caption>t</caption><tr><th>a<th>b<tr><td>c|d<td><p>e</p><p>f</p></table>": "t\n\n| a | b |\n| --- | --- |\n| c\\|d | e<br>f |",
		"<table><tr></tr></table>x":                                                     "x",
		"<del>a</del> <u>b</u> <span class=x>c</span>":                                  "~~a~~ b c",
		"H<sub>2</sub> <SUP class=x>3</SUP> <abbr title='a \"b\"'>c</abbr> <kbd></kbd>": "H<sub>2</sub> <sup>3</sup> <abbr title=\"a &quot;b&quot;\">c</abbr> ",
		"<iframe src='//www.youtube.com/embed/abc?x=1' title='T'></iframe>":             "[T](https://www.youtube.com/watch?v=abc)",
		"<video><source src='a.mp4'>no video</video>":                                   "[a.mp4](a.mp4)\n\nno video",
		"<iframe src='https://player.vimeo.com/video/12?x'></iframe>":                   "<https://vimeo.com/12>",
		"<object>x</object>":                         "x",
		"a<script>if (a<b) {}</script>b":             "a<!-- <script>if (a<b) {}</script> -->b",
		"<details><summary>s</summary>t</details>":   "**s**\n\nt",
		"a < b and <T> and <unknown>x</unknown> a>b": "a < b and <T> and <unknown>x</unknown> a>b",
		"<hr>a":                     "---\n\na",
		"<div>\n   a\n   b\n</div>": "a\nb",
		"</div>a</p>":               "a",
		"<div><table><tr><td>```</td></tr></table>":             "| ``` |\n| --- |",
		"<blockquote>\n\n```\na\nb\n```\n</blockquote>":         "> ```\n> a\n> b\n> ```",
		"<table><tr><td>\n\n```\na\nb\n```\n</td></tr></table>": "| `a b` |\n| --- |",
		"<a href='x'><div>a</div><div>b</div></a>":              "a\n\nb\n\n[x](x)",
	} {
		text := New(in)
		text.HTML(func(string, string) {})
		got := regexp.MustCompile(`\n{3,}`).ReplaceAllString(strings.Trim(text.String(), "\n"), "\n\n")
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestHTMLIsNoted(t *testing.T) {
	var got []string
	text := New("<p id=here><b>a</b><script>x</script><iframe src='y'></iframe>")
	text.HTML(func(what, s string) { got = append(got, what+" "+s) })
	want := "[anchor here hidden <script>x</script> embedded y <b> 1 <iframe> 1 <p> 1]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestLinks(t *testing.T) {
	upper := func(r Reference) string {
		r.Address = strings.ToUpper(r.Address)
		return r.String()
	}
	for in, want := range map[string]string{
		"[a](b) ![c](d 'e')":             "[a](B) ![c](D 'e')",
		"[![a](b)](c)":                   "[![a](B)](C)",
		"[a [b] c](d)":                   "[a [b] c](D)",
		"[a](<b c>) [a](b(c)d)":          "[a](B%20C) [a](B%28C%29D)",
		"[a]( b\n\"t\" )":                "[a](B \"t\")",
		"[a](b c) [a](b \"t) x](y":       "[a](b c) [a](b \"t) x](y",
		"a](b) \\[a](b)":                 "a](b) \\[a](b)",
		"[a\n\nb](c)":                    "[a\n\nb](c)",
		"`[a](b)` [`c`](d)":              "`[a](b)` [`c`](D)",
		"[a][b]\n\n[b]: c 't'\n[d]: <e>": "[a][b]\n\n[b]: C 't'\n[d]: E",
		"![a][b] [c][b]\n\n[b]: d":       "![a](D) [c][b]\n\n[b]: D",
		"![a][b] ![b]\n\n[b]: d \"t\"":   "![a](D \"t\") ![b](D \"t\")\n\n",
		"![a](b) ![no][c]\n\n[x]: y":     "![a](B) ![no][c]\n\n[x]: Y",
		"[^1]: c":                        "[^1]: c",
		"[a]()":                          "[a]()",
	} {
		text := New(in)
		text.Links(upper)
		if got := text.String(); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
	text := New("[a][b] and [b] and [c][d]\n\n[b]: x\n[d]: y")
	text.Links(func(r Reference) string {
		if r.Address == "x" {
			return ""
		}
		return r.String()
	})
	if got := text.String(); got != "a and b and [c][d]\n\n\n[d]: y" {
		t.Errorf("without its definition: %q", got)
	}
	if !Defines("[A  b]: c", "a B") || Defines("[a]: c", "b") {
		t.Error("Defines is wrong")
	}
}

func TestHeadings(t *testing.T) {
	text := New("# A `b` {#one}\n\nTwo\n===\n\n- x\n---\n\n### Three ###\n```\n# no\n```\n####\n\nFour {: .x #five}\n---")
	got := text.Headings()
	var s []string
	for _, h := range got {
		s = append(s, text.Whole(h.Words)+"|"+h.ID)
	}
	if want := "A `b`|one, Two|, Three|, Four|five"; strings.Join(s, ", ") != want {
		t.Errorf("got %s", strings.Join(s, ", "))
	}
	text.SetIDs(got, map[int]string{0: "first", 2: "third", 9: "none"})
	if s := text.String(); !strings.HasPrefix(s, "# A `b` {#first}\n") || !strings.Contains(s, "\n### Three {#third}\n") || !strings.Contains(s, "Two\n===") {
		t.Errorf("with ids: %q", s)
	}
}

func TestAttributes(t *testing.T) {
	for in, want := range map[string]string{
		`a="b c" d='e' f=g h "i j" k = "l"`: "[{a b c} {d e} {f g} { h} { i j} {k l}]",
		"`raw \"x\"`, b":                    "[{ raw \"x\"} { b}]",
		`a="b \"c\""`:                       `[{a b "c"}]`,
		`a="b`:                              "[{a b}]",
		`a=`:                                "[{a }]",
		`= b`:                               "[{ b}]",
		"":                                  "[]",
	} {
		if got := fmt.Sprint(Attributes(in)); got != want {
			t.Errorf("%s gives %s, want %s", in, got, want)
		}
	}
	if got := Get(Attributes(`Src=a x=""`), "none", "x", "src"); got != "a" {
		t.Errorf("Get gives %q", got)
	}
}

func TestWriting(t *testing.T) {
	for got, want := range map[string]string{
		Comment("a --> b\n\n c | d <!--"): "<!-- a --&gt; b\nc \\| d &lt;!-- -->",
		CodeSpan("a `b`"):                 "`` a `b` ``",
		CodeSpan(" "):                     "",
		Titled("", "https://e.org/"):      "<https://e.org/>",
		Titled("", "a b"):                 "[a b](a%20b)",
		Titled("*", "a"):                  `[\*](a)`,
		Picture("a", "b", "c 'd'"):        `![a](b 'c \'d\'')`,
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// FuzzText holds that nothing panics and that no word is lost: what goes in comes
// out, in whatever form.
func FuzzText(f *testing.F) {
	for _, s := range []string{"<table><tr><td>a", "[![a](b)](c)\n\n[d]: e", "- a\n\n      b\n```\nc", "<ul><li><p><li></ul></p>", "`a <b>`c</b>", "<pre>a</pre><!-- b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		text := New(s)
		text.HTML(func(string, string) {})
		text.Links(func(r Reference) string { return r.String() })
		ids := map[int]string{}
		headings := text.Headings()
		for i := range headings {
			ids[i] = "x"
		}
		text.SetIDs(headings, ids)
		got := text.String()
		if strings.ContainsFunc(got, IsKept) && !strings.ContainsFunc(s, IsKept) {
			t.Errorf("%q leaves the sign of a kept piece: %q", s, got)
		}
	})
}
