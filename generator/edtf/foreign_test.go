package edtf

import (
	"strings"
	"testing"

	"dossier/generator/cldr"
)

// TestOtherCalendars: a date of another calendar is taken for none of ours. It is
// converted where it is certain to the day or year; else the message says why not.
func TestOtherCalendars(t *testing.T) {
	for text, want := range map[string]string{
		"۷ آذر ۱۳۹۸": "2019-11-28", "1 فروردین 1403": "2024-03-20", "30 اسفند 1403": "2025-03-20", "30 اسفند 1402": "", "29 اسفند 1402": "2024-03-19", "۲۲ بهمن ۱۳۵۷": "1979-02-11",
		"آذر ۱۳۹۸": "", "۱۳۹۸": "", "۱۳۹۸/۰۹/۰۷": "", "31 آذر 1398": "", "1 فروردین 900": "", "7 Azar 1398": "",
		"28 พฤศจิกายน 2562": "2019-11-28", "๒๘ พฤศจิกายน ๒๕๖๒": "2019-11-28", "พ.ศ. 2562": "2019", "28 มกราคม พ.ศ. 2562": "2019-01-28", "๒๕๖๒": "2019",
		"5 มกราคม 2480": "", "28 พ.ย. 2562": "",
		"令和元年": "2019", "令和元年5月1日": "2019-05-01", "平成31年4月": "2019-04", "昭和65年": "", "明治5年": "", "明治6年1月1日": "1873-01-01", "Reiwa 1": "",
		"民國108年11月28日": "2019-11-28", "民国元年": "1912", "中華民國108年": "2019",
		"1 محرم 1441": "", "١٤٤١": "", "7 ربيع الأول 1441 هـ": "", "15 Ramadan 1441": "", "1441 AH": "",
		"15 Shevat 5780": "", "ט״ו בשבט תש״פ": "", "ה'תש\"פ": "", "15 Nisan 5780": "", "28/11/2562": "", "2562-1-28": "",
		"25 октября 1917 (ст. ст.)": "", "25 October 1917 O.S.": "", "10 Thermidor an II": "",
	} {
		_, err := Parse(text)
		fault, ok := err.(*ParseError)
		if !ok || !fault.Foreign || fault.Suggestion != want || !strings.HasPrefix(fault.Msg, "EDTF counts by the Gregorian calendar, ") {
			t.Errorf("Parse(%q): %+v; want the suggestion %q and a word on calendars", text, err, want)
		}
	}
	for text, want := range map[string]string{ // dates of ours that look a little like others
		"28 มกราคม 2019": "2019-01-28", "٢٠١٩": "2019", "۲۰۱۹": "2019", "15 Nisan 2019": "2019-04-15", "44 av. J.-C.": "-0043", "۲۸ نوامبر ۱۳۹۸": "1398-11-28", "٢٨ نوفمبر ٢٠١٩": "2019-11-28",
	} {
		_, err := Parse(text)
		if fault := err.(*ParseError); fault.Foreign || fault.Suggestion != want {
			t.Errorf("Parse(%q): %+v, want %q", text, err, want)
		}
	}
}

// TestOurMonthsAreNotForeign: no language calls a month of ours what is taken for a
// word of another calendar, nor an era.
func TestOurMonthsAreNotForeign(t *testing.T) {
	for _, tag := range cldr.Languages() {
		c, _ := cldr.Of(tag)
		for _, names := range [][]string{c.Months[:], c.MonthsOf[:], c.Eras[:]} {
			for _, name := range names {
				for _, year := range []string{" 2019", " 1398"} {
					if is := foreignTo(strings.ToLower(name) + year); is != nil {
						t.Errorf("%s: %s is taken for a date of the %s calendar", tag, name, is.name)
					}
				}
			}
		}
	}
}
