package markdown

import (
	"fmt"
	"strings"
	"testing"

	"dossier/generator/diag"
	"dossier/generator/prose"
)

// TestMarks tells what becomes a mark of a source, with | for its slot in the HTML, and
// which names a body has for its notes.
func TestMarks(t *testing.T) {
	for _, tt := range []struct{ src, html, notes string }{
		{"A claim[^x].", "<p>A claim<sup>|</sup>.</p>\n", "x 1:8"},
		{"A claim.[^x][^y]", "<p>A claim.<sup>|</sup><sup>|</sup></p>\n", "x 1:9 y 1:13"},
		{"Hurrah![^x]", "<p>Hurrah!<sup>|</sup></p>\n", "x 1:7"},
		{"![^x]", "<p>!<sup>|</sup></p>\n", "x 1:1"},
		{"\"A claim[^x]\", *b[^y]*", "<p>“A claim<sup>|</sup>”, <em>b<sup>|</sup></em></p>\n", "x 1:9 y 1:18"},
		{"## A[^x]", "<h>A<sup>|</sup></h>\n", "x 1:5"},
		{"- a[^x]\n- b", "<ul>\n<li>a<sup>|</sup></li>\n<li>b</li>\n</ul>\n", "x 1:4"},
		{"a\n[^x]\nb", "<p>a\n<sup>|</sup>\nb</p>\n", "x 2:1"},
		{"[a](b.md)[^x]", "<p><a>a</a><sup>|</sup></p>\n", "x 1:10"},
		{"[^x](b.md)", "<p><a>^x</a></p>\n", ""},
		{"`[^x]` \\[^x]", "<p><code>[^x]</code> [^x]</p>\n", ""},
		{"[a[^x]](b.md)", "<p><a>a</a></p>\n", "fault 1:3"},
		{"b ![a[^x]](b.png) c", "<p>b <img alt=\"a\"> c</p>\n", "fault 1:6"},
	} {
		d, faults := parse(t, "en", head+tt.src)
		html, notes, above := d.HTML, []string{}, strings.Count(head, "\n")
		for i := len(d.Notes) - 1; i >= 0; i-- {
			html = html[:d.Notes[i].At] + "|" + html[d.Notes[i].At:]
		}
		for _, n := range d.Notes {
			notes = append(notes, fmt.Sprintf("%s %d:%d", n.Name, n.Pos.Line-above, n.Pos.Col))
		}
		for _, f := range faults {
			notes = append(notes, fmt.Sprintf("fault %d:%d", f.Line-above, f.Col))
			if f.Code != diag.Footnote || f.Severity() != diag.Error {
				t.Errorf("%q: %v", tt.src, f)
			}
		}
		if got := strings.Join(notes, " "); html != tt.html || got != tt.notes {
			t.Errorf("%q gives %q with %q, want %q with %q", tt.src, html, got, tt.html, tt.notes)
		}
	}
}

// TestMarksAndFootnotes: a footnote's name is no mark, and is known; a footnote may have marks.
func TestMarksAndFootnotes(t *testing.T) {
	d := body(t, "en", "a[^1] b[^x]\n\n[^1]: As x says.[^x]\n")
	want := []prose.Note{{Name: "x"}, {Name: "x"}, {Name: "1", At: -1}}
	for i, n := range d.Notes {
		if i == len(want) || n.Name != want[i].Name || n.At < 0 != (want[i].At < 0) {
			t.Fatalf("the notes are %v", d.Notes)
		}
	}
	if len(d.Notes) != len(want) || strings.Count(d.HTML, "<sup></sup>") != 2 || strings.Count(d.HTML, "footnote-ref") != 1 {
		t.Errorf("%v in %s", d.Notes, d.HTML)
	}
	if d.Notes[1].At < int(d.Blocks[len(d.Blocks)-1].End) {
		t.Error("a mark in a footnote stands in a block")
	}
}

// TestMarksPartNames: no name goes on behind a mark, as a link must not hold another.
func TestMarksPartNames(t *testing.T) {
	d := body(t, "en", "South[^x] Ossetia")
	if len(d.Runs) != 2 || d.Runs[1].Joined || d.HTML[d.Runs[0].Start:d.Runs[0].End] != "South" {
		t.Errorf("the runs of %q are %v", d.HTML, d.Runs)
	}
}
