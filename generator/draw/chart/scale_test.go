package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/generator/edtf"
)

func TestScale(t *testing.T) {
	for _, tt := range []struct{ days, at, words string }{
		{"2019-12-10", "0", "10 December 2019"},
		{"1988-06-01 1992-05-15 2002-10-07 2020-01-01", "0 1251 4543 10000", "1990 2000 2010 2020"},
		{"2019-03-01 2019-03-02 2019-06-30", "0 9378 10000", "⋯ 1 March 2019 30 June 2019"},
		{"1869-11-17 1956-07-26 2024-05-02", "0 5612 10000", "1900 1950 2000"},
		// A day of long ago leaves the others their room.
		{"-3000-01-01 2018-01-01 2018-03-01 2019-01-01 2019-06-01 2020-01-01", "0 622 1379 5311 7250 10000", "⋯ 3001 BC 2018 2019 2020"},
	} {
		var days []int
		for day := range strings.FieldsSeq(tt.days) {
			d, err := edtf.Parse(day)
			if err != nil {
				t.Fatal(err)
			}
			first, _ := d.Bounds()
			days = append(days, first.Ordinal())
		}
		s, places := Scale(days, wordsIn("en"))
		var words []string
		for _, x := range s.Texts {
			words = append(words, strings.ReplaceAll(x.Text, "\u00a0", " "))
		}
		if at, said := strings.Trim(fmt.Sprint(places), "[]"), strings.Join(words, " "); at != tt.at || said != tt.words {
			t.Errorf("%s: places %s, words %q", tt.days, at, said)
		}
		var stops []string
		for _, l := range s.Lines {
			if l.Class == "stop" && l.X2 == l.X1 {
				stops = append(stops, px(hundredths(l.X1)))
			}
		}
		if got := strings.Join(stops, " "); got != tt.at {
			t.Errorf("%s: marks at %s, places are %s", tt.days, got, tt.at)
		}
	}
}

// Days next to each other in a long time have places of their own.
func TestScalePlacesDiffer(t *testing.T) {
	days := []int{0, 1, 2, 3, 700_000, 700_001}
	_, at := Scale(days, wordsIn("en"))
	if len(at) != len(days) || !slices.IsSorted(at) || len(slices.Compact(slices.Clone(at))) != len(at) {
		t.Errorf("places %v", at)
	}
	days = []int{0, 10}
	for i := range 20 {
		days = append(days, (i+1)*1000)
	}
	s, _ := Scale(days, wordsIn("en"))
	if marks := len(slices.DeleteFunc(s.Lines, func(l Line) bool { return l.Class != "stop" })); marks != 21 {
		t.Errorf("%d marks, want one for the two days that lie side by side", marks)
	}
}
