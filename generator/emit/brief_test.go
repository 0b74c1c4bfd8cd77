package emit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dossier/generator/model"
)

func TestCut(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "short": "short", "exactly ten": "exactly…", "one, two, three": "one, two…", "一二三四五六七八九十一二": "一二三四五六七八九…",
		"\u2067abc def ghi\u2069": "abc def…", "unbroken-words-only": "unbroken-…",
		"aaaaaaaaae\u0301e\u0301bb": "aaaaaaaaa…", "1234567890": "1234567890",
	} {
		if got := cut(text, 10); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestBrief keeps the emphasis of a short summary, and no half of a tag of a long one.
func TestBrief(t *testing.T) {
	long := &model.Text{Summary: strings.Repeat("a <b> & ", 100)}
	if got := string(brief(long)); strings.Contains(got, "<") || !strings.HasSuffix(got, "…") || utf8.RuneCountInString(got) > 5*briefLength {
		t.Errorf("%q", got)
	}
	short := &model.Text{Summary: "a & b"}
	if got := string(brief(short)); got != "a &amp; b" {
		t.Errorf("%q", got)
	}
}
