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
	"0100":           "bare, it may be meant as a decade, as 199 may",
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
	if testing.Short() {
		t.Skip("it reads every date in every language")
	}
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

// TestFaultsOfTheReview: what an independent review of the package found, and the
// same kind in other languages. A dossier's own language goes first.
func TestFaultsOfTheReview(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		// Meaning lost.
		{"en", "1984 and earlier", "{..1984}"}, {"en", "1984 or earlier", "[..1984]"}, {"fr", "1984 et avant", "{..1984}"}, {"ru", "1984 и позже", "{1984..}"},
		{"uk", "1984 і раніше", "{..1984}"}, {"de", "1984 und später", "{1984..}"}, {"kk", "1984 және одан бұрын", "{..1984}"},
		{"en", "between 1855 and 1860", "[1855..1860]"}, {"fr", "entre 1855 et 1860", "[1855..1860]"}, {"ru", "между 1855 и 1860", "[1855..1860]"},
		{"uk", "між 1855 і 1860", "[1855..1860]"}, {"de", "zwischen 1855 und 1860", "[1855..1860]"}, {"es", "entre 1855 y 1860", "[1855..1860]"},
		{"en", "1855–1860", "1855/1860"}, {"ru", "с 44 года до н. э.", "-0043/.."}, {"ru", "по 44 год до н. э.", "../-0043"},
		{"en", "1900–1909", "1900/1909"}, {"en", "2000–2099 (year unknown)", "20XX"}, {"ru", "с неизвестного времени между 1900 и 1999", "19XX/.."},
		// Wrong suggestions.
		{"ru", "1990-х", "199X"}, {"de", "1990er", "199X"}, {"en", "199", ""}, {"en", "1900-3X", ""}, {"en", "2001-42", ""}, {"en", "2019-11/12", "2019-11/2019-12"},
		{"en", "1999/00", "1999/2000"}, {"en", "2019-11-28/30", "2019-11-28/2019-11-30"}, {"en", "1900s", ""}, {"ru", "29 февраля 1900", ""}, {"en", "1700-02-29", ""},
		{"fr", "31 novembre 2019", "2019-11"}, {"en", "end of November 2019", "2019-11-3X"}, {"ru", "конец ноября 2019", "2019-11-2X"}, {"de", "etwa bis 1999", "../1999~"},
		{"en", "25 December (1500–1599)", "15XX-12-25"}, {"fr", "25 December (1500–1599)", ""},
		// Expected.
		{"en", "1855 or 1856", "[1855,1856]"}, {"en", "1855 and 1856", "{1855,1856}"}, {"en", "44 BC - 14 AD", "-0043/0014"}, {"en", "500–400 BC", "-0499/-0399"},
		{"en", "2019 Q1", "2019-33"}, {"fr", "Q1 2019", "2019-33"}, {"en", "AD 14", "0014"}, {"en", "-44", ""}, {"en", "19th century", ""}, {"fr", "XIXe siècle", ""},
		{"ar", "٢٠١٩-١١-٢٨", "2019-11-28"}, {"fa", "۲۸ نوامبر ۲۰۱۹", "2019-11-28"}, {"fa", "۲۰۱۹", "2019"}, {"zh", "２０１９－１１－２８", "2019-11-28"}, {"zh", "2019年11月28日", "2019-11-28"},
		{"en", "15 March 44 BC", "-0043-03-15"}, {"uk", "28 листопада 2019", "2019-11-28"}, {"es", "28 de noviembre de 2019", "2019-11-28"}, {"hi", "28 नवंबर 2019", "2019-11-28"},
	} {
		got := suggestion(tt.text)
		if _, err := edtf.Parse(tt.text); err != nil && !err.(*edtf.ParseError).Foreign {
			if own := wording(t, tt.lang).Read(tt.text); own != "" {
				got = own
			}
		}
		if got != tt.want {
			t.Errorf("%s: for %q is suggested %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

// TestReadingIsBounded: what might be very many dates is given up on soon.
func TestReadingIsBounded(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("1, 2, 3, 4, 5, 6, 7, 8, ", 8), "May June July August 2019 2018 2017 2016 2015 2014 1 2 about (uncertain) since between or later and earlier …",
		strings.Repeat("5月6月7月8月2019年", 8), strings.Repeat("1 до н. э. или ", 7),
	} {
		for _, lang := range []string{"en", "ru", "zh"} {
			if got := wording(t, lang).Read(text); got != "" {
				t.Errorf("%s: %q is read as %s", lang, text, got)
			}
		}
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
