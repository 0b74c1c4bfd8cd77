package edtf

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/generator/limits"
)

// ParseError says why a text is not EDTF.
type ParseError struct {
	Offset     int    // where the fault is, in characters from 0
	Msg        string // lower case, no full stop
	Suggestion string // a valid EDTF text that was probably meant, or ""
	Foreign    bool   // the date is one of another calendar, whatever words it has
}

// Error returns the message, with the suggestion if there is one.
func (e *ParseError) Error() string {
	if e.Suggestion == "" {
		return e.Msg
	}
	return fmt.Sprintf("%s; did you mean %q?", e.Msg, e.Suggestion)
}

// Parse reads one EDTF text. It accepts nothing around it, not even spaces. Every error is a
// *[ParseError].
func Parse(s string) (Date, error) {
	d, fault := parse(s)
	if fault != nil {
		if len(s) <= limits.MaxDateBytes {
			fault.advise(s)
		}
		return Date{}, fault
	}
	return d, nil
}

// advise completes a fault of a text that is no EDTF.
func (e *ParseError) advise(s string) {
	lower := strings.ToLower(s)
	switch c := foreignTo(lower); {
	case c != nil:
		e.Foreign, e.Suggestion = true, c.converted(lower)
		e.Msg = "EDTF counts by the Gregorian calendar, and this seems to be a date of the " + c.name + " one"
	case slices.ContainsFunc(tokenize(lower), func(t string) bool { return hintOf(t) == hintCentury }):
		e.Msg = "a century is written by its years: \"18XX\" is some year from 1800 to 1899, \"1801/1900\" the whole 19th century"
	case bareBC.MatchString(s):
		e.Msg = "a year has four digits, and 44 BC is written \"-0043\": the year 0 is 1 BC"
	default:
		e.Suggestion = suggest(s)
		if d, _ := Valid(e.Suggestion); d.first.Year >= farAhead && d.first.Year <= 9999 {
			e.Foreign, e.Suggestion = true, ""
			e.Msg = "EDTF counts by the Gregorian calendar, in which this year is far ahead"
		}
	}
}

// farAhead is the first year that is suggested to nobody: whoever writes 28/11/2562
// counts by another calendar.
const farAhead = 2400

// bareBC matches a year before Christ as many write it: -44.
var bareBC = regexp.MustCompile(`^[-−–]\d{1,3}$`)

func parse(s string) (Date, *ParseError) {
	r := reader{src: s, end: len(s)}
	if len(s) > limits.MaxDateBytes {
		return Date{}, r.fail(0, "a date has at most %d bytes, this has %d", limits.MaxDateBytes, len(s))
	}
	if s == "" {
		return Date{}, r.fail(0, "the date is empty")
	}
	if s[0] == '[' || s[0] == '{' {
		return parseSet(s)
	}
	if slash := strings.IndexByte(s, '/'); slash >= 0 {
		return parseInterval(s, slash)
	}
	p, fault := r.point()
	if fault != nil {
		return Date{}, fault
	}
	d := p.date(r.text(p, 0))
	if r.peek() != 'T' {
		return d, r.done()
	}
	if !p.hasDay() || p.masked() || p.quals() != 0 {
		return Date{}, r.fail(r.pos, "a time of day needs a whole and unqualified day before it")
	}
	d.text = s
	d.clock, fault = r.clock()
	return d, fault
}

// parseInterval reads a/b, the slash being at the given offset.
func parseInterval(s string, slash int) (Date, *ParseError) {
	from := reader{src: s, end: slash}
	to := reader{src: s, pos: slash + 1, end: len(s)}
	if i := strings.IndexByte(s[slash+1:], '/'); i >= 0 {
		return Date{}, to.fail(slash+1+i, "an interval has one slash, and a date has hyphens")
	}
	d := Date{kind: Interval, first: MinDay, last: MaxDay, clock: noClock}
	var fault *ParseError
	if d.start, d.openStart, fault = from.intervalEnd(); fault != nil {
		return Date{}, fault
	}
	if d.end, d.openEnd, fault = to.intervalEnd(); fault != nil {
		return Date{}, fault
	}
	if !d.start.known && !d.end.known {
		return Date{}, from.fail(0, "an interval needs a date at one end at least")
	}
	d.text = s
	if from.inner || to.inner {
		d.text = from.text(d.start, 0) + "/" + to.text(d.end, slash+1)
	}
	start, end := d.Start(), d.End()
	d.qual = start.qual | end.qual
	d.year, d.lastYear, d.dated = start.year, start.lastYear, start.dated
	if !d.dated {
		d.year, d.lastYear, d.dated = end.year, end.lastYear, end.dated
	}
	if d.start.known {
		d.first = start.first
	}
	if d.end.known {
		d.last = end.last
	}
	if d.last.Compare(d.first) < 0 {
		return Date{}, to.fail(slash+1, "the interval ends (%s) before it starts (%s)", end, start)
	}
	return d, nil
}

// intervalEnd reads one side of an interval: a date, nothing (unknown) or ".." (open).
func (r *reader) intervalEnd() (p point, open bool, fault *ParseError) {
	switch r.src[r.pos:r.end] {
	case "":
		return point{}, false, nil
	case "..":
		r.pos = r.end
		return point{}, true, nil
	}
	if p, fault = r.point(); fault != nil {
		return p, false, fault
	}
	if r.peek() == 'T' {
		return p, false, r.fail(r.pos, "an interval has no times of day")
	}
	return p, false, r.done()
}

// parseSet reads [a,b..c] or {a,b..c}.
func parseSet(s string) (Date, *ParseError) {
	r := reader{src: s, pos: 1, end: len(s)}
	d := Date{kind: OneOf, first: MaxDay, last: MinDay, clock: noClock}
	closing := "]"
	if s[0] == '{' {
		d.kind, closing = AllOf, "}"
	}
	if !strings.HasSuffix(s, closing) {
		return Date{}, r.fail(len(s), "the set is not closed with %q", closing)
	}
	r.end--
	text := []byte(s[:1])
	for last := false; !last; {
		m := r.member()
		if last = m.end == r.end; !last {
			r.pos = m.end + 1
			for r.peek() == ' ' {
				r.pos++
			}
		}
		got, fault := m.read(len(text) == 1, last)
		if fault != nil {
			return Date{}, fault
		}
		d.include(got)
		if len(text) > 1 {
			text = append(text, ',')
		}
		text = append(text, got.text...)
	}
	d.text = string(append(text, closing...))
	if d.text == s {
		d.text = s
	}
	return d, nil
}

// include widens a set by one member.
func (d *Date) include(m member) {
	if m.first.Compare(d.first) < 0 {
		d.first = m.first
	}
	if m.last.Compare(d.last) > 0 {
		d.last = m.last
	}
	d.openStart = d.openStart || m.open && !m.from.known
	d.openEnd = d.openEnd || m.open && !m.to.known
	d.qual |= m.from.quals() | m.to.quals()
	if !m.dated {
		return
	}
	switch {
	case !d.dated || m.year < d.year && d.kind == AllOf:
		d.year, d.lastYear, d.dated = m.year, m.lastYear, true
		if d.kind == OneOf {
			d.lastYear = m.endYear
		}
	case d.kind == OneOf:
		d.year, d.lastYear = min(d.year, m.year), max(d.lastYear, m.endYear)
	}
}

// member is one element of a set: a date, or a range of which one end may be open.
type member struct {
	from, to    point
	open        bool // the end that is not known is ".."
	first, last Day
	text        string
	year        int
	lastYear    int // as in Date
	endYear     int // the greatest year that the end of a range may lie in
	dated       bool
}

// members reads the members of a set from its canonical text again. So Date needs no slice and can
// be compared.
func (d Date) members() iter.Seq[member] {
	return func(yield func(member) bool) {
		r := reader{src: d.text, pos: 1, end: len(d.text) - 1}
		for first, last := true, false; !last; first = false {
			m := r.member()
			last = m.end == r.end
			r.pos = m.end + 1
			if got, _ := m.read(first, last); !yield(got) {
				return
			}
		}
	}
}

// member gives a reader for the next element of a set.
func (r *reader) member() reader {
	m := reader{src: r.src, pos: r.pos, end: r.end}
	if i := strings.IndexByte(r.src[r.pos:r.end], ','); i >= 0 {
		m.end = r.pos + i
	}
	return m
}

func (r *reader) read(first, last bool) (member, *ParseError) {
	at, end := r.pos, r.end
	dots := strings.Index(r.src[at:end], "..")
	if dots < 0 {
		p, text, fault := r.piece(at, end)
		d := p.date(text)
		return member{p, p, false, d.first, d.last, text, d.year, d.lastYear, d.lastYear, d.dated}, fault
	}
	dots += at
	m := member{open: dots == at || dots+2 == end, first: MinDay, last: MaxDay}
	switch {
	case end-at == 2:
		return m, r.fail(at, "a range of a set needs a date at one end at least")
	case dots == at && !first:
		return m, r.fail(at, "only the first element of a set may have no start")
	case dots+2 == end && !last:
		return m, r.fail(dots, "only the last element of a set may have no end")
	}
	var fromText, toText string
	var fault *ParseError
	if dots > at {
		if m.from, fromText, fault = r.piece(at, dots); fault != nil {
			return m, fault
		}
		d := m.from.date(fromText)
		m.first, m.year, m.lastYear, m.dated = d.first, d.year, d.lastYear, d.dated
		m.endYear = d.lastYear
	}
	if dots+2 < end {
		if m.to, toText, fault = r.piece(dots+2, end); fault != nil {
			return m, fault
		}
		d := m.to.date(toText)
		m.last = d.last
		if !m.dated {
			m.year, m.lastYear, m.dated = d.year, d.lastYear, d.dated
		}
		if d.dated {
			m.endYear = d.lastYear
		}
	}
	if m.from.known && m.to.known && m.from.parts != m.to.parts {
		return m, r.fail(dots+2, "both ends of \"..\" need the same precision: two years, two months or two days")
	}
	if m.last.Compare(m.first) < 0 {
		return m, r.fail(dots+2, "the range ends (%s) before it starts (%s)", toText, fromText)
	}
	m.text = fromText + ".." + toText
	return m, nil
}

// piece reads the date between two offsets.
func (r *reader) piece(from, to int) (point, string, *ParseError) {
	sub := reader{src: r.src, pos: from, end: to}
	p, fault := sub.point()
	if fault != nil {
		return p, "", fault
	}
	if sub.peek() == 'T' {
		return p, "", sub.fail(sub.pos, "a set has no times of day")
	}
	return p, sub.text(p, from), sub.done()
}

// fail makes the error at a byte offset.
func (r *reader) fail(at int, format string, args ...any) *ParseError {
	return &ParseError{Offset: utf8.RuneCountInString(r.src[:at]), Msg: fmt.Sprintf(format, args...)}
}
