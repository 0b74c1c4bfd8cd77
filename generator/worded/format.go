package worded

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dossier/generator/edtf"
)

// Format words d for a reader, at its own precision; "" for the zero value.
//
// A time of day is left out. Components without any known digit are named in a
// note: "2019 (month unknown)". A year with unknown digits is a decade, "2010s",
// or the span it can be, "2000–2099 (year unknown)": 20XX is not quite the 21st
// century. Days 0X, 1X, 2X and 3X are the beginning, middle, late part and very
// end of the month. A qualifier on one component is worded as if it stood on the
// whole date. Unknown digits in front of known ones (2019-X1) are the dates that
// they may be.
func (w *Wording) Format(d edtf.Date) string {
	kind, start, _ := d.Shape()
	switch {
	case w.Calendar == nil || d.IsZero():
		return d.String()
	case kind == edtf.Single:
		return w.alone(start)
	case kind == edtf.Interval:
		return w.interval(d)
	}
	return w.set(d, kind)
}

// InYear words a day or a month whose year is said elsewhere: "15 May", "May". A
// date that is anything else is worded whole.
func (w *Wording) InYear(d edtf.Date) string {
	kind, p, _ := d.Shape()
	if w.Calendar == nil || kind != edtf.Single || !p.HasMonth() || !p.Plain() {
		return w.Format(d)
	}
	if p.HasDay() {
		return w.patterns.monthDay.fill(w.values(p, ""))
	}
	return w.patterns.month.without().fill(w.values(p, ""))
}

// alone words one date with what is said of it.
func (w *Wording) alone(p edtf.Point) string {
	t, notes := w.term(p)
	text := t.form("")
	if p.Vague {
		text = w.say("about", t)
	}
	return w.noted(text, notes)
}

// related words a date after "since" and the like. What is approximate is worded
// round about all of it, where the language has words for that: "примерно с …".
func (w *Wording) related(key string, p edtf.Point) string {
	t, notes := w.term(p)
	if t.unit == "span" && !t.odd {
		a, b := w.yearSpan(p)
		return w.noted(w.fill(w.find(key, t), map[string]term{"a": a, "b": b}), notes[min(1, len(notes)):]) // the first says that the year is unknown
	}
	about := p.Vague
	var text string
	switch roughly := w.own("roughly"); {
	case about && roughly == "":
		whole := fixed("", w.say("about", t))
		whole.odd = t.odd
		text = w.open(key, whole)
	case about:
		text = w.fill(roughly, map[string]term{"date": fixed("", w.open(key, t))})
	default:
		text = w.open(key, t)
	}
	return w.noted(text, notes)
}

// open says "since" or "until" a date. Where the language cannot say it of this one,
// dots stand for the open end: the message may be but a form, which the date does not
// have, and the end must not be lost.
func (c *calendar) open(key string, t term) string {
	text, dots := c.say(key, t), fixed("", "…")
	switch {
	case !t.odd && text != t.form(""):
		return text
	case key == "since":
		return c.between("range", t, dots)
	}
	return c.between("range", dots, t)
}

// end is a date as one of two: of a range, or that another lies between.
func (w *Wording) end(p edtf.Point) term {
	t, notes := w.term(p)
	about := p.Vague
	if !about && len(notes) == 0 {
		return t
	}
	message := ""
	switch {
	case about && w.own("roughly") != "":
		message = w.own("roughly")
	case about:
		message = w.find("about", t)
	default:
		message = "{date}"
	}
	form, whole := t.form, about && w.own("roughly") == "" // the message has its own article
	t.form = func(name string) string {
		of := t
		of.form = func(f string) string {
			if f == "" && !whole {
				f = name
			}
			return form(f)
		}
		return w.noted(w.fill(message, map[string]term{"date": of}), notes)
	}
	return t
}

// noted adds notes to a date in words.
func (m messages) noted(text string, notes []string) string {
	if len(notes) == 0 {
		return text
	}
	note := notes[0]
	for _, n := range notes[1:] {
		note = m.fill(m.own("notes"), map[string]term{"a": fixed("", note), "b": fixed("", n)})
	}
	return m.fill(m.own("note"), map[string]term{"date": fixed("", text), "note": fixed("", note)})
}

// term words a date without its qualifiers, and gives the notes that it needs.
func (w *Wording) term(p edtf.Point) (term, []string) {
	t, notes := w.component(p)
	if p.Significant != 0 {
		lo, hi := p.YearRange()
		notes = append(notes, w.years(said(lo, p.Rounded), said(hi, p.Rounded)))
	}
	if p.Uncertain {
		notes = append(notes, w.own("uncertain"))
	}
	return t, notes
}

// component words a date by its finest component.
func (w *Wording) component(p edtf.Point) (term, []string) {
	dayless := !p.HasDay() || p.DayX == edtf.WholePart
	switch {
	case p.YearX == edtf.WholeYear && (!p.HasMonth() || p.MonthX == edtf.WholePart && dayless):
		return odd("", w.own("no-date")), nil
	case !p.HasMonth():
		t, note := w.yearTerm(p)
		return t, w.unknown(note)
	case p.IsSeason():
		return w.season(p)
	case p.MonthX == edtf.WholePart && dayless:
		t, note := w.yearTerm(p)
		return t, w.unknown(note, "month", dayOf(p))
	case p.MonthX == 1 && dayless:
		return w.someMonths(p)
	case p.MonthX != 0 || p.HasDay() && p.DayX == 2:
		return w.possible(p), nil
	}
	return w.month(p)
}

// dayOf is the unit that is unknown when a date has an unknown day.
func dayOf(p edtf.Point) string {
	if p.HasDay() {
		return "day"
	}
	return ""
}

// unknown is the note that some components are unknown; "" is none.
func (m messages) unknown(units ...string) []string {
	units = slices.DeleteFunc(units, func(u string) bool { return u == "" })
	if len(units) == 0 {
		return nil
	}
	return []string{m.own("unknown." + strings.Join(units, "-"))}
}

// month words a date whose month is known.
func (w *Wording) month(p edtf.Point) (term, []string) {
	year, notes := w.yearAfter(p)
	pat := w.eraPattern(p.Year, w.patterns.month, w.patterns.eraMonth)
	day := w.eraPattern(p.Year, w.patterns.day, w.patterns.eraDay)
	if year == "" {
		pat, day = pat.without(), w.patterns.monthDay
	}
	v := w.values(p, year)
	month := w.monthTerm(pat, v, p)
	switch {
	case !p.HasDay():
		return month, notes
	case p.DayX == edtf.WholePart:
		if p.YearX == edtf.WholeYear {
			return month, w.unknown("year", "day")
		}
		return month, append(w.unknown("day"), notes...)
	case p.DayX == 1:
		key := "part." + strconv.Itoa(int(p.Day)/10)
		terms := map[string]term{"month": month}
		return term{unit: "part", form: w.forms(key, w.fill(w.own(key), terms), terms), n: month.n, era: month.era}, notes
	}
	t := term{unit: "day", form: w.inForm(day, v, p)}
	t.day, t.n, t.era = int(p.Day), month.n, month.era
	return t, notes
}

// monthTerm words a month, alone and as it stands in a date.
func (c *calendar) monthTerm(pat pattern, v value, p edtf.Point) term {
	t := term{unit: "month", form: c.inForm(pat, v, p)}
	if p.YearX == 0 {
		t.n, t.era = c.counted(p.Year)
	}
	return t
}

// inForm fills the pattern of a month or a day. In a form the month stands as it
// does in a date, or the last of day and month is what the language's messages for
// the form say: "month.5:acc", "number.2:abl".
func (c *calendar) inForm(pat pattern, v value, p edtf.Point) func(form string) string {
	return func(form string) string {
		if form == "of" {
			return pat.of().fill(v)
		}
		last := max(pat.index('d'), pat.index('M'))
		if form == "" || last < 0 {
			return pat.fill(v)
		}
		plain := v(pat[last])
		text := c.own("month." + strconv.Itoa(p.Month) + ":" + form)
		if pat[last].field == 'd' {
			text = c.numberIn(plain, form)
		}
		if text == "" || text == plain {
			return pat.fill(v)
		}
		out, suffix := slices.Clone(pat), pat.suffix(last)
		out[last] = token{text: text}
		if suffix != "" { // that of the form stands in its place
			out[last+1].text = strings.TrimPrefix(out[last+1].text, suffix)
		}
		return out.fill(v)
	}
}

// yearAfter is the year as a month has it beside it, "" when it is not known: a
// note says so, or in which years it lies.
func (w *Wording) yearAfter(p edtf.Point) (string, []string) {
	switch {
	case p.YearX == 0:
		return w.yearNumber(yearIn(p.Year)), nil
	case p.YearX == edtf.WholeYear:
		return "", w.unknown("year")
	}
	t, _ := w.yearTerm(p)
	return "", []string{t.form("")}
}

// yearTerm words the year of a date alone, and names what is unknown of it.
func (w *Wording) yearTerm(p edtf.Point) (term, string) {
	switch {
	case p.YearX == 0 || p.Significant != 0:
		return w.year(said(p.Year, p.Rounded)), ""
	case p.YearX == 1 && p.Year >= 100:
		return w.decade(p.Year), ""
	case p.YearX&(p.YearX+1) == 0: // from the right
		return fixed("span", w.years(p.YearRange())), "year"
	}
	lo, hi := p.YearRange()
	return fixed("span", w.between("between", w.year(lo), w.year(hi))), ""
}

// yearSpan is the first and the last year that a year with unknown digits may be.
func (c *calendar) yearSpan(p edtf.Point) (a, b term) {
	lo, hi := p.YearRange()
	return c.year(lo), c.year(hi)
}

// decade words the ten years from one that ends in 0. A message for its last two
// digits goes before the one for all: readers would take "1900s" for the century,
// and in some languages an ending follows the sound of the number.
func (c *calendar) decade(first int) term {
	key := fmt.Sprintf("decade.%02d", first%100)
	if c.own(key) == "" {
		key = "decade"
	}
	terms := map[string]term{"date": {n: c.yearNumber(first)}, "last": fixed("", c.yearNumber(first+9))}
	return term{unit: "decade", n: c.yearNumber(first), form: c.forms(key, c.fill(c.own(key), terms), terms)}
}

// someMonths words a month of which the last digit is unknown: January to
// September, or October to December.
func (w *Wording) someMonths(p edtf.Point) (term, []string) {
	a, b := max(p.Month, 1), min(p.Month+9, 12)
	year, notes := w.yearAfter(p)
	return odd("span", w.monthSpan(edtf.Of(p.Year, a, 0), edtf.Of(p.Year, b, 0), year)), append(w.unknown("month", dayOf(p)), notes...)
}

// mostListed is how many dates are listed that a date with unknown digits may be.
const mostListed = 4

// possible words a date of which leading digits are unknown by the dates that it
// may be: all of them when they are few, else the first and the last.
func (w *Wording) possible(p edtf.Point) term {
	var all []edtf.Point
	lo, hi := p.YearRange()
	if lo == hi {
		all = p.Possible(lo)
	}
	if len(all) > 0 && len(all) <= mostListed {
		var texts []string
		for _, q := range all {
			texts = append(texts, w.alone(q))
		}
		return odd("span", w.listOf(texts, allSame(all), edtf.OneOf))
	}
	first, last, ok := p.Bounds()
	if !ok {
		return odd("span", w.own("no-date"))
	}
	return odd("span", w.between("between", w.dayTerm(first), w.dayTerm(last)))
}

// allSame reports dates that differ in the day alone.
func allSame(all []edtf.Point) []edtf.Point {
	for _, q := range all {
		if q.Parts != 3 || q.Month != all[0].Month || q.Year != all[0].Year || !q.Plain() {
			return nil
		}
	}
	return all
}

// dayTerm is a day as a term.
func (w *Wording) dayTerm(d edtf.Day) term {
	t, _ := w.month(edtf.Of(d.Year, d.Month, d.Day))
	return t
}
