package edtf

import "strconv"

// point is one date without a time of day: a year, a year and a month or season, or a day, any
// digit of which may be unspecified. The zero value is "no date".
type point struct {
	known  bool
	neg    bool // the year has a minus sign
	yearX  uint8
	monthX uint8 // bit 0 set: the last digit is unspecified; bit 1: the one before; …
	dayX   uint8
	month  uint8        // 0 none, 1–12, 21–41 a season or another part of the year; unspecified digits count as 0
	day    uint8        // as month; hasDay tells 0X from none
	parts  uint8        // how many components: 1 year, 2 month, 3 day
	qual   [3]qualifier // of year, month, day
	mag    int          // the year without its sign, unspecified digits as 0
	exp    uint8        // of mag, the zeros at its end that are written with E
	sig    uint8        // how many digits of mag are significant; 0 all
}

// qualifier is a set of what ?, ~ and % say.
type qualifier uint8

const (
	uncertain   qualifier = 1
	approximate qualifier = 2
)

const (
	firstSeason = 21
	lastSeason  = 41
)

// Masks of components whose digits are all unspecified.
const (
	wholeYear = 0b1111
	wholePart = 0b11
)

func (p point) hasMonth() bool { return p.parts >= 2 }
func (p point) hasDay() bool   { return p.parts >= 3 }
func (p point) isSeason() bool { return p.month >= firstSeason }
func (p point) masked() bool   { return p.yearX|p.monthX|p.dayX|p.sig != 0 }

// rounded reports a year that is written in so many digits for its zeros.
func (p point) rounded() bool { return p.mag > 9999 && (p.exp != 0 || p.sig != 0) }

// quals returns what is said of any component.
func (p point) quals() qualifier { return p.qual[0] | p.qual[1] | p.qual[2] }

// fixedYear returns the signed year, unspecified digits as 0.
func (p point) fixedYear() int {
	if p.neg {
		return -p.mag
	}
	return p.mag
}

// yearRange returns the least and the greatest year that fit the digits.
func (p point) yearRange() (lo, hi int) {
	lo, hi = p.mag, p.mag
	if p.sig != 0 {
		unit := 1
		for range len(strconv.Itoa(p.mag)) - int(p.sig) {
			unit *= 10
		}
		lo = p.mag - p.mag%unit
		hi = lo + unit - 1
	}
	for i, power := 0, 1; i < 4; i, power = i+1, power*10 {
		if p.yearX>>i&1 != 0 {
			hi += 9 * power
		}
	}
	if p.neg {
		// There is no year -0000.
		return -hi, min(-lo, -1)
	}
	return lo, hi
}

// fits reports whether n agrees with the specified digits of value.
func fits(n, value int, mask uint8) bool {
	for i := 0; n > 0 || value > 0; i, n, value = i+1, n/10, value/10 {
		if mask>>i&1 == 0 && n%10 != value%10 {
			return false
		}
	}
	return true
}

// bounds returns the first and last day that p can touch; false if no day fits its digits.
func (p point) bounds() (first, last Day, ok bool) {
	switch {
	case p.isSeason():
		lo, hi := p.yearRange()
		from, months := seasonMonths(int(p.month))
		endYear, endMonth := hi, from+months-1
		if endMonth > 12 {
			endYear, endMonth = hi+1, endMonth-12
		}
		return Day{lo, from, 1}, Day{endYear, endMonth, daysIn(endYear, endMonth)}, true
	case p.sig != 0:
		lo, hi := p.yearRange()
		return Day{lo, 1, 1}, Day{hi, 12, 31}, true
	case p.masked():
		first, ok = p.seek(+1)
		last, _ = p.seek(-1)
		return first, last, ok
	}
	y, m, d := p.fixedYear(), int(p.month), int(p.day)
	switch {
	case !p.hasMonth():
		return Day{y, 1, 1}, Day{y, 12, 31}, true
	case !p.hasDay():
		return Day{y, m, 1}, Day{y, m, daysIn(y, m)}, true
	}
	return Day{y, m, d}, Day{y, m, d}, d <= daysIn(y, m)
}

// seek returns the first day (step +1) or the last (step -1) that fits the digits of p. Absent
// components fit any.
func (p point) seek(step int) (Day, bool) {
	monthX, dayX := p.monthX, p.dayX
	if !p.hasMonth() {
		monthX = wholePart
	}
	if !p.hasDay() {
		dayX = wholePart
	}
	fromYear, toYear := p.yearRange()
	fromMonth, toMonth := 1, 12
	if step < 0 {
		fromYear, toYear = toYear, fromYear
		fromMonth, toMonth = toMonth, fromMonth
	}
	for y := fromYear; y != toYear+step; y += step {
		if !fits(max(y, -y), p.mag, p.yearX) {
			continue
		}
		for m := fromMonth; m != toMonth+step; m += step {
			if !fits(m, int(p.month), monthX) {
				continue
			}
			if d := seekDay(int(p.day), dayX, daysIn(y, m), step); d != 0 {
				return Day{y, m, d}, true
			}
		}
	}
	return Day{}, false
}

func seekDay(value int, mask uint8, length, step int) int {
	d := 1
	if step < 0 {
		d = length
	}
	for ; d >= 1 && d <= length; d += step {
		if fits(d, value, mask) {
			return d
		}
	}
	return 0
}

// seasonMonths returns the first month of a part of the year and its length in months, by its EDTF
// number.
func seasonMonths(n int) (from, months int) {
	switch {
	case n <= 24: // seasons, no hemisphere said
		return 3 + 3*(n-21), 3
	case n <= 28: // Northern Hemisphere
		return 3 + 3*(n-25), 3
	case n <= 32: // Southern Hemisphere
		return [...]int{9, 12, 3, 6}[n-29], 3
	case n <= 36: // quarters
		return 1 + 3*(n-33), 3
	case n <= 39: // quadrimesters
		return 1 + 4*(n-37), 4
	}
	return 1 + 6*(n-40), 6 // half-years
}

// date makes the single date of p, whose canonical text is given; zero if p is none.
func (p point) date(text string) Date {
	if !p.known {
		return Date{}
	}
	d := Date{text: text, start: p, qual: p.quals(), clock: noClock}
	d.first, d.last, _ = p.bounds()
	d.year, d.dated = p.listed(d.first)
	_, d.lastYear = p.yearRange()
	d.lastYear = min(d.lastYear, d.last.Year)
	return d
}

// listed returns the year of p's first day, unless no digit of it is known.
func (p point) listed(first Day) (int, bool) {
	if p.yearX == wholeYear {
		return 0, false
	}
	return first.Year, true
}

// text returns the canonical EDTF text of p.
func (p point) text() string {
	q := p.qual
	same := (p.parts < 2 || q[1] == q[0]) && (p.parts < 3 || q[2] == q[0])
	if same {
		return string(appendQualifier(p.appendDigits(nil, [3]qualifier{}), q[0]))
	}
	return string(p.appendDigits(nil, q))
}

// appendDigits appends the components, each after its own qualifier.
func (p point) appendDigits(b []byte, before [3]qualifier) []byte {
	b = p.appendYear(appendQualifier(b, before[0]))
	if p.hasMonth() {
		b = appendDigits(appendQualifier(append(b, '-'), before[1]), int(p.month), p.monthX, 2)
	}
	if p.hasDay() {
		b = appendDigits(appendQualifier(append(b, '-'), before[2]), int(p.day), p.dayX, 2)
	}
	return b
}

func (p point) appendYear(b []byte) []byte {
	n, width := p.mag, 4
	if p.mag > 9999 {
		b = append(b, 'Y')
		for range p.exp {
			n /= 10
		}
		width = len(strconv.Itoa(n))
	}
	if p.neg {
		b = append(b, '-')
	}
	b = appendDigits(b, n, p.yearX, width)
	if p.exp != 0 {
		b = strconv.AppendInt(append(b, 'E'), int64(p.exp), 10)
	}
	if p.sig != 0 {
		b = strconv.AppendInt(append(b, 'S'), int64(p.sig), 10)
	}
	return b
}

func appendDigits(b []byte, n int, mask uint8, width int) []byte {
	at := len(b)
	for range width {
		b = append(b, 'X')
	}
	for i := range width {
		if i > 7 || mask>>i&1 == 0 {
			b[at+width-1-i] = byte('0' + n%10)
		}
		n /= 10
	}
	return b
}

func appendQualifier(b []byte, q qualifier) []byte {
	if q == 0 {
		return b
	}
	return append(b, " ?~%"[q])
}
