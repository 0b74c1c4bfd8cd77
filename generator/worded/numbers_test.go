package worded

import (
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for lang, want := range map[string]string{"en": "9999 12,000", "fr": "9999 12 000", "de": "9999 12.000", "fa": "۹۹۹۹ ۱۲٬۰۰۰", "ar": "9999 12,000"} {
		if got := strings.ReplaceAll(Numbers(lang)(9999)+" "+Numbers(lang)(12000), "\u202f", " "); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
	none := New("gv", func(string) string { return "" })
	if got := Numbers("gv")(12000) + " " + none.Position(-1, -2.5); got != "12000 1°\u00a0S, 2.5°\u00a0W" {
		t.Errorf("a language without words: %q", got)
	}
}

func TestPosition(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "38.35° N, 68.25° W", "fr": "38,35° N, 68,25° O", "ru": "38,35° с. ш., 68,25° з. д.", "uk": "38,35° пн. ш., 68,25° зх. д.",
		"de": "38,35° N, 68,25° W", "ar": "38.35° شمالاً، 68.25° غربًا", "zh": "北纬38.35°，西经68.25°", "fa": "۳۸٫۳۵° شمالی، ۶۸٫۲۵° غربی", "hi": "38.35° N, 68.25° W",
	} {
		if got := strings.ReplaceAll(wording(t, lang).Position(38.35, -68.25), nbsp, " "); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}

// TestThaiYears: a Thai reader takes a bare year for one of the Buddhist era, so
// every year of ours says that it is.
func TestThaiYears(t *testing.T) {
	w := New("th", messagesFor(t, "en"))
	for text, want := range map[string]string{
		"2019-05-01": "1 พฤษภาคม ค.ศ. 2019", "2019-05": "พฤษภาคม ค.ศ. 2019", "2019": "ค.ศ. 2019", "2020/2025": "ค.ศ. 2020–2025",
		"2019-05-01/2019-05-03": "1–3 พฤษภาคม ค.ศ. 2019", "-0043": "ก่อน ค.ศ. 44",
	} {
		got := strings.ReplaceAll(w.Format(must(t, text)), nbsp, " ")
		if got != want || w.Read(got) != text {
			t.Errorf("%s is worded %q, want %q; that is read as %q", text, got, want, w.Read(got))
		}
	}
	if d := w.Days(); !strings.Contains(d.Plain, "ค.ศ.") {
		t.Errorf("the words for a script leave the era out: %q", d.Plain)
	}
}
