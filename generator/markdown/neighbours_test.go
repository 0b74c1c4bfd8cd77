package markdown

import (
	"strings"
	"testing"
)

func TestComments(t *testing.T) {
	for _, tt := range []struct{ src, html, fault string }{
		{"<!-- a --><!-- b -->", "", ""},
		{"<!-- a --> <!--\nb -->\n\nx", "<p>x</p>\n", ""},
		{"<!-- a --> x", "<p> x</p>\n", ""},
		{"<!-- a\nb --> x **y**", "<p> x <strong>y</strong></p>\n", ""},
		{"> <!-- a\n> b --> x", "<blockquote>\n<p> x</p>\n</blockquote>\n", ""},
		{"<!-- a\n\nb -->\n\nx", "<p>x</p>\n", ""},
		{"<!-- a\n\nb --> x", "<p>x</p>\n", "text behind the end of a comment"},
	} {
		d, faults := parse(t, "en", head+tt.src+"\n")
		if d.HTML != tt.html || len(faults) != strings.Count(tt.fault, "text") || len(faults) > 0 && !strings.HasPrefix(faults[0].Message, tt.fault) {
			t.Errorf("%q: got %q, %v", tt.src, d.HTML, faults)
		}
	}
}

func TestWrittenIDs(t *testing.T) {
	for _, tt := range []struct{ src, id, text, fault string }{
		{"## The talks {#talks}", "talks", "The talks", ""},
		{"## The talks { #talks }", "talks", "The talks", ""},
		{"## The talks {: #talks}", "talks", "The talks", ""},
		{"## The talks {.lead #talks} ##", "talks", "The talks", ""},
		{"## The talks {#talks lang=en}", "talks", "The talks", ""},
		{"The talks {#talks}\n---", "talks", "The talks", ""},
		{"## The *talks* {#Talks}", "talks", "The talks", ""},
		{"## The talks {see #talks}", "the-talks-see-talks", "The talks {see #talks}", ""},
		{"## The talks \\{#talks}", "the-talks-talks", "The talks {#talks}", ""},
		{"## The talks {.lead}", "the-talks-lead", "The talks {.lead}", "template-syntax"},
		{"## The talks {#a_b}", "a-b", "The talks", "not-understood"},
	} {
		d, faults := parse(t, "en", head+tt.src+"\n")
		got := ""
		for _, f := range faults {
			got += string(f.Code)
		}
		if h := d.Headings[0]; h.ID != tt.id || h.Text != tt.text || got != tt.fault {
			t.Errorf("%q: got %q %q, %v", tt.src, h.ID, h.Text, faults)
		}
	}
}

// TestInsideLinks is about words that are links or Markdown themselves.
func TestInsideLinks(t *testing.T) {
	for _, tt := range []struct {
		src, html string
		links     int
	}{
		{"[see https://e.org/x]", "<p>[see <a dir=\"ltr\">https://e.org/x</a>]</p>\n", 1},
		{"[https://e.org/x](a.md)", "<p><a>https://e.org/x</a></p>\n", 1},
		{"![see https://e.org/x *here*](a.png) b", "<p><img alt=\"see https://e.org/x here\"> b</p>\n", 1},
		{"*[mail a.b@e.org]*", "<p><em>[mail <a dir=\"ltr\">a.b@e.org</a>]</em></p>\n", 1},
		{"[[x|the *b*]]", "<p><a>the <em>b</em></a></p>\n", 1},
		{"[[x|R&D `a_b` & \"c\"]]", "<p><a>R&amp;D <code>a_b</code> &amp; “c”</a></p>\n", 1},
		{"[[x|a * b]]", "<p><a>a * b</a></p>\n", 1},
		{"| a |\n|---|\n| [[x|**b**]] |", "<strong>b</strong></a></td>", 1},
	} {
		d := body(t, "en", tt.src)
		if !strings.Contains(d.HTML, tt.html) || len(d.Links) != tt.links {
			t.Errorf("%q: got %q, %v", tt.src, d.HTML, d.Links)
		}
	}
	if d := body(t, "en", "## On [[x|the *b*]]"); d.Headings[0].Text != "On the b" {
		t.Errorf("got %q", d.Headings[0].Text)
	}
}

func TestTagThatDoesNotPass(t *testing.T) {
	_, faults := parse(t, "en", head+"H<sub>2O and <i>x</i>")
	const want = "x.md:4:2: warning: 3 HTML tags (sub, i) are shown as text; write <sub>…</sub> in one paragraph, without attributes, *words* [raw-html]"
	if len(faults) != 1 || faults[0].String() != want {
		t.Errorf("got %v", faults)
	}
}

// TestTitledAlert says the kind to those who do not see the colour.
func TestTitledAlert(t *testing.T) {
	d := body(t, "en", "> [!CORRECTION] The year\n> It was 1992.")
	const before, after = `<section class="alert alert-correction" role="note" aria-label="`, "\">\n<p class=\"alert-title\">The year</p>\n<p>It was 1992.</p>\n</section>\n"
	if d.HTML != before+after || len(d.Alerts) != 1 || d.Alerts[0].Title != len(before) {
		t.Errorf("got %q, %v", d.HTML, d.Alerts)
	}
}

func TestHashIsWithoutComments(t *testing.T) {
	want := body(t, "en", "The bridge opened. It rained.").Blocks[0].Hash
	for _, src := range []string{"The bridge opened. <!-- a --> It rained.", "The bridge opened. It rained. <!-- a\nb --> ", "<!-- a --> The bridge opened. It rained.", "<!-- a -->\nThe bridge opened. It rained.\n<!-- b -->\n"} {
		if got := body(t, "en", src).Blocks[0].Hash; got != want {
			t.Errorf("%q: the comment counts", src)
		}
	}
	if body(t, "en", "The bridge opened. It snowed. <!-- a -->").Blocks[0].Hash == want {
		t.Error("the words do not count")
	}
}
