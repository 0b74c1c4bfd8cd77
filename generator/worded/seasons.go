package worded

import (
	"strconv"
	"strings"

	"dossier/generator/edtf"
)

const (
	firstSeason  = 21
	firstQuarter = 33
	firstThird   = 37
	firstHalf    = 40
	lastPart     = 41
)

// season words a season or another part of the year.
func (w *Wording) season(p edtf.Point) (term, []string) {
	n := int(p.Month)
	if n >= firstQuarter && n < firstThird {
		return w.quarter(p)
	}
	key, unit := "season."+strconv.Itoa((n-firstSeason)%4+firstSeason), "season"
	switch {
	case n >= firstHalf:
		key, unit = "half."+strconv.Itoa(n-firstHalf+1), "quarter"
	case n >= firstThird:
		key, unit = "third."+strconv.Itoa(n-firstThird+1), "quarter"
	}
	var notes []string
	year := term{form: func(string) string { return "" }}
	message := w.own(key)
	if p.YearX == 0 {
		year = w.year(p.Year)
	} else {
		_, notes = w.yearAfter(p)
		if bare := w.own(key + ":bare"); bare != "" {
			message = bare
		}
	}
	terms := map[string]term{"date": year, "year": year}
	text := strings.TrimSpace(w.fill(message, terms))
	t := term{unit: unit, form: w.forms(key, text, terms), n: year.n, era: year.era}
	if p.YearX != 0 {
		t.form = func(string) string { return text }
	}
	if n > firstSeason+3 && n < firstQuarter {
		where := "season.north"
		if n > firstSeason+7 {
			where = "season.south"
		}
		form := t.form
		t.form = func(name string) string {
			return w.fill(w.own(where), map[string]term{"season": fixed("", form(name))})
		}
	}
	return t, notes
}

// quarter words a quarter of a year.
func (w *Wording) quarter(p edtf.Point) (term, []string) {
	year, notes := w.yearAfter(p)
	pat := w.patterns.quarter
	if year == "" {
		pat = pat.without()
	} else if era := w.eraOf(p.Year); era != "" {
		year = era + nbsp + year
		if y, g := w.patterns.eraYear.index('y'), w.patterns.eraYear.index('G'); y < g {
			year = w.yearNumber(yearIn(p.Year)) + nbsp + era
		} else if g+1 == y {
			year = era + w.yearNumber(yearIn(p.Year))
		}
	}
	key, terms := "quarter."+strconv.Itoa(int(p.Month)-firstQuarter+1), map[string]term{"date": {n: w.yearNumber(yearIn(p.Year)), era: eraAfter(w.eraOf(p.Year))}}
	text := pat.fill(w.values(p, year))
	if own := w.own(key); own != "" && p.YearX == 0 {
		text = w.fill(own, terms)
	}
	return term{unit: "quarter", form: w.forms(key, text, terms), n: year}, notes
}

// eraAfter is an era as it stands after a number.
func eraAfter(era string) string {
	if era == "" {
		return ""
	}
	return nbsp + era
}
