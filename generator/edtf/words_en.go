package edtf

import (
	"strconv"
	"strings"
)

// English does not inflect its names, so both cases are the same.
var englishForms = forms{
	months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September",
		"October", "November", "December"},
	seasons: [...]string{"spring", "summer", "autumn", "winter",
		"northern spring", "northern summer", "northern autumn", "northern winter",
		"southern spring", "southern summer", "southern autumn", "southern winter",
		"first quarter of", "second quarter of", "third quarter of", "fourth quarter of",
		"first third of", "second third of", "last third of", "first half of", "second half of"},
	monthParts: [4]string{"early ", "mid-", "late ", "end of "},
	decade:     [2]string{"", "s"},
}

var english = words{
	nominative: englishForms,
	genitive:   englishForms,
	last:       englishForms,

	dayNumber: strconv.Itoa,
	group:     ",",
	bc:        " BC",
	ad:        " AD",
	centuries: true,

	monthDash: "–",
	dash:      " – ",
	dayRange: func(from, to string, sameMonth bool) string {
		if sameMonth {
			return from + "–" + to
		}
		return from + " – " + to
	},
	relate: englishRelate,

	or:        " or ",
	and:       " and ",
	one:       ranges{" or earlier", " or later", englishBetween},
	all:       ranges{" and earlier", " and later", every([4]string{"all of them", "every year", "every month", "every day"})},
	noDate:    "date unknown",
	noEnd:     "unknown",
	uncertain: "uncertain",
	unspecified: [8]string{"", "year unknown", "month unknown", "year and month unknown", "day unknown",
		"day and year unknown", "month and day unknown", "date unknown"},
}

func englishBetween(w *words, a, b point) string {
	return "between " + w.point(a, among) + " and " + w.point(b, among)
}

func englishRelate(r relation, t term) string {
	s := t.phrase
	if (r != alone || t.about) && (t.unit == unitDecade || strings.Contains(s, " of ")) {
		s = "the " + s
	}
	if t.about {
		s = "about " + s
	}
	switch r {
	case since:
		return "since " + s
	case until:
		return "until " + s
	}
	return s
}
