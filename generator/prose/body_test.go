package prose

import (
	"fmt"
	"slices"
	"testing"

	"dossier/generator/diag"
)

// body has a paragraph, two headings within one block and a footnote's heading
// beyond the last.
func body() Body {
	const html = "<p>One</p>\n<div><h>A</h><h>B</h></div>\n<section><h>C</h></section>"
	return Body{
		HTML:   html,
		Blocks: []Block{{Start: 0, End: 11}, {Start: 11, End: 39}},
		Headings: []Heading{
			{ID: "a", Open: 18, Close: 23}, {ID: "b", Open: 26, Close: 31}, {ID: "c", Open: 50, Close: 55},
		},
	}
}

func TestFill(t *testing.T) {
	b := body()
	inserts := func() []Insert {
		return []Insert{{26, "2"}, {18, "1"}, {18, "!"}, {2, " id"}, {50, "3"}, {23, "1"}}
	}
	const want = "<p id>One</p>\n<div><h1!>A</h1><h2>B</h></div>\n<section><h3>C</h></section>"
	if got := b.Fill(inserts()); got != want {
		t.Errorf("filled %q, want %q", got, want)
	}
	parts := []string{"<p id>One</p>\n", "<div><h1!>A</h1><h2>B</h></div>\n", "<section><h3>C</h></section>"}
	if got := b.FillBlocks(inserts()); !slices.Equal(got, parts) {
		t.Errorf("filled block by block %q, want %q", got, parts)
	}
	b.HTML = b.HTML[:39] + "\n"
	if got := b.FillBlocks(nil); len(got) != 2 {
		t.Errorf("white space after the last block is one more of %q", got)
	}
	if got := (Body{}).FillBlocks(nil); got != nil {
		t.Errorf("a body without a text has the blocks %q", got)
	}
}

func TestPlacesOfHeadings(t *testing.T) {
	b := body()
	for _, tt := range []struct {
		id         string
		block, nth int
		back       string
	}{{"a", 1, 0, "a"}, {"b", 1, 1, "b"}, {"c", 2, 0, ""}} {
		block, nth := b.HeadingPlace(tt.id)
		if block != tt.block || nth != tt.nth {
			t.Errorf("%s is heading %d of block %d, want %d of %d", tt.id, nth, block, tt.nth, tt.block)
		}
		if got := b.HeadingAt(block, nth); got != tt.back {
			t.Errorf("heading %d of block %d is %q, want %q", nth, block, got, tt.back)
		}
	}
	for _, none := range [][2]int{{0, 0}, {1, 2}, {7, 0}} {
		if got := b.HeadingAt(none[0], none[1]); got != "" {
			t.Errorf("heading %d of block %d is %q", none[1], none[0], got)
		}
	}
	defer func() {
		if got := fmt.Sprint(recover()); got != "prose: the body has no heading d" {
			t.Errorf("a heading that is not there: %s", got)
		}
	}()
	b.HeadingPlace("d")
}

func TestPlain(t *testing.T) {
	b := Body{
		HTML:   "<p>See <a></a> &amp; <em>more</em></p>\n<p>By <a></a>,\nor <a></a></p>\n",
		Blocks: []Block{{Start: 0, End: 39}, {Start: 39, End: 69}},
	}
	labels := []Insert{{10, "Ada"}, {48, "Bo"}, {60, "<em>Cy</em>"}}
	for block, want := range []string{"beforeSee Ada & more", "beforeBy Bo, or Cy"} {
		if got := string(b.AppendPlain([]byte("before"), block, labels)); got != want {
			t.Errorf("block %d is %q, want %q", block, got, want)
		}
	}
}

// TestPlainPartsCells: what only its place parts on the page is parted by dots in a line.
func TestPlainPartsCells(t *testing.T) {
	for html, want := range map[string]string{
		"<ul>\n<li>one</li>\n<li>two\n<ul>\n<li>of <em>two</em></li>\n</ul>\n</li>\n</ul>\n":                                                 "one · two of two",
		"<table>\n<tr>\n<th>When</th>\n<th></th>\n<th>What</th>\n</tr>\n<tr>\n<td>1993</td>\n<td>x</td>\n<td>A &lt; B</td>\n</tr>\n</table>": "When · What · 1993 · x · A < B",
	} {
		b := Body{HTML: html, Blocks: []Block{{Start: 0, End: int32(len(html))}}}
		if got := string(b.AppendPlain(nil, 0, nil)); got != want {
			t.Errorf("%q is %q, want %q", html, got, want)
		}
	}
}

func TestPosOfARun(t *testing.T) {
	r := Run{Line: 3, Col: 7}
	if got, want := r.Pos("a.md"), (diag.Pos{File: "a.md", Line: 3, Col: 7}); got != want {
		t.Errorf("%v, want %v", got, want)
	}
}
