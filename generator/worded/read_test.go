package worded

import (
	"path/filepath"
	"strings"
	"testing"

	"dossier/generator/edtf"
)

// alike are dates that the site words like others, which are read: they say the same.
var alike = map[string]string{
	"2004-01-01T10:10:10Z": "2004-01-01", "2019/2019": "2019", "[1984]": "1984", // a time of day is not worded
	"XXXX-XX": "XXXX", "XXXX-XX-XX": "XXXX",
	"2004-06-~11": "2004-06-11~", "2004-06-~01/2004-06-~20": "2004-06-01~/2004-06-20~", "../~2019-05": "../2019-05~",
	"Y17E7": "Y170000000", "Y3388E2S3": "Y338800S3", "Y-171010000S3": "Y-17101E4S3",
	// Unknown digits before known ones are worded by what they may be.
	"1X98": "[1098..1998]", "XXX5": "[0005..9995]", "2019-X1": "[2019-01,2019-11]", "2019-XX-31": "[2019-01-31..2019-12-31]",
	"2019-X1-05": "[2019-01-05,2019-11-05]", "2019-12-X1": "[2019-12-01,2019-12-11,2019-12-21,2019-12-31]",
}

// unread are wordings that nothing is read from: of any language, or of one.
var unread = map[string]string{
	"1X9X-05":        "no number in it says which digits are known",
	"2019-12-X1/..":  "as 1X9X-05",
	"en 190X":        "it is worded as 1900/1909 is: readers take \"1900s\" for the century",
	"zh 190X":        "as en",
	"ky ../1999-05":  "\"until the end of May\" is what 1999-05-2X is worded like, too",
	"ky ../~2019-05": "as ../1999-05",
	"tg ../1999-05":  "as ky", "tg ../~2019-05": "as ky",
	"uz ../1999-05": "as ky", "uz ../~2019-05": "as ky",
}

// TestReadsItsOwnWording: what the site prints in any language is read as the
// date that it words, and whatever else is suggested for it is worded the same; a
// wrong date is worse than none.
func TestReadsItsOwnWording(t *testing.T) {
	files, _ := filepath.Glob("../../layouts/messages/*.yaml")
	for _, file := range files {
		w := wording(t, strings.TrimSuffix(filepath.Base(file), ".yaml"))
		for _, c := range worded {
			text := c[0]
			words, want := w.Format(must(t, text)), text
			if other := alike[text]; other != "" {
				want = other
			}
			if unread[text] != "" || unread[w.lang+" "+text] != "" {
				want = ""
			}
			got := w.Read(words)
			if got != want && (got == "" || w.Format(must(t, got)) != words || must(t, got).IsInterval() != must(t, text).IsInterval()) {
				t.Errorf("%s: %q is read as %q, and means %s", w.lang, words, got, want)
			}
			if s := suggestion(words); s != "" && w.Format(must(t, s)) != words {
				t.Errorf("%s: for %q, which means %s, is suggested %s: %q", w.lang, words, text, s, w.Format(must(t, s)))
			}
		}
	}
}

// TestEndsAndErasAreNotLost: whatever else a language says of a date, it says that
// it is before Christ, and that it begins, ends or goes on.
func TestEndsAndErasAreNotLost(t *testing.T) {
	files, _ := filepath.Glob("../../layouts/messages/*.yaml")
	for _, file := range files {
		w := wording(t, strings.TrimSuffix(filepath.Base(file), ".yaml"))
		for _, c := range worded {
			d := must(t, c[0])
			words := folded(w.Format(d))
			kind, start, end := d.Shape()
			for _, p := range []edtf.Point{start, end} {
				if p.Known && p.YearX == 0 && p.Year < 1 && !strings.Contains(words, folded(w.eraName(0))) {
					t.Errorf("%s: %s is worded without its era: %q", w.lang, c[0], words)
				}
			}
			if alone := d.Start(); kind == edtf.Interval && start.Known && d.OpenEnd() && folded(w.Format(alone)) == words {
				t.Errorf("%s: %s is worded as %s: %q", w.lang, c[0], alone, words)
			}
			if alone := d.End(); kind == edtf.Interval && end.Known && d.OpenStart() && folded(w.Format(alone)) == words {
				t.Errorf("%s: %s is worded as %s: %q", w.lang, c[0], alone, words)
			}
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
