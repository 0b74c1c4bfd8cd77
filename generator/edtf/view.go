package edtf

import "iter"

// Point is one date of a value as it is written, for those who word it: a year,
// a year and a month or season, or a day, any digit of which may be unspecified.
type Point struct {
	Known            bool
	Year             int   // astronomical, unspecified digits as 0
	YearX            uint8 // bit 0 set: the last digit is unspecified; bit 1: the one before; …
	MonthX, DayX     uint8
	Month, Day       int   // Month: 0 none, 1–12, 21–41 a season or another part of the year
	Parts            uint8 // how many components: 1 year, 2 month, 3 day
	Significant      uint8 // digits of the year; 0 all
	Rounded          bool  // a year of more than four digits of which not all may be meant: it has E or S
	Vague, Uncertain bool  // what is said of any component
	written          point
}

// Masks of components whose digits are all unspecified.
const (
	WholeYear = wholeYear
	WholePart = wholePart
)

func (p point) view() Point {
	return Point{
		Known: p.known, Year: p.fixedYear(), YearX: p.yearX, MonthX: p.monthX, DayX: p.dayX, Month: int(p.month), Day: int(p.day), Parts: p.parts,
		Significant: p.sig, Rounded: p.rounded(), Vague: p.quals()&approximate != 0 || p.sig != 0, Uncertain: p.quals()&uncertain != 0, written: p,
	}
}

// HasMonth reports a date with a month or season, HasDay one with a day.
func (p Point) HasMonth() bool { return p.Parts >= 2 }

// HasDay reports a date with a day.
func (p Point) HasDay() bool { return p.Parts >= 3 }

// IsSeason reports a season or another part of the year.
func (p Point) IsSeason() bool { return p.written.isSeason() }

// Masked reports a date that is not wholly specified.
func (p Point) Masked() bool { return p.written.masked() }

// Plain reports a date of known months and days of which nothing more is said.
func (p Point) Plain() bool { return !p.Masked() && !p.IsSeason() && !p.Vague && !p.Uncertain }

// YearRange gives the least and the greatest year that fit the digits.
func (p Point) YearRange() (lo, hi int) { return p.written.yearRange() }

// Bounds gives the first and the last day that fit the digits; false if none does.
func (p Point) Bounds() (first, last Day, ok bool) { return p.written.bounds() }

// Of is a wholly specified date: a month when the day is 0.
func Of(year, month, day int) Point {
	p := point{known: true, mag: max(year, -year), neg: year < 0, month: uint8(month), day: uint8(day), parts: 3}
	if day == 0 {
		p.parts = 2
	}
	return p.view()
}

// Possible gives the dates in a year that fit the digits of p.
func (p Point) Possible(year int) []Point {
	var all []Point
	for m := 1; m <= 12; m++ {
		if !fits(m, p.Month, p.MonthX) {
			continue
		}
		if !p.HasDay() || p.DayX == WholePart {
			all = append(all, Of(year, m, 0))
			continue
		}
		for d := 1; d <= daysIn(year, m); d++ {
			if fits(d, p.Day, p.DayX) {
				all = append(all, Of(year, m, d))
			}
		}
	}
	return all
}

// Shape gives what a value is made of; the ends of an interval, or the single
// date. A set has Members.
func (d Date) Shape() (k Kind, start, end Point) { return d.kind, d.start.view(), d.end.view() }

// Member is an element of a set: a date twice, or the ends of a range, of which
// one may be unknown.
type Member struct{ From, To Point }

// Members are the elements of a set.
func (d Date) Members() iter.Seq[Member] {
	return func(yield func(Member) bool) {
		for m := range d.members() {
			if !yield(Member{m.from.view(), m.to.view()}) {
				return
			}
		}
	}
}

// Valid is Parse for those who need no explanation.
func Valid(text string) (Date, bool) {
	d, fault := parse(text)
	return d, fault == nil
}

// Set is the canonical text of a set of years, "" if First and Last say
// everything.
func (l Listing) Set() string { return l.set }

// Rounded reports years as those of [Point.Rounded].
func (l Listing) Rounded() bool { return l.rounded }

// Joined reports a listing that Join made of several.
func (l Listing) Joined() bool { return l.several }
