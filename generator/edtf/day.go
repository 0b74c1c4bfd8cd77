package edtf

import "cmp"

// maxYear is the greatest year, and its negative the least, that can be written: Y and twelve
// digits. It needs an int of 64 bits.
const maxYear = 999_999_999_999

// Day is a day of the proleptic Gregorian calendar. Years are astronomical: 0 is 1 BC, -43 is 44
// BC. Month and day count from 1.
type Day struct{ Year, Month, Day int }

// MinDay and MaxDay stand for "no earliest" and "no latest" day. They lie beyond every day that can
// be written and are never changed.
var (
	MinDay = Day{-maxYear - 1, 1, 1}
	MaxDay = Day{maxYear + 1, 12, 31}
)

// Compare returns -1, 0 or +1 as d is before, the same as, or after other.
func (d Day) Compare(other Day) int {
	if c := cmp.Compare(d.Year, other.Year); c != 0 {
		return c
	}
	if c := cmp.Compare(d.Month, other.Month); c != 0 {
		return c
	}
	return cmp.Compare(d.Day, other.Day)
}

// Ordinal returns the number of days from 0001-01-01, which is day 0; earlier days are negative.
func (d Day) Ordinal() int {
	// Years that begin in March put the leap day last, so that no month's start depends on it.
	y, m := d.Year, d.Month-3
	if m < 0 {
		y, m = y-1, m+12
	}
	return 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400) + (153*m+2)/5 + d.Day - 307
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
