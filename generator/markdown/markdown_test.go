package markdown

import (
	"fmt"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

const head = "---\ntitle: T\n---\n"

func parse(t *testing.T, lang, src string) (Doc, diag.List) {
	t.Helper()
	return NewParser(lang).Parse(&Scratch{}, "x.md", []byte(src), "s.")
}

// body parses Markdown that must be free of faults and gives its HTML.
func body(t *testing.T, lang, src string) Doc {
	t.Helper()
	d, faults := parse(t, lang, head+src)
	if len(faults) > 0 {
		t.Fatalf("faults: %v", faults)
	}
	return d
}

func TestHTML(t *testing.T) {
	for _, tt := range []struct{ name, lang, src, want string }{
		{"typography", "en", `"It's 'so' -- really..."`, "<p>“It’s ‘so’ – really…”</p>"},
		{"French quotes", "fr", `"l'été"`, "<p>«\u202fl’été\u202f»</p>"},
		{"Russian quotes", "ru", `"мир"`, "<p>«мир»</p>"},
		{"quotes of an unknown language stay", "xx", `"a" isn't`, "<p>&quot;a&quot; isn’t</p>"},
		{"raw block", "en", "x & y", "<p>x &amp; y</p>"},
		{"strikethrough", "en", "~~a~~", "<p><del>a</del></p>"},
		{"table alignment has no style", "en", "|a|\n|-:|\n|b|", `<th class="align-right">a</th>`},
		{"an empty cell heads nothing", "en", "| |a|\n|-|-|\n|b|c|", "<tr>\n<td></td>\n<th>a</th>\n</tr>"},
		{"table scrolls", "en", "|a|\n|-|\n", `<div class="table" role="group" tabindex="0">`},
		{"alert", "en", "> [!WARNING]\n> Mind.", `<section class="alert alert-warning" role="note">` + "\n" + `<p class="alert-title"></p>` + "\n<p>Mind.</p>\n</section>"},
		{"alert in lower case", "en", "> [!correction]\n> Mind.", `alert-correction`},
		{"quote", "en", "> [sic]\n> Mind.", "<blockquote>\n<p>[sic]\nMind.</p>\n</blockquote>"},
		{"footnotes are prefixed", "en", "a[^1]\n\n[^1]: b", `<li id="s.fn:1">`},
		{"link has a gap", "en", "[a](../b.md)", "<p><a>a</a></p>"},
		{"wiki link with words", "en", "[[b|the *b*]]", "<p><a>the <em>b</em></a></p>"},
		{"wiki link in a table", "en", "|a|\n|-|\n|[[b\\|c]]|\n", "<td><a>c</a></td>"},
		{"short items", "en", "- Armenia\n- Belarus\n- [[c|Cyprus]]\n- South Ossetia\n", "<ul class=\"short\">\n<li>Armenia</li>"},
		{"few short items", "en", "- Armenia\n- Belarus\n- Georgia\n", "<ul>\n<li>Armenia</li>"},
		{"one longer item", "en", "- Armenia\n- Belarus\n- Georgia\n- a larger part in peacekeeping\n", "<ul>\n<li>Armenia</li>"},
		{"items of two blocks", "en", "- a\n- b\n- c\n- d\n  - e\n", "<ul>\n<li>a</li>"},
		{"dashes later are a rule", "en", "a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"},
		{"no attributes", "en", "# a {onclick=x}", "<h>a {onclick=x}</h>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := body(t, tt.lang, tt.src).HTML; !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q in it", got, tt.want)
			}
		})
	}
}

func TestRawHTMLIsText(t *testing.T) {
	d, faults := parse(t, "en", head+"a <b onclick=x>b</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- c -->\n")
	want := "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n<pre class=\"raw\">&lt;script&gt;\nalert(1)\n&lt;/script&gt;\n</pre>\n"
	if d.HTML != want {
		t.Errorf("got %q, want %q", d.HTML, want)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.Pos.String()+" "+string(f.Code))
	}
	if want := "x.md:4:3 raw-html"; strings.Join(got, ",") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ","), want)
	}
}

func TestHeadings(t *testing.T) {
	d := body(t, "en", "## Six *members*\n\n## Шесть членов\n\n## Six members\n\n## …\n\n### [A](b.md) `c<d`\n")
	want := []prose.Heading{
		{Level: 2, ID: "six-members", Text: "Six members"},
		{Level: 2, ID: "шесть-членов", Text: "Шесть членов"},
		{Level: 2, ID: "six-members-2", Text: "Six members"},
		{Level: 2, ID: "section", Text: "…"},
		{Level: 3, ID: "a-c-d", Text: "A c&lt;d"},
	}
	for i, h := range d.Headings {
		if d.HTML[h.Open-2:h.Open] != "<h" || d.HTML[h.Close-3:h.Close] != "</h" {
			t.Errorf("heading %d: gaps at %d and %d are not in its tags", i, h.Open, h.Close)
		}
		h.Open, h.Close = 0, 0
		if h != want[i] {
			t.Errorf("got %+v, want %+v", h, want[i])
		}
	}
	if len(d.Headings) != len(want) {
		t.Errorf("got %d headings, want %d", len(d.Headings), len(want))
	}
}

// TestRuns shows where names may be found: not in headings, links or code,
// and joined across lines but not across tags.
func TestRuns(t *testing.T) {
	d := body(t, "en", "## No\n\nVladimir\nPutin's *own* [no](x.md) `no` ![no](x.png) end\n\n- item\n")
	var got []string
	for _, r := range d.Runs {
		s := d.HTML[r.Start:r.End]
		if r.Joined {
			s = "+" + s
		}
		got = append(got, s)
	}
	want := "Vladimir|+Putin’s |own| | | | end|item"
	if strings.Join(got, "|") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "|"), want)
	}
	if p := fmt.Sprint(d.Runs[1].Line, ":", d.Runs[1].Col); p != "7:1" {
		t.Errorf("the second line's run is at %s, want x.md:7:1", p)
	}
}

func TestLinks(t *testing.T) {
	d := body(t, "en", "é [a](<b c.md#d> \"t\") <https://e.org/?a&b> <m@e.org> ![p](p.png) [[k]]\n")
	want := []prose.Link{
		{Target: "b c.md#d", Label: -1}, {Target: "https://e.org/?a&b", Label: -1},
		{Target: "mailto:m@e.org", Label: -1}, {Target: "p.png", Image: true, Label: -1}, {Target: "k", Wiki: true},
	}
	for i, l := range d.Links {
		if i == 0 && l.Pos.String() != "x.md:4:3" {
			t.Errorf("the first link is at %s, want x.md:4:3", l.Pos)
		}
		if !strings.HasSuffix(d.HTML[:l.Href], "<a") && !strings.HasSuffix(d.HTML[:l.Href], "<img") {
			t.Errorf("link %d: the gap is not in its tag", i)
		}
		if l.Wiki && !strings.HasPrefix(d.HTML[l.Label:], "</a>") {
			t.Errorf("link %d: the label's gap is not inside it", i)
		}
		if l.Target != want[i].Target || l.Image != want[i].Image || l.Wiki != want[i].Wiki || (l.Label < 0) != (want[i].Label < 0) {
			t.Errorf("got %+v, want %+v", l, want[i])
		}
	}
}

func TestFrontMatter(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"none", "text\n", "x.md:1:1 front-matter"},
		{"empty file", "", "x.md:1:1 front-matter"},
		{"never closed", "---\ntitle: T\n\ntext\n", "x.md:1:1 front-matter"},
		{"closed by other dashes", "---\ntitle: T\n-----\n", "x.md:1:1 front-matter"},
		{"indented fence", " ---\ntitle: T\n---\n", "x.md:1:1 front-matter"},
		{"a list", "---\n- a\n---\n", "x.md:2:1 front-matter"},
		{"a word", "---\nword\n---\n", "x.md:2:1 front-matter"},
		{"colon in a value", "---\na: 1\ntitle: a: b\n---\n", "x.md:3:1 front-matter"},
		{"anchor", "---\na: &x [1]\nb: *x\n---\n", "x.md:2:4 front-matter,x.md:3:4 front-matter"},
		{"key twice", "---\na: 1\nb: 2\na: 3\n---\n", "x.md:4:1 duplicate-key"},
		{"key twice inside", "---\na:\n  - {b: 1, b: 2}\n---\n", "x.md:3:12 duplicate-key"},
		{"not UTF-8", "---\na: \xff\n---\n", "x.md:2:4 bad-encoding"},
		{"UTF-16", "\xff\xfe-\x00", "x.md:1:1 bad-encoding"},
		{"control character", "---\na: 1\n---\nb\x00\n", "x.md:4:2 bad-encoding"},
		{"empty", "---\n---\ntext", ""},
		{"trailing space", "--- \na: 1\n---\t\ntext", ""},
		{"byte order mark and CRLF", "\xef\xbb\xbf---\r\na: 1\r\n---\r\ntext", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, faults := parse(t, "en", tt.src)
			var got []string
			for _, f := range faults {
				got = append(got, f.Pos.String()+" "+string(f.Code))
			}
			if strings.Join(got, ",") != tt.want {
				t.Errorf("got %v, want %s", faults, tt.want)
			}
			if strings.Contains(d.HTML, "<!--") || tt.want == "" && strings.Contains(d.HTML, "<hr>") {
				t.Errorf("the front matter shows in the page: %q", d.HTML)
			}
		})
	}
}

// FuzzParse holds for any file: no panic; addresses inside the file; gaps in
// order and inside the HTML; no tag in the HTML that the renderer does not
// make.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		head + "# a\n\n[b](c.md) [[d|e]] ![f](g.png) <b>h</b> `i` ~~j~~ k[^1]\n\n[^1]: l\n\n> [!NOTE]\n> m\n\n|n|o|\n|-|:-:|\n|p|q|\n",
		"---\na: [b, {c: d}]\ne: &f g\nh: *f\n---\n", "---\n<<: {a: b}\n? [c]\n: d\n---\n", "\xef\xbb\xbf---\r\na: 1\r\n---\r\n", "--- #\n", "<script>x</script>",
		"a[^b] ![^c] [d[^e]](f) ![g[^h]](i.png)\n\n[^j]: k[^b]\n",
	} {
		f.Add(s)
	}
	p := NewParser("en")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 4096 {
			return
		}
		d, faults := p.Parse(&Scratch{}, "x.md", []byte(src), "s.")
		lines := 1 + strings.Count(strings.ReplaceAll(src, "\r\n", "\n"), "\n") + strings.Count(src, "\r")
		for _, x := range faults {
			if x.Line < 1 || x.Line > lines || x.Col < 1 {
				t.Errorf("fault outside the file: %v", x)
			}
		}
		at := int32(0)
		for _, r := range d.Runs {
			if r.Start < at || r.End <= r.Start || int(r.End) > len(d.HTML) || strings.ContainsAny(d.HTML[r.Start:r.End], "<>") {
				t.Errorf("bad run %+v in %q", r, d.HTML)
			}
			at = r.End
		}
		for _, l := range d.Links {
			if l.Href < 2 || l.Href > len(d.HTML) || unsafeTarget(l) != "" {
				t.Errorf("bad link %+v", l)
			}
		}
		for _, n := range d.Notes {
			if n.At >= 0 && !strings.HasPrefix(d.HTML[n.At:], "</sup>") || n.Name == "" || n.Pos.Line < 1 || n.Pos.Line > lines {
				t.Errorf("bad note %+v in %q", n, d.HTML)
			}
		}
		if lower := strings.ToLower(d.HTML); strings.Contains(lower, "<script") || strings.Contains(lower, " onerror=\"") {
			t.Errorf("script in %q", d.HTML)
		}
	})
}

func TestBlocks(t *testing.T) {
	src := "One.\n\n## Two\n\n- a\n- b\n\n> [!NOTE]\n> c[^1]\n\n|d|\n|-|\n\n    e\n\n---\n\n1. f\n\n[^1]: g\n"
	d := body(t, "en", src)
	var got []string
	for _, b := range d.Blocks {
		start := "heading"
		if b.ID >= 0 {
			start = d.HTML[b.Start:b.ID]
		}
		got = append(got, start)
		if b.Hash == (prose.Hash{}) {
			t.Errorf("%s: no hash", start)
		}
	}
	if want := "<p heading <ul <section <div <pre <hr <ol"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}

	// A hash follows the words of its own block and nothing else.
	changed := body(t, "en", strings.Replace(strings.Replace(src, "- b", "- bb", 1), "One.", "One.\n", 1))
	for i := range d.Blocks {
		if same := d.Blocks[i].Hash == changed.Blocks[i].Hash; same != (i != 2) {
			t.Errorf("block %d: same hash %v", i, same)
		}
	}
}
