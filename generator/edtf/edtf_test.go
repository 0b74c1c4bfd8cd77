package edtf

import (
	"strconv"
	"testing"
)

func TestDatetime(t *testing.T) {
	for text, want := range map[string]string{
		"2019-11-28": "2019-11-28", "2019-11": "2019-11", "2019": "2019", "0044": "0044", "Y17000": "17000", "Y17E7": "170000000",
		"2004-01-01T10:10:10+05:00": "2004-01-01",
		"0000":                      "", "-0043": "", "2019?": "", "2019-11~": "", "201X": "", "2019-XX": "", "2019-21": "",
		"2019/2020": "", "2019/..": "", "[2019]": "", "{2019,2020}": "", "Y-17000": "",
	} {
		if got, ok := must(t, text).Datetime(); got != want || ok != (want != "") {
			t.Errorf("Parse(%q).Datetime() = %q, %v; want %q", text, got, ok, want)
		}
	}
	if _, ok := (Date{}).Datetime(); ok {
		t.Error("no date has a datetime")
	}
}

func TestAccessors(t *testing.T) {
	for text, want := range map[string]string{ // interval, open start, open end, uncertain, approximate, start, end, year
		"2019":                "..... 2019 2019 2019",
		"2019?":               "...u. 2019? 2019? 2019",
		"2019-~11":            "....a 2019-~11 2019-~11 2019",
		"2019~/2020?":         "i..ua 2019~ 2020? 2019",
		"2019%/..":            "i.eua 2019% - 2019",
		"../1999":             "is... - 1999 1999",
		"/199X":               "i.... - 199X 1990",
		"1992-05-15/":         "i.... 1992-05-15 - 1992",
		"[..1984]":            ".s... [..1984] [..1984] 1984",
		"{1960~,1961-12..}":   "..e.a {1960~,1961-12..} {1960~,1961-12..} 1960",
		"XXXX-12-25":          "..... XXXX-12-25 XXXX-12-25 -",
		"XXXX-12/2019":        "i.... XXXX-12 2019 2019",
		"-0043":               "..... -0043 -0043 -43",
		"~2004-06/2005-06-~1": "",
	} {
		d, err := Parse(text)
		if want == "" {
			if err == nil {
				t.Errorf("Parse(%q) is accepted", text)
			}
			continue
		}
		got := flags(d) + " " + orDash(d.Start().String()) + " " + orDash(d.End().String()) + " "
		if y, ok := d.Year(); ok {
			got += strconv.Itoa(y)
		} else {
			got += "-"
		}
		if got != want {
			t.Errorf("%q: %s; want %s", text, got, want)
		}
		if !d.IsInterval() && (d.Start() != d || d.End() != d) {
			t.Errorf("%q is not its own start and end", text)
		}
	}
}

func flags(d Date) string {
	b := []byte("iseua")
	for i, set := range []bool{d.IsInterval(), d.OpenStart(), d.OpenEnd(), d.Uncertain(), d.Approximate()} {
		if !set {
			b[i] = '.'
		}
	}
	return string(b)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
