package edtf

import (
	"errors"
	"strings"
	"testing"
)

// accepted pairs EDTF texts with their bounds as "first last"; "-" and "+" are MinDay and MaxDay.
// Most are the examples of the specification.
var accepted = []struct{ text, bounds string }{
	// Level 0.
	{"1985-04-12", "1985-04-12 1985-04-12"},
	{"1985-04", "1985-04-01 1985-04-30"},
	{"1985", "1985-01-01 1985-12-31"},
	{"0000", "0000-01-01 0000-12-31"},
	{"2000-02-29", "2000-02-29 2000-02-29"},
	{"2019-02", "2019-02-01 2019-02-28"},
	{"1985-04-12T23:20:30", "1985-04-12 1985-04-12"},
	{"1985-04-12T23:20:30Z", "1985-04-12 1985-04-12"},
	{"1985-04-12T23:20:30-04", "1985-04-12 1985-04-12"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12 1985-04-12"},
	{"2004-01-01T10:10:10+00:00", "2004-01-01 2004-01-01"},
	{"2016-12-31T23:59:60Z", "2016-12-31 2016-12-31"},
	{"1964/2008", "1964-01-01 2008-12-31"},
	{"2004-06/2006-08", "2004-06-01 2006-08-31"},
	{"2004-02-01/2005-02-08", "2004-02-01 2005-02-08"},
	{"2004-02-01/2005-02", "2004-02-01 2005-02-28"},
	{"2004-02-01/2005", "2004-02-01 2005-12-31"},
	{"2005/2006-02", "2005-01-01 2006-02-28"},
	{"2019-05-15/2019-05", "2019-05-15 2019-05-31"},
	{"2019/2019", "2019-01-01 2019-12-31"},
	// Level 1.
	{"Y170000002", "170000002-01-01 170000002-12-31"},
	{"Y17E7", "170000000-01-01 170000000-12-31"},
	{"Y-17E7", "-170000000-01-01 -170000000-12-31"},
	{"1950S2", "1900-01-01 1999-12-31"},
	{"-0043S1", "-49-01-01 -40-12-31"},
	{"Y171010000S3", "171000000-01-01 171999999-12-31"},
	{"Y3388E2S3", "338000-01-01 338999-12-31"},
	{"1950S2?/1960", "1900-01-01 1960-12-31"},
	{"Y-170000002", "-170000002-01-01 -170000002-12-31"},
	{"Y999999999999", "999999999999-01-01 999999999999-12-31"},
	{"2001-21", "2001-03-01 2001-05-31"},
	{"2001-22", "2001-06-01 2001-08-31"},
	{"2001-23", "2001-09-01 2001-11-30"},
	{"2003-24", "2003-12-01 2004-02-29"},
	{"1984?", "1984-01-01 1984-12-31"},
	{"2004-06~", "2004-06-01 2004-06-30"},
	{"2004-06-11%", "2004-06-11 2004-06-11"},
	{"2001-21?", "2001-03-01 2001-05-31"},
	{"201X", "2010-01-01 2019-12-31"},
	{"20XX", "2000-01-01 2099-12-31"},
	{"2004-XX", "2004-01-01 2004-12-31"},
	{"1985-04-XX", "1985-04-01 1985-04-30"},
	{"1985-XX-XX", "1985-01-01 1985-12-31"},
	{"1985-04-12/..", "1985-04-12 +"},
	{"1985-04/..", "1985-04-01 +"},
	{"1985/..", "1985-01-01 +"},
	{"../1985-04-12", "- 1985-04-12"},
	{"../1985-04", "- 1985-04-30"},
	{"../1985", "- 1985-12-31"},
	{"1985-04-12/", "1985-04-12 +"},
	{"1985-04/", "1985-04-01 +"},
	{"1985/", "1985-01-01 +"},
	{"/1985-04-12", "- 1985-04-12"},
	{"/1985-04", "- 1985-04-30"},
	{"/1985", "- 1985-12-31"},
	{"-1985", "-1985-01-01 -1985-12-31"},
	{"-0043-03-15", "-43-03-15 -43-03-15"},
	{"1984~/2004-06", "1984-01-01 2004-06-30"},
	{"1984/2004-06~", "1984-01-01 2004-06-30"},
	{"1984?/2004%", "1984-01-01 2004-12-31"},
	{"2001-21/2003", "2001-03-01 2003-12-31"},
	{"-0100/-0043", "-100-01-01 -43-12-31"},
	// Unspecified digits anywhere.
	{"2019-11-0X", "2019-11-01 2019-11-09"},
	{"2019-11-1X", "2019-11-10 2019-11-19"},
	{"2019-02-2X", "2019-02-20 2019-02-28"},
	{"2019-11-3X", "2019-11-30 2019-11-30"},
	{"2019-12-X1", "2019-12-01 2019-12-31"},
	{"156X-12-25", "1560-12-25 1569-12-25"},
	{"15XX-12-25", "1500-12-25 1599-12-25"},
	{"XXXX-12-XX", "0000-12-01 9999-12-31"},
	{"1XXX-XX", "1000-01-01 1999-12-31"},
	{"1XXX-12", "1000-12-01 1999-12-31"},
	{"1984-1X", "1984-10-01 1984-12-31"},
	{"1984-0X", "1984-01-01 1984-09-30"},
	{"2004-X1-31", "2004-01-31 2004-01-31"},
	{"2019-X2-31", "2019-12-31 2019-12-31"},
	{"2019-XX-31", "2019-01-31 2019-12-31"},
	{"1X98", "1098-01-01 1998-12-31"},
	{"190X-02-29", "1904-02-29 1908-02-29"},
	{"201X-21", "2010-03-01 2019-05-31"},
	{"-004X", "-49-01-01 -40-12-31"},
	{"-000X", "-9-01-01 -1-12-31"},
	// Sets.
	{"[1667,1668,1670..1672]", "1667-01-01 1672-12-31"},
	{"[..1760-12-03]", "- 1760-12-03"},
	{"[1760-12..]", "1760-12-01 +"},
	{"[1760-01,1760-02,1760-12..]", "1760-01-01 +"},
	{"[1667,1760-12]", "1667-01-01 1760-12-31"},
	{"[..1984]", "- 1984-12-31"},
	{"{1667,1668,1670..1672}", "1667-01-01 1672-12-31"},
	{"{1960,1961-12}", "1960-01-01 1961-12-31"},
	{"{..1984}", "- 1984-12-31"},
	{"{1961,1960~}", "1960-01-01 1961-12-31"},
	{"[1984]", "1984-01-01 1984-12-31"},
	// Level 2: parts of the year.
	{"2001-25", "2001-03-01 2001-05-31"},
	{"2001-30", "2001-12-01 2002-02-28"},
	{"2001-33", "2001-01-01 2001-03-31"},
	{"2001-34", "2001-04-01 2001-06-30"},
	{"2001-39", "2001-09-01 2001-12-31"},
	{"2001-41", "2001-07-01 2001-12-31"},
}

func day(d Day) string {
	switch d {
	case MinDay:
		return "-"
	case MaxDay:
		return "+"
	}
	p := point{known: true, parts: 3, mag: max(d.Year, -d.Year), neg: d.Year < 0, month: uint8(d.Month), day: uint8(d.Day)}
	s := strings.TrimPrefix(string(p.appendDigits(nil, [3]qualifier{})), "Y")
	if d.Year < 0 {
		return "-" + strings.TrimLeft(s[1:], "0")
	}
	return s
}

func must(t testing.TB, text string) Date {
	t.Helper()
	d, err := Parse(text)
	if err != nil {
		t.Fatalf("Parse(%q): %v", text, err)
	}
	return d
}

func TestParseAccepts(t *testing.T) {
	for _, c := range accepted {
		d := must(t, c.text)
		if d.String() != c.text {
			t.Errorf("Parse(%q).String() = %q", c.text, d)
		}
		first, last := d.Bounds()
		if got := day(first) + " " + day(last); got != c.bounds {
			t.Errorf("Parse(%q).Bounds() = %s, want %s", c.text, got, c.bounds)
		}
	}
}

func TestCanonicalText(t *testing.T) {
	for text, want := range map[string]string{
		"[1667,1668, 1670..1672]": "[1667,1668,1670..1672]",
		"~2019":                   "2019~",
		"?2004-?06-?11":           "2004-06-11?",
		"2004-06~-11":             "~2004-~06-11",
		"2004?-06-11~":            "%2004-~06-~11",
		"?2004-06-~11":            "?2004-06-~11",
		"2004-06-~01/2004-06-~20": "2004-06-~01/2004-06-~20",
		"~2004/..":                "2004~/..",
		"/~2004":                  "/2004~",
		"../~2004":                "../2004~",
		"{?1960, 1961-~12}":       "{1960?,1961-~12}",
		"2011-23~":                "2011-23~",
		"~Y17000":                 "Y17000~",
		"%-0043-03":               "%-0043-03",
		"156~-12":                 "",
	} {
		d, err := Parse(text)
		if d.String() != want || (err != nil) != (want == "") {
			t.Errorf("Parse(%q) = %q, %v; want %q", text, d, err, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct {
		text   string
		offset int
		msg    string
	}{
		{"", 0, "the date is empty"},
		{strings.Repeat("2", 201), 0, "a date has at most 200 bytes, this has 201"},
		{"banana", 0, `expected a year of four digits, as in "2019-11-28"`},
		{"198", 0, `a year has four digits: the year is written "0198", the decade "198X"`},
		{"98", 0, `expected a year of four digits, as in "2019-11-28"`},
		{"19850412", 0, `a year of more than four digits needs "Y" before it`},
		{"2019-13", 5, "month 13 does not exist"},
		{"2019-00", 5, "month 00 does not exist"},
		{"2019-20", 5, "month 20 does not exist"},
		{"2019-42", 5, "month 42 does not exist"},
		{"2019-2X", 5, "month 2X does not exist"},
		{"2019-28-11", 5, "month 28 does not exist"},
		{"2019-1", 5, "a month has two digits"},
		{"2019-", 5, "a month has two digits"},
		{"2019-11-2", 8, "a day has two digits"},
		{"2019-11-281", 8, "a day has two digits"},
		{"2019-11-32", 8, "day 32 does not exist"},
		{"2019-11-4X", 8, "day 4X does not exist"},
		{"2019-11-00", 8, "day 00 does not exist"},
		{"2019-02-30", 8, "February 2019 has 28 days"},
		{"2019-02-3X", 8, "February 2019 has 28 days"},
		{"1900-02-29", 8, "February 1900 has 28 days"},
		{"-0043-02-29", 9, "February 44 BC has 28 days"},
		{"201X-11-31", 8, "November has 30 days"},
		{"201X-02-30", 8, "February has 28 or 29 days"},
		{"XXX1-02-29", 8, "no year that fits has a 29 February"},
		{"2019-0X-32", 8, "day 32 does not exist"},
		{"2019-X4-31", 8, "no month that fits has such a day"},
		{"2001-21-05", 7, "a season has no day"},
		{"-0000", 0, `year -0000 does not exist, 1 BC is "0000"`},
		{"Y2019", 0, `"Y" needs a year of more than four digits after it`},
		{"Y020000", 1, "a year of more than four digits does not begin with 0"},
		{"Y1234567890123", 0, "a year has at most twelve digits"},
		{"Y17000-05", 6, `a year with "Y" has no month`},
		{"17E8", 0, "expected a year of four digits, as in \"2019-11-28\""},
		{"1970E8", 4, `an exponent needs "Y" before the year, as in "Y17E7"`},
		{"Y17E", 4, `an exponent is a number from 1, as in "Y17E7"`},
		{"Y17E0", 4, `an exponent is a number from 1, as in "Y17E7"`},
		{"Y1E3", 0, `"Y" needs a year of more than four digits after it`},
		{"Y17E11", 0, "a year has at most twelve digits"},
		{"1950S5", 4, `of this year 1 to 4 digits may be significant, as in "1950S2"`},
		{"1950S0", 4, `of this year 1 to 4 digits may be significant, as in "1950S2"`},
		{"195XS2", 4, "a year with X has no significant digits"},
		{"1950S2-05", 6, "a year with significant digits has no month"},
		{"2019-05S1", 7, `significant digits follow a year, as in "1950S2"`},
		{"{1987-10..1988}", 10, `both ends of ".." need the same precision: two years, two months or two days`},
		{"2019-11-xx", 8, `an unspecified digit is a capital "X"`},
		{"201u", 3, `an unspecified digit is a capital "X"`},
		{"1984?~", 5, `one qualifier only: "?" and "~" together are "%"`},
		{"2019 ", 4, "unexpected space"},
		{" 2019", 0, "unexpected space"},
		{"2019-11-28г", 10, `unexpected "г"`},
		{"28 мая", 0, `expected a year of four digits, as in "2019-11-28"`},
		{"2019T10:00:00", 4, "a time of day needs a whole and unqualified day before it"},
		{"2019-11-XXT10:00:00", 10, "a time of day needs a whole and unqualified day before it"},
		{"2019-11-28?T10:00:00", 11, "a time of day needs a whole and unqualified day before it"},
		{"2019-11-28T10:00", 10, "a time of day is written Thh:mm:ss, from T00:00:00 to T23:59:59"},
		{"2019-11-28T24:00:00", 10, "a time of day is written Thh:mm:ss, from T00:00:00 to T23:59:59"},
		{"2019-11-28T10:00:60", 10, "a time of day is written Thh:mm:ss, from T00:00:00 to T23:59:59"},
		{"2019-11-28T1X:00:00", 10, "a time of day is written Thh:mm:ss, from T00:00:00 to T23:59:59"},
		{"2019-11-28T10:00:00z", 19, `unexpected "z"`},
		{"2019-11-28T10:00:00-00:00", 19, "an offset is written Z, +hh, +hh:mm, -hh or -hh:mm"},
		{"2019-11-28T10:00:00+4", 19, "an offset is written Z, +hh, +hh:mm, -hh or -hh:mm"},
		{"2019-11-28T10:00:00Z?", 20, `unexpected "?"`},
		{"/", 0, "an interval needs a date at one end at least"},
		{"../..", 0, "an interval needs a date at one end at least"},
		{"/..", 0, "an interval needs a date at one end at least"},
		{"2019/2020/2021", 9, "an interval has one slash, and a date has hyphens"},
		{"2020/2019", 5, "the interval ends (2019) before it starts (2020)"},
		{"2019-05-02/2019-05-01?", 11, "the interval ends (2019-05-01?) before it starts (2019-05-02)"},
		{"2004-01-01T10:10:10/2005", 10, "an interval has no times of day"},
		{"2019/20XX-13", 10, "month 13 does not exist"},
		{"2019-11-28..", 10, `unexpected "."`},
		{"[1667,1668", 10, `the set is not closed with "]"`},
		{"{1667]", 6, `the set is not closed with "}"`},
		{"[]", 1, "a date is missing here"},
		{"[1667,]", 6, "a date is missing here"},
		{"[..]", 1, "a range of a set needs a date at one end at least"},
		{"[1667,..1668]", 6, "only the first element of a set may have no start"},
		{"[1667..,1668]", 5, "only the last element of a set may have no end"},
		{"[1668..1667]", 7, "the range ends (1667) before it starts (1668)"},
		{"[1667..1668..1669]", 11, `unexpected "."`},
		{"[2004-01-01T10:10:10]", 11, "a set has no times of day"},
		{"[1667/1668]", 5, `unexpected "/"`},
		{"\xff", 0, `expected a year of four digits, as in "2019-11-28"`},
	} {
		d, err := Parse(c.text)
		var fault *ParseError
		if !errors.As(err, &fault) {
			t.Errorf("Parse(%q) = %q, %v; want a *ParseError", c.text, d, err)
			continue
		}
		if !d.IsZero() || fault.Offset != c.offset || fault.Msg != c.msg {
			t.Errorf("Parse(%q): %d %s; want %d %s", c.text, fault.Offset, fault.Msg, c.offset, c.msg)
		}
	}
}
