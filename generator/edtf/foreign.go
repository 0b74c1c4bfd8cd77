package edtf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// foreign is what is known of a calendar in which editors may write a date. EDTF
// counts by the Gregorian one.
type foreign struct {
	name   string   // as a message says "a date of the … calendar"
	words  string   // that only its dates have, spaces between, in lower case
	signs  []string // the same, found within words
	year   *regexp.Regexp
	months [12]string // names of its months, for dates that are converted
	script *unicode.RangeTable
	digits rune // the zero of digits in which dates of it are written
	from   int  // years from here to to are taken for its own, in that script or in those digits
	to     int
}

// foreignTo gives the calendar that a text names, or that its years are probably
// of; nil for none.
func foreignTo(s string) *foreign {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	for i := range calendars {
		c := &calendars[i]
		for _, sign := range c.signs {
			if strings.Contains(s, sign) {
				return c
			}
		}
		if c.year != nil && c.year.MatchString(s) {
			return c
		}
		for _, w := range words {
			if isWord(c.words, w) || isWord(strings.Join(c.months[:], " "), w) {
				return c
			}
		}
	}
	year := yearIn(ASCIIDigits(s))
	ours := slices.ContainsFunc(words, func(w string) bool { return monthOf(w) != 0 })
	for i := range calendars {
		c := &calendars[i]
		if year >= c.from && year <= c.to && strings.ContainsFunc(s, func(r rune) bool {
			return c.script != nil && unicode.Is(c.script, r) || c.digits != 0 && !ours && r >= c.digits && r < c.digits+10
		}) {
			return c
		}
	}
	return nil
}

// isWord reports whether w is one of words.
func isWord(words, w string) bool { return w != "" && strings.Contains(" "+words+" ", " "+w+" ") }

// fourDigits matches a year.
var fourDigits = regexp.MustCompile(`\b\d{4}\b`)

// yearIn is the only number of four digits in a text, 0 if there is none or several.
func yearIn(s string) int {
	if all := fourDigits.FindAllString(s, -1); len(all) == 1 {
		return atoi(all[0])
	}
	return 0
}

// converted is the EDTF text of a date of another calendar; "" where that is not
// certain: a month or a year of most has no counterpart.
func (c *foreign) converted(s string) string {
	s = ASCIIDigits(s)
	switch {
	case c.months[0] != "":
		return c.persian(s)
	case c.script != nil:
		return c.buddhist(s)
	}
	return reign(s)
}

// firstThaiYear is the first that began on 1 January, as ours do.
const firstThaiYear = 2484

// buddhist converts a Thai date: the year alone is another.
func (c *foreign) buddhist(s string) string {
	year := yearIn(s)
	if year < firstThaiYear || year > c.to {
		return ""
	}
	for _, sign := range c.signs {
		s = strings.ReplaceAll(s, sign, " ")
	}
	return suggest(fourDigits.ReplaceAllString(s, fmt.Sprintf("%04d", year-543)))
}

// dayMonthYear matches a day of a month that has a name.
var dayMonthYear = regexp.MustCompile(`^(\d{1,2}) (\S+)(?: ماه)? (\d{4})$`)

// persian converts a day of the solar Hijri calendar, by the rule of 33 years, which
// holds in these years.
func (c *foreign) persian(s string) string {
	m := dayMonthYear.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return ""
	}
	day, year := atoi(m[1]), atoi(m[3])
	for i, name := range c.months {
		if name != m[2] || year < c.from || year > c.to || day < 1 || day > 31 || i >= 6 && day > 30 {
			continue
		}
		n := nowruz(year) + 31*min(i, 6) + 30*max(i-6, 0) + day - 1
		if n < nowruz(year+1) { // else the last month has 29 days
			return ordinalText(n)
		}
	}
	return ""
}

// nowruz is the number of the first day of a Persian year, as Day.Ordinal counts.
func nowruz(year int) int { return 226894 + 365*(year-1) + floorDiv(8*year+21, 33) }

// ordinalText is the EDTF text of a day by its number.
func ordinalText(n int) string {
	year := 1 + n*400/146097
	for (Day{year, 1, 1}).Ordinal() > n {
		year--
	}
	for (Day{year + 1, 1, 1}).Ordinal() <= n {
		year++
	}
	month := 12
	for (Day{year, month, 1}).Ordinal() > n {
		month--
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, n-(Day{year, month, 1}).Ordinal()+1)
}

// reigns matches a year, month or day of an era that has its own count of years
// and our months.
var reigns = regexp.MustCompile(`^(\D+?) ?(元|\d{1,3})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$`)

// reign converts a date of a Japanese era, or of the Republic of China.
func reign(s string) string {
	m := reigns.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return ""
	}
	era, known := eraYears[m[1]]
	n := atoi(m[2])
	if m[2] == "元" {
		n = 1
	}
	if !known || n < era.from || n > era.to {
		return ""
	}
	text := fmt.Sprintf("%04d", era.before+n)
	for _, part := range m[3:] {
		if part != "" {
			text += "-" + pad(part)
		}
	}
	return valid(text)
}

// ASCIIDigits is a text with the digits of other scripts in ASCII.
func ASCIIDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII || !unicode.Is(unicode.Nd, r) {
			return r
		}
		n := rune(0)
		for n < 9 && unicode.Is(unicode.Nd, r-n-1) { // each ten stand in a row
			n++
		}
		return '0' + n
	}, s)
}
