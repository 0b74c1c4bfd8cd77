package markdown

import (
	"strings"
	"testing"
)

func TestFigures(t *testing.T) {
	for _, tt := range []struct{ name, lang, src, want string }{
		{"caption", "en", `![a](x.png "b *c*")`, "<figure><img alt=\"a\"><figcaption>b <em>c</em></figcaption></figure>\n"},
		{"no caption", "en", "![a](x.png)", "<figure><img alt=\"a\"></figure>\n"},
		{"empty caption", "en", `![a](x.png "")`, `<figure><img alt="a"`},
		{"linked", "en", `[![a](x.png "b")](https://example.org)`, "<figure><a><img alt=\"a\"></a><figcaption>b</figcaption></figure>\n"},
		{"typography", "fr", `![a](x.png "l'été -- 'b'...")`, "<figcaption>l’été –"},
		{"caption over lines", "en", "![a](x.png \"b\n*c*\")", "<figcaption>b\n<em>c</em></figcaption>"},
		{"a year is no list", "en", `![a](x.png "1910. b")`, "<figcaption>1910. b</figcaption>"},
		{"a sign is no heading", "en", `![a](x.png "# b")`, "<figcaption># b</figcaption>"},
		{"link in a caption", "en", `![a](x.png "b [[c|d]] [e](f.md)")`, "<figcaption>b <a>d</a> <a>e</a></figcaption>"},
		{"title like the text before", "en", `![b](b.png "b")`, "<figcaption>b</figcaption>"},
		{"raw HTML", "en", "![a](x.png \"b & c < d\")", "<figcaption>b &amp; c &lt; d</figcaption>"},
		{"reference", "en", "![a][r]\n\n[r]: x.png \"b & c\"", "<figcaption>b &amp; c</figcaption>"},
		{"quoted over lines", "en", "> ![a](x.png \"b\n> c\")", "<figcaption>b"},
		{"in a loose list", "en", "- ![a](x.png \"b\")\n\n- c", "<li>\n<figure>"},
		{"with words", "en", "![a](x.png \"b\") c", `<p><img alt="a" title="b"> c</p>`},
		{"two", "en", "![a](x.png)\n![b](y.png)", "<p><img alt=\"a\">\n<img alt=\"b\"></p>"},
		{"link with words", "en", "[![a](x.png) b](https://example.org)", "<p><a><img"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := body(t, tt.lang, tt.src).HTML; !strings.Contains(got, tt.want) {
				t.Errorf("got %q, want %q in it", got, tt.want)
			}
		})
	}
}

// A caption's links have the addresses of the file.
func TestCaptionHasAddresses(t *testing.T) {
	d := body(t, "en", "a\n\n![b](x.png \"c [[d]]\")")
	for _, l := range d.Links {
		if l.Target == "d" && (l.Pos.Line != strings.Count(head, "\n")+3 || l.Pos.Col != 15) {
			t.Errorf("the link in the caption is at %v", l.Pos)
		}
	}
	if len(d.Links) != 2 {
		t.Errorf("links: %v", d.Links)
	}
}
