// Package edtf reads dates of any precision, puts them in order and gives them in words for a
// reader.
//
// The format is the Extended Date/Time Format (ISO 8601-2, in the profile of the Library of
// Congress, February 2019), levels 0 to 2.
//
// Invariants:
//   - A [Date] is made by [Parse] alone. Everything in it follows from its canonical text, so two
//     dates are equal (==) exactly when their canonical texts are, and Parse(d.String()) gives d
//     again.
//   - Nothing here widens or narrows what was written: June 2018 is the span of that month, never
//     its first day.
//   - There is no clock and no mutable state; the same text gives the same answers everywhere.
//
// What is known of reading dates in words stands in languages.go; how dates are worded, in package
// cldr and in the messages of each language (see [Wording]).
package edtf

import (
	"cmp"
	"strconv"
	"strings"
)

// Date is one EDTF value: a date, an interval, or a set of dates. It is immutable and may be
// compared with ==. The zero value is "no date".
type Date struct {
	text        string // canonical
	kind        Kind
	start, end  point // the ends of an interval; start alone for a single date; neither for a set
	first, last Day
	openStart   bool
	openEnd     bool
	qual        qualifier // of all components, ends and members together
	year        int       // of the first known bound
	lastYear    int       // the greatest that this bound may lie in
	dated       bool      // year holds
	clock       int32     // seconds from the day's midnight UTC; noClock without a time of day
}

// Kind is what a value is made of.
type Kind uint8

// The kinds of values.
const (
	Single Kind = iota
	Interval
	OneOf // [a,b]: one of the members
	AllOf // {a,b}: every member
)

// noClock is less than any clock, so that a whole day precedes its moments.
const noClock = -1 << 31

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d.text == "" }

// String returns the canonical EDTF text, "" for the zero value. It differs from what was parsed in
// two ways only: spaces after the commas of a set are gone, and level-2 qualifiers stand at the end
// when they hold for all components (~2019 becomes 2019~) and before each component otherwise.
func (d Date) String() string { return d.text }

// Bounds returns the earliest and the latest day that d can touch. An open end (..) gives [MinDay]
// or [MaxDay], and so does an unknown end (nothing on one side of the slash). Being approximate or
// uncertain does not widen the bounds. Seasons are the meteorological ones, 21 to 24 taken in the
// Northern Hemisphere; winter runs from December of its year to the end of next February. A
// date-time has the bounds of the day it is written with, whatever its offset. The zero value has
// [MaxDay] for both.
func (d Date) Bounds() (first, last Day) {
	if d.IsZero() {
		return MaxDay, MaxDay
	}
	return d.first, d.last
}

// Year returns the year under which d is listed on a timeline: the earliest year of its first known
// bound (2010 for 201X, 1999 for ../1999). It is false for the zero value and where no digit of a
// year is known.
func (d Date) Year() (int, bool) { return d.year, d.dated }

// IsInterval reports whether d has two ends (a/b), be they known, unknown or open.
func (d Date) IsInterval() bool { return d.kind == Interval }

// OpenStart reports whether d has no beginning: ../1999, or a set that begins with "..". An unknown
// start (/1999) is not open; there, IsInterval holds and Start is zero.
func (d Date) OpenStart() bool { return d.openStart }

// OpenEnd reports whether d goes on without end: 2019/.., or a set that ends with "..". An unknown
// end is not open.
func (d Date) OpenEnd() bool { return d.openEnd }

// Uncertain reports whether any part of d is marked ? or %.
func (d Date) Uncertain() bool { return d.qual&uncertain != 0 }

// Approximate reports whether any part of d is marked ~ or %.
func (d Date) Approximate() bool { return d.qual&approximate != 0 }

// Start returns the start of an interval, zero when it is open or unknown; the date itself when d
// is no interval.
func (d Date) Start() Date {
	if d.kind != Interval {
		return d
	}
	text, _, _ := strings.Cut(d.text, "/")
	return d.start.date(text)
}

// End returns the end of an interval, zero when it is open or unknown; the date itself when d is no
// interval.
func (d Date) End() Date {
	if d.kind != Interval {
		return d
	}
	_, text, _ := strings.Cut(d.text, "/")
	return d.end.date(text)
}

// Datetime returns the value of an HTML <time datetime> attribute at exactly the precision of d: a
// valid date, month or year string, the day alone for a date-time. It is false for what HTML cannot
// say: intervals, sets, seasons, uncertain or approximate dates, unspecified digits, years before
// 0001, no date.
func (d Date) Datetime() (string, bool) {
	p := d.start
	if d.IsZero() || d.kind != Single || d.qual != 0 || p.masked() || p.isSeason() || p.fixedYear() < 1 {
		return "", false
	}
	if p.exp != 0 {
		return strconv.Itoa(p.mag), true
	}
	text, _, _ := strings.Cut(d.text, "T")
	return strings.TrimPrefix(text, "Y"), true
}

// Compare puts dates in chronological order and returns -1, 0 or +1: by earliest day, then by
// latest day with the wider span first, then by time of day (none first; one without an offset
// counts as UTC), then by canonical text. Zero dates come last. The order is total: Compare is 0
// only for equal dates.
func Compare(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(zeroRank(a), zeroRank(b))
	}
	if c := a.first.Compare(b.first); c != 0 {
		return c
	}
	if c := b.last.Compare(a.last); c != 0 {
		return c
	}
	if c := cmp.Compare(a.clock, b.clock); c != 0 {
		return c
	}
	return strings.Compare(a.text, b.text)
}

func zeroRank(d Date) int {
	if d.IsZero() {
		return 1
	}
	return 0
}
