package edtf

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// reader reads one date from src[pos:end].
type reader struct {
	src      string
	pos, end int
	inner    bool // a qualifier stood anywhere but at the end, so the text that was read is not the canonical one
}

// peek returns the next byte, 0 at the end.
func (r *reader) peek() byte {
	if r.pos < r.end {
		return r.src[r.pos]
	}
	return 0
}

// text returns the canonical text of p, which was read from the given offset to the position or the
// time of day.
func (r *reader) text(p point, from int) string {
	if r.inner {
		return p.text()
	}
	return r.src[from:r.pos]
}

// point reads a date up to a time of day or the end.
func (r *reader) point() (point, *ParseError) {
	at := r.pos
	p := point{known: true, parts: 1}
	p.qual[0] = r.qualifierBefore()
	if r.peek() == 'Y' {
		if fault := r.longYear(&p); fault != nil {
			return p, fault
		}
		return p, r.qualifierAfter(&p)
	}
	if fault := r.year(&p); fault != nil {
		return p, fault
	}
	if fault := r.significant(&p); fault != nil {
		return p, fault
	}
	if fault := r.qualifierAfter(&p); fault != nil {
		return p, fault
	}
	if r.peek() == '-' {
		if fault := r.month(&p); fault != nil {
			return p, fault
		}
	}
	if r.peek() == '-' {
		if fault := r.day(&p); fault != nil {
			return p, fault
		}
	}
	if r.pos < r.end && r.peek() != 'T' {
		return p, r.done()
	}
	if _, _, ok := p.bounds(); !ok {
		return p, r.noSuchDay(p, at)
	}
	return p, nil
}

// year reads four digits, after a sign perhaps.
func (r *reader) year(p *point) *ParseError {
	at := r.pos
	if r.peek() == '-' {
		p.neg = true
		r.pos++
	}
	var count int
	p.mag, p.yearX, count = r.digits(4)
	switch {
	case at == r.end:
		return r.fail(at, "a date is missing here")
	case count == 0 && r.peek() == ' ':
		return r.done()
	case count > 0 && count < 4 && r.atLowerX():
		return r.lowerX()
	case count == 3 && p.yearX == 0 && r.src[at:r.pos] <= LastDecade && !p.neg:
		digits := r.src[at:r.pos]
		return r.fail(at, "a year has four digits: the year is written \"0%s\", the decade \"%sX\"", digits, digits)
	case count < 4:
		return r.fail(at, "expected a year of four digits, as in \"2019-11-28\"")
	case isDigit(r.peek()):
		return r.fail(at, "a year of more than four digits needs \"Y\" before it")
	case p.neg && p.mag == 0 && p.yearX == 0:
		return r.fail(at, "year -0000 does not exist, 1 BC is \"0000\"")
	}
	return nil
}

// longYear reads Y and a year of more than four digits.
func (r *reader) longYear(p *point) *ParseError {
	at := r.pos
	r.pos++
	if r.peek() == '-' {
		p.neg = true
		r.pos++
	}
	from := r.pos
	for isDigit(r.peek()) && r.pos-from < 13 {
		p.mag = p.mag*10 + int(r.peek()-'0')
		r.pos++
	}
	count, power := r.pos-from, 0
	if count > 0 && count <= 12 && r.peek() == 'E' {
		r.pos++
		digits := r.pos
		for isDigit(r.peek()) && r.pos-digits < 2 {
			power = power*10 + int(r.peek()-'0')
			r.pos++
		}
		if r.pos == digits || power == 0 {
			return r.fail(digits, "an exponent is a number from 1, as in \"Y17E7\"")
		}
		for p.exp = uint8(power); power > 0 && p.mag < 1_000_000_000_000; power-- {
			p.mag *= 10
		}
		count = len(strconv.Itoa(p.mag))
	}
	switch {
	case count < 5:
		return r.fail(at, "\"Y\" needs a year of more than four digits after it")
	case count > 12:
		return r.fail(at, "a year has at most twelve digits")
	case r.src[from] == '0':
		return r.fail(from, "a year of more than four digits does not begin with 0")
	case r.peek() == '-':
		return r.fail(r.pos, "a year with \"Y\" has no month")
	}
	return r.significant(p)
}

// significant reads S and how many digits of a year are significant.
func (r *reader) significant(p *point) *ParseError {
	at := r.pos
	if r.peek() != 'S' {
		return nil
	}
	if p.yearX != 0 {
		return r.fail(at, "a year with X has no significant digits")
	}
	r.pos++
	n := 0
	for isDigit(r.peek()) && r.pos-at < 3 {
		n = n*10 + int(r.peek()-'0')
		r.pos++
	}
	if most := len(strconv.Itoa(p.mag)); n < 1 || n > most {
		return r.fail(at, "of this year 1 to %d digits may be significant, as in \"1950S2\"", most)
	}
	if r.peek() == '-' {
		return r.fail(r.pos, "a year with significant digits has no month")
	}
	p.sig = uint8(n)
	return nil
}

// month reads a hyphen and a month or season.
func (r *reader) month(p *point) *ParseError {
	r.pos++
	p.parts = 2
	p.qual[1] = r.qualifierBefore()
	at := r.pos
	n, mask, count := r.digits(2)
	if count < 2 || isDigit(r.peek()) {
		return r.partLength(at, "month")
	}
	p.month, p.monthX = uint8(n), mask
	valid := n >= 1 && n <= 12 || n >= firstSeason && n <= lastSeason
	if mask != 0 {
		valid = seekDay(n, mask, 12, 1) != 0
	}
	if !valid {
		return r.fail(at, "month %s does not exist", r.src[at:at+2])
	}
	if fault := r.qualifierAfter(p); fault != nil {
		return fault
	}
	switch {
	case !p.isSeason() || r.peek() != '-':
		return nil
	case n > 24:
		return r.fail(at, "month %d does not exist", n)
	}
	return r.fail(r.pos, "a season has no day")
}

// day reads a hyphen and a day.
func (r *reader) day(p *point) *ParseError {
	r.pos++
	p.parts = 3
	p.qual[2] = r.qualifierBefore()
	at := r.pos
	n, mask, count := r.digits(2)
	if count < 2 || isDigit(r.peek()) {
		return r.partLength(at, "day")
	}
	p.day, p.dayX = uint8(n), mask
	valid := n >= 1 && n <= 31
	if mask != 0 {
		valid = seekDay(n, mask, 31, 1) != 0
	}
	if !valid {
		return r.fail(at, "day %s does not exist", r.src[at:at+2])
	}
	return r.qualifierAfter(p)
}

func (r *reader) partLength(at int, part string) *ParseError {
	if r.atLowerX() {
		return r.lowerX()
	}
	return r.fail(at, "a %s has two digits", part)
}

// atLowerX reports whether x, or the u of older drafts, is next.
func (r *reader) atLowerX() bool { return r.peek() == 'x' || r.peek() == 'u' }

func (r *reader) lowerX() *ParseError {
	return r.fail(r.pos, "an unspecified digit is a capital \"X\"")
}

// plainYear is an astronomical year in the words of a message.
func plainYear(year int) string {
	if year < 1 {
		return strconv.Itoa(1-year) + " BC"
	}
	return strconv.Itoa(year)
}

// noSuchDay explains why no day fits p, which was read from the given offset.
func (r *reader) noSuchDay(p point, at int) *ParseError {
	if i := strings.LastIndexByte(r.src[at:r.pos], '-'); i >= 0 {
		at += i + 1
	}
	if p.monthX != 0 {
		return r.fail(at, "no month that fits has such a day")
	}
	name, length := time.Month(p.month).String(), daysIn(p.fixedYear(), int(p.month))
	switch {
	case p.yearX == 0:
		return r.fail(at, "%s %s has %d days", name, plainYear(p.fixedYear()), length)
	case p.month == 2 && p.day == 29:
		return r.fail(at, "no year that fits has a 29 February")
	case p.month == 2:
		return r.fail(at, "February has 28 or 29 days")
	}
	return r.fail(at, "%s has %d days", name, length)
}

// digits reads up to n digits or X. It returns their value with X as 0, the mask of the X and how
// many there were.
func (r *reader) digits(n int) (value int, mask uint8, count int) {
	for ; count < n; count++ {
		c := r.peek()
		if c != 'X' && !isDigit(c) {
			break
		}
		value, mask = value*10, mask<<1
		if c == 'X' {
			mask |= 1
		} else {
			value += int(c - '0')
		}
		r.pos++
	}
	return value, mask, count
}

// qualifierBefore reads the level-2 qualifier of one component.
func (r *reader) qualifierBefore() qualifier {
	q := r.qualifier()
	r.inner = r.inner || q != 0
	return q
}

// qualifierAfter reads a qualifier and gives it to all components read so far.
func (r *reader) qualifierAfter(p *point) *ParseError {
	q := r.qualifier()
	if q == 0 {
		return nil
	}
	for i := range p.parts {
		p.qual[i] |= q
	}
	r.inner = r.inner || r.pos < r.end
	switch r.peek() {
	case '?', '~', '%':
		return r.fail(r.pos, "one qualifier only: \"?\" and \"~\" together are \"%%\"")
	}
	return nil
}

func (r *reader) qualifier() qualifier {
	var q qualifier
	switch r.peek() {
	case '?':
		q = uncertain
	case '~':
		q = approximate
	case '%':
		q = uncertain | approximate
	default:
		return 0
	}
	r.pos++
	return q
}

// done fails unless everything is read.
func (r *reader) done() *ParseError {
	switch c := r.peek(); {
	case r.pos >= r.end:
		return nil
	case c == 'E':
		return r.fail(r.pos, "an exponent needs \"Y\" before the year, as in \"Y17E7\"")
	case c == 'S':
		return r.fail(r.pos, "significant digits follow a year, as in \"1950S2\"")
	case c == ' ':
		return r.fail(r.pos, "unexpected space")
	}
	next, _ := utf8.DecodeRuneInString(r.src[r.pos:r.end])
	return r.fail(r.pos, "unexpected %q", string(next))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
