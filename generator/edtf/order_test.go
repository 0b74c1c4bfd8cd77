package edtf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func TestCompareOrder(t *testing.T) {
	ordered := []string{
		"[..1984]", "../1999", "/1999", "../1998", "Y-17000", "-0043", "0000",
		"2004/", "2004/..", "2004/2005", "2004", "2004~", "2004-01", "2004-01-01", "2004-01-01T09:00:00+05:00",
		"2004-01-01T08:00:00Z", "2004-01-01T08:00:01", "2004-01-02T00:00:00+05:00", "201X", "2019-11-0X", "Y170000002",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			got, want := Compare(must(t, a), must(t, b)), min(max(i-j, -1), 1)
			// The order of the open starts among themselves is by their ends.
			if i < 4 && j < 4 {
				continue
			}
			if got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
	if Compare(must(t, "../1999"), must(t, "../1998")) != -1 || Compare(must(t, "/1999"), must(t, "../1998")) != -1 {
		t.Error("the wider span does not come first")
	}
	if Compare(Date{}, Date{}) != 0 || Compare(Date{}, must(t, "Y999999999999/..")) != 1 || Compare(must(t, "2019"), Date{}) != -1 {
		t.Error("zero dates do not come last")
	}
}

// generated returns many valid dates close enough to one another to collide.
func generated(t *testing.T) []Date {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func(choices ...string) string { return choices[random.IntN(len(choices))] }
	single := func() string {
		return pick("2019", "201X", "20XX", "XXXX", "-0043", "2020") +
			pick("", "-11", "-XX", "-21", "-24", "-11-28", "-11-0X", "-XX-XX", "-11-XX") + pick("", "", "?", "~", "%")
	}
	dates := []Date{{}}
	for len(dates) < 150 {
		text := single()
		switch random.IntN(5) {
		case 0:
			text = pick("", "..", single()) + "/" + pick("", "..", single())
		case 1:
			text = pick("[", "[..") + single() + "," + single() + pick("", "..2021", "..") + "]"
		case 2:
			text = fmt.Sprintf("2019-11-28T1%d:00:00%s", random.IntN(3), pick("", "Z", "+01", "-01:00"))
		}
		if d, err := Parse(text); err == nil {
			dates = append(dates, d)
		}
	}
	return dates
}

func TestCompareProperties(t *testing.T) {
	dates := generated(t)
	for _, a := range dates {
		for _, b := range dates {
			ab := Compare(a, b)
			if ab != -Compare(b, a) {
				t.Fatalf("Compare(%q, %q) is not antisymmetric", a, b)
			}
			if (ab == 0) != (a == b) || (a == b) != (a.String() == b.String()) {
				t.Fatalf("%q and %q: Compare, == and the texts disagree", a, b)
			}
			for _, c := range dates {
				if ab <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0 {
					t.Fatalf("%q ≤ %q ≤ %q is not transitive", a, b, c)
				}
			}
		}
	}
	slices.SortFunc(dates, Compare)
	if !dates[len(dates)-1].IsZero() {
		t.Error("the zero date does not sort last")
	}
}

// TestEndsWithinBounds holds the bounds of an interval to those of its ends.
func TestEndsWithinBounds(t *testing.T) {
	for _, d := range generated(t) {
		first, last := d.Bounds()
		if last.Compare(first) < 0 {
			t.Errorf("%q ends before it begins", d)
		}
		if d.IsZero() {
			continue
		}
		for _, end := range []Date{d.Start(), d.End()} {
			if end.IsZero() {
				continue
			}
			a, b := end.Bounds()
			if d.IsInterval() && end == d.Start() && a != first || d.IsInterval() && end == d.End() && b != last {
				t.Errorf("the bounds of %q are not those of its end %q", d, end)
			}
			if again := must(t, end.String()); again != end {
				t.Errorf("end %q of %q is not what its text says", end, d)
			}
		}
	}
}

func TestOrdinal(t *testing.T) {
	epoch := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := -800_000; n < 800_000; n += 13 {
		at := epoch.AddDate(0, 0, n)
		d := Day{at.Year(), int(at.Month()), at.Day()}
		if got := d.Ordinal(); got != n {
			t.Fatalf("%v.Ordinal() = %d, want %d", d, got, n)
		}
		next := at.AddDate(0, 0, 1)
		if (next.Day() == 1) != (d.Day == daysIn(d.Year, d.Month)) {
			t.Fatalf("daysIn(%d, %d) = %d", d.Year, d.Month, daysIn(d.Year, d.Month))
		}
	}
	if MinDay.Ordinal() >= (Day{-maxYear, 1, 1}).Ordinal() || MaxDay.Ordinal() <= (Day{maxYear, 12, 31}).Ordinal() {
		t.Error("the sentinels are not beyond every day")
	}
}
