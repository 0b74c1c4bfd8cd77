package chart

import (
	"fmt"

	"dossier/generator/draw/textwidth"
	"dossier/generator/edtf"
)

// tick is a named moment of an axis.
type tick struct {
	at    int
	text  string
	short string // says the same less exactly; "" for none
	year  bool   // begins a year, among ticks that are closer than years
	loose bool   // names no place of its own: it stands for a part too short for a tick, or leads
	lead  bool   // says in which year the axis begins
	alone bool   // is the only one of its part
	last  bool   // ends its part, before a stretch that is left out
	aside bool   // begins at its place: before it is the dossier's date
}

// width is that of the tick's text, or of a line of it, in pixels. Years are
// bold.
func (t tick) width(line string) int {
	if t.year {
		return textwidth.Bold(line, tickSize)
	}
	return textwidth.Pixels(line, tickSize)
}

// step is the distance of ticks.
type step struct {
	unit byte // 'd', 'm' or 'y'; 'M' words a month even where a year begins
	n    int
}

// maxTicks bounds the ticks of a chart.
const maxTicks = 40

// distances are those of ticks, from days to as many years as can be
// written.
var distances = steps()

func steps() []step {
	out := []step{{'d', 1}, {'d', 5}, {'d', 10}, {'m', 1}, {'m', 3}, {'y', 1}, {'y', 2}, {'y', 5}}
	for n := 10; n <= 1_000_000_000_000; n *= 10 {
		out = append(out, step{'y', n}, step{'y', 2 * n}, step{'y', 5 * n})
	}
	return out
}

// ticks gives the closest ticks that fit. Where none do, because of what stands
// for short parts, loose says that these may go without words. fit tells how many
// have words; none when they do not fit. The one for where the axis begins has room before that, or not.
func (a axis) ticks(w Words, room bool, fit func(ticks []tick, loose bool) int) []tick {
	var out []tick
	for _, loose := range []bool{false, true} {
		for _, s := range distances {
			for _, full := range []bool{true, false} {
				var ok bool
				if out, ok = a.every(out[:0], s, full, w); !ok {
					continue
				}
				shown := fit(out, loose)
				if shown == 0 && shorter(out, room) {
					shown = fit(out, loose)
				}
				if both := a.bounds(s, w); shown == 1 && both != nil {
					if fit(both, loose) == len(both) {
						return both
					}
					fit(out, loose)
				}
				if shown > 0 {
					return out
				}
			}
		}
	}
	return nil
}

// shorter puts the short texts of ticks into their places, but for one that leads and has room; false
// when there are none.
func shorter(ticks []tick, room bool) (changed bool) {
	for i := range ticks {
		if t := &ticks[i]; t.short != "" && !(t.lead && room) {
			t.text, changed = t.short, true
		}
	}
	return changed
}

// bounds are the first and the last year of an axis that is whole, for one that has
// room for a single tick among years: that would not say how long it is.
func (a axis) bounds(s step, w Words) []tick {
	first, last := dayOf(a.cores[0].from), dayOf(a.cores[0].to)
	if len(a.cores) > 1 || s.unit != 'y' || first.Year == last.Year {
		return nil
	}
	from, to := s.text(first, true, w), s.text(last, true, w)
	if last.Year-first.Year < fewYears && (first.Month > 1 || last.Month < 12) {
		from, to = w.month(first), w.month(last)
	}
	return []tick{{at: a.at(a.cores[0].from), text: from, loose: true}, {at: a.at(a.cores[0].to), text: to, loose: true}}
}

// fewYears is how many years an axis has of which one can see that a year's word does not
// stand where the year begins.
const fewYears = 20

// month words the month of a day, with its year; "" when it has no wording.
func (w Words) month(d edtf.Day) string {
	return step{'M', 1}.text(edtf.Day{Year: d.Year, Month: d.Month, Day: 1}, true, w)
}

// every adds to out the ticks at one distance; false when there are too many, one
// has no wording or none says the year. The first of each part does so when
// full is set, as one before the first does among years, and those that begin a
// year. None stands where no event reaches. A year's word stands where the year begins:
// what begins within one is said by its month.
func (a axis) every(out []tick, s step, full bool, w Words) ([]tick, bool) {
	if a.crowded(s) {
		return out, false
	}
	for i, p := range a.cores {
		first, dated := true, full
		if begin := dayOf(p.from); full && i == 0 && s.unit == 'y' && s.n <= 2 && begin != s.from(begin) && dayOf(p.to).Year > begin.Year {
			if text := w.month(begin); text != "" {
				out = append(out, tick{at: a.at(p.from), text: text, loose: true, lead: true})
			}
		}
		for d := s.from(dayOf(p.from)); 2*d.Ordinal() <= p.to; d = s.next(d) {
			if 2*d.Ordinal() < p.from {
				continue
			}
			t := tick{at: a.at(2 * d.Ordinal()), year: s.unit != 'y' && d.Month == 1 && d.Day == 1}
			if t.text = s.text(d, first && full, w); t.text == "" {
				return out, false
			}
			t.alone = first
			t.last = !first && i < len(a.cores)-1 && 2*d.Ordinal() >= p.to-2
			if n := len(out); !first {
				out[n-1].alone = false
			}
			out, first, dated = append(out, t), false, dated || t.year || s.unit == 'y'
		}
		if first {
			middle := (a.at(a.parts[i].from) + a.at(a.parts[i].to)) / 2
			t := tick{at: middle, text: s.text(dayOf(p.from), true, w), loose: true, alone: true}
			switch from, to := dayOf(p.from), dayOf(p.to); {
			case s.unit != 'y':
			case from.Month == 12 && from.Day == 31:
				t.short, t.text = t.text, fill(w.YearEnd, t.text)
			case from.Year == to.Year && from.Month == to.Month:
				t.short, t.text = t.text, w.month(from)
			}
			out = append(out, t)
		} else if !dated {
			return out, false
		}
	}
	return out, true
}

// crowded reports whether there are too many ticks at a distance. Wording them
// costs far more than counting them.
func (a axis) crowded(s step) bool {
	n, days := 0, 0
	for _, p := range a.cores {
		days += (p.to - p.from) / 2
	}
	if days/s.most()-len(a.cores) > maxTicks {
		return true
	}
	for _, p := range a.cores {
		first := n
		for d := s.from(dayOf(p.from)); 2*d.Ordinal() <= p.to; d = s.next(d) {
			if 2*d.Ordinal() < p.from {
				continue
			}
			if n == maxTicks {
				return true
			}
			n++
		}
		if n == first {
			n++ // the one that names no place
		}
	}
	return false
}

// most is how many days may lie between two ticks.
func (s step) most() int {
	switch s.unit {
	case 'd':
		return s.n + 1 // the last of a month is left out for the first of the next
	case 'm':
		return 31 * s.n
	}
	return 366 * s.n
}

// from is a day with a tick at or before d.
func (s step) from(d edtf.Day) edtf.Day {
	switch s.unit {
	case 'd':
		return edtf.Day{Year: d.Year, Month: d.Month, Day: 1}
	case 'm':
		return edtf.Day{Year: d.Year, Month: d.Month - (d.Month-1)%s.n, Day: 1}
	}
	if d.Year < 1 {
		bc := 1 - d.Year
		return edtf.Day{Year: 1 - (bc+s.n-1)/s.n*s.n, Month: 1, Day: 1}
	}
	return edtf.Day{Year: max(1, d.Year-d.Year%s.n), Month: 1, Day: 1}
}

// next is the tick after d. Years count from 1 both ways, as readers do:
// 200 BC, 100 BC, AD 1, AD 100.
func (s step) next(d edtf.Day) edtf.Day {
	switch {
	case s.unit == 'd':
		next := dayOf(2 * (d.Ordinal() + s.n))
		if s.n > 1 && (next.Day == 31 || next.Month != d.Month) {
			return nextMonth(edtf.Day{Year: d.Year, Month: d.Month, Day: 1}, 1)
		}
		return next
	case s.unit == 'm':
		return nextMonth(d, s.n)
	case d.Year == 1 && s.n > 1:
		d.Year = s.n
	case d.Year < 1 && d.Year+s.n > 0:
		d.Year = 1
	default:
		d.Year += s.n
	}
	return d
}

func nextMonth(d edtf.Day, n int) edtf.Day {
	if d.Month += n; d.Month > 12 {
		d.Year, d.Month = d.Year+1, d.Month-12
	}
	return d
}

// text words a tick, saying the year where a year begins, and in full.
func (s step) text(d edtf.Day, full bool, w Words) string {
	if w.ticks == nil {
		return s.worded(d, full, w)
	}
	return w.ticks.once(tickWords{d, s.unit, full}, func() string { return s.worded(d, full, w) })
}

func (s step) worded(d edtf.Day, full bool, w Words) string {
	if s.unit == 'y' || s.unit != 'M' && d.Month == 1 && d.Day == 1 {
		return format(edtf.YearText(d.Year), w.Date)
	}
	text := fmt.Sprintf("%s-%02d", edtf.YearText(d.Year), d.Month)
	if s.unit == 'd' {
		text += fmt.Sprintf("-%02d", d.Day)
	}
	if full {
		return format(text, w.Date)
	}
	return format(text, w.InYear)
}

// format words an EDTF text for a chart; "" when it is none.
func format(text string, word func(edtf.Date) string) string {
	d, err := edtf.Parse(text)
	if err != nil {
		return ""
	}
	return word(d)
}

// dayOf is the day of a moment.
func dayOf(t int) edtf.Day {
	ordinal := floorDiv(t, 2)
	// A year has at most 366 days, so the guess is never too late.
	year := 1 + floorDiv(ordinal, 146097)*400
	rest := ordinal - (edtf.Day{Year: year, Month: 1, Day: 1}).Ordinal()
	year += rest / 366
	for (edtf.Day{Year: year + 1, Month: 1, Day: 1}).Ordinal() <= ordinal {
		year++
	}
	month := 12
	for month > 1 && (edtf.Day{Year: year, Month: month, Day: 1}).Ordinal() > ordinal {
		month--
	}
	return edtf.Day{Year: year, Month: month, Day: 1 + ordinal - (edtf.Day{Year: year, Month: month, Day: 1}).Ordinal()}
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
