package edtf

import (
	"strconv"
	"strings"
)

// nbsp keeps a day and its month in one line.
const nbsp = "\u00a0"

// Format words d for a reader, at its own precision, in the language of a BCP 47 tag: en, fr or ru,
// whatever the region. In any other language it returns the canonical EDTF text; for the zero
// value, "".
//
// A time of day is left out. Components without any known digit are named in parentheses: "2019
// (month unknown)". A year with unknown digits is a decade, "2010s", or the span it can be,
// "2000–2099 (year unknown)": 20XX is not quite the 21st century. Where a month follows such a year
// it keeps its X: "December 156X". Days 0X, 1X, 2X and 3X are the beginning, middle, late part and
// very end of the month. A qualifier on one component is worded as if it stood on the whole date.
// Unknown digits in front of known ones (2019-X1) have no wording and are shown as EDTF.
func (d Date) Format(lang string) string {
	w := wordsFor(lang)
	switch {
	case w == nil || d.IsZero():
		return d.text
	case d.kind == single:
		return w.point(d.start, alone)
	case d.kind == interval:
		return w.interval(d)
	}
	return w.set(d)
}

// point gives one date, with its qualifiers, in words.
func (w *words) point(p point, r relation) string {
	t := term{about: p.quals()&approximate != 0, day: int(p.day)}
	f := &w.nominative
	switch {
	case r == until:
		f = &w.last
	case r != alone || t.about:
		f = &w.genitive
	}
	var unknown uint8
	t.phrase, t.unit, unknown = w.phrase(p, f)
	var notes []string
	if unknown != 0 {
		notes = append(notes, w.unspecified[unknown])
	}
	if p.quals()&uncertain != 0 {
		notes = append(notes, w.uncertain)
	}
	s := w.relate(r, t)
	if len(notes) > 0 {
		s += " (" + strings.Join(notes, ", ") + ")"
	}
	return s
}

// Bits of words.unspecified.
const (
	noYear uint8 = 1 << iota
	noMonth
	noDay
)

// phrase gives p without its qualifiers in words, with months and seasons in the grammatical case
// f. It also returns which components a note must call unspecified.
func (w *words) phrase(p point, f *forms) (string, unit, uint8) {
	dayless := !p.hasDay() || p.dayX == wholePart
	var unknown uint8
	if p.hasDay() && dayless {
		unknown = noDay
	}
	switch {
	case !p.hasMonth():
		return w.yearPhrase(p, f)
	case p.isSeason():
		year, yearUnknown := w.yearAfter(p)
		return f.seasons[p.month-firstSeason] + year, unitSeason, yearUnknown
	case p.monthX == wholePart && dayless:
		s, u, yearUnknown := w.yearPhrase(p, f)
		if p.yearX == wholeYear {
			return s, u, 0
		}
		return s, u, noMonth | unknown | yearUnknown
	case p.monthX == 1 && dayless:
		lo, hi := max(int(p.month), 1), min(int(p.month)+9, 12)
		year, yearUnknown := w.yearAfter(p)
		return f.months[lo-1] + w.monthDash + f.months[hi-1] + year, unitMonth, noMonth | unknown | yearUnknown
	case p.monthX != 0 || p.hasDay() && p.dayX == 2:
		return p.digits(), unitYear, 0
	}
	return w.monthPhrase(p, f)
}

// monthPhrase gives a date whose month is known in words.
func (w *words) monthPhrase(p point, f *forms) (string, unit, uint8) {
	year, unknown := w.yearAfter(p)
	month := w.genitive.months[p.month-1]
	switch {
	case !p.hasDay():
		return f.months[p.month-1] + year, unitMonth, unknown
	case p.dayX == wholePart:
		return f.months[p.month-1] + year, unitMonth, unknown | noDay
	case p.dayX == 1:
		return f.monthParts[p.day/10] + month + year, unitMonthPart, unknown
	}
	return w.dayNumber(int(p.day)) + nbsp + month + year, unitDay, unknown
}

// yearAfter returns the year of p as it follows a month, with its space.
func (w *words) yearAfter(p point) (string, uint8) {
	switch p.yearX {
	case 0:
		return " " + w.year(p.fixedYear()), 0
	case wholeYear:
		return "", noYear
	}
	return " " + string(p.appendYear(nil)), 0
}

// yearPhrase gives the year of p alone in words.
func (w *words) yearPhrase(p point, f *forms) (string, unit, uint8) {
	switch {
	case p.yearX == 0:
		return w.year(p.fixedYear()), unitYear, 0
	case p.yearX == wholeYear:
		return w.noDate, unitYear, 0
	case p.yearX == 1 && !p.neg && p.mag >= 100:
		s, u := w.decadePhrase(p.mag, f)
		return s, u, 0
	case p.yearX&(p.yearX+1) == 0: // from the right
		return w.years(p.yearRange()), unitYear, noYear
	}
	return string(p.appendYear(nil)), unitYear, 0
}

// decadePhrase gives the ten years from a year that ends in 0 in words. Most readers of English
// take "1900s" for a century.
func (w *words) decadePhrase(first int, f *forms) (string, unit) {
	if first%100 == 0 && w.centuries {
		return w.years(first, first+9), unitYear
	}
	return f.decade[0] + strconv.Itoa(first) + f.decade[1], unitDecade
}

func (w *words) interval(d Date) string {
	switch {
	case d.openEnd && d.start.known:
		return w.point(d.start, since)
	case d.openStart && d.end.known:
		return w.point(d.end, until)
	case !d.start.known:
		return w.noEnd + w.dash + w.point(d.end, alone)
	case !d.end.known:
		return w.point(d.start, alone) + w.dash + w.noEnd
	}
	return w.span(d.start, d.end)
}

// span gives two ends in words, and once what they have in common.
func (w *words) span(a, b point) string {
	sameYear := a.mag == b.mag && a.neg == b.neg
	plain := !a.masked() && !b.masked() && !a.isSeason() && !b.isSeason() && a.quals()|b.quals() == 0
	switch {
	case a == b:
		return w.point(a, alone)
	case !plain || a.parts != b.parts:
	case a.parts == 1:
		return w.years(a.fixedYear(), b.fixedYear())
	case a.parts == 2 && sameYear:
		return w.nominative.months[a.month-1] + w.monthDash + w.point(b, alone)
	case a.parts == 3:
		return w.days(a, b, sameYear)
	}
	return w.point(a, alone) + w.dash + w.point(b, alone)
}

func (w *words) days(a, b point, sameYear bool) string {
	from, to := w.dayNumber(int(a.day)), w.point(b, alone)
	switch {
	case sameYear && a.month == b.month:
		return w.dayRange(from, to, true)
	case sameYear:
		return w.dayRange(from+nbsp+w.genitive.months[a.month-1], to, false)
	}
	return w.dayRange(w.point(a, alone), to, false)
}

// set words "a, b or c".
func (w *words) set(d Date) string {
	var parts []string
	for m := range d.members() {
		parts = append(parts, w.member(m, d.kind))
	}
	final := len(parts) - 1
	if final == 0 {
		return parts[0]
	}
	conjunction := w.or
	if d.kind == allOf {
		conjunction = w.and
	}
	return strings.Join(parts[:final], ", ") + conjunction + parts[final]
}

// member gives an element of a set in words. In a set of "all of" a range means every date from one
// to the other, and an open one "and earlier"; in one of "one of" it means some time between the
// two, or "or earlier".
func (w *words) member(m member, of kind) string {
	r := &w.one
	if of == allOf {
		r = &w.all
	}
	switch {
	case !m.from.known:
		return w.point(m.to, alone) + r.earlier
	case !m.to.known:
		return w.point(m.from, alone) + r.later
	case m.from == m.to:
		return w.point(m.from, alone)
	}
	return r.between(w, m.from, m.to)
}
