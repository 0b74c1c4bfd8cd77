package prose

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestMarked: a mark, here |, says the sentence that it stands in or right behind.
func TestMarked(t *testing.T) {
	for _, tt := range []struct{ name, html, want string }{
		{"behind the full stop", "<p>One. Two says.<sup>|</sup> Three.</p>", "Two says."},
		{"before it", "<p>One. Two says<sup>|</sup>. Three.</p>", "Two says."},
		{"inside", "<p>One. Two<sup>|</sup> says that. Three.</p>", "Two says that."},
		{"at the end", "<p>One. Two says.<sup>|</sup></p>\n<p>Three.</p>", "Two says."},
		{"behind another", "<p>One says.<sup></sup><sup>|</sup> Two.</p>", "One says."},
		{"behind a footnote", "<p>One says.<sup id=\"a\"><a href=\"#b\">1</a></sup><sup>|</sup> Two.</p>", "One says."},
		{"behind a quotation", "<p>“One,” he said. “Two.”<sup>|</sup> Three.</p>", "“Two.”"},
		{"behind a link", "<p>One. See <a>Two</a>.<sup>|</sup></p>", "See Two."},
		{"behind emphasis", "<p>One. <em>Two says</em><sup>|</sup>.</p>", "Two says."},
		{"in a list", "<ul>\n<li>One.</li>\n<li>Two says.<sup>|</sup></li>\n</ul>", "Two says."},
		{"Chinese", "<p>第一句。第二句。<sup>|</sup>第三句。</p>", "第二句。"},
		{"Hindi", "<p>पहला। दूसरा है।<sup>|</sup> तीसरा।</p>", "दूसरा है।"},
		{"before everything", "<p>One.</p>\n<p><sup>|</sup>Two.</p>", ""},
		{"of nothing", "<sup>|</sup>", ""},
	} {
		at := strings.IndexByte(tt.html, '|')
		q := Body{HTML: strings.Replace(tt.html, "|", "", 1)}.Marked(at, nil)
		if got := q.Before + "|" + q.Words + "|" + q.After; q.Words != "" || strings.ReplaceAll(got, "|", "") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzMarked holds for any HTML text: no panic, whole characters.
func FuzzMarked(f *testing.F) {
	f.Add("<p>a. B c.<sup></sup> D</p>", 15)
	f.Add("></sup></sup>", 13)
	f.Fuzz(func(t *testing.T, html string, at int) {
		if !utf8.ValidString(html) || at < 0 || at > len(html) || !utf8.ValidString(html[:at]) {
			return
		}
		if q := (Body{HTML: html}).Marked(at, nil); !utf8.ValidString(q.Before + q.After) {
			t.Errorf("broken characters in %q", q)
		}
	})
}
