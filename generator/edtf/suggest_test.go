package edtf

import (
	"fmt"
	"strings"
	"testing"
)

func TestSuggestions(t *testing.T) {
	for text, want := range map[string]string{
		// Anyone's guess.
		"banana": "", "2019-13": "", "05/06/2019": "", "5-6-2019": "", "28.11.19": "", "2005/12": "", "2005-12-45": "", "2019-11-28x": "",
		"late 2019": "", "November 28": "", "1 2 3 2019": "", "2019-99-XX": "", "../..": "", "the": "", "-": "",
		"November December 2019": "", "spring 5 May 2019": "", "early 5 May 2019": "", "Ju 2019": "", "until 2018 to 2019": "",
		"1995s": "", "2019-11-28/banana": "", "[1667, banana]": "", "2019/2020/2021": "",
		"201": "", "199": "", "199~": "", "1900-3X": "", "2019-2X": "", "2001-42": "", "1855/7": "", "1900-02-29": "", "1800s": "", "2000s": "",
		"summer 2019/2020": "", "2019-11-28/99": "",
		// The end of an interval shortened, and winters.
		"2019-11/12": "2019-11/2019-12", "2005-06/07": "2005-06/2005-07", "2019-11-28/30": "2019-11-28/2019-11-30",
		"2019-11-28/12-02": "2019-11-28/2019-12-02", "2019/20": "2019/2020", "2019/21": "2019/2021", "1999/00": "1999/2000", "1999-00": "1999/2000",
		"winter 2019/2020": "2019-24", "winter 2019–2020": "2019-24", "hiver 2019-2020": "2019-24",
		"1990-х": "199X", "1990er": "199X", "1900-е": "190X", "années 1900": "190X",
		"2019-11-28 09:06:22 +0000": "2019-11-28", "2019-11-28 09:06:22 +01:00": "2019-11-28",
		// Languages in which dates are read and not worded.
		"28 de noviembre de 2019": "2019-11-28", "verano de 2020": "2020-22", "hacia 1900": "1900~", "500 a. C.": "-0499",
		"desde mayo de 2019": "2019-05/..", "hasta 1999": "../1999", "a mediados de mayo de 2019": "2019-05-1X",
		"28. November 2019": "2019-11-28", "3. März 2019": "2019-03-03", "seit Mai 2019": "2019-05/..", "Ende Oktober 2019": "2019-10-2X",
		"1. bis 3. Mai 2019": "2019-05-01/2019-05-03", "44 v. Chr.": "-0043", "Sommer 2020": "2020-22",
		"2 maggio 2019": "2019-05-02", "verso 1900": "1900~", "estate 2020": "2020-22",
		"28 de março de 2019": "2019-03-28", "verão de 2020": "2020-22", "até maio de 2019": "../2019-05",
		"листопад 2019": "2019-11", "28 листопада 2019 р.": "2019-11-28", "близько 1900": "1900~", "влітку 2020": "2020-22",
		"28 ноября 2019 г.": "2019-11-28", "28 listopada 2019 r.": "2019-11-28", "od maja 2019": "2019-05/..",
		"28 نوفمبر 2019": "2019-11-28", "منذ 2019": "2019/..", "siglo XIX": "", "19th century": "", "XIX век": "",
		// Other orders and widths.
		"28.11.2019": "2019-11-28", "28/11/2019": "2019-11-28", "28-11-2019": "2019-11-28", "11/28/2019": "2019-11-28",
		"05.06.2019": "2019-06-05", "5/5/2019": "2019-05-05", "2019/11/28": "2019-11-28", "2019.11.28": "2019-11-28",
		"2019-1-5": "2019-01-05", "2019-1": "2019-01", "11/2019": "2019-11", "2019/11": "2019-11", "20191128": "2019-11-28",
		"201911": "2019-11", "2019-28-11": "2019-11-28", "2019-11-00": "2019-11", "2019-00-00": "2019", "2019-00": "2019",
		"476": "0476", "12019": "Y12019", "Y2019": "2019", "+2019": "2019", "-0000": "0000", "2019-1-5?": "2019-01-05?",
		// Beyond the month's end.
		"2019-02-30": "2019-02", "20190230": "2019-02", "2020-02-30": "2020-02", "2019-11-31~": "2019-11~", "2019-02-3X": "2019-02",
		"2019-02-30/2019-03-02": "2019-02/2019-03-02", "Feb 30, 2019": "2019-02", "2019-11-28 10:00 - 2020": "", "2019-11-28 10:00 -0300": "2019-11-28",
		// Words.
		"28 November 2019": "2019-11-28", "November 28, 2019": "2019-11-28", "Nov 2019": "2019-11", "28th of Nov. 2019": "2019-11-28",
		"15 мая 1992": "1992-05-15", "май 1992": "1992-05", "15 мая 1992 г.": "1992-05-15", "28 novembre 2019": "2019-11-28",
		"1er août 2019": "2019-08-01", "15 aout 1944": "1944-08-15", "le 2 févr. 2019": "2019-02-02",
		"circa 2019": "2019~", "c. 2019": "2019~", "vers 2019": "2019~", "около 2019": "2019~", "2019 (uncertain)": "2019?",
		"June 2018?": "2018-06?", "circa 2019?": "2019%", "2019 ~": "2019~",
		"1990s": "199X", "années 1990": "199X", "1990-е": "199X", "spring 2019": "2019-21", "été 2019": "2019-22",
		"осень 2019": "2019-23", "winter 2019": "2019-24",
		"early November 2019": "2019-11-0X", "mid-November 2019": "2019-11-1X", "mi-novembre 2019": "2019-11-1X",
		"конец ноября 2019": "2019-11-2X", "44 BC": "-0043", "44 av. J.-C.": "-0043", "44 до н. э.": "-0043", "1 BC": "0000",
		// Intervals.
		"2019-2020": "2019/2020", "2019–2020": "2019/2020", "1990-95": "1990/1995", "2012-13": "2012/2013", "2020/2019": "2019/2020",
		"2019-11-28..": "2019-11-28/..", "2019-11-28...": "2019-11-28/..", "..2019": "../2019", "2019..2020": "2019/2020",
		"2019-11-28 - 2019-12-02": "2019-11-28/2019-12-02", "28.11.2019 – 30.11.2019": "2019-11-28/2019-11-30",
		"May–June 2019": "2019-05/2019-06", "28–30 November 2019": "2019-11-28/2019-11-30",
		"28 ноября — 2 декабря 2019":        "2019-11-28/2019-12-02",
		"du 28 novembre au 2 décembre 2019": "2019-11-28/2019-12-02",
		"с 2 мая 2019 по 5 мая 2019":        "2019-05-02/2019-05-05",
		"early to late May 2019":            "2019-05-0X/2019-05-2X",
		"since February 2019":               "2019-02/..", "depuis février 2019": "2019-02/..", "с февраля 2019": "2019-02/..",
		"until 1999": "../1999", "jusqu’au 2 mai 1999": "../1999-05-02", "до мая 1999": "../1999-05",
		"2019-present": "2019/..", "2019 – now": "2019/..", "2019/open": "2019/..", "unknown/2006": "/2006",
		// Sets.
		"[1667,1668": "[1667,1668]", "{1960, Dec 1961}": "{1960,1961-12}", "[1667,1668..x]": "", "[1667/1668]": "",
		// Typing.
		" 2019 ": "2019", "2019-11-28\n": "2019-11-28", "2019-11-xx": "2019-11-XX", "199х": "199X", "196u": "196X",
		"1984?~": "1984%", "2019 ?": "2019?",
		"2004-01-01T10:10": "2004-01-01", "2004-01-01 10:10:10": "2004-01-01T10:10:10",
		"2004-01-01T10:10:10.123Z": "2004-01-01T10:10:10Z", "2004-01-01T10:10:10/2005": "2004-01-01/2005",
	} {
		_, err := Parse(text)
		fault, ok := err.(*ParseError)
		if !ok {
			t.Errorf("Parse(%q) = %v, want a *ParseError", text, err)
			continue
		}
		if fault.Suggestion != want {
			t.Errorf("Parse(%q) suggests %q, want %q (%s)", text, fault.Suggestion, want, fault.Msg)
		}
		if want != "" && must(t, fault.Suggestion).String() != want {
			t.Errorf("suggestion %q is not canonical", want)
		}
		if strings.Contains(fault.Error(), "did you mean") != (want != "") {
			t.Errorf("Error() = %q", fault.Error())
		}
	}
}

// TestSuggestionsKeepTheTime: in whatever order and words a day is written, what is suggested is
// that day, or the month around it where the calendar has no such day; and the same of two days
// with a time between them.
func TestSuggestionsKeepTheTime(t *testing.T) {
	if testing.Short() {
		t.Skip("it measures long texts")
	}
	for _, year := range []int{1582, 1900, 2000, 2012, 2019} {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= 31; day++ {
				iso, around := fmt.Sprintf("%d-%02d-%02d", year, month, day), fmt.Sprintf("%d-%02d", year, month)
				for _, text := range []string{
					iso, fmt.Sprintf("%d-%d-%d", year, month, day), fmt.Sprintf("%d/%02d/%02d", year, month, day),
					fmt.Sprintf("%d.%d.%d", day, month, year), fmt.Sprintf("%02d-%02d-%d", day, month, year), fmt.Sprintf("%d%02d%02d", year, month, day),
					fmt.Sprintf("%d %s %d", day, english.genitive.months[month-1], year), fmt.Sprintf("%s %d, %d", english.genitive.months[month-1], day, year),
					fmt.Sprintf("%d %s %d", day, french.genitive.months[month-1], year), fmt.Sprintf("%d %s %d г.", day, russian.genitive.months[month-1], year),
					iso + "T10:00", iso + " 09:06:22 +0000",
				} {
					if got := suggest(text); got != "" && got != around && !strings.HasPrefix(got, iso) {
						t.Errorf("suggest(%q) = %q", text, got)
					}
					if got := suggest(text + " – 3000"); got != "" && got != around+"/3000" && got != iso+"/3000" {
						t.Errorf("suggest(%q) = %q", text+" – 3000", got)
					}
				}
			}
		}
	}
}

// TestOwnWordingIsUnderstood: what the site prints, an editor may copy into the front matter.
func TestOwnWordingIsUnderstood(t *testing.T) {
	for _, text := range []string{
		"2019-11-28", "2018-06", "2018-06~", "2018-06?", "2018-06%", "201X", "2019-21", "2019-24", "-0043", "2019-11-0X", "2019-11-1X",
		"2019-11-2X", "2019-05/2019-06", "2019-11-28/2019-11-30", "2019-11-28/2019-12-02", "2018-11-28/2019-12-02",
		"2019-02/..", "../1999-05-02",
	} {
		for _, lang := range []string{"en", "fr", "ru"} {
			worded := must(t, text).Format(lang)
			if lang == "ru" && must(t, text).Uncertain() {
				continue // «дата не точна» is a sentence, not a word
			}
			if got := suggest(worded); got != text {
				t.Errorf("suggest(%q) = %q, want %q", worded, got, text)
			}
		}
	}
}
