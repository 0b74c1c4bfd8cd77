// Package worded words dates in a language, and reads its own words back.
//
// It has no grammar. Names of months, patterns, eras, digits and lists are those
// of Unicode CLDR (package cldr); what CLDR lacks are messages of the language,
// whole patterns each. docs/languages.md has the list of them; messages.go, what
// each may hold. Nothing here changes after it is made.
package worded

import (
	"slices"
	"strconv"
	"strings"

	"dossier/generator/cldr"
	"dossier/generator/edtf"
)

// Wording words dates in one language. Names of months, patterns, eras and lists
// are those of CLDR; what CLDR lacks (about, since, seasons, decades …) are
// messages of the language, whole patterns each, so that grammar comes right
// without rules in the program. docs/languages.md has the list of them.
//
// A message may differ with the unit of the date in it: "since.month" is used
// for months before "since", and "since.day.2" for the second of one. Units are
// year, month, part (of a month), day, season, quarter (and third and half),
// decade and span. In a message {date} stands for the date worded alone,
// {date:FORM} for the form that the message of its unit with ":FORM" gives, or,
// of a month, for the month as it stands in a date; {n} for its year as a bare
// number, and {era} for the era after that, with a space before it, if it has to
// be said.
type Wording struct {
	lang string
	calendar
}

// calendar is how a language writes dates.
type calendar struct {
	*cldr.Calendar // nil: dates are EDTF
	patterns       patterns
	eras           bool // the era is always said: readers would take a bare year for one of another calendar
	messages
}

// messages are the words of a language by key, "" where it has none.
type messages struct{ own func(key string) string }

// New words dates in the language of a BCP 47 tag. Messages are asked for by key,
// and are "" where the language has none. In a language that CLDR does not cover,
// dates are worded as EDTF.
func New(lang string, message func(key string) string) *Wording {
	w := &Wording{lang: lang, calendar: calendar{messages: messages{message}}}
	if c, ok := cldr.Of(lang); ok {
		w.Calendar, w.patterns = w.names(c), newPatterns(c, message)
		w.eras = w.patterns.day.index('G') >= 0
	}
	return w
}

// Asking is a wording that tells told the key of each message that it asks for.
func Asking(w *Wording, told func(key string)) *Wording {
	asking := *w
	asking.own = func(key string) string {
		told(key)
		return w.own(key)
	}
	return &asking
}

// Covers reports whether there are words for dates in a language.
func Covers(lang string) bool {
	_, ok := cldr.Of(lang)
	return ok
}

// names are a calendar's with the names of months that the language has
// messages for.
func (m messages) names(c *cldr.Calendar) *cldr.Calendar {
	own := *c
	for i := range 12 {
		key := "month." + strconv.Itoa(i+1)
		if s := m.own(key); s != "" {
			own.Months[i], own.MonthsOf[i] = s, s
		}
		if s := m.own(key + ":of"); s != "" {
			own.MonthsOf[i] = s
		}
	}
	for key, list := range map[string]*cldr.List{"and": &own.And, "or": &own.Or} {
		if s := m.own(key); s != "" {
			s = strings.NewReplacer("{a}", "{0}", "{b}", "{1}").Replace(s)
			list.Two, list.End = s, s
		}
	}
	return &own
}

// Worded reports whether there are words for dates in the language.
func (w *Wording) Worded() bool { return w.Calendar != nil }

// term is a date in words as messages take it.
type term struct {
	unit string
	day  int                      // of a date of unit day
	form func(name string) string // the date in a form: "" alone
	n    string                   // the year as a bare number
	era  string                   // after n; with its space
	odd  bool                     // no date that "since" or "until" goes with
}

// fixed is a term that has but one form.
func fixed(unit, text string) term {
	return term{unit: unit, form: func(string) string { return text }}
}

// odd is a term that messages for open ends cannot take.
func odd(unit, text string) term {
	t := fixed(unit, text)
	t.odd = true
	return t
}

// find gives the message for a key and a unit, the most special there is.
func (m messages) find(key string, t term) string {
	for _, k := range []string{key + "." + t.unit + "." + strconv.Itoa(t.day), key + "." + t.unit} {
		if s := m.own(k); s != "" && (t.unit == "day" || k[len(key)+1:] == t.unit) {
			return s
		}
	}
	return m.own(key)
}

// say fills the message for a key with a date.
func (m messages) say(key string, t term) string {
	return m.fill(m.find(key, t), map[string]term{"date": t})
}

// fill replaces the placeholders of a message. {a}, {b}, {date} … are terms; {n}
// and {era} belong to the date; a message without {era} has it beside {n}.
func (m messages) fill(message string, terms map[string]term) string {
	var b strings.Builder
	apart := strings.Contains(message, "{era}")
	for {
		before, rest, found := strings.Cut(message, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return b.String()
		}
		message = after
		name, form, _ := strings.Cut(name, ":")
		switch t, known := terms[name]; {
		case known:
			b.WriteString(t.form(form))
		case name == "n":
			b.WriteString(m.numberIn(terms["date"].n, form))
			if !apart {
				b.WriteString(terms["date"].era)
			}
		case name == "era":
			b.WriteString(terms["date"].era)
		}
	}
}

// numberIn is a year's number in a form: its ordinal, say, where the suffix
// follows the last word of the number as it is spoken. Messages give it for the
// digits that end the number: "number.5:ord", "number.20:ord", "number.100:ord".
func (m messages) numberIn(n, form string) string {
	if form == "" {
		return n
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, n)
	for unit := 1; len(digits) > 0; unit *= 10 {
		last := len(digits) - 1
		if d := int(digits[last] - '0'); d > 0 {
			for _, key := range []int{d * unit, unit} {
				if s := m.own("number." + strconv.Itoa(key) + ":" + form); s != "" {
					return m.fill(s, map[string]term{"date": {n: n}})
				}
			}
			break
		}
		digits = digits[:last]
	}
	return n
}

// forms gives a date the forms that messages of its own key have; alone is how
// it stands alone.
func (m messages) forms(key, alone string, terms map[string]term) func(string) string {
	return func(form string) string {
		if form != "" {
			if message := m.own(key + ":" + form); message != "" {
				return m.fill(message, terms)
			}
		}
		return alone
	}
}

// eraOf is the era of a year as it has to be said: of years before the first,
// and of the years 1 to 99, which could be taken for short years; in Thai of all.
func (c *calendar) eraOf(year int) string {
	switch {
	case year < 1:
		return c.eraName(0)
	case year < 100 || c.eras:
		return c.eraName(1)
	}
	return ""
}

func (c *calendar) eraName(i int) string {
	name := c.Eras[i]
	if s := c.own("era." + strconv.Itoa(i)); s != "" {
		name = s
	}
	return strings.ReplaceAll(name, " ", nbsp)
}

// eraPattern chooses between a pattern and the same with the era. Some languages
// have the later era before the year.
func (c *calendar) eraPattern(year int, plain, era pattern) pattern {
	switch {
	case c.eraOf(year) == "":
		return plain
	case year >= 1 && c.own("era.1.before") != "":
		return era.eraFirst()
	}
	return era
}

// yearIn is the number of an astronomical year as its era counts.
func yearIn(year int) int {
	if year < 1 {
		return 1 - year
	}
	return year
}

// said is the astronomical year that is worded for one. 30,000,000 BC is what
// readers expect of Y-3E7: that there was no year 0 matters to counted years only.
func said(year int, rounded bool) int {
	if rounded && year < 0 {
		return year + 1
	}
	return year
}

// yearWith words a year, or a span of years of one era, given its number.
func (c *calendar) yearWith(year int, number string) string {
	return c.eraPattern(year, c.patterns.year, c.patterns.eraYear).fill(func(t token) string {
		if t.field == 'G' {
			return c.eraOf(year)
		}
		return number
	})
}

// year is a year as a term.
func (c *calendar) year(year int) term {
	n, era := c.counted(year)
	number := c.yearNumber(yearIn(year))
	return term{unit: "year", n: n, era: era, form: func(form string) string { return c.yearWith(year, c.numberIn(number, form)) }}
}

// counted is the number of an astronomical year, and its era as it stands after
// that; where it stands before, it belongs to the number.
func (c *calendar) counted(year int) (n, era string) {
	n, era = c.yearNumber(yearIn(year)), c.eraOf(year)
	p := c.eraPattern(year, c.patterns.year, c.patterns.eraYear)
	switch y, g := p.index('y'), p.index('G'); {
	case era == "":
		return n, ""
	case y < g:
		return n, nbsp + era
	case g+1 == y:
		return era + n, ""
	}
	return era + nbsp + n, ""
}

// years words a span of years: "2020–2025", "100–44 BC".
func (c *calendar) years(from, to int) string {
	near := c.span("year", c.yearNumber(yearIn(from)), c.yearNumber(yearIn(to)))
	switch eraA, eraB := c.eraOf(from), c.eraOf(to); {
	case eraA == eraB:
		return c.yearWith(to, near)
	case from >= 1 && eraB == "": // 50 to 150
		return c.yearWith(from, near)
	}
	return c.between("range", c.year(from), c.year(to))
}

// span joins the two numbers or names in which the ends of an interval differ.
func (c *calendar) span(unit, a, b string) string {
	message := c.find("span", term{unit: unit})
	if message == "" {
		message = "{a}–{b}"
	}
	return c.fill(message, map[string]term{"a": fixed("", a), "b": fixed("", b)})
}

// between fills a message about two dates, that of their unit if they have one.
func (c *calendar) between(key string, a, b term) string {
	t := a
	if a.unit != b.unit {
		t = term{}
	}
	return c.fill(c.find(key, term{unit: t.unit}), map[string]term{"a": a, "b": b})
}

// values are the fields of a pattern for a month or a day. The year is in words
// as the pattern has it, "" for none.
func (c *calendar) values(p edtf.Point, year string) value {
	return func(t token) string {
		switch t.field {
		case 'G':
			return c.eraOf(p.Year)
		case 'y':
			return year
		case 'd':
			return c.dayNumber(int(p.Day))
		case 'Q':
			if t.long {
				return c.Quarters[p.Month-firstQuarter]
			}
			return c.number(strconv.Itoa(int(p.Month-firstQuarter) + 1))
		}
		return c.monthIn(t, int(p.Month))
	}
}

// monthIn is a month as a token of a pattern has it.
func (c *calendar) monthIn(t token, month int) string {
	switch {
	case !t.long:
		return c.number(strconv.Itoa(month))
	case t.alone:
		return c.Months[month-1]
	}
	return c.MonthsOf[month-1]
}

// dayNumber is the number of a day of the month; French has "1er".
func (c *calendar) dayNumber(day int) string {
	if s := c.own("day." + strconv.Itoa(day)); s != "" {
		return s
	}
	return c.number(strconv.Itoa(day))
}

// without is a pattern without its year and era, and what stands between them
// and the rest.
func (p pattern) without() pattern {
	keep := func(t token) bool { return t.field != 0 && t.field != 'y' && t.field != 'G' }
	first, last := -1, -1
	for i, t := range p {
		if keep(t) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return nil
	}
	if p = slices.Clone(p); first == last && p[first].field == 'M' {
		p[first].alone = true // no year follows it
	}
	if last+1 < len(p) && p.suffix(last) != "" {
		out := append(pattern(nil), p[first:last+1]...)
		return append(out, token{text: p.suffix(last)})
	}
	return p[first : last+1]
}
