package worded

import (
	"strings"
	"unicode/utf8"

	"dossier/generator/edtf"
)

func (w *Wording) interval(d edtf.Date) string {
	_, start, end := d.Shape()
	switch {
	case d.OpenEnd() && start.Known:
		return w.related("since", start)
	case d.OpenStart() && end.Known:
		return w.related("until", end)
	case !start.Known:
		return w.fill(w.own("unknown-start"), map[string]term{"date": w.end(end)})
	case !end.Known:
		return w.fill(w.own("unknown-end"), map[string]term{"date": w.end(start)})
	}
	return w.bounded(start, end)
}

// bounded words two ends, and once what they have in common.
func (w *Wording) bounded(a, b edtf.Point) string {
	sameYear, plain := a.Year == b.Year, a.Plain() && b.Plain()
	switch {
	case a == b:
		return w.alone(a)
	case !plain || a.Parts != b.Parts:
	case a.Parts == 1:
		return w.years(said(a.Year, a.Rounded), said(b.Year, b.Rounded))
	case a.Parts == 2 && sameYear:
		year, _ := w.yearAfter(a)
		return w.monthSpan(a, b, year)
	case a.Parts == 3 && sameYear && a.Month == b.Month:
		year, _ := w.yearAfter(a)
		return w.daySpan(a, b, year)
	case a.Parts == 3 && sameYear:
		return w.between("range", w.half(a, true), w.half(b, false))
	}
	return w.between("range", w.end(a), w.end(b))
}

// replaced words a pattern in which a field, and what a number takes with it,
// stands for two.
func (c *calendar) replaced(p pattern, field rune, unit string, a, b value) string {
	i := p.index(field)
	suffix := ""
	if field == 'd' || !p[i].long {
		suffix = p.suffix(i)
	}
	var text strings.Builder
	for j, t := range p {
		switch {
		case j == i && suffix == "":
			text.WriteString(c.span(unit, a(t), b(t)))
		case j == i && c.own("span.suffix") == "last":
			text.WriteString(c.span(unit, a(t), b(t)) + suffix)
		case j == i:
			text.WriteString(c.span(unit, a(t)+suffix, b(t)+suffix))
		case t.field != 0:
			text.WriteString(b(t))
		case j == i+1:
			text.WriteString(strings.TrimPrefix(t.text, suffix))
		default:
			text.WriteString(t.text)
		}
	}
	return text.String()
}

// monthSpan words two months of one year: "May–June 2019".
func (c *calendar) monthSpan(a, b edtf.Point, year string) string {
	p := c.eraPattern(a.Year, c.patterns.month, c.patterns.eraMonth)
	if year == "" {
		p = p.without()
	}
	yearLast := p.index('y') > p.index('M')
	first := func(t token) string {
		t.alone = t.alone || yearLast // no year follows it
		return c.values(a, year)(t)
	}
	return c.replaced(p, 'M', "month", first, c.values(b, year))
}

// daySpan words two days of one month: "15–17 May 2019".
func (c *calendar) daySpan(a, b edtf.Point, year string) string {
	p := c.eraPattern(a.Year, c.patterns.day, c.patterns.eraDay)
	return c.replaced(p, 'd', "day", c.values(a, year), c.values(b, year))
}

// half is one of two days in one year: the year is said once, where the language
// has it, after the second or before the first.
func (w *Wording) half(p edtf.Point, first bool) term {
	pat := w.eraPattern(p.Year, w.patterns.day, w.patterns.eraDay)
	if yearFirst := pat.index('y') < pat.index('d'); yearFirst != first {
		pat = w.patterns.monthDay
	}
	year, _ := w.yearAfter(p)
	t := fixed("day", pat.fill(w.values(p, year)))
	t.day = int(p.Day)
	return t
}

// set words "a, b or c".
func (w *Wording) set(d edtf.Date, of edtf.Kind) string {
	var texts []string
	var points []edtf.Point
	for m := range d.Members() {
		texts = append(texts, w.member(m, of))
		if m.From == m.To {
			points = append(points, m.From)
		}
	}
	if len(points) < len(texts) {
		points = nil
	}
	return w.listOf(texts, allSame(points), of)
}

// listOf lists dates. Days of one month have it in common: "15 and 17 May 2019".
func (w *Wording) listOf(texts []string, days []edtf.Point, of edtf.Kind) string {
	if len(texts) == 1 {
		return texts[0]
	}
	if len(days) > 0 {
		year, _ := w.yearAfter(days[0])
		p := w.eraPattern(days[0].Year, w.patterns.day, w.patterns.eraDay)
		i := p.index('d')
		suffix := p.suffix(i)
		var numbers []string
		for _, d := range days {
			numbers = append(numbers, w.dayNumber(int(d.Day))+suffix)
		}
		common := append(pattern(nil), p...)
		common[i] = token{text: w.list(numbers, of)}
		if suffix != "" {
			common[i+1].text = strings.TrimPrefix(common[i+1].text, suffix)
		}
		return common.fill(w.values(days[0], year))
	}
	return w.list(texts, of)
}

// list joins by CLDR's patterns of lists, or the language's own.
func (c *calendar) list(texts []string, of edtf.Kind) string {
	l, key := c.Or, "or"
	if of == edtf.AllOf {
		l, key = c.And, "and"
	}
	join := func(pattern, a, b string) string {
		if then := c.own(key + ".then"); then != "" && pattern != l.Start && pattern != l.Middle && c.beginsLike(key, b) {
			pattern = strings.NewReplacer("{a}", "{0}", "{b}", "{1}").Replace(then)
		}
		return strings.NewReplacer("{0}", a, "{1}", b).Replace(staying(pattern))
	}
	n := len(texts)
	if n == 2 {
		return join(l.Two, texts[0], texts[1])
	}
	text := join(l.End, texts[n-2], texts[n-1])
	for i := n - 3; i > 0; i-- {
		text = join(l.Middle, texts[i], text)
	}
	return join(l.Start, texts[0], text)
}

// staying is a pattern whose conjunction goes with the date after it when it is but one
// letter: " и " at the end of a line says nothing.
func staying(pattern string) string {
	before, after, _ := strings.Cut(pattern, "{1}")
	start, ok := strings.CutSuffix(before, " ")
	if i := strings.LastIndexByte(start, ' '); ok && i >= 0 && utf8.RuneCountInString(start[i+1:]) == 1 {
		return start + nbsp + "{1}" + after
	}
	return pattern
}

// beginsLike reports a text that begins with one of the sounds before which a
// conjunction changes: Spanish has "u" for "o" before "octubre", 8 and 11. A number
// of several digits is meant as it stands.
func (m messages) beginsLike(key, text string) bool {
	for beginning := range strings.FieldsSeq(m.own(key + ".before")) {
		rest, ok := strings.CutPrefix(strings.ToLower(text), beginning)
		whole := len(beginning) > 1 && beginning[0] <= '9'
		if ok && (!whole || rest == "" || rest[0] < '0' || rest[0] > '9') {
			return true
		}
	}
	return false
}

// member words an element of a set. In a set of "all of" a range means every date
// from one to the other, and an open one "and earlier"; in one of "one of" it
// means some time between the two, or "or earlier".
func (w *Wording) member(m edtf.Member, of edtf.Kind) string {
	conjunction := "or"
	if of == edtf.AllOf {
		conjunction = "and"
	}
	date := func(p edtf.Point) map[string]term { return map[string]term{"date": w.end(p)} }
	switch {
	case !m.From.Known:
		return w.fill(w.own(conjunction+"-earlier"), date(m.To))
	case !m.To.Known:
		return w.fill(w.own(conjunction+"-later"), date(m.From))
	case m.From == m.To:
		return w.alone(m.From)
	case of == edtf.OneOf:
		return w.between("between", w.end(m.From), w.end(m.To))
	}
	unit := ""
	if m.From.Parts == m.To.Parts && !m.From.IsSeason() && !m.To.IsSeason() {
		unit = [...]string{"", "year", "month", "day"}[m.From.Parts]
	}
	return w.noted(w.bounded(m.From, m.To), []string{w.find("every", term{unit: unit})})
}

// Listing words a listing as a heading: "2019", "2010s", "2000–2099", "2009 or 2012". What joins several
// listings is a span of years. In a language without words the years stand alone, and a set without
// an end is EDTF, as its date is.
func (w *Wording) Listing(l edtf.Listing) string {
	worded := w.Worded()
	switch {
	case !worded && (strings.HasPrefix(l.Set(), "[..") || strings.HasSuffix(l.Set(), "..]")): // a year alone would claim too much
		return l.Set()
	case !worded && l.First == l.Last:
		return edtf.YearText(l.First)
	case !worded && l.First < 0:
		return edtf.YearText(l.First) + "/" + edtf.YearText(l.Last)
	case !worded:
		return edtf.YearText(l.First) + "–" + edtf.YearText(l.Last)
	case l.Set() != "":
		d, _ := edtf.Valid(l.Set())
		return w.set(d, edtf.OneOf)
	case l.First == l.Last:
		return w.year(said(l.First, l.Rounded())).form("")
	case !l.Joined() && l.First >= 100 && l.First%10 == 0 && l.Last == l.First+9:
		return w.decade(l.First).form("")
	}
	return w.years(said(l.First, l.Rounded()), said(l.Last, l.Rounded()))
}
