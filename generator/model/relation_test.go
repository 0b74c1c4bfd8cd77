package model

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dossier/generator/edtf"
)

func parse(t *testing.T, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return d
}

func ordinal(t *testing.T, day string) int {
	t.Helper()
	first, _ := parse(t, day).Bounds()
	return first.Ordinal()
}

func TestTenure(t *testing.T) {
	known := edtf.Day{Year: 2019, Month: 12, Day: 10}
	for _, test := range []struct {
		when string
		want map[string]Held // by day; what is not held, certainly held or only possible
	}{
		{"1992-05-15/1999", map[string]Held{
			"1992-05-14": NotHeld, "1992-05-15": CertainlyHeld, "1998-12-31": CertainlyHeld,
			"1999-01-01": PossiblyHeld, "1999-12-30": PossiblyHeld, "1999-12-31": NotHeld}},
		{"2006/2012", map[string]Held{
			"2005-12-31": NotHeld, "2006-01-01": PossiblyHeld, "2006-12-30": PossiblyHeld, "2006-12-31": CertainlyHeld,
			"2011-12-31": CertainlyHeld, "2012-01-01": PossiblyHeld, "2012-12-31": NotHeld}},
		{"1988-06-01/2019-08-02", map[string]Held{"2019-08-01": CertainlyHeld, "2019-08-02": NotHeld}},
		{"2009-12/..", map[string]Held{
			"2009-11-30": NotHeld, "2009-12-01": PossiblyHeld, "2009-12-31": CertainlyHeld,
			"2019-12-10": CertainlyHeld, "2019-12-11": PossiblyHeld, "3000-01-01": PossiblyHeld}},
		{"2021-01-01/..", map[string]Held{"2020-12-31": NotHeld, "2021-01-01": CertainlyHeld, "2021-01-02": PossiblyHeld}},
		{"2020", map[string]Held{"2019-12-31": NotHeld, "2020-01-01": CertainlyHeld, "2020-12-31": CertainlyHeld, "2021-01-01": NotHeld}},
		{"2019-05-01/2019-05-01", map[string]Held{"2019-04-30": NotHeld, "2019-05-01": CertainlyHeld, "2019-05-02": NotHeld}},
		{"../1999-05-05", map[string]Held{"0001-01-01": CertainlyHeld, "1999-05-04": CertainlyHeld, "1999-05-05": NotHeld}},
		{"/1999-05-05", map[string]Held{"0001-01-01": PossiblyHeld, "1999-05-04": PossiblyHeld, "1999-05-05": NotHeld}},
		{"1999-05-05/", map[string]Held{"1999-05-04": NotHeld, "1999-05-05": PossiblyHeld, "2019-01-01": PossiblyHeld}},
		{"199X", map[string]Held{"1989-12-31": NotHeld, "1990-01-01": PossiblyHeld, "1999-12-31": PossiblyHeld, "2000-01-01": NotHeld}},
		{"1990?/2000", map[string]Held{"1995-01-01": PossiblyHeld, "2001-01-01": NotHeld}},
		{"1990~/2000", map[string]Held{"1995-01-01": CertainlyHeld}},
		{"[1990,1995]", map[string]Held{"1989-12-31": NotHeld, "1990-01-01": PossiblyHeld, "1996-01-01": NotHeld}},
		{"-0044-03-15/-0043-01-01", map[string]Held{"-0044-03-14": NotHeld, "-0044-03-15": CertainlyHeld, "-0043-01-01": NotHeld}},
	} {
		x := NewTenure(parse(t, test.when), known)
		for day, want := range test.want {
			if got := x.On(ordinal(t, day)); got != want {
				t.Errorf("%s on %s: %v, want %v", test.when, day, got, want)
			}
		}
	}
}

func TestTurns(t *testing.T) {
	known := edtf.Day{Year: 2019, Month: 12, Day: 10}
	for _, test := range []struct {
		when, start, startDay, end, endDay string
		exact                              bool // of the start
	}{
		{"2006/2012", "2006", "2006-12-31", "2012", "2012-12-31", false},
		{"1992-05-15/..", "1992-05-15", "1992-05-15", "", "", true},
		{"2020", "2020", "2020-01-01", "2021-01-01", "2021-01-01", true},
		{"2019-12-31", "2019-12-31", "2019-12-31", "2020-01-01", "2020-01-01", true},
		{"2019-02", "2019-02", "2019-02-01", "2019-03-01", "2019-03-01", true},
		{"199X", "199X", "1999-12-31", "2000-01-01", "2000-01-01", false},
		{"2006/2006-06-30", "2006", "2006-06-29", "2006-06-30", "2006-06-30", false},
	} {
		x := NewTenure(parse(t, test.when), known)
		if x.Start.Date.String() != test.start || x.Start.Day != ordinal(t, test.startDay) || x.Start.Exact() != test.exact {
			t.Errorf("%s starts %v on %d, exactly: %v", test.when, x.Start.Date, x.Start.Day, x.Start.Exact())
		}
		if x.End.Date.String() != test.end || test.end != "" && x.End.Day != ordinal(t, test.endDay) {
			t.Errorf("%s ends %v on %d", test.when, x.End.Date, x.End.Day)
		}
	}
}

// Between two changes nothing may differ, and the certain lies within the
// possible.
func TestChangesAreAllChanges(t *testing.T) {
	known := edtf.Day{Year: 2005, Month: 6, Day: 1}
	random := rand.New(rand.NewPCG(1, 2))
	date := func() string {
		y := 2000 + random.IntN(8)
		switch random.IntN(5) {
		case 0:
			return fmt.Sprintf("%d", y)
		case 1:
			return fmt.Sprintf("%d-%02d", y, 1+random.IntN(12))
		case 2:
			return []string{"..", ""}[random.IntN(2)]
		}
		return fmt.Sprintf("%d-%02d-%02d", y, 1+random.IntN(12), 1+random.IntN(28))
	}
	tried := 0
	for range 600 {
		var tenures []Tenure
		var texts []string
		for range 1 + random.IntN(3) {
			text := date() + "/" + date()
			if d, err := edtf.Parse(text); err == nil {
				texts = append(texts, text)
				tenures = append(tenures, NewTenure(d, known))
			}
		}
		if len(tenures) == 0 {
			continue
		}
		tried++
		changes := map[int]bool{}
		for _, day := range Changes(tenures) {
			changes[day] = true
		}
		from := edtf.Day{Year: 1999, Month: 1, Day: 1}.Ordinal()
		for day := from; day < from+10*366; day++ {
			if HeldOn(tenures, day) != HeldOn(tenures, day-1) && !changes[day] {
				t.Fatalf("%v: %v differs from the day before and is no change", texts, DayOf(day))
			}
			for _, x := range tenures {
				if x.Certain.has(day) && !x.Possible.has(day) {
					t.Fatalf("%v: %v is certain but not possible", texts, DayOf(day))
				}
			}
		}
	}
	if tried < 200 {
		t.Errorf("only %d of the random relations are valid", tried)
	}
}

func TestDayOf(t *testing.T) {
	for _, s := range []string{"0001-01-01", "0000-12-31", "-0044-03-15", "1582-10-15", "1900-02-28", "2000-02-29", "2019-12-31", "9999-12-31"} {
		if got := DayOf(ordinal(t, s)).String(); got != s {
			t.Errorf("%s comes back as %s", s, got)
		}
	}
	for n := -1000000; n < 1000000; n += 97 {
		if first, _ := DayOf(n).Bounds(); first.Ordinal() != n {
			t.Fatalf("day %d is %v", n, first)
		}
	}
}
