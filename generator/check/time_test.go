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
