package worded

import (
	"path/filepath"
	"strings"
	"testing"

	"dossier/generator/edtf"
)

// TestReadsItsOwnWording: what the site prints in any language is understood, or
// nothing is; a wrong date is worse than none.
func TestReadsItsOwnWording(t *testing.T) {
	texts := []string{
		"2019-11-28", "2018-06", "2019", "2018-06~", "2018-06?", "2019~", "201X", "2019-21", "2019-24", "-0043", "2019-11-0X", "2019-11-2X",
		"2019-05/2019-06", "2020/2025", "2019-11-28/2019-11-30", "2019-11-28/2019-12-02", "2018-11-28/2019-12-02", "2019-02/..", "2019/..",
		"../1999-05-02", "../1999", "[1855..1860]", "[1855,1856]", "2019-33", "2019-41",
	}
	files, _ := filepath.Glob("../../layouts/messages/*.yaml")
	for _, file := range files {
		w := wording(t, strings.TrimSuffix(filepath.Base(file), ".yaml"))
		silent := 0
		for _, text := range texts {
			worded := w.Format(must(t, text))
			switch got := w.Read(worded); got {
			case text:
			case "":
				silent++
			default:
				t.Errorf("%s: %q is read as %s, and means %s", w.lang, worded, got, text)
			}
		}
		if silent > 4 {
			t.Errorf("%s: %d of %d dates are not understood", w.lang, silent, len(texts))
		}
	}
}

func TestRead(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "early november 2019", "2019-11-0X"}, {"en", "Between 1855 and 1860", "[1855..1860]"}, {"en", "1855 or 1856", "[1855,1856]"},
		{"en", "1st quarter 2019", "2019-33"}, {"en", "44 BC", "-0043"}, {"en", "AD 14", "0014"}, {"en", "44 BC - AD 14", "-0043/0014"},
		{"en", "tomorrow", ""}, {"en", "2019 or so", ""}, {"en", "", ""}, {"en", strings.Repeat("1 ", 150), ""},
		{"fr", "du 1er au 3 mai 2019", "2019-05-01/2019-05-03"}, {"ru", "примерно с февраля 2019", "2019-02~/.."},
	} {
		if got := wording(t, tt.lang).Read(tt.text); got != tt.want {
			t.Errorf("%s: %q is read as %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
	if got := New("gv", func(string) string { return "" }).Read("2019"); got != "" {
		t.Errorf("a language without words reads %q", got)
	}
}

// suggestion is what a text that is no date gets.
func suggestion(text string) string {
	_, err := edtf.Parse(text)
	if fault, ok := err.(*edtf.ParseError); ok {
		return fault.Suggestion
	}
	return text
}

// TestOwnWordingIsUnderstood: what the site prints, an editor may copy into the front matter.
func TestOwnWordingIsUnderstood(t *testing.T) {
	for _, text := range []string{
		"2019-11-28", "2018-06", "2018-06~", "2018-06?", "2018-06%", "201X", "2019-21", "2019-24", "-0043", "2019-11-0X", "2019-11-1X",
		"2019-11-2X", "2019-05/2019-06", "2019-11-28/2019-11-30", "2019-11-28/2019-12-02", "2018-11-28/2019-12-02",
		"2019-02/..", "../1999-05-02",
	} {
		for _, lang := range []string{"en", "fr", "ru"} {
			words := wording(t, lang).Format(must(t, text))
			if lang == "ru" && must(t, text).Uncertain() {
				continue //
			}
			if got := suggestion(words); got != text {
				t.Errorf("suggest(%q) = %q, want %q", words, got, text)
			}
		}
	}
}

func TestConjunctionsBySound(t *testing.T) {
	es := wording(t, "es")
	for text, want := range map[string]string{
		"[2019-09,2019-10]": " u octubre", "[2019-05-10,2019-05-11]": "10 u 11", "[2019-05-10,2019-05-12]": "10 o 12", "{2019-23,2019-24}": " e invierno",
	} {
		if got := es.Format(must(t, text)); !strings.Contains(strings.ReplaceAll(got, "\u00a0", " "), want) {
			t.Errorf("%s: %q, want in it %q", text, got, want)
		}
	}
}
