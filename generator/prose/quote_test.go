package prose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuote(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for _, tt := range []struct{ name, html, want string }{
		{"whole sentence", "<p>One. Then <a>Kenya</a> spoke. Three.</p>", "Then |Kenya| spoke."},
		{"first sentence", "<p>|Kenya| spoke. Three.</p>", "|Kenya| spoke."},
		{"block ends", "<p>Before</p>\n<ul>\n<li>in |Kenya|</li>\n<li>after</li>\n</ul>", "in |Kenya|"},
		{"inline markup goes", "<p>An <em>old &amp; new</em> |Kenya| <code>x</code>.</p>", "An old &amp; new |Kenya| x."},
		{"line breaks fold", "<p>In\n|Kenya|\ntoday.</p>", "In |Kenya| today."},
		{"initials and abbreviations", "<p>Mr. J. Doe, b. 1950, of |Kenya| said no. 5 left. End.</p>", "Mr. J. Doe, b. 1950, of |Kenya| said no. 5 left."},
		{"lower case goes on", "<p>He asked “why?” and |Kenya| left.</p>", "He asked “why?” and |Kenya| left."},
		{"years end sentences", "<p>It was 2019. |Kenya| left.</p>", "|Kenya| left."},
		{"footnotes go", `<p>Said<sup id="x"><a href="#y">1</a></sup> |Kenya|.</p>`, "Said |Kenya|."},
		{"Russian", "<p>Это было. В |Бишкеке| прошёл саммит. Всё.</p>", "В |Бишкеке| прошёл саммит."},
		{"long sentences are cut between words", "<p>" + long + "|Kenya| " + long + "</p>",
			"…" + strings.Repeat("word ", 31) + "|Kenya|" + strings.Repeat(" word", 31) + "…"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			html, start, end := tt.html, 0, 0
			if i := strings.Index(html, "<a>"); i >= 0 {
				start = i + len("<a")
				end = start
			} else {
				start = strings.IndexByte(html, '|')
				html = strings.Replace(html, "|", "", 1)
				end = strings.IndexByte(html, '|')
				html = strings.Replace(html, "|", "", 1)
			}
			q := Body{HTML: html}.Quote(start, end, nil)
			if got := q.Before + "|" + q.Words + "|" + q.After; got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

// FuzzQuote holds for any HTML text: no panic, whole characters, no tags.
func FuzzQuote(f *testing.F) {
	f.Add("<p>a. B c. D</p>", 6, 7)
	f.Fuzz(func(t *testing.T, html string, start, end int) {
		if !utf8.ValidString(html) || start < 0 || end < start || end > len(html) || !utf8.ValidString(html[:start]) || !utf8.ValidString(html[:end]) {
			return
		}
		q := Body{HTML: html}.Quote(start, end, nil)
		if s := q.Before + q.Words + q.After; !utf8.ValidString(s) {
			t.Errorf("broken characters in %q", s)
		}
	})
}

// TestQuoteLabels: links without words have the names of what they lead to.
func TestQuoteLabels(t *testing.T) {
	html := "<p>Once. In <a>|</a> the <a>|</a> met @Kenya@ at <a>|</a>.</p><p><a>|</a></p>"
	var labels []Insert
	var b strings.Builder
	start, end := 0, 0
	for i, name := 0, "abcd"; i < len(html); i++ {
		switch html[i] {
		case '|':
			labels = append(labels, Insert{b.Len(), "&amp;" + name[len(labels):len(labels)+1]})
		case '@':
			start, end = end, b.Len()
		default:
			b.WriteByte(html[i])
		}
	}
	body := Body{HTML: b.String()}
	want := Quote{"In &amp;a the &amp;b met ", "Kenya", " at &amp;c."}
	if q := body.Quote(start, end, labels); q != want {
		t.Errorf("a mention: %q", q)
	}
	link := strings.Index(body.HTML, "the <a") + len("the <a")
	want = Quote{"In &amp;a the ", "&amp;b", " met Kenya at &amp;c."}
	if q := body.Quote(link, link, labels); q != want {
		t.Errorf("a link: %q", q)
	}
}
