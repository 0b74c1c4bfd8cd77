package check

import (
	"testing"

	"dossier/generator/edtf"
	"dossier/generator/model"
)

func date(t *testing.T, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOutside(t *testing.T) {
	tests := []struct {
		event, life string
		want        bool
	}{
		{"2019-08-02", "1988-06-01/2019-08-02", false},
		{"2019-08-03", "1988-06-01/2019-08-02", true},
		{"2019-08", "1988-06-01/2019-08-02", false},
		{"2019-09", "1988-06-01/2019-08-02", true},
		{"1988-05-31", "1988-06-01/2019-08-02", true},
		{"1988", "1988-06-01/2019-08-02", false},
		{"2019-02/..", "1988-06-01/2019-08-02", false},
		{"2020/..", "1988-06-01/2019-08-02", true},
		{"../1980", "1988-06-01/2019-08-02", true},
		{"2100", "2011-02-05/..", false},
		{"2010", "2011-02-05/..", true},
		{"2030", "1992-05-15", false},
		{"1991", "1992-05-15", true},
		{"1990", "/2000", false},
		{"2019-0X", "2019-09-30/..", false},
		{"2019-09~", "1988-06-01/2019-08-02", false}, // about then
		{"2019-09?", "1988-06-01/2019-08-02", false},
		{"2019-09", "1988-06-01/2019-08-02~", false},
		{"2019-09", "1988-06-01?/2019-08-02", false},
		{"2019-09", "1988-06-01/", false},
	}
	for _, x := range tests {
		if got := outside(date(t, x.event), date(t, x.life)); got != x.want {
			t.Errorf("an event of %s outside %s: %v", x.event, x.life, got)
		}
	}
}

func TestToCome(t *testing.T) {
	_, appeared := date(t, "2019-12-10").Bounds()
	for text, want := range map[string]bool{
		"2019-12-11": true, "2020": true, "2019-12": true, "2019": true, "2020~": true, "2020/..": true, "202X": true, "[2018,2021]": true,
		"2019-12-10": false, "2018": false, "2018/..": false, "2018/2021": false, "../2021": false, "/2021": false,
	} {
		for kind, event := range map[model.Key]bool{"events/e": true, "actors/a": false} {
			if got := toCome(&model.Entity{Doc: model.Doc{Key: kind}, Date: date(t, text)}, appeared); got != (want && event) {
				t.Errorf("%s of %s is to come: %v", kind, text, got)
			}
		}
	}
	if toCome(nil, appeared) || toCome(&model.Entity{Doc: model.Doc{Key: "events/e"}}, appeared) {
		t.Error("nothing, or what has no date, is to come")
	}
}

func TestNumbers(t *testing.T) {
	tests := []struct {
		text string
		want int // 0 for none
	}{
		{"75th anniversary of the Victory", 75},
		{"the 21st-anniversary show", 21},
		{"Le 75e anniversaire de la Victoire", 75},
		{"1er anniversaire", 1},
		{"75-я годовщина Победы", 75},
		{"к 75-й годовщине", 75},
		{"75-летие Победы", 75},
		{"к 75‑летию Победы", 75},
		{"75-летний юбилей", 75},
		{"75 guards at the anniversary", 0},
		{"75-летний старик", 0},
		{"the anniversary", 0},
	}
	for _, x := range tests {
		got := 0
		if n := numbers(x.text); len(n) > 0 {
			got = n[0]
		}
		if got != x.want {
			t.Errorf("%q speaks of %d, want %d", x.text, got, x.want)
		}
	}
}

func TestWrongYear(t *testing.T) {
	tests := []struct {
		date     string
		n        int
		sentence string
		want     int // the year counted from, 0 for no fault
	}{
		{"2019-05-09", 75, "The war ended in 1945, so the 75th anniversary is 9 May 2020.", 1945},
		{"2019-05-09", 75, "The war ended in 1945; its 75th anniversary came.", 1945},
		{"2019-05-09", 75, "La guerre a pris fin en 1945 : le 75e anniversaire", 1945},
		{"2019-05-09", 75, "75-летие окончания войны 1945 года", 1945},
		{"2019-05-09", 75, "75-я годовщина победы 1945 года", 1945},
		{"2020-05-09", 75, "The war ended in 1945, so the 75th anniversary is 9 May 2020.", 0},
		{"2020-05-09", 75, "The source prints the 75th anniversary as 2019.", 0},
		{"2020-05-09", 75, "At the 75th anniversary Putin spoke of 1991 and 2014.", 0},
		{"2020-05-09", 75, "The war ended in 1944.", 0},
		{"2020-05-09", 75, "The 70th anniversary of 1945 was marked in 2015.", 0},
		{"2020", 5, "The 5th anniversary of the founding in 2014", 2014},
		{"2020", 5, "The 5th anniversary came after the vote of 2014.", 0},
		{"202X", 75, "the 75th anniversary of the end of the war in 1945", 0},
	}
	for _, x := range tests {
		got, ok := wrongYear(&model.Entity{Date: date(t, x.date)}, x.n, x.sentence)
		if got != x.want || ok != (x.want != 0) {
			t.Errorf("%s, %q: %d, %v; want %d", x.date, x.sentence, got, ok, x.want)
		}
	}
}
