package worded

import (
	"os"
	"strings"
	"testing"
)

// apart are languages that word some dates otherwise than Intl, with the reason.
var apart = map[string]string{
	"ru": "our editions write «15 мая 1992» and «май 1992», without «г.»",
	"hy": "CLDR's pattern has two digits for the day (dd); we write 1, not 01",
	"af": "as hy", "eo": "as hy",
	"tg": "names of months in small letters and with the izafat «-и», as they are written in a sentence",
	"ky": "without CLDR's comma after the year, which reads badly in ranges",
	"uz": "«2019-yil 28-noyabr», the standard's form, for CLDR's «28-noyabr, 2019»",
	"th": "Intl leaves the era out of a month or year, which Thai readers would take for the Buddhist one",
	"fr": "1er for the first of a month", "it": "1º, as fr", "pt": "1º, as fr",
	"uk": "as ru, without «р.»", "be": "as ru",
	"el": "1η, as fr", "hu": "a year alone without the point of an ordinal", "ka": "«2019 წლის 28 ნოემბერი», as in running text",
	"sr": "the month in the genitive, as it is written",
}

// TestLikeIntl compares days, months and years with what ECMAScript's Intl says of
// them in every language of CLDR: testdata/intl.tsv.
func TestLikeIntl(t *testing.T) {
	src, err := os.ReadFile("testdata/intl.tsv")
	if err != nil {
		t.Fatal(err)
	}
	spaces := strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ")
	compared, differs := 0, map[string]bool{}
	for line := range strings.Lines(string(src)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			continue
		}
		w := wording(t, cells[0])
		got := spaces.Replace(w.Format(must(t, cells[1])))
		compared++
		if want := spaces.Replace(cells[2]); got != want {
			differs[cells[0]] = true
			if apart[cells[0]] == "" {
				t.Errorf("%s in %s: %q; Intl says %q", cells[1], cells[0], got, want)
			}
		}
	}
	if compared < 500 {
		t.Errorf("only %d dates compared", compared)
	}
	for lang := range apart {
		if !differs[lang] {
			t.Errorf("%s is like Intl, and listed as if it were not", lang)
		}
	}
}
