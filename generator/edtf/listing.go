package edtf

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// Listing is the year under which lists by year show a date, or all years that the date may lie in,
// so that a heading never claims more than was written. Listings with the same heading are equal
// (==).
type Listing struct {
	First, Last int
	set         string // the canonical text of "one of" several years; "" if First and Last say everything
	several     bool   // made by Join of listings that differ
	rounded     bool   // as Point.Rounded of the first known bound
}

// Listing returns where a list by years shows d: an interval where it starts, else where it ends
// (2019 for ../2019); 201X under the 2010s, [2009,2012] under both years. It is false for the zero
// value and where no digit of a year is known.
func (d Date) Listing() (Listing, bool) {
	l := Listing{First: d.year, Last: d.lastYear, rounded: d.start.rounded() || !d.start.known && d.end.rounded()}
	if d.kind == OneOf && d.dated {
		l.set = d.yearSet()
	}
	return l, d.dated
}

// Compare puts listings in order: by first year, then the wider before the narrower.
func (l Listing) Compare(m Listing) int {
	return cmp.Or(cmp.Compare(l.First, m.First), cmp.Compare(m.Last, l.Last), strings.Compare(l.set, m.set))
}

// Join returns the listing for what is listed under l or m.
func (l Listing) Join(m Listing) Listing {
	if l == m {
		return l
	}
	return Listing{First: min(l.First, m.First), Last: max(l.Last, m.Last), several: true, rounded: l.rounded || m.rounded}
}

// YearText is a year in EDTF.
func YearText(year int) string {
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("-%04d", -year)
	}
	digits := strconv.Itoa(year)
	return "0000"[len(digits):] + digits
}

// yearSet returns the EDTF set of the years of d's members, "" when it is one year.
func (d Date) yearSet() string {
	var members []string
	for m := range d.members() {
		from, to := m.from.yearOnly(), m.to.yearOnly()
		text := from + ".." + to
		if from == to {
			text = from
		}
		if len(members) == 0 || members[len(members)-1] != text {
			members = append(members, text)
		}
	}
	if len(members) == 1 && d.year == d.lastYear && !d.openStart && !d.openEnd {
		return ""
	}
	return "[" + strings.Join(members, ",") + "]"
}

// yearOnly returns the EDTF text of p's year alone, "" if p is none.
func (p point) yearOnly() string {
	if !p.known {
		return ""
	}
	return string(p.appendYear(nil))
}
