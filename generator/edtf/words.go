package edtf

import "strconv"

// words is everything that [Date.Format] needs to know about one language. A language is one file,
// which fills this struct, and is named in languages.
type words struct {
	nominative forms // standing alone
	genitive   forms // after a preposition, and of months after a day or a part of the month
	last       forms // after the preposition of an end that is included

	dayNumber func(day int) string
	group     string // between thousands in years of more than four digits
	bc, ad    string // after a year; ad only for years 1 to 99, which could be taken for short years
	centuries bool   // whether "1900s" is read as the century

	monthDash string // between two months of one year
	dash      string // between other ends of an interval
	dayRange  func(from, to string, sameMonth bool) string
	relate    func(relation, term) string

	or, and     string // before the last member of a set
	one, all    ranges // in sets of alternatives, and of dates that all hold
	noDate      string // nothing at all is known of the date
	noEnd       string // an end of an interval that is unknown
	uncertain   string
	unspecified [8]string // by the components wholly unspecified: 1 year, 2 month, 4 day, added up
}

// ranges has the words for the ranges of a set.
type ranges struct {
	earlier, later string // after a date, where the other end is open
	between        func(w *words, a, b point) string
}

// every gives a range, of which every date is meant, in words, with a note that says so. The notes
// are for any dates, for years, for months and for days.
func every(notes [4]string) func(*words, point, point) string {
	return func(w *words, a, b point) string {
		note := notes[0]
		if a.parts == b.parts && !a.isSeason() && !b.isSeason() {
			note = notes[a.parts]
		}
		return w.span(a, b) + " (" + note + ")"
	}
}

// forms is one grammatical case of the names.
type forms struct {
	months [12]string
	// seasons holds the names of EDTF "months" 21 to 41, such that a space and the year may follow.
	seasons [lastSeason - firstSeason + 1]string
	// monthParts holds what stands before a month for days 0X, 1X, 2X and 3X.
	monthParts [4]string
	// decade stands around the first year of a decade.
	decade [2]string
}

// relation is how a date stands in a sentence.
type relation uint8

const (
	alone relation = iota
	since          // an interval with an open end
	until          // an interval with an open start
	among          // one of the two that a date lies between
)

// term is a date in words, still without its preposition.
type term struct {
	phrase string // in the genitive, unless alone and not approximate
	unit   unit
	about  bool // approximate
	day    int  // for unitDay
}

// unit is the kind of time that a term names: prepositions may depend on it.
type unit uint8

const (
	unitYear unit = iota
	unitDecade
	unitSeason
	unitMonth
	unitMonthPart
	unitDay
)

// Worded reports whether there are words for dates in a language; in others dates are shown as
// EDTF.
func Worded(lang string) bool { return wordsFor(lang) != nil }

// year gives an astronomical year in words.
func (w *words) year(y int) string {
	number, era := w.yearAndEra(y)
	return number + era
}

func (w *words) yearAndEra(y int) (number, era string) {
	switch {
	case y < 1:
		return w.grouped(1 - y), w.bc
	case y < 100:
		return w.grouped(y), w.ad
	}
	return w.grouped(y), ""
}

func (w *words) grouped(n int) string {
	s := strconv.Itoa(n)
	if len(s) <= 4 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + w.group + s[i:]
	}
	return s
}

// years gives a span of years in words: "2020–2025", "100–44 BC".
func (w *words) years(from, to int) string {
	a, eraA := w.yearAndEra(from)
	b, eraB := w.yearAndEra(to)
	if eraA == eraB {
		return a + "–" + b + eraB
	}
	return a + eraA + w.dash + b + eraB
}
