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
	if p.YearX == 0 {
		year = w.year(p.Year)
	} else {
		_, notes = w.yearAfter(p)
		if w.own(key+":bare") != "" { // messages with the year cannot be cut
			key, unit = key+":bare", ""
		}
	}
	terms := map[string]term{"date": year, "year": year}
	form := w.forms(key, w.fill(w.own(key), terms), terms)
	t := term{unit: unit, n: year.n, era: year.era, form: func(name string) string { return strings.TrimSpace(form(name)) }}
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
	key := "quarter." + strconv.Itoa(int(p.Month)-firstQuarter+1)
	if year == "" {
		text := w.own(key + ":bare")
		if text == "" {
			text = pat.without().fill(w.values(p, ""))
		}
		return term{unit: "quarter", form: w.forms(key+":bare", text, nil)}, notes
	}
	n, era := w.counted(p.Year)
	terms := map[string]term{"date": {n: n, era: era}}
	text := w.fill(w.own(key), terms)
	switch last := pat[len(pat)-1]; {
	case text != "":
	case last.field == 0: // «года» and the like
		text = pat.fill(w.values(p, n)) + era
	default:
		text = pat.fill(w.values(p, n+era))
	}
	return term{unit: "quarter", form: w.forms(key, text, terms), n: n, era: era}, notes
}
