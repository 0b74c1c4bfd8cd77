package worded

import "strings"

// DayWords are how days are worded, for a script in a page that has nothing else
// to word them with. In a pattern {d}, {m} and {y} stand for a day and a month of
// the lists, which have "|" between their words, and for the year's number in the
// digits.
type DayWords struct {
	Plain, Early, Before string // patterns of years from 100 on, of the years 1 to 99, and of those before
	Days, Months         string
	Digits               string
}

// Days gives how days are worded; nil in a language without words.
func (w *Wording) Days() *DayWords {
	if w.Calendar == nil {
		return nil
	}
	var month token
	pattern := func(year int) string {
		p := w.eraPattern(year, w.patterns.day, w.patterns.eraDay)
		return p.fill(func(t token) string {
			switch t.field {
			case 'G':
				return w.eraOf(year)
			case 'd', 'y':
				return "{" + string(t.field) + "}"
			}
			month = t
			return "{m}"
		})
	}
	d := &DayWords{Early: pattern(1), Before: pattern(0), Plain: pattern(2000), Digits: strings.Join(w.Digits[:], "")}
	var days, months []string
	for day := range 31 {
		days = append(days, w.dayNumber(day+1))
	}
	for m := range 12 {
		months = append(months, w.monthIn(month, m+1))
	}
	d.Days, d.Months = strings.Join(days, "|"), strings.Join(months, "|")
	return d
}
