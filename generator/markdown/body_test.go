package markdown

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestBodyTable runs each row of the table in docs/writing.md that says what
// may stand in a body: the code in the first column must give the HTML of the
// second, or the faults named in the third.
func TestBodyTable(t *testing.T) {
	handbook, err := os.ReadFile("../../docs/writing.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(handbook), "| you write | readers get | reported |\n| --- | --- | --- |\n")
	if !ok {
		t.Fatal("docs/writing.md has no such table")
	}
	code := regexp.MustCompile("`` ?(.+?) ?``|`(.+?)`")
	rows := 0
	for _, line := range strings.Split(table, "\n") {
		if !strings.HasPrefix(line, "| ") {
			break
		}
		rows++
		cells := strings.Split(strings.ReplaceAll(line, `\|`, "\x00"), "|")
		first := func(cell string) string {
			m := code.FindStringSubmatch(cell)
			if m == nil {
				return ""
			}
			return strings.NewReplacer("\x00", "|", "⏎", "\n").Replace(m[1] + m[2])
		}
		src, html, report := first(cells[1]), first(cells[2]), first(cells[3])
		d, faults := parse(t, "en", head+src+"\n")
		if html != "" && !strings.Contains(d.HTML, html) {
			t.Errorf("%q gives %q, want %q in it", src, d.HTML, html)
		}
		var got []string
		for _, f := range faults {
			got = append(got, string(f.Code))
			if f.Line == 0 || f.Col == 0 {
				t.Errorf("%q: the fault has no place: %v", src, f)
			}
		}
		for _, n := range d.Notes {
			if n.At >= 0 { // the file has no sources
				got = append(got, "footnote")
			}
		}
		if strings.Join(got, " ") != report {
			t.Errorf("%q reports %v, want %q", src, faults, report)
		}
	}
	if rows < 30 {
		t.Errorf("the table has only %d rows", rows)
	}
}

// TestHarmless shows what looks like a sign and is prose.
func TestHarmless(t *testing.T) {
	for _, src := range []string{
		"It costs $5 and $6, US$20 or 5$.", "2 * 3 * 4 is 24; 5** stars", "At 10:30:45, ratio 3:2:1.", "He said: \"no\": so be it.", "a [sic] word [1]",
		"[Speaker]: Hello to you all", "~5 and ~6, ~/home", "x == y and y == z", "100%% of it", "#hashtag and #2", "C# and F#", "a < b > c", "{a, b}", "{ curly }",
		"`{{ code }} [[x]` and `[^1]`", "    {{ block }}\n", "```\n{{ x }} <<<<<<< [[\n```", "\\[[not a link]] \\{{x}} \\**word", "snake_case_name, **bold** *it*", "e.g. www. or @name or a@b",
		"http:// alone, https://…", "[[id|words]] [a](b.md) [a][b]\n\n[b]: c.md", "wrapped\n2019. Then", "1. a\n1. b", "|x| + |y|", "a | b | c", "5^th of (May)", "note^1",
		"=======", "a\n=======\n\nb", "7 < 8, 1 << 7", "::", "p::q::r", "[a] [b]", "item[3][x", "f(x)[0]", "> [sic] quoted", "a ~~gone~~ b", "!important", "![a](b.png)", "<https://e.org>",
		"- [x] done\n- [ ] open", "1) a\n2) b", "0. a\n1. b", "1. a\n\n   b\n2. c", "Term\n: Meaning",
		"un*believ*able and *so* on", "他说**同 意**了", "Bürger\\*innen und Leser\\*innen", "as shown [1][2]", "a[0][1], m[i][j]", "x==1 and y==2", "x^2^3", "a](b. [c (d)", "[//]: # (a remark)\n[//]: # (another)", "[a]: <> (a remark)", "![b][a]\n\n[A]: b.png",
	} {
		if _, faults := parse(t, "en", head+src+"\n"); len(faults) > 0 {
			t.Errorf("%q: %v", src, faults)
		}
	}
}

func TestBareAddresses(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"see https://e.org/a_b_c--d.", "https://e.org/a_b_c--d"}, {"(https://e.org/a_(b))", "https://e.org/a_(b)"}, {"HTTP://E.org, x", "HTTP://E.org"},
		{"见https://e.org/x。好", "https://e.org/x"}, {"www.e.org!", "https://www.e.org"}, {"a.b@e.org.", "mailto:a.b@e.org"}, {"xhttps://e.org", ""},
		{"`https://e.org`", ""}, {"**https://e.org/**", "https://e.org/"}, {"«https://ru.wikipedia.org/wiki/Мост»", "https://ru.wikipedia.org/wiki/Мост"},
		{"https://e.org/?a=1&b=2", "https://e.org/?a=1&b=2"}, {"ftp://e.org", ""}, {"a https://e.org\nb", "https://e.org"},
		{"https://e.org/x.[^a] https://e.org/[b", "https://e.org/xhttps://e.org/[b"}, {"www.e.org[^a], x", "https://www.e.org"},
	} {
		got := ""
		for _, l := range body(t, "en", tt.src).Links {
			got += l.Target
		}
		if got != tt.want {
			t.Errorf("%q links to %q, want %q", tt.src, got, tt.want)
		}
	}
	if d := body(t, "en", "[see https://e.org/ here](a.md)"); len(d.Links) != 1 {
		t.Errorf("a link in a link: %v", d.Links)
	}
}

// TestHostileSigns keeps the time that signs take near to their number.
func TestHostileSigns(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads the largest files")
	}
	for _, unit := range []string{
		"https://a.b ", "a@b.c ", "www.a.b ", ":ab: ", "{{ ", "[[a ", "](", "][a] ", "$a$ ", "==a== ", "~a~ ", "<!-- ", "<sub>", "<sub>*<b>*", "a\n: b\n\n", ": ", "1995. ", "- 1. ", "{#a} ",
		"[[a|", "[[a\n", "| [[a|b]] ", "<<<<<<<\n", "<!--\n\n", "**a ", "## a {#a}\n", "[^a] ", "^[a] ", "- [ ] ",
	} {
		for _, end := range []string{"", "\n", "\n\n"} {
			src := strings.Repeat(unit, 40)
			src = head + strings.Repeat(src+end, 1_000_000/len(src+end))
			start := time.Now()
			parse(t, "en", src)
			if took := time.Since(start); took > 8*time.Second {
				t.Errorf("%q with %q takes %v", unit, end, took)
			} else if took > time.Second {
				t.Logf("%q with %q takes %v", unit, end, took)
			}
		}
	}
}

func TestDefinitionsOfAddresses(t *testing.T) {
	const unused = "x.md:6:1: warning: nothing refers to the address [b], so it is not shown; write [words][b] in the text, or delete it [not-understood]"
	for _, tt := range []struct{ src, want string }{
		{"[x][a]\n\n[a]: /a\n", ""},
		{"[A] ![p][b]\n\n[a]: a.md\n[b]: b.png", ""},
		{"![a [c][b] d](a.png)\n\n[b]: /b", ""},
		{"x\n\n[b]: /b", unused},
		{"> x\n\n> [b]: /b", strings.Replace(unused, ":6:1", ":6:3", 1)},
		{"[a]\n\n[a]: /a\n[a]: /b", "x.md:7:1: warning: the address [a] is defined twice, first on line 6, which counts; give this one another name, or delete it [not-understood]"},
	} {
		got := ""
		_, faults := parse(t, "en", head+tt.src)
		for _, f := range faults {
			got += f.String()
		}
		if got != tt.want {
			t.Errorf("%q:\ngot  %s\nwant %s", tt.src, got, tt.want)
		}
	}
}
