package voice

import (
	"strings"
	"testing"
)

func TestShorten(t *testing.T) {
	for _, tt := range []struct {
		name, html string
		most       int
		want       string
	}{
		{"as long as may be", "one two", 7, "one two"},
		{"between words", "one two three", 9, "one two…"},
		{"at the end of a word", "one two three", 7, "one two…"},
		{"one long word", "abcdefgh", 5, "abcde…"},
		{"entities are one character", "a &amp; b &lt; c d", 7, "a &amp; b &lt;…"},
		{"elements are closed", "an <em>x <code>long one</code></em> is", 9, "an <em>x <code>long…</code></em>"},
		{"closed before", "an <em>x</em> long one", 9, "an <em>x</em> long…"},
		{"tags do not count", "<em>one</em> <strong>two</strong>", 7, "<em>one</em> <strong>two</strong>"},
		{"a break is open nowhere", "one<br>two three four", 12, "one<br>two three…"},
		{"Chinese", "中文没有空格的句子", 4, "中文没有…"},
		{"Chinese after a word", "Summit 中文没有空格", 9, "Summit 中文…"},
		{"Chinese quotations are shut", "他说「同意了」就走", 5, "他说「同意…」"},
		{"Chinese marks stay", "他走了，然后", 3, "他走…"},
		{"Thai", "ที่ประชุมในแผนโคลัมโบ", 6, "ที่ประชุม…"},
		{"Thai vowels stay with their consonant", "ประเทศไทย", 3, "ประ…"},
		{"Hindi", "कखगक्षेत्र", 4, "कखगक्षे…"},
		{"accents stay", "aaaae\u0301e\u0301", 5, "aaaae\u0301…"},
		{"families stay", "aa👩\u200d👩\u200d👧bb", 3, "aa👩\u200d👩\u200d👧…"},
		{"isolates are closed", "a \u2067b c d e", 5, "a \u2067b\u2069…"},
		{"embeddings are closed", "a \u202Bb c d e", 5, "a \u202Bb\u202C…"},
		{"closed isolates", "a \u2067b\u2069 c d e", 7, "a \u2067b\u2069 c…"},
		{"accents without end", "a" + strings.Repeat("\u0301", 50), 5, "a" + strings.Repeat("\u0301", 20) + "…"},
	} {
		if got := shorten(tt.html, tt.most, "…"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
